"""The shops of a consultant: what they are asked is the same, what they are called, do and note is not."""

import datetime as dt
import random
from functools import cache

from facewise import data
from facewise.assessment.answers import Answer, Answers, Business, Evidence
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.report import Report, write
from facewise.store.importing import import_bytes

MADE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
NAMES = (
    "海棠",
    "长青",
    "金桥",
    "望湖",
    "东篱",
    "晓风",
    "银杏",
    "云栖",
    "拾光",
    "南屏",
    "和顺",
    "聚贤",
    "百草",
    "青竹",
)
PEOPLE = ("林小满", "陈志远", "王秋月", "李思齐", "赵明轩", "周雨桐", "吴建国", "郑晓芸", "孙立群", "钱书衡")
NOTED = (
    "下周再看一次。",
    "跟店员讲过了。",
    "厂家说月底答复。",
    "照片在店长手机里。",
    "等总部回话。",
    "上月换的机器。",
)
GRADES = ("yes", "partly", "no")


@cache
def sample(name: str = "shop") -> Answers:
    """Return the answers of a sample."""
    file = data.folder("questionnaires") / "samples" / f"{name}.yaml"
    return import_bytes(load_pack(), file.read_bytes(), file.name, MADE.date())[0]


def site(number: int) -> Answers:
    """Return the answers of one shop: names, notes and evidence its own, and what is done partly."""
    shop, lot = sample(), random.Random(number)  # noqa: S311, nothing secret
    own = Business(
        name=f"样例{lot.choice(NAMES)}{lot.choice(NAMES)}便利店",
        site=f"{lot.choice(NAMES)}路店",
        address=f"样例市{lot.choice(NAMES)}路 {lot.randrange(1, 999)} 号",
        contact=lot.choice(PEOPLE),
        phone=f"0571-{lot.randrange(10**8):08}",
        email=f"shop{number}@example.com",
    )
    uses = tuple(
        use.model_copy(
            update={"name": f"{lot.choice(NAMES)}{use.name}", "answers": _answers(use.answers, lot)}
        )
        for use in shop.uses
    )
    return shop.model_copy(update={"business": own, "site": _answers(shop.site, lot), "uses": uses})


def report(number: int) -> Report:
    """Return what the report of one shop says."""
    pack, answers = load_pack(), site(number)
    made = MADE + dt.timedelta(minutes=17 * number)
    return write(pack, pack_bytes(), answers, assess(pack, answers), made)


def _answers(answers: dict[str, Answer], lot: random.Random) -> dict[str, Answer]:
    return {name: _answer(answer, lot) for name, answer in answers.items()}


def _answer(answer: Answer, lot: random.Random) -> Answer:
    return answer.model_copy(
        update={
            "value": lot.choice(GRADES) if answer.value == "partly" else answer.value,
            "note": _noted(answer.note, lot),
            "reason": _noted(answer.reason, lot),
            "evidence": tuple(_evidence(one, lot) for one in answer.evidence),
        }
    )


def _evidence(one: Evidence, lot: random.Random) -> Evidence:
    by = one.by and lot.choice(PEOPLE)
    return one.model_copy(update={"note": _noted(one.note, lot), "by": by})


def _noted(text: str, lot: random.Random) -> str:
    return text and f"{text}{lot.choice(PEOPLE)}{lot.randrange(1, 32)} 日记，{lot.choice(NOTED)}"
