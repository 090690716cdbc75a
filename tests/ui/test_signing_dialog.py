from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.signing.papers import NOW, PASSPHRASE
from tests.ui.opened import opened, shop

from facewise.i18n import tell
from facewise.signing.identities import WeakPassphraseError, new_identity, short
from facewise.signing.keyfile import WrongPassphraseError
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify
from facewise.store.identities import kept
from facewise.store.signed import signed_reports
from facewise.store.site_file import read_site
from facewise.ui.app import Facewise
from facewise.ui.dialogs.signing import CONFIRM, SIGNED, WHO, SigningDialog
from facewise.ui.dialogs.who import FILE, KEPT
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.places import DOCUMENTS
from facewise.ui.session import Session

LONG = 30_000


@pytest.fixture
def session(program: Facewise, tmp_path: Path) -> Session:
    return opened(program, tmp_path, shop(B1="no"), DOCUMENTS)


@pytest.fixture
def page(program: Facewise, session: Session) -> DocumentsPage:
    return cast("DocumentsPage", program.window.shell.page)


def dialog(page: DocumentsPage) -> SigningDialog:
    page._sign.click()
    (found,) = page.window().findChildren(SigningDialog)
    return found


def at(found: SigningDialog, step: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: found.at() == step and found.back.isEnabled(), timeout=LONG)


def make_identity(found: SigningDialog, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    found._who.new.first.field.setText(passphrase)
    found._who.new.second.field.setText(passphrase)
    found.forward.click()


def confirm(found: SigningDialog) -> None:
    assert not found.forward.isEnabled()
    found._confirm._read.setChecked(True)
    assert not found.forward.isEnabled()
    found._confirm._declared.setChecked(True)


def test_a_new_identity_signs_and_the_assessment_keeps_a_copy(
    page: DocumentsPage, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dialog(page)
    assert found._who.new.name.field.text() == session.answers.business.name
    make_identity(found, qtbot)
    at(found, CONFIRM, qtbot)
    assert not found._confirm.secret.isVisible()
    confirm(found)
    target = tmp_path / "signed.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(target), ""))
    found.forward.click()
    at(found, SIGNED, qtbot)
    (identity,) = kept()
    pdf = target.read_bytes()
    verdict = verify(pdf, {identity.signatory.fingerprint: identity.signatory.name})
    assert verdict.kind is Kind.INTACT_KNOWN
    assert [signed.pdf for signed in signed_reports(session.site)] == [pdf]
    assert [signed.pdf for signed in signed_reports(read_site(session.path))] == [pdf]
    assert found._done._number.said() == short(identity.signatory.fingerprint)
    found.forward.click()
    assert "signed 1" in {paper.key for paper in page.choice.papers}


def test_a_kept_identity_asks_for_its_passphrase_only(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    first = dialog(page)
    make_identity(first, qtbot)
    at(first, CONFIRM, qtbot)
    first.reject()
    qtbot.waitUntil(lambda: not page.window().findChildren(SigningDialog))
    found = dialog(page)
    assert found._who.choices.key() == KEPT
    found.forward.click()
    at(found, CONFIRM, qtbot)
    assert found._confirm.secret.isVisible()
    confirm(found)
    assert not found.forward.isEnabled()
    found._confirm.secret.field.setText("not the passphrase")
    found.sign(tmp_path / "signed.pdf")
    qtbot.waitUntil(found.told.isVisible, timeout=LONG)
    assert found.told._words.said() == tell(WrongPassphraseError())
    assert not (tmp_path / "signed.pdf").exists()
    found._confirm.secret.field.setText(PASSPHRASE)
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)


def test_a_weak_passphrase_is_told_while_typing_and_refused(page: DocumentsPage, qtbot: QtBot) -> None:
    found = dialog(page)
    said = found._who.new._said
    found._who.new.first.field.setText("password1")
    qtbot.waitUntil(lambda: "太容易猜" in said.said(), timeout=LONG)
    make_identity(found, qtbot, "password1")
    qtbot.waitUntil(found.told.isVisible, timeout=LONG)
    assert found.told._words.said() == tell(WeakPassphraseError())
    assert kept() == ()
    found._who.new.first.field.setText(PASSPHRASE)
    found._who.new.second.field.setText(PASSPHRASE)
    qtbot.waitUntil(lambda: said.said() == "够强，两次一致。", timeout=LONG)


def test_two_passphrases_that_differ_are_not_taken(page: DocumentsPage, qtbot: QtBot) -> None:
    found = dialog(page)
    found._who.new.first.field.setText(PASSPHRASE)
    found._who.new.second.field.setText(PASSPHRASE + "x")
    found.forward.click()
    assert found.at() == WHO
    assert found.told.isVisible()


def test_a_certificate_file_is_taken_over(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "own.p12"
    file.write_bytes(new_identity(name="李倩", passphrase=PASSPHRASE, now=NOW))
    found = dialog(page)
    found._who.choices.choose(FILE)
    found.forward.click()
    assert found.told.isVisible()
    found._who.file.show_file(file)
    found._who.file.secret.field.setText(PASSPHRASE)
    found.forward.click()
    at(found, CONFIRM, qtbot)
    assert [one.signatory.name for one in kept()] == ["李倩"]
    assert "李倩" in found._confirm._values["signer"].said()
    found.back.click()
    assert found.at() == WHO


def test_what_is_signed_is_told_in_both_languages(
    program: Facewise, page: DocumentsPage, session: Session, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found, qtbot)
    at(found, CONFIRM, qtbot)
    words = session.pack.grades["D"].text
    assert words.zh in found._confirm._values["result"].said()
    program.speak("en")
    qtbot.waitUntil(lambda: words.en in found._confirm._values["result"].said())
    assert found._marks[0].accessibleName() == "Who signs, done"


def test_the_identity_can_be_backed_up(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dialog(page)
    make_identity(found, qtbot)
    at(found, CONFIRM, qtbot)
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    copy = tmp_path / "backup.p12"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(copy), ""))
    found._done._backup.click()
    assert copy.read_bytes() == kept()[0].read()


def test_checking_what_was_just_signed_leads_to_the_check(
    program: Facewise, page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found, qtbot)
    at(found, CONFIRM, qtbot)
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    found._done._check.click()
    assert program.window.place.page == "verify"
