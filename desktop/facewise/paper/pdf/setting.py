"""How blocks become pieces: the measure, edition and place in the tree they are set in."""

from collections.abc import Sequence
from functools import lru_cache, singledispatch
from typing import NamedTuple

from facewise.i18n import Edition, Language
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import Block
from facewise.paper.pdf.boxes import Box, Lines, Padded, Stack, stack
from facewise.paper.pdf.flow import Piece
from facewise.paper.pdf.nodes import Node, Role
from facewise.paper.pdf.style import Type, Use
from facewise.paper.pdf.typeset import Paragraph, Voice, plain, set_lines
from facewise.paper.pdf.words import PageNumbers, Spoken, Words, bilingual, empty, paged, speak


class Side(NamedTuple):
    """A column of one language: its distance from the left and its width in points."""

    language: Language
    x: float
    width: float


class Setting(NamedTuple):
    """Where blocks are set: edition, width in points, parent node, page numbers, language of the file."""

    edition: Edition
    width: float
    parent: Node
    numbers: PageNumbers
    main: Language

    def within(self, width: float) -> "Setting":
        """Return the same setting at another width."""
        return Setting(self.edition, width, self.parent, self.numbers, self.main)

    def under(self, parent: Node) -> "Setting":
        """Return the same setting under another node."""
        return Setting(self.edition, self.width, parent, self.numbers, self.main)

    def facing(self, words: Words) -> bool:
        """Return whether words stand side by side."""
        return self.edition == "both" and bilingual(words)

    def sides(self) -> tuple[Side, Side]:
        """Return the two columns of a text that faces its translation."""
        half = (self.width - style.GAP) / 2
        return Side("zh", 0, half), Side("en", half + style.GAP, half)

    def node(self, role: Role, language: Language | None = None, attributes: bytes = b"") -> Node:
        """Return a new node here; its language is stated where it is not the file's."""
        return Node(
            role, self.parent, language if language and language != self.main else None, "", attributes
        )

    def lines(
        self, words: Words, use: Use | Type, width: float, node: Node, language: Language | None = None
    ) -> Lines:
        """Return words in one language, the main one unless stated, as lines of a node."""
        own = language or self.main
        kind = use[own] if isinstance(use, Use) else use
        if not paged(words):
            return self._voiced(_known(words, own, kind, self.main, width), width, node)
        return self._set(speak(words, own, kind, self.main, self.numbers), kind, width, node)

    def _set(self, runs: tuple[Spoken, ...], kind: Type, width: float, node: Node) -> Lines:
        lines = self._voiced(set_lines(runs, kind, width), width, node)
        lines.numbers = self.numbers if any(run.page for run in runs) else None
        return lines

    def _voiced(self, text: Paragraph, width: float, node: Node) -> Lines:
        return Lines(text, width, Voice(node, self._spoken_at(node)))

    def _spoken_at(self, node: Node | None) -> Language:
        while node is not None:
            if node.language:
                return node.language
            node = node.parent
        return self.main

    def stacked(self, words: Words, use: Use, width: float, node: Node, second: Use | None = None) -> Box:
        """Return words in the edition's language or, with both, the English under the Chinese, each a P."""
        if not self.facing(words):
            return self.lines(words, use, width, node)
        boxes = []
        for language in ("zh", "en"):
            if not empty(words, language):
                child = Node("P", node, language if language != self.main else None)
                boxes.append(
                    self.lines(words, second if second and language == "en" else use, width, child, language)
                )
        return stack(boxes)

    def titled(self, words: Words, use: Use, width: float, node: Node, after: str = "　") -> Lines:
        """Return a title as lines; with both languages the English follows on the line, lighter."""
        if not self.facing(words):
            return self.lines(words, use, width, node)
        lighter = use.but(weight="regular", colour=style.SUB)
        runs = speak(words, "zh", use.zh, self.main, self.numbers)
        runs += (Spoken(after, use.zh, self.main), *speak(words, "en", lighter.en, self.main, self.numbers))
        return self._set(runs, use.zh, width, node)

    def plain(self, words: Words) -> str:
        """Return what words say, for bookmarks and alternative texts, where no page number is known."""
        languages: Sequence[Language] = ("zh", "en") if self.facing(words) else (self.main,)
        kind = style.BODY.zh
        said = (plain(speak(words, language, kind, self.main, self.numbers)) for language in languages)
        return " ".join(filter(None, said)).replace("\n", " ")


@lru_cache(4096)
def _known(words: Words, language: Language, kind: Type, main: Language, width: float) -> Paragraph:
    """Words without page numbers as lines, kept: most of what one report says comes back in the next."""
    return set_lines(speak(words, language, kind, main, PageNumbers()), kind, width)


@singledispatch
def build(block: Block, setting: Setting) -> list[Piece]:
    """Return a block as pieces of the flow."""
    raise TypeError(type(block).__name__, setting)


def build_all(blocks: Sequence[Block], setting: Setting) -> list[Piece]:
    """Return blocks as pieces, one after the other."""
    return [piece for block in blocks for piece in build(block, setting)]


def as_box(blocks: Sequence[Block], setting: Setting) -> Box:
    """Return blocks as one box that stays whole or divides between them."""
    boxes: list[Box] = []
    for piece in build_all(blocks, setting):
        boxes.append(_spaced(piece, first=not boxes))
    return Stack(tuple(boxes))


def _spaced(piece: Piece, *, first: bool) -> Box:
    return Padded(piece.box, above=0 if first else piece.before, left=piece.x)
