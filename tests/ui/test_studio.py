"""The sign studio: every choice is seen at once, kept with the site, and can be taken out."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.paper.test_signs import premises
from tests.ui.opened import opened, shop

from facewise.assessment.answers import Answers
from facewise.i18n import Text
from facewise.paper.design import Design, Item, default_design
from facewise.paper.legibility import Readable
from facewise.store.designs import design_of
from facewise.store.site_file import read_site
from facewise.ui.app import Facewise
from facewise.ui.page import Room
from facewise.ui.pages.studio import StudioPage
from facewise.ui.places import BUSINESS, DOCUMENTS, STUDIO
from facewise.ui.session import Session
from facewise.ui.studio_words import height_words

AREA, TILL, DEVICE, PRIVATE = "recognition_area u0", "payment u0", "device u0", "private "
Studio = tuple[StudioPage, Session]


def shown(program: Facewise, folder: Path, answers: Answers) -> Studio:
    session = opened(program, folder, answers, STUDIO)
    return cast("StudioPage", program.window.shell.page), session


@pytest.fixture
def studio(program: Facewise, tmp_path: Path, qtbot: QtBot) -> Studio:
    made = shown(program, tmp_path, shop(S6="public_other"))
    drawn(made[0], qtbot)
    return made


def drawn(page: StudioPage, qtbot: QtBot) -> None:
    """Wait until the sign is drawn and its page is there."""
    qtbot.waitUntil(lambda: not page._settle.isActive(), timeout=10_000)
    qtbot.waitUntil(lambda: page._drawing is None or page._drawing.is_over, timeout=30_000)
    preview = page._stage.preview
    qtbot.waitUntil(lambda: preview._opening is None or preview._opening.is_over, timeout=10_000)


def said(page: StudioPage) -> str:
    (view,) = page._stage.preview._views
    return view.accessibleDescription()


def test_every_sign_of_the_answers_is_in_the_list_and_the_first_is_shown(studio: Studio) -> None:
    page, _session = studio
    assert list(page._list._rows) == [AREA, TILL, DEVICE, PRIVATE]
    assert page._list._rows[AREA].radio.isChecked()
    assert "本区域设有人脸识别设备" in said(page)
    assert page.first_focus() is page._list._rows[AREA].radio


def test_from_how_far_it_is_read_stands_under_the_sign(studio: Studio, qtbot: QtBot) -> None:
    page, _session = studio
    below = page._stage.below
    assert below._far.said() == "4.2 米外能看清"
    assert "标题字高 25.7 毫米" in below._height.said()
    assert "单位和电话 0.8 米内能看清" in below._near.said()
    page._list._rows[DEVICE].radio.setChecked(True)
    drawn(page, qtbot)
    assert below._far.said() == "2.3 米外能看清"
    assert not page._stage.sides.isVisible()


def test_a_small_sheet_that_is_read_from_near_only_says_so() -> None:
    near = Readable("headline", 14.1, 2.3)
    assert height_words(near, "A5") == "标题字高 14.1 毫米，贴在入口请用大一号的纸"
    assert height_words(near, "sticker") == "标题字高 14.1 毫米"


def test_a_choice_is_seen_at_once_and_kept_in_the_file(studio: Studio, qtbot: QtBot) -> None:
    page, session = studio
    page._stage.sizes._parts["A5"].setChecked(True)
    page._stage.sides._parts["across"].setChecked(True)
    page._aside.look._colour._parts["rust"].setChecked(True)
    page._aside.look._language._parts["zh"].setChecked(True)
    page._aside.look._bleed.setChecked(True)
    drawn(page, qtbot)
    (view,) = page._stage.preview._views
    assert view.sheet.width > view.sheet.height
    assert "Facial" not in said(page)
    session.save()
    kept = design_of(read_site(session.path), AREA, "recognition_area")
    assert kept == Design(size="A5", landscape=True, colour="rust", edition="zh", bleed=True)
    assert design_of(session.site, TILL, "payment") == replace(default_design("payment"), colour="rust")
    page.enter(STUDIO)
    assert page.design == kept


def test_what_is_typed_is_seen_while_one_types(studio: Studio, qtbot: QtBot) -> None:
    page, session = studio
    field = page._aside.typed.field("headline", "zh")
    assert field.placeholderText() == "本区域设有人脸识别设备"
    field.setFocus()
    QTest.keyClicks(field, "abc")
    field.setPlainText("本店门口\n有人脸识别")
    drawn(page, qtbot)
    assert "本店门口有人脸识别" in said(page)
    page._aside.typed.field("note", "zh").setPlainText("办卡请到前台。")
    drawn(page, qtbot)
    assert "办卡请到前台。" in said(page)
    assert design_of(session.site, AREA, "recognition_area").typed("note") == Text("办卡请到前台。", "")
    field.setPlainText("")
    drawn(page, qtbot)
    assert "本区域设有人脸识别设备" in said(page)


def test_a_hidden_character_is_pointed_out_at_its_field(studio: Studio) -> None:
    page, _session = studio
    page._aside.typed.field("note", "zh").setPlainText("办卡\u202e请到前台")
    field = page._aside.typed._fields["note", "zh"]
    assert "U+202E" in field._problem.said()
    assert page.design.typed("note") == Text("", "")
    page._aside.typed.field("note", "zh").setPlainText("办卡请到前台")
    assert field._problem.said() == ""


def test_taking_off_what_the_law_wants_told_is_pointed_out_with_the_article(
    studio: Studio, qtbot: QtBot
) -> None:
    page, _session = studio
    rows = page._aside.items._rows
    gone: tuple[Item, ...] = ("phone", "business", "code")
    for item in gone:
        rows[item].box.setChecked(False)
    assert "办法第五条第一款" in rows["phone"]._problem.said()
    assert "办法第五条第一款" in rows["phone"].box.accessibleDescription()
    told = page._stage.below._gaps.said()
    assert told.count("办法第五条第一款") == 2
    assert told.endswith("还有 1 样，见右边")
    drawn(page, qtbot)
    assert "0571" not in said(page)
    rows["phone"].box.setChecked(True)
    assert rows["phone"]._problem.said() == ""
    page._aside.typed.field("headline", "zh").setPlainText("欢迎光临")
    assert "办法第十三条第一款" in page._aside.typed._fields["headline", "zh"]._problem.said()


def test_a_code_that_is_too_fine_for_its_sheet_is_pointed_out(studio: Studio, qtbot: QtBot) -> None:
    page, _session = studio
    page._stage.sized.emit("A5")
    drawn(page, qtbot)
    row = page._aside.items._rows["code"]
    assert "网址" in row._problem.said()
    row.box.setChecked(False)
    drawn(page, qtbot)
    assert "网址" not in row._problem.said()
    page._stage.sized.emit("sticker")
    assert row.isHidden()


def test_a_sign_in_english_alone_is_pointed_out(studio: Studio) -> None:
    page, _session = studio
    page._aside.look.spoken.emit("en")
    assert "中文" in page._aside.look._english.said()
    assert page._aside.typed._fields["headline", "zh"].isHidden()
    assert not page._aside.typed._fields["headline", "en"].isHidden()


def test_a_sign_that_does_not_fit_says_so_in_a_sentence(studio: Studio, qtbot: QtBot) -> None:
    page, _session = studio
    page._stage.sized.emit("sticker")
    page._aside.typed.field("headline", "zh").setPlainText(
        "本店门口和店里所有的地方都有人脸识别设备请您留意一下谢谢合作"
    )
    drawn(page, qtbot)
    nothing = page._stage.nothing
    assert page._stage._middle.currentWidget() is nothing
    assert "13 毫米" in nothing._text.said()
    assert page._stage.below._far.isHidden()
    page._stage.sized.emit("A3")
    drawn(page, qtbot)
    assert page._stage._middle.currentWidget() is page._stage.preview


def picture(path: Path) -> Path:
    Image.new("CMYK", (2400, 800), (0, 200, 200, 0)).save(path, "JPEG")
    return path


def test_a_logo_is_put_on_all_signs_and_taken_off(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, session = studio
    file = picture(tmp_path / "logo.jpg")
    look = page._aside.look
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    look._logo.click()
    assert Image.open(io.BytesIO(page.design.logo)).size == (1000, 333)
    assert design_of(session.site, DEVICE, "device").logo == page.design.logo
    assert not look._no_logo.isHidden()
    look._no_logo.click()
    assert page.design.logo == b""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    look._logo.click()
    assert page.design.logo == b""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"nothing", "打不开"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "<script>"),
        (bytes(21 * 1024 * 1024), "太大"),
    ],
)
def test_a_bad_logo_is_one_sentence_at_its_button(
    studio: Studio, tmp_path: Path, content: bytes, words: str
) -> None:
    page, _session = studio
    (tmp_path / "logo.png").write_bytes(content)
    page._aside.look.take(tmp_path / "logo.png")
    assert words in page._aside.look._problem.said()
    assert page.design.logo == b""
    page._aside.look.take(picture(tmp_path / "good.jpg"))
    assert page._aside.look._problem.said() == ""


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_a_sign_is_saved_in_three_formats(
    studio: Studio,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    begins: bytes,
) -> None:
    page, _session = studio
    page._stage.sized.emit("A5")
    offered: list[str] = []

    def ask(_page: object, _title: str, path: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return str(tmp_path / "out" / "sign"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    with qtbot.waitSignal(page.output.told, timeout=30_000):
        {"pdf": page._pdf, "svg": page._svg, "png": page._png}[form].click()
    assert offered == [f"sign-recognition-area-u0-a5-zh-en.{form}"]
    assert (tmp_path / "out" / f"sign.{form}").read_bytes().startswith(begins)
    assert f"sign.{form}" in page._list.told._words.said()


def test_printing_leaves_the_bleed_out(studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from facewise.ui import printing

    page, _session = studio
    page._aside.look.bled.emit(True)
    printed: list[bytes] = []

    def take(_window: object, pdf: bytes, _name: str, **_more: object) -> None:
        printed.append(pdf)

    monkeypatch.setattr(printing, "print_pdf", take)
    page._print.click()
    qtbot.waitUntil(lambda: bool(printed), timeout=30_000)
    assert b"/TrimBox" not in printed[0]


def test_without_facts_no_sign_can_be_made_and_the_way_to_them_is_shown(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = shop()
    nameless = answers.model_copy(update={"business": answers.business.model_copy(update={"phone": ""})})
    page, _session = shown(program, tmp_path, nameless)
    assert page.sign is None
    assert page.first_focus() is None
    assert page.order() is None
    assert "电话" in page._stage.nothing._text.said()
    assert not page._pdf.isEnabled()
    page._stage.nothing._go.click()
    assert program.window.place == BUSINESS


def test_where_no_face_is_recognised_the_page_says_so(program: Facewise, tmp_path: Path) -> None:
    page, _session = shown(program, tmp_path, premises(S1="no", S1b="none"))
    assert page._stage.nothing._text.said() == "按您的回答，没有要贴的提示牌。"


def test_a_sign_that_cannot_be_made_says_why_in_the_list(program: Facewise, tmp_path: Path) -> None:
    page, _session = shown(program, tmp_path, shop(D1="no"))
    row = page._list._rows[TILL]
    assert not row.radio.isEnabled()
    assert "第十条" in row.radio.accessibleDescription()
    page.enter(replace(STUDIO, question=TILL))
    assert page.sign is not None
    assert page.sign.key == AREA


def test_one_comes_from_the_documents_to_a_sign_and_goes_back(
    program: Facewise, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = shown(program, tmp_path, shop())
    program.window.go(replace(STUDIO, question=DEVICE))
    assert page.sign is not None
    assert page.sign.key == DEVICE
    assert page.footer is not None
    page.footer.back.click()
    assert program.window.place == DOCUMENTS


def test_from_the_business_one_comes_back(studio: Studio, program: Facewise) -> None:
    page, _session = studio
    page._aside._change.click()
    assert program.window.place == BUSINESS
    program.window.step(1)
    assert program.window.place.page == "studio"


def test_the_address_of_the_notice_is_typed_beside_the_sign(studio: Studio, qtbot: QtBot) -> None:
    page, session = studio
    field = page._aside._address.field
    field.setText("https://example.cn/notice")
    page.leave()
    assert session.answers.business.notice_url == "https://example.cn/notice"
    drawn(page, qtbot)
    assert "告知全文" in said(page)
    field.setText("https://example.cn/" + "a" * 600)
    field.settle()
    assert page._aside._address._problem.said()


def test_all_can_be_said_in_english(studio: Studio, program: Facewise, qtbot: QtBot) -> None:
    page, _session = studio
    program.speak("en")
    qtbot.waitUntil(lambda: page._list._rows[DEVICE].radio.accessibleName() == "Device sticker")
    drawn(page, qtbot)
    assert page._stage.below._far.said() == "Readable from 4.2 m"
    assert page._pdf.text() == "Save as PDF..."


def test_everything_that_can_be_used_has_a_name(studio: Studio) -> None:
    page, _session = studio
    for root in (page, page._aside):
        for widget in root.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_a_narrow_window_opens_words_and_look_by_a_button(studio: Studio, qtbot: QtBot) -> None:
    page, _session = studio
    page.fit(Room(aside=False))
    assert not page._stage._more.isHidden()
    with qtbot.waitSignal(page.asked_for_aside):
        page._stage._more.click()


def test_the_drawer_of_a_narrow_window_cuts_no_english_words(
    studio: Studio, program: Facewise, qtbot: QtBot
) -> None:
    page, _session = studio
    program.speak("en")
    program.window.resize(1024, 640)
    qtbot.waitUntil(lambda: not page.room.aside)
    program.window.wants("help")
    qtbot.waitUntil(page._aside.isVisible)
    assert page._aside.horizontalScrollBar().maximum() == 0


def test_the_keyboard_chooses_a_sign(studio: Studio, qtbot: QtBot) -> None:
    page, _session = studio
    radio = page._list._rows[AREA].radio
    radio.setFocus()
    QTest.keyClick(radio, Qt.Key.Key_Down)
    assert page.sign is not None
    assert page.sign.key == TILL


def test_a_file_that_is_only_read_keeps_no_design(
    studio: Studio, answer: Callable[..., None], qtbot: QtBot
) -> None:
    from facewise.store.lock import HeldError

    page, session = studio
    session.held = HeldError(user="x", host="y", since="z")
    page._stage.sized.emit("A3")
    assert page.design.size == "A3"
    assert design_of(session.site, AREA, "recognition_area").size == "A4"
    session.held = None
