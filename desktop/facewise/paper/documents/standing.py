"""How questions stand, for the papers of the office: the answer as a sentence, its state, what is left."""

from collections.abc import Iterable

from facewise.assessment.exported import answer_words
from facewise.assessment.result import Finding, State
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.case import Case
from facewise.paper.documents.model import Column, Ruled, Table, Value, Words
from facewise.paper.documents.shared import hint

_WORST = (State.GAP, State.UNANSWERED, State.UNKNOWN, State.PARTLY, State.MET, State.NOT_APPLICABLE)


def choice(case: Case, code: str) -> Value:
    """Return the choice made in a scoping question, what was noted and the day; a line where it is open."""
    answer, question = case.answer(code), case.pack.question(code)
    if answer.value is None or question is None:
        return ""
    said: list[Words | Ruled] = [answer_words(case.pack, question.id, answer.value)]
    said += [answer.note] if answer.note else []
    said += [dates.day(answer.date)] if answer.date else []
    return (*said, Ruled()) if answer.value == "unsure" else tuple(said)


def standings(case: Case, codes: Iterable[str]) -> tuple[Table, ...]:
    """Return a table of how some questions stand here: those that are asked; none where none is."""
    found = tuple(one for one in map(case.finding, codes) if one)
    columns = (
        Column(case.word("office.code"), 14, names=True),
        Column(case.word("office.here")),
        Column(case.word("office.state"), 24),
    )
    rows = tuple((one.question.code, sentence(case, one), state(case, one)) for one in found)
    return (Table(columns, rows),) if rows else ()


def sentence(case: Case, finding: Finding) -> Value:
    """Return an answer as a sentence with its note; the question with room to write where there is none."""
    if finding.state is State.UNANSWERED:
        return Ruled(finding.question.text)
    answer = finding.answer
    if finding.state is State.NOT_APPLICABLE:
        return answer.reason or Ruled(finding.question.text)
    said = answer_words(case.pack, finding.question.id, finding.value)
    return (said, answer.note) if answer.note else said


def state(case: Case, finding: Finding) -> Text:
    """Return in a word how a question stands."""
    return case.pack.words[f"state.{finding.state}"]


def lacking(case: Case, codes: Iterable[str]) -> tuple[str, ...]:
    """Return those of some questions that are asked here or in any use and not done, each once."""
    mine = case.use.id if case.use else None
    wanted = tuple(codes)
    left = [
        one
        for one in case.assessment.findings
        if one.question.code in wanted and (mine is None or one.use in (mine, None)) and not done(one)
    ]
    return tuple(code for code in wanted if code in {one.question.code for one in left})


def done(finding: Finding) -> bool:
    """Return whether nothing is left to do about a question."""
    return finding.state in (State.MET, State.NOT_APPLICABLE)


def worst(case: Case, code: str) -> Finding | None:
    """Return how a question stands in the use where it stands worst."""
    found = [one for one in case.assessment.findings if one.question.code == code]
    return min(found, key=lambda one: _WORST.index(one.state), default=None)


def persons(case: Case) -> Value:
    """Return how many persons' faces the company keeps; a line to write on if nobody knows."""
    count = case.value("S11")
    if not isinstance(count, int):
        return hint(case, "office.persons.hint")
    return case.word("office.persons.count", count=f"{count:,}")
