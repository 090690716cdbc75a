"""How a sign is to look, and what its user says otherwise on it; what is left out that must be told."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from facewise.errors import FacewiseError
from facewise.i18n import Edition, Text
from facewise.paper.sign_errors import (
    CodeLeftOutError,
    EnglishAloneError,
    FaceNotSaidError,
    ForbiddenNotSaidError,
    OperatorLeftOutError,
    PhoneLeftOutError,
    PurposeLeftOutError,
    WaysLeftOutError,
)
from facewise.paper.sign_model import CHOICES, Kind, Sign

if TYPE_CHECKING:
    from facewise.content.pack import Pack  # not loaded for the options of the command line

Size: TypeAlias = Literal["A3", "A4", "A5", "sticker"]
ColourName: TypeAlias = Literal["blue", "rust", "black", "amber"]
Item: TypeAlias = Literal["headline", "purpose", "business", "place", "phone", "ways", "promise", "code"]
Typed: TypeAlias = Literal["headline", "purpose", "note"]

SIZES: tuple[Size, ...] = get_args(Size)
COLOUR_NAMES: tuple[ColourName, ...] = get_args(ColourName)
TYPED: tuple[Typed, ...] = get_args(Typed)
_FACTS: tuple[Item, ...] = ("purpose", "business", "place", "phone")
_NOTHING = Text("", "")
_SIGN_WANTED = ("frt.13.1", "pipl.26")
_WANTED: dict[Item, tuple[type[FacewiseError], str]] = {
    "purpose": (PurposeLeftOutError, "frt.5.1"),
    "business": (OperatorLeftOutError, "frt.5.1"),
    "phone": (PhoneLeftOutError, "frt.5.1"),
    "ways": (WaysLeftOutError, "frt.10.1"),
    "code": (CodeLeftOutError, "frt.5.1"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words typed in place of the standard ones; a language left blank keeps the standard words."""

    item: Typed
    words: Text


@dataclass(frozen=True, slots=True)
class Design:
    """How a sign is to look; `logo` is the file as it was given, `bleed` is for a print shop."""

    size: Size = "A4"
    landscape: bool = False
    edition: Edition = "both"
    colour: ColourName = "blue"
    bleed: bool = False
    logo: bytes = b""
    words: tuple[Wording, ...] = ()
    without: frozenset[Item] = frozenset()

    def typed(self, item: Typed) -> Text:
        """Return what was typed for an item; blank where the standard words stay."""
        return next((each.words for each in self.words if each.item == item), _NOTHING)

    def typing(self, item: Typed, words: Text) -> "Design":
        """Return the design with other words for an item."""
        others = tuple(each for each in self.words if each.item != item)
        return replace(self, words=(*others, Wording(item, words)) if words != _NOTHING else others)

    def showing(self, item: Item, *, on: bool) -> "Design":
        """Return the design with an item, or without."""
        return replace(self, without=self.without - {item} if on else self.without | {item})


def default_size(kind: Kind) -> Size:
    """Return the size a sign has unless another is chosen."""
    return "sticker" if kind == "device" else "A4"


def default_design(kind: Kind, edition: Edition = "both") -> Design:
    """Return the design of a sign that nobody designed."""
    return Design(size=default_size(kind), edition=edition)


def items(sign: Sign, size: Size) -> tuple[Item, ...]:
    """Return what can be taken off a sign; its headline stays, and so do the ways where one chooses."""
    choice, small = sign.kind in CHOICES, size == "sticker"  # neither has room for the purpose
    facts: tuple[Item, ...] = ("business", "phone") if small else _FACTS
    found = [item for item in facts if sign.fact(item) and not (choice and item == "purpose")]
    if sign.ways and not choice:
        found.append("ways")
    if _promises(sign, size):
        found.append("promise")
    return (*found, "code") if sign.notice and not small else tuple(found)


def _promises(sign: Sign, size: Size) -> bool:
    """Whether a sign of this size has room for what is promised beside the ways."""
    return bool(sign.lead or sign.sentences) and (size != "sticker" or not sign.ways)


def worded(sign: Sign, design: Design) -> Sign:
    """Return a sign as the design words it, without what the design leaves out."""
    shown = set(items(sign, design.size)) - design.without
    note, purpose = design.typed("note"), design.typed("purpose")
    facts = [replace(f, value=_over(f.value, purpose)) if f.id == "purpose" else f for f in sign.facts]
    promise = "promise" in shown
    return replace(
        sign,
        headline=_over(sign.headline, _with_bars(design.typed("headline"))),
        facts=tuple(fact for fact in facts if fact.id in shown),
        ways=sign.ways if sign.kind in CHOICES or "ways" in shown else (),
        lead=sign.lead if promise else None,
        sentences=(*(sign.sentences if promise else ()), *((note,) if note.zh or note.en else ())),
        notice=sign.notice if "code" in shown else None,
    )


def left_out(pack: "Pack", sign: Sign, design: Design) -> tuple[FacewiseError, ...]:
    """Return what the law wants told and a design no longer tells, each with its article; `sign` as made."""
    private, found = sign.kind == "private", list[tuple[type[FacewiseError], tuple[str, ...]]]()
    if not _says_what_it_is(worded(sign, design)):
        found.append((ForbiddenNotSaidError, ("frt.13.2",)) if private else (FaceNotSaidError, _SIGN_WANTED))
    if not private:
        gone = design.without & set(items(sign, design.size))
        found += [(why, (cite,)) for item, (why, cite) in _WANTED.items() if item in gone]
        found += [(EnglishAloneError, ("frt.5.1",))] if design.edition == "en" else []
    return tuple(why(article=_articles(pack, cites)) for why, cites in found)


def item_of(error: FacewiseError) -> Item | None:
    """Return the part of a sign that an error of `left_out` is about; None for the sign as a whole."""
    found = {type(error): item for item, (why, _cite) in _WANTED.items() if isinstance(error, why)}
    if isinstance(error, FaceNotSaidError | ForbiddenNotSaidError):
        return "headline"
    return found.get(type(error))


def _articles(pack: "Pack", cites: tuple[str, ...]) -> Text:
    found = [pack.law[cite].short for cite in cites]
    return Text("、".join(text.zh for text in found), ", ".join(text.en for text in found))


def _says_what_it_is(sign: Sign) -> bool:
    """Whether the headline still says what the article asks for; on signs of ways the tiles say it."""
    zh, en = sign.headline.zh.replace("|", ""), sign.headline.en.replace("|", " ").lower()
    if sign.kind in CHOICES:
        return True
    face = any(word in zh for word in ("人脸", "刷脸", "面部")) and ("face" in en or "facial" in en)
    if sign.kind != "private":
        return face
    forbidden = any(word in zh for word in ("不得", "不能", "禁止", "不许", "不准", "严禁"))
    return face and forbidden and any(word in en for word in ("no ", "not ", "forbidden", "prohibited"))


def _over(standard: Text | str, typed: Text) -> Text:
    if isinstance(standard, str):
        standard = Text(standard, standard)
    return Text(typed.zh or standard.zh, typed.en or standard.en)


def _with_bars(words: Text) -> Text:
    """A line break that was typed is the only place where the line may break."""
    return Text(*("|".join(filter(None, map(str.strip, side.splitlines()))) for side in (words.zh, words.en)))
