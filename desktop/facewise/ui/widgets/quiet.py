"""Showing a state of a button that nobody gave it.

Assistive technology toggles a check box without a click, so what a person does is heard from `toggled`; what
the program only shows must then not be heard.
"""

from PySide6.QtWidgets import QAbstractButton


def show_checked(button: QAbstractButton, *, on: bool) -> None:
    """Show a button as checked or not, without a signal."""
    before = button.blockSignals(True)
    button.setChecked(on)
    button.blockSignals(before)
