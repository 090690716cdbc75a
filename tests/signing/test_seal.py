"""The seal's picture: without its paper, in a stamp, and PDF/A all the same."""

import io
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.signing.papers import NOW, STAMP, paper, report
from tests.signing.pictures import INK, seal
from tests.tools.verapdf import faults, hindrance

from facewise.signing.identities import Identity
from facewise.signing.seal import Seal, SealPictureError, SealSizeError, pixels_of, prepared
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.stamp import Stamp
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def near(pixel: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - two) < 12 for one, two in zip(pixel, wanted, strict=True))


@pytest.mark.parametrize("paper_colour", [(255, 255, 255), (226, 221, 214)])
def test_paper_becomes_transparent_and_ink_keeps_its_colour(paper_colour: tuple[int, int, int]) -> None:
    made = opened(prepared(seal(paper=paper_colour), "x", transparent=True))
    assert made.mode == "RGBA"
    corner, middle = made.getpixel((1, 1)), made.getpixel((made.width // 2, made.height // 2))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert corner[3] == 0
    assert middle[3] > 200
    over_white = Image.new("RGBA", made.size, "white")
    over_white.alpha_composite(made)
    shown = over_white.getpixel((made.width // 2, made.height // 2))
    assert isinstance(shown, tuple)
    assert shown[0] > 180
    assert shown[1] < 60


def test_paper_stays_where_nobody_asks(owner: Identity) -> None:
    made = prepared(seal(), "x", transparent=False)
    assert pixels_of(made).opacity is None
    assert near(opened(made).convert("RGB").getpixel((320, 320)), INK)


def test_a_large_photograph_becomes_small() -> None:
    made = prepared(seal(3000, kind="JPEG"), "x.jpg", transparent=True)
    assert max(opened(made).size) == 640
    assert opened(made).info == {}


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", seal()[:400], b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(SealPictureError, match=r"seal\.png"):
        prepared(content, "seal.png", transparent=True)


def test_a_picture_of_endless_size_is_refused() -> None:
    made = io.BytesIO()
    Image.new("1", (9000, 9000)).save(made, "PNG")
    with pytest.raises(SealPictureError):
        prepared(made.getvalue(), "x", transparent=True)


@pytest.mark.parametrize("millimetres", [0, 9, 61])
def test_a_seal_has_a_sensible_size(millimetres: float) -> None:
    with pytest.raises(SealSizeError):
        Seal(b"", millimetres)


def test_a_seal_is_as_large_as_it_is_and_no_larger_than_its_box() -> None:
    made = Seal(prepared(seal(), "x", transparent=True))
    assert made.fitted(500, 500) == pytest.approx((113.4, 113.4), abs=0.1)
    assert made.fitted(500, 100) == (100, 100)
    assert made.fitted(80, 100) == (80, 80)


@pytest.fixture(scope="module")
def sealed(owner: Identity, consultant: Identity) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for transparent in (True, False):
        stamp = Stamp(STAMP.lines, Seal(prepared(seal(300), "x", transparent=transparent)))
        first = sign(report(), owner, field=OWNER, now=NOW, stamp=stamp, certify=True)
        later = NOW + timedelta(minutes=1)
        both = sign(first, consultant, field=CONSULTANT, now=later, stamp=stamp, certify=False)
        made |= {f"signed {transparent}": first, f"both {transparent}": both}
    return made


def test_sealed_reports_are_intact(sealed: dict[str, bytes]) -> None:
    assert {verify(pdf, {}).kind for pdf in sealed.values()} == {Kind.INTACT_FIRST_SEEN}


def test_the_stamp_holds_the_picture_with_its_mask(sealed: dict[str, bytes]) -> None:
    for name, masked in (("both True", True), ("both False", False)):
        with pikepdf.open(io.BytesIO(sealed[name])) as pdf:
            for form in pdf.Root.AcroForm.Fields:
                picture = form.AP.N.Resources.XObject.Seal
                assert int(picture.Width) == 300
                assert ("/SMask" in picture) is masked


def test_a_seal_leaves_room_for_the_words(owner: Identity, tmp_path: Path) -> None:
    stamp = Stamp(STAMP.lines, Seal(prepared(seal(300), "x", transparent=True), 60))
    assert verify(sign(paper(), owner, field=OWNER, now=NOW, stamp=stamp, certify=True), {}).intact


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_sealed_reports(sealed: dict[str, bytes], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.pdf" for number in range(len(sealed))]
    for file, content in zip(files, sealed.values(), strict=True):
        file.write_bytes(content)
    assert faults(files) == []
