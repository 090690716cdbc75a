"""The signs of a site as plain data: which ones the answers allow, what they say, why one cannot be made.

A sign says only what the answers bear out: a way in only where it works, no fact that nobody gave.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

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
from facewise.paper.sign_model import CHOICES, Fact, Kind, Refusal, Sign, Way
from facewise.paper.sign_notice import NOTICE_LIMIT, notice_of

_SERIES: dict[Kind, str] = {
    "recognition_area": "R",
    "entry": "E",
    "payment": "P",
    "device": "S",
    "private": "N",
}
_ARTICLES: dict[Kind, str] = {
    "recognition_area": "13.1",
    "entry": "10.1",
    "payment": "10.1",
    "device": "13.1",
    "private": "13.2",
}
_PUBLIC = ("public_listed", "public_other", "private")
_ROOMS = ("hotel", "lockers", "membership")
_DECIDES, _PLACE, _STORED = "S3", "S6", "S9"
_REAL, _EASY, _EQUAL, _CONSENT, _NO_COPIES = "D1", "D2", "D3", "C1", "J4"


def designs(pack: Pack, answers: Answers, assessment: Assessment) -> tuple[Sign | Refusal, ...]:
    """Return the signs of a site: of each use a recognition-area sign and, where people choose, one of ways.

    Where no face is recognised there are none. Raises MissingFactsError, AddressTooLongError.
    """
    if assessment.outcome is not None or not answers.uses:
        return ()
    _demand_facts(pack, answers)
    return tuple(_all(pack, answers, assessment))


def _all(pack: Pack, answers: Answers, assessment: Assessment) -> Iterator[Sign | Refusal]:
    made = [_Maker(pack, answers, assessment, use, n) for n, use in enumerate(answers.uses, 1)]
    for maker in made:
        yield maker.of("recognition_area")
        if f"sign.headline.{maker.use.kind}" in pack.words:
            yield maker.of("payment" if maker.use.kind == "payment" else "entry")
        if "sign.headline.device" in pack.words:  # an assessment may keep an earlier questionnaire
            yield maker.of("device")
    if any(maker.has_private_spaces() for maker in made) and "sign.headline.private" in pack.words:
        yield made[0].private()


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
class _Maker:
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
        if kind not in CHOICES or self._ways():
            return None
        reasons: dict[State | None, type[FacewiseError]] = {
            None: StateRuleError,
            State.GAP: NoOtherWayError,
            State.UNKNOWN: WayNotKnownError,
            State.UNANSWERED: WayNotKnownError,
        }
        return reasons.get(self._state(_REAL), WaysNotNamedError)

    def _sign(self, kind: Kind) -> Sign:
        face = (Way("face", self.pack.words["sign.face"]),) if kind in CHOICES else ()
        bare = Sign(
            **self._known(kind, f"{_SERIES[kind]}-{self.position:02}"),
            facts=self._facts(),
            ways=(*self._ways(), *face),
            lead=self._lead(kind),
            sentences=tuple(self.pack.words[f"sign.{key}"] for key in self._sentences(kind)),
        )
        return replace(bare, use=self.use.id, notice=notice_of(self.pack, self.answers, bare))

    def private(self) -> Sign:
        """Return the sign that nothing may be installed in here, one for all private spaces of a site."""
        facts = tuple(fact for fact in self._facts() if fact.id in ("business", "phone"))
        said = (self.pack.words["sign.private"],)
        return Sign(**self._known("private", "N-01"), facts=facts, ways=(), lead=None, sentences=said)

    def has_private_spaces(self) -> bool:
        """Return whether the public comes here, so that there are rooms such as toilets."""
        return self._answer(_PLACE) in _PUBLIC or self.use.kind in _ROOMS

    def _known(self, kind: Kind, number: str) -> dict[str, Any]:
        """What does not depend on which ways work."""
        words, on = self.pack.words, self.answers.on
        sample = self.answers.sample
        named = {"recognition_area": "area", "device": "device", "private": "private"}
        return {
            "kind": kind,
            "use": "",
            "number": number,
            "on": on,
            "title": words[f"sign.title.{kind}"].format(number=number, place=self.answers.business.site),
            "headline": words[f"sign.headline.{named.get(kind, self.use.kind)}"],
            "ways_label": words["sign.ways"],
            "notice": None,
            "article": self.pack.law[f"{self.pack.id}.{_ARTICLES[kind]}"].reference,
            "numbered": words["sign.number"].format(number=number, date=on.isoformat()),
            "sample": words["sign.sample"] if sample else None,
            "watermark": words["report.sample.mark"] if sample else None,
        }

    def _facts(self) -> tuple[Fact, ...]:
        words, business = self.pack.words, self.answers.business
        both = words["sign.place.value"].format(place=business.site, use=self.use.name)
        return (
            Fact("purpose", words["sign.purpose"], self.pack.purposes[self.use.kind]),
            Fact("business", words["sign.business"], business.name),
            Fact("place", words["sign.place"], both if self.use.name else business.site),
            Fact("phone", words["sign.phone"], business.phone),
        )

    def _ways(self) -> tuple[Way, ...]:
        """The ways that the answers say work, in the order given."""
        if self._state(_REAL) not in (State.MET, State.PARTLY):
            return ()
        return tuple(
            Way(way, self.pack.ways[way]) for way in dict.fromkeys(self.use.ways) if way in self.pack.ways
        )

    def _lead(self, kind: Kind) -> Text | None:
        if kind not in CHOICES or self._state(_EQUAL) is not State.MET:
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
        if kind in CHOICES and self._state(_CONSENT) is State.MET:
            yield "consent"
        if kind == "payment" and self._answer(_DECIDES) == self._answer(_STORED) == "payment_company":
            yield "till"
        if kind == "payment" and self._state(_NO_COPIES) is State.MET:
            yield "keeps_none"

    def _state(self, code: str) -> State | None:
        found = (f for f in self.assessment.findings if f.question.code == code and f.use == self.use.id)
        return next((finding.state for finding in found), None)

    def _answer(self, code: str) -> object:
        question = self.pack.question(code)
        return self.answers.get(question.id, self.use.id).value if question else None

    def _named(self) -> Text:
        purpose = self.pack.purposes[self.use.kind]
        return Text(self.use.name, self.use.name) if self.use.name else purpose
