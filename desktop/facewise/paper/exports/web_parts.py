"""The parts of a paper as HTML in one language."""

import io
from collections.abc import Iterator
from html import escape
from typing import Final

from facewise.i18n import Language, Text
from facewise.paper.documents import model
from facewise.paper.documents.model import Paper, Words
from facewise.paper.documents.wording import hinted, numbered
from facewise.paper.exports.spoken import clean

_BOX: Final = "☐"


class Setter:
    """Sets the parts of one paper in one language; `level` is that of its first headings."""

    def __init__(self, paper: Paper, language: Language, level: int) -> None:
        self._paper = paper
        self._language = language
        self._level = level

    def parts(self, parts: tuple[model.Part, ...], depth: int = 0) -> Iterator[str]:
        """Return the lines of parts that stand `depth` sections deep."""
        for part in parts:
            yield from self._one(part, depth)

    def _say(self, words: Words) -> str:
        """Words as HTML; a line break stays one."""
        said = words[self._language] if isinstance(words, Text) else words
        return escape(clean(said)).replace("\n", "<br>")

    def _one(self, part: model.Part, depth: int) -> Iterator[str]:
        match part:
            case model.Section():
                level = min(self._level + depth, 6)
                yield f"<section><h{level}>{self._say(numbered(part))}</h{level}>"
                yield from self.parts(part.parts, depth + 1)
                yield "</section>"
            case model.Paragraph():
                strong = part.weight == "strong"
                said = self._say(part.words)
                yield f"<p><strong>{said}</strong></p>" if strong else f'<p class="{part.weight}">{said}</p>'
            case model.Items():
                yield from self._items(part)
            case model.Facts():
                facts = ((fact.label, fact.value) for fact in part.facts)
                yield from self._pairs(tuple(facts))
            case model.Table():
                yield from self._table(part)
            case model.Quotation():
                cite = f"<footer>{self._say(part.reference)}</footer>"
                yield f"<blockquote><p>{self._say(part.words)}</p>{cite}</blockquote>"
            case model.Framed():
                yield from self._apart("framed", part.parts, depth)
            case model.Slip():
                yield from self._apart("slip", (*part.parts, *((part.code,) if part.code else ())), depth)
            case _:
                yield from self._to_fill_in(part)

    def _to_fill_in(self, part: model.Part) -> Iterator[str]:
        match part:
            case model.Blanks():
                yield from self._pairs(tuple((blank.label, blank.value) for blank in part.blanks))
            case model.Decision():
                yield from self._boxes(part.choices)
            case model.Ticks():
                if part.label:
                    yield f"<p>{self._say(part.label)}</p>"
                yield from self._boxes((*part.choices, *((part.other,) if part.other else ())))
            case model.Ways():
                ways = (f"<li>{self._say(way)}</li>" for _, way in part.ways)
                yield f'<ul class="ways">{"".join(ways)}</ul>'
            case model.Code():
                yield self._code(part)
            case model.Seal():
                hint = f"<br><small>{self._say(part.hint)}</small>" if part.hint else ""
                yield f'<p class="seal">{self._say(part.words)}{hint}</p>'

    def _apart(self, look: str, parts: tuple[model.Part, ...], depth: int) -> Iterator[str]:
        yield f'<div class="{look}">'
        yield from self.parts(parts, depth)
        yield "</div>"

    def _items(self, part: model.Items) -> Iterator[str]:
        tag = "ol" if part.numbered else "ul"
        yield f"<{tag}>"
        yield from (f"<li>{self._say(item)}</li>" for item in part.items)
        yield f"</{tag}>"

    def _boxes(self, choices: tuple[Words, ...]) -> Iterator[str]:
        yield '<ul class="boxes">'
        yield from (f"<li>{_BOX} {self._say(choice)}</li>" for choice in choices)
        yield "</ul>"

    def _pairs(self, pairs: tuple[tuple[Words, model.Value], ...]) -> Iterator[str]:
        yield "<dl>"
        for label, value in pairs:
            yield f"<div><dt>{self._say(label)}</dt><dd>{self._value(value)}</dd></div>"
        yield "</dl>"

    def _value(self, value: model.Value) -> str:
        """What nobody told us yet is said, with what belongs there."""
        if isinstance(value, tuple):
            return "".join(f"<p>{self._value(one)}</p>" for one in value)
        if value and not isinstance(value, model.Ruled):
            return self._say(value)
        ruled = value if isinstance(value, model.Ruled) else model.Ruled()
        return f'<span class="blank">{self._say(hinted(self._paper, ruled))}</span>'

    def _table(self, part: model.Table) -> Iterator[str]:
        """A table that becomes blocks on a narrow screen; the roles keep it a table for screen readers."""
        heads = [self._say(column.head) for column in part.columns]
        yield '<table role="table"><thead role="rowgroup"><tr role="row">'
        yield "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
        yield '</tr></thead><tbody role="rowgroup">'
        for row in dict.fromkeys(part.rows):  # on a screen, nobody writes in a second empty row
            yield '<tr role="row">'
            for head, column, cell in zip(heads, part.columns, row, strict=True):
                yield self._cell(head, cell, names=column.names)
            yield "</tr>"
        yield "</tbody></table>"

    def _cell(self, head: str, cell: model.Cell, *, names: bool) -> str:
        said = _BOX if isinstance(cell, model.Tick) else self._value(cell)
        is_head = names and bool(cell)
        tag, role = ("th", 'role="rowheader" scope="row"') if is_head else ("td", 'role="cell"')
        return f'<{tag} {role}><span class="head" aria-hidden="true">{head}</span><span>{said}</span></{tag}>'

    def _code(self, part: model.Code) -> str:
        import segno

        drawn = io.BytesIO()
        code = segno.make(part.content[self._language], error="m", micro=False)
        code.save(drawn, kind="svg", xmldecl=False, svgns=True, scale=4, light="#fff", omitsize=True)
        svg = drawn.getvalue().decode().strip()
        named = f'<div class="code" role="img" aria-label="{self._say(part.alt)}">{svg}</div>'
        caption = f"<figcaption>{self._say(part.caption)}</figcaption>" if part.caption else ""
        return f"<figure>{named}{caption}</figure>"
