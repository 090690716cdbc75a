"""Signs of every kind in every size, upright and across: whole, apart, high enough, and read by machines."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from PIL import Image, ImageChops
from pypdfium2 import PdfDocument
from tests.paper.pdf.test_sign import ADDRESS, EDITIONS, WAYS, alt_of, apart, contrast, extent, letters
from tests.paper.test_signs import made as made_of
from tests.paper.test_signs import premises
from tests.tools.verapdf import faults, hindrance

from facewise.assessment.answers import Answers, Business
from facewise.errors import FacewiseError
from facewise.i18n import Text, tell
from facewise.paper.design import COLOUR_NAMES, SIZES, Design
from facewise.paper.legibility import LEAST
from facewise.paper.pdf import style
from facewise.paper.pdf.board import Board, Code, Emblem, Panel, Pictogram
from facewise.paper.pdf.font import Box, ink
from facewise.paper.pdf.sign import board, render_design
from facewise.paper.pdf.sign_png import sign_png
from facewise.paper.pdf.sign_sheet import BLEED, edges
from facewise.paper.pdf.sign_svg import sign_svg
from facewise.paper.pdf.sign_voice import HeadlineTooLongError
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.words import main_language
from facewise.paper.sign_colours import COLOURS
from facewise.paper.sign_model import KINDS, Sign

LONG = Business(
    name="杭州市西湖区安澜社区物业管理服务有限责任公司滨江花园分公司",
    site="滨江花园三期东区",
    phone="0571-5550 0188 转 8021",
)
FORMATS = [
    (size, landscape) for size in SIZES for landscape in (False, True) if size != "sticker" or not landscape
]
ZBAR = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]


def kinds(answers: Answers) -> dict[str, Sign]:
    return {each.kind: each for each in made_of(answers) if isinstance(each, Sign)}


def site(**told: str) -> dict[str, Sign]:
    """One sign of each kind."""
    hotel, shop = premises("hotel", S6="public_other"), premises("payment", ("qr", "cash", "card"))
    return {**kinds(hotel), "payment": kinds(shop)["payment"]}


SITE = site()


def cases() -> Iterator[tuple[str, Sign]]:
    yield from SITE.items()
    for count in range(1, 7):
        yield f"{count} ways", kinds(premises(ways=WAYS[:count]))["entry"]
    for kind, sign in kinds(premises(ways=WAYS, business=LONG)).items():
        yield f"long, six ways, {kind}", sign
    for kind, sign in kinds(premises(business=ADDRESS)).items():
        yield f"address, {kind}", sign
    sample = premises().model_copy(update={"sample": True})
    for kind, sign in kinds(sample).items():
        yield f"sample, {kind}", sign


def boards() -> Iterator[tuple[str, Sign, Design, Board]]:
    for name, sign in cases():
        for size, landscape in FORMATS:
            for edition in EDITIONS:
                design = Design(size=size, landscape=landscape, edition=edition)
                yield f"{name}, {size}, {landscape}, {edition}", sign, design, board(sign, design)


@pytest.fixture(scope="module")
def drawings() -> list[tuple[str, Sign, Design, Board]]:
    return list(boards())


def test_there_is_a_sign_of_every_kind() -> None:
    assert set(SITE) == set(KINDS)


def test_the_sheet_has_its_size(drawings: list[tuple[str, Sign, Design, Board]]) -> None:
    for name, _sign, design, drawn in drawings:
        assert drawn.size == pytest.approx(edges(design), abs=0.2), name
        wide, tall = drawn.size
        assert (wide > tall) is (design.landscape and design.size != "sticker"), name


def test_nothing_runs_into_anything_else_or_off_the_sheet(
    drawings: list[tuple[str, Sign, Design, Board]],
) -> None:
    for name, _sign, design, drawn in drawings:
        edge = 2.2 * MM if design.size == "sticker" else 6.5 * MM
        things = [e for e in drawn.elements if not isinstance(e, Panel) and hasattr(e, "x")]
        boxes = [extent(e) for e in things if type(e).__name__ != "Stamp"]
        for one, other in combinations(boxes, 2):
            assert apart(one, other), name
        for box in boxes:
            assert edge <= box.left < box.right <= drawn.size[0] - edge, name
            assert edge <= box.bottom < box.top <= drawn.size[1] - edge, name


def test_words_stand_inside_their_tile(drawings: list[tuple[str, Sign, Design, Board]]) -> None:
    for name, _sign, _design, drawn in drawings:
        tiles = [
            extent(e)
            for e in drawn.elements
            if isinstance(e, Panel) and e.line == style.INK and e.thickness > 1
        ]
        for tile in tiles:
            for line in letters(drawn):
                box = extent(line)
                if not apart(box, tile):
                    assert tile.left < box.left, (name, line.text)
                    assert box.right < tile.right, (name, line.text)
                    assert tile.bottom < box.bottom, (name, line.text)
                    assert box.top < tile.top, (name, line.text)


def test_the_headline_has_at_least_the_height_its_size_demands(
    drawings: list[tuple[str, Sign, Design, Board]],
) -> None:
    for name, _sign, design, drawn in drawings:
        lines = [line for line in letters(drawn) if line.role == "headline"]
        assert lines, name
        language = main_language(design.edition)
        for line in lines:
            for character in "H" if language == "en" else line.text.replace("一", ""):
                box = ink(character, "bold", line.type.size)
                assert box.top - box.bottom >= LEAST[language][design.size] * MM - 0.01, (name, character)


def test_no_letter_is_smaller_than_seven_and_a_half_points(
    drawings: list[tuple[str, Sign, Design, Board]],
) -> None:
    for name, _sign, _design, drawn in drawings:
        assert min(line.type.size for line in letters(drawn)) >= 7.499, name


def test_what_is_drawn_is_what_is_said(drawings: list[tuple[str, Sign, Design, Board]]) -> None:
    for name, _sign, _design, drawn in drawings:
        shown = "".join(line.text for line in letters(drawn)).replace(" ", "")
        assert sorted(shown) == sorted("".join(drawn.said).replace(" ", "").replace("\n", "")), name


def test_a_code_has_modules_that_a_phone_makes_out_or_is_left_out(
    drawings: list[tuple[str, Sign, Design, Board]],
) -> None:
    shown = set()
    for name, sign, design, drawn in drawings:
        for element in drawn.elements:
            if isinstance(element, Code):
                assert element.size / (len(element.rows) + 8) >= 0.5 * MM - 1e-6, name
                shown.add((design.size, bool(sign.notice and sign.notice.is_address)))
    assert shown == {("A3", False), ("A4", False), ("A3", True), ("A4", True), ("A5", True)}


@pytest.mark.parametrize("colour", COLOUR_NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_in_every_colour_letters_stand_out_by_seven_to_one(kind: str, colour: str) -> None:
    for size, landscape in FORMATS:
        design = Design(size=size, landscape=landscape, colour=colour)  # type: ignore[arg-type]
        drawn = board(SITE[kind], design)
        grounds: list[tuple[Box, str]] = []
        for element in drawn.elements:
            if isinstance(element, Panel) and element.fill:
                grounds.append((extent(element), element.fill))
            elif not isinstance(element, Panel):
                fill = getattr(element, "ink", None) or getattr(getattr(element, "type", None), "colour", "")
                under = [colour for box, colour in grounds if not apart(extent(element), box)]
                if fill:
                    assert contrast(fill, under[-1] if under else style.WHITE) >= 7, (kind, size, colour)


MACHADO = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    plain = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    r, g, b = (min(max(sum(m * v for m, v in zip(row, plain, strict=True)), 0), 1) for row in MACHADO[sight])
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b
    z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", MACHADO)
def test_colours_stay_apart_for_every_kind_of_colour_vision(sight: str) -> None:
    for one, other in combinations(COLOURS.values(), 2):
        a, b = lab(one.ground, sight), lab(other.ground, sight)
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 >= 30
    assert all(contrast(colour.ground, colour.on) >= 7 for colour in COLOURS.values())


def test_a_headline_that_small_paper_does_not_hold_is_refused_with_its_height() -> None:
    typed = Design(size="A5").typing(
        "headline", Text("人脸识别设备人脸识别设备人脸识别设备人脸识别设备人脸识别", "")
    )
    with pytest.raises(HeadlineTooLongError) as error:
        board(SITE["device"], replace(typed, size="sticker"))
    assert "13 毫米" in tell(error.value, "zh")
    assert "100 × 100 mm" in tell(error.value, "zh")
    assert board(SITE["device"], replace(typed, size="A3")).said


@pytest.mark.parametrize("kind", KINDS)
def test_bleed_reaches_three_millimetres_beyond_what_is_cut(kind: str) -> None:
    for size, landscape in FORMATS:
        design = Design(size=size, landscape=landscape, bleed=True)
        with pikepdf.open(io.BytesIO(render_design(SITE[kind], design))) as file:
            page = file.pages[0]
            media, trim, bleed = (
                [float(v) for v in box] for box in (page.MediaBox, page.TrimBox, page.BleedBox)
            )
        wide, tall = edges(design)
        assert trim[2] - trim[0] == pytest.approx(wide, abs=0.2)
        assert trim[3] - trim[1] == pytest.approx(tall, abs=0.2)
        assert bleed == pytest.approx(
            [trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED], abs=0.05
        )
        assert media[0] <= bleed[0] - 5 * MM
        drawn = board(SITE[kind], design)
        ground = [
            extent(e) for e in drawn.elements if isinstance(e, Panel) and e.fill == COLOURS["blue"].ground
        ]
        assert min(box.left for box in ground) == pytest.approx(-BLEED)
        assert max(box.top for box in ground) == pytest.approx(drawn.size[1] + BLEED)


@pytest.mark.parametrize("kind", KINDS)
def test_the_svg_says_every_word_and_holds_nothing_but_shapes(kind: str) -> None:
    for size, landscape in FORMATS:
        design = Design(size=size, landscape=landscape)
        root = ET.fromstring(sign_svg(SITE[kind], design))  # noqa: S314, our own file
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert names <= {"svg", "title", "desc", "g", "path", "rect"}
        space = "{http://www.w3.org/2000/svg}"
        drawn = board(SITE[kind], design)
        assert root.findtext(f"{space}desc") == "\n".join(drawn.said)
        assert SITE[kind].number in (root.findtext(f"{space}title") or "")
        assert root.attrib["width"] == f"{drawn.size[0] / MM:.2f}".rstrip("0").rstrip(".") + "mm"


def test_the_svg_looks_as_the_page_does() -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    for kind, size, logo in (("entry", "A5", LOGOS[0]), ("private", "sticker", LOGOS[1])):
        design = Design(size=size, logo=logo)  # type: ignore[arg-type]
        page = PdfDocument(render_design(SITE[kind], design))[0].render(scale=1).to_pil().convert("RGB")
        drawn = QImage(page.width, page.height, QImage.Format.Format_RGB888)
        drawn.fill(0xFFFFFFFF)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(sign_svg(SITE[kind], design))).render(painter)
        painter.end()
        rows = b"".join(
            bytes(cast("memoryview", drawn.constScanLine(y)))[: 3 * page.width] for y in range(page.height)
        )
        shown = Image.frombytes("RGB", page.size, rows)
        unlike = ImageChops.difference(shown, page).convert("L").histogram()
        assert sum(unlike[100:]) < 0.005 * page.width * page.height, kind


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbar-tools")
@pytest.mark.parametrize(
    ("size", "edition"), [("A3", "zh"), ("A4", "zh"), ("A4", "en"), ("A5", "both"), ("A5", "en")]
)
def test_a_phone_reads_the_code_from_the_png(size: str, edition: str, tmp_path: Path) -> None:
    business = ADDRESS if size == "A5" else premises().business
    sign = kinds(premises(business=business))["recognition_area"]
    design = Design(size=size, edition=edition)  # type: ignore[arg-type]
    file = tmp_path / "sign.png"
    file.write_bytes(sign_png(sign, design))
    read = subprocess.run([*ZBAR, file], capture_output=True, check=True).stdout.decode().rstrip("\n")
    assert sign.notice is not None
    assert read == sign.notice.content["en" if edition == "en" else "zh"]


def test_a_png_has_three_hundred_dots_to_the_inch_and_says_its_words() -> None:
    design = Design(size="A5", landscape=True)
    with Image.open(io.BytesIO(sign_png(SITE["entry"], design))) as picture:
        assert picture.size == (2481, 1749)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert isinstance(picture, Image.Image)
        told = picture.text  # type: ignore[attr-defined]
        assert told["Description"].split("\n") == list(board(SITE["entry"], design).said)
        picture.load()
        assert picture.getpixel((0, 0)) == (255, 255, 255)
        assert picture.getpixel((1240, 100)) == (11, 79, 138)


def test_a_png_has_no_seam_where_its_strips_meet() -> None:
    design = Design(size="A5")
    whole = PdfDocument(render_design(SITE["device"], design))[0].render(scale=150 / 72).to_pil()
    with Image.open(io.BytesIO(sign_png(SITE["device"], design, 150))) as picture:
        assert picture.size == whole.size
        difference = ImageChops.difference(picture.convert("RGB"), whole.convert("RGB"))
        assert max(difference.convert("L").tobytes()) < 16


@pytest.mark.parametrize("kind", KINDS)
def test_a_designed_sign_is_one_figure_that_says_every_word(kind: str) -> None:
    for size, landscape in FORMATS[-3:]:
        design = Design(size=size, landscape=landscape, bleed=True, colour="amber")
        data = render_design(SITE[kind], design)
        alt, fonts = alt_of(data)
        assert alt.split("\n") == list(board(SITE[kind], design).said)
        assert fonts == 0
        assert data == render_design(SITE[kind], design)


def test_a_logo_stands_on_every_sign() -> None:
    kept = io.BytesIO()
    Image.new("RGB", (300, 100), "#8A3300").save(kept, "PNG")
    for sign in SITE.values():
        for size, landscape in FORMATS:
            drawn = board(sign, Design(size=size, landscape=landscape, logo=kept.getvalue()))
            (logo,) = [e for e in drawn.elements if isinstance(e, Emblem)]
            assert logo.width / logo.height == pytest.approx(3, rel=0.01)
            things = [extent(e) for e in letters(drawn)]
            things += [extent(e) for e in drawn.elements if isinstance(e, Code | Pictogram)]
            assert all(apart(extent(logo), box) for box in things), (sign.kind, size, landscape)


def matrix(sign: Sign) -> Iterator[tuple[str, bytes]]:
    for size, landscape in FORMATS:
        for edition in EDITIONS:
            for bleed in (False, True):
                design = Design(size=size, landscape=landscape, edition=edition, bleed=bleed)
                yield f"{size}-{landscape}-{edition}-{bleed}", render_design(sign, design)


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_one_sign_of_each_kind_side_by_side(tmp_path: Path) -> None:
    files = []
    for number, (kind, sign) in enumerate(SITE.items()):
        size, landscape = FORMATS[number]
        design = Design(size=size, landscape=landscape, bleed=bool(number % 2), logo=LOGOS[number % 2])
        files.append(tmp_path / f"{kind}.pdf")
        files[-1].write_bytes(render_design(sign, design))
    assert faults(files) == []


@pytest.mark.slow
@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
@pytest.mark.parametrize("kind", KINDS)
def test_verapdf_passes_every_sign_in_every_size_and_language(kind: str, tmp_path: Path) -> None:
    files = []
    for name, data in matrix(SITE[kind]):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)
    assert faults(files) == []


def bitmap() -> bytes:
    kept = io.BytesIO()
    Image.new("RGBA", (300, 100), (138, 51, 0, 128)).save(kept, "PNG")
    return kept.getvalue()


LOGOS = (
    bitmap(),
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><circle cx="5" cy="5" r="4"/></svg>',
)


@pytest.mark.parametrize("letter", ["名", "W"])
@pytest.mark.parametrize(("size", "landscape"), FORMATS)
def test_however_long_a_name_is_it_is_drawn_whole_or_refused_in_a_sentence(
    letter: str, size: str, landscape: bool
) -> None:
    for length in (40, 120, 480):
        long = Business(name=letter * length, site="滨江花园", phone="0571-5550 0188")
        for sign in kinds(premises(business=long)).values():
            try:
                drawn = board(sign, Design(size=size, landscape=landscape))  # type: ignore[arg-type]
            except FacewiseError as error:
                refused = tell(error, "zh")
            else:
                refused = ""
            if refused:
                assert length > 40, (size, landscape, sign.kind)
                assert sign.number in refused
                continue
            boxes = [extent(line) for line in letters(drawn)]
            assert min(box.bottom for box in boxes) > 3 * MM
            assert max(box.top for box in boxes) < drawn.size[1] - 3 * MM
            assert all(apart(one, other) for one, other in combinations(boxes, 2))
