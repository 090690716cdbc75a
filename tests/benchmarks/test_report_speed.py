"""How fast a report is, as a ratio to what one would have picked instead, in one run."""

import datetime as dt
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.benchmarks import peers

from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.pdf.document import render
from facewise.paper.pdf.report.document import document
from facewise.paper.report import Report, write
from facewise.store.importing import import_bytes

pytestmark = pytest.mark.benchmark
MADE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
ROUNDS = 15


@pytest.fixture(scope="module")
def report() -> Report:
    return write(load_pack(), pack_bytes(), shop := _shop(), assess(load_pack(), shop), MADE)


def _shop() -> Answers:
    from facewise import data

    sample = data.folder("questionnaires") / "samples" / "shop.yaml"
    return import_bytes(load_pack(), sample.read_bytes(), sample.name, MADE.date())[0]


def _median_ms(work: Callable[[int], object], rounds: int = ROUNDS) -> float:
    work(0)
    taken = []
    for number in range(1, rounds + 1):
        start = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def test_report_against_its_peers(report: Report, tmp_path: Path, say: Callable[[str], None]) -> None:
    pytest.importorskip("typst")
    pytest.importorskip("weasyprint")
    one = document(report, "zh")
    with_typst = peers.typst_engine(tmp_path)
    ours = _median_ms(lambda n: render(peers.salted(one, n)))
    typst = _median_ms(lambda n: with_typst(peers.salted(one, n)))
    weasyprint = _median_ms(lambda n: peers.weasyprint_engine(peers.salted(one, n)), 3)
    say(f"report, zh, warm: {ours:.0f} ms (tagged, PDF/A-3a, answers attached)")
    say(f"  of typst's {typst:.0f} ms: {ours / typst:.2f}")
    say(f"  of WeasyPrint's {weasyprint:.0f} ms: 1/{weasyprint / ours:.0f}")


def test_one_answer_to_a_new_result(say: Callable[[str], None]) -> None:
    pack, answers = load_pack(), _shop()
    question = pack.question("B1")
    assert question is not None
    use = answers.uses[0].id
    given = answers.get(question.id, use)

    def one_answer(number: int) -> None:
        value = ("no", "yes")[number % 2]
        assess(pack, answers.put(question.id, use, given.model_copy(update={"value": value})))

    say(f"one answer to a new result: {_median_ms(one_answer, 100):.2f} ms")
