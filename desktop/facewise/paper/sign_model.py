"""A sign as plain data, in both languages: what it says, or why it cannot be made."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.errors import FacewiseError
from facewise.i18n import Text

Kind: TypeAlias = Literal["recognition_area", "entry", "payment", "device", "private"]
KINDS: tuple[Kind, ...] = ("recognition_area", "entry", "payment", "device", "private")
CHOICES: tuple[Kind, ...] = ("entry", "payment")
"""The signs of ways to choose from, face being one of them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the sign: what it is called and what it says; a `str` is the same in both languages."""

    id: Literal["purpose", "business", "place", "phone"]
    label: Text
    value: Text | str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to pay or to get in; `face` is one of them on a sign to choose from, always the last."""

    id: str
    words: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """What the code carries, an address or the core of the notice, and the words under it."""

    content: Text
    caption: Text
    is_address: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign in both languages. A bar in the headline is a place where its line may break."""

    kind: Kind
    use: str
    number: str
    on: dt.date
    title: Text
    headline: Text
    facts: tuple[Fact, ...]
    ways_label: Text
    ways: tuple[Way, ...]
    lead: Text | None
    sentences: tuple[Text, ...]
    notice: Notice | None
    article: Text
    numbered: Text
    sample: Text | None = None
    watermark: Text | None = None

    @property
    def key(self) -> str:
        """Return what tells it from the other signs of its site: entry gate."""
        return f"{self.kind} {self.use}"

    @property
    def name(self) -> str:
        """Return the name of its file, without what tells formats apart: sign-entry-gate."""
        return "-".join(filter(None, ("sign", self.kind.replace("_", "-"), self.use)))

    def fact(self, name: str) -> Fact | None:
        """Return a fact by its id; None where the sign does not say it."""
        return next((fact for fact in self.facts if fact.id == name), None)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sign that cannot be made, and the error that says why and what to do."""

    kind: Kind
    use: str
    reason: FacewiseError
