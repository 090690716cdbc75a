"""What the table of answers shows: one entry for each question, in the order asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from facewise.assessment.grading import count_evidence
from facewise.assessment.replay import Asked
from facewise.assessment.result import Finding
from facewise.i18n import Language, _
from facewise.ui import marking, say
from facewise.ui.flow import Key
from facewise.ui.session import Session

FILTERS = ("all", "open", "unknown", "gap", "partly", "na", "bare", "come_back", "ask_vendor")
"""The filters in their order; `bare` are answers that lack evidence."""
FIRST = "first"
"""The group of what is still open."""
_STATES = {
    None: "open",
    "unknown": "unknown",
    "unsure": "unknown",
    "no": "gap",
    "partly": "partly",
    "na": "na",
}
_SHAPES = {"open": "empty", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One question in one place, in words; `tags` are the filters that let it through."""

    key: Key
    group: str
    text: str
    use: str
    is_red: bool
    mark: tuple[str, str]
    answer: str
    article: str
    evidence: int
    flags: tuple[str, ...]
    has_note: bool
    tags: frozenset[str]

    def matches(self, wanted: str, words: str) -> bool:
        """Return whether a filter and a search let it through."""
        told = f"{self.text} {self.answer} {self.article} {self.use}".casefold()
        return wanted in self.tags and all(word in told for word in words.casefold().split())


def entries(session: Session, language: Language, use: str = "") -> tuple[Entry, ...]:
    """Return the answers of one use (empty: of all) and of the site, what is open first."""
    findings = {finding.place: finding for finding in session.assessment.findings}
    found = [
        _entry(session, spot, findings.get((spot.question.id, spot.use)), language)
        for spot in session.walk.asked()
        if not use or spot.use in (None, use)
    ]
    return (
        *(entry for entry in found if entry.group == FIRST),
        *(entry for entry in found if entry.group != FIRST),
    )


def count(found: Iterable[Entry]) -> dict[str, int]:
    """Return how many entries each filter lets through."""
    tags = [entry.tags for entry in found]
    return {name: sum(1 for one in tags if name in one) for name in FILTERS}


def _entry(session: Session, spot: Asked, finding: Finding | None, language: Language) -> Entry:
    question, answer = spot.question, spot.answer
    state = _state(spot)
    tags = {"all", state, *answer.flags} | ({"bare"} if _lacks_evidence(finding) else set())
    return Entry(
        key=(question.id, spot.use),
        group=FIRST if state in ("open", "unknown") else question.section,
        text=question.text[language],
        use=say.use_name(session.way, spot.use, language) if spot.use else "",
        is_red=question.can_be_red,
        mark=_mark(state, finding),
        answer=_answer(spot, language),
        article=marking.article(session.pack, finding.articles if finding else question.cites, language),
        evidence=len(answer.evidence),
        flags=answer.flags,
        has_note=bool(answer.note or answer.private_note),
        tags=frozenset(tags),
    )


def _state(spot: Asked) -> str:
    value = spot.value
    if spot.question.kind != "scale" and value is not None:
        return "unknown" if value in ("unknown", "unsure") else "told"
    return _STATES.get(value if value is None else str(value), "told")


def _mark(state: str, finding: Finding | None) -> tuple[str, str]:
    """Return family and name of the mark before an answer; routing answers have none."""
    if state == "open":
        return "shapes", "empty"
    if finding is not None:
        return "pictograms", marking.mark_of(finding)
    return "shapes", _SHAPES.get(state, "")


def _answer(spot: Asked, language: Language) -> str:
    if spot.value is None:
        return _("Not answered")
    return say.shown_value(spot.question, spot.value, language)


def _lacks_evidence(finding: Finding | None) -> bool:
    if finding is None:
        return False
    share = count_evidence([finding])
    return share.part < share.whole or finding.lacks_evidence
