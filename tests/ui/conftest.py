"""The window for tests: offscreen, in the default theme, with settings and files of its own."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.store.test_passphrases import InMemory

from facewise import i18n
from facewise.assessment.answers import Answers
from facewise.content.packs import load_pack, pack_bytes
from facewise.store.site_file import SiteFile
from facewise.ui.app import Facewise
from facewise.ui.opening import first_answers
from facewise.ui.session import Session
from facewise.ui.settings import Settings

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "window.json")
    made.remember(language="zh")
    return made


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[Facewise]:
    """The program with its window shown; Chinese, light."""
    made = Facewise(qapp, settings)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    made.finish()
    yield made
    made.speak("en")
    i18n.use("zh")


@pytest.fixture
def dressed(qapp: QApplication, program: Facewise) -> QApplication:
    """The application with style, fonts and theme, for tests of single widgets."""
    return qapp


@pytest.fixture
def shop() -> Answers:
    """What the start pack of a shop knows."""
    pack = load_pack()
    return first_answers(pack, pack.start_packs[0], "zh", date(2026, 11, 20))


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, shop: Answers) -> Session:
    """A shop that has answered nothing yet."""
    return Session(SiteFile(shop, pack_bytes()), load_pack(), tmp_path / "shop.facewise", now=lambda: NOW)


@pytest.fixture
def answer(session: Session) -> Callable[..., None]:
    """Answer by short code; every use where the question belongs to uses."""

    def record(**values: object) -> None:
        for code, value in values.items():
            question = session.question(code)
            uses = [use.id for use in session.answers.uses] if question.scope == "use" else [None]
            for use in uses:
                session.record(question.id, use, value=value)

    return record


@pytest.fixture
def keys() -> Iterator[InMemory]:
    """A system with a key store."""
    before, made = keyring.get_keyring(), InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def no_keys() -> Iterator[None]:
    """A system without one."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)
