"""Signed reports are kept in the assessment, numbered, each with its result."""

from datetime import UTC, datetime

from facewise.content.canonical import sha256
from facewise.store.samples import load_sample
from facewise.store.signed import Signed, keep_signed, signed_reports
from facewise.store.site_file import from_bytes, to_bytes

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_signed_reports_are_numbered_and_logged() -> None:
    site = load_sample("shop")
    assert signed_reports(site) == ()
    for pdf in (b"one", b"two"):
        site = keep_signed(site, pdf, b"{}", AT, "李𬭎")
    site = from_bytes(to_bytes(site), "x")
    assert signed_reports(site) == (Signed(1, b"one", b"{}"), Signed(2, b"two", b"{}"))
    assert [(entry.what, entry.detail) for entry in site.log[-2:]] == [
        ("signed", f"1 {sha256(b'one')} 李𬭎"),
        ("signed", f"2 {sha256(b'two')} 李𬭎"),
    ]
