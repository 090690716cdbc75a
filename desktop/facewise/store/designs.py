"""How the signs of a site were designed, kept in its file: colour and logo for all, the rest sign by sign."""

from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from facewise.assessment.answers import Note
from facewise.content.canonical import canonical, sha256
from facewise.errors import FacewiseError
from facewise.i18n import Edition, Text
from facewise.paper.design import ColourName, Design, Item, Size, Typed, default_design
from facewise.paper.sign_model import Kind
from facewise.store.site_file import SiteFile

_FILE = "designs.json"


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Words(_Kept):
    zh: Note = ""
    en: Note = ""


class _Sign(_Kept):
    size: Size
    landscape: bool = False
    edition: Edition = "both"
    bleed: bool = False
    words: dict[Typed, _Words] = Field(default_factory=dict)
    without: tuple[Item, ...] = ()


class _Studio(_Kept):
    colour: ColourName = "blue"
    logo: str = ""
    signs: dict[str, _Sign] = Field(default_factory=dict)


def design_of(site: SiteFile, key: str, kind: Kind) -> Design:
    """Return how a sign was designed, by the key of the sign; as nobody did where nothing is kept."""
    kept = _read(site)
    sign = kept.signs.get(key)
    standard = replace(default_design(kind), colour=kept.colour, logo=site.studio.get(kept.logo, b""))
    if sign is None:
        return standard
    design = replace(
        standard,
        size=sign.size,
        landscape=sign.landscape,
        edition=sign.edition,
        bleed=sign.bleed,
        without=frozenset(sign.without),
    )
    for item, words in sign.words.items():
        design = design.typing(item, Text(words.zh, words.en))
    return design


def keeping(site: SiteFile, key: str, design: Design) -> SiteFile:
    """Return the site with a sign's design, whose colour and logo hold for all its signs."""
    logo = sha256(design.logo) if design.logo else ""
    sign = _Sign(
        size=design.size,
        landscape=design.landscape,
        edition=design.edition,
        bleed=design.bleed,
        words={each.item: _Words(zh=each.words.zh, en=each.words.en) for each in design.words},
        without=tuple(sorted(design.without)),
    )
    kept = _Studio(colour=design.colour, logo=logo, signs={**_read(site).signs, key: sign})
    files = {_FILE: canonical(kept.model_dump(mode="json"))}
    return replace(site, studio={**files, logo: design.logo} if logo else files)


def _read(site: SiteFile) -> _Studio:
    """What cannot be read is as if nobody had designed anything: signs can be designed again."""
    try:
        return _Studio.model_validate_json(site.studio.get(_FILE, b"{}"))
    except (ValidationError, FacewiseError):
        return _Studio()
