import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.signing.authority import issued
from tests.signing.papers import NOW, STAMP, Papers, files, paper

from facewise.signing import reading
from facewise.signing.identities import Identity, describe
from facewise.signing.key import Key
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.verdict import Kind, Reason
from facewise.signing.verify import verify


def test_a_report_by_known_signers_is_intact_and_says_who_and_when(papers: Papers) -> None:
    verdict = verify(papers.countersigned, papers.known)
    assert verdict.kind is Kind.INTACT_KNOWN
    assert verdict.is_report
    assert [signer.name for signer in verdict.signers] == ["李𬭎", "林晓彤"]
    assert [signer.time for signer in verdict.signers] == [NOW, NOW + timedelta(minutes=20)]
    assert [signer.certifies for signer in verdict.signers] == [True, False]
    assert [signer.field for signer in verdict.signers] == [OWNER, CONSULTANT]
    assert all(signer.genuine and signer.self_issued and signer.known for signer in verdict.signers)
    assert verdict.signers[0].credit_code == "91350100M000100Y43"


def test_a_report_by_a_signer_never_met_is_intact_and_first_seen(papers: Papers) -> None:
    for pdf in (papers.signed, papers.approved):
        assert verify(pdf, {}).kind is Kind.INTACT_FIRST_SEEN


def test_one_unknown_signer_of_two_makes_it_first_seen(papers: Papers, owner: Identity) -> None:
    only = {owner.signatory.fingerprint: owner.signatory.name}
    verdict = verify(papers.countersigned, only)
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert [signer.known for signer in verdict.signers] == [True, False]


def test_another_identity_of_a_known_name_is_told_apart(papers: Papers, stranger: Identity) -> None:
    forged = sign(papers.base, stranger, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    verdict = verify(forged, papers.known)
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert verdict.signers[0].namesake
    assert not verify(papers.signed, papers.known).signers[0].namesake


@pytest.mark.parametrize("name", ["李 𬭎", "李\u200b𬭎", "李𬭎 ", "李\n𬭎"])
def test_a_name_that_only_looks_like_a_known_one_is_told_apart(
    papers: Papers, stranger: Identity, name: str
) -> None:
    known = dict.fromkeys(papers.known, name)
    forged = sign(papers.base, stranger, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert verify(forged, known).signers[0].namesake


def test_a_name_with_characters_that_move_the_cursor_is_shown_without() -> None:
    from asn1crypto.x509 import Certificate, Name

    certificate = Certificate.load(issued().certificate)
    evil = "Eve\x1b[2J\nKnown here\u202e"
    certificate["tbs_certificate"]["subject"] = Name.build({"organization_name": evil, "common_name": "Eve"})
    said = describe(certificate.dump(force=True))
    assert (said.name, said.organisation) == ("Eve", "Eve\ufffd[2J Known here\ufffd")


def test_the_consultant_alone_may_approve(papers: Papers, consultant: Identity) -> None:
    alone = sign(papers.base, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    assert verify(alone, papers.known).kind is Kind.INTACT_KNOWN


def test_both_orders_of_approving_are_intact(papers: Papers, owner: Identity, consultant: Identity) -> None:
    first = sign(papers.base, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    both = sign(first, owner, field=OWNER, now=NOW, stamp=STAMP, certify=False)
    verdict = verify(both, papers.known)
    assert verdict.kind is Kind.INTACT_KNOWN
    assert [signer.field for signer in verdict.signers] == [CONSULTANT, OWNER]


def test_a_report_packed_into_object_streams_is_signed_all_the_same(
    owner: Identity, consultant: Identity
) -> None:
    base = paper(packed=True)
    first = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    both = sign(first, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    assert b"/ObjStm" in base
    assert verify(first, {}).intact
    assert verify(both, {}).intact


def test_hashes_of_the_file_and_of_its_base_are_given(papers: Papers) -> None:
    first, both = (verify(pdf, {}) for pdf in (papers.signed, papers.countersigned))
    assert first.base_sha256 == both.base_sha256 != ""
    assert first.sha256 != both.sha256


def test_an_unsigned_report_is_not_signed(papers: Papers) -> None:
    verdict = verify(papers.base, papers.known)
    assert verdict.kind is Kind.NOT_SIGNED
    assert verdict.is_report
    assert not verdict.intact


def test_an_unsigned_foreign_pdf_is_no_report() -> None:
    verdict = verify(paper(carried={}), {})
    assert verdict.kind is Kind.NOT_SIGNED
    assert not verdict.is_report


def test_a_later_signature_that_was_cut_off_is_missed(papers: Papers) -> None:
    whole = verify(papers.countersigned, papers.known)
    seen = {whole.base_sha256: [signer.fingerprint for signer in whole.signers]}
    assert verify(papers.countersigned, papers.known, seen).intact
    verdict = verify(papers.signed, papers.known, seen)
    assert verdict.kind is Kind.CHANGED
    assert verdict.reasons == (Reason.SIGNER_MISSING,)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.NOT_A_PDF),
        (b"PK\x03\x04", Reason.NOT_A_PDF),
        (b"%PDF-1.7\nnothing", Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: Reason) -> None:
    verdict = verify(content, {})
    assert verdict.kind is Kind.NOT_READABLE
    assert verdict.reasons == (reason,)


def test_files_beyond_the_limit_are_not_looked_at(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    beyond = papers.signed + bytes(reading.MAX_SIZE)
    verdict = verify(beyond, {})
    assert verdict.kind is Kind.NOT_READABLE
    assert verdict.reasons == (Reason.TOO_LARGE,)


def test_a_signature_made_outside_the_validity_of_its_certificate_is_broken(
    papers: Papers, owner: Identity
) -> None:
    from facewise.signing import sign as signing
    from facewise.signing.appearance import Style

    late = NOW + timedelta(days=6 * 365)
    made = signing._signed(
        signing._opened(papers.base),
        Key(owner),
        signing._about(OWNER, certify=True),
        Style(name="李", lines=()),
        late,
    )
    verdict = verify(made, papers.known)
    assert verdict.kind is Kind.BROKEN
    assert verdict.reasons == (Reason.OUTSIDE_VALIDITY,)


def test_a_signed_paper_without_the_answers_is_intact_but_no_report(owner: Identity) -> None:
    from facewise.signing import sign as signing
    from facewise.signing.appearance import Style

    foreign = {"answers.json": files()["answers.json"]}
    made = signing._signed(
        signing._opened(paper(carried=foreign)),
        Key(owner),
        signing._about(OWNER, certify=True),
        Style(name="李", lines=()),
        NOW,
    )
    verdict = verify(made, {})
    assert verdict.intact
    assert not verdict.is_report


@pytest.mark.parametrize("usage", [True, False])
def test_an_identity_of_an_authority_signs_with_its_chain(usage: bool) -> None:
    identity = issued(usage=usage)
    made = sign(paper(), identity, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    verdict = verify(made, {})
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert not verdict.signers[0].self_issued
    assert verdict.signers[0].name == "陈志远"


@pytest.mark.parametrize(
    ("identity", "reason"),
    [
        (issued(stray=True), Reason.CONTAINER_FOREIGN_PARTS),
        (issued(forged=True), Reason.CERTIFICATE),
    ],
    ids=["a certificate that has nothing to do with it", "an authority that never signed it"],
)
def test_a_chain_that_is_none_is_broken(identity: Identity, reason: Reason) -> None:
    made = sign(paper(), identity, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    verdict = verify(made, {})
    assert verdict.kind is Kind.BROKEN
    assert verdict.reasons == (reason,)
    assert not any(signer.genuine for signer in verdict.signers)


def test_a_check_prints_nothing(tmp_path: Path) -> None:
    file = tmp_path / "forged.pdf"
    file.write_bytes(sign(paper(), issued(forged=True), field=OWNER, now=NOW, stamp=STAMP, certify=True))
    script = (
        "import sys; from facewise.signing.verify import verify; verify(open(sys.argv[1], 'rb').read(), {})"
    )
    done = subprocess.run([sys.executable, "-c", script, file], capture_output=True, check=True)
    assert done.stdout + done.stderr == b""
