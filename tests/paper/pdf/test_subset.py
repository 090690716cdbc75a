import struct

import pytest

from facewise.paper.pdf.font import face
from facewise.paper.pdf.style import Weight
from facewise.paper.pdf.subset import FontFile

WEIGHTS: tuple[Weight, ...] = ("regular", "medium", "bold")


def tables(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack(">4xH", font[:6])
    entries = [struct.unpack(">4s3I", font[12 + 16 * at : 28 + 16 * at]) for at in range(count)]
    return {tag.decode(): font[begin : begin + length] for tag, _, begin, length in entries}


def outlines(font: bytes) -> list[bytes]:
    parts = tables(font)
    begins = struct.unpack(f">{len(parts['loca']) // 4}I", parts["loca"])
    return [parts["glyf"][begins[at] : begins[at + 1]] for at in range(len(begins) - 1)]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_no_glyph_of_a_face_is_made_of_others_and_each_has_its_own_metrics(weight: Weight) -> None:
    font = face(weight).path.read_bytes()
    contours = [struct.unpack(">h", outline[:2])[0] for outline in outlines(font) if outline]
    assert min(contours) >= 0
    assert len(tables(font)["hmtx"]) == 4 * len(outlines(font))


def test_a_subset_has_the_outlines_and_widths_of_its_glyphs_and_says_so() -> None:
    path = face("bold").path
    glyphs = [0, *(face("bold").glyph[character] for character in "永A ，")]
    subset = FontFile(path).subset(glyphs)
    whole = outlines(path.read_bytes())
    metrics = tables(path.read_bytes())["hmtx"]
    assert [part.rstrip(b"\0") for part in outlines(subset)] == [whole[g].rstrip(b"\0") for g in glyphs]
    assert tables(subset)["hmtx"] == b"".join(metrics[4 * g : 4 * g + 4] for g in glyphs)
    assert struct.unpack(">4xH", tables(subset)["maxp"][:6]) == (5,)


def test_the_sums_of_a_subset_are_right() -> None:
    subset = FontFile(face("regular").path).subset([0, 100, 7, 3])
    assert sum(struct.unpack(f">{len(subset) // 4}I", subset)) & 0xFFFFFFFF == 0xB1B0AFBA
    for tag, table in tables(subset).items():
        padded = table + bytes(-len(table) % 4)
        stated = next(
            entry[1] for entry in struct.iter_unpack(">4s3I", subset[12:108]) if entry[0] == tag.encode()
        )
        own = sum(struct.unpack(f">{len(padded) // 4}I", padded))
        if tag == "head":
            own -= struct.unpack(">I", table[8:12])[0]
        assert own & 0xFFFFFFFF == stated, tag


def test_a_subset_does_not_depend_on_what_was_read_before() -> None:
    file = FontFile(face("medium").path)
    first = file.subset([0, 5, 9])
    file.subset([0, 1, 2, 3])
    assert file.subset([0, 5, 9]) == first
