"""The notices of a site as one web page that needs nothing else: no script, no other file, no network.

It is for the address behind the code on a sign, so it is first read on a phone. Both languages stand in it;
whoever follows a language's link sees that one alone where the browser can (CSS :has), else jumps to it.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from facewise.i18n import LANGUAGES, Language, Text
from facewise.paper.documents.model import Paper
from facewise.paper.exports.web_parts import Setter
from facewise.paper.exports.web_style import STYLE

NAMES: Final[dict[Language, str]] = {"zh": "中文", "en": "English"}
_TAGS: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}


def web_page(papers: Sequence[Paper], first: Language, words: dict[str, Text]) -> bytes:
    """Return notices as a page of HTML, in both languages; `first` is the one that comes first.

    `papers` are of one site, at least one; `words` are the words on paper of its questionnaire.
    """
    order = LANGUAGES if first == "zh" else LANGUAGES[::-1]
    title = escape(" ".join(filter(None, (papers[0].title[first], papers[0].business))))
    lines = (
        "<!doctype html>",
        f'<html lang="{_TAGS[first]}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        *_switch(order, words["export.web.languages"]),
        "<main>",
        *(line for language in order for line in _article(papers, language, words)),
        "</main>",
        "</body>",
        "</html>",
    )
    return ("\n".join(lines) + "\n").encode()


def _switch(order: Sequence[Language], label: Text) -> Iterator[str]:
    yield f'<nav class="languages" aria-label="{escape(label.zh)} / {escape(label.en)}"><ul>'
    for language in order:
        tag = _TAGS[language]
        yield f'<li><a href="#{language}" lang="{tag}" hreflang="{tag}">{NAMES[language]}</a></li>'
    yield "</ul></nav>"


def _article(papers: Sequence[Paper], language: Language, words: dict[str, Text]) -> Iterator[str]:
    """All notices in one language."""
    first = papers[0]
    yield f'<article id="{language}" lang="{_TAGS[language]}" aria-labelledby="{language}-title">'
    yield f'<header><h1 id="{language}-title">{escape(first.title[language])}</h1>'
    if first.business:
        yield f'<p class="business">{escape(first.business)}</p>'
    if first.small.sample:
        yield f'<p class="sample"><strong>{escape(first.small.sample[language])}</strong></p>'
    if lead := _said(first.lead, language):
        yield f'<p class="lead">{escape(lead)}</p>'
    yield "</header>"
    if len(papers) > 1:
        yield from _contents(papers, language, words["export.web.uses"])
    for number, paper in enumerate(papers, 1):
        yield from _notice(paper, language, number if len(papers) > 1 else 0)
    yield from _foot(first, language)
    yield "</article>"


def _contents(papers: Sequence[Paper], language: Language, label: Text) -> Iterator[str]:
    yield f'<nav aria-label="{escape(label[language])}"><p>{escape(label[language])}</p><ul>'
    for number, paper in enumerate(papers, 1):
        place = escape(paper.place or paper.number)
        yield f'<li><a href="#{language}-{number}">{place}</a></li>'
    yield "</ul></nav>"


def _notice(paper: Paper, language: Language, number: int) -> Iterator[str]:
    """One notice; of several, each begins with its place."""
    setter = Setter(paper, language, level=3 if number else 2)
    if not number:
        yield from setter.parts(paper.parts)
        return
    name = f"{language}-{number}"
    label = " ".join(filter(None, (paper.place, paper.number)))
    yield f'<section id="{name}" aria-labelledby="{language}-title {name}-title">'
    yield f'<h2 id="{name}-title">{escape(label)}</h2>'
    yield from setter.parts(paper.parts)
    yield "</section>"


def _foot(paper: Paper, language: Language) -> Iterator[str]:
    small = paper.small
    yield f"<footer><p>{escape(paper.version[language])}</p><ul>"
    yield from (f"<li>{escape(law[language])}</li>" for law in paper.laws)
    yield f"</ul><p>{escape(small.numbered[language])}</p>"
    if language == "en":
        yield f"<p>{escape(small.unofficial.en)}</p>"
    yield "</footer>"


def _said(words: Text | str, language: Language) -> str:
    return words if isinstance(words, str) else words[language]
