import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.signing.papers import PASSPHRASE, person
from tests.ui.opened import opened, shop

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.report import write
from facewise.signing.identities import new_identity, open_identity, short
from facewise.store.pins import pins
from facewise.store.roots import roots
from facewise.store.signed import keep_report, keep_scans, sign_site
from facewise.store.site_file import SiteFile
from facewise.ui.app import Facewise
from facewise.ui.dialogs.plain import Entry
from facewise.ui.dialogs.trust import TrustDialog
from facewise.ui.pages.verify import VerifyPage
from facewise.ui.pages.verify_parts import FoundRow
from facewise.ui.pdf_pages import sheets
from facewise.ui.places import RESULT

NOW = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
LONG = 30_000


@pytest.fixture(scope="module")
def signed() -> tuple[bytes, str]:
    """A signed report of a shop, and the fingerprint of its signer."""
    pack, answers = load_pack(), shop(B1="no")
    identity = open_identity(new_identity(name="海棠便利店", passphrase=PASSPHRASE, now=NOW), PASSPHRASE)
    report = write(pack, pack_bytes(), answers, assess(pack, answers), NOW)
    _site, pdf = sign_site(SiteFile(answers, pack_bytes()), report, "zh", identity, NOW)
    return pdf, identity.signatory.fingerprint


@pytest.fixture
def file(tmp_path: Path, signed: tuple[bytes, str]) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(signed[0])
    return path


def check(program: Facewise, file: Path, qtbot: QtBot) -> VerifyPage:
    program.window.wants("verify", str(file))
    page = program.window.findChild(VerifyPage)
    assert page is not None
    qtbot.waitUntil(lambda: page._running is not None and page._running.is_over, timeout=LONG)
    return page


def row(page: VerifyPage, start: str) -> FoundRow:
    return next(one for one in page._found.rows if one.accessibleName().startswith(start))


def test_a_signer_is_known_only_after_the_fingerprint_was_compared(
    program: Facewise, file: Path, signed: tuple[bytes, str], qtbot: QtBot
) -> None:
    page = check(program, file, qtbot)
    assert "第一次见到" in page._verdict.accessibleName()
    (box,) = page._found.prints
    assert box.number.said() == short(signed[1])
    page = check(program, file, qtbot)
    assert "从没核对过" in page._verdict.accessibleName()
    assert pins().signers[signed[1]].compared is None
    page._found.prints[0].keep.click()
    qtbot.waitUntil(lambda: "完好" in page._verdict.accessibleName(), timeout=LONG)
    assert pins().signers[signed[1]].compared is not None
    assert page._found.prints == []
    assert "核对并记住" in row(page, "谁签的").accessibleDescription()
    assert file.read_bytes() == signed[0]


def test_what_was_found_can_be_saved_as_text_json_and_pdf(
    program: Facewise, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = check(program, file, qtbot)
    targets = {ending: tmp_path / f"found{ending}" for ending in (".txt", ".json", ".pdf")}
    for target in targets.values():
        chosen = (str(target), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more, chosen=chosen: chosen)
        page._save.click()
        qtbot.waitUntil(target.exists, timeout=LONG)
    assert "第一次见到" in targets[".txt"].read_text("utf-8")
    assert json.loads(targets[".json"].read_text("utf-8"))["kind"] == "intact_first_seen"
    words = "".join(sheet.text for sheet in sheets(targets[".pdf"].read_bytes()))
    assert "第一次见到" in words
    page.save(tmp_path / "found.odd")
    qtbot.waitUntil(lambda: "found.odd.pdf" in page._told._words.said(), timeout=LONG)


def test_authorities_and_compared_signers_are_listed_added_and_removed(
    program: Facewise, file: Path, signed: tuple[bytes, str], tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = check(program, file, qtbot)
    page._found.prints[0].keep.click()
    qtbot.waitUntil(lambda: "完好" in page._verdict.accessibleName(), timeout=LONG)
    page._trust.click()
    (dialog,) = program.window.findChildren(TrustDialog)
    root = person("某某认证中心")
    certificate = tmp_path / "root.der"
    certificate.write_bytes(root.certificate)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_more: (str(certificate), ""))
    dialog.add.click()
    assert [one.holder.name for one in roots()] == ["某某认证中心"]
    qtbot.waitUntil(lambda: set(entries(dialog)) == {"某某认证中心", "海棠便利店"})
    press(dialog, entries(dialog)["某某认证中心"], "不再信任")
    assert roots() == ()
    qtbot.waitUntil(lambda: set(entries(dialog)) == {"海棠便利店"})
    press(dialog, entries(dialog)["海棠便利店"], "忘掉")
    qtbot.waitUntil(lambda: "第一次见到" in page._verdict.accessibleName(), timeout=LONG)
    certificate.write_text("nothing")
    dialog.add.click()
    assert "root.der" in dialog.told._words.said()


def entries(dialog: TrustDialog) -> dict[str, Entry]:
    return {one.accessibleName(): one for one in dialog.findChildren(Entry) if one.isVisible()}


def press(dialog: TrustDialog, entry: Entry, words: str) -> None:
    """Press the button of an entry, and say yes to what is asked."""
    entry.findChildren(QPushButton)[0].click()
    box = dialog.findChildren(QMessageBox)[-1]
    next(button for button in box.buttons() if button.text() == words).click()


def test_the_scan_of_the_sealed_paper_is_known_again(
    program: Facewise, tmp_path: Path, signed: tuple[bytes, str], qtbot: QtBot
) -> None:
    session = opened(program, tmp_path, shop(B1="no"), RESULT)
    site = keep_report(session.site, signed[0], "report.pdf", NOW)
    session.replace_site(keep_scans(site, [("png", b"picture")], NOW))
    scan, report = tmp_path / "scan.png", tmp_path / "own.pdf"
    scan.write_bytes(b"picture")
    report.write_bytes(signed[0])
    page = check(program, scan, qtbot)
    assert "扫描件" in page._verdict.accessibleName()
    assert "scan-1.png" in row(page, "本次自查").accessibleName()
    page = check(program, report, qtbot)
    assert "scan-1.png" in row(page, "本次自查").accessibleDescription()
    program.window.apart.check_pdf("kept.pdf", signed[0])
    qtbot.waitUntil(lambda: page._file._name.said() == "kept.pdf", timeout=LONG)


def test_pages_edited_before_signing_are_found_out(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    pack, answers = load_pack(), shop(B1="no")
    identity = open_identity(new_identity(name="海棠便利店", passphrase=PASSPHRASE, now=NOW), PASSPHRASE)
    report = write(pack, pack_bytes(), answers, assess(pack, answers), NOW)
    flattering = replace(report, assessment=replace(report.assessment, grade="A", by_score=False))
    _site, pdf = sign_site(SiteFile(answers, pack_bytes()), flattering, "zh", identity, NOW)
    file = tmp_path / "flattering.pdf"
    file.write_bytes(pdf)
    page = check(program, file, qtbot)
    assert page._verdict.property("band") == "gap"


def test_the_result_is_shown_as_printed_and_as_computed(program: Facewise, file: Path, qtbot: QtBot) -> None:
    page = check(program, file, qtbot)
    assert page._found.table is not None
    grid = page._found.table.grid
    cells = [[grid.itemAtPosition(n, c).widget().said() for c in (1, 2, 3)] for n in (1, 2)]  # type: ignore[union-attr]
    assert cells[0] == cells[1]
    assert cells[0][0].startswith("D ")
    assert page._verdict.property("band") == "unknown"


def test_a_changed_report_is_not_to_be_relied_on(
    program: Facewise, tmp_path: Path, signed: tuple[bytes, str], qtbot: QtBot
) -> None:
    changed = bytearray(signed[0])
    changed[changed.find(b"stream", 2000) + 40] ^= 1
    path = tmp_path / "changed.pdf"
    path.write_bytes(changed)
    page = check(program, path, qtbot)
    assert page._verdict.property("band") == "gap"
    assert "不要采信" in page._verdict.accessibleName()
    assert page._found.prints == []
    assert pins().signers == {}


def test_what_is_no_pdf_gets_a_sentence(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("not a PDF")
    page = check(program, path, qtbot)
    assert "不是能读的 PDF" in page._verdict.accessibleName()


def test_a_file_that_is_not_there_gets_a_sentence(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    page = check(program, tmp_path / "gone.pdf", qtbot)
    assert "gone.pdf" in page._told._words.said()
    assert page._area.isVisible()


def test_an_unsigned_report_is_vouched_for_by_nobody(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    from facewise.paper.pdf.report.document import render_report

    pack, answers = load_pack(), shop()
    path = tmp_path / "unsigned.pdf"
    path.write_bytes(
        render_report(write(pack, pack_bytes(), answers, assess(pack, answers), NOW, draft=True), "zh")
    )
    page = check(program, path, qtbot)
    assert page._verdict.accessibleName() == "没有签名"
    assert "草稿" in row(page, "文件完整").accessibleDescription()
    assert [one.accessibleName().partition("：")[0] for one in page._found.rows] == [
        "文件完整",
        "结果",
        "页面",
    ]


def test_back_leads_to_what_was_open_before(
    program: Facewise, tmp_path: Path, file: Path, qtbot: QtBot
) -> None:
    opened(program, tmp_path, shop(), RESULT)
    page = check(program, file, qtbot)
    assert page.isVisible()
    assert page.footer is not None
    page.footer.back.click()
    assert program.window.place == RESULT
    check(program, file, qtbot)
    program.window.wants("back")
    assert program.window.place == RESULT


def test_words_follow_the_language(program: Facewise, file: Path, qtbot: QtBot) -> None:
    page = check(program, file, qtbot)
    program.speak("en")
    qtbot.waitUntil(lambda: "first time" in page._verdict.accessibleName())
    assert page._found.rows[0].accessibleName() == "The file: Nothing was changed since it was signed"
