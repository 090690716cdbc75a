"""The papers of the kit on paper: complete in every edition, readable, archival and accessible."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.assessment.sites import answer_everything, site
from tests.paper.documents.mandatory import MANDATORY
from tests.paper.documents.premises import BUSINESS, MADE, made, premises
from tests.tools import verapdf

from facewise.assessment.answers import Answer, Business
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Edition, Language, Text
from facewise.paper.documents.catalogue import PAPERS
from facewise.paper.documents.model import Code, Paper, Ruled, SmallPrint
from facewise.paper.pdf.papers import render_paper
from facewise.paper.pdf.questionnaire import render_blank
from facewise.store.naming import paper_name

EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")
RARE = "䶮㛃𬭎𰻝"
BODY = ("-x", "0", "-y", "58", "-W", "596", "-H", "722")  # without head and foot
IDS = [kind.id for kind in PAPERS]


@pytest.fixture(scope="module")
def gate() -> dict[str, Paper]:
    return made(premises())


def copied(data: bytes, folder: Path, *how: str) -> str:
    """The text of a PDF without white space, as it is copied; page furniture included."""
    file = folder / "paper.pdf"
    file.write_bytes(data)
    command = ["pdftotext", "-enc", "UTF-8", *how, str(file), "-"]
    return "".join(subprocess.run(command, capture_output=True, check=True).stdout.decode().split())


def strings(part: object, language: Language, *, hints: bool) -> Iterator[str]:
    """Every text of a model in the order of its fields; hints for blanks where they are printed."""
    if isinstance(part, Text):
        yield part[language]
    elif isinstance(part, tuple):
        for one in part:
            yield from strings(one, language, hints=hints)
    elif (isinstance(part, Ruled) and not hints) or isinstance(part, Code | SmallPrint):
        return
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from strings(getattr(part, field.name), language, hints=hints)


def squeezed(text: str) -> str:
    return "".join(text.split()).rstrip("。.")


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_string_of_a_paper_is_printed(
    name: str, edition: Edition, gate: dict[str, Paper], tmp_path: Path
) -> None:
    paper = gate[name]
    text = copied(render_paper(paper, edition), tmp_path, "-raw")
    languages: tuple[Language, ...] = ("zh", "en") if edition == "both" else (edition,)
    for language in languages:
        said = [paper.title[language], *strings(paper.parts, language, hints=paper.sheet == "text")]
        assert [one for one in said if not printed(squeezed(one), text)] == []


def printed(words: str, text: str) -> bool:
    """Whether words stand in a text, in one piece or where a page ends in pieces of six letters and more."""
    if words in text:
        return True
    ends = (end for end in range(len(words) - 6, 5, -1) if words[:end] in text)
    end = next(ends, 0)
    return bool(end) and printed(words[end:], text)


@pytest.mark.parametrize("value", ["no", "partly", "unknown"])
@pytest.mark.parametrize("kind", ["resident_gate", "payment", "staff", "hotel"])
def test_the_action_sheet_stays_on_one_page(kind: str, value: str) -> None:
    sheet = made(answer_everything(load_pack(), premises(kind), value))["actions"]
    for edition in EDITIONS:
        assert len(pypdfium2.PdfDocument(render_paper(sheet, edition))) == 1


@pytest.mark.parametrize("name", sorted(MANDATORY))
def test_what_the_law_demands_stands_in_the_paper(name: str, gate: dict[str, Paper], tmp_path: Path) -> None:
    text = copied(render_paper(gate[name], "zh"), tmp_path)
    missing = {
        demand.cite: [phrase for phrase in demand.phrases if phrase not in text] for demand in MANDATORY[name]
    }
    assert {cite: phrases for cite, phrases in missing.items() if phrases} == {}


@pytest.mark.skipif(bool(verapdf.hindrance()), reason=verapdf.hindrance())
def test_verapdf_passes_every_paper_side_by_side(gate: dict[str, Paper], tmp_path: Path) -> None:
    bare = made(premises(business=Business(), S9="unsure", S10="unsure", F5="no", E4="no", D1="no"))
    files = []
    for prefix, kit in (("", gate), ("bare-", {"consent": bare["consent"]})):
        for name, paper in kit.items():
            files.append(tmp_path / f"{prefix}{name}.pdf")
            files[-1].write_bytes(render_paper(paper, "both"))
    files.append(tmp_path / "blank questionnaire.pdf")
    files[-1].write_bytes(render_blank(load_pack(), pack_bytes(), "both", MADE))
    assert verapdf.faults(files) == []


@pytest.mark.slow
@pytest.mark.skipif(bool(verapdf.hindrance()), reason=verapdf.hindrance())
def test_verapdf_passes_every_paper_in_every_edition(tmp_path: Path) -> None:
    kits = {
        "gate": premises(S9="vendor_cloud"),
        "shop": premises("payment", S6="public_other"),
        "blank": premises(business=Business(), S9="unsure", S10="unsure"),
    }
    files = []
    for edition in EDITIONS:
        for kit, answers in kits.items():
            for name, paper in made(answers).items():
                files.append(tmp_path / f"{kit}-{name}-{edition}.pdf")
                files[-1].write_bytes(render_paper(paper, edition))
        files.append(tmp_path / f"questionnaire-{edition}.pdf")
        files[-1].write_bytes(render_blank(load_pack(), pack_bytes(), edition, MADE))
    assert verapdf.faults(files) == []


@pytest.mark.parametrize("name", IDS)
def test_the_same_paper_has_the_same_bytes(name: str, gate: dict[str, Paper]) -> None:
    assert render_paper(gate[name], "both") == render_paper(made(premises())[name], "both")


def long(text: str) -> list[str]:
    """Pieces that make a name of 300 characters, each only once in it."""
    return [f"{text}{number:03}{RARE}" for number in range(300 // (len(text) + 7))]


@pytest.mark.parametrize("edition", EDITIONS)
def test_names_of_300_characters_are_printed_completely(edition: Edition, tmp_path: Path) -> None:
    name, site, address, gate = long("商"), long("花园"), long("路"), long("门")
    business = {"name": "".join(name), "site": "".join(site), "address": "".join(address)}
    answers = premises(business=BUSINESS.model_copy(update=business))
    use = answers.uses[0].model_copy(update={"name": "".join(gate)})
    for paper in made(answers.model_copy(update={"uses": (use,)})).values():
        text = copied(render_paper(paper, edition), tmp_path, "-raw", *BODY)
        told = "".join(strings(paper.parts, "zh", hints=False)) + business_of(paper)
        for pieces in (name, site, address, gate):
            if pieces[0] in told:
                assert [piece for piece in pieces if piece not in text] == [], paper.id


@pytest.mark.parametrize("edition", EDITIONS)
def test_notes_of_5000_characters_are_printed_completely(edition: Edition, tmp_path: Path) -> None:
    pieces = [f"说明{number:04}{RARE}" for number in range(500)]
    note = Answer(value="partly", note="".join(pieces))
    text = copied(render_paper(made(premises(A2=note))["impact"], edition), tmp_path, "-raw", *BODY)
    assert [number for number in range(500) if f"{number:04}" not in text] == []
    assert [text.count(letter) for letter in RARE] == [500] * len(RARE)
    assert len([piece for piece in pieces if piece not in text]) <= 3  # divided by the end of a page


@pytest.mark.parametrize("name", ["actions", "impact", "filing", "changes2023"])
def test_without_any_answer_the_papers_of_the_office_are_made_with_blanks(name: str, tmp_path: Path) -> None:
    pack = load_pack()
    bare = made(site(pack, {"S1": "yes", "S2": "no"}, "payment", "staff"))[name]
    for edition in EDITIONS:
        text = copied(render_paper(bare, edition), tmp_path)
        assert name not in ("impact", "filing") or "(tobefilledin)" in text or "（待填）" in text


def business_of(paper: Paper) -> str:
    """The plain names in the parts of a paper, which are no Text."""
    return "".join(one for one in plain(paper.parts))


def plain(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from plain(one)
    elif is_dataclass(part) and not isinstance(part, type | Text):
        for field in fields(part):
            yield from plain(getattr(part, field.name))


@pytest.mark.parametrize("edition", EDITIONS)
def test_without_any_fact_about_the_business_every_paper_is_made_with_blanks(
    edition: Edition, tmp_path: Path
) -> None:
    bare = made(premises(business=Business()))
    assert set(bare) == set(made(premises()))
    for name in ("notice", "notice-large", "consent"):
        blank = "(tobefilledin)" if edition == "en" else "（待填）"
        assert blank in copied(render_paper(bare[name], edition), tmp_path)


@pytest.mark.parametrize("edition", ["zh", "en"])
def test_nothing_in_large_print_is_smaller_than_16_points(edition: Edition, gate: dict[str, Paper]) -> None:
    for name in ("notice-large", "alternatives-notice"):
        document = pypdfium2.PdfDocument(render_paper(gate[name], edition))
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                _, low, _, high = text.get_charbox(index)
                if low > 22 * 72 / 25.4 and high < (297 - 20) * 72 / 25.4:
                    generated = pdfium.FPDFText_IsGenerated(text, index)
                    assert generated or pdfium.FPDFText_GetFontSize(text, index) >= 16


def test_chinese_forms_stay_on_one_page(gate: dict[str, Paper]) -> None:
    for name in ("consent", "withdrawal", "change-notice"):
        assert len(pypdfium2.PdfDocument(render_paper(gate[name], "zh"))) == 1


def test_a_sample_is_marked_on_every_paper(tmp_path: Path) -> None:
    sample = premises().model_copy(update={"sample": True})
    for paper in made(sample).values():
        assert "样例，不得使用" in copied(render_paper(paper, "zh"), tmp_path)


def test_no_paper_claims_a_result(gate: dict[str, Paper], tmp_path: Path) -> None:
    for paper in gate.values():
        text = copied(render_paper(paper, "both"), tmp_path).replace("合规审计", "")  # the name of a duty
        for word in ("合规", "保证", "compliant", "certified"):
            assert word not in text, (paper.id, word)


def test_files_are_named_by_paper_use_and_language(gate: dict[str, Paper]) -> None:
    names = {paper_name(gate["consent"], edition) for edition in EDITIONS}
    assert names == {"consent-gate.pdf", "consent-gate-en.pdf", "consent-gate-zh-en.pdf"}


@pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="zbar-tools, poppler-utils"
)
def test_the_slip_carries_the_address_of_the_notice_as_a_code(tmp_path: Path) -> None:
    address = "https://example.com/notice/binjiang"
    paper = made(premises(business=BUSINESS.model_copy(update={"notice_url": address})))["consent"]
    data = render_paper(paper, "zh")
    assert "右边的码是告知全文" in copied(data, tmp_path)
    subprocess.run(["pdftoppm", "-r", "200", "-png", tmp_path / "paper.pdf", tmp_path / "page"], check=True)
    pages = sorted(map(str, tmp_path.glob("page*.png")))
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pages]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    assert read.stdout.strip() == address


def test_a_use_with_a_foreign_name_does_not_lead_out_of_the_folder(gate: dict[str, Paper]) -> None:
    assert paper_name(replace(gate["consent"], use="../../x"), "zh") == "consent--x.pdf"
