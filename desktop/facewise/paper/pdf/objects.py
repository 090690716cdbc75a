"""The file beneath the page: numbered objects become PDF 1.7 bytes with object streams (ISO 32000-1, 7.5)."""

import hashlib
import re
import zlib
from datetime import datetime

_PER_STREAM = 200
_ESCAPED = re.compile(r"[^!-~]|[#/%()<>\[\]{}]")


def number(value: float) -> bytes:
    """Return a number in the shortest form that keeps a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".").encode()


def numbers(*values: float) -> bytes:
    """Return numbers separated by spaces."""
    return b" ".join(map(number, values))


def name(text: str) -> bytes:
    """Return a name object, with what a name may not hold written as #xx."""
    return b"/" + _ESCAPED.sub(lambda m: "".join(f"#{b:02X}" for b in m[0].encode()), text).encode()


def string(text: str) -> bytes:
    """Return a text string: UTF-16 with its mark, in hexadecimal."""
    return b"<FEFF" + text.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"


def date(moment: datetime) -> bytes:
    """Return a date string with its zone."""
    return b"(D:" + moment.strftime("%Y%m%d%H%M%S").encode() + _zone(moment) + b")"


def _zone(moment: datetime) -> bytes:
    zone = moment.strftime("%z") or "+0000"
    return f"{zone[:3]}'{zone[3:5]}'".encode()


def reference(target: int) -> bytes:
    """Return an indirect reference."""
    return b"%d 0 R" % target


class File:
    """Objects in the order in which they were asked for; `write` makes the bytes."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """Return a number for an object that comes later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, body: bytes, target: int = 0) -> int:
        """Return the number of an object with this body."""
        target = target or self.reserve()
        self._bodies[target - 1] = body
        return target

    def stream(self, content: bytes, entries: bytes = b"", target: int = 0, *, packed: bool = True) -> int:
        """Return the number of a stream object; `packed` deflates it."""
        target = target or self.reserve()
        if packed:
            content, entries = zlib.compress(content, 6), entries + b" /Filter /FlateDecode"
        self._bodies[target - 1] = _stream(content, entries)
        self._streams.add(target)
        return target

    def write(self, root: int, info: int) -> bytes:
        """Return the whole file; its identifier is the hash of all that stands before it."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, bytes] = {}
        small = [n for n in range(1, len(self._bodies) + 1) if n not in self._streams]
        for first in range(0, len(small), _PER_STREAM):
            self._pack(small[first : first + _PER_STREAM], places)
        for target in sorted(self._streams):
            places[target] = b"\1" + len(out).to_bytes(4, "big") + b"\0\0"
            out += b"%d 0 obj\n%s\nendobj\n" % (target, self._bodies[target - 1])
        return bytes(out) + self._cross_reference(
            places, len(out), hashlib.sha256(out).hexdigest()[:32], root, info
        )

    def _pack(self, members: list[int], places: dict[int, bytes]) -> None:
        home = self.reserve()
        at, heads = 0, []
        for index, member in enumerate(members):
            places[member] = b"\2" + home.to_bytes(4, "big") + index.to_bytes(2, "big")
            heads.append(b"%d %d" % (member, at))
            at += len(self._bodies[member - 1]) + 1
        head = b" ".join(heads) + b"\n"
        bodies = b"\n".join(self._bodies[member - 1] for member in members)
        self.stream(head + bodies, b"/Type /ObjStm /N %d /First %d" % (len(members), len(head)), home)

    def _cross_reference(
        self, places: dict[int, bytes], start: int, digest: str, root: int, info: int
    ) -> bytes:
        own = len(self._bodies) + 1
        places[own] = b"\1" + start.to_bytes(4, "big") + b"\0\0"
        table = b"\0\0\0\0\0\xff\xff" + b"".join(places[n] for n in range(1, own + 1))
        entries = b"/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R" % (own + 1, root, info)
        entries += f" /ID [<{digest}> <{digest}>] /Filter /FlateDecode".encode()
        stream = _stream(zlib.compress(table, 9), entries)
        return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream, start)


def _stream(content: bytes, entries: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)
