"""`check`: the result in words and as JSON, and the exit code that scripts look at."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from facewise.assessment.answers import Answer, Answers, Use
from facewise.assessment.assess import assess
from facewise.content.canonical import sha256
from facewise.content.packs import load_pack
from facewise.store.site_file import SiteFile, write_site


def written(path: Path, shop: SiteFile, answers: Answers) -> Path:
    write_site(path, SiteFile(answers, shop.pack))
    return path


def test_the_result_is_told_in_words(run: Run, site: Path) -> None:
    said = run("check", site)
    assert (said.code, said.err) == (1, "")
    assert "Grade D: A red line is crossed: act now" in said.out
    assert "Score: 7" in said.out
    assert "up to" in said.out
    assert "收银台刷脸付款: D," in said.out
    assert "员工刷脸打卡: B," in said.out
    assert "\nRed lines\n  G1 Not done (收银台刷脸付款): " in said.out
    assert "[Measures art. 9 para. 1]" in said.out
    assert "\nDo these first\n  1. " in said.out
    assert said.out.count("\n  6. ") == 1
    assert "\nPlease note\n" in said.out
    assert "Sample" not in said.out


def test_the_result_is_told_in_either_language_or_both(run: Run, site: Path) -> None:
    zh, both = run("check", site, "--language", "zh"), run("check", site, "--language", "both")
    assert "踩到红线，马上处理" in zh.out
    assert "act now" not in zh.out
    assert both.out.startswith(zh.out)
    assert "act now" in both.out


def test_a_sample_says_so(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    write_site(tmp_path / "s.facewise", shop)
    assert "SAMPLE, not to be signed" in run("check", "s.facewise").out


def test_json_holds_everything(run: Run, site: Path, shop: SiteFile) -> None:
    said = run("check", site, "--json")
    result = json.loads(said.out)
    assert said.code == 1
    assert result["pack"]["sha256"] == sha256(shop.pack)
    assert (result["grade"], result["outcome"], result["on"]) == ("D", "graded", "2026-11-20")
    assert result["grade_words"]["zh"] == "踩到红线，马上处理"
    assert {"value", "num", "den", "high"} == set(result["score"])
    assert [(line["code"], line["use"], line["state"]) for line in result["red_lines"]] == [
        ("G1", "till", "gap"),
        ("F2", "till", "unknown"),
    ]
    assert {finding["state"] for finding in result["findings"]} >= {"met", "partly", "gap", "unknown"}


def test_an_unknown_red_line_is_not_a_crossed_one(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    answers = shop.answers.put("impact.before_use", "till", Answer(value="unknown"))
    said = run("check", written(tmp_path / "a.facewise", shop, answers))
    assert said.code == 0
    assert "G1 Not known" in said.out or "G1 Don't know" in said.out


def test_an_orderly_site_has_no_red_lines_and_one_score(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    clock = shop.answers.model_copy(update={"uses": shop.answers.uses[1:]})
    clock = clock.put("security.mlps", None, Answer(value="yes"))
    said = run("check", written(tmp_path / "a.facewise", shop, clock))
    assert said.code == 0
    assert "No red line" in said.out
    assert "up to" not in said.out


def test_where_all_is_done_there_is_nothing_to_do_first(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    answers = Answers(on=shop.answers.on, site=shop.answers.site, uses=shop.answers.uses[1:])
    pack = load_pack()
    for finding in assess(pack, answers).findings:
        if "yes" in finding.question.values():
            answers = answers.put(finding.question.id, finding.use, Answer(value="yes"))
    said = run("check", written(tmp_path / "a.facewise", shop, answers))
    assert said.code == 0
    assert "Do these first" not in said.out
    assert said.out.startswith("2026-11-20\n")


def test_a_red_line_of_the_site_and_an_outcome_without_notes(
    run: Run, tmp_path: Path, shop: SiteFile
) -> None:
    answers = shop.answers.put("places.private_space", None, Answer(value="no"))
    answers = answers.put("scoping.all_information", None, Answer(value="unsure"))
    said = run("check", written(tmp_path / "a.facewise", shop, answers))
    assert "H1 Not done (Whole site)" in said.out
    assert "Please note" not in said.out


def test_an_unfinished_site_shows_no_score_and_its_red_lines(
    run: Run, tmp_path: Path, shop: SiteFile
) -> None:
    one = shop.answers.put("alternatives.real", "till", Answer(value=None))
    said = run("check", written(tmp_path / "a.facewise", shop, one))
    assert said.code == 1
    assert "In progress" in said.out
    assert "Score" not in said.out
    assert "G1 Not done" in said.out


def test_a_site_with_hardly_an_answer_has_no_basis(run: Run, tmp_path: Path) -> None:
    assert run("questionnaire", "template", "staff", "-o", "a.yaml").code == 0
    assert run("import", "a.yaml", "-o", "a.facewise").code == 0
    said = run("check", "a.facewise")
    assert said.code == 0
    assert "red line" not in said.out.splitlines()[-1]
    assert "Score" not in said.out


def test_a_site_without_face_recognition_has_no_result(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    told = {"scoping.recognises": Answer(value="no"), "scoping.counting": Answer(value="counts_only")}
    answers = Answers(on=shop.answers.on, site=told)
    said = run("check", written(tmp_path / "a.facewise", shop, answers))
    assert said.code == 0
    assert "No facial recognition" in said.out
    assert "red line" not in said.out.lower().replace("no red line", "")


def test_another_day_can_be_asked_for(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    answers = shop.answers.put(
        "scoping.persons", None, Answer(value=120_000, date=shop.answers.on.replace(month=10, day=20))
    ).put("filing.filed", None, Answer(value="no"))
    path = written(tmp_path / "a.facewise", shop, answers)
    early, late = (
        json.loads(run("check", path, "--json", "--on", on).out) for on in ("2026-10-25", "2026-12-28")
    )
    states = [{line["code"] for line in result["red_lines"]} for result in (early, late)]
    assert "K2" not in states[0]
    assert "K2" in states[1]
    assert late["on"] == "2026-12-28"


def test_a_use_without_a_name_is_called_by_its_purpose(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    till = shop.answers.uses[0]
    use = Use(id="till", kind="payment", answers=till.answers)
    answers = shop.answers.model_copy(update={"uses": (use,)})
    said = run("check", written(tmp_path / "a.facewise", shop, answers))
    assert "(Payment by customers)" in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("check", "none.facewise"), "There is no file none.facewise."),
        (("check", "."), ". could not be read"),
        (("check", "a.txt"), "a.txt is not a Facewise assessment."),
        (("check", "till.facewise", "--on", "2026-02-30"), "'2026-02-30' is not a day."),
        (("check", "till.facewise", "--on", "2026-W08-1"), "'2026-W08-1' is not a day."),
    ],
)
def test_what_cannot_be_used_is_one_line_on_stderr(
    run: Run, site: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "a.txt").write_text("hello", "utf-8")
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1
