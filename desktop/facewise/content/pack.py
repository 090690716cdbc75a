"""A questionnaire as data: what is asked, when, how grave a no is, and what to do about it."""

import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from facewise.content.mistakes import Fault, OneOperatorError, WrongChoiceError
from facewise.i18n import Text

Texts: TypeAlias = tuple[Text, ...]
Scope: TypeAlias = Literal["site", "use"]
Kind: TypeAlias = Literal["scale", "choice", "choices", "number", "date", "text"]
Effort: TypeAlias = Literal["today", "days", "weeks", "vendor"]
EvidenceRule: TypeAlias = Literal["none", "suggested", "required_for_yes"]


class Severity(StrEnum):
    """How grave it is when a question is answered no; the order is from grave to light."""

    RED = "red"
    BREACH = "breach"
    AMBER = "amber"
    WEAK = "weak"
    BEST = "best"
    NONE = "none"


class Content(BaseModel):
    """The base of everything a lawyer writes: frozen, and unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Leaf(Content):
    """A test on one question: `q` and exactly one operator."""

    q: str
    is_: str | None = Field(None, alias="is")
    is_not: str | None = None
    in_: tuple[str, ...] | None = Field(None, alias="in")
    not_in: tuple[str, ...] | None = None
    has: str | None = None
    lacks: str | None = None
    at_least: int | None = None
    less_than: int | None = None
    answered: bool | None = None

    @cached_property
    def operators(self) -> tuple[str, ...]:
        """Return the operators that are set; a sound leaf has one."""
        named = (
            (name, field.alias or name) for name, field in type(self).model_fields.items() if name != "q"
        )
        return tuple(alias for name, alias in named if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _one_operator(self) -> "Leaf":
        if len(self.operators) != 1:
            raise Fault(OneOperatorError)
        return self


class All(Content):
    """True if every member is true."""

    all: tuple["Condition", ...] = Field(min_length=1)


class Any(Content):
    """True if one member is true."""

    any: tuple["Condition", ...] = Field(min_length=1)


def _member(written: object) -> str:
    """Tell which member of the union was meant, so that a mistake is named where it was made."""
    known = written if isinstance(written, dict) else vars(written) if isinstance(written, Content) else {}
    return next((f"<{name}>" for name in ("all", "any") if name in known), "<leaf>")


Condition: TypeAlias = Annotated[
    Annotated[All, Tag("<all>")] | Annotated[Any, Tag("<any>")] | Annotated[Leaf, Tag("<leaf>")],
    Discriminator(_member),
]


class Choice(Content):
    """One of the answers that a choice question offers."""

    id: str
    text: Text
    note: Text | None = None


class SeverityRule(Content):
    """A severity that holds instead of the question's own while a condition is true."""

    if_: Condition = Field(alias="if")
    severity: Severity
    note: Text | None = None


class Fix(Content):
    """What to do about a gap, and how much work that is."""

    text: Text
    effort: Effort

    @property
    def headline(self) -> Text:
        """Return the first sentence of what to do, for lists."""
        zh = re.split(r"(?<=[。；])(?!”)", self.text.zh)[0].rstrip("。；")
        en = re.split(r"(?<=[.;])\s", self.text.en)[0].rstrip(".;")
        return Text(zh, en)


SCALE = ("yes", "partly", "no", "unknown")
"""The answers of a scale, in the order in which they are offered."""


def _in_order(answers: dict[str, Text]) -> dict[str, Text]:
    """Canonical JSON sorts by key; people are offered yes first."""
    if not set(answers) <= set(SCALE):
        raise Fault(WrongChoiceError, choices=", ".join(SCALE))
    return {answer: answers[answer] for answer in SCALE if answer in answers}


class Question(Content):
    """One question, with everything that is shown, decided and printed because of its answer."""

    id: str
    code: str
    section: str
    scope: Scope
    kind: Kind
    text: Text
    look: Texts = ()
    trap: Texts = ()
    why: Text | None = None
    cites: tuple[str, ...] = ()
    severity: Severity | None = None
    severity_when: tuple[SeverityRule, ...] = ()
    critical: bool = False
    applies_if: Condition | None = None
    choices: tuple[Choice, ...] = ()
    answers: Annotated[dict[str, Text], AfterValidator(_in_order)] = {}
    not_applicable: Texts = ()
    date: Text | None = None
    minimum: int | None = None
    maximum: int | None = None
    evidence: Texts = ()
    evidence_rule: EvidenceRule = "suggested"
    fix: Fix | None = None
    since: str
    retired: str | None = None

    @property
    def scored(self) -> bool:
        """Return whether the question is one of the assessment, not of the scoping."""
        return self.severity is not None

    @property
    def can_be_red(self) -> bool:
        """Return whether a no can be a red line, by itself or by a rule."""
        return Severity.RED in (self.severity, *(rule.severity for rule in self.severity_when))

    def values(self) -> tuple[str, ...]:
        """Return the answers that may be chosen; empty where the answer is a number, date or text."""
        if self.kind == "scale":
            return (*self.answers, *(("na",) if self.not_applicable else ()))
        unknown = ("unknown",) if self.scored or self.kind == "number" else ()
        return (*(choice.id for choice in self.choices), *unknown) if self.choices else unknown


class Section(Content):
    """Questions that belong together, in the order they are asked."""

    id: str
    code: str
    title: Text
    lead: Text
    questions: tuple[Question, ...] = Field(min_length=1)


class Outcome(Content):
    """A result without a grade; `asks` lists the questions that are asked all the same."""

    id: str
    if_: Condition = Field(alias="if")
    title: Text
    text: Text
    asks: tuple[str, ...] = ()


class GradeWords(Content):
    """A grade in words: the verdict, and one sentence that says what it means."""

    text: Text
    meaning: Text


class Note(Content):
    """A remark shown while its condition holds (always for a note without one, where it is called for)."""

    id: str
    if_: Condition | None = Field(None, alias="if")
    title: Text
    text: Text
    cites: tuple[str, ...] = ()


class StartUse(Content):
    """A use that a start pack brings along, with the scoping answers that are sure."""

    id: str
    kind: str
    name: Text
    answers: dict[str, str] = {}


class StartPack(Content):
    """A way to begin for one kind of business."""

    id: str
    title: Text
    text: Text
    site: dict[str, str] = {}
    uses: tuple[StartUse, ...]


class VendorCard(Content):
    """A question to send to the maker of the device."""

    id: str
    text: Text


class Provision(Content):
    """A provision that the pack cites: its full and its short name, and its words where we quote it."""

    reference: Text
    short: Text
    text: Text | None = None
    abridged: bool = False


class Pack(Content):
    """A whole questionnaire, in both languages, with every condition spelled out and the law it cites.

    `prints` names, for each document, the questions whose answers it prints; `earlier` are the SHA-256 of the
    versions that were published before, so that reports made with them are still known.
    """

    id: str
    version: str
    earlier: tuple[Annotated[str, Field(pattern="^[0-9a-f]{64}$")], ...] = ()
    title: Text
    effective_from: str
    as_of: str
    sections: tuple[Section, ...]
    outcomes: tuple[Outcome, ...]
    grades: dict[str, GradeWords]
    notes: tuple[Note, ...]
    effort: dict[str, Text]
    start_packs: tuple[StartPack, ...]
    vendor_cards: tuple[VendorCard, ...]
    red_line_pass: tuple[str, ...]
    purposes: dict[str, Text]
    ways: dict[str, Text]
    prints: dict[str, tuple[str, ...]] = {}
    words: dict[str, Text]
    law: dict[str, Provision] = {}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions in the order of the pack, scoping first."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _by_name(self) -> dict[str, Question]:
        named = {question.code: question for question in self.questions}
        return named | {question.id: question for question in self.questions}

    def question(self, name: str) -> Question | None:
        """Return the question of an id or short code, or None."""
        return self._by_name.get(name)

    def section(self, name: str) -> Section:
        """Return the section of an id; KeyError if there is none."""
        return {section.id: section for section in self.sections}[name]

    def note(self, name: str) -> Note:
        """Return the note of an id; KeyError if there is none."""
        return {note.id: note for note in self.notes}[name]
