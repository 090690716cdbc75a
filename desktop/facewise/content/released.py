"""What was published once: ids are never given to something else, and none disappears without a step."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from facewise.content.checked import Checked
from facewise.content.faults import GoneError, ReusedIdError
from facewise.content.mistakes import ContentError
from facewise.content.pack import Content
from facewise.content.reading import Document, read_model, read_yaml

FILE = "released.yaml"


class Step(Content):
    """What becomes of the answers that were given under a published id, or as a published choice of it."""

    step: Literal["rename", "map_choice", "split", "merge", "retire"]
    of: str
    choice: str | None = None
    to: tuple[str, ...] = ()


class Name(Content):
    """A published question: its short code, the version it came with, and its choices."""

    code: str
    since: str
    choices: tuple[str, ...] = ()


class Released(Content):
    """Every name that was published, and the steps since then."""

    ids: dict[str, Name]
    steps: tuple[Step, ...] = ()


def released_faults(checked: Checked, folder: Path) -> Iterator[ContentError]:
    """Return published ids that are gone or name something else; nothing where nothing was published."""
    file = folder / FILE
    if not file.is_file():
        return
    document = read_yaml(file.read_bytes(), file.name)
    released = read_model(Released, document)
    left = {step.of for step in released.steps if step.step != "map_choice"}
    mapped = {(step.of, step.choice) for step in released.steps}
    for name, known in released.ids.items():
        yield from _question(checked, document, name, known, left)
        yield from _choices(checked, document, name, known, mapped)
    yield from _codes(checked, released)


def _question(
    checked: Checked, document: Document, name: str, known: Name, left: set[str]
) -> Iterator[ContentError]:
    question = checked.pack.question(name)
    if question is None:
        if name not in left:
            yield GoneError(**document.at(("ids", name)), name=name)
    elif name in left or question.since != known.since:
        yield ReusedIdError(**checked.places[question.id].at("id"), name=name)


def _choices(
    checked: Checked, document: Document, name: str, known: Name, mapped: set[tuple[str, str | None]]
) -> Iterator[ContentError]:
    question = checked.pack.question(name)
    offered = {choice.id for choice in question.choices} if question else set(known.choices)
    for choice in known.choices:
        if choice not in offered and (name, choice) not in mapped:
            yield GoneError(**document.at(("ids", name, "choices")), name=f"{name}: {choice}")


def _codes(checked: Checked, released: Released) -> Iterator[ContentError]:
    """A short code stands in printed reports, so it stays with its question."""
    owners = {known.code: name for name, known in released.ids.items()}
    for question, place in checked.questions():
        if owners.get(question.code, question.id) != question.id:
            yield ReusedIdError(**place.at("code"), name=question.code)
