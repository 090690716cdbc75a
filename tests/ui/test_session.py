from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facewise.assessment.answers import Use
from facewise.errors import FacewiseError
from facewise.store.lock import HeldBySomebodyError
from facewise.store.opening import open_site
from facewise.ui.opening import begin, open_file, open_sample
from facewise.ui.places import BUSINESS, Place
from facewise.ui.recent import recent_of
from facewise.ui.session import Session
from facewise.ui.settings import HELP, Recent, Remembered, Settings

Answer = Callable[..., None]


def test_an_answer_is_in_the_file_after_a_pause(session: Session, answer: Answer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.saved):
        answer(A1="partly")
    assert session.is_saved
    kept = open_site(session.path).site
    assert kept.answers.get(session.question("A1").id, "till").value == "partly"
    assert kept.log[-1].what == "answered"
    assert "till/" in kept.log[-1].detail


def test_every_change_is_told_and_recomputed(session: Session, answer: Answer, qtbot: QtBot) -> None:
    before = session.assessment.coverage.part
    with qtbot.waitSignal(session.changed):
        answer(A1="yes")
    assert session.assessment.coverage.part == before + 1


def test_the_same_answer_again_is_no_change(session: Session, answer: Answer, qtbot: QtBot) -> None:
    answer(A1="yes")
    with qtbot.assertNotEmitted(session.changed):
        answer(A1="yes")


def test_an_answer_says_when_and_how_it_was_given(session: Session, answer: Answer) -> None:
    answer(A1="yes")
    kept = session.answers.get(session.question("A1").id, "till")
    assert (kept.origin, kept.confirmed, kept.content_version) == ("typed", True, session.pack.version)
    assert kept.at is not None
    assert session.answers.on == date(2026, 11, 22)


def test_confirming_a_default_makes_it_typed(session: Session) -> None:
    question = session.question("S1").id
    assert not session.answers.get(question).confirmed
    session.record(question, None, value="yes")
    assert session.answers.get(question).confirmed


def test_questions_that_open_are_counted(session: Session, answer: Answer, qtbot: QtBot) -> None:
    answer(S7="consent", S8="no")
    with qtbot.waitSignal(session.shifted, check_params_cb=lambda opened, closed: opened > 0 and not closed):
        answer(S8="yes")


def test_a_file_that_cannot_be_written_is_said_and_kept_trying(
    session: Session, answer: Answer, qtbot: QtBot
) -> None:
    session.path = session.path.parent / "nowhere" / "shop.facewise"
    answer(A1="yes")
    with qtbot.waitSignal(session.failed):
        session.save()
    assert not session.is_saved
    session.path.parent.mkdir()
    with qtbot.waitSignal(session.saved):
        session.save()
    assert session.is_saved


def test_a_hidden_character_is_refused_with_a_sentence(session: Session) -> None:
    with pytest.raises(FacewiseError):
        session.set_business(name="海棠\u200b便利店")
    with pytest.raises(FacewiseError):
        session.record(session.question("A1").id, "till", note="a\u200bb")
    assert session.answers.business.name == ""


def test_nothing_changes_while_reading_only(session: Session, answer: Answer) -> None:
    session.held = HeldBySomebodyError()
    answer(A1="yes")
    session.save()
    assert session.answers.get(session.question("A1").id, "till").value is None
    assert not session.path.exists()


def test_evidence_is_kept_with_its_bytes_and_goes_with_the_last_that_needs_it(
    session: Session, tmp_path: Path
) -> None:
    paper = tmp_path / "notice.txt"
    paper.write_text("告知", "utf-8")
    for code in ("A1", "A2"):
        session.add_evidence(session.question(code).id, "till", paper)
    session.add_note(session.question("A1").id, "till", "收银台抽屉里")
    first = session.answers.get(session.question("A1").id, "till").evidence
    assert [item.id for item in first] == ["e1", "e2"]
    assert len(session.site.evidence) == 1
    session.remove_evidence(session.question("A1").id, "till", "e1")
    assert len(session.site.evidence) == 1
    session.remove_evidence(session.question("A2").id, "till", "e1")
    assert not session.site.evidence


def test_answers_can_be_copied_to_another_use_to_be_confirmed(session: Session, answer: Answer) -> None:
    answer(A1="yes")
    session.set_uses([*session.answers.uses, Use(id="staff", kind="staff")])
    session.copy(session.question("A1").id, "till", "staff")
    copied = session.answers.get(session.question("A1").id, "staff")
    assert (copied.value, copied.origin, copied.confirmed) == ("yes", "copied", False)


def test_a_new_assessment_is_a_file_that_opens_again(tmp_path: Path) -> None:
    made = begin("shop", tmp_path / "自查", "zh", date(2026, 11, 22))
    assert made.path.name == "小店，顾客刷脸付款 2026-11-22.facewise"
    again = begin("shop", tmp_path / "自查", "zh", date(2026, 11, 22))
    assert again.path != made.path
    opened = open_file(made.path)
    assert opened.answers == made.answers
    assert opened.is_saved


def test_a_sample_opens_as_a_copy(tmp_path: Path) -> None:
    sample = open_sample("shop", tmp_path, "zh")
    assert sample.answers.sample
    assert sample.path.exists()


def test_the_start_page_knows_where_one_stopped(session: Session, answer: Answer) -> None:
    session.set_business(name="海棠便利店")
    answer(A1="yes")
    place = Place("question", "purpose", session.question("A2").id, "till")
    recent = recent_of(session, place)
    assert (recent.name, recent.state, recent.section[1]) == ("海棠便利店", "half", "Purpose and need")
    assert recent.is_begun
    assert recent_of(session, BUSINESS).answered == 1


def test_settings_survive_and_nonsense_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "settings" / "window.json"
    settings = Settings(file)
    settings.opened(Recent("/a", "甲"))
    settings.opened(Recent("/b", "乙"))
    settings.opened(Recent("/a", "甲"))
    settings.remember(view="section", help_open=("law",))
    read = Settings(file).now
    assert [one.path for one in read.recent] == ["/a", "/b"]
    assert (read.view, read.help_open) == ("section", ("law",))
    settings.forget("/a")
    assert [one.path for one in Settings(file).now.recent] == ["/b"]
    for nonsense in ("", "[]", '{"view": 3, "size": "x", "recent": [1, {"path": 2}], "theme": "pink"}'):
        file.write_text(nonsense, "utf-8")
        read = Settings(file).now
        assert (read.view, read.theme, read.recent, read.help_open) == ("one", "system", (), HELP)
    assert Remembered().size == (1200, 780)
