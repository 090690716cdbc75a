"""What a user may change on a sign, and what is pointed out with the article."""

import pytest
from tests.paper.test_signs import PACK, a_sign, premises

from facewise.i18n import Text, tell
from facewise.paper.design import Design, default_design, default_size, items, left_out, worded
from facewise.paper.legibility import readable
from facewise.paper.sign_model import Kind

AREA = a_sign(premises(), "recognition_area")
ENTRY = a_sign(premises(), "entry")
DEVICE = a_sign(premises(), "device")
PRIVATE = a_sign(premises("payment", S6="public_other"), "private")


def said(kind: Kind, design: Design) -> list[str]:
    sign = {"recognition_area": AREA, "entry": ENTRY, "device": DEVICE, "private": PRIVATE}[kind]
    return [tell(each, "zh") for each in left_out(PACK, sign, design)]


def test_a_sign_that_nobody_changed_leaves_nothing_out() -> None:
    for sign in (AREA, ENTRY, DEVICE, PRIVATE):
        assert left_out(PACK, sign, default_design(sign.kind)) == ()
    for sign in (AREA, PRIVATE):
        assert worded(sign, default_design(sign.kind)) == sign


def test_a_device_has_a_sticker_and_everything_else_a_sheet() -> None:
    assert default_size("device") == "sticker"
    assert default_size("entry") == default_size("private") == "A4"


@pytest.mark.parametrize(
    ("item", "article", "word"),
    [
        ("purpose", "办法第五条第一款", "用途"),
        ("business", "办法第五条第一款", "管理单位"),
        ("phone", "办法第五条第一款", "电话"),
        ("ways", "办法第十条第一款", "其他方式"),
        ("code", "办法第五条第一款", "二维码"),
    ],
)
def test_what_is_taken_off_is_pointed_out_with_the_article(item: str, article: str, word: str) -> None:
    (sentence,) = said("recognition_area", Design().showing(item, on=False))  # type: ignore[arg-type]
    assert article in sentence
    assert word in sentence
    assert Design().showing(item, on=False).showing(item, on=True) == Design()  # type: ignore[arg-type]


def test_place_and_promises_may_go_without_a_word() -> None:
    design = Design().showing("place", on=False).showing("promise", on=False)
    assert said("recognition_area", design) == []
    shown = worded(AREA, design)
    assert shown.fact("place") is None
    assert shown.sentences == ()


@pytest.mark.parametrize(
    ("kind", "zh", "en", "articles"),
    [
        ("recognition_area", "欢迎光临", "Welcome", ["办法第十三条第一款", "个保法第二十六条"]),
        ("recognition_area", "这里有\n人脸识别", "", []),
        ("device", "门禁", "", ["办法第十三条第一款"]),
        ("private", "里面有人脸识别", "", ["办法第十三条第二款"]),
        ("private", "里面禁止装人脸识别设备", "", []),
        ("private", "人脸识别禁止", "Face devices welcome", ["办法第十三条第二款"]),
        ("entry", "请进", "Come in", []),
    ],
)
def test_a_headline_must_still_say_what_the_article_asks_for(
    kind: Kind, zh: str, en: str, articles: list[str]
) -> None:
    found = said(kind, Design().typing("headline", Text(zh, en)))
    assert len(found) == bool(articles)
    assert all(article in found[0] for article in articles)


def test_english_alone_is_pointed_out() -> None:
    (sentence,) = said("entry", Design(edition="en"))
    assert "办法第五条第一款" in sentence
    assert said("private", Design(edition="en")) == []


def test_the_ways_of_a_sign_to_choose_from_stay() -> None:
    assert "ways" not in items(ENTRY, "A4")
    assert "purpose" not in items(ENTRY, "A4")
    assert worded(ENTRY, Design().showing("ways", on=False)).ways == ENTRY.ways
    assert worded(AREA, Design().showing("ways", on=False)).ways == ()
    assert items(PRIVATE, "A4") == items(PRIVATE, "sticker") == ("business", "phone", "promise")


def test_a_sticker_has_room_for_less_and_misses_nothing_by_that() -> None:
    assert items(DEVICE, "A4") == ("purpose", "business", "place", "phone", "ways", "promise", "code")
    assert items(DEVICE, "sticker") == ("business", "phone", "ways")
    shown = worded(DEVICE, Design(size="sticker").typing("note", Text("请看镜头左侧", "")))
    assert [fact.id for fact in shown.facts] == ["business", "phone"]
    assert (shown.notice, shown.lead, shown.sentences) == (None, None, (Text("请看镜头左侧", ""),))
    assert said("device", Design(size="sticker").showing("code", on=False)) == []
    assert len(said("device", Design(size="sticker").showing("phone", on=False))) == 1


def test_typed_words_stand_in_for_the_standard_ones_language_by_language() -> None:
    design = Design().typing("headline", Text("本店\n\n有人脸识别 ", "")).typing("purpose", Text("", "Entry"))
    design = design.typing("note", Text("办卡请到客服中心。", "Cards at the desk."))
    shown = worded(AREA, design)
    assert shown.headline == Text("本店|有人脸识别", AREA.headline.en)
    assert [fact.value for fact in shown.facts if fact.id == "purpose"] == [Text("住户出入验证", "Entry")]
    assert shown.sentences[-1] == Text("办卡请到客服中心。", "Cards at the desk.")
    assert worded(AREA, design.showing("promise", on=False)).sentences == (shown.sentences[-1],)
    assert design.typing("note", Text("", "")).typed("note") == Text("", "")
    assert worded(AREA, design.showing("purpose", on=False)).fact("purpose") is None


@pytest.mark.parametrize(
    ("height", "language", "metres"), [(18, "zh", 3.0), (13, "zh", 2.1), (12, "en", 3.0), (9, "zh", 1.5)]
)
def test_twenty_minutes_of_arc_are_three_metres_for_18_millimetres(
    height: float, language: str, metres: float
) -> None:
    assert readable("headline", height, language).metres == metres  # type: ignore[arg-type]
