"""Packs as the program uses them: the shipped one, and those that travel in assessments and reports."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from facewise import data
from facewise.content import canonical as canonical_json
from facewise.content.pack import Pack
from facewise.errors import N_, FacewiseError

SHIPPED = "frt"
LIMIT = 8 * 1024 * 1024


class NotAPackError(FacewiseError):
    """A questionnaire inside a file that is damaged, not one of ours, or far too large."""

    sentence = N_("The questionnaire kept in this file cannot be read. Take an undamaged copy of the file.")


@cache
def load_pack(name: str = SHIPPED) -> Pack:
    """Return a shipped pack."""
    return Pack.model_validate_json(pack_bytes(name))


@cache
def pack_bytes(name: str = SHIPPED) -> bytes:
    """Return a shipped pack as canonical JSON (RFC 8785), with both languages and the law it cites."""
    folder = data.folder("questionnaires") / name
    if not folder.is_dir():
        return folder.with_suffix(".json").read_bytes()
    return data.compiled(data.fingerprint(*_sources(folder)), f".{name}.json", lambda: compile_pack(name))


def pack_hash(name: str = SHIPPED) -> str:
    """Return the SHA-256 of a shipped pack, in hexadecimal."""
    return canonical_json.sha256(pack_bytes(name))


def compile_pack(name: str = SHIPPED) -> bytes:
    """Return a pack compiled from its YAML, as canonical JSON; a `ContentError` names a mistake."""
    from facewise.content.compile import compile_sources
    from facewise.content.law import load_law
    from facewise.content.sources import read_sources

    return canonical(compile_sources(read_sources(data.folder("questionnaires") / name), load_law()))


def canonical(pack: Pack) -> bytes:
    """Return a pack as canonical JSON (RFC 8785); what is left at its default is left out."""
    return canonical_json.canonical(pack.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def pack_from_bytes(content: bytes) -> Pack:
    """Return the pack that an assessment or a report carries, or raise `NotAPackError`."""
    if len(content) > LIMIT:
        raise NotAPackError
    from facewise.content.sound import is_sound

    try:
        pack = Pack.model_validate_json(content)
    except ValidationError:
        raise NotAPackError from None
    if not is_sound(pack):
        raise NotAPackError
    return pack


def english_of(folder: Path) -> Path:
    """Return the catalogue of a pack: that of the shipped ones, elsewhere `en.po` in its own folder."""
    own = folder / "en.po"
    if own.is_file() or folder.resolve().parent != data.folder("questionnaires").resolve():
        return own
    return data.folder("translations") / "en" / "LC_MESSAGES" / "questionnaires.po"


def _sources(folder: Path) -> tuple[Path, ...]:
    """Everything that decides what is compiled: the pack, its English, the law, and this room itself."""
    law, room = data.folder("questionnaires") / "law", Path(__file__).parent
    files = (*folder.glob("*.yaml"), english_of(folder), *law.glob("*.yaml"), *room.glob("*.py"))
    return tuple(file for file in files if file.is_file())
