"""The dialogs of signing and checking by keyboard and for screen readers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.signing.papers import NOW, PASSPHRASE
from tests.ui.opened import opened, shop

from facewise.signing.identities import new_identity, open_identity
from facewise.store.identities import keep
from facewise.store.pins import pins
from facewise.ui.app import Facewise
from facewise.ui.dialogs.identities import IdentitiesDialog
from facewise.ui.dialogs.signing import CONFIRM, SEAL, SigningDialog
from facewise.ui.dialogs.trust import TrustDialog
from facewise.ui.dialogs.versions import VersionsDialog
from facewise.ui.dialogs.who import WhoStep
from facewise.ui.pages.verify import VerifyPage
from facewise.ui.places import RESULT
from facewise.ui.shelf import Basis

LONG = 30_000
FIELDS = (QPushButton, QLineEdit, QComboBox, QListWidget)


@pytest.fixture(scope="module")
def made() -> tuple[bytes, bytes]:
    """An identity, locked, and its certificate."""
    locked = new_identity(name="李𬭎", passphrase=PASSPHRASE, now=NOW)
    return locked, open_identity(locked, PASSPHRASE).certificate


@pytest.fixture
def identity(made: tuple[bytes, bytes]) -> bytes:
    """An identity on this computer."""
    return keep(*made).read()


def unnamed(dialog: QWidget) -> list[QWidget]:
    """What can take the focus and has no name."""
    found = [child for kind in FIELDS for child in dialog.findChildren(kind) if child.isVisible()]
    return [one for one in found if not one.accessibleName()]


@pytest.mark.parametrize(
    ("command", "kind"),
    [("identities", IdentitiesDialog), ("trust", TrustDialog), ("versions", VersionsDialog)],
)
def test_all_that_takes_the_focus_has_a_name_and_escape_closes(
    program: Facewise, tmp_path: Path, qtbot: QtBot, identity: bytes, command: str, kind: type[QDialog]
) -> None:
    opened(program, tmp_path, shop(B1="no"), RESULT)
    program.window.wants(command)
    dialog = program.window.findChildren(kind)[-1]
    assert unnamed(dialog) == []
    assert dialog.windowTitle()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_signing_goes_on_by_enter_and_everything_has_a_name(
    program: Facewise, tmp_path: Path, qtbot: QtBot, identity: bytes
) -> None:
    session = opened(program, tmp_path, shop(B1="no"), RESULT)
    basis = Basis(session.pack, session.site, session.assessment, NOW)
    dialog = SigningDialog(program.window, session, basis, "zh")
    dialog.open()
    assert unnamed(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.at() == SEAL and dialog.back.isEnabled(), timeout=LONG)
    dialog._seal.choices.choose("picture")
    dialog._seal.time.wanted.setChecked(True)
    assert unnamed(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.at() == SEAL, "there is no picture yet"
    dialog._seal.choices.choose("none")
    dialog._seal.time.wanted.setChecked(False)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.at() == CONFIRM
    assert unnamed(dialog) == []
    dialog.reject()


def test_every_kind_of_identity_has_named_fields(qtbot: QtBot, dressed: object) -> None:
    from facewise.assessment.answers import Business

    step = WhoStep(Business(), ())
    qtbot.addWidget(step)
    step.retranslate()
    step.show()
    for key, card in step.choices.cards.items():
        card.radio.setChecked(True)
        assert unnamed(step) == [], key


def test_a_signer_is_remembered_by_keyboard(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    from tests.signing.papers import STAMP, person, report

    from facewise.signing.sign import OWNER, sign

    file = tmp_path / "report.pdf"
    file.write_bytes(sign(report(), person("李𬭎"), field=OWNER, now=NOW, stamp=STAMP, certify=True))
    program.window.wants("verify", str(file))
    page = program.window.findChild(VerifyPage)
    assert page is not None
    qtbot.waitUntil(lambda: len(page._found.prints) == 1, timeout=LONG)
    assert unnamed(page) == []
    button = page._found.prints[0].keep
    assert "李𬭎" in button.accessibleDescription()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._found.prints == [], timeout=LONG)
    assert [pin.name for pin in pins().signers.values() if pin.compared] == ["李𬭎"]
