"""A question of a section as the matrix shows it."""

from collections.abc import Iterable

from facewise.assessment.replay import Asked
from facewise.assessment.result import Finding, State
from facewise.content.pack import Severity
from facewise.i18n import _, current
from facewise.ui import say
from facewise.ui.drawings import Family
from facewise.ui.helping import key_of
from facewise.ui.marking import mark_of
from facewise.ui.session import Session
from facewise.ui.widgets.matrix import VALUES, Line


def line_of(session: Session, spot: Asked) -> Line:
    """Return a question in one place as a line of the matrix."""
    question, answer, language = spot.question, spot.answer, current()
    finding = next((f for f in session.assessment.findings if f.place == (question.id, spot.use)), None)
    rank = finding.rank if finding is not None else question.severity or Severity.NONE
    values = question.values() if spot.asked else ()
    name = _("{code}, {answer}")
    return Line(
        key=key_of(question.id, spot.use),
        code=question.code,
        text=question.text[language],
        mark=_mark(finding, asked=bool(spot.asked)),
        word=_word(session, spot, rank),
        red=rank is Severity.RED and bool(spot.asked),
        values=values,
        names=tuple(name.format(code=question.code, answer=say.answer_word(value)) for value in values),
        value=None if answer.value is None else str(answer.value),
        evidence=len(answer.evidence),
        flagged=bool(answer.flags),
        note=answer.note,
        private_note=answer.private_note,
    )


def offered(spots: Iterable[Asked]) -> tuple[str, ...]:
    """Return the answers that any of these questions offers: no column stands empty."""
    found = {value for spot in spots for value in spot.question.values()}
    return tuple(value for value in VALUES if value in found)


def _word(session: Session, spot: Asked, rank: Severity) -> str:
    if spot.asked:
        return session.pack.words[f"rank.{rank}"][current()]
    return _("Not asked") if spot.asked is False else _("May be asked")


def _mark(finding: Finding | None, *, asked: bool) -> tuple[Family, str]:
    """The mark beside a question: a red line is marked before it is answered, everything else after."""
    if finding is None:
        return "shapes", "" if asked else "dash"
    if finding.state is State.UNANSWERED:
        return "shapes", "open" if finding.rank is Severity.RED else ""
    return "pictograms", mark_of(finding)
