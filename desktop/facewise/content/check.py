"""All faults of a questionnaire at once, for whoever writes it and for the tests of the shipped one."""

from collections.abc import Iterator
from pathlib import Path

from facewise.content.checked import Checked
from facewise.content.checking_conditions import condition_faults
from facewise.content.checking_questions import list_faults, name_faults, question_faults
from facewise.content.compile import compile_sources, compiler, parts
from facewise.content.english import English
from facewise.content.faults import FuzzyError, NoEnglishError, PlaceholderError
from facewise.content.law import Law, load_law
from facewise.content.mistakes import ContentError
from facewise.content.reading import Document, mistakes, read_yaml
from facewise.content.released import released_faults
from facewise.content.sound import named_fields
from facewise.content.sources import Sources, read_sources
from facewise.content.texts import Found, texts


def check(folder: Path, law: Law | None = None) -> list[ContentError]:
    """Return every fault of the pack in a folder, by file and line; an empty list is a sound pack."""
    found = _faults(folder, law or load_law())
    return sorted(found, key=lambda fault: (str(fault.fields["file"]), _line(fault)))


def _line(fault: ContentError) -> int:
    line = fault.fields["line"]
    return line if isinstance(line, int) else 0


def _faults(folder: Path, law: Law) -> Iterator[ContentError]:
    unreadable = [fault for file in sorted(folder.glob("*.yaml")) for fault in _unreadable(file)]
    try:
        sources = read_sources(folder)
    except ContentError as fault:
        yield from unreadable or [fault]
        return
    yield from unreadable
    for document in sources.documents:
        yield from _english(document, sources.english)
    formal = list(_formal(sources))
    yield from formal
    if not formal:
        yield from _as_a_whole(Checked(compile_sources(sources, law), sources, law), folder)


def _unreadable(file: Path) -> Iterator[ContentError]:
    try:
        read_yaml(file.read_bytes(), file.name)
    except ContentError as fault:
        yield fault


def _formal(sources: Sources) -> Iterator[ContentError]:
    """What keeps the files from being understood at all: fields, kinds of values, named conditions."""
    make = compiler(sources)
    for model, document in parts(make):
        yield from mistakes(model, document)
    yield from make.faults


def _as_a_whole(checked: Checked, folder: Path) -> Iterator[ContentError]:
    yield from question_faults(checked)
    yield from list_faults(checked)
    yield from name_faults(checked)
    yield from condition_faults(checked)
    yield from released_faults(checked, folder)


def _english(document: Document, english: English) -> Iterator[ContentError]:
    for found in texts(document):
        known = english.translations.get(found.context)
        where = {**document.at(found.path), "catalogue": english.file, "context": found.context}
        if known is None or not known.en:
            yield NoEnglishError(**where)
        elif not known.settled or known.zh != found.zh:
            yield FuzzyError(**where)
        else:
            yield from _placeholders(found, known.en, document)


def _placeholders(found: Found, en: str, document: Document) -> Iterator[ContentError]:
    in_zh, in_en = named_fields(found.zh), named_fields(en)
    if in_zh is None or in_zh != in_en:
        told = [", ".join(sorted(names)) or "-" if names is not None else "{?}" for names in (in_zh, in_en)]
        yield PlaceholderError(**document.at(found.path), zh=told[0], en=told[1])
