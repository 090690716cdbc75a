"""Fusion with our own radio buttons, check boxes and focus ring; it looks the same on every system."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from facewise.ui.theme import tokens_in
from facewise.ui.tokens import Tokens

BOX = 20
RING_GAP = 2
RING_WIDTH = 2
RING_RADIUS = 8


class FacewiseStyle(QProxyStyle):
    """The style of the window: radio 20 px, check box 20 px, a ring outside what has the keyboard."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return our sizes of indicators and of the focus ring, Fusion's of everything else."""
        if metric in _BOXES:
            return BOX
        if metric in _RINGS:
            return RING_GAP + RING_WIDTH
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Return that the focus ring lies above its widget, and that buttons of boxes have words only."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint in _NEVER:
            return 0
        return super().styleHint(hint, option, widget, returned)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw indicators in the colours of the theme; the dotted focus rectangle is never drawn."""
        if element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            draw_radio(painter, QRectF(option.rect), tokens_in(option.palette), option.state)
        elif element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            draw_check(painter, QRectF(option.rect), tokens_in(option.palette), option.state)
        elif element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the focus ring: two pixels of accent, two pixels away from the control."""
        if element != QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_in(option.palette).accent), RING_WIDTH))
        ring = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, RING_RADIUS, RING_RADIUS)
        painter.restore()


_BOXES = (
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
)
_NEVER = (QStyle.StyleHint.SH_FocusFrame_Mask, QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons)
_RINGS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


def _edge(tokens: Tokens, state: QStyle.StateFlag) -> QColor:
    if not state & QStyle.StateFlag.State_Enabled:
        return QColor(tokens.line)
    return QColor(tokens.accent if state & QStyle.StateFlag.State_MouseOver else tokens.edge)


def draw_radio(painter: QPainter, box: QRectF, tokens: Tokens, state: QStyle.StateFlag) -> None:
    """Draw a radio button: a ring, thick where it is chosen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens.card))
    if state & QStyle.StateFlag.State_On:
        painter.setPen(QPen(QColor(tokens.accent), 6))
        painter.drawEllipse(box.adjusted(3, 3, -3, -3))
    else:
        painter.setPen(QPen(_edge(tokens, state), 1.5))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.restore()


def draw_check(painter: QPainter, box: QRectF, tokens: Tokens, state: QStyle.StateFlag) -> None:
    """Draw a check box: filled with a tick where it is chosen, with a bar where it is partly so."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    partly = bool(state & QStyle.StateFlag.State_NoChange)
    filled = partly or bool(state & QStyle.StateFlag.State_On)
    painter.setPen(QPen(QColor(tokens.accent) if filled else _edge(tokens, state), 1.5))
    painter.setBrush(QBrush(QColor(tokens.accent if filled else tokens.card)))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if filled:
        pen = QPen(QColor(tokens.on_accent), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(_mark(box, partly=partly))
    painter.restore()


def _mark(box: QRectF, *, partly: bool) -> QPolygonF:
    points = ((0.28, 0.5), (0.72, 0.5)) if partly else ((0.26, 0.52), (0.43, 0.69), (0.75, 0.34))
    return QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])


class Ring(QObject):
    """The focus ring of one window: it follows the focus of the keyboard, and hides from the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._frame = QFocusFrame(window)
        self.by_keyboard = False
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def watch(self) -> None:
        """Begin to watch keys and clicks; the window must have been shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note whether the keyboard or the mouse was used last; nothing is held back."""
        if event.type() == QEvent.Type.KeyPress:
            self.by_keyboard = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.by_keyboard = False
            self._follow(None, None)
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.by_keyboard and new.window() is self._window
        target = ring_target(new) if inside and new is not None else None
        if not isValid(self._frame):  # it moves into the page of what it surrounds, and goes with that page
            self._frame = QFocusFrame(self._window)
        if target is None or target is not self._frame.widget():
            self._frame.setWidget(target)  # type: ignore[arg-type]


def ring_target(focused: QWidget) -> QWidget:
    """Return the widget that the ring goes around: a row around its radio button, else the widget itself."""
    parent = focused.parentWidget()
    return parent if parent is not None and focused.property("ring") == "parent" else focused
