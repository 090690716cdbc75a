"""Text in a word processor's file: runs with their language, lines to write on, fields, fonts for hanzi."""

from typing import TYPE_CHECKING, Final

from facewise.i18n import Edition, Language
from facewise.paper.documents.model import Words
from facewise.paper.exports.spoken import clean

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LATIN, HANZI = "Arial", "Microsoft YaHei"
BOX: Final = "☐"
GREY: Final = "4A5560"


def said(words: Words, edition: Edition) -> tuple[tuple[str, Language], ...]:
    """Return words with their language, Chinese first; what reads the same in both is said once."""
    if isinstance(words, str):
        return ((clean(words), "zh"),) if words else ()
    if edition == "both" and words.zh != words.en:
        return (clean(words.zh), "zh"), (clean(words.en), "en")
    language: Language = "zh" if edition == "both" else edition
    return ((clean(words[language]), language),) if words[language] else ()


def in_line(words: Words, edition: Edition) -> str:
    """Return words in one line: 同意 / Agree."""
    return " / ".join(text for text, _ in said(words, edition))


def add_run(paragraph: "Paragraph", text: str, language: Language = "zh") -> "Run":
    """Return a run of text; a line break stays one."""
    run = paragraph.add_run(text)
    if language == "zh":  # so that quotation marks and dots are as wide as hanzi
        run._r.get_or_add_rPr().get_or_add_rFonts().set(_name("w:hint"), "eastAsia")  # noqa: SLF001
    return run


def add_blank(paragraph: "Paragraph") -> None:
    """Add a line to write on, up to the next tab stop; LibreOffice leaves out a tab that ends a cell."""
    paragraph.add_run("\t").font.underline = True
    paragraph.add_run("\u200b")


def add_field(paragraph: "Paragraph", code: str) -> None:
    """Add a field that the word processor computes: PAGE, NUMPAGES."""
    from docx.oxml import OxmlElement

    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(_name("w:fldCharType"), kind)
        run._r.append(mark)  # noqa: SLF001
        if kind == "begin":
            text = OxmlElement("w:instrText")
            text.text = code
            paragraph.add_run()._r.append(text)  # noqa: SLF001


def set_fonts(style: "ParagraphStyle", size: float, *, bold: bool = False, colour: str = "14181D") -> None:
    """Give a style its fonts, also those for hanzi, in place of the theme's."""
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = LATIN, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.attrib.pop(_name(f"w:{kind}Theme"), None)
        fonts.set(_name(f"w:{kind}"), HANZI if kind == "eastAsia" else LATIN)


def set_languages(style: "ParagraphStyle") -> None:
    """Say that hanzi are Chinese and letters English, so that each is spelt and broken rightly."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(_name("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", {"w:val": "en-GB", "w:eastAsia": "zh-CN"}))


def element(tag: str, attributes: dict[str, str]) -> "BaseOxmlElement":
    """Return an element that the library has no method for."""
    from docx.oxml import OxmlElement

    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(name), value)
    return made


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(name)
    return found
