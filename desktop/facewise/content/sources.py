"""The files of a pack as a lawyer keeps them, read but not yet understood."""

from dataclasses import dataclass
from pathlib import Path

from facewise.content.english import English, read_english
from facewise.content.mistakes import ContentError, MissingFieldError, NotAListError, NotFieldsError
from facewise.content.packs import english_of
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
    words: tuple[Document, ...]
    english: English

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return every file of the pack."""
        return (self.index, *self.sections, *self.words)


def read_sources(folder: Path) -> Sources:
    """Return the files of a pack; a `ContentError` says which of them is missing or not readable."""
    index = _read(folder, INDEX, read_yaml(b"id: '-'", INDEX), "-")
    content = fields(index)
    for name in ("scoping", "sections", "words"):
        if name not in content:
            raise MissingFieldError(**index.at((name,)))
    scoping = _read(folder, content["scoping"], index, "scoping")
    sections = tuple(_read(folder, name, index, "sections") for name in _listed(index, "sections"))
    words = tuple(_read(folder, name, index, "words") for name in _listed(index, "words"))
    return Sources(index, (scoping, *sections), words, read_english(english_of(folder)))


def fields(document: Document) -> dict[str, Node]:
    """Return the fields of a document, or raise `NotFieldsError`."""
    if not isinstance(document.content, dict):
        raise NotFieldsError(**document.at())
    return document.content


def _listed(index: Document, field: str) -> list[Node]:
    listed = fields(index)[field]
    if not isinstance(listed, list):
        raise NotAListError(**index.at((field,)))
    return listed


def _read(folder: Path, name: Node, index: Document, field: str) -> Document:
    file = folder / str(name)
    if not isinstance(name, str) or file.parent != folder or not file.is_file():
        raise NoSuchPartError(**index.at((field,)), name=name)
    document = read_yaml(file.read_bytes(), file.name)
    fields(document)
    return document
