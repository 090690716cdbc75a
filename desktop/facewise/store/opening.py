"""Opening an assessment together with the questionnaire it was answered with; neither is trusted."""

from dataclasses import dataclass
from pathlib import Path

from facewise.assessment.asking import fits
from facewise.content.pack import Pack
from facewise.content.packs import NotAPackError, load_pack, pack_bytes, pack_from_bytes
from facewise.content.sound import named_fields
from facewise.i18n import Text
from facewise.store.reading import read_file
from facewise.store.site_file import LARGEST_FILE, DamagedFileError, SiteFile, from_bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment, its questionnaire, and the bytes that were read, by which a change is noticed."""

    site: SiteFile
    pack: Pack
    data: bytes


def open_site(path: Path) -> Opened:
    """Return the assessment that a file holds.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, ForeignFileError, DamagedFileError,
    OversizedFileError, NewerFileError.
    """
    data = read_file(path, LARGEST_FILE)
    site = from_bytes(data, path.name)
    try:
        pack = pack_of(site.pack)
    except NotAPackError as error:
        raise DamagedFileError(file=path.name, part="pack.json") from error
    if not fits(pack, site.answers):
        raise DamagedFileError(file=path.name, part="assessment.json")
    return Opened(site, pack, data)


def pack_of(content: bytes) -> Pack:
    """Return the questionnaire that travels in a file; words that this program needs beside it are its own.

    Raises NotAPackError.
    """
    if content == pack_bytes():
        return load_pack()
    pack, ours = pack_from_bytes(content), load_pack()
    kept = {key: text for key, text in pack.words.items() if _is_used_alike(text, ours.words.get(key))}
    return pack.model_copy(
        update={
            "words": {**ours.words, **kept},
            "grades": {**ours.grades, **pack.grades},
            "effort": {**ours.effort, **pack.effort},
            "purposes": {**ours.purposes, **pack.purposes},
        }
    )


def _is_used_alike(text: Text, ours: Text | None) -> bool:
    """An older text may lack a field that this program fills in, or have one that it no longer knows."""
    return ours is None or named_fields(text.zh) == named_fields(ours.zh)
