"""An answers file as people write it: YAML or JSON, every value as text."""

import json
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from facewise.assessment.answers import Flag
from facewise.content.mistakes import ContentError, NotYamlError, TooLargeError
from facewise.content.reading import LIMIT, Day, Document, Node, Steps, Written, read_yaml
from facewise.errors import N_


class TwiceError(ContentError):
    """A question or use that stands twice, once by its id and once by its code."""

    sentence = N_("In {file}, line {line}, at {place}, {field} stands twice. Keep one of them.")


class TrueOrFalseError(ContentError):
    """JSON's true or false where an answer belongs."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} is true or false: "
        "write 'yes' or 'no' in quotes."
    )


def _bare(value: object) -> object:
    return {"value": value} if isinstance(value, str | list) else value


def _bare_list(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


class WrittenEvidence(Written):
    """A piece of evidence as written in an answers file: a file beside it, or a note where it lies."""

    file: str = ""
    note: str = ""
    on: Day | None = None
    by: str = ""


class WrittenAnswer(Written):
    """An answer as written: a bare value, or with its reason, notes, date, flags and evidence."""

    value: str | tuple[str, ...] | None = None
    reason: str = ""
    note: str = ""
    private_note: str = ""
    date: Day | None = None
    flags: Annotated[tuple[Flag, ...], BeforeValidator(_bare_list)] = ()
    evidence: Annotated[tuple[WrittenEvidence, ...], BeforeValidator(_bare_list)] = ()


WrittenAnswers: TypeAlias = dict[str, Annotated[WrittenAnswer, BeforeValidator(_bare)]]


class WrittenUse(Written):
    """A use as written."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    kind: str
    name: str = ""
    ways: tuple[str, ...] = ()
    answers: WrittenAnswers = Field(default_factory=dict)


class WrittenBusiness(Written):
    """The business as written; blank fields become lines to fill in by hand."""

    name: str = ""
    credit_code: str = ""
    site: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    notice_url: str = ""


class WrittenAction(Written):
    """Who mends what until when, as written."""

    question: str
    use: str | None = None
    who: str = ""
    due: Day | None = None
    done: Day | None = None


class WrittenFile(Written):
    """A whole answers file; `sample` says that it was made from one."""

    format: str = Field(pattern="^1$")
    sample: Literal["yes"] | None = None
    on: Day | None = None
    business: WrittenBusiness = WrittenBusiness()
    site: WrittenAnswers = Field(default_factory=dict)
    uses: tuple[WrittenUse, ...] = ()
    actions: tuple[WrittenAction, ...] = ()


def read_answers(data: bytes, file: str) -> Document:
    """Return the text of an answers file, JSON by its name and YAML otherwise.

    Raises a ContentError that says where the mistake is.
    """
    return _read_json(data, file) if file.lower().endswith(".json") else read_yaml(data, file)


def _read_json(data: bytes, file: str) -> Document:
    nowhere = {"file": file, "line": 1, "place": "-", "field": "-"}
    if len(data) > LIMIT:
        raise TooLargeError(**nowhere, limit=LIMIT // 1024)
    try:
        content = json.loads(data, parse_int=str, parse_float=str, object_pairs_hook=_once)
    except _KeyTwice as error:
        raise TwiceError(**(nowhere | {"field": error.args[0]})) from None
    except (ValueError, RecursionError) as error:
        raise NotYamlError(**(nowhere | {"line": getattr(error, "lineno", 1)})) from None
    document = Document(file, content, _lines(data, file))
    _refuse_booleans(content, document, ())
    return document


def _lines(data: bytes, file: str) -> dict[Steps, int]:
    """Return the line of each part, as nearly all JSON is YAML; of the rest, every part is on line 1."""
    try:
        return read_yaml(data, file).lines
    except ContentError:
        return {}


class _KeyTwice(Exception):  # noqa: N818, never seen outside
    pass


def _once(pairs: list[tuple[str, Node]]) -> dict[str, Node]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _KeyTwice(next(name for name in names if names.count(name) > 1))
    return found


def _refuse_booleans(node: object, document: Document, path: Steps) -> None:
    if isinstance(node, bool):
        raise TrueOrFalseError(**document.at(path))
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in items:
        _refuse_booleans(child, document, (*path, name))
