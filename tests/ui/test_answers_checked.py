from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot
from tests.ui.opened import opened, shop

from facewise.assessment.answers import Answer
from facewise.ui.app import Facewise
from facewise.ui.pages.check import CheckPage
from facewise.ui.pages.check_model import CHANGE, AnswersModel, Group
from facewise.ui.pages.check_rows import FIRST, Entry
from facewise.ui.places import CHECK
from facewise.ui.session import Session


@pytest.fixture
def session(program: Facewise, tmp_path: Path) -> Session:
    answers = shop(B1="no", C3="partly", I2=Answer(value="unknown", flags=("ask_vendor",)))
    return opened(program, tmp_path, answers, CHECK)


@pytest.fixture
def page(program: Facewise, session: Session) -> CheckPage:
    return cast("CheckPage", program.window.shell.page)


def model(page: CheckPage) -> AnswersModel:
    return page._table._answers


def entries(page: CheckPage) -> list[Entry]:
    return [line for line in model(page).lines() if isinstance(line, Entry)]


def row(page: CheckPage, session: Session, code: str) -> QModelIndex:
    wanted = session.question(code).id
    rows = [
        n for n, line in enumerate(model(page).lines()) if isinstance(line, Entry) and line.key[0] == wanted
    ]
    return model(page).index(rows[0], CHANGE)


def click(page: CheckPage, index: QModelIndex, qtbot: QtBot) -> None:
    page._table.scrollTo(index)
    place = page._table.visualRect(index).center()
    qtbot.mouseClick(page._table.viewport(), Qt.MouseButton.LeftButton, pos=place)  # type: ignore[no-untyped-call]


def test_every_answer_stands_once(page: CheckPage, session: Session) -> None:
    keys = [entry.key for entry in entries(page)]
    assert sorted(keys, key=str) == sorted(
        ((spot.question.id, spot.use) for spot in session.walk.asked()), key=str
    )


def test_what_is_still_open_comes_first(page: CheckPage, session: Session) -> None:
    first = model(page).lines()[0]
    assert isinstance(first, Group)
    assert first.id == FIRST
    assert entries(page)[0].key[0] == session.question("I2").id


def test_columns_have_heads_and_links_have_names(page: CheckPage) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    heads = [model(page).headerData(n, Qt.Orientation.Horizontal, spoken) for n in range(6)]
    assert all(heads)
    index = model(page).index(1, CHANGE)
    assert model(page).data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == entries(page)[0].text


def test_a_filter_shows_what_its_count_says(page: CheckPage) -> None:
    for name in ("gap", "partly", "unknown", "ask_vendor"):
        page._chips[name].click()
        assert len(entries(page)) == page._chips[name]._count == 1, name
    page._chips["all"].click()
    assert len(entries(page)) == page._chips["all"]._count


def test_a_filter_without_answers_cannot_be_chosen(page: CheckPage) -> None:
    assert not page._chips["na"].isEnabled()


def test_the_search_looks_at_questions_answers_and_law(page: CheckPage, session: Session) -> None:
    page._search.setText(session.question("B1").text.zh[:6])
    assert [entry.key[0] for entry in entries(page)] == [session.question("B1").id]
    page._search.setText("办法第十四条")
    assert entries(page)
    page._search.setText("no such words")
    assert not entries(page)
    assert page._nothing.isVisible()


def test_change_goes_to_the_question_and_next_comes_back(
    program: Facewise, page: CheckPage, session: Session, qtbot: QtBot
) -> None:
    page._chips["gap"].click()
    click(page, row(page, session, "B1"), qtbot)
    place = program.window.place
    assert (place.page, place.question) == ("question", session.question("B1").id)
    shown = program.window.shell.page
    assert shown is not None
    assert shown.footer is not None
    assert shown.footer.forward.text() == "改好了，返回"
    session.record(session.question("B1").id, place.use, value="yes")
    shown.footer.forward.click()
    assert program.window.place == CHECK
    assert entries(page) == []


def test_after_the_return_the_footer_of_the_question_is_as_before(
    program: Facewise, page: CheckPage, session: Session, qtbot: QtBot
) -> None:
    click(page, row(page, session, "I2"), qtbot)
    question = program.window.shell.page
    program.window.step(1)
    program.window.go(program.window.session.way.entrance("red", "one"))  # type: ignore[union-attr]
    assert question is not None
    assert question.footer is not None
    assert question.footer.forward.text() != "改好了，返回"


def test_enter_goes_to_the_question_and_folds_a_group(
    program: Facewise, page: CheckPage, qtbot: QtBot
) -> None:
    before = len(model(page).lines())
    page._table.setCurrentIndex(model(page).index(0, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert len(model(page).lines()) == before - 1
    page._table.setCurrentIndex(model(page).index(2, 0))
    qtbot.keyClick(page._table, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert program.window.place.page in ("question", "business")


def test_what_lacks_evidence_can_be_found(program: Facewise, tmp_path: Path) -> None:
    opened(program, tmp_path, shop(A2=Answer(value="yes")), CHECK)
    page = cast("CheckPage", program.window.shell.page)
    page._chips["bare"].click()
    assert len(entries(page)) == 1


def test_words_follow_the_language(program: Facewise, page: CheckPage, qtbot: QtBot) -> None:
    program.speak("en")
    qtbot.waitUntil(lambda: page._title.text() == "Check answers")
    assert page._chips["gap"].accessibleName() == "Not done, 1 question"
    assert page._table.accessibleName() == "Answers"
    assert entries(page)[0].text.isascii()
