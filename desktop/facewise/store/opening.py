"""Opening an assessment together with the questionnaire it was answered with; neither is trusted."""

from dataclasses import dataclass
from pathlib import Path

from facewise.assessment.asking import fits
from facewise.content.pack import Pack
from facewise.content.packs import NotAPackError, load_pack, pack_bytes, pack_from_bytes
from facewise.content.sound import named_fields
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
    """Return the questionnaire that travels in a file, if this program can show everything it needs.

    Raises NotAPackError.
    """
    if content == pack_bytes():
        return load_pack()
    pack = pack_from_bytes(content)
    if not _is_complete(pack, load_pack()):
        raise NotAPackError
    return pack


def _is_complete(pack: Pack, ours: Pack) -> bool:
    """Return whether every word this program looks up is there, with the same fields to fill in."""
    named = ((pack.grades, ours.grades), (pack.effort, ours.effort), (pack.purposes, ours.purposes))
    return all(set(needed) <= set(here) for here, needed in named) and all(
        key in pack.words and named_fields(pack.words[key].zh) == named_fields(text.zh)
        for key, text in ours.words.items()
    )
