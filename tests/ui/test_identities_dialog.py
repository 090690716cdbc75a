"""The identities of this computer, in the window: made, brought in, passed on, sealed, removed."""

import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.signing.authority import issued
from tests.signing.papers import NOW, PASSPHRASE
from tests.signing.pictures import seal
from tests.signing.softhsm import MISSING, PIN, softhsm
from tests.store.test_passphrases import InMemory

from facewise.i18n import tell
from facewise.signing.identities import Identity, new_identity, open_identity
from facewise.signing.keyfile import WrongPassphraseError
from facewise.store.identities import keep, kept
from facewise.store.seals import keep_seal, seal_of
from facewise.ui.app import Facewise
from facewise.ui.dialogs.identities import DETAILS, EMPTY, FILE, NEW, TOKEN, IdentitiesDialog
from facewise.ui.dialogs.identity_details import Kept

LONG = 30_000


@pytest.fixture(scope="module")
def locked() -> bytes:
    return new_identity(
        name="李𬭎",
        organisation="杭州安澜物业服务有限公司滨江花园物业服务中心",
        passphrase=PASSPHRASE,
        now=NOW,
    )


@pytest.fixture(scope="module")
def owner(locked: bytes) -> Identity:
    return open_identity(locked, PASSPHRASE)


def as_file(identity: Identity) -> bytes:
    """The PKCS#12 as an authority hands it out, with what stands above."""
    certificate, *above = map(x509.load_der_x509_certificate, (identity.certificate, *identity.chain))
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    assert isinstance(identity.key, RSAPrivateKey)
    return pkcs12.serialize_key_and_certificates(None, identity.key, certificate, above, locked)


def opened(program: Facewise) -> IdentitiesDialog:
    program.window.wants("identities")
    return program.window.findChildren(IdentitiesDialog)[-1]


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, how: str = "getSaveFileName") -> None:
    monkeypatch.setattr(QFileDialog, how, lambda *_more: (str(path), ""))


def test_where_there_is_none_a_sentence_says_so(program: Facewise) -> None:
    dialog = opened(program)
    assert dialog.pages.currentIndex() == EMPTY
    assert "还没有身份" in dialog._none.said()


def test_an_identity_is_made_and_shown(program: Facewise, qtbot: QtBot) -> None:
    dialog = opened(program)
    dialog.adds[NEW].click()
    assert dialog.focusWidget() is dialog.new.name.field
    dialog.new.name.field.setText("李𬭎")
    dialog.new.first.field.setText(PASSPHRASE)
    qtbot.waitUntil(lambda: "够强" in dialog.new._said.said(), timeout=LONG)
    dialog.forms[NEW].take.click()
    assert "一样" in dialog.told._words.said()
    dialog.new.second.field.setText(PASSPHRASE)
    dialog.forms[NEW].take.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == DETAILS, timeout=LONG)
    (one,) = kept()
    assert one.signatory.name == "李𬭎"
    assert dialog.list.count() == 1
    assert dialog.details.values["fingerprint"].said().replace(" ", "") == one.signatory.fingerprint
    assert dialog.new.first.field.text() == ""
    program.speak("en")
    qtbot.waitUntil(lambda: "self-signed" in dialog.list.item(0).text())


def test_a_certificate_of_an_authority_is_brought_in(
    program: Facewise, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ca.p12"
    file.write_bytes(as_file(issued()))
    dialog = opened(program)
    dialog.adds[FILE].click()
    dialog.forms[FILE].take.click()
    assert "证书文件" in dialog.told._words.said()
    choose(monkeypatch, file, "getOpenFileName")
    dialog.file._choose.click()
    dialog.file.secret.field.setText("wrong")
    dialog.forms[FILE].take.click()
    qtbot.waitUntil(lambda: dialog.told._words.said() == tell(WrongPassphraseError()), timeout=LONG)
    dialog.file.secret.field.setText(PASSPHRASE)
    dialog.forms[FILE].take.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == DETAILS, timeout=LONG)
    assert dialog.details.values["kind"].said() == "机构发的"
    dialog.adds[FILE].click()
    dialog.forms[FILE].back.click()
    assert dialog.pages.currentIndex() == DETAILS


def test_the_public_certificate_and_a_backup_go_into_files(
    program: Facewise, owner: Identity, locked: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(locked, owner.certificate)
    dialog = opened(program)
    choose(monkeypatch, tmp_path / "own.pem")
    dialog.details.export.click()
    assert ssl.PEM_cert_to_DER_cert((tmp_path / "own.pem").read_text()) == owner.certificate
    assert "没有密钥" in dialog.told._words.said()
    choose(monkeypatch, tmp_path / "own.p12")
    dialog.details.backup.click()
    assert (tmp_path / "own.p12").read_bytes() == locked
    choose(monkeypatch, tmp_path / "none" / "own.p12")
    dialog.details.backup.click()
    assert "none" in dialog.told._words.said()


def test_removing_says_what_is_lost_and_takes_all_of_it(
    program: Facewise, owner: Identity, locked: bytes, tmp_path: Path, qtbot: QtBot, keys: InMemory
) -> None:
    fingerprint = owner.signatory.fingerprint
    keep(locked, owner.certificate)
    (tmp_path / "seal.png").write_bytes(seal(100))
    keep_seal(fingerprint, tmp_path / "seal.png", transparent=True)
    keys.set_password("facewise", fingerprint, PASSPHRASE)
    dialog = opened(program)
    dialog.details.remove.click()
    (box,) = dialog.findChildren(QMessageBox)
    assert "谁也不能再以这个签名人签署" in box.informativeText()
    assert box.defaultButton().text() == "取消"
    box.defaultButton().click()
    assert len(kept()) == 1
    dialog.details.remove.click()
    box = dialog.findChildren(QMessageBox)[-1]
    next(button for button in box.buttons() if button.text() == "删除").click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == EMPTY, timeout=LONG)
    assert kept() == ()
    assert seal_of(fingerprint) is None
    assert keys.kept == {}
    assert "李𬭎" in dialog.told._words.said()


def test_a_seal_is_chosen_seen_sized_and_removed(
    program: Facewise,
    owner: Identity,
    locked: bytes,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fingerprint = owner.signatory.fingerprint
    keep(locked, owner.certificate)
    part = opened(program).details.seal
    assert part.remove.isHidden()
    (tmp_path / "seal.png").write_bytes(seal(200))
    choose(monkeypatch, tmp_path / "seal.png", "getOpenFileName")
    with qtbot.waitSignal(part.changed, timeout=LONG):
        part.choose.click()
    clear = seal_of(fingerprint)
    with qtbot.waitSignal(part.changed, timeout=LONG):
        part.transparent.setChecked(False)
    opaque = seal_of(fingerprint)
    assert clear is not None
    assert opaque is not None
    assert clear.png != opaque.png
    assert [part.across.itemData(n) for n in range(part.across.count())] == ["38", "40", "42", "45"]
    part.across.picked.emit("38")
    assert "38 毫米" in part.preview.accessibleDescription()
    part.remove.click()
    assert seal_of(fingerprint) is None
    assert "没有印章" in part.preview.accessibleDescription()


def test_the_key_store_takes_a_passphrase_that_opens_the_identity_and_gives_it_up(
    program: Facewise, owner: Identity, locked: bytes, qtbot: QtBot, keys: InMemory
) -> None:
    keep(locked, owner.certificate)
    dialog = opened(program)
    part = dialog.details.passphrase
    qtbot.waitUntil(lambda: part.state is Kept.NOWHERE, timeout=LONG)
    part.secret.field.setText("wrong")
    part.remember.click()
    qtbot.waitUntil(dialog.told.isVisible, timeout=LONG)
    assert keys.kept == {}
    part.secret.field.setText(PASSPHRASE)
    part.remember.click()
    qtbot.waitUntil(lambda: part.state is Kept.IN_STORE, timeout=LONG)
    assert list(keys.kept.values()) == [PASSPHRASE]
    part.forget.click()
    qtbot.waitUntil(lambda: part.state is Kept.NOWHERE, timeout=LONG)
    assert keys.kept == {}


def test_without_a_key_store_it_is_said_and_nothing_offered(
    program: Facewise, owner: Identity, locked: bytes, qtbot: QtBot, no_keys: None
) -> None:
    keep(locked, owner.certificate)
    part = opened(program).details.passphrase
    qtbot.waitUntil(lambda: part.state is Kept.NO_STORE, timeout=LONG)
    assert "没有可用的钥匙串" in part._said.said()
    assert part.remember.isHidden()


def test_an_expired_identity_is_called_so(program: Facewise) -> None:
    old = new_identity(name="旧身份", passphrase=PASSPHRASE, now=NOW - timedelta(days=4000))
    keep(old, open_identity(old, PASSPHRASE).certificate)
    assert "已过期" in opened(program).details.values["valid"].said()


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_the_key_of_a_token_is_shown_with_a_seal_and_nothing_of_it_is_kept(
    program: Facewise, qtbot: QtBot
) -> None:
    dialog = opened(program)
    dialog.adds[TOKEN].click()
    dialog.forms[TOKEN].take.click()
    assert "PIN" in dialog.told._words.said()
    dialog.token.show_library(softhsm())
    dialog.token.pin.field.setText(PIN)
    dialog.token.name.field.setText("李𬭎")
    dialog.forms[TOKEN].take.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == DETAILS, timeout=LONG)
    assert dialog.details.values["kind"].said() == "密码钥匙里的密钥"
    assert dialog.details.backup.isHidden()
    assert dialog.details.passphrase.isHidden()
    assert not dialog.details.seal.isHidden()
    assert kept() == ()
    assert dialog.token.pin.field.text() == ""
