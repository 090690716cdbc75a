"""What a business has told us, exactly as it is stored; frozen, and unknown keys are refused."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict

from facewise import credit_code, plain_text

Line: TypeAlias = Annotated[str, AfterValidator(plain_text.line)]
Note: TypeAlias = Annotated[str, AfterValidator(plain_text.note)]
CreditCode: TypeAlias = Annotated[str, AfterValidator(lambda code: code and credit_code.checked(code))]
Flag: TypeAlias = Literal["come_back", "ask_vendor"]
Origin: TypeAlias = Literal["typed", "imported", "copied", "default", "migrated"]
Value: TypeAlias = Note | int | tuple[str, ...]


class Told(BaseModel):
    """The base of what people write."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Told):
    """A file, or a note where something lies; `sha256` is of the stored copy of a file."""

    id: str = ""
    file: Line = ""
    sha256: str = ""
    note: Note = ""
    on: dt.date | None = None
    by: Line = ""


class Answer(Told):
    """One answer: `value` is yes, partly, no, unknown, na, a choice, choices, a number, a date or a text.

    `value` None is a question that only carries a flag or a note so far.
    """

    value: Value | None = None
    reason: Note = ""
    note: Note = ""
    private_note: Note = ""
    date: dt.date | None = None
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    at: dt.datetime | None = None
    by: Line = ""
    origin: Origin = "typed"
    content_version: str = ""
    confirmed: bool = True


UNANSWERED = Answer()
"""What stands for an answer that was not given."""


class Business(Told):
    """Who fills in, and where; what stays blank is a line on paper, to be filled in by hand."""

    name: Line = ""
    credit_code: CreditCode = ""
    site: Line = ""
    address: Line = ""
    contact: Line = ""
    phone: Line = ""
    email: Line = ""
    notice_url: Line = ""


class Use(Told):
    """One thing that faces are used for at this site; `ways` are the other ways that work beside it."""

    id: str
    kind: str
    name: Line = ""
    ways: tuple[str, ...] = ()
    answers: dict[str, Answer] = {}


class Action(Told):
    """Who mends a finding, and until when; `question` is an id, `use` None for a site question."""

    question: str
    use: str | None = None
    who: Line = ""
    due: dt.date | None = None
    done: dt.date | None = None


class Answers(Told):
    """Everything one site has told us, on one day; answers are kept by question id and never deleted."""

    format: Literal[1] = 1
    on: dt.date
    business: Business = Business()
    site: dict[str, Answer] = {}
    uses: tuple[Use, ...] = ()
    actions: tuple[Action, ...] = ()
    sample: bool = False

    def use(self, use_id: str | None) -> Use | None:
        """Return the use of an id, or None (also for the site itself)."""
        return next((use for use in self.uses if use.id == use_id), None)

    def get(self, question_id: str, use_id: str | None = None) -> Answer:
        """Return the stored answer of a question, an empty one if there is none."""
        use = self.use(use_id)
        kept = self.site if use is None else use.answers
        return kept.get(question_id, UNANSWERED)

    def put(self, question_id: str, use_id: str | None, answer: Answer) -> "Answers":
        """Return these answers with one of them replaced."""
        use = self.use(use_id)
        if use is None:
            return self.model_copy(update={"site": {**self.site, question_id: answer}})
        changed = use.model_copy(update={"answers": {**use.answers, question_id: answer}})
        uses = tuple(changed if other.id == use.id else other for other in self.uses)
        return self.model_copy(update={"uses": uses})
