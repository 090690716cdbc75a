"""The samples: complete, of many grades, and never to be taken for real."""

import datetime as dt

import pytest

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack
from facewise.paper.pdf.shown import check_characters
from facewise.store.importing import import_bytes
from facewise.store.samples import NAMES, compile_sample, load_sample

GRADES = {"shop": "D", "gate": "C", "attendance": "B", "hotel": "D"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_complete_and_marked(name: str) -> None:
    site = load_sample(name)
    result = assess(load_pack(), site.answers)
    assert (result.left, result.grade) == (0, GRADES[name])
    assert site.answers.sample
    assert "样例" in site.answers.business.name
    assert site == load_sample(name)
    check_characters(load_pack(), site.answers)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_as_it_is_installed_says_the_same(name: str) -> None:
    answers, _ = import_bytes(load_pack(), compile_sample(name), f"{name}.json", dt.date.min)
    assert answers.model_copy(update={"sample": True}) == load_sample(name).answers
