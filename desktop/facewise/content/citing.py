"""How a provision is named in writing, in Chinese and in English."""

from facewise.content.instruments import Instrument
from facewise.content.numerals import hanzi
from facewise.i18n import Text

_PARTS = {
    "article": Text("第{n}条", "art. {n}"),
    "section": Text("第{n}部分", "section {n}"),
    "item": Text("第{n}项", "item {n}"),
}
_NOTHING = Text("", "")


def reference(instrument: Instrument, parts: tuple[str, ...]) -> Text:
    """Return the full reference: 《…办法》第十条第一款, "… Measures (…), art. 10 para. 1"."""
    number = f" ({instrument.number.en})" if instrument.number else ""
    name = Text(instrument.name.zh, instrument.name.en + number)
    return _joined(name, ", ", clause(instrument, parts))


def short_reference(instrument: Instrument, parts: tuple[str, ...]) -> Text:
    """Return the reference by the short name: 办法第十条, "Measures art. 10"."""
    return _joined(instrument.short.text, " ", clause(instrument, parts))


def clause(instrument: Instrument, parts: tuple[str, ...]) -> Text:
    """Return the part of a reference that follows the name, empty for the whole instrument."""
    if not parts:
        return _NOTHING
    if instrument.clauses == "clause":
        return _standard_clause(parts)
    first = _PARTS[instrument.clauses].format(n=Text(hanzi(int(parts[0])), parts[0]))
    paragraph = _paragraph(instrument, parts)
    item = Text(f"第（{hanzi(int(parts[2]))}）项", f" item {parts[2]}") if parts[2:] else _NOTHING
    return Text(first.zh + paragraph.zh + item.zh, first.en + paragraph.en + item.en)


def _paragraph(instrument: Instrument, parts: tuple[str, ...]) -> Text:
    """The paragraph, which is not counted where an article has only one."""
    article = instrument.articles.get(parts[0])
    if not parts[1:] or (article is not None and article.count == 1):
        return _NOTHING
    return Text(f"第{hanzi(int(parts[1]))}款", f" para. {parts[1]}")


def _standard_clause(parts: tuple[str, ...]) -> Text:
    numbers = ".".join(part for part in parts if part.isdigit())
    letters = [part for part in parts if not part.isdigit()]
    zh = " ".join([numbers, *(f"{letter}）" for letter in letters)])
    return Text(f" {zh}", "cl. " + " ".join([numbers, *(f"{letter})" for letter in letters)]))


def _joined(name: Text, between: str, what: Text) -> Text:
    zh = name.zh + (what.zh.lstrip() if name.zh.endswith(("》", "）")) else what.zh)
    return Text(zh, f"{name.en}{between}{what.en}" if what.en else name.en)
