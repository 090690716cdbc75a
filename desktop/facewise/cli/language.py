"""Which language the terminal speaks."""

import locale
import os

from facewise.i18n import Language

_SILENT = ("", "C", "POSIX")


def spoken() -> Language:
    """Return the language of FACEWISE_LANGUAGE, else the system's, else Chinese."""
    asked = os.environ.get("FACEWISE_LANGUAGE", "").lower()
    if asked in ("zh", "en"):
        return "en" if asked == "en" else "zh"
    name = _of_system().partition(".")[0]
    return "zh" if name in _SILENT or name.lower().startswith(("zh", "chinese")) else "en"


def _of_system() -> str:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), None) or locale.getlocale()[0] or ""
