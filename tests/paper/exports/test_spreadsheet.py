"""The spreadsheet and the table: a row for every question, real days, nothing that computes."""

import codecs
import csv
import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.assessment.sites import ON
from tests.paper.exports.results import DUE, PACK, gate, reported

from facewise.assessment.answers import Answer, Answers
from facewise.i18n import LANGUAGES, Edition, Language
from facewise.paper.exports.commas import commas
from facewise.paper.exports.reminders import Kept
from facewise.paper.exports.spreadsheet import spreadsheet
from facewise.paper.exports.tables import about, action_plan, questions
from facewise.paper.report import Report

EDITIONS: tuple[Edition, ...] = (*LANGUAGES, "both")
KEPT = (Kept(1, dt.date(2029, 11, 20)),)


def book(report: Report, edition: Edition) -> openpyxl.Workbook:
    grids = (questions(report), action_plan(report, KEPT), about(report))
    return openpyxl.load_workbook(io.BytesIO(spreadsheet(report, grids, edition)))


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): number for number, cell in enumerate(sheet[1])}


def rows(sheet: Worksheet) -> dict[str, dict[str, object]]:
    """The rows by their code, cells by the heads of their columns."""
    heads = list(columns(sheet))
    every = [dict(zip(heads, values, strict=True)) for values in sheet.iter_rows(2, values_only=True)]
    return {str(row[heads[0]]): row for row in every}


def test_every_question_has_a_row_also_those_not_asked_with_the_reason() -> None:
    found = rows(book(gate(), "en").worksheets[0])
    assert set(found) == {question.code for question in PACK.questions}
    assert found["C8"]["State"] == "Not asked"
    assert found["C8"]["Why (not asked, not applicable, to be noted)"] == "S7: The person's consent"
    assert found["D1"]["State"] == "Partly"
    assert found["D1"]["Class"] == "Red line"
    assert found["S4"]["Answer"] == "Residents' entry"
    assert found["S11"]["Answer"] == "120000 (2026-11-02)"
    assert found["D1"]["Evidence (items)"] == 0


def test_what_is_to_be_known_about_an_answer_stands_beside_it() -> None:
    why = "Why (not asked, not applicable, to be noted)"
    report = gate(S6="private", S14=Answer(), B1="unknown", C4=Answer(value="na", reason="还没有人撤回"))
    found = rows(book(report, "en").worksheets[0])
    assert (
        found["H1"]["Answer"] == "We have facial recognition devices or cameras inside these private spaces."
    )
    assert str(found["H1"][why]).startswith("A use is installed inside a private space")
    assert found["B2"]["State"] == "May be asked"
    assert (found["C4"]["State"], found["C4"][why]) == ("Not applicable", "还没有人撤回")
    assert (found["S14"]["State"], found["S14"]["Answer"]) == ("Not answered", None)
    bare = rows(book(gate(C8=Answer(value="yes"), S7="contract"), "en").worksheets[0])
    assert bare["C8"][why] == "Evidence missing"


def test_of_several_uses_each_has_its_rows() -> None:
    report = gate()
    two = tuple(report.answers.uses[0].model_copy(update={"id": name}) for name in ("east", "west"))
    sheet = book(reported(report.answers.model_copy(update={"uses": two})), "zh").worksheets[0]
    per_use = sum(question.scope == "use" for question in PACK.questions)
    assert sheet.max_row == 1 + len(PACK.questions) + per_use


def test_days_are_days() -> None:
    found = book(gate(), "en")
    assert rows(found.worksheets[0])["I2"]["By"] == dt.datetime.combine(DUE, dt.time())
    dues = [row[0] for row in found.worksheets[1].iter_rows(2, values_only=True)]
    assert all(isinstance(due, dt.datetime) for due in dues)
    assert dt.datetime(2029, 11, 20) in dues  # noqa: DTZ001, a spreadsheet knows no zone
    assert found.worksheets[1]["A2"].number_format == "yyyy-mm-dd"


def test_the_plan_begins_with_the_nearest_day_and_ends_with_what_the_law_sets() -> None:
    sheet = book(gate(), "zh").worksheets[1]
    dues = [row[0] for row in sheet.iter_rows(2, values_only=True)]
    steps = [row[0] for row in sheet.iter_rows(2, values_only=True) if row[1]]
    assert steps == sorted(steps)
    assert dues[: len(steps)] == steps
    assert "人脸识别备案最后一天" in [cell.value for cell in sheet["D"]]


def test_nothing_that_was_typed_is_a_formula() -> None:
    sheet = book(gate(), "en").worksheets[0]
    place = columns(sheet)
    row = next(row for row in sheet.iter_rows(2) if row[0].value == "D1")
    note = row[place["Remark"]]
    assert (note.value, note.data_type, note.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_heads_stay_filters_are_set_and_pages_are_as_wide_as_the_table(edition: Edition) -> None:
    found = book(gate(), edition)
    assert len(found.worksheets) == 3
    for sheet in found.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all(sheet.cell(2, n).alignment.wrap_text for n in range(1, sheet.max_column + 1))
    assert [bool(sheet.auto_filter.ref) for sheet in found.worksheets] == [True, True, False]


def test_side_by_side_has_both_languages_in_a_cell() -> None:
    found = book(gate(), "both")
    assert found.sheetnames == ["全部题目 All questions", "整改计划 Action plan", "关于 About"]
    assert found.worksheets[0]["A1"].value == "题\nNo."


def test_private_notes_are_in_no_table() -> None:
    found = book(gate(), "zh")
    assert not [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.value == "秘密"]


def test_the_same_report_gives_the_same_bytes() -> None:
    report = gate()
    grids = (questions(report), action_plan(report))
    assert spreadsheet(report, grids, "zh") == spreadsheet(report, grids, "zh")


def test_long_notes_and_names_are_complete() -> None:
    note = "门卫说，" * 1250
    report = gate(C3=Answer(value="no", note=note))
    name = "长" * 300
    business = report.answers.business.model_copy(update={"name": name, "site": name})
    found = book(reported(report.answers.model_copy(update={"business": business})), "both")
    assert rows(found.worksheets[0])["C3"]["说明\nRemark"] == note
    assert found.worksheets[-1]["B2"].value == name
    assert found.sheetnames[2] == "长文字全文 Long texts in full"
    long = found.worksheets[2]
    assert "".join(str(row[2]) for row in long.iter_rows(2, values_only=True) if row[0] == "C3") == note


def test_a_note_of_many_short_lines_is_shown_in_pieces_that_fit_a_row() -> None:
    note = "\n".join(f"第 {n} 行" for n in range(200))
    found = book(gate(C3=Answer(value="no", note=note)), "zh")
    long = found.worksheets[2]
    pieces = [str(row[2]) for row in long.iter_rows(2, values_only=True)]
    assert "\n".join(pieces) == note
    assert max(row.height or 0 for row in long.row_dimensions.values()) < 409


def test_a_site_without_answers_has_its_questions_and_no_plan() -> None:
    found = book(reported(Answers(on=ON)), "en")
    assert set(rows(found.worksheets[0])) == {question.code for question in PACK.questions}
    assert rows(found.worksheets[0])["D1"]["State"] == "Not asked"
    assert found.worksheets[1].max_row == 1 + len(KEPT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_the_same_rows_and_excel_reads_its_letters(language: Language) -> None:
    report = gate()
    data = commas(questions(report), language)
    assert data.startswith(codecs.BOM_UTF8)
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    sheet = book(report, language).worksheets[0]
    assert len(lines) == sheet.max_row
    assert lines[0] == [str(cell.value) for cell in sheet[1]]
    by_code = {line[0]: line for line in lines}
    assert by_code["I2"][13] == DUE.isoformat()


def test_in_the_table_an_apostrophe_keeps_a_text_from_being_a_formula() -> None:
    data = commas(questions(gate()), "zh").decode("utf-8-sig")
    by_code = {line[0]: line for line in csv.reader(io.StringIO(data, newline=""))}
    assert by_code["D1"][9] == "'=HYPERLINK(1)"
    assert by_code["I2"][12] == "'@周敏"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_the_spreadsheet(tmp_path: Path) -> None:
    report = gate()
    file = tmp_path / "findings.xlsx"
    file.write_bytes(spreadsheet(report, (questions(report), action_plan(report)), "zh"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = list(csv.reader((tmp_path / "findings.csv").read_text("utf-8").splitlines(keepends=True)))
    assert len(lines) == 1 + len(PACK.questions)
