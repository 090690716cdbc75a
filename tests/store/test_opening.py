"""An assessment opens with the questionnaire it was answered with, however old, if it is one."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facewise.assessment.answers import Answer
from facewise.content.canonical import canonical
from facewise.content.packs import NotAPackError, load_pack, pack_bytes
from facewise.store.opening import open_site, pack_of
from facewise.store.samples import load_sample
from facewise.store.site_file import DamagedFileError, to_bytes, write_site

SHOP = load_sample("shop")


def other(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The shipped questionnaire with something changed."""
    plain = json.loads(pack_bytes())
    change(plain)
    return canonical(plain)


def test_the_shipped_questionnaire_is_not_read_again() -> None:
    assert pack_of(pack_bytes()) is load_pack()


def test_an_older_questionnaire_keeps_its_words_and_lends_ours() -> None:
    def change(plain: dict[str, Any]) -> None:
        plain["words"]["program"] = {"zh": "旧名", "en": "Old name"}
        plain["words"]["report.page"] = {"zh": "页", "en": "Page"}
        plain["words"]["gone"] = {"zh": "{x}", "en": "{x}"}
        del plain["words"]["none"], plain["grades"]["A"]

    pack, ours = pack_of(other(change)), load_pack()
    assert pack.words["program"].zh == "旧名"
    assert pack.words["report.page"] == ours.words["report.page"]
    assert pack.words["none"] == ours.words["none"]
    assert pack.grades["A"] == ours.grades["A"]
    assert "gone" in pack.words


def test_something_else_is_no_questionnaire() -> None:
    for content in (b"{}", other(lambda plain: plain["sections"][0]["questions"].append({"id": "x"}))):
        with pytest.raises(NotAPackError):
            pack_of(content)


def test_a_sample_opens_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    data = write_site(path, SHOP)
    opened = open_site(path)
    assert (opened.site, opened.pack, opened.data) == (SHOP, load_pack(), data)


@pytest.mark.parametrize("part", ["pack.json", "assessment.json"])
def test_parts_that_do_not_fit_are_damage(tmp_path: Path, part: str) -> None:
    unfit = SHOP.answers.put("alternatives.real", "till", Answer(value="sometimes"))
    site = replace(SHOP, pack=b"{}") if part == "pack.json" else replace(SHOP, answers=unfit)
    path = tmp_path / "x.facewise"
    path.write_bytes(to_bytes(site))
    with pytest.raises(DamagedFileError) as error:
        open_site(path)
    assert error.value.fields == {"file": "x.facewise", "part": part}
