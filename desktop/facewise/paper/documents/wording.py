"""How titles and what is to be filled in are worded, alike in every form of a paper."""

from facewise.i18n import Text
from facewise.paper.documents.model import Paper, Ruled, Section, Words


def both(words: Words) -> Text:
    """Return words as a text in both languages."""
    return words if isinstance(words, Text) else Text(words, words)


def numbered(section: Section) -> Words:
    """Return the title of a section with its number: 一、处理…, 1　谁在…."""
    title, number = both(section.title), section.number
    if not number:
        return section.title
    if isinstance(number, Text):
        return Text(f"{number.zh}、{title.zh}", f"{number.en}. {title.en}")
    return Text(f"{number}　{title.zh}", f"{number}. {title.en}")


def hinted(paper: Paper, ruled: Ruled) -> Text:
    """Return the word for what is to be filled in, with what belongs there."""
    blank, hint = paper.small.blank, both(ruled.hint)
    return Text(f"{blank.zh}{hint.zh}", f"{blank.en} {hint.en}".rstrip())
