from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.documents import AREA, NOTICE, REPORT, TILL, made, shown
from tests.ui.opened import shop

from facewise.assessment.answers import Answer
from facewise.i18n import Text, tell
from facewise.paper.documents.catalogue import PAPERS
from facewise.signing.sign import DraftError, SampleError
from facewise.store.designs import design_of
from facewise.ui.app import Facewise
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.places import BUSINESS, DOCUMENTS, Place
from facewise.ui.session import Session
from facewise.ui.shelf import Paper
from facewise.ui.tabbing import focusables
from facewise.ui.ways_out import _QUESTIONS, way_out


def is_file(paper: Paper) -> bool:
    return paper.group == "file"


@pytest.fixture
def complete(program: Facewise, tmp_path: Path) -> tuple[DocumentsPage, Session]:
    return shown(program, tmp_path, shop())


def test_report_and_signs_are_offered_and_ticked(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    made = {paper.key for paper in page.choice.papers if paper.reason is None}
    assert {REPORT, AREA, TILL, "notice u0", "withdrawal"} <= made
    assert page.choice.ticked == {
        paper.key for paper in page.choice.papers if paper.key in made and not is_file(paper)
    }
    assert page._export.text() == f"导出 {len(page.choice.ticked)} 份…"


def test_the_preview_shows_the_real_pages_with_their_words(
    complete: tuple[DocumentsPage, Session], qtbot: QtBot
) -> None:
    page, session = complete
    made(page, qtbot)
    views = page._stage.preview._views
    assert len(views) > 5
    assert session.answers.business.name in views[0].accessibleDescription()
    assert views[0].accessibleName() == f"第 1 页，共 {len(views)} 页"
    qtbot.waitUntil(lambda: views[0]._picture is not None, timeout=10_000)
    assert views[-1]._picture is None


def test_a_sign_is_read_aloud_though_its_letters_are_shapes(
    complete: tuple[DocumentsPage, Session], qtbot: QtBot
) -> None:
    page, session = complete
    page._choose(TILL)
    made(page, qtbot)
    (view,) = page._stage.preview._views
    for words in (session.answers.business.phone, session.pack.ways["card"].zh):
        assert words in view.accessibleDescription()


def test_a_sign_without_its_facts_says_which_and_they_can_be_typed_beside_it(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = shop()
    nameless = answers.model_copy(
        update={"business": answers.business.model_copy(update={"phone": "", "site": ""})}
    )
    page, session = shown(program, tmp_path, nameless)
    row = page._list.row(AREA)
    assert not row.tick.isEnabled()
    assert "电话" in row._why.said()
    assert not page.choice.ticked & {AREA, TILL}
    row.chosen.emit(AREA)
    for name, text in (("phone", "0571-1"), ("site", "海棠")):
        field = page._aside.sign._fields[name].field
        field.setText(text)
        field.setModified(True)
    page.leave()
    assert session.answers.business.phone == "0571-1"
    assert page._list.row(AREA).tick.isEnabled()
    assert {REPORT, AREA, TILL} <= page.choice.ticked


def test_a_sign_of_ways_is_refused_where_face_is_the_only_way(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = shown(program, tmp_path, shop(D1="no"))
    assert "第十条" in page._list.row(TILL)._why.said()
    assert page._list.row(AREA).tick.isEnabled()


def test_a_character_without_a_shape_is_named_before_anything_is_made(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = shop(A1=Answer(value="yes", note="\U00030000"))
    page, _session = shown(program, tmp_path, answers)
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert "\U00030000" in page._told._words.said()
    folder = tmp_path / "out"
    folder.mkdir()
    page._told.say("")
    page.export(folder)
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert list(folder.iterdir()) == []


def test_an_unfinished_report_is_a_draft_and_signing_it_is_refused_with_a_sentence(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = shown(program, tmp_path, shop(A1=Answer()))
    assert "草稿" in page._aside.report._status.said()
    assert not page._aside.report._draft.isVisible()
    page._sign.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert page._told._words.said() == tell(DraftError())


def test_a_sample_cannot_be_signed(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    page, _session = shown(program, tmp_path, shop().model_copy(update={"sample": True}))
    page._sign.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert page._told._words.said() == tell(SampleError())


def test_one_language_for_all_papers(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    page._column._all.picked.emit("en")
    assert set(page.choice.editions().values()) == {"en"}


def test_pages_can_be_shown_larger_and_smaller(complete: tuple[DocumentsPage, Session], qtbot: QtBot) -> None:
    page, _session = complete
    made(page, qtbot)
    preview = page._stage.preview
    before = preview._views[0].width()
    page._stage.bar._larger.click()
    assert preview._views[0].width() > before
    page._stage.bar._smaller.click()
    page._stage.bar._smaller.click()
    assert preview._views[0].width() < before


def test_words_follow_the_language(
    program: Facewise, complete: tuple[DocumentsPage, Session], qtbot: QtBot
) -> None:
    page, _session = complete
    program.speak("en")
    qtbot.waitUntil(lambda: page._column._title.text() == "Which papers?")
    assert page._list.row(AREA).tick.accessibleName() == "Sign: recognition area"
    assert page._list.row(AREA).drop.accessibleName() == "Language: Sign: recognition area"
    assert page._export.text() == f"Export {len(page.choice.ticked)} papers..."


def test_every_paper_of_the_catalogue_is_listed_in_its_group_with_its_law(
    complete: tuple[DocumentsPage, Session],
) -> None:
    page, _session = complete
    listed = {paper.kind: paper for paper in page.choice.papers}
    for kind in PAPERS:
        paper = listed[kind.id]
        assert paper.group == kind.group
        assert paper.law.zh
        assert paper.laws
        assert paper.title.zh in page._list.row(paper.key).tick.accessibleName()
        assert paper.law.zh in page._list.row(paper.key).tick.accessibleDescription()


def test_a_paper_that_is_withheld_says_why_and_leads_to_the_answer(program: Facewise, tmp_path: Path) -> None:
    page, _session = shown(program, tmp_path, shop())
    row = page._list.row("guardian-consent u0")
    assert not row.tick.isEnabled()
    assert "14" in row._why.said()
    page._choose("guardian-consent u0")
    assert page._stage.nothing._text.said() == row._why.said()
    assert not page._stage.print.isVisible()
    row.link.click()
    assert program.window.place == BUSINESS


def test_the_way_out_of_a_red_line_is_its_question(program: Facewise, tmp_path: Path) -> None:
    page, session = shown(program, tmp_path, shop(D1="no"))
    page._choose(TILL)
    page._stage.nothing._go.click()
    question = session.question("D1")
    assert program.window.place == Place("question", question.section, question.id, "u0")


def test_every_reason_that_a_paper_can_be_withheld_for_leads_somewhere(
    complete: tuple[DocumentsPage, Session],
) -> None:
    page, session = complete
    asked = [question for question in _QUESTIONS.values() if session.pack.question(question) is None]
    assert asked == []
    keys = [key.removeprefix("paper.not.") for key in session.pack.words if key.startswith("paper.not.")]
    for why in keys:
        for paper in page.choice.papers:
            assert way_out(session, replace(paper, why=why)).page in ("business", "question")


def test_lines_to_fill_in_are_counted_and_named(complete: tuple[DocumentsPage, Session]) -> None:
    page, session = complete
    page._choose(NOTICE)
    paper = page.choice.paper()
    assert paper is not None
    assert paper.blanks
    assert page._list.row(NOTICE)._blanks.said() == f"{len(paper.blanks)} 项要手填"
    told = page._aside.paper._blanks.said()
    for label in paper.blanks:
        assert (label.zh if isinstance(label, Text) else label) in told
    session.set_business(address="杭州市西湖区学院路 1 号", contact="李倩")
    assert not page._aside.paper._facts.isVisible()


def test_a_group_is_ticked_and_unticked_as_a_whole(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    head = page._list._heads["people"]
    whole = {paper.key for paper in page.choice.papers if paper.group == "people" and paper.reason is None}
    head._all.click()
    assert not whole & page.choice.ticked
    assert REPORT in page.choice.ticked
    head._all.click()
    assert whole <= page.choice.ticked
    assert head._count.accessibleName() == f"{len(whole)} 份里选了 {len(whole)} 份"


def test_each_use_has_its_own_papers_under_its_own_name(program: Facewise, tmp_path: Path) -> None:
    answers = shop()
    (till,) = answers.uses
    other = till.model_copy(update={"id": "u1", "name": "后门"})
    both = answers.model_copy(update={"uses": (till.model_copy(update={"name": "前台"}), other)})
    page, _session = shown(program, tmp_path, both)
    assert page._list.row("notice u0").tick.accessibleName().endswith("前台")
    assert page._list.row("notice u1").tick.accessibleName().endswith("后门")


def test_the_other_ways_of_a_use_can_be_ticked_beside_its_sign(program: Facewise, tmp_path: Path) -> None:
    answers = shop()
    uses = tuple(use.model_copy(update={"ways": ()}) for use in answers.uses)
    page, session = shown(program, tmp_path, answers.model_copy(update={"uses": uses}))
    page._choose(TILL)
    assert not page._list.row(TILL).tick.isEnabled()
    page._aside.sign._ways._boxes["cash"].setChecked(True)
    assert session.answers.uses[0].ways == ("cash",)
    assert page._list.row(TILL).tick.isEnabled()


def test_a_paper_that_is_named_by_the_place_is_shown(
    program: Facewise, complete: tuple[DocumentsPage, Session]
) -> None:
    page, _session = complete
    program.window.go(Place("documents", question=AREA))
    assert page.choice.shown == AREA


def test_another_choice_cancels_the_preview_under_way(
    complete: tuple[DocumentsPage, Session], qtbot: QtBot
) -> None:
    page, _session = complete
    page._settle.stop()
    page._make()
    first = page._making
    page._choose(NOTICE)
    page._settle.stop()
    page._make()
    assert first is not None
    assert first.unwanted.is_set()
    made(page, qtbot)
    assert page._stage.preview._views[0].accessibleDescription().count("人脸识别告知书")


def test_what_is_withheld_comes_last_and_a_reason_is_not_repeated(program: Facewise, tmp_path: Path) -> None:
    page, _session = shown(program, tmp_path, shop(S1="no", S1b="none"))
    people = [paper for paper in page.choice.papers if paper.group == "people"]
    assert [paper.reason is None for paper in people] == sorted(
        (paper.reason is None for paper in people), reverse=True
    )
    first, second = (page._list.row(paper.key) for paper in people[:2])
    assert first.link.isVisibleTo(page)
    assert not second.link.isVisibleTo(page)
    assert second._why.said() == "原因同上"
    assert first._why.said() in second.tick.accessibleDescription()


def test_up_and_down_go_from_row_to_row_and_show_each(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    keys = [paper.key for paper in page.choice.papers if paper.reason is None]
    first, second = (page._list.row(key).tick for key in keys[:2])
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert page.choice.shown == keys[1]
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert keys[1] not in page.choice.ticked


def test_tab_goes_through_the_list_and_then_the_pages(complete: tuple[DocumentsPage, Session]) -> None:
    page, session = complete
    session.set_business(address="杭州市西湖区学院路 1 号")
    order = focusables(page.content)
    ticks = [row.tick for row in page._list._rows.values()]
    assert [widget for widget in order if widget in ticks] == ticks
    assert order.index(ticks[-1]) < order.index(page._stage.preview)
    after: QWidget | None = ticks[0].nextInFocusChain()
    while after is not None and after not in order:
        after = after.nextInFocusChain()
    assert after is page._list.row(REPORT).drop


def test_the_language_of_a_sign_is_the_one_of_its_design(complete: tuple[DocumentsPage, Session]) -> None:
    page, session = complete
    assert page.choice.edition(AREA) == "both"
    page._list.row(AREA).drop.picked.emit("en")
    design = design_of(session.site, AREA, "recognition_area")
    assert design.edition == "en"
    session.keep_design(AREA, replace(design, edition="zh"))
    page.enter(DOCUMENTS)
    assert page.choice.edition(AREA) == "zh"
    assert page.choice.edition(REPORT) == "zh"


def test_a_sign_leads_to_the_studio_and_back_to_itself(
    program: Facewise, complete: tuple[DocumentsPage, Session]
) -> None:
    page, _session = complete
    page._choose(TILL)
    page._aside.sign._studio.click()
    assert program.window.place == Place("studio", question=TILL)
    program.window.step(-1)
    assert program.window.place == DOCUMENTS
    assert page.choice.shown == TILL
