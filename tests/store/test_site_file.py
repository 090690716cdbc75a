"""The assessment file: what goes in comes out; whatever was done to it, one sentence and nothing lost."""

import contextlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.assessment.answers import Answer, Answers, Business, Evidence, Use
from facewise.content.canonical import canonical, sha256
from facewise.errors import FacewiseError, NoSuchFileError
from facewise.i18n import tell
from facewise.store import site_file
from facewise.store.log import BrokenLogError, happened
from facewise.store.reading import TooLargeFileError, UnreadableFileError
from facewise.store.site_file import (
    DamagedFileError,
    FileChangedError,
    ForeignFileError,
    NewerFileError,
    OversizedFileError,
    SiteFile,
    from_bytes,
    read_site,
    to_bytes,
    write_site,
)

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PHOTO = b"a photograph"
SITE = SiteFile(
    Answers(
        on=date(2026, 11, 20),
        business=Business(name="样例海棠便利店", site="学院路店"),
        site={"scoping.recognises": Answer(value="yes")},
        uses=(Use(id="till", kind="payment", answers={"notice.before": Answer(value="no", note="没有")}),),
    ),
    pack=canonical({"id": "frt"}),
    evidence={sha256(PHOTO): PHOTO},
    signed={"1/report.pdf": b"%PDF-", "1/result.json": b"{}"},
).noting(happened(AT, "created"))
DATA = to_bytes(SITE)

words = st.text(st.characters(codec="utf-8", categories=["Lo", "Lu", "Ll", "Nd", "Po"]), max_size=30)
answer = st.builds(
    Answer,
    value=st.none() | st.sampled_from(["yes", "no", "unknown"]) | st.integers(0, 10**9),
    note=words,
    date=st.none() | st.dates(),
    flags=st.lists(st.sampled_from(["come_back", "ask_vendor"]), unique=True).map(tuple),
    evidence=st.lists(st.builds(Evidence, file=words, note=words, on=st.none() | st.dates()), max_size=2).map(
        tuple
    ),
)
answers = st.builds(
    Answers,
    on=st.dates(),
    business=st.builds(Business, name=words, site=words),
    site=st.dictionaries(st.text(max_size=8), answer, max_size=3),
    sample=st.booleans(),
)


@given(answers, st.dictionaries(st.binary(max_size=9), st.none(), max_size=3), st.lists(words, max_size=3))
def test_what_is_written_is_read(told: Answers, photos: dict[bytes, None], done: list[str]) -> None:
    site = SiteFile(told, b"{}", evidence={sha256(data): data for data in photos})
    for what in done:
        site = site.noting(happened(AT, "answered", what))
    assert from_bytes(to_bytes(site), "x.facewise") == site


def test_the_same_content_gives_the_same_bytes() -> None:
    assert to_bytes(from_bytes(DATA, "x.facewise")) == DATA


def test_every_truncation_is_refused() -> None:
    for length in range(len(DATA)):
        with pytest.raises((DamagedFileError, ForeignFileError)):
            from_bytes(DATA[:length], "x.facewise")


@pytest.mark.parametrize("flip", [0x01, 0x80])
def test_a_flipped_byte_is_refused_or_changes_nothing(flip: int) -> None:
    for place in range(len(DATA)):
        changed = DATA[:place] + bytes([DATA[place] ^ flip]) + DATA[place + 1 :]
        with contextlib.suppress(FacewiseError):
            assert from_bytes(changed, "x.facewise") == SITE


@given(st.binary(max_size=200))
def test_other_bytes_are_foreign(data: bytes) -> None:
    with pytest.raises(FacewiseError):
        from_bytes(data, "x.facewise")


def rebuilt(change: Callable[[dict[str, bytes]], None], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The file with its parts changed by somebody who knows how it is made."""
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def manifest(**changes: object) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | changes).encode()

    return change


def part(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    """A part, and its hash in the manifest."""

    def change(parts: dict[str, bytes]) -> None:
        parts[name] = data
        known = json.loads(parts["manifest.json"])
        known["files"][name] = sha256(data)
        parts["manifest.json"] = json.dumps(known).encode()

    return change


def only(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: data})


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (only("assessment.json", b"{}"), DamagedFileError),
        (lambda parts: parts.pop("log.jsonl"), DamagedFileError),
        (lambda parts: parts.pop("manifest.json"), ForeignFileError),
        (only("manifest.json", b"[" * 100_000), DamagedFileError),
        (only("manifest.json", b"[]"), DamagedFileError),
        (manifest(reader="1"), DamagedFileError),
        (manifest(files=[]), DamagedFileError),
        (manifest(reader=2, program="9.0"), NewerFileError),
        (part("assessment.json", b'{"on": "2026-11-20", "format": 1, "stray": 1}'), DamagedFileError),
        (part("assessment.json", b'{"on": "2026-11-20", "business": {"name": "\\u0000"}}'), DamagedFileError),
        (part("evidence/../../x", b"x"), DamagedFileError),
        (part("evidence/name", b"x"), DamagedFileError),
        (part("evidence/" + sha256(b"a"), b"b"), DamagedFileError),
        (part("signed/one/report.pdf", b"x"), DamagedFileError),
        (part("log.jsonl", b"nonsense\n"), BrokenLogError),
    ],
)  # fmt: skip
def test_a_file_that_somebody_built_is_refused(
    change: Callable[[dict[str, bytes]], None], kind: type[FacewiseError]
) -> None:
    with pytest.raises(kind) as error:
        from_bytes(rebuilt(change), "x.facewise")
    assert error.value.fields["file"] == "x.facewise"


def test_a_newer_file_names_its_program() -> None:
    with pytest.raises(NewerFileError) as error:
        from_bytes(rebuilt(manifest(reader=2, program="9.0" + "x" * 999)), "x.facewise")
    assert str(error.value.fields["program"]).startswith("9.0")
    assert len(tell(error.value, "en")) < 200


def test_a_file_of_a_later_format_that_we_can_still_read_is_read() -> None:
    assert from_bytes(rebuilt(manifest(format=9, reader=1)), "x.facewise") == SITE


def test_a_bomb_is_not_unpacked() -> None:
    bomb = rebuilt(part("assessment.json", b" " * (17 << 20)))
    assert len(bomb) < 200_000
    with pytest.raises(OversizedFileError):
        from_bytes(bomb, "x.facewise")


def test_all_parts_together_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_file, "LARGEST_FILE", len(PHOTO) + 700)
    with pytest.raises(OversizedFileError):
        from_bytes(DATA, "x.facewise")


def test_thousands_of_parts_are_refused() -> None:
    many = rebuilt(lambda parts: parts.update({f"x{n}": b"" for n in range(2001)}))
    with pytest.raises(OversizedFileError):
        from_bytes(many, "x.facewise")


def test_only_plain_compression_is_unpacked() -> None:
    with pytest.raises(DamagedFileError):
        from_bytes(rebuilt(lambda _: None, method=zipfile.ZIP_LZMA), "x.facewise")


def test_a_file_is_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    assert write_site(path, SITE) == path.read_bytes() == DATA
    assert read_site(path) == SITE


def test_what_somebody_else_wrote_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    first = write_site(path, SITE)
    second = write_site(path, SITE.noting(happened(AT, "answered")), expected=first)
    with pytest.raises(FileChangedError):
        write_site(path, SITE, expected=first)
    assert path.read_bytes() == second


def test_a_file_that_was_moved_away_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    assert write_site(path, SITE, expected=b"earlier") == path.read_bytes()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        read_site(tmp_path / "none.facewise")
    with pytest.raises(UnreadableFileError):
        read_site(tmp_path)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.facewise"
    path.write_bytes(DATA)
    monkeypatch.setattr(site_file, "LARGEST_FILE", 100)
    with pytest.raises(TooLargeFileError):
        read_site(path)
