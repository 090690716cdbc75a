"""The assessment file `NAME.facewise`: one ZIP that holds a site's answers and what they were answered with.

`manifest.json` (format, oldest reader, program, hashes), `assessment.json` (the answers), `pack.json` (the
exact questionnaire), `evidence/<sha256>`, `log.jsonl` (hash-chained), `signed/<n>/` (frozen reports),
`studio/` (how signs were designed, and the logo).
"""

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from facewise.assessment.answers import Answers
from facewise.content.canonical import canonical, sha256
from facewise.errors import N_, FacewiseError
from facewise.store.log import Entry, chain, read_log, write_log
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file

FORMAT = 1
OLDEST_READER = 1
LARGEST_FILE = 512 * 1024 * 1024
_LARGEST_PART = 64 * 1024 * 1024
_LARGEST_JSON = 16 * 1024 * 1024
_MOST_PARTS = 2000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAMES = {
    "evidence/": r"[0-9a-f]{64}",
    "signed/": r"[1-9][0-9]{0,5}/[a-z]{1,20}(-[1-9][0-9]{0,2})?\.[a-z]{1,8}",
    "studio/": r"designs\.json|[0-9a-f]{64}",
}
_BAD_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)


class ForeignFileError(FacewiseError):
    """The file is something else."""

    sentence = N_("{file} is not a Facewise assessment. If it once was one, open an earlier copy.")


class DamagedFileError(FacewiseError):
    """The file is a Facewise assessment, but incomplete or changed."""

    sentence = N_("{file} is damaged ({part}). It was left as it is; open an earlier copy.")


class OversizedFileError(FacewiseError):
    """The file holds more than an assessment can."""

    sentence = N_("{file} is too large for an assessment ({part}) and was not opened.")


class NewerFileError(FacewiseError):
    """The file was written by a later program."""

    sentence = N_("{file} was written by a newer Facewise ({program}). Install that version to open it.")


class FileChangedError(FacewiseError):
    """Somebody else wrote the file since it was opened."""

    sentence = N_(
        "{file} was changed by somebody else since you opened it. Save under another name to keep both."
    )


@dataclass(frozen=True, slots=True)
class SiteFile:
    """All that a file holds; `pack` is canonical JSON; `evidence`, `signed`, `studio` are bytes by name."""

    answers: Answers
    pack: bytes
    log: tuple[Entry, ...] = ()
    evidence: Mapping[str, bytes] = field(default_factory=dict)
    signed: Mapping[str, bytes] = field(default_factory=dict)
    studio: Mapping[str, bytes] = field(default_factory=dict)

    def noting(self, entry: Entry) -> "SiteFile":
        """Return the same with one more line in the log, chained to the one before.

        The first one since answers were changed that are signed says before that a new version begins.
        """
        from facewise.store.signed import begun

        first = begun(self, entry.at) if self.signed else None
        log = chain(self.log, first) if first else self.log
        return replace(self, log=chain(log, entry))


def to_bytes(site: SiteFile) -> bytes:
    """Return the bytes of a file; the same content gives the same bytes."""
    parts = {
        "assessment.json": canonical(json.loads(site.answers.model_dump_json())),
        "pack.json": site.pack,
        "log.jsonl": write_log(site.log),
        **{f"evidence/{name}": data for name, data in sorted(site.evidence.items())},
        **{f"signed/{name}": data for name, data in sorted(site.signed.items())},
        **{f"studio/{name}": data for name, data in sorted(site.studio.items())},
    }
    manifest = {
        "format": FORMAT,
        "reader": OLDEST_READER,
        "program": version("facewise"),
        "files": {name: sha256(data) for name, data in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in {"manifest.json": canonical(manifest), **parts}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def from_bytes(data: bytes, file: str) -> SiteFile:
    """Return what the bytes of a file hold.

    Raises ForeignFileError, DamagedFileError, OversizedFileError, NewerFileError, all naming `file`.
    """
    parts = _Parts(data, file)
    manifest = parts.manifest()
    hashes = manifest["files"]
    names = ("assessment.json", "pack.json", "log.jsonl")
    answers, pack, log = (parts.read(name, hashes, _LARGEST_JSON) for name in names)
    return SiteFile(
        answers=parts.answers(answers),
        pack=pack,
        log=read_log(log, file),
        evidence=parts.folder("evidence/", hashes),
        signed=parts.folder("signed/", hashes),
        studio=parts.folder("studio/", hashes),
    )


def read_site(path: Path) -> SiteFile:
    """Return what a file holds; errors as `from_bytes`, and those of `read_file`."""
    return from_bytes(read_file(path, LARGEST_FILE), path.name)


def write_site(path: Path, site: SiteFile, *, expected: bytes | None = None) -> bytes:
    """Write a file whole or not at all, read it back, and return its bytes.

    With `expected`, the bytes that were last read or written, a file that somebody else changed meanwhile is
    left alone. Raises FileChangedError, NotWrittenError.
    """
    if expected is not None and path.exists() and path.read_bytes() != expected:
        raise FileChangedError(file=path.name)
    data = to_bytes(site)
    replace_file(path, data)
    return data


class _Parts:
    """The members of a file that is not trusted."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._room = LARGEST_FILE
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BAD_ZIP as error:
            looks_cut = data.startswith(b"PK\x03\x04") and b"manifest.json" in data[:100]
            cut = DamagedFileError(file=file, part="ZIP")
            raise (cut if looks_cut else ForeignFileError(file=file)) from error
        if len(self._archive.namelist()) > _MOST_PARTS:
            raise OversizedFileError(file=file, part=str(len(self._archive.namelist())))

    def manifest(self) -> dict[str, dict[str, str]]:
        if "manifest.json" not in self._archive.namelist():
            raise ForeignFileError(file=self._file)
        manifest = self._json("manifest.json", self._member("manifest.json", _LARGEST_JSON))
        if not isinstance(manifest, dict) or not isinstance(manifest.get("reader"), int):
            raise DamagedFileError(file=self._file, part="manifest.json")
        if manifest["reader"] > FORMAT:
            raise NewerFileError(file=self._file, program=str(manifest.get("program", "?"))[:40])
        if not isinstance(manifest.get("files"), dict):
            raise DamagedFileError(file=self._file, part="manifest.json")
        return manifest

    def read(self, name: str, hashes: Mapping[str, str], limit: int) -> bytes:
        data = self._member(name, limit)
        if sha256(data) != hashes.get(name):
            raise DamagedFileError(file=self._file, part=name)
        return data

    def folder(self, prefix: str, hashes: Mapping[str, str]) -> dict[str, bytes]:
        names = [name.removeprefix(prefix) for name in hashes if name.startswith(prefix)]
        for name in names:
            is_renamed = prefix == "evidence/" and hashes[prefix + name] != name
            if is_renamed or not re.fullmatch(_NAMES[prefix], name):
                raise DamagedFileError(file=self._file, part="manifest.json")
        return {name: self.read(prefix + name, hashes, _LARGEST_PART) for name in names}

    def answers(self, data: bytes) -> Answers:
        from pydantic import ValidationError

        try:
            return Answers.model_validate_json(data)
        except (ValidationError, FacewiseError) as error:
            raise DamagedFileError(file=self._file, part="assessment.json") from error

    def _member(self, name: str, limit: int) -> bytes:
        """Return the bytes of a part, never more than a part and all parts together may have."""
        limit = min(limit, self._room)
        try:
            part = self._archive.getinfo(name)
            if part.compress_type not in _METHODS:
                raise zipfile.BadZipFile
            with self._archive.open(part) as member:
                data = member.read(limit + 1)
        except (KeyError, *_BAD_ZIP) as error:
            raise DamagedFileError(file=self._file, part=name) from error
        if len(data) > limit:
            raise OversizedFileError(file=self._file, part=name)
        self._room -= len(data)
        return data

    def _json(self, name: str, data: bytes) -> object:
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise DamagedFileError(file=self._file, part=name) from error
