"""`identity`: made, brought in, listed, shown, passed on, backed up, removed."""

import io
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import PASSPHRASE, Run

from facewise.cli import passphrases
from facewise.store.identities import find, kept

STDIN = "--passphrase-stdin"
CODE = "91350100M000100Y43"


def test_an_identity_is_made_and_listed(run: Run) -> None:
    words = ("identity", "new", "林小满", "--organisation", "样例海棠便利店", "--credit-code", CODE)
    said = run(*words, STDIN, stdin=PASSPHRASE)
    assert (said.code, said.err) == (0, "")
    assert run("identity", "list").out == said.out
    assert "林小满  样例海棠便利店  20" in said.out
    shown = run("identity", "show", "林小满").out
    assert f"Credit code: {CODE}\n" in shown
    assert "Certificate: made in this program, by itself" in shown
    assert find("林小满").signatory.fingerprint[:4] in shown


def test_no_identity_is_said_with_the_way_to_one(run: Run) -> None:
    assert "identity new NAME" in run("identity", "list").out


@pytest.mark.parametrize(
    ("words", "stdin", "sentence"),
    [
        (("new", "林小满"), "12345678", "This passphrase could be guessed"),
        (("new", ""), PASSPHRASE, " cannot stand in a signature"),
        (("new", "x", "--credit-code", "1"), PASSPHRASE, "1 is not a unified social credit code"),
        (("new", "x"), "", "A passphrase is needed"),
        (("import", "none.p12"), PASSPHRASE, "There is no file none.p12"),
        (("import", "a.p12"), PASSPHRASE, "This file holds no identity"),
        (("show", "nobody"), "", "There is no identity nobody"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, tmp_path: Path, words: tuple[str, ...], stdin: str, sentence: str
) -> None:
    (tmp_path / "a.p12").write_bytes(b"no key")
    said = run("identity", *words, *((STDIN,) if words[0] in ("new", "import") else ()), stdin=stdin)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert kept() == ()


def test_an_identity_goes_to_another_computer_as_its_backup(
    run: Run, signer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("identity", "backup", signer, "-o", "a.p12").code == 0
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "another"))
    said = run("identity", "import", "a.p12", STDIN, stdin=PASSPHRASE)
    assert said.code == 0
    assert signer in said.out


def test_the_public_certificate_is_passed_on(run: Run, signer: str, tmp_path: Path) -> None:
    assert run("identity", "export", signer, "-o", "a.pem").out == "a.pem\n"
    assert (tmp_path / "a.pem").read_text("ascii").startswith("-----BEGIN CERTIFICATE-----")
    assert run("identity", "export", signer, "-o", "none/a.pem").code == 2
    assert run("identity", "backup", signer, "-o", "none/a.p12").code == 2


def test_an_identity_is_removed_by_those_who_are_sure(run: Run, signer: str) -> None:
    said = run("identity", "remove", signer)
    assert (said.code, kept() != ()) == (2, True)
    assert "add --yes" in said.err
    assert run("identity", "remove", signer, "--yes").out == f"{signer} was removed.\n"
    assert kept() == ()


@pytest.mark.parametrize(("typed", "code"), [("yes\n", 0), ("是\n", 0), ("no\n", 2), ("\n", 2)])
def test_whoever_sits_at_a_keyboard_is_asked(
    run: Run, signer: str, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    class Keyboard(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(io, "TextIOWrapper", Keyboard)
    assert run("identity", "remove", signer, stdin=typed).code == code
    assert (kept() == ()) == (code == 0)


def test_a_new_passphrase_is_typed_twice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSPHRASE, "something else", PASSPHRASE, PASSPHRASE])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    assert "The two passphrases differ" in run("identity", "new", "x").err
    assert run("identity", "new", "x").code == 0


@pytest.mark.parametrize("error", [EOFError, OSError])
def test_a_keyboard_that_goes_away_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def gone(_prompt: str) -> str:
        raise error

    monkeypatch.setattr("getpass.getpass", gone)
    assert "there is no keyboard" in run("identity", "new", "x").err


def test_without_standard_input_there_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(passphrases.NoPassphraseError):
        passphrases.passphrase("", from_stdin=True)
