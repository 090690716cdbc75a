"""The window, which the command opens when it is given nothing to do."""

import gc
import os
import sys
from collections.abc import Sequence

from facewise.errors import N_, FacewiseError

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoScreenError(FacewiseError):
    """There is no screen to open a window on."""

    sentence = N_(
        "There is no screen here to open the window on. Start it on a desktop, or use the commands that "
        "'facewise --help' lists."
    )


class NoWindowError(FacewiseError):
    """What windows are drawn with cannot be loaded."""

    sentence = N_(
        "The window cannot be opened: {why}. On Debian or Ubuntu 'python3 dev.py run' as root installs what "
        "it needs; the commands that 'facewise --help' lists work without it."
    )


def open_window(files: Sequence[str]) -> int:
    """Open the window, with an assessment in it where one is named, and return its exit code.

    Raises NoScreenError, NoWindowError.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise NoScreenError
    gc.disable()  # what is loaded stays; after its first paint the window turns it on again
    try:
        from facewise.ui.app import main
    except ImportError as error:
        raise NoWindowError(why=error) from error
    return main(files)
