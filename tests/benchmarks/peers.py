"""The same report for other engines: our blocks as Typst and as HTML, text for text, table for table."""

import html
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar

from facewise import data
from facewise.i18n import Text
from facewise.paper.pdf import blocks as b
from facewise.paper.pdf import style
from facewise.paper.pdf.document import Document
from facewise.paper.pdf.words import PageOf, Run

T = TypeVar("T")
Plain = tuple[str, list[str] | list[list[str]] | str]
FONTS = data.folder("resources") / "fonts"


def salted(document: Document, salt: int) -> Document:
    """Return a document that nobody has seen, as engines remember texts: each with a number behind it."""
    blocks = tuple(_salted(block, salt) for block in document.blocks)
    return replace(document, cover=tuple(_salted(block, salt) for block in document.cover), blocks=blocks)


def _salted(value: T, salt: int) -> T:
    if isinstance(value, Text):
        return Text(f"{value.zh} {salt}", f"{value.en} {salt}")  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_salted(part, salt) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, style.Use | b.Signature):
        changed = {field.name: _salted(getattr(value, field.name), salt) for field in fields(value)}
        return replace(value, **changed)  # type: ignore[type-var]
    return value


def plain(document: Document) -> list[Plain]:
    """Return the content as (kind, text or rows): titles, paragraphs, tables."""
    found: list[Plain] = []
    for block in (*document.cover, *document.blocks):
        found += _plain(block)
    return found


def _plain(block: object) -> Iterator[Plain]:
    if isinstance(block, b.PageTitle):
        yield "h1", _said(block.words)
        yield "p", _said(block.lead)
    elif isinstance(block, b.Heading):
        yield "h2", _said(block.words)
    elif isinstance(block, b.Table):
        heads = [_said(column.head) for column in block.columns]
        rows = [[_cell(c) for c in row.cells] for row in block.rows if isinstance(row, b.Row)]
        yield "table", [heads, *rows]
    elif isinstance(block, b.Facts):
        yield "table", [["", ""], *([_said(f.label), _cell(f.value)] for f in block.facts)]
    elif isinstance(block, b.Finding):
        yield "h2", _said(block.question)
        yield "p", f"{_said(block.state)} {block.code} {_said(block.where)} {_said(block.due)}"
        yield "p", f"{_said(block.answer)} {_said(block.sentence)}"
        for detail in block.details:
            yield "p", _said(detail.label) + " " + " ".join(_cell(part) for part in detail.content)
    else:
        yield from _inside(block)


def _inside(block: object) -> Iterator[Plain]:
    """Blocks within blocks, and every text of any other block."""
    if not is_dataclass(block):
        return
    for field in fields(block):
        value = getattr(block, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Text | Run):
                yield "p", _said(part)
            elif is_dataclass(part):
                yield from _plain(part)


def _cell(cell: object) -> str:
    if isinstance(cell, b.Marked):
        return _said(cell.words)
    if isinstance(cell, b.Stacked):
        return " ".join(map(_said, cell.lines))
    if isinstance(cell, b.Quote):
        return " ".join(map(_said, (*cell.paragraphs, cell.reference)))
    if isinstance(cell, b.Hash):
        return cell.digits
    return "" if isinstance(cell, b.Mark | b.Marks | b.Bar | b.Tick) else _said(cell)


def _said(words: object) -> str:
    if isinstance(words, tuple):
        return "".join(map(_said, words))
    if isinstance(words, Run):
        return _said(words.text)
    if isinstance(words, PageOf):
        return "1"
    return words.zh if isinstance(words, Text) else str(words)


def as_typst(document: Document) -> bytes:
    """Return the document as Typst source: page furniture, table headers and attachments too."""

    def quoted(text: str) -> str:
        return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def line(cells: list[str]) -> str:
        return ", ".join(f"[{quoted(cell)}]" for cell in cells)

    def table(rows: list[list[str]]) -> str:
        columns = ", ".join(["1fr"] * len(rows[0]))
        body = ", ".join(line(row) for row in rows[1:])
        return f"#table(columns: ({columns}), table.header({line(rows[0])}), {body})"

    furniture = document.furniture
    attached = "".join(
        f'#pdf.attach("{one.name}", relationship: "data", mime-type: "application/json", description: "x")\n'
        for one in document.attachments
    )
    head = (
        f"#set document(title: {quoted(document.title)[1:]}, author: {quoted(document.author)[1:]})\n"
        '#set text(font: "Noto Sans SC", size: 9.5pt, lang: "zh")\n'
        f'#set page("a4", margin: 20mm, header: [{quoted(_said(furniture.left))}],'
        f" footer: context [{quoted(_said(furniture.foot_left))} #counter(page).display()])\n"
    )
    return (
        head + attached + _joined(plain(document), {"h1": "= ", "h2": "== ", "p": ""}, quoted, table)
    ).encode()


def as_html(document: Document) -> str:
    """Return the document as HTML for WeasyPrint: page furniture and table headers too."""

    def table(rows: list[list[str]]) -> str:
        head = "".join(f"<th>{html.escape(cell)}</th>" for cell in rows[0])
        lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows[1:])
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def quoted(words: object) -> str:
        return '"' + _said(words).replace("\\", "\\\\").replace('"', '\\"') + '"'

    furniture = document.furniture
    css = (
        f"@font-face{{font-family:N;src:url(file://{FONTS / 'NotoSansSC-Regular.ttf'})}}"
        f"@font-face{{font-family:N;font-weight:bold;src:url(file://{FONTS / 'NotoSansSC-Bold.ttf'})}}"
        f"@page{{size:A4;margin:20mm;font:7.5pt N;@top-left{{content:{quoted(furniture.left)}}}"
        f"@bottom-left{{content:{quoted(furniture.foot_left)}}}@bottom-right{{content:counter(page)}}}}"
        "body{font:9.5pt N} table{width:100%;border-collapse:collapse} td{border-bottom:.5pt solid #ccc}"
    )
    about = f"<title>{html.escape(document.title)}</title><meta name=author content='Facewise'>"
    body = _joined(plain(document), {"h1": "<h1>", "h2": "<h2>", "p": "<p>"}, html.escape, table)
    return f"<html lang=zh><head>{about}<style>{css}</style></head><body>{body}</body></html>"


def _joined(
    content: list[Plain],
    openings: dict[str, str],
    escape: Callable[[str], str],
    table: Callable[[list[list[str]]], str],
) -> str:
    parts = []
    for kind, said in content:
        if kind == "table":
            parts.append(table(said))  # type: ignore[arg-type]
        elif said:
            parts.append(openings[kind] + escape(str(said)))
    return "\n\n".join(parts)


def typst_engine(folder: Path) -> Callable[[Document], bytes]:
    """Return a warm Typst that makes PDF/A-3a, tagged, with the same attachments."""
    import typst

    file = folder / "report.typ"
    file.write_bytes(b"")
    compiler = typst.Compiler(str(file), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def make(document: Document) -> bytes:
        file.write_bytes(as_typst(document))
        for one in document.attachments:
            (folder / one.name).write_bytes(one.data)
        made = compiler.compile(format="pdf", pdf_standards="a-3a")
        return bytes(made) if isinstance(made, bytes) else b""

    return make


def weasyprint_engine(document: Document) -> bytes:
    """Return what WeasyPrint makes of a document: PDF/A-3a, tagged, with the same attachments."""
    import weasyprint

    attached = [
        weasyprint.Attachment(string=one.data, name=one.name, description="x", relationship="Data")
        for one in document.attachments
    ]
    made: bytes = weasyprint.HTML(string=as_html(document)).write_pdf(
        attachments=attached, pdf_variant="pdf/a-3a", pdf_tags=True
    )
    return made
