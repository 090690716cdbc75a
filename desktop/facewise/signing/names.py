"""Names with characters newer than Unicode 3.2 (李𬭎), which asn1crypto refuses: mended here, and only here.

Comparing X.509 names, asn1crypto 1.5.1 takes "unassigned" from Python's `stringprep`, whose tables stand at
Unicode 3.2 (RFC 3454), so every validation of such a name raises. https://github.com/wbond/asn1crypto/blob/1.5.1/asn1crypto/x509.py#L720
`tests/signing/test_names.py` fails when asn1crypto no longer needs this.
"""

import stringprep
import types
import unicodedata

import asn1crypto.x509


def _is_unassigned(character: str) -> bool:
    return unicodedata.category(character) == "Cn"


def mend() -> None:
    """Let asn1crypto compare names by this Python's Unicode; calling it again changes nothing."""
    tables = types.SimpleNamespace(**vars(stringprep))
    tables.in_table_a1 = _is_unassigned
    asn1crypto.x509.stringprep = tables
