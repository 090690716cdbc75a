"""`trust`: the certificates that the user trusts with all they have issued."""

from pathlib import Path

from facewise.cli.codes import FINE
from facewise.i18n import _
from facewise.signing.identities import short
from facewise.store.roots import Root, distrust, roots, trust


def add(file: Path) -> int:
    """Trust the certificate in a file."""
    print(_line(trust(file)))
    return FINE


def list_all() -> int:
    """Print a line for each trusted certificate."""
    found = roots()
    for each in found:
        print(_line(each))
    if not found:
        print(_("No certificate is trusted yet. 'facewise trust add FILE' trusts one."))
    return FINE


def remove(name: str) -> int:
    """Trust a certificate no longer."""
    root = distrust(name)
    print(_("{name} is no longer trusted.").format(name=root.holder.name or root.holder.organisation))
    return FINE


def _line(root: Root) -> str:
    who = root.holder
    return "  ".join(filter(None, (short(who.fingerprint), who.name, who.organisation)))
