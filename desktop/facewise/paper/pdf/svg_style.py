"""How the shapes of an SVG look: what attributes, classes and inheritance say of fill and line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

Classes = dict[str, dict[str, str]]

_INHERITED = ("fill", "stroke", "stroke-width", "fill-rule", "color", "visibility")
_OWN = ("opacity", "fill-opacity", "stroke-opacity", "display", "clip-path", "mask", "filter")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def rules(sheet: str) -> Classes:
    """Return what a style sheet says of classes and elements; other selectors say nothing of ours."""
    found: Classes = {}
    for selectors, body in _RULE.findall(_REMARK.sub("", sheet)):
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(_declared(body))
    return found


def _declared(body: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for an element; `shade` is how much of the colours the opacities leave."""

    said: tuple[tuple[str, str], ...] = ()
    shade: float = 1.0

    def over(self, attributes: Mapping[str, str], classes: Classes) -> "Style":
        """Return what holds for an element inside."""
        said = {name: value for name, value in self.said if name in _INHERITED}
        own = {name: value for name, value in attributes.items() if name in (*_INHERITED, *_OWN)}
        for name in attributes.get("class", "").split():
            own |= classes.get(f".{name}", {})
        own |= _declared(attributes.get("style", ""))
        return Style(tuple((said | own).items()), self.shade * _part(own.get("opacity", "1")))

    def get(self, name: str, otherwise: str) -> str:
        """Return what is said of a property."""
        return dict(self.said).get(name, otherwise)

    def refers(self, name: str) -> bool:
        """Return whether a property leads to something else in the file."""
        return self.get(name, "none") not in ("none", "")

    @property
    def hidden(self) -> bool:
        """Return whether nothing of it shows."""
        return self.get("display", "") == "none" or self.get("visibility", "") in ("hidden", "collapse")

    def colour(self, name: str, otherwise: str) -> str:
        """Return a colour as #RRGGBB on white, "" for none, "url" for a gradient; ValueError otherwise."""
        written = self.get(name, otherwise)
        if written.startswith("url"):
            return "url"
        if written in ("none", "transparent"):
            return ""
        if written.lower() == "currentcolor":
            written = self.get("color", "black")
        from PIL import ImageColor

        red, green, blue, *alpha = ImageColor.getrgb(written)
        shade = self.shade * _part(self.get(f"{name}-opacity", "1")) * (alpha[0] / 255 if alpha else 1)
        return "#" + "".join(f"{round(255 - (255 - each) * shade):02X}" for each in (red, green, blue))


UNSET = Style()


def _part(written: str) -> float:
    value = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    return min(max(value, 0.0), 1.0)
