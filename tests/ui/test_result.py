from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.assessment.sites import orderly, site
from tests.ui.opened import opened, shop

from facewise.assessment.answers import Answer, Answers
from facewise.content.packs import load_pack
from facewise.i18n import Text
from facewise.ui.app import Facewise
from facewise.ui.pages.result import ResultPage
from facewise.ui.places import RESULT
from facewise.ui.session import Session
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.cards import LinkRow
from facewise.ui.widgets.words import Words


def shown(program: Facewise, folder: Path, answers: Answers, qtbot: QtBot) -> tuple[ResultPage, Session]:
    session = opened(program, folder, answers, RESULT)
    page = cast("ResultPage", program.window.shell.page)
    qtbot.waitUntil(lambda: page._running is not None and page._running.is_over)
    return page, session


@pytest.fixture
def broken(program: Facewise, tmp_path: Path, qtbot: QtBot) -> tuple[ResultPage, Session]:
    """A shop that gives no notice, does not know about I2, and does C3 partly."""
    return shown(program, tmp_path, shop(B1="no", C3="partly", I2="unknown"), qtbot)


def said(widget: object) -> str:
    words = widget.findChildren(Words)  # type: ignore[attr-defined]
    return " ".join(part.said() for part in words if not part.isHidden())


def test_the_verdict_is_words_first_with_the_grade_beside_them(broken: tuple[ResultPage, Session]) -> None:
    page, session = broken
    grade = session.pack.grades["D"]
    assert page._band._words.said() == grade.text.zh
    assert page._band.accessibleName() == f"D, {grade.text.zh}"
    assert session.assessment.score is not None
    assert page._band._score._value.text() == session.assessment.score.value
    assert session.assessment.score.high_value in page._band._score._unit.said()
    assert "合规" not in said(page)


def test_a_red_line_leads_to_its_question_and_back(
    program: Facewise, broken: tuple[ResultPage, Session]
) -> None:
    page, session = broken
    (row,) = page._reds.findChildren(LinkRow)
    question = session.question("B1")
    assert row.accessibleName() == question.answers["no"].zh
    row.click()
    assert program.window.place.question == question.id
    program.window.step(1)
    assert program.window.place == RESULT


def test_the_bars_of_the_articles_have_the_figures_of_the_findings(
    broken: tuple[ResultPage, Session],
) -> None:
    page, session = broken
    model = page._articles.table._articles
    rows = [[model.data(model.index(n, c)) for c in range(6)] for n in range(model.rowCount())]
    assert sum(int(str(cell)) for row in rows for cell in row[2:]) == len(session.assessment.findings)
    assert (
        str(rows[1][1]) == f"做到 {rows[1][2]}，部分 {rows[1][3]}，没做到 {rows[1][4]}，待查清 {rows[1][5]}"
    )


def test_an_article_leads_to_its_worst_finding(
    program: Facewise, broken: tuple[ResultPage, Session], qtbot: QtBot
) -> None:
    page, session = broken
    table = page._articles.table
    lines = [table._articles.line(n) for n in range(table._articles.rowCount())]
    (row,) = [n for n, line in enumerate(lines) if line.worst.question.code == "B1"]
    table.setCurrentIndex(table._articles.index(row, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert program.window.place.question == session.question("B1").id


def test_what_to_do_first_shows_scores_before_and_after(broken: tuple[ResultPage, Session]) -> None:
    page, session = broken
    steps = page._actions._shown
    assert [row.step.finding.question.code for row in steps if row.step] == ["B1", "C3", "I2"]
    assert " → " in steps[1]._effect._words.said()
    assert "+" not in said(page._actions)
    fix = session.question("B1").fix
    assert fix is not None
    assert steps[0]._what.said() == fix.headline.zh


def test_mending_that_opens_questions_says_so_before_any_score(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = shown(program, tmp_path, shop(G1="no", G2=Answer(), G3=Answer()), qtbot)
    (row,) = [row for row in page._actions._shown if row.step and row.step.finding.question.code == "G1"]
    assert row.step is not None
    effect = row.step.effect
    assert effect is not None
    assert effect.opens == 2
    assert not row._effect.isVisible()
    for words in ("2 题", effect.score_after.value, effect.score_after.high_value):
        assert words in row._opens.said()
    model = page._trial.table.trial
    cell = model.index(0, 3)
    assert model.data(cell) == "先答新开的 2 题"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == row._opens.said()


def test_who_mends_it_and_by_when_is_kept_in_the_answers(
    broken: tuple[ResultPage, Session], qtbot: QtBot
) -> None:
    page, session = broken
    row = page._actions._shown[0]
    row._edit.click()
    assert row._fields.isVisible()
    qtbot.keyClicks(row._name.field, "Li")  # type: ignore[no-untyped-call]
    row._name.field.setModified(True)
    row._day.field.setText("2026-12-01")
    row._day.field.setModified(True)
    page.leave()
    (action,) = session.answers.actions
    assert (action.question, action.who, action.due) == (session.question("B1").id, "Li", date(2026, 12, 1))
    qtbot.waitUntil(lambda: "Li" in page._actions._shown[0]._sub.said())
    assert page._actions._shown[0]._fields.isVisible()


def test_trying_out_changes_the_verdict_and_no_answer(broken: tuple[ResultPage, Session]) -> None:
    page, session = broken
    before, trial = session.answers, page._trial.table.trial
    for row in range(trial.rowCount()):
        trial.setData(trial.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert session.answers == before
    assert session.pack.grades["A"].text.zh in page._trial._said.said()


def test_what_was_not_asked_is_told_with_the_answer_that_says_so(
    program: Facewise, broken: tuple[ResultPage, Session]
) -> None:
    page, session = broken
    told = said(page._unasked)
    assert all(place.question.text.zh in told for place in session.assessment.not_asked)
    assert "没问的" in page._unasked.title.said()
    link = next(b for b in page._unasked.findChildren(Button) if b.isVisible())
    link.click()
    assert program.window.place.page in ("question", "business")


def test_remarks_that_the_answers_call_for_are_shown(broken: tuple[ResultPage, Session]) -> None:
    page, session = broken
    told = said(page._notes)
    assert session.assessment.notes
    assert all(note.text.zh in told for note in session.assessment.notes)
    assert session.pack.words["summary.caution"].zh in told


def test_grade_and_score_stay_in_sight(broken: tuple[ResultPage, Session]) -> None:
    page, _session = broken
    bar = page.area.verticalScrollBar()
    assert not page._sticky.isVisible()
    bar.setValue(300)
    assert page._sticky.isVisible()
    page._sticky._links["unasked"].click()
    assert bar.value() > 300


def test_an_open_reading_of_the_law_is_told_under_the_grade(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = shop(S6="public_other", A4="yes", H2="no")
    page, session = shown(program, tmp_path, answers, qtbot)
    assert session.assessment.has_amber
    assert page._amber._words.said() == session.pack.words["summary.amber"].zh


def test_an_orderly_site_has_nothing_to_do(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    page, session = shown(program, tmp_path, shop(), qtbot)
    assert session.assessment.grade == "A"
    assert session.pack.words["summary.reds.none"].zh in said(page._reds)
    nothing = session.pack.words["summary.six.none"].zh
    qtbot.waitUntil(lambda: nothing in said(page._actions))
    assert not page._trial.isVisible()


def test_without_all_answers_there_is_no_letter_but_the_red_lines_stand(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, session = shown(program, tmp_path, shop(B1="no", C3=Answer()), qtbot)
    assert session.assessment.grade is None
    assert "还剩 1 题" in page._band._words.said()
    assert not page._band._score._value.isVisible()
    assert len(page._reds.findChildren(LinkRow)) == 1


def test_while_red_lines_are_not_asked_yet_none_is_said_to_be_kept(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, session = shown(program, tmp_path, site(load_pack(), {}, "payment"), qtbot)
    left = session.way.state("red").left
    assert left
    words = [plain.said() for plain in page._reds.findChildren(Words)]
    assert f"目前没有发现；红线题还有 {left} 题没答。" in words
    assert session.pack.words["summary.reds.none"].zh not in words


def test_an_outcome_without_a_grade_has_no_score_and_no_articles(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = site(load_pack(), {"S1": "no", "S1b": "none"}, "payment")
    page, session = shown(program, tmp_path, answers, qtbot)
    assert session.assessment.outcome is not None
    assert page._band._words.said() == session.assessment.outcome.title.zh
    for part in (page._band._score, page._reds, page._articles, page._actions, page._trial):
        assert not part.isVisible()


def test_several_uses_are_judged_each_by_itself(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    answers = orderly(load_pack(), "resident_gate", "staff")
    first, second = answers.uses
    code = load_pack().question("B1")
    assert code is not None
    kept = first.answers | {code.id: Answer(value="no")}
    answers = answers.model_copy(update={"uses": (first.model_copy(update={"answers": kept}), second)})
    page, session = shown(program, tmp_path, answers, qtbot)
    assert [use.grade for use in session.assessment.uses] == ["D", "A"]
    assert page._articles._use == first.id
    worst = session.pack.words["cover.worst"].format(use=Text("住户进出", "residents")).zh
    assert worst[:6] in page._band._lines.said()
    page._articles._uses.picked.emit(second.id)
    model = page._articles.table._articles
    assert sum(model.line(n).counts[2] for n in range(model.rowCount())) == 0


def test_every_word_follows_the_language(
    program: Facewise, broken: tuple[ResultPage, Session], qtbot: QtBot
) -> None:
    page, session = broken
    program.speak("en")
    qtbot.waitUntil(lambda: page._band._words.said() == session.pack.grades["D"].text.en)
    qtbot.waitUntil(lambda: page._running is not None and page._running.is_over)
    ours = said(page).replace(session.answers.business.name, "")
    assert [letter for letter in ours if "一" <= letter <= "鿿"] == []
