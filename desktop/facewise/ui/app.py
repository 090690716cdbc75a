"""The application: style, fonts, theme, language, window; nothing heavy before the first paint."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

# isort: split  (PySide6 reads the source of every module that is imported after it, to look for its own name)
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from facewise import i18n
from facewise.ui import drawings, fonts, phrases, sheet, theme, trail  # noqa: F401, before Qt: see below
from facewise.ui.settings import Settings
from facewise.ui.tokens import THEMES
from facewise.ui.window import Window

if TYPE_CHECKING:
    from facewise.ui.language import Speech

PRELOAD_AFTER = 300
"""Milliseconds after which the first look is done."""


class Facewise:
    """The program with its window: it follows the system's light and dark, and switches language at once."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._speech: Speech | None = None
        app.setApplicationName("facewise")
        fonts.load()
        i18n.use(settings.now.language or _of_system())
        shade = settings.now.theme
        is_dark = theme.is_dark(app) if shade == "system" else shade == "dark"
        tokens = THEMES["dark" if is_dark else "light"]
        app.setPalette(theme.palette(tokens))
        self.window = Window(settings)
        theme.dress(app, tokens)  # last: each widget would be dressed anew with every parent that it gets
        self.window.spoken.connect(self.speak)
        self.window.themed.connect(self.show_theme)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.show_theme(self._settings.now.theme))

    def finish(self) -> None:
        """Add what nobody sees yet: our drawing of controls, Qt's own words, menu and keys."""
        from facewise.ui.language import Speech
        from facewise.ui.style import FacewiseStyle

        fonts.use(self._app)
        self._app.setStyle(FacewiseStyle())
        self._speech = Speech(self._app)
        self._speech.speak(i18n.current())
        self.window.equip()

    def speak(self, language: str) -> None:
        """Switch the language of the window, and remember it."""
        if self._speech is not None and language in i18n.LANGUAGES and language != i18n.current():
            self._settings.remember(language=language)
            self._speech.speak("zh" if language == "zh" else "en")

    def show_theme(self, choice: str) -> None:
        """Show the light or the dark theme, or the one of the system."""
        from PySide6.QtCore import Qt

        if choice == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            choice = "dark" if dark else "light"
        theme.apply(self._app, THEMES[choice])

    def open(self, files: Sequence[str]) -> None:
        """Show the window and, in it, the first of these files."""
        file = str(Path(files[0]).absolute()) if files else ""
        self.window.painted.connect(lambda: QTimer.singleShot(0, lambda: self._go_on(file)))
        self.window.show()
        QTimer.singleShot(PRELOAD_AFTER, preload)

    def _go_on(self, file: str) -> None:
        """Complete what is shown, have it painted, and only then add what is not seen."""
        self.window.complete()
        QTimer.singleShot(0, lambda: self._end_start(file))

    def _end_start(self, file: str) -> None:
        self.finish()
        gc.enable()  # the command turned it off: nothing that the start makes is garbage
        if file:
            self.window.wants("open", file)


def _of_system() -> i18n.Language:
    """Return the language of the system: Chinese, or English for everybody else."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def preload() -> None:
    """Read the questionnaire in the background, so that the first assessment opens at once."""

    def read() -> None:
        from facewise.content.packs import load_pack

        load_pack()

    Thread(target=read, daemon=True).start()


def make(arguments: Sequence[str], settings: Settings | None = None) -> tuple[QApplication, Facewise]:
    """Return the application and the program in it, not yet shown."""
    app = QApplication([*arguments, "-style", "fusion"])
    return app, Facewise(app, settings or Settings())


def main(files: Sequence[str] = ()) -> int:
    """Run the window until it is closed, and return the exit code."""
    app, program = make(["facewise"])
    sys.excepthook = lambda kind, error, trace: _last_resort(program, kind, error, trace)
    program.open(files)
    return app.exec()


def _last_resort(
    program: Facewise, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Save what there is, and say that something went wrong: the one broad handler of the program."""
    sys.__excepthook__(kind, error, trace)
    if program.window.session is not None:
        program.window.session.save()
    sentence = i18n._(
        "Something went wrong. Your answers were saved. Please close the program and open it again."
    )
    program.window.commands.say(sentence)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
