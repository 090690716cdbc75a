"""What a paper is written from: questionnaire, answers, what follows from them, and one use or the site."""

import datetime as dt
from dataclasses import dataclass, replace

from facewise.assessment.answers import UNANSWERED, Answer, Answers, Business, Use, Value
from facewise.assessment.result import Assessment, Finding, State
from facewise.content.pack import Pack, Provision
from facewise.i18n import Text

OUTSIDE = "research"
"""The outcome in which the Measures do not apply and only other law is named."""

_BY_CONSENT = ("consent", "law_unnamed", "unsure")
_CHILDREN = ("yes", "only", "unsure")


@dataclass(frozen=True, slots=True)
class Case:
    """One use of a site (`position` counts from 1), or the whole site where `use` is None.

    `content_hash` is the SHA-256 of the questionnaire; `made` has a zone.
    """

    pack: Pack
    content_hash: str
    answers: Answers
    assessment: Assessment
    made: dt.datetime
    use: Use | None = None
    position: int = 0

    @property
    def uses(self) -> "tuple[Case, ...]":
        """Return the case of each use."""
        return tuple(
            replace(self, use=use, position=number) for number, use in enumerate(self.answers.uses, 1)
        )

    @property
    def business(self) -> Business:
        """Return who fills in; what is blank there is ruled on paper."""
        return self.answers.business

    @property
    def outcome(self) -> str:
        """Return the id of the outcome without a grade, "" where there is a grade."""
        return self.assessment.outcome.id if self.assessment.outcome else ""

    def word(self, key: str, **fields: object) -> Text:
        """Return words of the papers, their fields filled in; KeyError if there are none."""
        text = self.pack.words[f"paper.{key}"]
        return text.format(**fields) if fields else text

    def law(self, *cites: str) -> tuple[Provision, ...]:
        """Return those of some provisions that bind here: not the Measures where they do not apply."""
        own = f"{self.pack.id}." if self.outcome == OUTSIDE else "none"
        known = (cite for cite in cites if cite in self.pack.law and not cite.startswith(own))
        return tuple(self.pack.law[cite] for cite in known)

    def value(self, code: str) -> Value | None:
        """Return the answer to a question by its short code, of this use or of the site."""
        return self.answer(code).value

    def answer(self, code: str) -> Answer:
        """Return what was answered to a question by its short code, empty if nothing was."""
        question = self.pack.question(code)
        if question is None:
            return UNANSWERED
        ours = self.use.id if self.use and question.scope == "use" else None
        return self.answers.get(question.id, ours)

    def finding(self, code: str) -> Finding | None:
        """Return how a question stands here, None where it is not asked."""
        mine = self.use.id if self.use else None
        found = (f for f in self.assessment.findings if f.question.code == code and f.use in (mine, None))
        return next(found, None)

    def state(self, code: str) -> State | None:
        """Return the state of a question, None where it is not asked."""
        found = self.finding(code)
        return found.state if found else None

    def ruled_out(self, code: str) -> bool:
        """Return whether a question is surely not asked here, so not where it may still be asked."""
        mine = (None, self.use.id if self.use else None)
        return any(one.question.code == code and one.use in mine for one in self.assessment.not_asked)

    def met(self, code: str) -> bool:
        """Return whether the answers say that something is done."""
        return self.state(code) is State.MET

    @property
    def purpose(self) -> Text:
        """Return what faces are used for here: 住户出入验证."""
        return self.pack.purposes[self.use.kind if self.use else "other"]

    @property
    def named(self) -> Text:
        """Return what the business calls this use, else its purpose."""
        own = self.use.name if self.use else ""
        return Text(own, own) if own else self.purpose

    @property
    def place(self) -> Text:
        """Return the site and, where it has a name, the use: 滨江花园 北门和东门; may be empty."""
        both = " ".join(filter(None, (self.business.site, self.use.name if self.use else "")))
        return Text(both, both)

    @property
    def ways(self) -> tuple[tuple[str, Text], ...]:
        """Return the other ways that the answers say work, in the order given: (id, words)."""
        if self.use is None or self.state("D1") not in (State.MET, State.PARTLY):
            return ()
        known = (way for way in dict.fromkeys(self.use.ways) if way in self.pack.ways)
        return tuple((way, self.pack.ways[way]) for way in known)

    @property
    def by_consent(self) -> bool:
        """Return whether faces are processed here because people consent (set CONS of the questionnaire)."""
        return self.value("S7") in _BY_CONSENT

    @property
    def children(self) -> bool:
        """Return whether faces of children under 14 may be taken here."""
        return self.value("S8") in _CHILDREN

    @property
    def leaves_the_device(self) -> bool:
        """Return whether faces are or may be kept elsewhere or sent over the internet (article 8)."""
        inside = self.value("S9") == "device" and self.value("F1") in (None, "yes")
        return not (inside and self.value("S10") == "no")

    @property
    def till(self) -> bool:
        """Return whether the payment company decides and keeps, so that its duties are not the shop's."""
        return self.value("S3") == self.value("S9") == "payment_company"

    @property
    def private(self) -> bool:
        """Return whether the device is inside a private space, where none may be."""
        return self.value("S6") == "private"
