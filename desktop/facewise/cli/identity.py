"""`identity`: making, bringing in, listing, showing, passing on, backing up and removing identities."""

import sys
from pathlib import Path

from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE
from facewise.cli.passphrases import new_passphrase, passphrase
from facewise.errors import N_, FacewiseError
from facewise.i18n import _
from facewise.signing.identities import Signatory, new_identity, open_identity, short
from facewise.store.identities import Kept, backup, export, find, keep, kept, remove
from facewise.store.passphrases import forget
from facewise.store.reading import read_file
from facewise.store.seals import keep_seal, remove_seal, set_seal_size

_LARGEST = 1024 * 1024


class NotRemovedError(FacewiseError):
    """Nobody said that the identity is to go."""

    sentence = N_("{name} was not removed. To remove it without being asked, add --yes.")


def new(name: str, organisation: str, credit_code: str, *, from_stdin: bool) -> int:
    """Make an identity and keep it on this computer."""
    secret = new_passphrase(from_stdin=from_stdin)
    made = new_identity(
        name=name,
        organisation=organisation,
        credit_code=credit_code,
        passphrase=secret,
        now=signing_time(),
    )
    return _kept(made, secret)


def bring_in(file: Path, *, from_stdin: bool) -> int:
    """Keep an identity that somebody else made."""
    data = read_file(file, _LARGEST)
    prompt = _("Passphrase of {name}: ").format(name=file.name)
    return _kept(data, passphrase(prompt, from_stdin=from_stdin))


def list_all() -> int:
    """Print a line for each identity."""
    found = kept()
    for each in found:
        _line(each)
    if not found:
        print(_("There is no identity on this computer yet. 'facewise identity new NAME' makes one."))
    return FINE


def show(name: str) -> int:
    """Print everything about an identity."""
    who = find(name).signatory
    issued = (
        _("made in this program, by itself") if who.self_issued else _("issued by a certificate authority")
    )
    told = {
        _("Name"): who.name,
        _("Business"): who.organisation,
        _("Credit code"): who.credit_code,
        _("Certificate"): issued,
        _("Valid"): _days(who),
        _("Fingerprint"): " ".join(who.fingerprint[n : n + 4] for n in range(0, len(who.fingerprint), 4)),
    }
    for label, value in told.items():
        if value:
            print(_("{label}: {value}").format(label=label, value=value))
    return FINE


def export_certificate(name: str, file: Path) -> int:
    """Write the public certificate of an identity."""
    export(find(name), file)
    print(file)
    return FINE


def back_up(name: str, file: Path) -> int:
    """Write an identity, locked as it is, to another place."""
    backup(find(name), file)
    print(file)
    return FINE


def set_seal(name: str, picture: Path | None, *, transparent: bool, size: int | None = None) -> int:
    """Keep a picture as the seal of an identity, or take it away where there is none."""
    who = find(name).signatory
    if picture is None:
        remove_seal(who.fingerprint)
        print(_("Signatures of {name} show no seal.").format(name=who.name))
    else:
        keep_seal(who.fingerprint, picture, transparent=transparent)
        if size is not None:
            set_seal_size(who.fingerprint, size)
        print(
            _("Signatures of {name} show this seal. It is a picture; it proves nothing.").format(
                name=who.name
            )
        )
    return FINE


def remove_for_good(name: str, *, is_sure: bool) -> int:
    """Delete an identity and the passphrase that the system may have kept."""
    identity = find(name)
    if not (is_sure or _is_sure(identity)):
        raise NotRemovedError(name=identity.signatory.name)
    remove(identity)
    remove_seal(identity.signatory.fingerprint)
    forget(identity.signatory.fingerprint)
    print(_("{name} was removed.").format(name=identity.signatory.name))
    return FINE


def _is_sure(identity: Kept) -> bool:
    if not (sys.stdin and sys.stdin.isatty()):
        return False
    said = _("Nobody will be able to sign as {name} with it again. Remove it? (yes/no) ")
    return input(said.format(name=identity.signatory.name)).strip().lower() in ("y", "yes", "是")


def _kept(pkcs12: bytes, secret: str) -> int:
    identity = open_identity(pkcs12, secret)  # proves that it opens before it is kept
    _line(keep(pkcs12, identity.certificate))
    return FINE


def _line(identity: Kept) -> None:
    who = identity.signatory
    print("  ".join(filter(None, (short(who.fingerprint), who.name, who.organisation, _days(who)))))


def _days(who: Signatory) -> str:
    days = {"start": who.not_before.date().isoformat(), "end": who.not_after.date().isoformat()}
    return _("{start} to {end}").format(**days)
