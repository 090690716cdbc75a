import importlib

import asn1crypto.x509
import pytest

from facewise.signing import names


def test_names_newer_than_unicode_3_2_are_compared() -> None:
    names.mend()
    build = asn1crypto.x509.Name.build
    assert build({"common_name": "李𬭎"}) == build({"common_name": "李𬭎"})
    assert build({"common_name": "李𬭎"}) != build({"common_name": "李𰻝"})


def test_unassigned_characters_are_still_refused() -> None:
    names.mend()
    with pytest.raises(ValueError, match="unassigned"):
        _ = asn1crypto.x509.Name.build({"common_name": "李\U0003fff0"}).hashable


def test_asn1crypto_still_needs_mending() -> None:
    """When this fails, asn1crypto takes newer characters by itself: remove facewise.signing.names."""
    shipped = importlib.import_module("stringprep")
    mended = asn1crypto.x509.stringprep
    asn1crypto.x509.stringprep = shipped
    try:
        with pytest.raises(ValueError, match="unassigned"):
            _ = asn1crypto.x509.Name.build({"common_name": "李𬭎"}).hashable
    finally:
        asn1crypto.x509.stringprep = mended
