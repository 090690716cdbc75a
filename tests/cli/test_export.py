"""`export`: a result in other forms, as files."""

import json
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Run

from facewise.cli.export_arguments import FORMATS
from facewise.store import exporting


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.is_file()}


def test_a_folder_takes_every_form(run: Run, site: Path, tmp_path: Path) -> None:
    said = run("export", site, "-o", "out", "--language", "zh")
    assert said.code == 0
    names = files(tmp_path / "out")
    assert {name.rsplit(".", 1)[-1] for name in names} == {"xlsx", "csv", "ics", "docx", "html", "json"}
    assert len(said.out.splitlines()) == len(names)
    assert "no faces of children under 14" in said.err


def test_only_the_forms_that_are_asked_for_are_written(run: Run, site: Path, tmp_path: Path) -> None:
    words = ("--format", "csv", "--format", "ics", "--language", "both")
    assert run("export", site, "-o", "out", *words).code == 0
    assert {name.rsplit("-", 3)[-3:][0] for name in files(tmp_path / "out")} == {"findings", "calendar"}


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ics", "html", "json"])
def test_a_file_says_its_form_by_its_ending(run: Run, site: Path, tmp_path: Path, ending: str) -> None:
    said = run("export", site, "-o", f"out.{ending}")
    assert (said.code, said.out, said.err) == (0, f"out.{ending}\n", "")
    assert (tmp_path / f"out.{ending}").stat().st_size > 0


def test_the_json_is_what_check_prints(run: Run, site: Path, tmp_path: Path) -> None:
    run("export", site, "-o", "out.json")
    assert (tmp_path / "out.json").read_text("utf-8") == run("check", site, "--json").out


def test_answers_can_be_imported_and_give_the_same_result(run: Run, site: Path) -> None:
    assert run("export", site, "-o", "answers.json", "--format", "answers").code == 0
    assert run("import", "answers.json", "-o", "again.facewise").code == 0
    before, after = (json.loads(run("check", file, "--json").out) for file in (site, "again.facewise"))
    assert before == after


def test_private_notes_travel_only_when_asked_for(run: Run, tmp_path: Path) -> None:
    told = {"format": 1, "site": {"H1": {"value": "yes", "private_note": "秘密"}}}
    (tmp_path / "a.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    run("import", "a.json", "-o", "a.facewise")
    run("export", "a.facewise", "-o", "without.json", "--format", "answers")
    run("export", "a.facewise", "-o", "with.json", "--format", "answers", "--private-notes")
    texts = ((tmp_path / name).read_text("utf-8") for name in ("without.json", "with.json"))
    assert ["秘密" in text for text in texts] == [False, True]


def test_one_paper_can_be_a_file(run: Run, site: Path, tmp_path: Path) -> None:
    assert run("export", site, "-o", "plan.docx", "--only", "plan", "--language", "zh").code == 0
    assert docx.Document(str(tmp_path / "plan.docx")).paragraphs[0].text == "整改计划"


def test_several_papers_are_no_file(run: Run, site: Path, tmp_path: Path) -> None:
    said = run("export", site, "-o", "papers.docx")
    assert said.code == 2
    assert "Name a folder, or one paper with --only." in said.err
    assert not (tmp_path / "papers.docx").exists()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("-o", "out.xlsx", "--format", "csv"), "must end in .csv"),
        (("-o", "out", "--format", "pdf"), "invalid choice"),
        (("-o", "out", "--only", "notices"), "There is no paper notices"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, site: Path, tmp_path: Path, words: tuple[str, ...], problem: str
) -> None:
    said = run("export", site, *words)
    assert said.code == 2
    assert problem in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_made_the_reason_is_told(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"format": 1}', "utf-8")
    run("import", "a.json", "-o", "a.facewise")
    said = run("export", "a.facewise", "-o", "out.html")
    assert said.code == 2
    assert "Facial recognition notice: " in said.err
    assert run("export", "a.facewise", "-o", "out").code == 0


def test_a_folder_with_a_dot_is_a_folder_and_files_are_replaced(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "out.json").mkdir()
    for _ in range(2):
        assert run("export", site, "-o", "out.json", "--format", "json").code == 0
    assert len(files(tmp_path / "out.json")) == 1


def test_the_command_names_the_forms_there_are() -> None:
    assert FORMATS == exporting.FORMATS
