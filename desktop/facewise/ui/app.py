"""The application: style, fonts, theme, language, window; nothing heavy before the first paint."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facewise import i18n
from facewise.ui import fonts, theme
from facewise.ui.language import Speech, of_system
from facewise.ui.settings import Settings
from facewise.ui.style import FacewiseStyle
from facewise.ui.tokens import THEMES
from facewise.ui.window import Window


class Facewise:
    """The program with its window: it follows the system's light and dark, and switches language at once."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app, self._settings = app, settings
        app.setApplicationName("facewise")
        app.setStyle(FacewiseStyle())
        fonts.load(app)
        self._speech = Speech(app)
        self._speech.speak(settings.now.language or of_system())
        self.show_theme(settings.now.theme)
        self.window = Window(settings)
        self.window.spoken.connect(self.speak)
        self.window.themed.connect(self.show_theme)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.show_theme(self._settings.now.theme))

    def speak(self, language: str) -> None:
        """Switch the language of the window, and remember it."""
        if language in i18n.LANGUAGES and language != i18n.current():
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
        if files:
            QTimer.singleShot(0, lambda: self.window.wants("open", str(Path(files[0]).absolute())))


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
