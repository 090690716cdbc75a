"""An assessment with answers, opened in the window."""

from datetime import UTC, datetime
from pathlib import Path

from tests.assessment.sites import Told, orderly

from facewise.assessment.answers import Answers, Business
from facewise.content.packs import load_pack, pack_bytes
from facewise.store.site_file import SiteFile
from facewise.ui.app import Facewise
from facewise.ui.places import Place
from facewise.ui.session import Session

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
SHOP = Business(name="杭州海棠便利店有限公司", site="海棠便利店", phone="0571-87654321")


def shop(**told: Told) -> Answers:
    """Return a shop where all is done but for what is told otherwise; cards and codes work beside faces."""
    made = orderly(load_pack(), "payment", **told)
    uses = tuple(use.model_copy(update={"ways": ("card", "qr")}) for use in made.uses)
    return made.model_copy(update={"business": SHOP, "uses": uses})


def opened(program: Facewise, folder: Path, answers: Answers, place: Place) -> Session:
    """Open answers in the window, at a place."""
    path = folder / "shop.facewise"
    session = Session(SiteFile(answers, pack_bytes()), load_pack(), path, now=lambda: NOW)
    session.save()
    program.window.open(session, place)
    return session
