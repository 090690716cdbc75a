"""`trust`: the certificates that are trusted with all they have issued, and the signers who were compared."""

from pathlib import Path

from facewise.cli.codes import FINE
from facewise.i18n import _
from facewise.signing.identities import short
from facewise.store.pins import Pin, pins, unpin
from facewise.store.roots import NoSuchRootError, Root, distrust, roots, trust

_FEWEST_DIGITS = 8


def add(file: Path) -> int:
    """Trust the certificate in a file."""
    print(_line(trust(file)))
    return FINE


def list_all() -> int:
    """Print a line for each trusted certificate, and for each signer whose fingerprint was compared."""
    certificates, signers = roots(), _compared()
    for each in certificates:
        print(_line(each))
    for fingerprint, pin in signers.items():
        day = pin.compared.astimezone().date() if pin.compared else ""
        said = _("{fingerprint}  {name}  (signer, compared on {day})")
        print(said.format(fingerprint=short(fingerprint), name=pin.name, day=day))
    if not certificates and not signers:
        print(_("No certificate is trusted yet. 'facewise trust add FILE' trusts one."))
    return FINE


def remove(name: str) -> int:
    """Trust a certificate no longer, or forget that a signer was compared."""
    try:
        holder = distrust(name).holder
        gone = holder.name or holder.organisation
    except NoSuchRootError:
        gone = _forgotten(name)
    print(_("{name} is no longer trusted.").format(name=gone))
    return FINE


def _compared() -> dict[str, Pin]:
    return {fingerprint: pin for fingerprint, pin in pins().signers.items() if pin.compared}


def _forgotten(name: str) -> str:
    digits = name.replace(" ", "").upper()
    long_enough = len(digits) >= _FEWEST_DIGITS
    found = {
        fingerprint: pin
        for fingerprint, pin in _compared().items()
        if pin.name == name or (long_enough and fingerprint.startswith(digits))
    }
    if len(found) != 1:
        raise NoSuchRootError(name=name)
    ((fingerprint, pin),) = found.items()
    unpin(fingerprint)
    return pin.name


def _line(root: Root) -> str:
    who = root.holder
    return "  ".join(filter(None, (short(who.fingerprint), who.name, who.organisation)))
