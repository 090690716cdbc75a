"""What a block says: words in one language or in both, with stress, links and page numbers in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from facewise.i18n import Edition, Language, Text
from facewise.paper.pdf.font import clean
from facewise.paper.pdf.style import Type, Weight


@dataclass(frozen=True, slots=True)
class Run:
    """Words that differ from those around them: in weight, colour, language, or as a link."""

    text: str | Text
    weight: Weight | None = None
    colour: str | None = None
    language: Language | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which the block with this anchor begins; without an anchor, of all pages."""

    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageHere:
    """The number of the page on which this stands; known in page furniture only."""


_NUMBERS = (PageOf, PageHere)  # a tuple, as a union is made anew each time it is asked for

Inline: TypeAlias = str | Text | Run | PageOf | PageHere
Words: TypeAlias = Inline | tuple[Inline, ...]


class Spoken(NamedTuple):
    """A run of cleaned text, ready to be measured: its type, its language, its link."""

    text: str
    type: Type
    language: Language
    link: str = ""
    page: PageOf | None = None
    """The page whose number stands here, while `text` only keeps its place."""


@dataclass(slots=True)
class PageNumbers:
    """The page of each anchor, "" for the number of pages; `known` once the pages are made.

    Until then a number keeps the place of so many `digits`.
    """

    digits: int = 2
    here: int = 0
    known: Mapping[str, int] = field(default_factory=dict)

    def on(self, page: int) -> "PageNumbers":
        """Return the same numbers as seen from a page."""
        return PageNumbers(self.digits, page, self.known)

    def of(self, where: PageOf | PageHere) -> str:
        """Return a page number as it is printed, or as many digits as it may have."""
        if not self.known:
            return "0" * self.digits
        return str(self.here if isinstance(where, PageHere) else self.known.get(where.anchor, 0))


def bilingual(words: Words) -> bool:
    """Return whether words come in both languages; what reads the same in both is said once."""
    if isinstance(words, tuple):
        return any(map(bilingual, words))
    text = words.text if isinstance(words, Run) else words
    return isinstance(text, Text) and text.zh != text.en


def paged(words: Words) -> bool:
    """Return whether there is a page number in words."""
    if isinstance(words, tuple):
        return any(map(paged, words))
    return isinstance(words, _NUMBERS)


def inlines(words: Words) -> tuple[Inline, ...]:
    """Return words as the tuple of what they consist of."""
    return words if isinstance(words, tuple) else (words,)


def joined(*many: Words) -> Words:
    """Return words one after the other."""
    return tuple(inline for words in many for inline in inlines(words))


def empty(words: Words, language: Language) -> bool:
    """Return whether nothing would be said in a language."""
    if isinstance(words, tuple):
        return all(empty(inline, language) for inline in words)
    return not _said(words, language)


def main_language(edition: Edition) -> Language:
    """Return the language of what comes in one language only, and of the file."""
    return "en" if edition == "en" else "zh"


def speak(
    words: Words, language: Language, own: Type, main: Language, pages: PageNumbers
) -> tuple[Spoken, ...]:
    """Return words in one language as runs; a plain `str` is in the main language of the document."""
    runs = [_spoken(inline, language, own, main, pages) for inline in inlines(words)]
    return tuple([run for run in runs if run.text])


def _spoken(inline: Inline, language: Language, own: Type, main: Language, pages: PageNumbers) -> Spoken:
    if isinstance(inline, _NUMBERS):
        asked = None if pages.known or isinstance(inline, PageHere) else inline
        return Spoken(pages.of(inline), own, language, page=asked)
    text = clean(_said(inline, language))
    if isinstance(inline, Run):
        kind = own.but(weight=inline.weight, colour=inline.colour)
        return Spoken(text, kind, inline.language or _language(inline.text, language, main), inline.link)
    return Spoken(text, own, _language(inline, language, main))


def _language(text: str | Text, language: Language, main: Language) -> Language:
    """A plain text is in the main language, but hanzi are Chinese in an English document too."""
    if isinstance(text, Text):
        return language
    return "zh" if main == "zh" or any("\u3400" <= character <= "\u9fff" for character in text) else "en"


def _said(inline: Inline, language: Language) -> str:
    if isinstance(inline, _NUMBERS):
        return "0"
    text = inline.text if isinstance(inline, Run) else inline
    return text[language] if isinstance(text, Text) else text
