"""The words of the sign studio: what its choices are called, and from how far a sign is read."""

from facewise.i18n import _, current
from facewise.paper.design import SIZES, Item, Size, Typed
from facewise.paper.legibility import Readable
from facewise.paper.sign_colours import COLOURS
from facewise.paper.sign_model import Kind

FAR, NEAR = 3.0, 1.5
"""The metres from which a sign at an entrance should be read, and a sticker on a device."""


def sign_words(kind: Kind) -> str:
    """Return what a sign is called in the list."""
    return {
        "recognition_area": _("Recognition area"),
        "entry": _("Choose your way in"),
        "payment": _("Choose how to pay"),
        "device": _("Device sticker"),
        "private": _("Private spaces"),
    }[kind]


def size_words() -> dict[str, str]:
    """Return the sizes with their words."""
    return {**{size: size for size in SIZES}, "sticker": _("100 mm")}


def side_words() -> dict[str, str]:
    """Return upright and across with their words."""
    return {"upright": _("Upright"), "across": _("Across")}


def colour_words() -> dict[str, str]:
    """Return the colours with their words."""
    return {name: colour.words[current()] for name, colour in COLOURS.items()}


def typed_words(item: Typed, language: str) -> str:
    """Return the label of a field for words that are typed."""
    words = {
        ("headline", "zh"): _("Headline"),
        ("headline", "en"): _("Headline, English"),
        ("purpose", "zh"): _("Purpose"),
        ("purpose", "en"): _("Purpose, English"),
        ("note", "zh"): _("A sentence of your own"),
        ("note", "en"): _("A sentence of your own, English"),
    }
    return words[item, language]


def item_words() -> dict[Item, str]:
    """Return what can be taken off a sign, in words."""
    return {
        "purpose": _("Purpose"),
        "business": _("Managed by"),
        "place": _("Place"),
        "phone": _("Telephone"),
        "ways": _("Other ways"),
        "promise": _("What is promised"),
        "code": _("QR code to the notice"),
    }


def headline_words(found: Readable) -> str:
    """Return the sentence that says from how far the headline is read."""
    return _("Readable from {metres} m").format(metres=_metres(found.metres))


def reads_far(found: Readable, size: Size) -> bool:
    """Return whether the headline is read from as far as its size of sign is meant for."""
    return found.metres >= (NEAR if size == "sticker" else FAR)


def height_words(found: Readable, size: Size) -> str:
    """Return how high the letters of the headline are, and what that is good for."""
    height = _("headline letters {height} mm high").format(height=f"{found.height:.1f}")
    if reads_far(found, size):
        return height
    return _("{height}; at an entrance, use a larger size").format(height=height)


def nearer_words(found: tuple[Readable, ...]) -> str:
    """Return from how far the other parts are read."""
    names = {"ways": _("The ways"), "facts": _("name and telephone")}
    parts = [
        _("{part} from {metres} m").format(part=names[each.role], metres=_metres(each.metres))
        for each in found
        if each.role in names
    ]
    return _("; ").join(parts)


def _metres(metres: float) -> str:
    return f"{metres:.1f}".removesuffix(".0")
