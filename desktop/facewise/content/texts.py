"""Which fields of a questionnaire are texts, and where each stands: for extraction, translation and checks.

The models say it themselves: a text is what they hold as `Text`. Its context in the catalogue of English is
the way to it, ids and names joined by dots, beginning with the nearest question or section.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import NoneType
from typing import TypeAlias, get_args, get_origin

from facewise.content.pack import Content, Pack, Question, Section
from facewise.content.reading import Document, Node, Steps
from facewise.i18n import Text

_WITH_AN_ID_OF_THEIR_OWN = (Question, Section)


@dataclass(frozen=True, slots=True)
class Found:
    """One text of a file: its context, its words in Chinese, and the way to it in the file."""

    context: str
    zh: str
    path: Steps


Visit: TypeAlias = Callable[[Found], Node]


def shape(document: Document) -> tuple[object, str]:
    """Return which model a file of a pack holds, and the context that its texts begin with."""
    content = document.content
    if isinstance(content, dict) and "questions" in content:
        return Section, ""
    if isinstance(content, dict) and "sections" in content:
        return Pack, ""
    flat = isinstance(content, dict) and all(isinstance(text, str) for text in content.values())
    return (dict[str, Text] if flat else None), "words"


def translate(document: Document, english: Callable[[Found], str]) -> Document:
    """Return the document with each of its texts as a pair: what stands there, and its English."""

    def pair(found: Found) -> Node:
        return {"zh": found.zh, "en": english(found)}

    model, context = shape(document)
    changed = _walk(model, document.content, context, (), pair)
    return Document(document.file, changed, document.lines, document.base)


def texts(document: Document) -> Iterator[Found]:
    """Return every text of a file of a pack, in the order of the file."""
    found: list[Found] = []

    def keep(text: Found) -> Node:
        found.append(text)
        return text.zh

    model, context = shape(document)
    _walk(model, document.content, context, (), keep)
    yield from sorted(found, key=lambda text: document.line(text.path))


def _walk(kind: object, node: Node, context: str, path: Steps, visit: Visit) -> Node:
    kind = _plain(kind)
    if kind is Text:
        return visit(Found(context, node, path)) if isinstance(node, str) else node
    if get_origin(kind) is tuple and isinstance(node, list):
        below = get_args(kind)[0]
        return [_walk(below, item, _item(context, item, n), (*path, n), visit) for n, item in enumerate(node)]
    if get_origin(kind) is dict and isinstance(node, dict):
        below = get_args(kind)[1]
        return {
            key: _walk(below, item, f"{context}.{key}", (*path, key), visit) for key, item in node.items()
        }
    if isinstance(kind, type) and issubclass(kind, Content) and isinstance(node, dict):
        return _fields(kind, node, context, path, visit)
    return node


def _fields(kind: type[Content], node: dict[str, Node], context: str, path: Steps, visit: Visit) -> Node:
    own = node.get("id")
    if kind in _WITH_AN_ID_OF_THEIR_OWN and isinstance(own, str):
        context = own
    known = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    return {
        key: _walk(
            known.get(key), item, f"{context}.{key}" if context else _top(key, item), (*path, key), visit
        )
        for key, item in node.items()
    }


def _top(key: str, item: Node) -> str:
    """Return the context of a field of the pack itself."""
    return f"pack.{key}" if isinstance(item, str) else key


def _item(context: str, item: Node, number: int) -> str:
    own = item.get("id") if isinstance(item, dict) else None
    return f"{context}.{own if isinstance(own, str) else number + 1}"


def _plain(kind: object) -> object:
    """Return what an annotation is about, without `None`; unions of models hold no texts."""
    members = [member for member in get_args(kind) if member is not NoneType]
    return members[0] if len(members) == 1 and NoneType in get_args(kind) else kind
