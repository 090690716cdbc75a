"""Signed reports are kept in the assessment, numbered, each with its result and what it rests on; frozen."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.signing.papers import person

from facewise.assessment.answers import Answer
from facewise.assessment.assess import assess
from facewise.content.canonical import sha256
from facewise.content.packs import load_pack, pack_hash
from facewise.paper.pdf.report.document import render_report
from facewise.paper.report import Report, write
from facewise.signing.attachments import attached
from facewise.signing.identities import Identity
from facewise.signing.papers import sign_report
from facewise.store.log import happened
from facewise.store.record import keep_until
from facewise.store.samples import load_sample
from facewise.store.signed import (
    NothingSignedError,
    OtherReportError,
    TooManyScansError,
    is_current,
    keep_report,
    keep_scans,
    next_number,
    sign_site,
    signed_reports,
)
from facewise.store.site_file import SiteFile, from_bytes, to_bytes

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SCANS = [("pdf", b"%PDF-1.4 scanned"), ("jpg", b"picture")]


@pytest.fixture(scope="module")
def signer() -> Identity:
    return person("李𬭎")


@pytest.fixture(scope="module")
def consultant() -> Identity:
    return person("林晓彤")


@pytest.fixture(scope="module")
def real() -> SiteFile:
    site = load_sample("shop")
    answers = site.answers.model_copy(update={"sample": False})
    return replace(site, answers=answers, evidence={sha256(b"photo"): b"photo"})


def report_of(site: SiteFile, *, draft: bool = False) -> Report:
    pack = load_pack()
    return write(pack, site.pack, site.answers, assess(pack, site.answers), AT, draft=draft)


@pytest.fixture(scope="module")
def signed(real: SiteFile, signer: Identity) -> SiteFile:
    site, _ = sign_site(real, report_of(real), "zh", signer, AT)
    return site


def again(site: SiteFile) -> SiteFile:
    """The assessment written and read."""
    return from_bytes(to_bytes(site), "x.facewise")


def edited(site: SiteFile) -> SiteFile:
    return replace(site, answers=site.answers.put("alternatives.real", "till", Answer(value="yes")))


def test_a_signed_report_is_kept_with_all_that_it_rests_on(signed: SiteFile, signer: Identity) -> None:
    (kept,) = signed_reports(again(signed))
    record = kept.record
    assert record is not None
    assert kept.is_as_kept
    assert record.file == sha256(kept.pdf)
    assert record.certificates == (signer.signatory.fingerprint,)
    assert record.pack == pack_hash()
    assert record.evidence == (sha256(b"photo"),)
    assert record.result == sha256(kept.result)
    assert record.answers == sha256(attached(kept.pdf)["answers.json"])
    assert (record.at, record.keep_until) == (AT, date(2029, 11, 20))
    record_hash = sha256(signed.signed["1/record.json"])
    assert signed.log[-1].detail == f"1 {record.file} {record_hash} 李𬭎"


def test_later_answers_lead_to_the_next_number_and_change_nothing_kept(
    signed: SiteFile, signer: Identity
) -> None:
    (first,) = signed_reports(signed)
    assert is_current(signed, first)
    later = edited(signed)
    assert not is_current(later, first)
    assert next_number(later) == 2
    site, _ = sign_site(later, report_of(later), "zh", signer, AT)
    one, two = signed_reports(again(site))
    assert one == first
    assert two.number == 2
    assert one.result != two.result
    assert is_current(site, two)


def test_the_first_edit_after_signing_begins_a_new_version_in_the_log(signed: SiteFile) -> None:
    noted = signed.noting(happened(AT, "answered", "nothing that travels"))
    assert [entry.what for entry in noted.log[len(signed.log) :]] == ["answered"]
    later = edited(signed).noting(happened(AT, "answered", "till/alternatives.real"))
    again_later = later.noting(happened(AT, "answered", "till/alternatives.real"))
    told = [(entry.what, entry.detail) for entry in again_later.log[len(signed.log) :]]
    assert told == [("begun", "2"), *[("answered", "till/alternatives.real")] * 2]
    assert again(again_later).log == again_later.log
    assert signed_reports(again_later) == signed_reports(signed)


def test_a_newer_questionnaire_begins_a_new_version_too(signed: SiteFile) -> None:
    (first,) = signed_reports(signed)
    newer = replace(signed, pack=signed.pack + b" ")
    assert not is_current(newer, first)
    assert newer.noting(happened(AT, "answered")).log[-2].what == "begun"


@pytest.mark.parametrize("part", ["report.pdf", "result.json", "record.json"])
def test_what_was_exchanged_in_a_signed_version_is_told(signed: SiteFile, part: str) -> None:
    spoilt = signed.signed[f"1/{part}"].replace(b"2026", b"2025")
    (kept,) = signed_reports(replace(signed, signed={**signed.signed, f"1/{part}": spoilt}))
    assert not kept.is_as_kept


def test_a_signed_report_that_was_changed_is_not_kept_as_a_printed_one(
    real: SiteFile, signer: Identity
) -> None:
    pdf = sign_report(render_report(report_of(real), "zh"), signer, load_pack(), "zh", AT, countersign=False)
    for place in (900, len(pdf) - 9000):
        with pytest.raises(OtherReportError):
            keep_report(real, pdf[:place] + b"~" + pdf[place + 1 :], "r.pdf", AT)


def test_a_report_whose_pages_were_edited_is_not_kept(real: SiteFile) -> None:
    report = report_of(real)
    uses = tuple(replace(use, grade="C") for use in report.assessment.uses)
    flattering = replace(report, assessment=replace(report.assessment, grade="C", uses=uses))
    assert report.assessment.grade != "C"
    with pytest.raises(OtherReportError):
        keep_report(real, render_report(flattering, "zh"), "r.pdf", AT)


def test_a_report_is_kept_for_three_years() -> None:
    assert keep_until(date(2026, 11, 22)) == date(2029, 11, 22)
    assert keep_until(date(2028, 2, 29)) == date(2031, 3, 1)


def test_scans_are_kept_with_hash_and_day(signed: SiteFile) -> None:
    site = again(keep_scans(signed, SCANS, AT))
    (kept,) = signed_reports(site)
    assert [(scan.name, scan.data, scan.at[:10]) for scan in kept.scans] == [
        ("scan-1.pdf", SCANS[0][1], "2026-11-20"),
        ("scan-2.jpg", SCANS[1][1], "2026-11-20"),
    ]
    assert kept.is_as_kept
    assert kept.scans[0].sha256 == sha256(SCANS[0][1])
    (more,) = signed_reports(keep_scans(site, SCANS[:1], AT, number=1))
    assert more.scans[-1].name == "scan-3.pdf"


def test_a_scan_needs_a_report(real: SiteFile, signed: SiteFile) -> None:
    for site, number in ((real, None), (signed, 2)):
        with pytest.raises(NothingSignedError):
            keep_scans(site, SCANS, AT, number)
    with pytest.raises(TooManyScansError):
        keep_scans(signed, SCANS * 101, AT)


def test_a_report_that_was_printed_is_kept_for_its_scans(real: SiteFile) -> None:
    pdf = render_report(report_of(real), "zh")
    site = keep_scans(keep_report(real, pdf, "r.pdf", AT), SCANS, AT)
    (kept,) = signed_reports(again(site))
    assert kept.is_as_kept
    assert kept.record is not None
    assert kept.record.certificates == ()
    assert len(kept.scans) == 2


def test_a_countersigned_copy_joins_the_report_that_it_is(signed: SiteFile, consultant: Identity) -> None:
    (kept,) = signed_reports(signed)
    both = sign_report(kept.pdf, consultant, load_pack(), "zh", AT, countersign=True)
    (joined,) = signed_reports(again(keep_report(signed, both, "both.pdf", AT)))
    assert (joined.pdf, joined.final, joined.latest) == (kept.pdf, both, both)
    assert joined.is_as_kept
    assert kept.latest == kept.pdf


def test_what_is_not_of_this_assessment_is_not_kept(
    real: SiteFile, signed: SiteFile, signer: Identity, consultant: Identity
) -> None:
    (kept,) = signed_reports(signed)
    unsigned = render_report(report_of(real), "zh")
    other = sign_report(unsigned, consultant, load_pack(), "zh", AT, countersign=False)
    for site, pdf in (
        (real, b"nothing"),
        (real, render_report(report_of(real, draft=True), "zh")),
        (edited(real), unsigned),
        (real, kept.pdf + b"% changed"),
        (signed, kept.pdf + b"% changed"),
        (signed, unsigned),
        (signed, other),
    ):
        with pytest.raises(OtherReportError, match=r"r\.pdf"):
            keep_report(site, pdf, "r.pdf", AT)


@pytest.mark.parametrize("name", ["report.pdf", "result.json", "record.json", "scan-1.pdf"])
def test_what_was_exchanged_in_the_file_is_not_as_kept(signed: SiteFile, name: str) -> None:
    site = keep_scans(signed, SCANS, AT)
    forged = replace(site, signed={**site.signed, f"1/{name}": b"{}"})
    (kept,) = signed_reports(again(forged))
    assert not kept.is_as_kept


def test_a_folder_with_nothing_in_it_is_still_listed(real: SiteFile) -> None:
    (kept,) = signed_reports(replace(real, signed={"3/report.pdf": b"x"}))
    assert (kept.number, kept.record, kept.result, kept.is_as_kept) == (3, None, b"", False)
