"""Which questions are asked, derived afresh from the answers; nothing about the path is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from facewise.assessment.answers import UNANSWERED, Answer, Answers, Use, Value
from facewise.content.conditions import Reading, Verdict, decisive, holds, leaves
from facewise.content.pack import Note, Outcome, Pack, Question

KIND_OF_USE = "S4"
LEGAL_BASIS = "S7"
WHERE = "S6"
STATE_RULE = "D8"
PRIVATE_SPACE = "H1"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in one place (a use, or the site): whether it is asked, why, and what was answered.

    `value` is the answer as the rules read it, `answer` the one given; they differ where `overruled`.
    """

    question: Question
    use: str | None
    asked: Verdict
    because: tuple[Reading, ...]
    answer: Answer
    value: Value | None

    @property
    def overruled(self) -> bool:
        """Return whether a rule reads the answer differently from how it was given."""
        return self.value != self.answer.value


@dataclass(slots=True)
class Replay:
    """The questionnaire walked once from the first question to the last, with the answers given."""

    pack: Pack
    answers: Answers
    outcome: Outcome | None = None
    places: dict[tuple[str, str | None], Asked] = field(default_factory=dict)

    def read(self, use: str | None, name: str) -> tuple[Reading, ...]:
        """Return what a condition of a use sees of a question; from the site (None) over all uses."""
        question = self.pack.question(name)
        if question is None:
            return ()
        if question.scope == "site":
            return (self._reading(question, None),)
        if use is not None:
            return (self._reading(question, use),)
        return tuple(self._reading(question, other.id) for other in self.answers.uses)

    def holds(self, note: Note) -> bool:
        """Return whether a note is to be shown."""
        return holds(note.if_, lambda name: self.read(None, name)) is True

    def asked(self) -> Iterator[Asked]:
        """Return the places where a question is asked, in the order of the pack."""
        return (place for place in self.places.values() if place.asked)

    def _reading(self, question: Question, use: str | None) -> Reading:
        place = self.places.get((question.id, use))
        if place is None:
            return Reading(question.id, use, None, None)
        return Reading(question.id, use, place.asked, place.value if place.asked else None)


def replay(pack: Pack, answers: Answers) -> Replay:
    """Return the questionnaire walked with these answers."""
    walk = Replay(pack, answers)
    gates = _gates(pack)
    for question in pack.questions:
        if question.id in gates:
            _visit(walk, question)
    walk.outcome = next((o for o in pack.outcomes if holds(o.if_, lambda n: walk.read(None, n))), None)
    for question in pack.questions:
        if question.id not in gates:
            _visit(walk, question)
    _sort(walk)
    _forbid_private(walk)
    return walk


def _gates(pack: Pack) -> set[str]:
    """The questions that decide whether there is a grade at all."""
    names = [leaf.q for outcome in pack.outcomes for leaf in leaves(outcome.if_)]
    return {question.id for name in names if (question := pack.question(name))}


def _visit(walk: Replay, question: Question) -> None:
    uses: tuple[Use | None, ...] = walk.answers.uses if question.scope == "use" else (None,)
    for use in uses:
        place = use.id if use else None
        asked, because = _applies(walk, question, place)
        answer = (use.answers if use else walk.answers.site).get(question.id, UNANSWERED)
        value = _effective(question, use, answer)
        walk.places[question.id, place] = Asked(question, place, asked, because, answer, value)


def _applies(walk: Replay, question: Question, use: str | None) -> tuple[Verdict, tuple[Reading, ...]]:
    outcome = walk.outcome
    if outcome and question.id not in outcome.asks:
        return False, decisive(outcome.if_, lambda name: walk.read(None, name), verdict=True)
    asked = holds(question.applies_if, lambda name: walk.read(use, name))
    return asked, decisive(question.applies_if, lambda name: walk.read(use, name), asked)


def _effective(question: Question, use: Use | None, answer: Answer) -> Value | None:
    """Return the answer as the rules read it.

    The kind of use is never an answer of its own. A law that is claimed but not named is a claim without a
    law, and a State rule that is not named is one we do not know of (decisions on S7 and D8).
    """
    code, value = question.code, answer.value
    if code == KIND_OF_USE:
        return use.kind if use else None
    if value is None or not _is_offered(question, answer):
        return None
    if code == LEGAL_BASIS and value == "law_named" and not answer.note.strip():
        return "law_unnamed"
    if code == STATE_RULE and value == "yes" and not (answer.note.strip() or answer.evidence):
        return "unknown"
    return value


def _is_offered(question: Question, answer: Answer) -> bool:
    """Whether an answer counts: one that the question offers, and not applicable only with its reason."""
    value = answer.value
    if value == "na" and not answer.reason.strip():
        return False
    if question.kind == "number" and value != "unknown":
        return isinstance(value, int)
    if isinstance(value, tuple):
        return question.kind == "choices" and set(value) <= set(question.values())
    return question.kind in ("date", "text") or value in question.values()


def _forbid_private(walk: Replay) -> None:
    """A use inside a private space answers the question on private spaces with no; nothing overrules it."""
    question, where = walk.pack.question(PRIVATE_SPACE), walk.pack.question(WHERE)
    if question is None or where is None or not (walk.places[question.id, None].asked):
        return
    inside = tuple(r for r in walk.read(None, where.id) if r.asked and r.value == "private")
    if inside:
        place = walk.places[question.id, None]
        walk.places[question.id, None] = replace(place, value="no", because=inside)


def _sort(walk: Replay) -> None:
    """Bring the places into the order of the pack, the uses of one question side by side."""
    position = {question.id: n for n, question in enumerate(walk.pack.questions)}
    walk.places = dict(sorted(walk.places.items(), key=lambda item: position[item[0][0]]))
