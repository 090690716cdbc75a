from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.opened import opened, shop

from facewise.assessment.answers import Answer, Answers
from facewise.i18n import tell
from facewise.signing.attachments import attached
from facewise.signing.sign import DraftError, SampleError
from facewise.ui.app import Facewise
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.places import DOCUMENTS
from facewise.ui.session import Session
from facewise.ui.shelf import Made, put

AREA, TILL, REPORT = "recognition_area u0", "payment u0", "report"


def shown(program: Facewise, folder: Path, answers: Answers, qtbot: QtBot) -> tuple[DocumentsPage, Session]:
    session = opened(program, folder, answers, DOCUMENTS)
    page = cast("DocumentsPage", program.window.shell.page)
    return page, session


def made(page: DocumentsPage, qtbot: QtBot) -> None:
    """Wait until the paper that was chosen is made and its pages are there."""
    qtbot.waitUntil(lambda: not page._settle.isActive(), timeout=10_000)
    qtbot.waitUntil(lambda: page._making is None or page._making.is_over, timeout=30_000)
    opening = page._stage.preview
    qtbot.waitUntil(lambda: opening._opening is None or opening._opening.is_over, timeout=10_000)


@pytest.fixture
def complete(program: Facewise, tmp_path: Path, qtbot: QtBot) -> tuple[DocumentsPage, Session]:
    return shown(program, tmp_path, shop(), qtbot)


def test_report_and_signs_are_offered_and_ticked(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    assert [paper.key for paper in page._papers] == [REPORT, AREA, TILL]
    assert page._ticked == {REPORT, AREA, TILL}
    assert page._export.text() == "导出 3 份…"


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
    page, session = shown(program, tmp_path, nameless, qtbot)
    row = page._list._rows[AREA]
    assert not row.tick.isEnabled()
    assert "电话" in row._why.said()
    assert page._ticked == {REPORT}
    row.chosen.emit(AREA)
    for name, text in (("phone", "0571-1"), ("site", "海棠")):
        field = page._aside._sign._fields[name].field
        field.setText(text)
        field.setModified(True)
    page.leave()
    assert session.answers.business.phone == "0571-1"
    assert page._list._rows[AREA].tick.isEnabled()
    assert page._ticked == {REPORT, AREA, TILL}


def test_a_sign_of_ways_is_refused_where_face_is_the_only_way(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = shown(program, tmp_path, shop(D1="no"), qtbot)
    assert "第十条" in page._list._rows[TILL]._why.said()
    assert page._list._rows[AREA].tick.isEnabled()


def test_everything_ticked_is_put_into_a_folder(
    complete: tuple[DocumentsPage, Session], tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = complete
    folder = tmp_path / "out"
    folder.mkdir()
    page._edit(AREA, "both")
    page.export(folder)
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 3
    assert "sign-recognition-area-u0-zh-en.pdf" in names
    (report,) = [path for path in folder.iterdir() if path.name.startswith("facewise")]
    assert "answers.json" in attached(report.read_bytes())
    assert str(folder) in page._told._words.said()
    assert page._told._open.isVisible()


def test_another_file_of_that_name_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"signed")
    assert put(tmp_path, Made("a.pdf", b"new")).name == "a (2).pdf"
    assert put(tmp_path, Made("a.pdf", b"new")).name == "a (2).pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"signed"


def test_a_character_without_a_shape_is_named_before_anything_is_made(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = shop(A1=Answer(value="yes", note="\U00030000"))
    page, _session = shown(program, tmp_path, answers, qtbot)
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
    page, _session = shown(program, tmp_path, shop(A1=Answer()), qtbot)
    assert "草稿" in page._aside._report._status.said()
    assert not page._aside._report._draft.isVisible()
    page._sign.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert page._told._words.said() == tell(DraftError())


def test_a_sample_cannot_be_signed(program: Facewise, tmp_path: Path, qtbot: QtBot) -> None:
    page, _session = shown(program, tmp_path, shop().model_copy(update={"sample": True}), qtbot)
    page._sign.click()
    qtbot.waitUntil(page._told.isVisible, timeout=30_000)
    assert page._told._words.said() == tell(SampleError())


def test_one_language_for_all_papers(complete: tuple[DocumentsPage, Session]) -> None:
    page, _session = complete
    page._all.picked.emit("en")
    assert {page.edition(paper.key) for paper in page._papers} == {"en"}


def test_pages_can_be_shown_larger_and_smaller(complete: tuple[DocumentsPage, Session], qtbot: QtBot) -> None:
    page, _session = complete
    made(page, qtbot)
    preview = page._stage.preview
    before = preview._views[0].width()
    page._stage._larger.click()
    assert preview._views[0].width() > before
    page._stage._smaller.click()
    page._stage._smaller.click()
    assert preview._views[0].width() < before


def test_words_follow_the_language(
    program: Facewise, complete: tuple[DocumentsPage, Session], qtbot: QtBot
) -> None:
    page, _session = complete
    program.speak("en")
    qtbot.waitUntil(lambda: page._title.text() == "Which papers?")
    assert page._list._rows[AREA].tick.accessibleName() == "Sign: recognition area"
    assert page._list._rows[AREA].drop.accessibleName() == "Language: Sign: recognition area"
    assert page._export.text() == "Export 3 papers..."
