"""Taking a designed sign out of the program: as a file in one of three formats, or onto paper."""

from dataclasses import replace
from pathlib import Path

from facewise.ui.drawn_signs import Order
from facewise.ui.pages.documents_output import Output


class SignOutput(Output):
    """Makes a sign beside the window and puts it where it is wanted."""

    def save_sign(self, order: Order, form: str, start: Path) -> None:
        """Make a file, ask under which name, and write it there."""
        self._make(lambda _tell: (order.made(form),), lambda found: self._ask(found, start))

    def print_sign(self, order: Order, name: str) -> None:
        """Print a sign by the system's dialog, without bleed: an office printer cuts nothing."""
        plain = replace(order, design=replace(order.design, bleed=False))
        self._make(lambda _tell: plain.made("pdf"), lambda made: self._print(made, name))
