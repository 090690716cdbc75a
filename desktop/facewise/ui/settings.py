"""What this computer remembers of the window: language, view, open panels, recent files. Never answers.

Plain JSON, read before the first paint; what cannot be read is as if it were not there.
"""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args

from facewise.i18n import LANGUAGES, Language
from facewise.store.home import home
from facewise.ui.places import View

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
MOST_RECENT = 8
HELP = ("look", "law", "why", "evidence")


@dataclass(frozen=True, slots=True)
class Recent:
    """A file as the start page shows it: `state` is a shape, `section` where one stopped (zh, en)."""

    path: str
    name: str
    state: str = "empty"
    day: str = ""
    section: tuple[str, str] = ("", "")
    answered: int = 0
    left: int = 0
    maybe: int = 0

    @property
    def is_begun(self) -> bool:
        """Return whether there is something to go on with."""
        return self.state in ("empty", "half") and self.left > 0


@dataclass(frozen=True, slots=True)
class Remembered:
    """Everything that is remembered; None as language means that of the system.

    `timestamps` is the address of the timestamp service and `token` the library of the token that were used
    last; neither is asked again unless somebody wants it.
    """

    language: Language | None = None
    view: View = "one"
    theme: ThemeChoice = "system"
    help_open: tuple[str, ...] = HELP
    rail: bool = False
    size: tuple[int, int] = (1200, 780)
    recent: tuple[Recent, ...] = field(default=())
    timestamps: str = ""
    token: str = ""


class Settings:
    """What is remembered, and where; every change is written at once."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or _default_file()
        self.now = _read(self._file)

    def remember(self, **changes: Any) -> None:  # noqa: ANN401, the fields of Remembered
        """Keep a change; a disk that does not take it only forgets it at the end."""
        import json

        self.now = replace(self.now, **changes)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(asdict(self.now), ensure_ascii=False, indent=1), "utf-8")
        except OSError:
            pass

    def opened(self, recent: Recent) -> None:
        """Put a file on top of the recent ones."""
        others = [other for other in self.now.recent if other.path != recent.path]
        self.remember(recent=(recent, *others)[:MOST_RECENT])

    def forget(self, path: str) -> None:
        """Take a file off the recent ones."""
        self.remember(recent=tuple(other for other in self.now.recent if other.path != path))


def _default_file() -> Path:
    return home() / "window.json"


def _read(file: Path) -> Remembered:
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError):
        return Remembered()
    import json

    try:
        found = json.loads(text)
    except ValueError:
        return Remembered()
    return _remembered(found) if isinstance(found, dict) else Remembered()


def _remembered(found: dict[str, Any]) -> Remembered:
    made, size = Remembered(), found.get("size")
    wide = isinstance(size, list) and len(size) == len(made.size) and all(isinstance(n, int) for n in size)
    language = found.get("language")
    return Remembered(
        language=language if language in LANGUAGES else None,
        view=cast("View", _one_of(found.get("view"), View, made.view)),
        theme=cast("ThemeChoice", _one_of(found.get("theme"), ThemeChoice, made.theme)),
        help_open=tuple(name for name in HELP if name in found.get("help_open", HELP)),
        rail=found.get("rail") is True,
        size=(size[0], size[1]) if wide and size else made.size,
        recent=tuple(filter(None, map(_recent, found.get("recent") or ()))),
        timestamps=_text(found.get("timestamps")),
        token=_text(found.get("token")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _one_of(value: object, allowed: object, otherwise: str) -> str:
    return value if isinstance(value, str) and value in get_args(allowed) else otherwise


def _recent(found: object) -> Recent | None:
    try:
        made = Recent(**cast("dict[str, Any]", found))
        made = replace(made, section=(str(made.section[0]), str(made.section[1])))
    except (TypeError, IndexError):
        return None
    numbers = all(isinstance(n, int) for n in (made.answered, made.left, made.maybe))
    words = all(isinstance(word, str) for word in (made.path, made.name, made.state, made.day))
    return made if numbers and words else None
