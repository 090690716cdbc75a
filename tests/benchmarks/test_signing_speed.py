"""How long it takes to sign and to check a report, with the key unlocked and everything imported."""

import statistics
import time
from collections.abc import Callable

import pytest
from tests.signing.papers import NOW, STAMP, person, report
from tests.signing.pictures import seal

from facewise.signing.seal import Seal, prepared
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.stamp import Stamp
from facewise.signing.verify import verify

pytestmark = pytest.mark.benchmark


def median(work: Callable[[], object], times: int = 20) -> float:
    """Milliseconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def test_signing_and_checking_a_report(say: Callable[[str], None]) -> None:
    base, owner, consultant = report(), person("陈志远"), person("林晓彤")
    first = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    both = sign(first, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    sealed = Stamp(STAMP.lines, Seal(prepared(seal(), "seal.png", transparent=True)))
    figures = {
        "sign with a seal": lambda: sign(base, owner, field=OWNER, now=NOW, stamp=sealed, certify=True),
        "sign": lambda: sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True),
        "countersign": lambda: sign(first, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False),
        "check": lambda: verify(first, {}),
        "check both": lambda: verify(both, {}),
        "find a flipped byte": lambda: verify(both[:900] + b"~" + both[901:], {}),
    }
    for what, work in figures.items():
        say(f"{what:>20} {median(work):7.1f} ms")
