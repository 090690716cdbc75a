"""Which bytes of a file its signatures cover, read from the bytes themselves."""

import hashlib
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_WRITTEN: Final = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_MOST: Final = 16
_MOST_BYTES: Final = 2 << 20


@dataclass(frozen=True, slots=True)
class Range:
    """Signed are the bytes before `before` and from `after` to `end`; between them lies the signature."""

    before: int
    after: int
    end: int

    def gap(self, pdf: bytes) -> bytes:
        """Return what lies between the signed bytes."""
        return pdf[self.before : self.after]

    def digest(self, pdf: bytes, algorithm: str) -> bytes:
        """Return the digest over the signed bytes."""
        view = memoryview(pdf)
        digest = hashlib.new(algorithm, view[: self.before])
        digest.update(view[self.after : self.end])
        return digest.digest()


def found(pdf: bytes) -> list[Range]:
    """Return the ranges that a file names and that lie in it, last first; of many, those at the end."""
    ranges = []
    for match in _WRITTEN.finditer(pdf):
        before, after, tail = (int(number) for number in match.groups())
        if before < after < after + tail <= len(pdf):
            ranges.append(Range(before, after, after + tail))
    last = ranges[-1 : -_MOST - 1 : -1]
    sizes = accumulate(each.after - each.before for each in last)
    return [each for each, size in zip(last, sizes, strict=True) if size <= _MOST_BYTES]
