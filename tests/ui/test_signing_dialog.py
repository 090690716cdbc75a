from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.signing.papers import NOW, PASSPHRASE, person
from tests.signing.pictures import seal
from tests.signing.softhsm import MISSING, PIN, softhsm
from tests.signing.timeserver import authority
from tests.store.test_passphrases import InMemory
from tests.ui.opened import opened, shop

from facewise.i18n import tell
from facewise.signing.attachments import NotAReportError
from facewise.signing.identities import WeakPassphraseError, new_identity, short
from facewise.signing.keyfile import WrongPassphraseError
from facewise.signing.papers import sign_report
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify
from facewise.store.identities import kept
from facewise.store.seals import seal_of
from facewise.store.signed import signed_reports
from facewise.store.site_file import read_site
from facewise.ui.app import Facewise
from facewise.ui.dialogs.seal import PAPER, PICTURE
from facewise.ui.dialogs.signing import (
    CONFIRM,
    SEAL,
    SIGNED,
    WHO,
    CountersignDialog,
    SignDialog,
    SigningDialog,
)
from facewise.ui.dialogs.versions import VersionsDialog
from facewise.ui.dialogs.who import FILE, KEPT, NEW, TOKEN
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.pages.verify import VerifyPage
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


def at(found: SignDialog, step: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: found.at() == step and found.back.isEnabled(), timeout=LONG)


def make_identity(found: SignDialog, passphrase: str = PASSPHRASE) -> None:
    found._who.choices.choose(NEW)
    found._who.new.first.field.setText(passphrase)
    found._who.new.second.field.setText(passphrase)
    found.forward.click()


def go_to_confirm(found: SignDialog, qtbot: QtBot) -> None:
    """Go past the step of seal and time, with neither."""
    at(found, SEAL, qtbot)
    found.forward.click()
    at(found, CONFIRM, qtbot)


def confirm(found: SignDialog) -> None:
    assert not found.forward.isEnabled()
    found._confirm._read.setChecked(True)
    assert not found.forward.isEnabled()
    found._confirm._declared.setChecked(True)


def test_a_new_identity_signs_and_the_assessment_keeps_a_copy(
    page: DocumentsPage, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dialog(page)
    assert found._who.new.name.field.text() == session.answers.business.name
    make_identity(found)
    go_to_confirm(found, qtbot)
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
    assert found._done._title.said() == "已签署：第 1 份"
    record = signed_reports(session.site)[0].record
    assert record is not None
    assert f"{record.keep_until:%Y}年" in found._done.until.said()
    assert found._done._list.isHidden()
    found.forward.click()
    assert "signed 1" in {paper.key for paper in page.choice.papers}


def test_a_kept_identity_asks_for_its_passphrase_only(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    first = dialog(page)
    make_identity(first)
    go_to_confirm(first, qtbot)
    first.reject()
    qtbot.waitUntil(lambda: not page.window().findChildren(SigningDialog))
    found = dialog(page)
    assert found._who.choices.key() == KEPT
    found.forward.click()
    go_to_confirm(found, qtbot)
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
    make_identity(found, "password1")
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
    go_to_confirm(found, qtbot)
    assert [one.signatory.name for one in kept()] == ["李倩"]
    assert "李倩" in found._confirm._values["signer"].said()
    found.back.click()
    found.back.click()
    assert found.at() == WHO


def test_what_is_signed_is_told_in_both_languages(
    program: Facewise, page: DocumentsPage, session: Session, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    go_to_confirm(found, qtbot)
    words = session.pack.grades["D"].text
    assert words.zh in found._confirm._values["result"].said()
    program.speak("en")
    qtbot.waitUntil(lambda: words.en in found._confirm._values["result"].said())
    assert found._marks[0].accessibleName() == "Who signs, done"


def test_the_identity_can_be_backed_up(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dialog(page)
    make_identity(found)
    go_to_confirm(found, qtbot)
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
    make_identity(found)
    go_to_confirm(found, qtbot)
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    found._done._check.click()
    assert program.window.place.page == "verify"


def test_the_seal_and_its_size_are_chosen_and_signed_with(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = dialog(page)
    make_identity(found)
    at(found, SEAL, qtbot)
    part = found._seal.part
    found._seal.choices.choose(PICTURE)
    assert not found.forward.isEnabled()
    picture = tmp_path / "seal.png"
    picture.write_bytes(seal(200))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_more: (str(picture), ""))
    part.choose.click()
    qtbot.waitUntil(found.forward.isEnabled, timeout=LONG)
    part.across.picked.emit("45")
    found.forward.click()
    assert "45 毫米" in found._confirm._values["seal"].said()
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    assert b"/Seal" in (tmp_path / "signed.pdf").read_bytes()
    kept_seal = seal_of(kept()[0].signatory.fingerprint)
    assert kept_seal is not None
    assert kept_seal.millimetres == 45


def test_what_is_no_picture_is_told_and_no_seal_is_kept(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    at(found, SEAL, qtbot)
    (tmp_path / "seal.png").write_text("nothing")
    found._seal.part.take(tmp_path / "seal.png")
    qtbot.waitUntil(found.told.isVisible, timeout=LONG)
    assert "seal.png" in found.told._words.said()
    assert found._seal.part.seal() is None


def test_sealed_by_hand_leads_to_the_signed_versions(
    program: Facewise, page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    at(found, SEAL, qtbot)
    found._seal.choices.choose(PAPER)
    found.forward.click()
    assert "实体章" in found._confirm._values["seal"].said()
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    found._done._list.click()
    (versions,) = program.window.findChildren(VersionsDialog)
    assert versions.isVisible()


def test_the_network_is_used_only_when_a_timestamp_service_is_named(
    program: Facewise, page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    at(found, SEAL, qtbot)
    time = found._seal.time
    assert not time.wanted.isChecked()
    assert not time._network.isVisible()
    time.wanted.setChecked(True)
    assert time._network.isVisible()
    assert not found.forward.isEnabled()
    time.address.field.setText("ftp://x")
    assert not found.forward.isEnabled()
    folder = tmp_path / "authority"
    folder.mkdir()
    with authority(folder) as service:
        time.address.field.setText(service.address)
        found.forward.click()
        assert service.address in found._confirm._values["time"].said()
        found.sign(tmp_path / "signed.pdf")
        at(found, SIGNED, qtbot)
    assert verify((tmp_path / "signed.pdf").read_bytes(), {}).level == "B-T"
    assert program.window.settings.now.timestamps == service.address


def test_a_service_that_does_not_answer_leaves_everything_as_it_was(
    page: DocumentsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    at(found, SEAL, qtbot)
    found._seal.time.wanted.setChecked(True)
    found._seal.time.address.field.setText("http://127.0.0.1:1/")
    found.forward.click()
    found.sign(tmp_path / "signed.pdf")
    qtbot.waitUntil(found.told.isVisible, timeout=LONG)
    assert "http://127.0.0.1:1/" in found.told._words.said()
    assert found.at() == CONFIRM
    assert signed_reports(session.site) == ()
    assert not (tmp_path / "signed.pdf").exists()


def test_a_token_that_cannot_be_used_is_told_and_its_library_remembered(
    program: Facewise, page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    found._who.choices.choose(TOKEN)
    found.forward.click()
    assert "PIN" in found.told._words.said()
    found._who.token.show_library(tmp_path / "none.so")
    found._who.token.pin.field.setText("1234")
    found.forward.click()
    qtbot.waitUntil(lambda: "PIN" not in found.told._words.said() or found.back.isEnabled(), timeout=LONG)
    qtbot.waitUntil(lambda: found.told._words.said().startswith("密码钥匙"), timeout=LONG)
    assert found.at() == WHO
    assert program.window.settings.now.token.endswith("none.so")


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_a_key_in_a_token_signs(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    found = dialog(page)
    found._who.choices.choose(TOKEN)
    found._who.token.show_library(softhsm())
    found._who.token.pin.field.setText(PIN)
    found._who.token.name.field.setText("李𬭎")
    found.forward.click()
    go_to_confirm(found, qtbot)
    assert not found._confirm.secret.isVisible()
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    assert verify((tmp_path / "signed.pdf").read_bytes(), {}).signers[0].name == "李𬭎"
    assert found._done._backup.isHidden()
    assert kept() == ()


def test_without_the_package_a_sentence_stands_in_the_place_of_the_token(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facewise.ui.dialogs.unlock.find_spec", lambda _name: None)
    found = dialog(page)
    found._who.choices.choose(TOKEN)
    assert not found.forward.isEnabled()
    assert found._who.token._missing.isVisible()
    assert "facewise[pkcs11]" in found._who.token._missing.said()
    assert not found._who.token.pin.isVisible()


def test_a_system_without_a_key_store_says_so(page: DocumentsPage, qtbot: QtBot, no_keys: None) -> None:
    found = dialog(page)
    remember = found._who.remember
    qtbot.waitUntil(lambda: remember.has_store is False, timeout=LONG)
    assert not remember.box.isEnabled()
    assert remember._none.isVisible()


def test_a_passphrase_goes_into_the_key_store_when_asked_and_is_not_asked_again(
    page: DocumentsPage, qtbot: QtBot, keys: InMemory
) -> None:
    found = dialog(page)
    qtbot.waitUntil(lambda: found._who.remember.has_store is True, timeout=LONG)
    found._who.remember.box.setChecked(True)
    make_identity(found)
    at(found, SEAL, qtbot)
    assert list(keys.kept.values()) == [PASSPHRASE]
    found.reject()
    qtbot.waitUntil(lambda: not page.window().findChildren(SigningDialog))
    again = dialog(page)
    again.forward.click()
    go_to_confirm(again, qtbot)
    assert not again._confirm.secret.isVisible()


def test_a_consultant_countersigns_a_report_from_the_check(
    program: Facewise, page: DocumentsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    found = dialog(page)
    make_identity(found)
    go_to_confirm(found, qtbot)
    found.sign(tmp_path / "signed.pdf")
    at(found, SIGNED, qtbot)
    found._done._check.click()
    check = program.window.findChild(VerifyPage)
    assert check is not None
    qtbot.waitUntil(check._countersign.isVisible, timeout=LONG)
    check._countersign.click()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CountersignDialog)), timeout=LONG)
    (second,) = program.window.findChildren(CountersignDialog)
    assert PAPER not in second._seal.choices.cards
    second._who.new.name.field.setText("林晓彤")
    make_identity(second)
    go_to_confirm(second, qtbot)
    assert "signed.pdf" in second._confirm._values["paper"].said()
    assert "证据" in second._confirm._read.text()
    second.sign(tmp_path / "both.pdf")
    at(second, SIGNED, qtbot)
    verdict = verify((tmp_path / "both.pdf").read_bytes(), {})
    assert verdict.intact
    assert [signer.name for signer in verdict.signers] == [session.answers.business.name, "林晓彤"]
    assert len(signed_reports(session.site)) == 1
    second._done._check.click()
    qtbot.waitUntil(lambda: check._file._name.said() == "both.pdf", timeout=LONG)
    qtbot.waitUntil(check._countersign.isVisible, timeout=LONG)
    full = (tmp_path / "both.pdf").read_bytes()
    for name in ("陈房东", "赵总部"):
        full = sign_report(full, person(name), session.pack, "zh", NOW, countersign=True)
    (tmp_path / "full.pdf").write_bytes(full)
    check.check(tmp_path / "full.pdf")
    qtbot.waitUntil(lambda: check._file._name.said() == "full.pdf", timeout=LONG)
    assert not check._countersign.isVisible()


def test_a_changed_report_is_not_countersigned(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    program.window.wants("countersign", str(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)), timeout=LONG)
    (box,) = program.window.findChildren(QMessageBox)
    assert box.text() == tell(NotAReportError())
    box.close()
