"""An instrument of law as it is written down: names, dates, and articles with paragraphs and items."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from facewise.content.mistakes import ContentError, Fault
from facewise.content.numerals import from_hanzi
from facewise.content.reading import Day, Words, Written
from facewise.errors import N_
from facewise.i18n import Language, Text

Kind: TypeAlias = Literal[
    "law",
    "administrative_regulation",
    "departmental_rules",
    "judicial_interpretation",
    "local_regulation",
    "notice",
    "standard",
    "guide",
    "self_discipline",
]
Clauses: TypeAlias = Literal["article", "section", "item", "clause", "none"]
Number: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]

_ITEM = {"zh": re.compile(r"^（([〇零一二三四五六七八九十百]+)）"), "en": re.compile(r"^\(([1-9][0-9]*)\)")}


class UnequalItemsError(ContentError):
    """A paragraph whose items are not the same in both languages."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: the Chinese has the items {zh} and the English {en}. "
        "Give both the same items, each on its own line."
    )


class WrongParagraphsError(ContentError):
    """Paragraph numbers that do not rise, or gaps in an article that is not marked as an excerpt."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: paragraph numbers must rise, "
        "and an article with parts left out must be marked as an excerpt."
    )


class QuotedOrNotError(ContentError):
    """An instrument marked as quoted without articles, or the other way round."""

    sentence = N_(
        "In {file}, line {line}, at {place}: articles are given if and only if quoted is true. "
        "Change quoted or the articles."
    )


class Pair(Written):
    """The same words in Chinese and English."""

    zh: Words
    en: Words

    def words(self, language: Language) -> str:
        """Return the words of one language."""
        return self.zh if language == "zh" else self.en

    @property
    def text(self) -> Text:
        """Return the pair as a text."""
        return Text(self.zh, self.en)


class Period(Written):
    """When an instrument is in force; `to` is the last day."""

    from_: Day = Field(alias="from")
    to: Day | None = None


class Paragraph(Pair):
    """A paragraph as promulgated, and our English; its items stand on lines of their own."""

    number: Number | None = None
    excerpt: bool = False

    @model_validator(mode="after")
    def _same_items(self) -> "Paragraph":
        zh, en = self.items("zh"), self.items("en")
        if list(zh) != list(en):
            raise Fault(UnequalItemsError, zh=list(zh), en=list(en))
        return self

    def items(self, language: Language) -> dict[int, str]:
        """Return the items by their numbers, in the words of one language."""
        return dict(self._numbered(language))

    def _numbered(self, language: Language) -> Iterator[tuple[int, str]]:
        for line in self.words(language).splitlines():
            if found := _ITEM[language].match(line):
                yield (from_hanzi(found[1]) if language == "zh" else int(found[1])), line

    def opening(self, language: Language) -> str:
        """Return the words before the first item, empty where an excerpt begins with an item."""
        lines = self.words(language).splitlines()
        return "\n".join(line for line in lines if not _ITEM[language].match(line))


class Article(Written):
    """An article: its paragraphs, and how many it really has where some are left out."""

    excerpt: bool = False
    of: Number | None = None
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> "Article":
        numbers = list(self.numbered)
        left_out = any(p.excerpt for p in self.paragraphs) or numbers != list(range(1, self.count + 1))
        if (
            numbers != sorted(set(numbers))
            or len(numbers) < len(self.paragraphs)
            or (left_out > self.excerpt)
        ):
            raise Fault(WrongParagraphsError)
        return self

    @cached_property
    def numbered(self) -> dict[int, Paragraph]:
        """Return the paragraphs by their numbers, counted from 1 where none is given."""
        return {int(p.number or place): p for place, p in enumerate(self.paragraphs, 1)}

    @property
    def count(self) -> int:
        """Return how many paragraphs the whole article has, as far as we know."""
        return int(self.of or max(self.numbered))


class Instrument(Written):
    """A law, rule, standard or guide: its names, since when it holds, and the articles that we quote.

    `cited` replaces the title in references; `clauses` says how its parts are called, or that it is cited
    by name alone; without `in_force` the day was not checked.
    """

    id: Words
    title: Pair
    cited: Pair | None = None
    short: Pair
    number: Pair | None = None
    kind: Kind
    clauses: Clauses = "article"
    quoted: bool
    in_force: Period | None = None
    source: Words
    checked: Day
    compared_with: Pair
    articles: dict[Number, Article] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _articles_if_quoted(self) -> "Instrument":
        if self.quoted != bool(self.articles):
            raise Fault(QuotedOrNotError)
        return self

    @property
    def name(self) -> Text:
        """Return the name under which it is cited, in Chinese within its book-title marks."""
        return self.cited.text if self.cited else Text(f"《{self.title.zh}》", self.title.en)
