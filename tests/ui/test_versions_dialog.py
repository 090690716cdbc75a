"""What was signed in an assessment, in the window: kept, opened, taken out, checked, scanned."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from tests.signing.papers import PASSPHRASE, person
from tests.signing.pictures import seal
from tests.ui.opened import opened, shop

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.pdf.report.document import render_report
from facewise.paper.report import write
from facewise.signing.identities import new_identity, open_identity
from facewise.signing.papers import sign_report
from facewise.store.signed import sign_site, signed_reports
from facewise.store.site_file import SiteFile
from facewise.ui.app import Facewise
from facewise.ui.dialogs.plain import Entry
from facewise.ui.dialogs.versions import VersionsDialog
from facewise.ui.pages.verify import VerifyPage
from facewise.ui.places import RESULT
from facewise.ui.session import Session

NOW = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
LONG = 30_000


@pytest.fixture(scope="module")
def site() -> SiteFile:
    """A shop whose report was signed once."""
    pack, answers = load_pack(), shop(B1="no")
    identity = open_identity(new_identity(name="海棠便利店", passphrase=PASSPHRASE, now=NOW), PASSPHRASE)
    report = write(pack, pack_bytes(), answers, assess(pack, answers), NOW)
    return sign_site(SiteFile(answers, pack_bytes()), report, "zh", identity, NOW)[0]


@pytest.fixture
def session(program: Facewise, tmp_path: Path, site: SiteFile) -> Session:
    made = opened(program, tmp_path, shop(B1="no"), RESULT)
    made.replace_site(site)
    return made


def shown(program: Facewise) -> VersionsDialog:
    program.window.wants("versions")
    return program.window.findChildren(VersionsDialog)[-1]


def entries(dialog: VersionsDialog) -> list[Entry]:
    return [one for one in dialog.findChildren(Entry) if one.isVisible()]


def told(dialog: VersionsDialog) -> str:
    return "\n".join(one.accessibleDescription() for one in entries(dialog))


def press(entry: Entry, words: str) -> None:
    next(one for one in entry.findChildren(QPushButton) if one.accessibleName() == words).click()


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system was asked to show."""
    found: list[Path] = []
    note: Callable[[QUrl], None] = lambda url: found.append(Path(url.toLocalFile()))  # noqa: E731
    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return found


def test_a_version_says_when_by_whom_and_until_when(
    program: Facewise, session: Session, qtbot: QtBot
) -> None:
    dialog = shown(program)
    (entry,) = entries(dialog)
    assert entry.accessibleName() == "第 1 份，2026年11月22日签署"
    assert "海棠便利店" in entry.accessibleDescription()
    assert "2029年11月22日" in entry.accessibleDescription()
    assert "没有再改" in entry.accessibleDescription()
    session.set_business(name="杭州海棠连锁便利店有限公司")
    dialog.retranslate()
    qtbot.waitUntil(lambda: "有变化" in told(dialog))


def test_the_pdf_opens_is_taken_out_and_checked(
    program: Facewise,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    looked_at: list[Path],
) -> None:
    pdf = signed_reports(session.site)[0].pdf
    dialog = shown(program)
    press(entries(dialog)[0], "打开 PDF")
    press(entries(dialog)[0], "打开 PDF")
    assert [one.read_bytes() for one in looked_at] == [pdf, pdf]
    assert looked_at[0].parent.stat().st_mode & 0o077 == 0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(tmp_path / "x"), ""))
    press(entries(dialog)[0], "另存一份…")
    assert (tmp_path / "x.pdf").read_bytes() == pdf
    press(entries(dialog)[0], "核验")
    page = program.window.findChild(VerifyPage)
    assert page is not None
    qtbot.waitUntil(lambda: "第 1 份" in page._file._name.said(), timeout=LONG)
    assert "第一次见到" in page._verdict.accessibleName()


def test_scans_of_the_sealed_paper_are_attached_and_looked_at(
    program: Facewise,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    looked_at: list[Path],
) -> None:
    scan, odd = tmp_path / "sealed.png", tmp_path / "sealed.txt"
    scan.write_bytes(seal(100))
    odd.write_text("no scan")
    dialog = shown(program)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_more: ([str(odd)], ""))
    press(entries(dialog)[0], "附扫描件…")
    qtbot.waitUntil(lambda: "sealed.txt" in dialog.told._words.said(), timeout=LONG)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_more: ([str(scan)], ""))
    press(entries(dialog)[0], "附扫描件…")
    qtbot.waitUntil(lambda: bool(signed_reports(session.site)[0].scans), timeout=LONG)
    (kept,) = signed_reports(session.site)[0].scans
    qtbot.waitUntil(lambda: len(entries(dialog)) == 1, timeout=LONG)
    press(entries(dialog)[0], "查看")
    assert looked_at[-1].read_bytes() == kept.data


def test_a_countersigned_report_comes_back_to_its_version(
    program: Facewise,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (version,) = signed_reports(session.site)
    both = sign_report(version.pdf, person("林晓彤"), load_pack(), "zh", NOW, countersign=True)
    file, other = tmp_path / "both.pdf", tmp_path / "other.pdf"
    file.write_bytes(both)
    other.write_bytes(b"%PDF-1.7 other")
    dialog = shown(program)
    dialog.keep_file(other)
    qtbot.waitUntil(lambda: "other.pdf" in dialog.told._words.said(), timeout=LONG)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_more: (str(file), ""))
    dialog.keep.click()
    qtbot.waitUntil(lambda: signed_reports(session.site)[0].final == both, timeout=LONG)
    qtbot.waitUntil(lambda: "会签" in told(dialog))


def test_a_report_that_was_printed_and_sealed_becomes_a_version_on_paper(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    session = opened(program, tmp_path, shop(B1="no"), RESULT)
    dialog = shown(program)
    assert entries(dialog) == []
    pack, answers = load_pack(), session.answers
    file = tmp_path / "printed.pdf"
    file.write_bytes(render_report(write(pack, pack_bytes(), answers, assess(pack, answers), NOW), "zh"))
    dialog.keep_file(file)
    qtbot.waitUntil(lambda: len(entries(dialog)) == 1, timeout=LONG)
    assert "纸面办理" in entries(dialog)[0].accessibleName()
    program.speak("en")
    qtbot.waitUntil(lambda: [one.accessibleName()[:19] for one in entries(dialog)] == ["Version 1, on paper"])


def test_without_an_assessment_there_are_no_versions(program: Facewise) -> None:
    program.window.wants("versions")
    assert program.window.findChildren(VersionsDialog) == []
