"""How fast a report is, as a ratio to what one would have picked instead, in one run."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.benchmarks import peers, sites

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.report.document import document

pytestmark = pytest.mark.benchmark
ROUNDS, WARM = 15, 4
Engine = Callable[[Document], bytes]


def _consultants_reports(count: int) -> list[Document]:
    return [document(sites.report(number), "zh") for number in range(count)]


def _unseen_reports(count: int) -> list[Document]:
    """One report in words that no engine has seen, so that none can remember any."""
    one = document(sites.report(0), "zh")
    return [peers.salted(one, number) for number in range(count)]


def _parted(reports: list[Document]) -> tuple[list[Document], list[Document]]:
    return reports[:WARM], reports[WARM:]


def _warm(engines: Sequence[Engine], reports: list[Document]) -> None:
    for one in reports:
        for engine in engines:
            engine(one)


def _taken(engine: Engine, one: Document) -> tuple[float, float]:
    """Wall and processor time in milliseconds."""
    wall, work = time.perf_counter(), time.process_time()
    engine(one)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - work) * 1000


@pytest.mark.parametrize("reports", [_consultants_reports, _unseen_reports])
def test_report_against_typst(
    reports: Callable[[int], list[Document]], tmp_path: Path, say: Callable[[str], None]
) -> None:
    pytest.importorskip("typst")
    warm, rest = _parted(reports(WARM + ROUNDS))
    engines = (render, peers.typst_engine(tmp_path))
    _warm(engines, warm)
    rounds = [[_taken(engine, one) for engine in engines] for one in rest]
    say(f"report, zh, tagged, PDF/A-3a, answers attached; {reports.__name__.replace('_', ' ').strip()}:")
    for kind, word in enumerate(("wall", "CPU")):
        ours, typst = ([one[engine][kind] for one in rounds] for engine in (0, 1))
        ratios = [mine / theirs for mine, theirs in zip(ours, typst, strict=True)]
        say(
            f"  {word}: {_spread(ours)} ms, typst {_spread(typst)} ms, "
            f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), "
            f"of the shortest {min(ours) / min(typst):.2f}"
        )


def _spread(taken: list[float]) -> str:
    return f"{statistics.median(taken):.0f} ({min(taken):.0f} to {max(taken):.0f})"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves its profile open
def test_report_against_weasyprint(say: Callable[[str], None]) -> None:
    pytest.importorskip("weasyprint")
    engines = (render, peers.weasyprint_engine)
    warm, rest = _parted(_consultants_reports(WARM + 5))
    _warm((render,), warm)
    _warm(engines, warm[:1])
    rounds = [[_taken(engine, one) for engine in engines] for one in rest]
    for kind, word in enumerate(("wall", "CPU")):
        shares = [one[1][kind] / one[0][kind] for one in rounds]
        theirs = statistics.median(one[1][kind] for one in rounds)
        say(
            f"report, {word}: 1/{statistics.median(shares):.0f} of WeasyPrint's {theirs:.0f} ms "
            f"(1/{min(shares):.0f} to 1/{max(shares):.0f})"
        )


def test_one_answer_to_a_new_result(say: Callable[[str], None]) -> None:
    pack, answers = load_pack(), sites.sample()
    question = pack.question("B1")
    assert question is not None
    use = answers.uses[0].id
    given = answers.get(question.id, use)

    def one_answer(number: int) -> None:
        value = ("no", "yes")[number % 2]
        assess(pack, answers.put(question.id, use, given.model_copy(update={"value": value})))

    one_answer(0)
    taken = []
    for number in range(1, 101):
        start = time.perf_counter()
        one_answer(number)
        taken.append((time.perf_counter() - start) * 1000)
    say(f"one answer to a new result: {statistics.median(taken):.2f} ms")
