"""Canonical JSON (RFC 8785), the form in which everything that is hashed is written."""

import hashlib


def canonical(value: object) -> bytes:
    """Return a value of plain dicts, lists, texts and numbers as canonical JSON."""
    import rfc8785

    return rfc8785.dumps(value)  # type: ignore[arg-type]


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
