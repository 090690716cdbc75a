"""The structure tree while it grows: nodes, and what of the pages belongs to them (ISO 32000-1, 14.7)."""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from facewise.i18n import Language

Role: TypeAlias = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "P", "Span", "Link", "BlockQuote", "L", "LI", "Lbl", "LBody",
    "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Form",
]  # fmt: skip


class Marked(NamedTuple):
    """A marked stretch of a page's content."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation on a page, by reportlab's reference to it."""

    page: int
    target: Any


@dataclass(slots=True, eq=False)
class Node:
    """A node of the structure tree; it joins its parent when it is first drawn.

    `attributes` is a PDF attribute dictionary, `alt` speaks for a figure; `reference` is how a file refers to
    the node, once it has a number there.
    """

    role: Role
    parent: "Node | None" = None
    language: Language | None = None
    alt: str = ""
    attributes: bytes = b""
    kids: "list[Node | Marked | Annotated]" = field(default_factory=list)
    joined: bool = False
    reference: str = ""

    def join(self) -> None:
        """Take one's place under the parent, which takes its own first."""
        if not self.joined:
            self.joined = True
            if self.parent is not None:
                self.parent.join()
                self.parent.kids.append(self)
