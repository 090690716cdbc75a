"""What people write, read strictly: YAML in which every scalar is text, then frozen models.

YAML's guessing of types would turn `no` into false, `10.10` into 10.1 and `12:30` into 750; here the
models alone decide what a text means. A mistake names file, line, place and field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

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

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
Steps: TypeAlias = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

LIMIT = 1024 * 1024
DEPTH = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


def _written_day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise Fault(NotADayError)
    return value


Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:[\s\S]*\S)?$")]
Day: TypeAlias = Annotated[date, BeforeValidator(_written_day)]


class Written(BaseModel):
    """What people write: frozen, and without fields that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file, every scalar as text, with the line on which each part begins."""

    file: str
    content: Node
    lines: dict[Steps, int] = field(repr=False)
    base: Steps = ()

    def line(self, path: Steps = ()) -> int:
        """Return the line, counted from 1, on which a part or its nearest known parent begins."""
        whole = self.base + path
        while whole and whole not in self.lines:
            whole = whole[:-1]
        return self.lines.get(whole, 1)

    def part(self, *path: str | int) -> "Document":
        """Return the part below a path as a document of its own that still knows its lines."""
        content = self.content
        for step in path:
            content = content[step]  # type: ignore[index]
        return Document(self.file, content, self.lines, self.base + path)

    def at(self, path: Steps = ()) -> dict[str, Any]:
        """Return the fields file, line, place and field of a `ContentError` about a part."""
        known, place, inside = self._walk(path)
        names = [str(step + 1) if isinstance(step, int) else step for step in inside]
        return {"file": self.file, "line": self.line(known), "place": place, "field": ".".join(names) or "-"}

    def _walk(self, path: Steps) -> tuple[Steps, str, list[str | int]]:
        """Follow a path as far as the content goes; steps of pydantic's own (union members) are left out."""
        node, known, place, inside = self.content, list[str | int](), _id_of(self.content), list[str | int]()
        for number, step in enumerate(path):
            below = _below(node, step)
            if below is None:
                if number == len(path) - 1 and not str(step).startswith("<"):
                    inside.append(step)
                continue
            node = below
            known.append(step)
            inside.append(step)
            if (name := _id_of(node)) != "-":
                place, inside = name, []
        return tuple(known), place, inside


def _id_of(node: Node) -> str:
    name = node.get("id") if isinstance(node, dict) else None
    return name if isinstance(name, str) else "-"


def _below(node: Node, step: str | int) -> "Node | None":
    if isinstance(node, dict) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Builds plain content out of YAML events, which still know anchors, tags and lines."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file = file
        self.events = events
        self.lines: dict[Steps, int] = {}

    def document(self) -> Document:
        """Return the only document of the stream."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise NoValueError(**self._at((), 1))
        content = self._node(next(self.events), ())
        next(self.events)
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            raise AliasError(**self._at((), _line(extra)))
        return Document(self.file, content, self.lines)

    def _node(self, event: yaml.Event, path: Steps) -> Node:
        if len(path) > DEPTH or getattr(event, "tag", "alias") not in _PLAIN_TAGS:
            raise AliasError(**self._at(path, _line(event)))
        self.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, path)
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._fields(path)

    def _text(self, event: yaml.ScalarEvent, path: Steps) -> str:
        if event.value == "" and event.style in (None, ""):
            raise NoValueError(**self._at(path, _line(event)))
        return str(event.value)

    def _list(self, path: Steps) -> list[Node]:
        found: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*path, len(found))))
        return found

    def _fields(self, path: Steps) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise AliasError(**self._at(path, line))
            key = (*path, event.value)
            if event.value in found:
                raise DuplicateKeyError(**self._at(key, line, found))
            self.lines[key] = line
            found[event.value] = self._node(next(self.events), key)
        return found

    def _at(self, path: Steps, line: int, around: Node = "") -> dict[str, Any]:
        names = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        return {"file": self.file, "line": line, "place": _id_of(around), "field": names or "-"}


def read_yaml(source: bytes | str, file: str) -> Document:
    """Return the content of a YAML text, every scalar as text; a `ContentError` says what is wrong where."""
    data = source.encode() if isinstance(source, str) else source
    nowhere = {"file": file, "line": 1, "place": "-", "field": "-"}
    if len(data) > LIMIT:
        raise TooLargeError(**nowhere, limit=LIMIT // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotYamlError(**(nowhere | {"line": data.count(b"\n", 0, error.start) + 1})) from None
    try:
        return _Builder(file, yaml.parse(text, Loader=_LOADER)).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise NotYamlError(**(nowhere | {"line": mark.line + 1 if mark else 1})) from None


def read_model(model: type[M], document: Document) -> M:
    """Return the document as a model, or raise its first mistake as a `ContentError`."""
    try:
        return model.model_validate(document.content)
    except ValidationError as error:
        raise _mistakes(error, document)[0] from None


def mistakes(model: type[BaseModel], document: Document) -> list[ContentError]:
    """Return every mistake that keeps the document from being such a model."""
    try:
        model.model_validate(document.content)
    except ValidationError as error:
        return _mistakes(error, document)
    return []


def _mistakes(error: ValidationError, document: Document) -> list[ContentError]:
    """All mistakes, unknown fields first: a misspelt name also makes the right one missing."""
    found = sorted(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    return [_mistake(one, document) for one in found]


def read_file(model: type[M], path: Path) -> M:
    """Return a YAML file as a model."""
    return read_model(model, read_yaml(path.read_bytes(), path.name))


_MISTAKES: dict[str, type[ContentError]] = {
    "missing": MissingFieldError,
    "extra_forbidden": UnknownFieldError,
    "string_type": NotTextError,
    "tuple_type": NotAListError,
    "list_type": NotAListError,
    "model_type": NotFieldsError,
    "dict_type": NotFieldsError,
    "int_parsing": NotANumberError,
    "bool_parsing": NotYesOrNoError,
    "date_from_datetime_parsing": NotADayError,
    "date_parsing": NotADayError,
    "string_too_short": NoValueError,
    "too_short": NoValueError,
}


def _mistake(found: ErrorDetails, document: Document) -> ContentError:
    where = document.at(found["loc"])
    context = found.get("ctx", {})
    fault = context.get("error")
    if isinstance(fault, Fault):
        return fault.kind(**where, **fault.fields)
    if found["type"] in ("literal_error", "enum"):
        return WrongChoiceError(**where, choices=str(context["expected"]).replace("'", ""))
    if found["type"] == "string_pattern_mismatch":
        return WrongFormError(**where, form=context["pattern"])
    if kind := _MISTAKES.get(found["type"]):
        return kind(**where)
    return ContentError(**where, remedy=found["msg"])
