"""Attacks on real files. Not one may be taken for intact."""

import io
import zlib
from datetime import timedelta

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm
from tests.signing import attacks
from tests.signing.papers import NOW, STAMP, Papers, files, paper, saved

from facewise.signing import sign as signing
from facewise.signing.appearance import Style
from facewise.signing.attachments import base_of
from facewise.signing.identities import Identity
from facewise.signing.key import Key
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.verdict import Change, Kind, Part, Reason, Verdict
from facewise.signing.verify import verify


def judged(pdf: bytes, papers: Papers) -> Verdict:
    return verify(pdf, papers.known)


STAGES = ("signed", "countersigned", "approved")


@pytest.mark.parametrize("stage", STAGES)
def test_no_changed_byte_goes_unnoticed(papers: Papers, stage: str) -> None:
    flips = attacks.flips(getattr(papers, stage), 200, seed=5)
    assert not [place for place, made in flips if judged(made, papers).intact]


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_none_of_2000_changed_bytes_goes_unnoticed(papers: Papers, stage: str) -> None:
    flips = attacks.flips(getattr(papers, stage), 2000, seed=7)
    assert not [place for place, made in flips if judged(made, papers).intact]


def test_every_changed_bit_of_the_container_is_noticed(papers: Papers) -> None:
    start, _ = attacks.gap(papers.signed)
    der, _ = attacks.digits(papers.signed)
    for place in range(0, len(der), 7):
        for bit in range(8):
            made = attacks.flipped(der, place, 1 << bit)
            assert not judged(attacks.with_digits(papers.signed, made.hex().encode()), papers).intact
    assert judged(attacks.flipped(papers.signed, start, 0x20), papers).kind is Kind.BROKEN


@pytest.mark.parametrize("attack", attacks.UPDATES)
@pytest.mark.parametrize("stage", ["signed", "approved", "countersigned"])
def test_no_update_after_signing_is_intact(papers: Papers, stage: str, attack: str) -> None:
    made = attacks.updated(getattr(papers, stage), attacks.UPDATES[attack])
    verdict = judged(made, papers)
    assert verdict.kind is Kind.CHANGED
    assert verdict.signers[0].genuine
    assert verdict.changes


@pytest.mark.parametrize(
    ("attack", "change"),
    [
        ("page content replaced", Change(Part.PAGE, page=2)),
        ("annotation added", Change(Part.PAGE, page=2)),
        ("page added", Change(Part.PAGE, page=4)),
        ("answers swapped", Change(Part.ANSWERS)),
        ("result swapped", Change(Part.ATTACHMENT, name="result.json")),
        ("XMP replaced", Change(Part.METADATA)),
        ("information replaced", Change(Part.METADATA)),
        ("stamp replaced", Change(Part.FORM)),
        ("script added", Change(Part.UNKNOWN)),
    ],
)
def test_the_verdict_says_what_was_changed(papers: Papers, attack: str, change: Change) -> None:
    verdict = judged(attacks.updated(papers.signed, attacks.UPDATES[attack]), papers)
    assert verdict.changes == (change,)
    assert verdict.reasons == (Reason.NOT_WHOLE_FILE,)


def countersigned_with(
    pdf: bytes, edit: attacks.Edit, consultant: Identity, field: str = CONSULTANT
) -> bytes:
    """The file with a second signature whose maker also changes something else."""
    writer = signing._opened(pdf)
    edit(writer)
    about = signing._about(field, certify=False)
    style = Style(name="林晓彤", lines=())
    return signing._signed(writer, Key(consultant), about, style, NOW + timedelta(hours=1))


@pytest.mark.parametrize("attack", [each for each in attacks.UPDATES if each != "empty field added"])
@pytest.mark.parametrize("stage", ["signed", "approved"])
def test_a_countersigner_may_change_nothing_else(
    papers: Papers, consultant: Identity, stage: str, attack: str
) -> None:
    made = countersigned_with(getattr(papers, stage), attacks.UPDATES[attack], consultant)
    verdict = judged(made, papers)
    assert verdict.kind is Kind.CHANGED
    assert verdict.changes


def test_a_countersigner_may_add_no_empty_field(papers: Papers, consultant: Identity) -> None:
    made = countersigned_with(papers.signed, attacks.empty_field, consultant)
    assert judged(made, papers).kind is Kind.CHANGED


def test_a_countersigner_may_not_define_what_an_older_object_points_to(
    owner: Identity, consultant: Identity, papers: Papers
) -> None:
    hidden = []

    def hide(writer: IncrementalPdfFileWriter) -> None:
        hidden.append(writer.add_object(generic.NullObject()))
        page = writer.root["/Pages"]["/Kids"][0]
        page[generic.pdf_name("/Annots")] = generic.ArrayObject(hidden)
        writer.update_container(page)

    def define(writer: IncrementalPdfFileWriter) -> None:
        number = (0, hidden[0].idnum)
        writer.objects[number] = generic.DictionaryObject(
            {generic.pdf_name("/Subtype"): generic.pdf_name("/Stamp")}
        )

    base = attacks.updated(paper(), hide)
    signed = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert judged(signed, papers).intact
    assert judged(countersigned_with(signed, define, consultant), papers).kind is Kind.CHANGED


@pytest.mark.parametrize("packed", [False, True])
def test_a_countersigner_may_not_supply_an_object_that_was_missing(
    packed: bool, papers: Papers, owner: Identity, consultant: Identity
) -> None:
    def dangle(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page[generic.pdf_name("/Contents")] = generic.IndirectObject(60, 0, writer)
        if packed:
            stream = writer.prepare_object_stream()
            writer.add_object(generic.ArrayObject([generic.IndirectObject(61, 0, writer)]), obj_stream=stream)
        writer.update_container(page)

    def define(writer: IncrementalPdfFileWriter) -> None:
        while writer.add_object(generic.StreamObject(stream_data=attacks.EVIL)).idnum < 61:
            pass

    base = attacks.updated(paper(packed=packed), dangle)
    signed = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert judged(countersigned_with(signed, lambda _: None, consultant), papers).intact
    assert judged(countersigned_with(signed, define, consultant), papers).kind is Kind.CHANGED


NAMED = {
    b"60 0 R": True,
    b"0060\r\n0\x000 R": False,
    b"60\x00000\tR": True,
    b"60 %%c\n0 R": True,
    b"60%%c\r%%d\n 0 %%e\nR": True,
    b"60 0%%R\nR": True,
    b"60%%" + b"c" * 5000 + b"\n0 R": True,
    b"7 60 %%c\n0 R": True,
    b"60 %%c\n0 S": False,
    b"60 %%c\nR": False,
    b"60 %% 0 R": False,
    b"160 0 R": False,
    b"60 0 0 R": False,
}


@pytest.mark.parametrize("written", NAMED)
def test_an_object_that_is_named_anywhere_may_not_be_supplied(
    papers: Papers, owner: Identity, consultant: Identity, written: bytes
) -> None:
    def name(writer: IncrementalPdfFileWriter) -> None:
        stream = generic.StreamObject(stream_data=written.replace(b"%%", b"%"))
        writer.root[generic.pdf_name("/X")] = writer.add_object(stream)
        writer.update_root()

    def define(writer: IncrementalPdfFileWriter) -> None:
        while writer.add_object(generic.StreamObject(stream_data=attacks.EVIL)).idnum < 60:
            pass

    signed = sign(attacks.updated(paper(), name), owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert judged(countersigned_with(signed, lambda _: None, consultant), papers).intact
    supplied = judged(countersigned_with(signed, define, consultant), papers)
    assert supplied.kind is (Kind.CHANGED if NAMED[written] else Kind.INTACT_KNOWN)


def test_nobody_signs_after_a_signature_that_forbids_it(
    papers: Papers, owner: Identity, consultant: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = signing._about(OWNER, certify=True)
    object.__setattr__(about, "docmdp_permissions", MDPPerm.NO_CHANGES)
    style = Style(name="李", lines=())
    final = signing._signed(signing._opened(papers.base), Key(owner), about, style, NOW)
    assert judged(final, papers).intact
    monkeypatch.setattr(signing._Session, "_enforce_certification_constraints", lambda *_: None)
    made = countersigned_with(final, lambda _: None, consultant)
    verdict = judged(made, papers)
    assert verdict.kind is Kind.CHANGED
    assert verdict.reasons == (Reason.CERTIFIED_FINAL,)


@pytest.mark.parametrize("garbage", [b"\n", b"%\n", b"\n%garbage\n", b"\x00", b"%%EOF\n"])
def test_bytes_after_the_end_are_noticed(papers: Papers, garbage: bytes) -> None:
    verdict = judged(papers.countersigned + garbage, papers)
    assert verdict.kind is Kind.CHANGED
    assert verdict.changes[0].part in {Part.APPENDED, Part.UNKNOWN}


def test_bytes_in_the_padding_are_noticed(papers: Papers) -> None:
    _, end = attacks.gap(papers.signed)
    made = papers.signed[: end - 2] + b"41" + papers.signed[end:]
    verdict = judged(made, papers)
    assert verdict.kind is Kind.BROKEN
    assert verdict.reasons == (Reason.CONTAINER_PADDING,)


def test_digits_written_in_another_case_are_noticed(papers: Papers) -> None:
    start, _ = attacks.gap(papers.signed)
    part = papers.signed[start : start + 400].swapcase()
    mixed = papers.signed[:start] + part + papers.signed[start + 400 :]
    assert judged(mixed, papers).kind is Kind.BROKEN


def test_a_truncated_file_is_not_intact(papers: Papers) -> None:
    for size in (10, 200, 2_000, 9_000, len(papers.signed) - 1):
        assert not judged(papers.signed[:size], papers).intact


def test_the_second_signature_cut_open_leaves_the_first_and_says_so(papers: Papers) -> None:
    verdict = judged(papers.countersigned[:-10], papers)
    assert verdict.kind is Kind.CHANGED
    assert [signer.name for signer in verdict.signers] == ["李𬭎"]


def test_back_to_the_unsigned_base_is_not_signed(papers: Papers) -> None:
    assert judged(base_of(papers.countersigned), papers).kind is Kind.NOT_SIGNED


def test_a_signature_cannot_be_wrapped(papers: Papers) -> None:
    assert not judged(attacks.wrapped(papers.signed), papers).intact


@pytest.mark.parametrize(
    "written", [b"", b"/ByteRange [0 -1 -1 -1]", b"/ByteRange [0 0 0 0]", b"/ByteRange null"]
)
def test_a_signature_without_a_range_is_broken(papers: Papers, written: bytes) -> None:
    assert not judged(attacks.with_range(papers.signed, written), papers).intact


def test_a_range_that_leaves_out_more_than_the_signature_is_broken(papers: Papers) -> None:
    _, before, after, tail = map(int, attacks.last_range(papers.signed).groups())
    for one, two in ((before - 1, after), (before, after + 1), (before + 1, after), (before, after - 1)):
        made = attacks.with_range(
            papers.signed, b"/ByteRange [0 %d %d %d]" % (one, two, tail - (two - after))
        )
        assert not judged(made, papers).intact


@pytest.mark.parametrize("digits", [b"", b"00", b"3000", b"30820000", b"zz", b"0500", b"30" + b"80" * 60])
def test_an_empty_or_senseless_container_is_broken(papers: Papers, digits: bytes) -> None:
    assert judged(attacks.with_digits(papers.signed, digits), papers).kind is Kind.BROKEN


def test_the_container_of_another_report_does_not_fit(papers: Papers, owner: Identity) -> None:
    other = sign(
        paper(carried={**files(), "x": b"x"}), owner, field=OWNER, now=NOW, stamp=STAMP, certify=True
    )
    der, _ = attacks.digits(other)
    verdict = judged(attacks.with_digits(papers.signed, der.hex().encode()), papers)
    assert verdict.kind is Kind.CHANGED
    assert verdict.reasons == (Reason.DIGEST,)


def test_parts_that_nothing_protects_cannot_vary(papers: Papers) -> None:
    from asn1crypto import cms

    der, _ = attacks.digits(papers.signed)

    def varied(change: str) -> bytes:
        content = cms.ContentInfo.load(der)
        signed = content["content"]
        if change == "version":
            signed["version"] = "v3"
        elif change == "signer version":
            signed["signer_infos"][0]["version"] = "v3"
        elif change == "second digest algorithm":
            signed["digest_algorithms"] = [{"algorithm": "sha256"}, {"algorithm": "sha512"}]
        elif change == "content":
            signed["encap_content_info"]["content"] = b"other"
        elif change == "unsigned attribute":
            signed["signer_infos"][0]["unsigned_attrs"] = [
                cms.CMSAttribute({"type": "1.2.3.4", "values": []})
            ]
        elif change == "two signers":
            signed["signer_infos"] = [signed["signer_infos"][0], signed["signer_infos"][0]]
        return bytes(content.dump(force=True))

    for change in (
        "version",
        "signer version",
        "second digest algorithm",
        "content",
        "unsigned attribute",
        "two signers",
    ):
        made = varied(change)
        assert made != der
        assert not judged(attacks.with_digits(papers.signed, made.hex().encode()), papers).intact, change


def test_other_encodings_of_the_same_container_are_noticed(papers: Papers) -> None:
    der, _ = attacks.digits(papers.signed)
    longer = b"\x30\x83\x00" + der[2:]
    indefinite = b"\x30\x80" + der[4:] + b"\x00\x00"
    for made in (longer, indefinite):
        assert not judged(attacks.with_digits(papers.signed, made.hex().encode()), papers).intact


def test_shadow_attacks_are_noticed(owner: Identity, papers: Papers) -> None:
    ready, catalogue, page = attacks.prepared(papers.base)
    signed = sign(ready, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert judged(signed, papers).intact
    evil = signed.index(b"(A 100.0)")
    start = signed.rindex(b" obj", 0, evil)
    number = signed.rindex(b"\n", 0, start) + 1
    for made in (
        attacks.table_update(signed, b"0 0\n", root=catalogue),
        attacks.table_update(signed, b"%d 1\n%010d 00000 n \n" % (page, number)),
        attacks.table_update(signed, b"%d 1\n0000000000 65535 f \n" % page),
        attacks.table_update(signed, b"%d 1\n0000000000 00000 f \n" % page),
    ):
        assert not judged(made, papers).intact


def test_a_file_written_anew_is_not_intact(papers: Papers) -> None:
    with pikepdf.open(io.BytesIO(papers.countersigned)) as pdf:
        assert not judged(saved(pdf), papers).intact


def test_an_encrypted_file_is_not_readable() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    verdict = verify(made.getvalue(), {})
    assert verdict.kind is Kind.NOT_READABLE
    assert verdict.reasons == (Reason.ENCRYPTED,)


@pytest.mark.parametrize("inside", [b"[" * 500_000, b"<<" * 200_000, b"<</A " * 100_000, b"(" * 500_000])
def test_deep_nesting_is_no_way_to_crash(inside: bytes) -> None:
    made = (
        b"%PDF-1.7\n1 0 obj\n" + inside + b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    )
    made += b"trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % made.index(b"xref")
    assert verify(made, {}).kind is Kind.NOT_READABLE
    assert not verify(made + b"/ByteRange [0 1 2 3]", {}).intact


def test_a_decompression_bomb_is_left_packed() -> None:
    with pikepdf.open(io.BytesIO(paper(carried={}))) as pdf:
        bomb = pdf.make_stream(zlib.compress(bytes(300 << 20), 9), Type=pikepdf.Name.EmbeddedFile)
        bomb.Filter = pikepdf.Name.FlateDecode
        pdf.Root.Names = pikepdf.Dictionary(
            EmbeddedFiles=pikepdf.Dictionary(
                Names=[
                    pikepdf.String("result.json"),
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Filespec,
                        F=pikepdf.String("result.json"),
                        UF=pikepdf.String("result.json"),
                        EF=pikepdf.Dictionary(F=bomb),
                    ),
                ]
            )
        )
        made = saved(pdf)
    verdict = verify(made, {})
    assert verdict.kind is Kind.NOT_READABLE


def test_a_form_that_branches_without_end_is_refused(papers: Papers) -> None:
    def branch(writer: IncrementalPdfFileWriter) -> None:
        kid = writer.add_object(generic.DictionaryObject())
        for _ in range(60):
            kids = generic.ArrayObject([kid, kid])
            kid = writer.add_object(generic.DictionaryObject({generic.pdf_name("/Kids"): kids}))
        writer.root["/AcroForm"][generic.pdf_name("/Fields")] = generic.ArrayObject([kid])
        writer.update_root()

    made = attacks.updated(papers.signed, branch)
    assert not judged(made, papers).intact


def test_many_ranges_cost_little(papers: Papers) -> None:
    made = papers.signed + b"/ByteRange [0 10 20 30]\n" * 50_000
    assert not judged(made, papers).intact


def test_a_second_container_beside_the_first_is_noticed(papers: Papers) -> None:
    der, _ = attacks.digits(papers.signed)
    start, end = attacks.gap(papers.signed)
    shown = der.hex().encode().ljust(end - start, b"0")
    hidden = b"\n%<" + b"0" * len(shown) + b">"
    moved = papers.signed[: start - 1] + b"<" + shown + b">" + hidden + papers.signed[end + 1 :]
    assert not judged(moved, papers).intact
