"""What a business has told us, exactly as it is stored; frozen, and unknown keys are refused."""

from datetime import date as Date
from datetime import datetime
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

Flag: TypeAlias = Literal["come_back", "ask_vendor"]
Origin: TypeAlias = Literal["typed", "imported", "copied", "default", "migrated"]
Value: TypeAlias = str | int | tuple[str, ...]


class Told(BaseModel):
    """The base of what people write."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Told):
    """A file, or a note where something lies; `sha256` is of the stored copy of a file."""

    id: str = ""
    file: str = ""
    sha256: str = ""
    note: str = ""
    on: Date | None = None
    by: str = ""


class Answer(Told):
    """One answer: `value` is yes, partly, no, unknown, na, a choice, several choices, a number, a date or a text.

    `value` None is a question that only carries a flag or a note so far.
    """

    value: Value | None = None
    reason: str = ""
    note: str = ""
    private_note: str = ""
    date: Date | None = None
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    at: datetime | None = None
    by: str = ""
    origin: Origin = "typed"
    content_version: str = ""
    confirmed: bool = True


class Business(Told):
    """Who fills in, and where; everything but the name may stay blank and is then a line to fill in by hand."""

    name: str = ""
    credit_code: str = ""
    site: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    notice_url: str = ""


class Use(Told):
    """One thing that faces are used for at this site; `ways` are the other ways that work beside it."""

    id: str
    kind: str
    name: str = ""
    ways: tuple[str, ...] = ()
    answers: dict[str, Answer] = {}


class Action(Told):
    """Who mends a finding, and until when; `question` is an id, `use` None for a site question."""

    question: str
    use: str | None = None
    who: str = ""
    due: Date | None = None
    done: Date | None = None


class Answers(Told):
    """Everything one site has told us, on one day; answers are kept by question id and never deleted."""

    format: Literal[1] = 1
    on: Date
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
        return kept.get(question_id, Answer())

    def put(self, question_id: str, use_id: str | None, answer: Answer) -> "Answers":
        """Return these answers with one of them replaced."""
        use = self.use(use_id)
        if use is None:
            return self.model_copy(update={"site": {**self.site, question_id: answer}})
        changed = use.model_copy(update={"answers": {**use.answers, question_id: answer}})
        uses = tuple(changed if other.id == use.id else other for other in self.uses)
        return self.model_copy(update={"uses": uses})
