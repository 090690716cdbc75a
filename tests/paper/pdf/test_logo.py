"""Logos are not trusted: huge, CMYK, see-through, turned, damaged, drawn, scripted: converted or refused."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, ImageCms
from tests.paper.test_signs import made as made_of
from tests.paper.test_signs import premises

from facewise.i18n import tell
from facewise.paper.design import Design
from facewise.paper.pdf.logo import LARGEST, LogoNotReadError, LogoTooLargeError, read_logo
from facewise.paper.pdf.logo_svg import SvgNotPlainError
from facewise.paper.pdf.sign import render_design
from facewise.paper.pdf.sign_svg import sign_svg
from facewise.paper.pdf.svg_path import path_steps
from facewise.paper.sign_model import Sign

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def saved(picture: Image.Image, form: str = "PNG", **how: object) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, form, **how)
    return kept.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(read_logo(data).png))


def svg(inside: str, box: str = "0 0 100 50", more: str = "") -> bytes:
    return f'<svg {NAMESPACE} viewBox="{box}" {more}>{inside}</svg>'.encode()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_png_of_any_kind_becomes_rgb(mode: str) -> None:
    logo = opened(saved(Image.new(mode, (40, 20))))
    assert (logo.mode, logo.size) == ("RGB", (40, 20))


def test_what_is_see_through_becomes_white() -> None:
    logo = opened(saved(Image.new("RGBA", (4, 4), (255, 0, 0, 0))))
    assert logo.getpixel((1, 1)) == (255, 255, 255)


def test_a_cmyk_jpeg_shows_its_colours() -> None:
    logo = opened(saved(Image.new("CMYK", (40, 20), (255, 255, 0, 0)), "JPEG"))
    red, green, blue = logo.getpixel((5, 5))  # type: ignore[misc]
    assert blue > red
    assert blue > green


@pytest.mark.parametrize(
    "profile", [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"junk"]
)
def test_a_profile_is_followed_or_passed_over(profile: bytes) -> None:
    logo = opened(saved(Image.new("RGB", (40, 20), (200, 30, 40)), "JPEG", icc_profile=profile))
    assert all(abs(a - b) < 8 for a, b in zip(logo.getpixel((5, 5)), (200, 30, 40), strict=True))  # type: ignore[arg-type]


def test_a_profile_of_grey_pictures_is_passed_over() -> None:
    assert opened(saved(Image.new("L", (4, 4), 99), icc_profile=b"junk")).getpixel((0, 0)) == (99, 99, 99)


def test_a_large_picture_is_made_small() -> None:
    assert max(opened(saved(Image.new("RGB", (5000, 3000), "red"))).size) == 1000
    assert max(opened(saved(Image.new("RGB", (9000, 6000), "red"), "JPEG")).size) <= 1000


def test_a_picture_that_lies_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(saved(Image.new("RGB", (40, 20)), "JPEG", exif=exif)).size == (20, 40)


def bomb(side: int) -> bytes:
    """A small PNG that says it is enormous."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made


@pytest.mark.parametrize("side", [7000, 12_000, 60_000])
def test_a_picture_that_would_fill_memory_is_refused(side: int) -> None:
    with pytest.raises(LogoTooLargeError):
        read_logo(bomb(side))


def test_a_file_of_many_megabytes_is_refused() -> None:
    with pytest.raises(LogoTooLargeError) as error:
        read_logo(b"\0" * (LARGEST + 1))
    assert "20 MB" in tell(error.value, "zh")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        saved(Image.new("RGB", (40, 20)))[:60],
        saved(Image.effect_noise((200, 200), 50).convert("RGB"), "JPEG")[:900],
        saved(Image.new("RGB", (40, 20)), "GIF"),
        bomb(100),
        b"<svg",
        b"<?xml version='1.0'?><html/>",
        svg(""),
        svg('<path d="L 1 2"/>'),
        svg('<path d="M 1 2 X 3"/>'),
        svg('<path d="M 1"/>'),
        svg('<path d="M 0 0 A 1 1 0 2 0 3 3"/>'),
        svg('<path d="M 0 0 A 1 1 0"/>'),
        svg('<path d="M 0 0 Z 1 1"/>'),
        svg('<path d="M 1e99 0 L 0 0"/>'),
        svg('<polygon points="nan,0 1,1 2,2"/>'),
        svg('<rect width="10%" height="5"/>'),
        svg('<rect width="5" height="5" fill="no-colour"/>'),
        svg('<rect width="5" height="5" transform="whirl(3)"/>'),
        svg('<rect width="5" height="5" transform="matrix(1 2)"/>'),
        svg('<rect width="5" height="5"/>', box="0 0 0 5"),
        svg('<rect width="5" height="5"/>', box="0 0"),
        f"<svg {NAMESPACE}><rect width='5' height='5'/></svg>".encode(),
        b"<?xml version='1.0' encoding='utf-99'?><svg/>",
    ],
)
def test_what_is_damaged_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(LogoNotReadError) as error:
        read_logo(data)
    assert "PNG" in tell(error.value, "zh")


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<g><rect onclick="go()" width="4" height="4"/></g>', "onclick"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="https://example.com/x.png"/>', "image"),
        ("<text>Logo</text>", "text"),
        ('<use href="#a"/>', "use"),
        ('<rect width="4" height="4"><animate attributeName="x"/></rect>', "animate"),
        ('<rect width="4" height="4" fill="url(#g)"/>', "linearGradient"),
        ('<g clip-path="url(#c)"><rect width="4" height="4"/></g>', "clip-path"),
        ('<rect width="4" height="4" style="filter:url(#f)"/>', "filter"),
    ],
)
def test_an_svg_that_is_more_than_shapes_is_refused_by_name(inside: str, named: str) -> None:
    with pytest.raises(SvgNotPlainError) as error:
        read_logo(svg(inside))
    assert f"<{named}>" in tell(error.value, "zh")


def test_entities_are_not_expanded() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg/>'
    with pytest.raises(SvgNotPlainError):
        read_logo(laughs)


@pytest.mark.parametrize(
    "data",
    [
        svg('<path d="M0 0' + " L1 1" * 60_001 + '"/>'),
        svg("<g>" * 70 + '<rect width="1" height="1"/>' + "</g>" * 70),
        svg("<!--" + "x" * 2_200_000 + "-->"),
    ],
)
def test_an_svg_of_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(LogoTooLargeError):
        read_logo(data)


def test_shapes_keep_colours_places_and_order() -> None:
    logo = read_logo(
        svg(
            "<title>x</title><defs/><style>.a{fill:#0B4F8A} .b,.c{stroke:red;fill:none /* no */}</style>"
            '<g transform="translate(10 5) scale(2)" opacity="0.5">'
            '<rect class="a" x="1" width="4" height="3"/></g>'
            '<circle class="b" cx="50" cy="25" r="10" stroke-width="2"/>'
            '<g style="fill:currentColor" color="lime"><ellipse rx="3" ry="2" fill-rule="evenodd"/>'
            '<line x2="5"/><polyline points="0,0 1,1 2,0"/><polygon points="0 0 1 1 2 0"/></g>'
            '<rect width="1" height="1" display="none"/><rect width="1" height="1" fill="none"/>'
            '<rect width="0" height="1"/><circle/><polygon/><path fill="transparent" d="M0 0h1"/>'
            '<metadata xmlns:x="urn:x"><x:y/></metadata><y xmlns="urn:y"/>'
        )
    )
    rect, ring, ellipse, *others = logo.shapes
    assert (logo.width, logo.height, logo.png) == (100, 50, b"")
    assert (rect.fill, rect.path[0]) == ("#85A7C4", ("M", (12.0, 45.0)))
    assert (ring.fill, ring.line, ring.width) == ("", "#FF0000", 2.0)
    assert (ellipse.fill, ellipse.even_odd) == ("#00FF00", True)
    assert [len(shape.path) for shape in others] == [2, 3, 4]


def test_a_size_without_a_view_box_is_the_box() -> None:
    logo = read_logo(
        f'<svg {NAMESPACE} width="20mm" height="10mm"><rect width="5" height="5"/></svg>'.encode()
    )
    assert (round(logo.width, 2), round(logo.height, 2)) == (75.59, 37.8)


@pytest.mark.parametrize(
    ("transform", "corner"),
    [
        ("matrix(1 0 0 1 3 4)", (4.0, 45.0)),
        ("translate(3)", (4.0, 49.0)),
        ("scale(2, 3)", (2.0, 47.0)),
        ("rotate(90)", (-1.0, 49.0)),
        ("rotate(90, 1 1)", (1.0, 49.0)),
        ("skewX(45)", (2.0, 49.0)),
        ("skewY(45)", (1.0, 48.0)),
        ("translate(1 1) , scale(2)", (3.0, 47.0)),
    ],
)
def test_transforms_move_shapes(transform: str, corner: tuple[float, float]) -> None:
    (shape,) = read_logo(svg(f'<path transform="{transform}" d="M1 1h2v2z"/>')).shapes
    assert shape.path[0][1] == pytest.approx(corner)


@pytest.mark.parametrize(
    ("d", "steps"),
    [
        ("M1 2 3 4", "M1,2 L3,4"),
        ("m1 2 3 4z m1 1", "M1,2 L4,6 Z M2,3"),
        ("M0 0H5V5h-1v-1", "M0,0 L5,0 L5,5 L4,5 L4,4"),
        ("M0 0c1 1 2 1 3 0s2-1 3 0", "M0,0 C1,1,2,1,3,0 C4,-1,5,-1,6,0"),
        ("M0 0S1 1 2 0", "M0,0 C0,0,1,1,2,0"),
        ("M0 0Q3 3 6 0T12 0", "M0,0 C2,2,4,2,6,0 C8,-2,10,-2,12,0"),
        ("M0 0T6 0", "M0,0 C0,0,2,0,6,0"),
        ("M0 0A0 5 0 0 0 3 3", "M0,0 L3,3"),
        ("M1 1A5 5 0 0 0 1 1", "M1,1"),
        ("M-1.5e1.5", "M-15,0.5"),
    ],
)
def test_paths_are_read_as_the_standard_says(d: str, steps: str) -> None:
    made = [name + ",".join(f"{value:g}" for value in points) for name, points in path_steps(d)]
    assert " ".join(made) == steps


@pytest.mark.parametrize(
    ("flags", "low", "high"), [("0 0", 0, 5), ("01", -5, 0), ("1,0", 0, 5), ("1 1", -5, 0)]
)
def test_half_a_circle_bows_the_way_its_flags_say(flags: str, low: float, high: float) -> None:
    steps = path_steps(f"M0 0A5 5 0 {flags} 10 0")
    ends = [points[-2:] for _name, points in steps]
    assert ends[-1] == (10, 0)
    assert all(low - 0.01 <= y <= high + 0.01 for _x, y in ends)
    assert all(((x - 5) ** 2 + y**2) ** 0.5 == pytest.approx(5) for x, y in ends)


def test_an_arc_too_small_for_its_ends_is_made_larger() -> None:
    ends = [points[-2:] for _name, points in path_steps("M0 0A1 1 30 0 1 10 0")]
    assert min(y for _x, y in ends) == pytest.approx(-5)


def reddish(pdf: bytes) -> int:
    """How many pixels of a page have the colour of our logos."""
    from pypdfium2 import PdfDocument

    pixels = PdfDocument(pdf)[0].render(scale=0.5, rev_byteorder=True).to_pil().convert("RGB")
    return sum(count for count, (r, g, b) in pixels.getcolors(1 << 24) or () if r > g + 60 and r > b + 60)


@pytest.mark.parametrize(
    "make",
    [
        lambda: saved(Image.new("RGB", (400, 100), "#8A3300")),
        lambda: saved(Image.new("CMYK", (400, 100), (0, 200, 200, 0)), "JPEG"),
        lambda: svg('<path fill="#A02010" fill-rule="evenodd" stroke="red" d="M0 0H90V40H0z"/>'),
    ],
)
def test_a_logo_is_printed_and_drawn(make: Callable[[], bytes]) -> None:
    design = Design(logo=make(), size="A5")
    for sign in made_of(premises()):
        assert isinstance(sign, Sign)
        assert render_design(sign, design) == render_design(sign, design)
        assert reddish(render_design(sign, design)) > 20 > reddish(render_design(sign, Design(size="A5")))
        drawn = sign_svg(sign, design)
        assert (b"data:image/png;base64" in drawn) is (b"<svg" not in design.logo)
