"""The language of the window, switched at any moment: our words by gettext, Qt's own by its catalogue."""

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from facewise import i18n
from facewise.i18n import Language


class Speech:
    """The language that an application speaks."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._chinese = QTranslator(app)
        self._is_loaded = False

    def speak(self, language: Language) -> None:
        """Switch to a language; every widget is told by a LanguageChange event."""
        i18n.use(language)
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        if not self._turn_qt(language):
            for window in self._app.topLevelWidgets():
                QApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))

    def _turn_qt(self, language: Language) -> bool:
        """Switch Qt's own words; return whether Qt tells the windows by itself."""
        if language == "en":
            return self._app.removeTranslator(self._chinese)
        if not self._is_loaded:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._is_loaded = self._chinese.load("qtbase_zh_CN", folder)
        self._app.removeTranslator(self._chinese)
        return self._is_loaded and self._app.installTranslator(self._chinese)
