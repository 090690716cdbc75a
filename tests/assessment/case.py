"""A case as a lawyer writes it: where it starts, what is answered otherwise, and what must come out."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from facewise.assessment.answers import Answers
from facewise.content.pack import Pack
from facewise.content.reading import Day, Words, Written, read_file
from facewise.store.answers_file import WrittenAnswer
from facewise.store.importing import import_bytes

FOLDER = Path(__file__).parent.parent / "cases"
BASES = "bases.yaml"
OPEN = "open"
DONE = {
    "value": "yes",
    "note": "《某某条例》第一条",
    "evidence": [{"note": "文件柜", "on": "2026-11-18", "by": "李倩"}],
}
Plain: TypeAlias = dict[str, Any]
_OTHERWISE: dict[str, Plain] = {"yes": DONE, "unproven": {"value": "yes"}}


def _bare(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


def _bare_finding(value: object) -> object:
    return dict(zip(("state", "class"), value.split(", "), strict=False)) if isinstance(value, str) else value


Told: TypeAlias = dict[str, Annotated[WrittenAnswer, BeforeValidator(_bare)]]


class ExpectedFinding(Written):
    """What is expected of one finding; what is left out is not looked at."""

    state: str
    class_: str = Field("", alias="class")
    severity: str = ""
    article: str = ""


class Expected(Written):
    """What must come out; red lines are always compared completely, the rest where it is given."""

    outcome: str = "graded"
    grade: str = ""
    reason: str = ""
    by_score: bool = False
    score: str = ""
    high: str = ""
    weight: int | None = None
    applicable: int | None = None
    left: int | None = None
    uses: dict[str, str] = Field(default_factory=dict)
    red_lines: dict[str, str] = Field(default_factory=dict)
    articles: dict[str, str] = Field(default_factory=dict)
    findings: dict[str, Annotated[ExpectedFinding, BeforeValidator(_bare_finding)]] = Field(
        default_factory=dict
    )
    asked: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    may_be_asked: tuple[str, ...] = ()
    lacks_evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    no_notes: tuple[str, ...] = ()
    deadline: Day | None = None


class WrittenSite(Written):
    """A site to start from: one use, and whether all that is not written is answered yes, with evidence."""

    why: Words
    kind: str
    otherwise: str = OPEN
    answers: Told


class MoreUse(Written):
    """Another use of the same site, itself started from a base."""

    from_: str = Field(alias="from")
    kind: str = ""
    answers: Told = Field(default_factory=dict)


class Case(Written):
    """One case."""

    name: Words
    why: Words
    from_: str = Field(alias="from")
    kind: str = ""
    on: Day = date(2026, 11, 20)
    answers: Told = Field(default_factory=dict)
    uses: dict[str, MoreUse] = Field(default_factory=dict)
    expect: Expected


class Cases(Written):
    """A file of cases."""

    cases: tuple[Case, ...]


class Bases(Written):
    """The file of sites to start from."""

    bases: dict[str, WrittenSite]


@cache
def bases() -> Mapping[str, WrittenSite]:
    """Return the sites that cases start from, by name."""
    return read_file(Bases, FOLDER / BASES).bases


def all_cases() -> list[tuple[str, Case]]:
    """Return every case with the name of its file."""
    files = sorted(path for path in FOLDER.glob("*.yaml") if path.name != BASES)
    return [(path.stem, case) for path in files for case in read_file(Cases, path).cases]


def imported(pack: Pack, case: Case) -> Answers:
    """Return the answers of a case, brought in as an answers file; its first use is called `use`."""
    site: Plain = {}
    uses = [_use(pack, "use", case, site)]
    for name, more in case.uses.items():
        uses.append(_use(pack, name, more, {}))
    written = {"format": "1", "on": case.on.isoformat(), "site": site, "uses": uses}
    answers, _ = import_bytes(pack, json.dumps(written).encode(), "case.yaml", case.on)
    return answers


def _use(pack: Pack, name: str, case: Case | MoreUse, site: Plain) -> Plain:
    base = bases()[case.from_]
    told = {**base.answers, **case.answers}
    use: Plain = {}
    for question in pack.questions:
        answer = told.pop(question.code, None)
        kept = site if question.scope == "site" else use
        if answer is not None and answer.value != OPEN:
            kept[question.code] = answer.model_dump(mode="json", exclude_defaults=True)
        elif answer is None and base.otherwise != OPEN and question.scored:
            kept[question.code] = _OTHERWISE.get(base.otherwise, {"value": base.otherwise})
    assert not told, f"no such question: {', '.join(told)}"
    return {"id": name, "kind": case.kind or base.kind, "answers": use}
