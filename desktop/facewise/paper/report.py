"""The self-assessment report as plain data: what stands in it, in which order, and what travels inside."""

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.assessment.answers import Answers, Evidence
from facewise.assessment.exported import exported, public_answers
from facewise.assessment.grading import weigh
from facewise.assessment.result import Assessment, Finding, Score, State
from facewise.content.canonical import canonical, sha256
from facewise.content.pack import Pack, Severity
from facewise.paper.plan import Step, plan

Status: TypeAlias = Literal["final", "draft", "sample"]
OTHER_LAW = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence with its number in the report, and the short codes of the questions it serves."""

    number: str
    evidence: Evidence
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """How one article of the Measures (or all other law) is kept by a use: findings worst first, points."""

    article: str
    findings: tuple[Finding, ...]
    score: Score


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that travels in the report: canonical JSON, with its SHA-256."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the hash that is printed."""
        return sha256(self.data)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says; the words and the layout come later."""

    number: str
    status: Status
    made: dt.datetime
    pack: Pack
    answers: Answers
    assessment: Assessment
    plan: tuple[Step, ...]
    evidence: tuple[Item, ...]
    inside: tuple[Inside, ...]

    def findings(self, *ranks: Severity, states: Iterable[State]) -> tuple[Finding, ...]:
        """Return the findings of some classes in some states, in the order of print."""
        kept = [f for f in self.assessment.findings if f.rank in ranks and f.state in tuple(states)]
        return tuple(sorted(kept, key=urgency))

    def articles(self, use: str) -> tuple[ArticleRow, ...]:
        """Return how each article is kept by a use, in the order of the Measures, other law last."""
        rows: dict[str, list[Finding]] = {}
        for finding in self.assessment.findings:
            if finding.use in (use, None):
                rows.setdefault(article_of(self.pack, finding), []).append(finding)
        order = sorted(
            rows, key=lambda article: (article == OTHER_LAW, int(article) if article.isdigit() else 0)
        )
        return tuple(ArticleRow(a, tuple(sorted(rows[a], key=urgency)), weigh(rows[a])) for a in order)

    def items(self, finding: Finding) -> tuple[Item, ...]:
        """Return the evidence given with the answer of a finding."""
        return tuple(item for item in self.evidence if item.evidence in finding.answer.evidence)


_STATES = (State.GAP, State.UNKNOWN, State.PARTLY, State.UNANSWERED, State.MET, State.NOT_APPLICABLE)
_RANKS = (Severity.RED, Severity.BREACH, Severity.AMBER, Severity.WEAK, Severity.BEST, Severity.NONE)


def urgency(finding: Finding) -> tuple[object, ...]:
    """Return the place of a finding in lists: open before done, class, critical first, state."""
    return (
        not finding.is_open,
        _RANKS.index(finding.rank),
        not finding.question.critical,
        _STATES.index(finding.state),
    )


def article_of(pack: Pack, finding: Finding) -> str:
    """Return the number of the article under which a finding is counted: that of its first citation."""
    first = finding.articles[0] if finding.articles else ""
    instrument, _, clause = first.partition(".")
    return clause.split(".")[0] if instrument == pack.id else OTHER_LAW


def write(
    pack: Pack,
    content: bytes,
    answers: Answers,
    assessment: Assessment,
    made: dt.datetime,
    *,
    draft: bool = False,
) -> Report:
    """Return the report of an assessment; `content` is the pack as canonical JSON, `made` has a zone.

    A report is a draft while a question is without an answer, or because the user wants one.
    """
    status = status_of(answers, assessment, draft=draft)
    told = canonical(public_answers(answers))
    result = canonical({**exported(pack, sha256(content), assessment), "status": status})
    files = {"answers.json": told, "pack.json": content, "result.json": result}
    return Report(
        number=_number(told, content, answers.on),
        status=status,
        made=made,
        pack=pack,
        answers=answers,
        assessment=assessment,
        plan=plan(pack, answers, assessment),
        evidence=_evidence(assessment.findings),
        inside=tuple(Inside(name, data) for name, data in files.items()),
    )


def status_of(answers: Answers, assessment: Assessment, *, draft: bool = False) -> Status:
    """Return whether a report is a sample, a draft (also because somebody wants one), or final."""
    if answers.sample:
        return "sample"
    unfinished = assessment.left or not (answers.uses or assessment.outcome)
    return "draft" if draft or unfinished else "final"


def _number(told: bytes, content: bytes, on: dt.date) -> str:
    """The same answers to the same questionnaire on the same day have the same number."""
    letters = base64.b32encode(hashlib.sha256(told + content).digest()).decode()[:4]
    return f"FW-{on:%Y%m%d}-{letters}"


def _evidence(findings: Sequence[Finding]) -> tuple[Item, ...]:
    codes: dict[Evidence, list[str]] = {}
    for finding in findings:
        for evidence in finding.answer.evidence:
            served = codes.setdefault(evidence, [])
            if finding.question.code not in served:
                served.append(finding.question.code)
    return tuple(
        Item(f"E-{number:02}", evidence, tuple(served))
        for number, (evidence, served) in enumerate(codes.items(), 1)
    )
