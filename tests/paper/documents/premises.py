"""A residents' gate with children, and whatever a test tells otherwise."""

import datetime as dt

from tests.assessment.sites import Told, orderly

from facewise.assessment.answers import Answers, Business
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.documents.catalogue import offered
from facewise.paper.documents.kinds import Withheld
from facewise.paper.documents.model import Paper

MADE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
BUSINESS = Business(
    name="杭州安澜物业服务有限公司",
    site="滨江花园",
    address="杭州市滨江路 100 号",
    contact="陈志远",
    phone="0571-5550 0188",
)


def premises(
    kind: str = "resident_gate",
    business: Business = BUSINESS,
    ways: tuple[str, ...] = ("card", "qr", "staff"),
    **told: Told,
) -> Answers:
    """Return the answers of a gate that keeps faces on a server, uses the internet and enrols children."""
    answers = orderly(load_pack(), kind, **{"S8": "yes", "S9": "local", "S10": "yes", **told})
    use = answers.uses[0].model_copy(update={"id": "gate", "name": "北门和东门", "ways": ways})
    return answers.model_copy(update={"uses": (use,), "business": business})


def kit(answers: Answers) -> tuple[Paper | Withheld, ...]:
    """Return every paper, made or withheld."""
    pack = load_pack()
    return offered(pack, pack_bytes(), answers, assess(pack, answers), MADE)


def made(answers: Answers) -> dict[str, Paper]:
    """Return the papers that are made, by id."""
    return {paper.id: paper for paper in kit(answers) if isinstance(paper, Paper)}


def withheld(answers: Answers) -> dict[str, str]:
    """Return why the others are not made, in English."""
    return {paper.id: paper.reason.en for paper in kit(answers) if isinstance(paper, Withheld)}
