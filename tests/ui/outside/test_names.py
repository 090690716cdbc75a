"""Everything that can have the focus can be called by a name, on every page and in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ui.outside.desk import Desk

from facewise.store.samples import load_sample
from facewise.store.site_file import write_site

WORDS = {
    "zh": {
        "tasks": "任务栏",
        "sections": "整节",
        "home": "首页",
        "begin": "小店，顾客刷脸付款",
        "file": "选文件…",
    },
    "en": {
        "tasks": "Task list",
        "sections": "Sections",
        "home": "Start page",
        "begin": "A shop, customers pay by face",
        "file": "Choose a file...",
    },
}


@pytest.mark.parametrize("language", WORDS)
def test_every_control_has_a_name_on_every_page(desk: Desk, language: str) -> None:
    words = WORDS[language]
    desk.open(sample(desk), language="zh_CN" if language == "zh" else "en_GB")
    nameless = {place: found for place in pages(desk, words) if (found := desk.reader.nameless())}
    assert nameless == {}


def sample(desk: Desk) -> Path:
    """A filled-in assessment."""
    path = desk.folder / "sample.facewise"
    write_site(path, load_sample("shop"))
    return path


def pages(desk: Desk, words: dict[str, str]) -> Iterator[str]:
    """Go through the pages, and tell where one is."""
    rows = desk.reader.rows(words["tasks"])
    assert len(rows) > 12
    for row in rows:
        desk.reader.select(row)
        yield row
    desk.reader.select(rows[1])
    desk.reader.press("radio button", words["sections"])
    desk.reader.see("radio button", words["sections"], states=["checked"])
    yield words["sections"]
    desk.reader.press("push button", words["home"])
    desk.reader.see("push button", words["begin"])
    yield words["home"]
    desk.keys("ctrl+shift+o")
    desk.reader.see("push button", words["file"], states=["focused"])
    yield words["file"]
