from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field, field_validator

from facewise.content.mistakes import (
    AliasError,
    ContentError,
    DuplicateKeyError,
    Fault,
    MissingFieldError,
    NotADayError,
    NotAListError,
    NotANumberError,
    NotFieldsError,
    NotTextError,
    NotYamlError,
    NotYesOrNoError,
    NoValueError,
    TooLargeError,
    UnknownFieldError,
    WrongChoiceError,
    WrongFormError,
)
from facewise.content.reading import LIMIT, Day, Words, Written, mistakes, read_file, read_model, read_yaml
from facewise.i18n import tell


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class NoSuchHatError(ContentError):
    sentence = "In {file}, line {line}, at {place}, {field}: no hat {hat}."


class Item(Written):
    id: Words
    text: Words
    count: int = 0
    day: Day | None = None
    open: bool = False
    colour: Colour = Colour.RED
    scope: Literal["site", "use"] = "site"
    tags: tuple[Words, ...] = ()
    hat: str = ""
    even: int = Field(0, multiple_of=2)

    @field_validator("hat")
    @classmethod
    def _known(cls, hat: str) -> str:
        if hat == "bowler":
            raise Fault(NoSuchHatError, hat=hat)
        return hat


class Box(Written):
    id: Words
    items: tuple[Item, ...] = Field(min_length=1)


BOX = """\
id: box
items:
  - id: first
    text: one
  - id: second
    text: two
"""


def mistake(added: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read_model(Box, read_yaml(BOX + added, "box.yaml"))
    return caught.value


def test_every_scalar_stays_the_text_that_was_written() -> None:
    content = read_yaml(
        "a: no\nb: 10.10\nc: 12:30\nd: ~\ne: ''\nf: [on, 0x1F, 2025-06-01]\n", "x.yaml"
    ).content
    assert content == {
        "a": "no",
        "b": "10.10",
        "c": "12:30",
        "d": "~",
        "e": "",
        "f": ["on", "0x1F", "2025-06-01"],
    }


def test_a_sound_file_becomes_a_model(tmp_path: Path) -> None:
    file = tmp_path / "box.yaml"
    file.write_bytes(
        b"\xef\xbb\xbf" + BOX.encode() + b"    count: 3\n    day: 2025-06-01\n    open: yes\n    tags: [a]\n"
    )
    second = read_file(Box, file).items[1]
    assert (second.count, second.day, second.open, second.tags) == (3, date(2025, 6, 1), True, ("a",))


@pytest.mark.parametrize(
    ("added", "kind", "field"),
    [
        ("    colr: red\n", UnknownFieldError, "colr"),
        ("    colour: green\n", WrongChoiceError, "colour"),
        ("    scope: room\n", WrongChoiceError, "scope"),
        ("    count: three\n", NotANumberError, "count"),
        ("    open: perhaps\n", NotYesOrNoError, "open"),
        ("    day: 1717200000\n", NotADayError, "day"),
        ("    day: 2025-13-01\n", NotADayError, "day"),
        ("    tags: one\n", NotAListError, "tags"),
        ("    tags: [one, '']\n", NoValueError, "tags.2"),
        ("    tags: [one, ' two']\n", WrongFormError, "tags.2"),
        ("    hat: [a]\n", NotTextError, "hat"),
        ("    hat: bowler\n", NoSuchHatError, "hat"),
        ("    even: 3\n", ContentError, "even"),
    ],
)
def test_a_wrong_field_is_named_with_the_id_it_stands_under(
    added: str, kind: type[ContentError], field: str
) -> None:
    found = mistake(added)
    assert type(found) is kind
    assert {name: found.fields[name] for name in ("file", "line", "place", "field")} == {
        "file": "box.yaml",
        "line": 7,
        "place": "second",
        "field": field,
    }
    assert "box.yaml" in tell(found, "en")


def test_a_missing_field_is_named_at_the_line_of_its_group() -> None:
    found = mistake("  - id: third\n")
    assert type(found) is MissingFieldError
    assert (found.fields["line"], found.fields["place"], found.fields["field"]) == (7, "third", "text")


def test_text_where_fields_belong_is_refused_by_its_place_in_the_list() -> None:
    found = mistake("  - third\n")
    assert type(found) is NotFieldsError
    assert (found.fields["place"], found.fields["field"]) == ("box", "items.3")


def test_all_mistakes_are_told_at_once_the_misspelt_names_first() -> None:
    document = read_yaml("id: box\nitem: a\n", "box.yaml")
    assert [type(found) for found in mistakes(Box, document)] == [UnknownFieldError, MissingFieldError]
    assert mistakes(Box, read_yaml(BOX, "box.yaml")) == []


def test_a_group_where_nothing_has_an_id_is_named_by_a_hyphen() -> None:
    with pytest.raises(MissingFieldError) as caught:
        read_model(Box, read_yaml("items: []\n", "box.yaml"))
    assert (caught.value.fields["place"], caught.value.fields["field"]) == ("-", "id")
    with pytest.raises(NotFieldsError) as other:
        read_model(Box, read_yaml("- a\n", "box.yaml"))
    assert (other.value.fields["place"], other.value.fields["field"]) == ("-", "-")


def test_an_empty_list_is_refused_where_something_must_stand() -> None:
    with pytest.raises(NoValueError):
        read_model(Box, read_yaml("id: box\nitems: []\n", "box.yaml"))


def test_steps_that_pydantic_adds_are_left_out_of_the_place() -> None:
    document = read_yaml(BOX, "box.yaml")
    assert document.at(("items", 1, "function-after", "text"))["field"] == "text"
    assert document.at(("items", 9, "text"))["field"] == "items.text"


def test_a_part_of_a_document_keeps_its_lines() -> None:
    part = read_yaml(BOX, "box.yaml").part("items", 1)
    assert part.content == {"id": "second", "text": "two"}
    assert part.line(("text",)) == 6
    assert part.at(("text",)) == {"file": "box.yaml", "line": 6, "place": "second", "field": "text"}
    assert part.line() == 5
    assert part.line(("hat", 3)) == 5


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(DuplicateKeyError) as caught:
        read_yaml("id: box\na: 1\nb:\n  c: 1\n  c: 2\n", "x.yaml")
    assert (caught.value.fields["line"], caught.value.fields["field"]) == (5, "b.c")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "a:\n", "a: [1, ]\nb:\n"])
def test_a_key_or_a_file_without_anything_is_refused(text: str) -> None:
    with pytest.raises(NoValueError):
        read_yaml(text, "x.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !!int 1\n",
        "a: !thing {b: c}\n",
        "a: 1\n---\nb: 2\n",
        "? [a]\n: b\n",
        "[" * 60 + "]" * 60,
    ],
)
def test_anchors_tags_documents_and_deep_nesting_are_refused(text: str) -> None:
    with pytest.raises(AliasError):
        read_yaml(text, "x.yaml")


@pytest.mark.parametrize(
    ("source", "line"),
    [("a: 'b\n", 2), ("a: b\n c: d\n", 2), ("a: \x00\n", 1), (b"a: b\nc: \xff\n", 2), ("[" * 5000, 1)],
)
def test_what_is_not_yaml_is_refused_with_its_line(source: str | bytes, line: int) -> None:
    with pytest.raises((NotYamlError, AliasError)) as caught:
        read_yaml(source, "x.yaml")
    assert caught.value.fields["line"] == line


def test_an_endless_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLargeError):
        read_yaml("a" * (LIMIT + 1), "x.yaml")
