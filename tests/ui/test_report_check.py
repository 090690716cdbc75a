from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.signing.papers import PASSPHRASE
from tests.ui.opened import opened, shop

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.report import write
from facewise.signing.identities import new_identity, open_identity, short
from facewise.store.pins import pins
from facewise.store.signed import sign_site
from facewise.store.site_file import SiteFile
from facewise.ui.app import Facewise
from facewise.ui.pages.verify import VerifyPage
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


def test_a_signer_seen_for_the_first_time_can_be_remembered_after_a_telephone_call(
    program: Facewise, file: Path, signed: tuple[bytes, str], qtbot: QtBot
) -> None:
    page = check(program, file, qtbot)
    assert "第一次见到" in page._verdict.accessibleName()
    assert page._found._print._number.said() == short(signed[1])
    assert pins().signers == {}
    page._found._print._keep.click()
    qtbot.waitUntil(lambda: "完好" in page._verdict.accessibleName(), timeout=LONG)
    assert signed[1] in pins().signers
    assert not page._found._print._keep.isVisible()
    assert file.read_bytes() == signed[0]


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
    grid = page._found._table._grid
    cells = [[grid.itemAtPosition(n, c).widget().text() for c in (1, 2)] for n in (1, 2)]  # type: ignore[union-attr]
    assert cells[0] == cells[1]
    assert cells[0][0] == "D"
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
    assert "草稿" in page._found._rows["file"].accessibleDescription()
    assert page._found._rows["result"].isVisible()
    assert not page._found._rows["who"].isVisible()


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
    assert page._found._rows["file"].accessibleName() == "The file: Nothing was changed since it was signed"
