"""The application: style, fonts, theme, language, window; nothing heavy before the first paint."""

import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facewise import i18n
from facewise.ui import fonts, theme
from facewise.ui.settings import Settings
from facewise.ui.tokens import THEMES
from facewise.ui.window import Window

if TYPE_CHECKING:
    from facewise.ui.language import Speech

AFTER_PAINT, PRELOAD_AFTER = 30, 300
"""Milliseconds: the first paint is surely done; the first look is."""


class Facewise:
    """The program with its window: it follows the system's light and dark, and switches language at once."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._speech: Speech | None = None
        app.setApplicationName("facewise")
        app.setStyle("Fusion")
        fonts.load(app)
        i18n.use(settings.now.language or _of_system())
        self.show_theme(settings.now.theme)
        self.window = Window(settings)
        self.window.spoken.connect(self.speak)
        self.window.themed.connect(self.show_theme)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.show_theme(self._settings.now.theme))

    def finish(self) -> None:
        """Add what nobody sees at the first paint: our drawing of controls, Qt's own words, menu and keys."""
        from facewise.ui.language import Speech
        from facewise.ui.style import FacewiseStyle

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
        if choice == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            choice = "dark" if dark else "light"
        theme.apply(self._app, THEMES[choice])

    def open(self, files: Sequence[str]) -> None:
        """Show the window and, in it, the first of these files."""
        self.window.show()
        QTimer.singleShot(AFTER_PAINT, self.finish)
        QTimer.singleShot(PRELOAD_AFTER, preload)
        if files:
            QTimer.singleShot(AFTER_PAINT, lambda: self.window.wants("open", str(Path(files[0]).absolute())))


def _of_system() -> i18n.Language:
    from facewise.ui.language import of_system

    return of_system()


def preload() -> None:
    """Read the questionnaire in the background, so that the first assessment opens at once."""

    def read() -> None:
        from facewise.content.packs import load_pack

        load_pack()

    Thread(target=read, daemon=True).start()


def make(arguments: Sequence[str], settings: Settings | None = None) -> tuple[QApplication, Facewise]:
    """Return the application and the program in it, not yet shown."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(list(arguments))
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
