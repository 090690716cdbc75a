"""Every case in tests/cases, from its answers file to what `check --json` says."""

from typing import Any

import pytest
from tests.assessment.case import Case, Expected, all_cases, imported

from facewise.assessment.assess import assess
from facewise.assessment.exported import exported
from facewise.assessment.result import Assessment
from facewise.content.packs import load_pack, pack_hash

PACK = load_pack()
CASES = all_cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}: {case.name}") for file, case in CASES])
def test_a_case_comes_out_as_the_law_says(case: Case) -> None:
    result = assess(PACK, imported(PACK, case))
    told = exported(PACK, pack_hash(), result)
    expected = case.expect
    assert _letters(told, expected) == _expected_letters(expected)
    assert {_place(red): red["state"] for red in told["red_lines"]} == expected.red_lines
    assert _articles(told, expected) == expected.articles
    _compare_figures(told, result, expected)
    _compare_findings(told, expected)
    _compare_lists(told, result, expected)


def _letters(told: dict[str, Any], expected: Expected) -> dict[str, Any]:
    letters = {"outcome": told["outcome"], "grade": told["grade"] or "none"}
    reason = {"reason": str(told["reason"])} if expected.reason else {}
    return (
        letters | reason | {"uses": {u["id"]: u["grade"] for u in told["uses"] if u["id"] in expected.uses}}
    )


def _expected_letters(expected: Expected) -> dict[str, Any]:
    letters = {"outcome": expected.outcome, "grade": expected.grade or "none"}
    return letters | ({"reason": expected.reason} if expected.reason else {}) | {"uses": expected.uses}


def _articles(told: dict[str, Any], expected: Expected) -> dict[str, str]:
    """The article that decides stands first."""
    found = {_place(f): f["articles"][0] for f in told["findings"] if f["articles"]}
    return {place: found.get(place, "") for place in expected.articles}


def _compare_figures(told: dict[str, Any], result: Assessment, expected: Expected) -> None:
    score = told["score"] or {}
    assert not expected.score or score["value"] == expected.score
    assert not expected.high or score["high"] == expected.high
    assert expected.weight in (None, score.get("den"))
    assert expected.applicable in (None, told["coverage"]["applicable"])
    assert expected.left in (None, result.left)
    assert expected.by_score == result.by_score
    if expected.deadline:
        assert result.filing
        assert result.filing.deadline == expected.deadline


def _compare_findings(told: dict[str, Any], expected: Expected) -> None:
    found = {_place(finding): finding for finding in told["findings"]}
    for place, wanted in expected.findings.items():
        finding = found[place]
        assert finding["state"] == wanted.state, place
        assert wanted.class_ in ("", finding["class"]), place
        assert wanted.severity in ("", finding["severity"]), place
        assert wanted.article in ("", finding["articles"][0]), place


def _compare_lists(told: dict[str, Any], result: Assessment, expected: Expected) -> None:
    routed = {"F1", "D8"}
    asked = {_place(finding) for finding in told["findings"]} | routed
    off = {_place(place) for place in told["not_asked"]}
    maybe = {_place(place) for place in told["may_be_asked"]}
    assert set(expected.asked) <= asked - off - maybe
    assert set(expected.not_asked) <= off
    assert set(expected.may_be_asked) <= maybe
    assert set(expected.lacks_evidence) <= {f.question.code for f in result.findings if f.lacks_evidence}
    assert set(expected.notes) <= set(told["notes"])
    assert not set(expected.no_notes) & set(told["notes"])


def _place(told: dict[str, Any]) -> str:
    """The short code, with the use before it where it is not the first one."""
    return told["code"] if told["use"] in (None, "use") else f"{told['use']}/{told['code']}"


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
    assert len({case.name for _, case in CASES}) == len(CASES)
