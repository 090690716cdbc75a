"""The web page: everything in one file, both languages, readable on a phone and by a screen reader."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from tests.paper.documents.premises import BUSINESS, made, premises
from tests.paper.exports import chromium
from tests.paper.exports.chromium import Screen, look
from tests.paper.exports.results import PACK, said

from facewise.assessment.answers import Business
from facewise.i18n import LANGUAGES, Language, Text
from facewise.paper.documents.model import Code, Paper, Slip, Ticks
from facewise.paper.exports.web import web_page

PHONE = 360


def notice(**business: str) -> Paper:
    return made(premises(business=BUSINESS.model_copy(update=business)))["notice"]


def page(*papers: Paper, first: Language = "zh") -> bytes:
    return web_page(papers or (notice(),), first, PACK.words)


class Tags(HTMLParser):
    """The tags of a page with their attributes, its words, and what is not closed."""

    EMPTY = frozenset({"meta", "br"})

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(source.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, *names: str) -> Iterator[dict[str, str | None]]:
        return (attributes for tag, attributes in self.tags if tag in names)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_word_of_the_notice_stands_in_both_languages() -> None:
    text = plain("".join(Tags(page()).words))
    for language in LANGUAGES:
        assert [words for words in said(notice().parts, language) if plain(words) not in text] == []


def test_the_page_needs_nothing_but_itself() -> None:
    source, tags = page().decode(), Tags(page())
    assert not {"script", "link", "img", "iframe", "form", "object"} & {tag for tag, _ in tags.tags}
    assert all(str(link["href"]).startswith("#") for link in tags.all("a"))
    assert not re.search(r"url\(|@import|src=|\son\w+=|https?:", source)
    assert tags.open == []


def test_every_link_leads_somewhere_and_no_name_is_given_twice() -> None:
    second = replace(notice(), place="东门", number="N-02")
    tags = Tags(page(notice(), second))
    names = [attributes["id"] for _, attributes in tags.tags if "id" in attributes]
    assert len(names) == len(set(names))
    assert {str(link["href"])[1:] for link in tags.all("a")} <= set(names)


@pytest.mark.parametrize("first", LANGUAGES)
def test_each_language_is_marked_and_the_first_is_that_of_the_page(first: Language) -> None:
    tags = Tags(page(first=first))
    assert next(tags.all("html"))["lang"] == {"zh": "zh-CN", "en": "en"}[first]
    articles = [(one["id"], one["lang"]) for one in tags.all("article")]
    assert sorted(articles) == [("en", "en"), ("zh", "zh-CN")]
    assert articles[0][0] == first


def test_headings_leave_no_level_out() -> None:
    for source in (page(), page(notice(), replace(notice(), place="东门"))):
        levels = [int(tag[1]) for tag, _ in Tags(source).tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == len(LANGUAGES)
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_of_several_uses_each_has_its_place_and_a_link_to_it() -> None:
    source = page(notice(), replace(notice(), place="东门", number="N-02")).decode()
    assert '<a href="#zh-2">东门</a>' in source
    assert '<h2 id="en-2-title">东门 N-02</h2>' in source


def test_what_people_typed_is_text_and_never_markup() -> None:
    source = page(notice(name='<b onclick="x">&amp;\x0b')).decode()
    assert "<b onclick" not in source
    assert "&lt;b onclick=&quot;x&quot;&gt;&amp;amp;" in source


def test_a_sample_says_so_in_both_languages() -> None:
    answers = premises().model_copy(update={"sample": True})
    text = "".join(Tags(page(made(answers)["notice"])).words)
    assert "样例，不得使用" in text
    assert "SAMPLE, not to be used" in text


def test_missing_facts_are_named_as_such() -> None:
    bare = made(premises(business=Business()))["notice"]
    text = "".join(Tags(page(bare)).words)
    assert "（待填）" in text
    assert "(to be filled in)" in text


def test_every_paper_of_the_kit_can_be_a_page() -> None:
    answers = premises(business=BUSINESS.model_copy(update={"notice_url": "https://example.cn/脸"}))
    for paper in made(answers).values():
        tags = Tags(page(paper))
        text = plain("".join(tags.words))
        assert [words for words in said(paper.parts, "en") if plain(words) not in text] == []
        assert tags.open == []


def test_a_code_is_drawn_and_says_where_it_leads() -> None:
    url = "https://example.cn/notice"
    code = Code(Text(url, url), "caption", url)
    other = Ticks(("one",), other="another")
    paper = replace(notice(), parts=(Slip((other,), code), code))
    source = page(paper).decode()
    assert f'role="img" aria-label="{url}"' in source
    assert "☐ another" in source


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert page() == page()
    later = replace(notice(), made=notice().made + dt.timedelta(days=1))
    assert page(later) == page()


@pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not here")
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_on_phones_and_desks_in_light_and_dark(tmp_path: Path, *, dark: bool) -> None:
    long = notice(name="长" * 300, address="W" * 300, site="很长的名字" * 20)
    screens = (Screen(PHONE), Screen(PHONE, "zh"), Screen(PHONE, "en"), Screen(1200))
    found = look(page(notice(), long), tmp_path, screens, dark=dark)
    assert [one.violations for one in found] == [[]] * len(screens)
    assert [one.doubtful for one in found] == [[]] * len(screens)
    assert [one.width <= screen.width for one, screen in zip(found, screens, strict=True)] == [True] * 4
    assert [(one.zh, one.en) for one in found] == [(True, True), (True, False), (False, True), (True, True)]
    assert min(one.rules for one in found) > 20


@pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not here")
def test_axe_would_find_what_is_wrong(tmp_path: Path) -> None:
    faint = page().replace(b"--ink: #14181d", b"--ink: #c8c8c8", 1)
    (found,) = look(faint, tmp_path, (Screen(PHONE),))
    assert any(one.startswith("color-contrast") for one in found.violations)
