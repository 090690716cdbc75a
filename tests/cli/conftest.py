"""The command line in this process: words in, exit code and both outputs out."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from facewise.cli import main
from facewise.store.samples import load_sample
from facewise.store.site_file import SiteFile, write_site

PASSPHRASE = "four quiet herons over a pond"


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACEWISE_LANGUAGE", "en")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command in a folder of its own, with bytes on standard input."""
    monkeypatch.chdir(tmp_path)

    def command(*words: object, stdin: bytes | str = b"") -> Said:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def shop() -> SiteFile:
    return load_sample("shop")


@pytest.fixture
def site(tmp_path: Path, shop: SiteFile) -> Path:
    """The sample shop as if it were a real one."""
    path = tmp_path / "till.facewise"
    real = SiteFile(shop.answers.model_copy(update={"sample": False}), shop.pack)
    write_site(path, real)
    return path


@pytest.fixture(scope="session")
def identity_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the identity of 林小满, made once, as making one takes its time."""
    from datetime import UTC, datetime

    from facewise.signing.identities import new_identity, open_identity
    from facewise.store.identities import keep

    folder = tmp_path_factory.mktemp("identities")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACEWISE_HOME", str(folder))
        made = new_identity(name="林小满", passphrase=PASSPHRASE, now=datetime.now(UTC))
        keep(made, open_identity(made, PASSPHRASE).certificate)
    return folder


@pytest.fixture
def signer(identity_files: Path, home: Path) -> str:
    """The name of an identity that is kept in this test's home."""
    import shutil

    shutil.copytree(identity_files, home)
    return "林小满"
