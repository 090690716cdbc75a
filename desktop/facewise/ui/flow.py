"""The way through, without Qt: what comes next and before, what state each part is in, where to go in.

Start, business and scoping, red lines first, their interim result, the other sections, check, result,
documents. Everything is derived from the answers each time; nothing about the path is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from facewise.assessment.answers import Answers
from facewise.assessment.replay import Asked, Replay
from facewise.assessment.result import Assessment, State
from facewise.content.pack import Pack, Question, Section
from facewise.ui.places import BUSINESS, CHECK, DOCUMENTS, INTERIM, RED_LINES, RESULT, SCOPING, Place, View

TaskState: TypeAlias = Literal["empty", "half", "done", "gap", "dash", "broken", "unknown"]
Key: TypeAlias = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class PartState:
    """How a part of the way stands: its shape, and how many questions are answered, left, may be asked."""

    state: TaskState
    answered: int = 0
    left: int = 0
    maybe: int = 0


@dataclass(frozen=True)
class Way:
    """The way through for one set of answers."""

    pack: Pack
    answers: Answers
    walk: Replay
    assessment: Assessment

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Return the sections that are assessed, without the scoping."""
        return tuple(section for section in self.pack.sections if section.id != SCOPING)

    @cached_property
    def red_questions(self) -> tuple[Question, ...]:
        """Return the questions of the red-line pass, in its order."""
        found = (self.pack.question(name) for name in self.pack.red_line_pass)
        return tuple(question for question in found if question is not None)

    def questions(self, part: str) -> tuple[Question, ...]:
        """Return the questions of a part: the red-line pass or a section, asked or not."""
        return self.red_questions if part == RED_LINES else self.pack.section(part).questions

    def spots(self, part: str) -> Iterator[Asked]:
        """Return where the questions of a part stand: all for the first use and the site, then use by use."""
        questions = self.questions(part)
        for n, use in enumerate([use.id for use in self.answers.uses] or [None]):
            for question in questions:
                if question.scope == "site" and n:
                    continue
                place = self.walk.places.get((question.id, None if question.scope == "site" else use))
                if place is not None:
                    yield place

    def asked(self, part: str) -> tuple[Asked, ...]:
        """Return the questions of a part that are asked."""
        return tuple(spot for spot in self.spots(part) if spot.asked)

    def spot(self, place: Place) -> Asked | None:
        """Return the question of a place as it stands now."""
        return self.walk.places.get((place.question, place.use))

    @cached_property
    def one_by_one(self) -> tuple[Place, ...]:
        """Return every place of the way, one question at a time."""
        red = [self._place(RED_LINES, spot) for spot in self.asked(RED_LINES)]
        rest = [self._place(section.id, spot) for section in self.sections for spot in self.asked(section.id)]
        return (BUSINESS, *red, *([INTERIM] if red else []), *rest, CHECK, RESULT, DOCUMENTS)

    @cached_property
    def by_section(self) -> tuple[Place, ...]:
        """Return every place of the way, one section at a time; sections that are not asked are left out."""
        use = self.answers.uses[0].id if self.answers.uses else None
        parts = [part for part in (RED_LINES, *(section.id for section in self.sections)) if self.asked(part)]
        places = [Place("section", part, use=use) for part in parts]
        if parts[:1] == [RED_LINES]:
            places.insert(1, INTERIM)
        return (BUSINESS, *places, CHECK, RESULT, DOCUMENTS)

    def following(self, place: Place, view: View) -> Place:
        """Return the next place; in the sections, red-line questions answered before are not asked again."""
        return self._neighbour(place, view, 1)

    def preceding(self, place: Place, view: View) -> Place:
        """Return the place before; nothing is passed over, so that everything can be looked at again."""
        if place.page == "studio":
            return DOCUMENTS
        return self._neighbour(place, view, -1)

    def entrance(self, task: str, view: View, use: str | None = None) -> Place:
        """Return where one arrives when choosing a part: its first open question, else its first."""
        whole = {"business": BUSINESS, "check": CHECK, "result": RESULT, "documents": DOCUMENTS}
        if task in whole:
            return whole[task]
        asked = self.asked(task)
        if view == "section" or not asked:
            first = self.answers.uses[0].id if self.answers.uses else None
            return Place("section", task, use=use or first)
        opened = [spot for spot in asked if spot.value is None]
        return self._place(task, (opened or list(asked))[0])

    def resume(self, view: View) -> Place:
        """Return where to go on: the first part that is not done."""
        for task in ("business", RED_LINES, *(section.id for section in self.sections)):
            if self.state(task).state in ("empty", "half"):
                return self.entrance(task, view)
        return CHECK

    def state(self, task: str) -> PartState:
        """Return how a part stands."""
        if task == "business":
            return self._business()
        if task == "check":
            return self._check()
        if task == "result":
            return PartState(
                "broken" if any(f.is_broken for f in self.assessment.findings) else self._finish()
            )
        if task == "documents":
            return PartState("empty")
        return self._section(task)

    @cached_property
    def progress(self) -> PartState:
        """Return how far the whole assessment has come."""
        coverage = self.assessment.coverage
        left = coverage.whole - coverage.part
        return PartState(self._finish(), coverage.part, left, len(self.assessment.may_be_asked))

    def _business(self) -> PartState:
        spots = self.asked(SCOPING)
        spots = tuple(spot for spot in spots if spot.question.code != "S4")
        answered = sum(1 for spot in spots if spot.value is not None)
        named = bool(self.answers.business.name or self.answers.business.site)
        left = len(spots) - answered + (not named) + (not self.answers.uses)
        return PartState("done" if not left else "half" if answered or named else "empty", answered, left)

    def _section(self, task: str) -> PartState:
        asked = self.asked(task)
        maybe = sum(1 for spot in self.spots(task) if spot.asked is None)
        answered = sum(1 for spot in asked if spot.value is not None)
        left = len(asked) - answered
        if not asked and not maybe:
            return PartState("dash" if self.answers.uses else "empty")
        if answered == 0 or left or not asked:
            return PartState("half" if answered else "empty", answered, left, maybe)
        return PartState(self._outcome(task, asked), answered, 0, maybe)

    def _outcome(self, task: str, asked: tuple[Asked, ...]) -> TaskState:
        keys = {(spot.question.id, spot.use) for spot in asked}
        findings = [finding for finding in self.assessment.findings if finding.place in keys]
        if task == RED_LINES and any(finding.is_broken for finding in findings):
            return "broken"
        return "gap" if any(f.state is State.GAP and f.weight for f in findings) else "done"

    def _check(self) -> PartState:
        states = [finding.state for finding in self.assessment.findings]
        answered = len(states) - states.count(State.UNANSWERED)
        left = states.count(State.UNKNOWN) + self.assessment.left
        if self.assessment.outcome:
            return PartState("done")
        return PartState("half" if left and answered else "done" if answered else "empty", answered, left)

    def _finish(self) -> TaskState:
        """What decides which questions are asked counts too: without it there is no grade."""
        if self.assessment.outcome:
            return "done"
        if not self.assessment.coverage.part:
            return "empty"
        return "half" if self.assessment.left else "done"

    def _place(self, part: str, spot: Asked) -> Place:
        return Place("question", part, spot.question.id, spot.use)

    def _neighbour(self, place: Place, view: View, step: int) -> Place:
        order = self.by_section if view == "section" else self.one_by_one
        here = _position(order, place)
        if here is None:
            here = _position(order, self.entrance(place.task, view)) or 0
        for other in order[here + step :: step] if here + step >= 0 else ():
            if step < 0 or not self._is_done_before(other):
                same_use = place.page == other.page == "section"
                return replace(other, use=place.use) if same_use else other
        return order[0] if step < 0 else order[-1]

    def _is_done_before(self, place: Place) -> bool:
        """Whether this is a red-line question seen from its section, answered in the red-line pass."""
        if place.page != "question" or place.section == RED_LINES:
            return False
        spot = self.spot(place)
        return spot is not None and spot.value is not None and spot.question in self.red_questions


def _position(order: tuple[Place, ...], place: Place) -> int | None:
    if place.page == "section":
        found = [
            n for n, other in enumerate(order) if other.page == "section" and other.section == place.section
        ]
    else:
        found = [n for n, other in enumerate(order) if other == place]
    return found[0] if found else None
