"""The signs of a site as plain data: which ones the answers allow, what they say, why one cannot be made.

A sign says only what the answers bear out: a way in only where it works, no fact that nobody gave.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.assessment.answers import Answers, Use
from facewise.assessment.result import Assessment, State
from facewise.content.pack import Pack
from facewise.errors import FacewiseError
from facewise.i18n import Text
from facewise.paper.sign_errors import (
    AddressTooLongError,
    MissingFactsError,
    NoOtherWayError,
    PrivateSpaceError,
    StateRuleError,
    WayNotKnownError,
    WaysNotNamedError,
)

Kind: TypeAlias = Literal["recognition_area", "entry", "payment"]

NOTICE_LIMIT = 456
"""The bytes that a code of 38 mm carries for a phone: 73 modules of half a millimetre, level L."""

_SERIES: dict[Kind, str] = {"recognition_area": "R", "entry": "E", "payment": "P"}
_ARTICLES: dict[Kind, str] = {"recognition_area": "13.1", "entry": "10.1", "payment": "10.1"}
_DECIDES, _PLACE, _STORED = "S3", "S6", "S9"
_REAL, _EASY, _EQUAL, _CONSENT, _NO_COPIES = "D1", "D2", "D3", "C1", "J4"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the sign: what it is called and what it says; a `str` is the same in both languages."""

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
    def name(self) -> str:
        """Return the name of its file, without what tells formats apart: sign-entry-gate."""
        return f"sign-{self.kind.replace('_', '-')}-{self.use}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sign that cannot be made, and the error that says why and what to do."""

    kind: Kind
    use: str
    reason: FacewiseError


def designs(pack: Pack, answers: Answers, assessment: Assessment) -> tuple[Sign | Refusal, ...]:
    """Return the signs of a site: of each use a recognition-area sign and, where people choose, one of ways.

    Where no face is recognised there are none. Raises MissingFactsError, AddressTooLongError.
    """
    if assessment.outcome is not None or not answers.uses:
        return ()
    _demand_facts(pack, answers)
    return tuple(_all(pack, answers, assessment))


def _all(pack: Pack, answers: Answers, assessment: Assessment) -> Iterator[Sign | Refusal]:
    for number, use in enumerate(answers.uses, 1):
        design = _Design(pack, answers, assessment, use, number)
        yield design.of("recognition_area")
        if f"sign.headline.{use.kind}" in pack.words:
            yield design.of("payment" if use.kind == "payment" else "entry")


def _demand_facts(pack: Pack, answers: Answers) -> None:
    business = answers.business
    given = {"name": business.name, "site": business.site, "phone": business.phone}
    missing = [pack.words[f"sign.fact.{key}"] for key, value in given.items() if not value]
    if missing:
        facts = Text("、".join(fact.zh for fact in missing), ", ".join(fact.en for fact in missing))
        raise MissingFactsError(facts=facts)
    if len(business.notice_url.encode()) > NOTICE_LIMIT:
        raise AddressTooLongError


@dataclass(frozen=True, slots=True)
class _Design:
    """What the signs of one use are made from."""

    pack: Pack
    answers: Answers
    assessment: Assessment
    use: Use
    position: int

    def of(self, kind: Kind) -> Sign | Refusal:
        """Return one sign, or why there can be none."""
        reason = self._reason(kind)
        if reason is not None:
            return Refusal(kind, self.use.id, reason(use=self._named(), code=_REAL))
        return self._sign(kind)

    def _reason(self, kind: Kind) -> type[FacewiseError] | None:
        if self._answer(_PLACE) == "private":
            return PrivateSpaceError
        if kind == "recognition_area" or self._ways():
            return None
        reasons: dict[State | None, type[FacewiseError]] = {
            None: StateRuleError,
            State.GAP: NoOtherWayError,
            State.UNKNOWN: WayNotKnownError,
            State.UNANSWERED: WayNotKnownError,
        }
        return reasons.get(self._state(_REAL), WaysNotNamedError)

    def _sign(self, kind: Kind) -> Sign:
        words, business, on = self.pack.words, self.answers.business, self.answers.on
        number, choice = f"{_SERIES[kind]}-{self.position:02}", kind != "recognition_area"
        face = (Way("face", words["sign.face"]),) if choice else ()
        sample = self.answers.sample
        return Sign(
            kind=kind,
            use=self.use.id,
            number=number,
            on=on,
            title=words[f"sign.title.{kind}"].format(number=number, place=business.site),
            headline=words[f"sign.headline.{self.use.kind if choice else 'area'}"],
            facts=self._facts(),
            ways_label=words["sign.ways"],
            ways=(*self._ways(), *face),
            lead=self._lead(kind),
            sentences=tuple(words[f"sign.{key}"] for key in self._sentences(kind)),
            notice=self._notice(),
            article=self.pack.law[f"{self.pack.id}.{_ARTICLES[kind]}"].reference,
            numbered=words["sign.number"].format(number=number, date=on.isoformat()),
            sample=words["sign.sample"] if sample else None,
            watermark=words["report.sample.mark"] if sample else None,
        )

    def _facts(self) -> tuple[Fact, ...]:
        words, business = self.pack.words, self.answers.business
        both = words["sign.place.value"].format(place=business.site, use=self.use.name)
        return (
            Fact(words["sign.purpose"], self.pack.purposes[self.use.kind]),
            Fact(words["sign.business"], business.name),
            Fact(words["sign.place"], both if self.use.name else business.site),
            Fact(words["sign.phone"], business.phone),
        )

    def _ways(self) -> tuple[Way, ...]:
        """The ways that the answers say work, in the order given."""
        if self._state(_REAL) not in (State.MET, State.PARTLY):
            return ()
        return tuple(
            Way(way, self.pack.ways[way]) for way in dict.fromkeys(self.use.ways) if way in self.pack.ways
        )

    def _lead(self, kind: Kind) -> Text | None:
        if kind == "recognition_area" or self._state(_EQUAL) is not State.MET:
            return None
        if kind == "payment":
            return self.pack.words["sign.same_price"]
        easy = self._state(_EASY) is State.MET and self._state(_REAL) is State.MET
        return self.pack.words["sign.equal"] if easy else None

    def _sentences(self, kind: Kind) -> Iterator[str]:
        if self._state(_REAL) is State.PARTLY and self.use.ways:
            yield "partly"
        if self._state(_EASY) is State.MET and self.use.ways:
            yield "easy.payment" if self.use.kind == "payment" else "easy"
        if kind != "recognition_area" and self._state(_CONSENT) is State.MET:
            yield "consent"
        if kind == "payment" and self._answer(_DECIDES) == self._answer(_STORED) == "payment_company":
            yield "till"
        if kind == "payment" and self._state(_NO_COPIES) is State.MET:
            yield "keeps_none"

    def _notice(self) -> Notice | None:
        words, address = self.pack.words, self.answers.business.notice_url
        if address:
            return Notice(Text(address, address), words["sign.notice.full"], is_address=True)
        brief = Text(
            "\n".join(line.zh for line in self._brief()), "\n".join(line.en for line in self._brief())
        )
        if max(len(brief.zh.encode()), len(brief.en.encode())) > NOTICE_LIMIT:
            return None
        return Notice(brief, words["sign.notice.brief"], is_address=False)

    def _brief(self) -> Iterator[Text]:
        """The core of the notice: who, what for, whom to call, other ways, rights; only what is known."""
        words, ways = self.pack.words, self._ways()
        yield words["sign.notice.title"]
        facts = self._facts()
        if ways:
            named = Text("、".join(way.words.zh for way in ways), ", ".join(way.words.en for way in ways))
            facts = (*facts, Fact(words["sign.notice.ways"], named))
        for fact in facts:
            yield words["sign.notice.line"].format(label=fact.label, value=fact.value)
        yield words["sign.notice.rights"]

    def _state(self, code: str) -> State | None:
        found = (f for f in self.assessment.findings if f.question.code == code and f.use == self.use.id)
        return next((finding.state for finding in found), None)

    def _answer(self, code: str) -> object:
        question = self.pack.question(code)
        return self.answers.get(question.id, self.use.id).value if question else None

    def _named(self) -> Text:
        purpose = self.pack.purposes[self.use.kind]
        return Text(self.use.name, self.use.name) if self.use.name else purpose
