"""How values are encoded: whether in the one form that DER leaves (ITU-T X.690), or nearly so."""

from typing import Final

from asn1crypto import parser

_BOOLEAN: Final = 1
_INTEGER: Final = 2
_LISTS: Final = (0x30, 0x31)
_CONSTRUCTED: Final = 0x20
_NOT_UNIVERSAL: Final = 0x40
_MANY_TAGS: Final = 0x1F  # a number of more than one byte follows, which no part of a container has
_LONG: Final = (
    0x80  # lengths from here on are written in bytes of their own; alone, it says that the end will
)
_LONGEST_LENGTH: Final = 4
_END: Final = b"\x00\x00"
_DEEPEST: Final = 30


def is_canonical(der: bytes) -> bool:
    """Return whether each value has its one length and one form (ITU-T X.690, 10 and 11).

    Raises ValueError where it ends too soon.
    """
    return _are_canonical(der, 0, len(der), 0)


def definite(ber: bytes) -> bytes:
    """Return the same values with their lengths in place of those that an end says.

    Raises ValueError.
    """
    made, place = _definite(ber, 0, len(ber), 0)
    if place != len(ber):
        raise ValueError
    return made


def _are_canonical(der: bytes, place: int, end: int, depth: int) -> bool:
    while place < end:
        tag, content, after = _header(der, place, end)
        if depth > _DEEPEST or content is None or after > end:
            return False
        if tag & _CONSTRUCTED:
            universal = tag < _NOT_UNIVERSAL and tag not in _LISTS
            if universal or not _are_canonical(der, content, after, depth + 1):
                return False
        elif not _is_one_form(tag, der[content : min(after, content + 2)], after - content):
            return False
        place = after
    return place == end


def _header(der: bytes, place: int, end: int) -> tuple[int, int | None, int]:
    """Return a tag, where its content begins, and where it ends; no beginning where a length is not one."""
    tag, length = der[place : place + 2]
    if tag & _MANY_TAGS == _MANY_TAGS:
        return tag, None, end
    if length < _LONG:
        return tag, place + 2, place + 2 + length
    content = place + 2 + (length - _LONG)
    digits = der[place + 2 : content]
    size = int.from_bytes(digits)
    shortest = 0 < len(digits) <= _LONGEST_LENGTH and digits[0] and size >= _LONG
    return tag, content if shortest and content <= end else None, content + size


def _is_one_form(tag: int, begin: bytes, length: int) -> bool:
    if tag == _INTEGER:
        padded = len(begin) > 1 and (begin[0], begin[1] >> 7) in {(0, 0), (0xFF, 1)}
        return length > 0 and not padded
    return tag != _BOOLEAN or (length == 1 and begin in {b"\x00", b"\xff"})


def _definite(ber: bytes, place: int, end: int, depth: int) -> tuple[bytes, int]:
    """Return values up to an end that is said, or the given one, and where that is."""
    made: list[bytes] = []
    while place < end and ber[place : place + 2] != _END:
        tag, length = ber[place : place + 2]
        if depth > _DEEPEST:
            raise ValueError
        if length == _LONG and tag & _CONSTRUCTED:
            inside, after = _definite(ber, place + 2, end, depth + 1)
            if ber[after : after + 2] != _END:
                raise ValueError
            after += 2
        else:
            inside, after = _content(ber, place, end, depth)
        made.append(parser.emit(tag >> 6, tag >> 5 & 1, tag & _MANY_TAGS, inside))
        place = after
    return b"".join(made), place


def _content(ber: bytes, place: int, end: int, depth: int) -> tuple[bytes, int]:
    tag, content, after = _header(ber, place, end)
    if content is None or after > end:
        raise ValueError
    if not tag & _CONSTRUCTED:
        return ber[content:after], after
    inside, last = _definite(ber, content, after, depth + 1)
    if last != after:
        raise ValueError
    return inside, after
