"""The words of argparse, marked for translation: it asks for them by these very messages."""

import argparse

from facewise import i18n
from facewise.errors import N_

WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
)


def translate() -> None:
    """Let argparse speak the current language; it looks up its words in its own module's `_`."""
    vars(argparse).update(_=i18n._)
