"""An account to take away: text, JSON, or a PDF that holds whatever a file calls itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from tests.checking.test_account import AT, FIRST, INTACT, KNOWN, checked
from tests.tools import verapdf

from facewise import i18n
from facewise.checking.sheet import account_as, write_account
from facewise.signing.verdict import Kind


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


def words(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_an_account_goes_into_a_file_as_its_ending_says(tmp_path: Path) -> None:
    for ending in (".pdf", ".txt", ".json"):
        write_account(FIRST, tmp_path / f"a{ending.upper()}", AT)
    assert "seen for the first time" in words((tmp_path / "a.PDF").read_bytes())
    text = (tmp_path / "a.TXT").read_text("utf-8")
    assert text.splitlines()[0].startswith("a.pdf, checked 20 November 2026, 09:00:00 (UTC+00:00)")
    assert "FBFC 1388 F436 9DEF" in text
    told = json.loads((tmp_path / "a.JSON").read_text("utf-8"))
    assert (told["kind"], told["checked_at"]) == ("intact_first_seen", AT.isoformat())


def test_characters_without_a_shape_are_printed_as_their_numbers() -> None:
    odd = replace(checked(Kind.INTACT_KNOWN, replace(KNOWN, name="李𬭎\U0001f600")), name="\U0001f600.pdf")
    said = words(account_as(odd, ".pdf", AT))
    assert "李𬭎[U+1F600]" in said.replace("\r\n", "")
    assert "[U+1F600].pdf" in said


@pytest.mark.skipif(bool(verapdf.hindrance()), reason=verapdf.hindrance())
def test_verapdf_passes_what_was_found(tmp_path: Path) -> None:
    files = []
    languages: tuple[i18n.Language, ...] = ("zh", "en")
    for language in languages:
        i18n.use(language)
        for name, found in (("intact", INTACT), ("first", FIRST)):
            files.append(tmp_path / f"{name}-{language}.pdf")
            files[-1].write_bytes(account_as(found, ".pdf", AT))
    assert verapdf.faults(files) == []


def test_both_hashes_are_printed_where_there_are_two() -> None:
    two = replace(INTACT, verdict=replace(INTACT.verdict, base_sha256="b" * 64))
    assert "b" * 64 in words(account_as(two, ".pdf", AT)).replace(" ", "").replace("\r\n", "")
    assert "b" * 8 not in words(account_as(INTACT, ".pdf", AT))
