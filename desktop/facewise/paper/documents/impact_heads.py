"""The four heads of an impact assessment: how the answers stand under each, and what the assessor writes."""

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import listed
from facewise.paper.documents.model import Fact, Facts, Framed, Part, Section, Ticks, Value
from facewise.paper.documents.shared import hint
from facewise.paper.documents.standing import lacking, standings

_LAWFUL = ("D8", "C1", "C2", "C5", "C6", "C8", "E1")
_LEGITIMATE = ("A1", "A3", "H2", "H6", "D5")
_NECESSARY = ("A2", "A4", "D1", "F5", "F6", "L5")
_INFORMED = ("B1", "B2", "B3", "B4", "B5", "B6", "D6", "H3")
_FREE = ("D2", "D3", "D4", "D7", "J5", "L7", "C3", "C4", "C7")
_EXPOSED = ("E2", "E3", "E4", "H1", "H4", "I10", "L6", "L1", "L2")
_LEAKED = ("F1", "F2", "F3", "F4", "F8", "I9")
_LOST = ("G5", "I4")
_ABUSED = ("F7", "J2", "J3", "J4")
_TECHNICAL = ("I1", "I2", "I3", "I5", "I6")
_MANAGED = ("I7", "I8", "J1", "L3", "L4", "K1", "H5")

_HEADS: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    ("lawful", (("basis", _LAWFUL), ("purpose", _LEGITIMATE), ("need", _NECESSARY))),
    ("rights", (("informed", _INFORMED), ("free", _FREE), ("exposed", _EXPOSED))),
    ("risk", (("leaked", _LEAKED), ("lost", _LOST), ("abused", _ABUSED))),
    ("measures", (("technical", _TECHNICAL), ("managed", _MANAGED))),
)
CODES = frozenset(code for _head, groups in _HEADS for _group, codes in groups for code in codes)
"""The questions whose answers an impact assessment prints."""


def heads(case: Case) -> tuple[Section, ...]:
    """Return the four heads, each with its groups of answers and room for the assessor's own judgement."""
    return tuple(
        Section(case.word(f"impact.{key}"), _head(case, key, groups), case.word(f"number.{number}"))
        for number, (key, groups) in enumerate(_HEADS, 1)
    )


def _head(case: Case, key: str, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Part, ...]:
    parts = tuple(
        Section(case.word(f"impact.{group}"), inner)
        for group, codes in groups
        if (inner := (*standings(case, codes), *_rating(case, key)))
    )
    codes = tuple(code for _group, every in groups for code in every)
    return (*_own(case, key), *parts, _verdict(case, key, codes))


def _own(case: Case, key: str) -> tuple[Part, ...]:
    """What no answer gives and the assessor writes: why faces are needed, whom it touches, what harm."""
    values: dict[str, dict[str, Value]] = {
        "lawful": {
            "why.need": hint(case, "why.need.hint", 2),
            "ways.other": _others(case),
        },
        "rights": {
            "impact.harm": case.word("impact.harm.value"),
            "impact.whom": hint(case, "impact.whom.hint"),
        },
        "risk": {"impact.follows": hint(case, "impact.follows.hint", 2)},
        "measures": {},
    }
    facts = tuple(Fact(case.word(name), value) for name, value in values[key].items())
    return (Facts(facts),) if facts else ()


def _others(case: Case) -> Value:
    """The ways without a face that work here, and why they are not enough, which no answer says."""
    known = (listed(words for _way, words in case.ways),) if case.ways else ()
    return (*known, hint(case, "impact.ways.hint"))


def _rating(case: Case, key: str) -> tuple[Part, ...]:
    """How likely a risk is and how grave, for the assessor to tick."""
    if key != "risk":
        return ()
    return tuple(Ticks(_grades(case), case.word(f"impact.{asked}")) for asked in ("likely", "grave"))


def _grades(case: Case) -> tuple[Text, ...]:
    return tuple(case.word(f"impact.grade.{grade}") for grade in ("low", "middle", "high"))


def _verdict(case: Case, key: str, codes: tuple[str, ...]) -> Framed:
    """What is open by the answers under this head, the assessor's own words, and the answer to tick."""
    left = lacking(case, codes)
    said = case.word("impact.left.value", codes=" ".join(left)) if left else case.word("impact.left.none")
    judged = Fact(case.word("impact.judged"), hint(case, f"impact.{key}.hint", 2))
    return Framed((Facts((Fact(case.word("impact.left"), said), judged)), _concluded(case, key)))


def _concluded(case: Case, key: str) -> Ticks:
    """The assessor's answer to the question that a head asks; how great the risk is, where it asks none."""
    if key == "risk":
        return Ticks(_grades(case), case.word("impact.verdict.risk"))
    answers = tuple(case.word(f"impact.verdict.{answer}") for answer in ("yes", "partly", "no"))
    return Ticks(answers, case.word("impact.verdict"))
