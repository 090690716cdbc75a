"""The files of a pack as a lawyer keeps them, read but not yet understood."""

from dataclasses import dataclass
from pathlib import Path

from facewise.content.english import English, english_of, read_english
from facewise.content.mistakes import ContentError, MissingFieldError, NotAListError, NotFieldsError
from facewise.content.reading import Document, Node, read_yaml
from facewise.errors import N_

INDEX = "pack.yaml"


class NoSuchPartError(ContentError):
    """A file that the pack names and that is not there, or lies outside its folder."""

    sentence = N_(
        "In {file}, line {line}, the field {field} names the file {name}, which is not in this folder. "
        "Correct the name or add the file."
    )


@dataclass(frozen=True, slots=True)
class Sources:
    """What lies in the folder of a pack: its index, its sections (scoping first), words and English."""

    index: Document
    sections: tuple[Document, ...]
    words: Document
    english: English

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return every file of the pack."""
        return (self.index, *self.sections, self.words)


def read_sources(folder: Path) -> Sources:
    """Return the files of a pack; a `ContentError` says which of them is missing or not readable."""
    index = _read(folder, INDEX, read_yaml(b"id: '-'", INDEX), "-")
    content = fields(index)
    for name in ("scoping", "sections", "words"):
        if name not in content:
            raise MissingFieldError(**index.at((name,)))
    listed = content["sections"]
    if not isinstance(listed, list):
        raise NotAListError(**index.at(("sections",)))
    sections = tuple(
        _read(folder, name, index, "sections")
        for name in (content["scoping"], *listed)
        if (folder / str(name)).exists()
    )
    return Sources(
        index, sections, _read(folder, content["words"], index, "words"), read_english(english_of(folder))
    )


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return every file that a pack is compiled from, but for the law."""
    english = english_of(folder)
    return (*sorted(folder.glob("*.yaml")), *((english,) if english.is_file() else ()))


def fields(document: Document) -> dict[str, Node]:
    """Return the fields of a document, or raise `NotFieldsError`."""
    if not isinstance(document.content, dict):
        raise NotFieldsError(**document.at())
    return document.content


def _read(folder: Path, name: Node, index: Document, field: str) -> Document:
    file = folder / str(name)
    if not isinstance(name, str) or file.parent != folder or not file.is_file():
        raise NoSuchPartError(**index.at((field,)), name=name)
    document = read_yaml(file.read_bytes(), file.name)
    fields(document)
    return document
