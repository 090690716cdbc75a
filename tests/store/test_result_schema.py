"""The published schema of the result holds for every result there can be."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from tests.assessment.sites import ON, any_answers

from facewise import data
from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.store.result_file import result_file
from facewise.store.samples import NAMES, load_sample
from facewise.store.site_file import SiteFile

SCHEMA: dict[str, Any] = json.loads(
    (data.folder("resources") / "schemas" / "result.schema.json").read_text("utf-8")
)
PACK = load_pack()
CHECK = jsonschema.Draft202012Validator(SCHEMA)


def result(answers: Answers) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(
        result_file(PACK, SiteFile(answers, pack_bytes()), assess(PACK, answers))
    )
    return plain


def test_the_schema_is_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", NAMES)
def test_the_result_of_every_sample_fits(name: str) -> None:
    CHECK.validate(result(load_sample(name).answers))


def test_the_result_of_nothing_fits() -> None:
    CHECK.validate(result(Answers(on=ON)))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers=any_answers(PACK))
def test_any_result_fits(answers: Answers) -> None:
    CHECK.validate(result(answers))


def test_kinds_of_use_are_those_of_the_questionnaire() -> None:
    kinds = SCHEMA["properties"]["uses"]["items"]["properties"]["kind"]["enum"]
    assert set(kinds) == set(PACK.purposes)
