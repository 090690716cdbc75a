"""`questionnaire`: its faults, its blank form, and an answers file that can be imported as it stands."""

from pathlib import Path

import pypdfium2
import pytest
from tests.cli.conftest import Run

from facewise.content.packs import load_pack


def test_the_shipped_questionnaire_has_no_fault(run: Run) -> None:
    said = run("questionnaire", "check")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("no fault found.\n")


def test_each_fault_is_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yaml").write_text("id: mine\nid: again\n", "utf-8")
    said = run("questionnaire", "check", "mine")
    assert said.code == 2
    assert "pack.yaml, line 2" in said.err
    assert "no folder" not in run("questionnaire", "check", "none").err
    assert run("questionnaire", "check", "none").code == 2


def test_an_installed_program_asks_for_the_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facewise.data.folder", lambda _name: tmp_path)
    assert "Name the folder of its pack.yaml" in run("questionnaire", "check").err


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_blank_form_has_every_question(run: Run, tmp_path: Path, language: str) -> None:
    said = run("questionnaire", "blank", "-o", "blank.pdf", "--language", language)
    assert (said.code, said.out) == (0, "blank.pdf\n")
    document = pypdfium2.PdfDocument(tmp_path / "blank.pdf")
    shown = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    for question in load_pack().questions:
        for each in ("zh", "en") if language == "both" else (language,):
            text = question.text.zh if each == "zh" else question.text.en
            assert "".join(text.split()) in shown, question.code


@pytest.mark.parametrize("kind", ["payment", "staff"])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_template_can_be_imported_as_it_stands(run: Run, kind: str, language: str) -> None:
    assert run("questionnaire", "template", kind, "-o", "a.yaml", "--language", language).code == 0
    assert run("import", "a.yaml", "-o", "a.facewise").code == 0


def test_forms_have_the_ending_of_what_they_are(run: Run) -> None:
    assert "must end in .pdf" in run("questionnaire", "blank", "-o", "a.doc").err
    assert "must end in .yaml" in run("questionnaire", "template", "staff", "-o", "a.doc").err
