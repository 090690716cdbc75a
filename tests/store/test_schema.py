"""The published schema of the answers file says what the importer takes."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from facewise import data
from facewise.content.packs import load_pack
from facewise.content.reading import read_yaml
from facewise.errors import FacewiseError
from facewise.store import answers_file
from facewise.store.importing import import_bytes

SCHEMA: dict[str, Any] = json.loads(
    (data.folder("resources") / "schemas" / "answers.schema.json").read_text("utf-8")
)
SAMPLES = sorted((data.folder("questionnaires") / "samples").glob("*.yaml"))
PARTS: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
    "file": (answers_file.WrittenFile, SCHEMA),
    "business": (answers_file.WrittenBusiness, SCHEMA["properties"]["business"]),
    "use": (answers_file.WrittenUse, SCHEMA["properties"]["uses"]["items"]),
    "action": (answers_file.WrittenAction, SCHEMA["properties"]["actions"]["items"]),
    "answer": (answers_file.WrittenAnswer, SCHEMA["$defs"]["answer"]),
    "evidence": (answers_file.WrittenEvidence, SCHEMA["$defs"]["evidence"]),
}
REFUSED: tuple[dict[str, Any], ...] = (
    {},
    {"format": "2"},
    {"format": "1", "sites": {}},
    {"format": "1", "on": "tomorrow"},
    {"format": "1", "uses": [{"id": "gate"}]},
    {"format": "1", "uses": [{"id": "Gate A", "kind": "staff"}]},
    {"format": "1", "uses": [{"id": "gate", "kind": "window"}]},
    {"format": "1", "site": {"H1": {"value": "yes", "remark": "?"}}},
    {"format": "1", "site": {"H1": True}},
)


def test_the_schema_is_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_fits(sample: Path) -> None:
    jsonschema.validate(read_yaml(sample.read_bytes(), sample.name).content, SCHEMA)


@pytest.mark.parametrize("part", PARTS)
def test_schema_and_importer_know_the_same_fields(part: str) -> None:
    model, schema = PARTS[part]
    assert set(model.model_fields) == set(schema["properties"])


def test_kinds_and_ways_are_those_of_the_questionnaire() -> None:
    pack = load_pack()
    use = SCHEMA["properties"]["uses"]["items"]["properties"]
    assert set(use["kind"]["enum"]) == set(pack.purposes)
    assert set(use["ways"]["items"]["enum"]) == set(pack.ways)


@pytest.mark.parametrize("written", REFUSED, ids=str)
def test_what_the_schema_refuses_the_importer_refuses_too(written: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(written)
    with pytest.raises(FacewiseError):
        import_bytes(load_pack(), json.dumps(written).encode(), "a.json", dt.date(2026, 11, 20))
