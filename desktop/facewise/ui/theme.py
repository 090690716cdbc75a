"""A theme put on the application: every role of the palette, and the one style sheet."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from facewise.ui.sheet import sheet
from facewise.ui.tokens import DARK, LIGHT, Tokens

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "side",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED = {
    QPalette.ColorRole.WindowText: "text3",
    QPalette.ColorRole.Text: "text3",
    QPalette.ColorRole.ButtonText: "text3",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Base: "side",
    QPalette.ColorRole.Button: "side",
    QPalette.ColorRole.Highlight: "line",
    QPalette.ColorRole.HighlightedText: "text3",
}


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme, with every role set, also of what is disabled."""
    colours = tokens.colours()
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(colours[name]))
    for role, name in _DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[name]))
    return made


def is_dark(app: QApplication) -> bool:
    """Return whether the system is dark, by its palette: its colour scheme is an enum of Qt's namespace."""
    shown = app.palette()
    return shown.window().color().lightness() < shown.windowText().color().lightness()


def apply(app: QApplication, tokens: Tokens) -> None:
    """Put a theme on the application."""
    app.setPalette(palette(tokens))
    dress(app, tokens)


def dress(app: QApplication, tokens: Tokens) -> None:
    """Put the style sheet of a theme on the application, whose palette is that of the theme already."""
    app.setStyleSheet(sheet(tokens))


def tokens_of(widget: QWidget) -> Tokens:
    """Return the theme a widget is shown in, read from its palette."""
    return tokens_in(widget.palette())


def tokens_in(shown: QPalette) -> Tokens:
    """Return the theme that a palette belongs to; the style sheet changes other roles, but never this one."""
    side = shown.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Midlight)
    return DARK if side == QColor(DARK.side) else LIGHT
