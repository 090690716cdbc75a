from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.ui.documents import AREA, NOTICE, REPORT, made, shown
from tests.ui.opened import shop

from facewise.signing.attachments import attached
from facewise.store.designs import design_of, keeping
from facewise.store.exporting import FORMATS
from facewise.ui.app import Facewise
from facewise.ui.making import Made, apart, make
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.pdf_pages import sheets
from facewise.ui.printing import printer_for, put_on_paper
from facewise.ui.saving import in_the_way, put, put_all
from facewise.ui.session import Session
from facewise.ui.working import UnwantedError

A4, A5 = (595, 842), (420, 595)


@pytest.fixture
def complete(program: Facewise, tmp_path: Path) -> tuple[DocumentsPage, Session]:
    return shown(program, tmp_path, shop())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def quiet(_part: int, _whole: int) -> None:
    """Hear how far it is, and do nothing."""


def notice(page: DocumentsPage) -> bytes:
    paper = page.choice.paper(NOTICE)
    assert paper is not None
    return make(page.basis(), paper, "both").content


def sizes(file: Path) -> list[tuple[int, int]]:
    return [(round(sheet.width), round(sheet.height)) for sheet in sheets(file.read_bytes())]


def to_file(pdf: bytes, file: Path) -> QPrinter:
    printer = printer_for(sheets(pdf)[0], "notice")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    return printer


def question(page: DocumentsPage) -> QMessageBox:
    found = page.findChild(QMessageBox)
    assert isinstance(found, QMessageBox)
    return found


def test_everything_ticked_is_put_into_a_folder(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot
) -> None:
    page, _session = complete
    page._edit(AREA, "both")
    page.export(out)
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == len(page.choice.ticked)
    assert {"sign-recognition-area-u0-zh-en.pdf", "notice-u0.pdf", "withdrawal.pdf"} <= set(names)
    (report,) = [path for path in out.iterdir() if path.name.startswith("facewise")]
    assert "answers.json" in attached(report.read_bytes())
    assert str(out) in page._told._words.said()
    assert page._told._open.isVisible()


@pytest.mark.parametrize(("button", "count"), [("替换", 1), ("都留着", 2), ("取消", 1)])
def test_files_that_are_in_the_way_are_asked_about_once(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot, button: str, count: int
) -> None:
    page, _session = complete
    page.choice.ticked = {NOTICE, AREA}
    (out / "notice-u0.pdf").write_bytes(b"mine")
    page.export(out)
    qtbot.waitUntil(lambda: page.findChild(QMessageBox) is not None, timeout=30_000)
    box = question(page)
    assert "1 个" in box.text()
    assert box.informativeText() == "notice-u0.pdf"
    next(each for each in box.buttons() if each.text() == button).click()
    if button == "取消":
        assert [path.read_bytes() for path in out.iterdir()] == [b"mine"]
        return
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert len(list(out.glob("notice*"))) == count
    assert ((out / "notice-u0.pdf").read_bytes() == b"mine") == (count == 2)


def test_stopping_leaves_the_folder_as_it_was(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot
) -> None:
    page, _session = complete
    page.export(out)
    assert not page._export.isEnabled()
    page._busy._cancel()
    assert page._export.isEnabled()
    made(page, qtbot)
    assert list(out.iterdir()) == []


def test_one_paper_is_saved_under_the_name_that_is_chosen(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _session = complete
    offered: list[str] = []

    def choose(_page: object, _title: str, start: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(out / "给住户看的"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page._choose(NOTICE)
    page._stage.save.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert offered == ["notice-u0.pdf"]
    assert [path.name for path in out.iterdir()] == ["给住户看的.pdf"]
    assert page._told._words.said().startswith("给住户看的.pdf")


def test_quick_clicks_open_one_dialog(
    complete: tuple[DocumentsPage, Session], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page, _session = complete
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for _click in range(3):
        page._stage.save.click()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: page._making is not None and page._making.is_over, timeout=30_000)
    page._stage.save.click()
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=30_000)


def test_the_folder_is_asked_for_beside_the_assessment(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, session = complete
    starts: list[str] = []

    def choose(_page: object, _title: str, start: str) -> str:
        starts.append(start)
        return str(out)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    page.choice.ticked = {NOTICE}
    page._export.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert starts == [str(session.path.parent)]
    assert [path.name for path in out.iterdir()] == ["notice-u0.pdf"]


def test_a_folder_that_takes_nothing_is_told_in_a_sentence(
    complete: tuple[DocumentsPage, Session], tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = complete
    page.choice.ticked = {NOTICE}
    page.export(tmp_path / "gone")
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert "notice-u0.pdf" in page._told._words.said()


def test_another_file_of_that_name_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"signed")
    assert in_the_way(tmp_path, [Made("a.pdf", b"new"), Made("b.pdf", b"new")]) == ("a.pdf",)
    assert put(tmp_path, Made("a.pdf", b"new")).name == "a (2).pdf"
    assert put(tmp_path, Made("a.pdf", b"new")).name == "a (2).pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"signed"
    assert put_all(tmp_path, [Made("a.pdf", b"new")], quiet, replace=True) == [tmp_path / "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_no_two_files_that_are_made_together_have_one_name() -> None:
    names = [one.name for one in apart([Made("a.pdf", b"1"), Made("A.pdf", b"2"), Made("a.pdf", b"3")])]
    assert names == ["a.pdf", "A (2).pdf", "a (3).pdf"]


def test_what_is_printed_has_the_pages_and_the_paper_of_the_document(
    complete: tuple[DocumentsPage, Session], tmp_path: Path
) -> None:
    pdf, file = notice(complete[0]), tmp_path / "printed.pdf"
    printer = to_file(pdf, file)
    assert put_on_paper(pdf, printer, quiet) == 3
    assert sizes(file) == [A4] * 3


def test_a_range_of_pages_and_copies_are_printed(
    complete: tuple[DocumentsPage, Session], tmp_path: Path
) -> None:
    pdf, file = notice(complete[0]), tmp_path / "printed.pdf"
    printer = to_file(pdf, file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    assert put_on_paper(pdf, printer, quiet) == 4
    assert sizes(file) == [A4] * 4
    printer = to_file(pdf, file)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printer.setCollateCopies(False)
    printer.setCopyCount(2)
    assert put_on_paper(pdf, printer, quiet) == 4


def test_smaller_paper_that_was_chosen_is_taken_and_nothing_is_cut(
    complete: tuple[DocumentsPage, Session], tmp_path: Path
) -> None:
    pdf, file = notice(complete[0]), tmp_path / "printed.pdf"
    printer = to_file(pdf, file)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    put_on_paper(pdf, printer, quiet)
    assert sizes(file) == [A5] * 3


def test_a_sheet_that_lies_is_printed_lying() -> None:
    from facewise.ui.pdf_pages import Sheet

    layout = printer_for(Sheet(842, 595, ""), "x").pageLayout()
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    sticker = printer_for(Sheet(283.5, 283.5, ""), "x").pageLayout().pageSize()
    assert sticker.size(QPageSize.Unit.Millimeter).toSize() == QSize(100, 100)


def test_printing_that_is_stopped_ends_there(complete: tuple[DocumentsPage, Session], tmp_path: Path) -> None:
    pdf = notice(complete[0])

    def stop(part: int, _whole: int) -> None:
        if part:
            raise UnwantedError

    with pytest.raises(UnwantedError):
        put_on_paper(pdf, to_file(pdf, tmp_path / "printed.pdf"), stop)


def test_a_printer_that_takes_nothing_is_told_in_a_sentence(
    complete: tuple[DocumentsPage, Session], tmp_path: Path
) -> None:
    from facewise.ui.printing import PrinterError

    pdf = notice(complete[0])
    with pytest.raises(PrinterError):
        put_on_paper(pdf, to_file(pdf, tmp_path / "gone" / "printed.pdf"), quiet)


def test_the_system_dialog_prints_what_is_shown(
    program: Facewise, complete: tuple[DocumentsPage, Session], tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = complete
    file = tmp_path / "printed.pdf"
    page._choose(NOTICE)
    program.window.wants("print")
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is not None, timeout=30_000)
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.windowTitle() == "打印：人脸识别告知书"
    assert (dialog.minPage(), dialog.maxPage()) == (1, 2)
    assert dialog.printer().pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(file))
    dialog.done(1)
    qtbot.waitUntil(page._told.isVisible, timeout=60_000)
    assert page._told._words.said() == "已经把 2 页送到打印机"
    assert sizes(file) == [A4] * 2


def test_the_report_that_is_shown_is_the_one_that_is_saved(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    page.choice.draft = True
    paper = page.choice.paper(REPORT)
    assert paper is not None
    assert make(page.basis(), paper, "zh", draft=True).name.endswith("-draft.pdf")


def test_every_other_form_is_offered_and_none_is_ticked(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    forms = [paper for paper in page.choice.papers if paper.group == "file"]
    assert {paper.kind for paper in forms} == set(FORMATS)
    assert not page.choice.ticked & {paper.key for paper in forms}
    page._choose("xlsx")
    assert not page._stage.print.isVisible()
    assert page._stage.save.isVisible()
    assert page._stage.nothing._text.said() == page._aside.paper._use.said()
    assert not page._list.row("answers").drop.isVisibleTo(page._list)


def test_other_forms_are_put_into_the_folder_too(
    complete: tuple[DocumentsPage, Session], out: Path, qtbot: QtBot
) -> None:
    page, session = complete
    session.add_note(session.question("A1").id, "u0", "门卫室登记簿")
    page.choice.ticked = {paper.key for paper in page.choice.papers if paper.group == "file"}
    page.export(out)
    qtbot.waitUntil(page._told.isVisible, timeout=60_000)
    endings = {path.suffix for path in out.iterdir()}
    assert {".xlsx", ".csv", ".ics", ".docx", ".html", ".json"} <= endings
    assert {"notice-u0.docx", "plan.docx"} <= {path.name for path in out.iterdir()}


def test_files_in_folders_keep_their_folders(tmp_path: Path) -> None:
    made = Made("evidence/3f2a/gate.jpg", b"photo")
    assert put(tmp_path, made) == tmp_path / "evidence" / "3f2a" / "gate.jpg"
    assert in_the_way(tmp_path, [made]) == ()


def test_a_web_page_without_a_notice_says_why(program: Facewise, tmp_path: Path) -> None:
    page, _session = shown(program, tmp_path, shop(S6="private"))
    row = page._list.row("html")
    assert not row.tick.isEnabled()
    assert "私密空间" in row._why.said()
    assert "docx notice u0" not in {paper.key for paper in page.choice.papers}


def test_a_sign_for_a_print_shop_is_printed_here_without_its_bleed(
    complete: tuple[DocumentsPage, Session],
) -> None:
    page, session = complete
    design = replace(design_of(session.site, AREA, "recognition_area"), bleed=True)
    session.replace_site(keeping(session.site, AREA, design))
    sign = page.choice.paper(AREA)
    assert sign is not None
    shop, here = (make(page.basis(), sign, "zh", bleed=bleed) for bleed in (True, False))
    assert "print-shop" in shop.name
    assert sheets(shop.content)[0].width > sheets(here.content)[0].width
    assert round(sheets(here.content)[0].width) == A4[0]
