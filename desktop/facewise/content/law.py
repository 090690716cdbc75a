"""The law as data: what a provision says, word for word, and how it is cited in both languages."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facewise import data
from facewise.content import citing
from facewise.content.instruments import Instrument, Paragraph
from facewise.content.mistakes import ContentError
from facewise.content.numerals import from_hanzi
from facewise.content.reading import Node, read_model, read_yaml
from facewise.errors import N_, FacewiseError
from facewise.i18n import Text

_CITE = re.compile(r"[a-z][a-z0-9]*(\.([1-9][0-9]*|[a-z]))*")
_COUNTED = r"第[一二三四五六七八九十百千零]+"
_ELLIPSIS = re.compile(r"…+")


class UnknownCiteError(FacewiseError):
    """A provision that the law data do not have."""

    sentence = N_("The law data have no provision {cite}. Correct the reference or add the provision.")


class WrongIdError(ContentError):
    """A file whose name is not the id of its instrument."""

    sentence = N_("In {file}, line {line}, the id is {place}. Give the file the name {place}.yaml.")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a provision says; `abridged` where words of it are left out."""

    text: Text
    abridged: bool


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Words given as those of an article which does not have them."""

    reference: str
    words: str


@dataclass(frozen=True, slots=True)
class Law:
    """All instruments, asked by citation: `frt.10` article, `frt.10.1` paragraph, `frt.5.1.3` item."""

    instruments: tuple[Instrument, ...]

    def instrument(self, cite: str) -> Instrument:
        """Return the instrument that a citation belongs to, or raise `UnknownCiteError`."""
        for found in self.instruments:
            if found.id == cite.partition(".")[0]:
                return found
        raise UnknownCiteError(cite=cite)

    def exists(self, cite: str) -> bool:
        """Return whether a citation names a provision we have, or a clause of what is cited by name only."""
        try:
            self._resolve(cite)
        except UnknownCiteError:
            return False
        return True

    def reference(self, cite: str) -> Text:
        """Return the full reference: 《…办法》第十条第一款, "… Measures (…), art. 10 para. 1"."""
        return citing.reference(*self._resolve(cite))

    def short_reference(self, cite: str) -> Text:
        """Return the reference by the short name: 办法第十条, "Measures art. 10"."""
        return citing.short_reference(*self._resolve(cite))

    def quotation(self, cite: str) -> Quotation | None:
        """Return what a provision says, or None where the instrument is only cited by name."""
        found, parts = self._resolve(cite)
        if not found.quoted or not parts:
            return None
        article = found.articles[parts[0]]
        if len(parts) == 1:
            return Quotation(_stacked([p.text for p in article.paragraphs]), article.excerpt)
        paragraph = article.numbered[int(parts[1])]
        if len(parts) == 2:  # noqa: PLR2004, article and paragraph
            return Quotation(paragraph.text, paragraph.excerpt)
        return Quotation(_item(paragraph, int(parts[2])), abridged=True)

    def misquotations(self, chinese: str) -> Iterator[Misquotation]:
        """Return the words in “…” after a named article that do not stand in it; …… may leave words out.

        Drafts, named as such (征求意见稿), are not law and are passed over.
        """
        for found in re.finditer(self._quoting(), chinese):
            article = self._articles().get((found["name"], from_hanzi(found["article"][1:])), "")
            if "征求意见稿" not in found["name"] and not _contains(article, found["words"]):
                yield Misquotation(f"{found['name']}{found['article']}条", found["words"])

    def _quoting(self) -> str:
        """The pattern of 《title》第…条（第…款）：“words”, also without 《》 after a short name."""
        bare = {name for one in self.instruments for name in _names(one) if not name.startswith("《")}
        name = "|".join(["《[^》]+》", *map(re.escape, sorted(bare, key=len, reverse=True))])
        return rf"(?P<name>{name})(?P<article>{_COUNTED})条[^“”。；\n]{{0,20}}“(?P<words>[^”]+)”"

    def _articles(self) -> dict[tuple[str, int], str]:
        """The words of every quoted article under each name that its instrument goes by."""
        return {
            (name, int(number)): "\n".join(p.zh for p in article.paragraphs)
            for one in self.instruments
            for name in _names(one)
            for number, article in one.articles.items()
        }

    def _resolve(self, cite: str) -> tuple[Instrument, tuple[str, ...]]:
        found = self.instrument(cite)
        parts = tuple(cite.split(".")[1:])
        if not _CITE.fullmatch(cite) or not _has(found, parts):
            raise UnknownCiteError(cite=cite)
        return found, parts


def load_law(folder: Path | None = None) -> Law:
    """Return the law that is shipped, or that a folder of YAML holds; mistakes are `ContentError`."""
    packaged = data.folder("questionnaires") / "law.json"
    if folder is None and packaged.is_file():
        return Law(tuple(Instrument.model_validate(one) for one in json.loads(packaged.read_bytes())))
    return Law(tuple(instrument for instrument, _content in _read(folder)))


def compile_law(folder: Path | None = None) -> bytes:
    """Return the law as one canonical JSON (RFC 8785), the form in which it is installed."""
    content = [content for _instrument, content in _read(folder)]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _read(folder: Path | None) -> Iterator[tuple[Instrument, Node]]:
    """Read every file strictly, in the order of their names."""
    for file in sorted((folder or data.folder("questionnaires") / "law").glob("*.yaml")):
        document = read_yaml(file.read_bytes(), file.name)
        instrument = read_model(Instrument, document)
        if file.stem != instrument.id:
            raise WrongIdError(**document.at(("id",)))
        yield instrument, document.content


def _has(found: Instrument, parts: tuple[str, ...]) -> bool:
    """Whether an instrument has such a part, as far as we know; no parts name the whole of it."""
    if not parts or found.clauses == "clause":
        return True
    if found.clauses == "none" or len(parts) > 3 or not all(part.isdigit() for part in parts):  # noqa: PLR2004
        return False
    return not found.quoted or _is_quoted(found, [int(part) for part in parts])


def _is_quoted(found: Instrument, parts: list[int]) -> bool:
    article = found.articles.get(str(parts[0]))
    if article is None or len(parts) == 1:
        return article is not None
    paragraph = article.numbered.get(parts[1])
    return paragraph is not None and all(number in paragraph.items("zh") for number in parts[2:])


def _item(paragraph: Paragraph, number: int) -> Text:
    opening = Text(paragraph.opening("zh"), paragraph.opening("en"))
    item = Text(paragraph.items("zh")[number], paragraph.items("en")[number])
    return _stacked([opening, item] if opening.zh else [item])


def _stacked(texts: list[Text]) -> Text:
    return Text("\n".join(text.zh for text in texts), "\n".join(text.en for text in texts))


def _names(one: Instrument) -> list[str]:
    names = [one.title.zh, one.title.zh.removeprefix("中华人民共和国"), one.short.zh]
    return [*names, *(f"《{name}》" for name in names)]


def _contains(article: str, words: str) -> bool:
    """Whether an article has these words in this order; blanks, and stops at the end, do not count."""
    rest = "".join(article.split())
    for piece in _ELLIPSIS.split("".join(words.split()).rstrip("。；，")):
        _before, found, rest = rest.partition(piece)
        if piece and not found:
            return False
    return bool(article)
