from datetime import date
from pathlib import Path
from typing import cast

import pytest
from tests.ui.opened import opened, shop

from facewise.assessment.answers import Answer
from facewise.ui.app import Facewise
from facewise.ui.pages.business import BusinessPage
from facewise.ui.pages.scoping import ScopingQuestion
from facewise.ui.places import BUSINESS, START
from facewise.ui.session import Session


@pytest.fixture
def business(program: Facewise, tmp_path: Path) -> tuple[BusinessPage, Session]:
    session = opened(program, tmp_path, shop(), BUSINESS)
    return cast("BusinessPage", program.window.shell.page), session


def asked(page: BusinessPage, session: Session, code: str) -> ScopingQuestion:
    question = session.question(code)
    card = page._site if question.scope == "site" else page._cards["u0"]
    return card._questions[question.id]


@pytest.mark.parametrize(
    ("persons", "is_asked"), [(99_999, False), (100_000, True), ("unknown", False), (None, False)]
)
def test_the_day_100000_was_reached_is_asked_only_from_there(
    business: tuple[BusinessPage, Session], persons: int | str | None, *, is_asked: bool
) -> None:
    page, session = business
    session.record(session.question("S11").id, None, value=persons)
    assert asked(page, session, "S11")._date.isVisibleTo(page) == is_asked


def test_a_day_that_is_no_longer_asked_for_is_kept(business: tuple[BusinessPage, Session]) -> None:
    page, session = business
    key = session.question("S11").id
    session.record(key, None, value=120_000, date=date(2026, 5, 6))
    session.record(key, None, value=500)
    assert session.answers.get(key).date == date(2026, 5, 6)
    session.record(key, None, value=120_000)
    assert asked(page, session, "S11")._date.field.text() == "2026-05-06"


def test_the_day_of_a_choice_is_asked_for_with_any_choice(business: tuple[BusinessPage, Session]) -> None:
    page, session = business
    assert asked(page, session, "S15")._date.isVisibleTo(page)
    session.change(session.answers.put(session.question("S15").id, "u0", Answer()), ("S15", "u0"))
    assert not asked(page, session, "S15")._date.isVisibleTo(page)


def test_the_other_ways_of_a_use_are_ticked_in_any_order(business: tuple[BusinessPage, Session]) -> None:
    page, session = business
    ways = page._cards["u0"]._ways
    assert ways is not None
    assert {way for way, box in ways._boxes.items() if box.isChecked()} == {"card", "qr"}
    ways._boxes["cash"].setChecked(True)
    ways._boxes["card"].setChecked(False)
    assert session.answers.uses[0].ways == ("qr", "cash")
    assert ways._boxes["cash"].accessibleDescription() == "现在真能用的其他方式"
    assert page._site._ways is None


def test_home_puts_the_focus_where_one_begins_or_goes_on(
    program: Facewise, business: tuple[BusinessPage, Session]
) -> None:
    window = program.window
    window.go(START)
    resume = window.start._resume
    assert resume is not None
    assert window.focusWidget() is (
        next(iter(window.start._packs.values())) if resume.isHidden() else resume._go_on
    )
    assert window.start.isAncestorOf(window.focusWidget())
