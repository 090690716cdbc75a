"""Reports that were edited before or while they were signed: intact, but what they show does not follow.

The base is a real report; each edit keeps what travels in it, or makes it fit, as a forger would.
"""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.signing import attacks
from tests.signing.papers import NOW

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.assess import assess
from facewise.content.canonical import canonical
from facewise.content.packs import load_pack, pack_bytes, pack_from_bytes
from facewise.paper.pdf.document import render
from facewise.paper.pdf.report.document import document, render_report
from facewise.paper.report import Report, write
from facewise.signing import sign as signing
from facewise.signing.appearance import Style
from facewise.signing.attachments import attached, base_of
from facewise.signing.identities import Identity
from facewise.signing.key import Key
from facewise.signing.printed import Pages
from facewise.signing.recompute import Recomputed, recompute
from facewise.signing.sign import OWNER, SampleError, sign
from facewise.signing.stamp import Stamp
from facewise.signing.verdict import Verdict
from facewise.signing.verify import verify
from facewise.store.samples import load_sample

Edit = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def answers() -> Answers:
    answers = load_sample("shop").answers
    return answers.model_copy(update={"sample": False, "uses": answers.uses[:1]})


@pytest.fixture(scope="module")
def report(answers: Answers) -> Report:
    pack = load_pack()
    return write(pack, pack_bytes(), answers, assess(pack, answers), NOW)


@pytest.fixture(scope="module")
def base(report: Report) -> bytes:
    return render_report(report, "zh")


@dataclass(frozen=True, slots=True)
class Found:
    """What is thought of a file: of the signature, and of what it says."""

    verdict: Verdict
    result: Recomputed


def judged(pdf: bytes, owner: Identity) -> Found:
    """What is found in a file that its forger has signed, with no check of ours before."""
    signed = signed_while(pdf, lambda _: None, owner)
    verdict = verify(signed, {})
    assert verdict.intact
    assert verdict.is_report
    return Found(verdict, recompute(attached(signed), signed))


def signed_while(base: bytes, edit: attacks.Edit, owner: Identity, *, certify: bool = True) -> bytes:
    """The file with a first signature whose maker changes something else in the same revision."""
    writer = signing._opened(base)
    edit(writer)
    about = signing._about(OWNER, certify=certify)
    return signing._signed(writer, Key(owner), about, Style(name="李", lines=()), NOW)


def edited(pdf: bytes, edit: Edit) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        edit(file)
        file.save(made, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return made.getvalue()


def rewritten(_: Pdf) -> None:
    """Nothing; the file is written by another program."""


def picture_over_a_page(pdf: Pdf) -> None:
    """The words stay as they are, under white with another grade drawn over them."""
    over = b"q 1 g 0 0 595 842 re f 0 g 200 400 m 300 700 l 400 400 l h f Q"
    pdf.pages[0].contents_add(pdf.make_stream(over))


def picture_in_place_of_a_page(pdf: Pdf) -> None:
    image = pdf.make_stream(bytes([200, 40, 40] * 64), Type=Name.XObject, Subtype=Name.Image)
    image.Width, image.Height, image.ColorSpace, image.BitsPerComponent = 8, 8, Name.DeviceRGB, 8
    pdf.pages[0].Resources.XObject = Dictionary(Evil=image)
    pdf.pages[0].contents_add(pdf.make_stream(b"q 595 0 0 842 0 0 cm /Evil Do Q"))


def glyphs_exchanged(pdf: Pdf) -> None:
    """The font draws other shapes for the same words: all characters are those of another font."""
    fonts = [each for each in pdf.objects if isinstance(each, Dictionary) and "/FontFile2" in each]
    files = [each.FontFile2 for each in fonts]
    for font, file in zip(fonts, files[1:] + files[:1], strict=True):
        font.FontFile2 = file


def pages_in_another_order(pdf: Pdf) -> None:
    pages = list(pdf.pages)
    del pdf.pages[1:]
    for page in (pages[2], pages[1], *pages[3:]):
        pdf.pages.append(page)


def page_taken_away(pdf: Pdf) -> None:
    del pdf.pages[3]


def page_turned(pdf: Pdf) -> None:
    pdf.pages[0].rotate(180, relative=True)


def note(flags: int) -> Edit:
    """An annotation that covers the first page, drawn only as its flags say."""

    def edit(pdf: Pdf) -> None:
        form = pdf.make_stream(b"1 g 0 0 595 842 re f", Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([0, 0, 595, 842])
        told = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, F=flags, Rect=[0, 0, 595, 842], AP=Dictionary(N=form)
        )
        page = pdf.pages[0].obj
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(told)])

    return edit


def box_over_the_first_page(pdf: Pdf) -> None:
    """The stamp, drawn when it is signed, will cover the cover."""
    field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == OWNER)
    field.Rect = Array([0, 0, 595, 842])


def layer(pdf: Pdf) -> None:
    """White over a page, in a layer that is shown in print alone."""
    usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF))
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(OFF=[group]))
    pdf.pages[0].Resources.Properties = Dictionary(OC1=group)
    pdf.pages[0].contents_add(pdf.make_stream(b"/OC /OC1 BDC q 1 g 0 0 595 842 re f Q EMC"))


def script_when_opened(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("this.getField('x')"))


def named_script(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names.JavaScript = Dictionary(Names=[String("x"), script])


def action_on_a_page(pdf: Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x>grade A</x>", Type=Name.Metadata, Subtype=Name.XML)


def title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("A 100.0")


def another_attachment(pdf: Pdf) -> None:
    pdf.attachments["answers (1).json"] = b'{"S1":"yes"}'


def two_streams_of_one_attachment(pdf: Pdf) -> None:
    """Some readers take /F of an attachment, others /UF."""
    names = pdf.Root.Names.EmbeddedFiles.Names
    files = names[1].EF
    files.F = pdf.make_stream(b'{"S1":"no"}', Type=Name.EmbeddedFile)


def two_names_of_one_attachment(pdf: Pdf) -> None:
    first, second = pdf.Root.Names.EmbeddedFiles.Names[1], pdf.Root.Names.EmbeddedFiles.Names[3]
    first.F, second.F = second.F, first.F


def structure_says_something_else(pdf: Pdf) -> None:
    """What a screen reader reads: another text for the first element."""
    tree = pdf.Root.StructTreeRoot.K
    first = tree[0] if isinstance(tree, Array) else tree
    first.ActualText = String("A 100.0")


EDITS: dict[str, tuple[Edit, set[Pages]]] = {
    "a picture over a page": (picture_over_a_page, {Pages.DIFFERENT}),
    "a picture in place of a page": (picture_in_place_of_a_page, {Pages.DIFFERENT}),
    "other glyphs": (glyphs_exchanged, {Pages.DIFFERENT}),
    "pages in another order": (pages_in_another_order, {Pages.DIFFERENT}),
    "a page taken away": (page_taken_away, {Pages.DIFFERENT}),
    "a page turned": (page_turned, {Pages.DIFFERENT}),
    "a note": (note(4), {Pages.DIFFERENT}),
    "a note that only prints": (note(4 | 32), {Pages.UNKNOWN, Pages.DIFFERENT}),
    "a hidden note": (note(2), {Pages.UNKNOWN, Pages.DIFFERENT}),
    "a signature box over a page": (box_over_the_first_page, {Pages.UNKNOWN}),
    "a layer": (layer, {Pages.UNKNOWN, Pages.DIFFERENT}),
    "a script when opened": (script_when_opened, {Pages.UNKNOWN}),
    "a script with a name": (named_script, {Pages.UNKNOWN}),
    "an action on a page": (action_on_a_page, {Pages.UNKNOWN}),
    "other metadata": (metadata, {Pages.UNKNOWN}),
    "another title": (title, {Pages.UNKNOWN}),
    "one more attachment": (another_attachment, {Pages.UNKNOWN}),
    "other words for screen readers": (structure_says_something_else, {Pages.UNKNOWN}),
}


def test_a_report_that_another_program_wrote_anew_is_alike(base: bytes, owner: Identity) -> None:
    found = judged(edited(base, rewritten), owner).result
    assert found.holds is True
    assert found.printed is not None
    assert found.printed.found is Pages.ALIKE


@pytest.mark.parametrize("what", EDITS)
def test_what_was_edited_before_signing_does_not_hold(base: bytes, owner: Identity, what: str) -> None:
    edit, expected = EDITS[what]
    found = judged(edited(base, edit), owner).result
    assert found.holds is not True
    assert found.printed is not None
    assert found.printed.found in expected


WHILE_SIGNING = ("page content replaced", "answers swapped", "XMP replaced", "signature box moved")


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(each, marks=() if each in WHILE_SIGNING else pytest.mark.slow)
        for each in attacks.UPDATES
        if each != "stamp replaced"  # which signing replaces
    ],
)
def test_what_was_edited_while_signing_does_not_hold(base: bytes, owner: Identity, attack: str) -> None:
    """The file before is genuine to the byte; what is signed is not."""
    made = signed_while(base, attacks.UPDATES[attack], owner)
    assert verify(made, {}).intact
    found = recompute(attached(made), made)
    assert found.holds is not True
    assert base_of(made) != base


@pytest.mark.parametrize("certify", [True, False])
def test_who_only_signs_leaves_the_file_before_to_the_byte(
    base: bytes, owner: Identity, certify: bool
) -> None:
    made = signed_while(base, lambda _: None, owner, certify=certify)
    assert base_of(made) == base
    assert recompute(attached(made), made).holds is True


@pytest.mark.parametrize("edit", [two_streams_of_one_attachment, two_names_of_one_attachment])
def test_an_attachment_that_readers_take_differently_makes_no_report(
    base: bytes, owner: Identity, edit: Edit
) -> None:
    made = signed_while(edited(base, edit), lambda _: None, owner)
    assert verify(made, {}).intact
    assert not verify(made, {}).is_report


def test_a_revision_before_signing_does_not_hide_behind_the_genuine_file(
    base: bytes, owner: Identity
) -> None:
    for what in ("page content replaced", "answers swapped", "annotation added", "page added"):
        found = judged(attacks.updated(base, attacks.UPDATES[what]), owner).result
        assert found.holds is not True, what


def test_a_table_before_the_end_of_the_genuine_file_is_no_way_round(base: bytes, owner: Identity) -> None:
    """A revision whose table lies inside the first one, in an attachment: the first end is not the end."""
    from facewise.signing.attachments import _size_before
    from facewise.signing.reading import reader

    made = attacks.updated(base, attacks.UPDATES["page content replaced"])
    signed = sign(made, owner, field=OWNER, now=NOW, stamp=Stamp(()), certify=True)
    read = reader(signed)
    assert _size_before(signed, read, 2) == len(made)
    moved = signed.replace(b"startxref\n%d\n" % read.xrefs.get_startxref_for_revision(1), b"startxref\n1\n")
    assert _size_before(moved, read, 2) in {0, len(made) - len(signed) + len(moved)}


def lenient(pack: bytes) -> bytes:
    """The questionnaire with every question weak, so that any answers give grade A."""
    told = json.loads(pack)
    for section in told["sections"]:
        for question in section["questions"]:
            if "severity" in question:
                question["severity"] = "best"
            question.pop("severity_when", None)
            question.pop("critical", None)
    return canonical(told)


def test_a_questionnaire_that_nobody_published_vouches_for_nothing(
    answers: Answers, report: Report, owner: Identity
) -> None:
    content = lenient(pack_bytes())
    pack = pack_from_bytes(content)
    doctored = write(pack, content, answers, assess(pack, answers), NOW)
    assert (report.assessment.grade, doctored.assessment.grade) != ("A", report.assessment.grade)
    found = judged(render_report(doctored, "zh"), owner).result
    assert found.follows is True
    assert not found.knows_pack
    assert found.holds is None


def test_a_questionnaire_of_an_earlier_version_is_known(
    report: Report, owner: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if ours were the next version, which names this one as published before."""
    from facewise.content.canonical import sha256
    from facewise.signing import recompute as module

    later = load_pack().model_copy(update={"earlier": (sha256(pack_bytes()),)})
    monkeypatch.setattr(module, "load_pack", lambda: later)
    monkeypatch.setattr(module, "pack_hash", lambda: "0" * 64)
    assert judged(render_report(report, "zh"), owner).result.knows_pack


def test_a_sample_that_calls_itself_final_is_not_signed(owner: Identity) -> None:
    answers = load_sample("shop").answers
    report = write(load_pack(), pack_bytes(), answers, assess(load_pack(), answers), NOW)
    posing = with_files(report, {"result.json": told_of(report, status="final")})
    with pytest.raises(SampleError):
        sign(posing, owner, field=OWNER, now=NOW, stamp=Stamp(()), certify=True)
    found = recompute(attached(posing), posing)
    assert found.status == "sample"
    assert [each.part for each in found.differences] == ["status"]


def told_of(report: Report, **changed: object) -> bytes:
    told = json.loads(next(part.data for part in report.inside if part.name == "result.json"))
    return canonical({**told, **changed})


def with_files(report: Report, files: dict[str, bytes]) -> bytes:
    """The report with other files inside, printed as if they were its own."""
    inside = tuple(replace(part, data=files.get(part.name, part.data)) for part in report.inside)
    return render_report(replace(report, inside=inside), "zh")


def test_an_unfinished_report_that_calls_itself_final_is_found(report: Report) -> None:
    answers = report.answers.put("notice.before", report.answers.uses[0].id, Answer())
    unfinished = write(report.pack, pack_bytes(), answers, assess(report.pack, answers), NOW)
    assert unfinished.status == "draft"
    posing = with_files(unfinished, {"result.json": told_of(unfinished, status="final")})
    found = recompute(attached(posing), posing)
    assert found.holds is False
    assert found.status == "draft"


def test_a_finished_report_may_be_made_as_a_draft(report: Report) -> None:
    draft = write(report.pack, pack_bytes(), report.answers, report.assessment, NOW, draft=True)
    pdf = render_report(draft, "zh")
    found = recompute(attached(pdf), pdf)
    assert found.holds is True
    assert found.status == "final"


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda told: told.replace(b'"grade":', b'"grade":"A","grade":', 1),
        lambda told: told.replace(b'"grade":', b' "grade":', 1),
        lambda told: told + b"\n",
        lambda told: told.replace(b'"rules":1', b'"rules":1.0', 1),
        lambda told: told.replace(b'"rules":1', b'"rules":true', 1),
    ],
    ids=["a name twice", "a blank", "a line", "another number", "no number"],
)
def test_a_result_that_readers_could_read_otherwise_does_not_hold(
    report: Report, owner: Identity, spoilt: Callable[[bytes], bytes]
) -> None:
    told = next(part.data for part in report.inside if part.name == "result.json")
    assert spoilt(told) != told
    assert judged(with_files(report, {"result.json": spoilt(told)}), owner).result.holds is not True


def test_answers_that_say_more_than_is_printed_do_not_hold(report: Report, owner: Identity) -> None:
    told = json.loads(report.inside[0].data)
    told["uses"][0]["answers"]["notice.before"] = {"value": "yes", "private_note": "x"}
    assert judged(with_files(report, {"answers.json": canonical(told)}), owner).result.holds is not True
    long = canonical({**told, "actions": [{"question": "notice.before", "who": "x" * 600_000}]})
    assert judged(with_files(report, {"answers.json": long}), owner).result.holds is None


@pytest.mark.parametrize("huge", ["9" * 5000, "1e999", "-0", "NaN", "[" * 5000 + "]" * 5000])
def test_numbers_that_are_none_are_no_way_to_crash(report: Report, owner: Identity, huge: str) -> None:
    told = next(part.data for part in report.inside if part.name == "result.json")
    spoilt = told.replace(b'"rules":1', b'"rules":' + huge.encode(), 1)
    assert judged(with_files(report, {"result.json": spoilt}), owner).result.holds is not True


def test_a_page_of_another_version_with_hidden_words_is_not_taken_for_them(
    report: Report, owner: Identity
) -> None:
    older = render(replace(document(report, "zh"), creator="Facewise 0.0.9"))
    printed = judged(older, owner).result.printed
    assert printed is not None
    assert printed.found is Pages.WORDS

    def invisible(pdf: Pdf) -> None:
        pdf.pages[1].contents_add(pdf.make_stream(b"BT 3 Tr ET"), prepend=True)

    for edit in (invisible, picture_in_place_of_a_page):
        found = judged(edited(older, edit), owner).result
        assert found.holds is None, edit.__name__


def test_answers_exchanged_under_the_pages_of_another_version_are_found(
    report: Report, owner: Identity
) -> None:
    """Its number is short enough to be met by trying; the printed hashes are not."""
    other = report.answers.model_copy(
        update={"business": report.answers.business.model_copy(update={"contact": "x"})}
    )
    swapped = write(report.pack, pack_bytes(), other, assess(report.pack, other), NOW)
    pages = replace(document(report, "zh"), creator="Facewise 0.0.9")
    inside = document(swapped, "zh").attachments
    found = judged(render(replace(pages, attachments=inside)), owner).result
    assert found.holds is False


def test_words_in_a_result_that_would_move_the_cursor_are_not_shown(report: Report, owner: Identity) -> None:
    evil = {"grade": "A\x1b[2J\nIntact", "\x1b[31m": "x", "findings": [{"code": "\u202eB1", "use": "\r"}]}
    found = judged(with_files(report, {"result.json": told_of(report, **evil)}), owner).result
    assert found.holds is False
    assert not set(repr(found.differences).encode("unicode_escape")) & {0x1B, 0x0A}
    assert "\\x1b" not in repr(found.differences)
    assert "\\u202e" not in repr(found.differences)
    grade = next(each for each in found.differences if each.part == "grade")
    assert grade.printed == "A\ufffd[2J Intact"


def test_a_list_without_end_in_a_result_costs_little(report: Report, owner: Identity) -> None:
    told = told_of(report, findings=list(range(200_000)))
    assert judged(with_files(report, {"result.json": told}), owner).result.holds is False
