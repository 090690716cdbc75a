"""A pack together with the files it came from, so that a fault can name file, line and field."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from facewise.content.law import Law
from facewise.content.pack import Condition, Pack, Question
from facewise.content.reading import Document, Steps
from facewise.content.sources import Sources


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the files."""

    document: Document
    path: Steps

    def at(self, *below: str | int) -> dict[str, Any]:
        """Return the fields of a `ContentError` about a part of it."""
        return self.document.at((*self.path, *below))


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition, where it stands, the question it belongs to (if any), and how far it may read."""

    condition: Condition
    place: Place
    question: Question | None
    reads: int
    asks: bool = False


@dataclass(frozen=True)
class Checked:
    """What is checked."""

    pack: Pack
    sources: Sources
    law: Law

    @cached_property
    def places(self) -> dict[str, Place]:
        """Return where each question stands; of two with one id the first."""
        found: dict[str, Place] = {}
        for question, place in self.questions():
            found.setdefault(question.id, place)
        return found

    def questions(self) -> Iterator[tuple[Question, Place]]:
        """Return every question and where it stands, in the order of the pack."""
        for section, document in zip(self.pack.sections, self.sources.sections, strict=True):
            for n, question in enumerate(section.questions):
                yield question, Place(document, ("questions", n))

    def index(self, *path: str | int) -> Place:
        """Return a place in the pack's own file."""
        return Place(self.sources.index, path)

    @cached_property
    def conditions(self) -> tuple[Tested, ...]:
        """Return every condition of the pack."""
        return (*self._of_questions(), *self._of_the_pack())

    def _of_questions(self) -> Iterator[Tested]:
        for number, (question, place) in enumerate(self.questions()):
            if question.applies_if:
                where = Place(place.document, (*place.path, "applies_if"))
                yield Tested(question.applies_if, where, question, number, asks=True)
            for n, rule in enumerate(question.severity_when):
                where = Place(place.document, (*place.path, "severity_when", n, "if"))
                yield Tested(rule.if_, where, question, number + 1)

    def _of_the_pack(self) -> Iterator[Tested]:
        everything = len(self.pack.questions)
        for n, outcome in enumerate(self.pack.outcomes):
            yield Tested(outcome.if_, self.index("outcomes", n, "if"), None, everything)
        for n, note in enumerate(self.pack.notes):
            if note.if_:
                yield Tested(note.if_, self.index("notes", n, "if"), None, everything)
