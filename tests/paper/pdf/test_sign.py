"""Signs as pages: large enough, complete, equal, readable by eye, phone and screen reader."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from tests.paper.test_signs import BUSINESS, PACK, made, premises, till
from tests.tools.verapdf import faults, hindrance

from facewise.assessment.answers import Answers, Business
from facewise.i18n import Edition, Text
from facewise.paper.design import Design
from facewise.paper.pdf import style
from facewise.paper.pdf.board import QUIET, Board, Code, Element, Letters, Panel, Pictogram
from facewise.paper.pdf.font import Box, ink
from facewise.paper.pdf.sign import board as board_of
from facewise.paper.pdf.sign import render_design
from facewise.paper.pdf.sign_parts import SignTooFullError
from facewise.paper.pdf.sign_sheet import sheet_of
from facewise.paper.pdf.sign_voice import HeadlineTooLongError, Voice
from facewise.paper.pdf.style import MM
from facewise.paper.sign_model import Sign

EDITIONS: tuple[Edition, ...] = get_args(Edition)
WAYS = ("card", "qr", "code", "id_document", "staff", "cash")
KINDS = tuple(PACK.purposes)
ADDRESS = BUSINESS.model_copy(update={"notice_url": "https://example.com/notice/gate"})
A4 = sheet_of(Design())
_HAIR = 1e-6
LONG = Business(name="杭州安澜物业服务有限公司" * 25, site="滨江花园", phone="0571-5550 0188")


def board(sign: Sign, edition: Edition) -> Board:
    return board_of(sign, Design(edition=edition))


def render_sign(sign: Sign, edition: Edition) -> bytes:
    return render_design(sign, Design(edition=edition))


def signs(answers: Answers) -> list[Sign]:
    return [each for each in made(answers) if isinstance(each, Sign)]


def boards() -> Iterator[tuple[str, Board]]:
    """Signs of every kind of use, with one to six other ways, with long names and as a sample."""
    cases = {kind: premises(kind) for kind in KINDS}
    cases |= {f"{n} ways": premises(ways=WAYS[:n]) for n in range(1, 7)}
    cases |= {
        "till": till(ADDRESS),
        "partly": premises(D1="partly", D2="no"),
    }
    cases |= {
        "long": premises(business=LONG),
        "only face": premises(D1="no"),
        "address": premises(business=ADDRESS),
    }
    cases |= {"sample": premises().model_copy(update={"sample": True})}
    for name, answers in cases.items():
        for sign in signs(answers):
            for edition in EDITIONS:
                yield f"{name}, {sign.kind}, {edition}", board(sign, edition)


@pytest.fixture(scope="module")
def drawings() -> dict[str, Board]:
    return dict(boards())


@cache
def extent(element: Element) -> Box:
    if isinstance(element, Letters):
        box = ink(element.text, element.type.weight, element.type.size)
        return Box(element.x + box.left, element.y + box.bottom, element.x + box.right, element.y + box.top)
    if isinstance(element, Pictogram | Code):
        return Box(element.x, element.y, element.x + element.size, element.y + element.size)
    return Box(element.x, element.y, element.x + element.width, element.y + element.height)


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.left + _HAIR
        or other.right <= one.left + _HAIR
        or one.top <= other.bottom + _HAIR
        or other.top <= one.bottom + _HAIR
    )


def letters(drawn: Board) -> list[Letters]:
    return [element for element in drawn.elements if isinstance(element, Letters)]


def headline(drawn: Board) -> list[Letters]:
    largest = max(line.type.size for line in letters(drawn))
    return [line for line in letters(drawn) if line.type.size == largest]


def test_every_character_of_the_headline_is_18_mm_high(drawings: dict[str, Board]) -> None:
    for name, drawn in drawings.items():
        for line in headline(drawn):
            for character in line.text:
                if character.isupper() or (not character.isascii() and character != "一"):
                    box = ink(character, "bold", line.type.size)
                    assert box.top - box.bottom >= 18 * MM, (name, character)
            assert ink("H", "bold", line.type.size).top >= 15 * MM, name


def check_places(name: str, drawn: Board) -> None:
    inside = Box(9.7 * MM, 9.7 * MM, 200.3 * MM, 287.3 * MM)
    things = [e for e in drawn.elements if isinstance(e, Letters | Pictogram | Code)]
    boxes = [extent(thing) for thing in things]
    for one, other in combinations(boxes, 2):
        assert apart(one, other), (name, things[boxes.index(one)], things[boxes.index(other)])
    for box in boxes:
        assert inside.left <= box.left < box.right <= inside.right, name
        assert inside.bottom <= box.bottom < box.top <= inside.top, name


def test_nothing_runs_into_anything_else_or_out_of_the_frame(drawings: dict[str, Board]) -> None:
    for name, drawn in drawings.items():
        check_places(name, drawn)


@pytest.mark.parametrize("field", ["name", "site", "phone"])
@pytest.mark.parametrize("letter", ["名", "W", "No. "])
def test_however_long_a_fact_is_it_is_drawn_whole_or_refused(field: str, letter: str) -> None:
    for length in (30, 90, 180, 300, 480):
        text = (letter * length)[:length].strip()
        for sign in signs(premises(business=BUSINESS.model_copy(update={field: text}))):
            for edition in EDITIONS:
                try:
                    drawn = board(sign, edition)
                except SignTooFullError:
                    assert length > 180
                    continue
                check_places(f"{field}, {length}, {edition}", drawn)
                assert text in "\n".join(drawn.said)


def test_the_frame_stands_8_mm_from_the_edge(drawings: dict[str, Board]) -> None:
    for drawn in drawings.values():
        boxes = [extent(e) for e in drawn.elements if isinstance(e, Panel)]
        assert min(box.left for box in boxes) == pytest.approx(8 * MM)
        assert max(box.top for box in boxes) == pytest.approx(289 * MM)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_everything_stands_out_from_its_ground_by_seven_to_one(drawings: dict[str, Board]) -> None:
    for drawn in drawings.values():
        filled = [e for e in drawn.elements if isinstance(e, Panel) and e.fill == style.ACCENT]
        for element in drawn.elements:
            if isinstance(element, Letters | Pictogram):
                colour = element.type.colour if isinstance(element, Letters) else element.ink
                on_panel = any(not apart(extent(element), extent(panel)) for panel in filled)
                assert contrast(colour, style.ACCENT if on_panel else style.WHITE) >= 7


def test_the_code_is_38_mm_with_four_white_modules_round_it(drawings: dict[str, Board]) -> None:
    for drawn in drawings.values():
        for element in drawn.elements:
            if isinstance(element, Code):
                modules = len(element.rows)
                assert element.size * modules / (modules + 2 * QUIET) >= 38 * MM
                assert element.size / (modules + 2 * QUIET) >= 0.5 * MM
                rules = [extent(e) for e in drawn.elements if isinstance(e, Panel) and e.height < 2]
                assert all(apart(extent(element), rule) for rule in rules)


def test_what_is_drawn_is_what_is_said(drawings: dict[str, Board]) -> None:
    for drawn in drawings.values():
        said = "\n".join(drawn.said)
        for line in letters(drawn):
            assert line.text.strip() in said
        shown = "".join(line.text for line in letters(drawn)).replace(" ", "")
        assert sorted(shown) == sorted(said.replace(" ", "").replace("\n", ""))


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("edition", EDITIONS)
def test_all_ways_have_the_same_tile_pictogram_and_type_and_face_is_last(
    count: int, edition: Edition
) -> None:
    (sign,) = (s for s in signs(premises(ways=WAYS[:count])) if s.kind == "entry")
    drawn = board(sign, edition)
    tiles = [e for e in drawn.elements if isinstance(e, Panel) and e.line == style.INK]
    pictograms = [e for e in drawn.elements if isinstance(e, Pictogram)]
    names = {
        words["en" if edition == "en" else "zh"] for words in (*PACK.ways.values(), PACK.words["sign.face"])
    }
    words = [line for line in letters(drawn) if line.text in names]
    assert len(tiles) == len(pictograms) == len(words) == count + 1
    assert len({(round(t.width, 3), round(t.height, 3), t.thickness, t.fill) for t in tiles}) == 1
    assert len({(round(p.size, 3), p.ink) for p in pictograms}) == 1
    assert len({line.type for line in words}) == 1
    assert words[0].type.size >= 22
    assert pictograms[-1].name == "face"


def test_a_name_of_300_characters_is_printed_whole(drawings: dict[str, Board]) -> None:
    for name, drawn in drawings.items():
        if name.startswith("long"):
            assert LONG.name in drawn.said, name


def test_names_that_would_squeeze_the_sign_are_refused_by_name() -> None:
    long = Business(name="名" * 500, site="场所" * 250, phone="1")
    for sign in signs(premises(business=long)):
        with pytest.raises(SignTooFullError) as error:
            render_sign(sign, "both")
        assert "场所场所" in str(error.value)
        assert sign.number in str(error.value)


def test_a_headline_that_would_be_squeezed_is_refused() -> None:
    with pytest.raises(HeadlineTooLongError):
        Voice("zh").headline(Text("这里有很多很多很多很多设备|真的", ""), 178 * MM, 84, A4)


def test_a_headline_breaks_where_that_makes_it_largest() -> None:
    part = Voice("zh").headline(Text("一二三四|五六七八九|十", ""), 178 * MM, 84, A4)
    assert [line.text for line in part.elements if isinstance(line, Letters)] == ["一二三四", "五六七八九十"]


def alt_of(data: bytes) -> tuple[str, int]:
    """The alternative text of the only figure, and how many fonts the file has."""
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root.StructTreeRoot.K[0]
        figure = root.K if isinstance(root.K, pikepdf.Dictionary) else root.K[0]
        assert figure.S == "/Figure"
        fonts = len(file.pages[0].Resources.Font.keys())
        assert file.check_pdf_syntax() == []
        return str(figure.Alt), fonts


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sign_is_one_figure_that_says_every_word_and_needs_no_font(edition: Edition) -> None:
    for sign in signs(premises(business=ADDRESS)):
        data = render_sign(sign, edition)
        alt, fonts = alt_of(data)
        assert alt.split("\n") == list(board(sign, edition).said)
        assert fonts == 0
        assert data == render_sign(sign, edition)


@pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="zbar-tools, poppler-utils"
)
@pytest.mark.parametrize("business", [BUSINESS, ADDRESS], ids=["notice in brief", "address"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_phone_reads_the_code(business: Business, edition: Edition, tmp_path: Path) -> None:
    for sign in signs(premises(business=business)):
        file = tmp_path / f"{sign.kind}.pdf"
        file.write_bytes(render_sign(sign, edition))
        subprocess.run(
            ["pdftoppm", "-r", "110", "-gray", "-png", "-singlefile", file, file.with_suffix("")], check=True
        )
        command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]
        read = (
            subprocess.run([*command, file.with_suffix(".png")], capture_output=True, check=True)
            .stdout.decode()
            .rstrip("\n")
        )
        assert sign.notice is not None
        assert read == sign.notice.content["en" if edition == "en" else "zh"]


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_every_kind_of_sign(tmp_path: Path) -> None:
    sample = premises().model_copy(update={"sample": True})
    made_of: list[tuple[Answers, Edition]] = [
        (premises(), "both"),
        (premises("payment"), "both"),
        (sample, "en"),
        (premises(business=LONG), "zh"),
    ]
    files = []
    for number, (answers, edition) in enumerate(made_of):
        for sign in signs(answers):
            files.append(tmp_path / f"{number}-{sign.kind}.pdf")
            files[-1].write_bytes(render_sign(sign, edition))
    assert faults(files) == []
