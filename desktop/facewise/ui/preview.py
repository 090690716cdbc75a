"""The real pages of a PDF, drawn beside the window and only where one looks."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facewise.ui.pdf_pages import Sheet, picture, sheets
from facewise.ui.preview_page import POINT, PageView
from facewise.ui.working import Running, run

GAP, EDGE = 16, 24
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)
SETTLE = 120
"""Milliseconds without scrolling or resizing after which pages are drawn."""
Fit: TypeAlias = Literal["width", "page"]
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Preview(QScrollArea):
    """The pages of a PDF one below the other.

    `zoomed` tells the zoom in per cent, `counted` the pages, `turned` the page one sees (from 0). Page Up and
    Page Down turn, Home and End go to the first and the last page; Ctrl with + and - zooms, Ctrl with 0, 1
    and 2 shows 100 %, a whole page, the whole width.
    """

    zoomed = Signal(int)
    counted = Signal(int)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pdf = b""
        self._views: list[PageView] = []
        self._zoom: float | Fit | None = None
        self._page = 0
        self._opening: Running | None = None
        self._drawing: Running | None = None
        self._said = ""
        self._inner = QWidget()
        self._box = QVBoxLayout(self._inner)
        self._box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._box.setSpacing(GAP)
        self.setWidget(self._inner)
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._settle.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes, said: str = "") -> None:
        """Show a PDF; `said` are its words where the letters are drawn as shapes."""
        if self._opening is not None:
            self._opening.cancel()
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        if not pdf:
            self._show_sheets(b"", ())
            return
        self._said = said
        self._opening = run(
            self,
            lambda _tell: sheets(pdf),
            lambda found: self._show_sheets(pdf, found),
            lambda _sentence: None,
        )

    def step_zoom(self, step: int) -> None:
        """Show the pages larger (+1) or smaller (-1)."""
        now = self.zoom()
        larger = [zoom for zoom in STEPS if zoom > now + 0.01]
        smaller = [zoom for zoom in STEPS if zoom < now - 0.01]
        self.fit_to((larger or [now])[0] if step > 0 else (smaller or [now])[-1])

    def fit_to(self, zoom: float | Fit) -> None:
        """Show the pages at a zoom, or so that the width or a whole page fits; the page one sees stays."""
        page = self.page()
        self._zoom = zoom
        self._fit()
        self.show_page(page)

    def zoom(self) -> float:
        """Return the zoom: as chosen, else so that a page fits the width, a single sheet the height too."""
        if isinstance(self._zoom, float) or not self._views:
            return self._zoom if isinstance(self._zoom, float) else 1.0
        sheet, room = self._views[self.page()].sheet, self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width() if len(self._views) > 1 else 0
        wide = (room.width() - bar - 2 * EDGE) / (sheet.width * POINT)
        high = (room.height() - 2 * EDGE) / (sheet.height * POINT)
        whole = self._zoom == "page" or (self._zoom is None and len(self._views) == 1)
        return max(min(wide, high) if whole else wide, STEPS[0])

    def page(self) -> int:
        """Return the page (from 0) that one sees most of."""
        return min(self._page, max(len(self._views) - 1, 0))

    def turn(self, step: int) -> None:
        """Show the next page (+1) or the one before (-1)."""
        self.show_page(self.page() + step)

    def show_page(self, number: int) -> None:
        """Show a page (from 0) from its top; before the first and after the last one stays there."""
        if not self._views:
            return
        self._page = max(0, min(number, len(self._views) - 1))
        self._lay_out_now()
        top = self._views[self._page].y() - EDGE // 2 if self._page else 0
        self.verticalScrollBar().setValue(top)
        self.turned.emit(self._page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom."""
        keys, last = Qt.Key, len(self._views) - 1
        pages = {
            keys.Key_PageDown: self._page + 1,
            keys.Key_PageUp: self._page - 1,
            keys.Key_Home: 0,
            keys.Key_End: last,
        }
        fits: dict[int, float | Fit] = {keys.Key_0: 1.0, keys.Key_1: "page", keys.Key_2: "width"}
        steps = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1}
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if key in pages and not control:
            self.show_page(pages[Qt.Key(key)])
        elif control and key in fits:
            self.fit_to(fits[key])
        elif control and key in steps:
            self.step_zoom(steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & _CONTROL:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        self._fit()

    def _show_sheets(self, pdf: bytes, found: tuple[Sheet, ...]) -> None:
        same = [view.sheet for view in self._views] == list(found) and bool(found)
        self._pdf = pdf
        if same:
            for view in self._views:
                view.scale = 0.0
        else:
            self._lay_out(found)
        for view in self._views:
            view.setAccessibleDescription(self._said or view.sheet.text)
        self.counted.emit(len(found))
        self._fit()
        self.turned.emit(self.page())

    def _lay_out(self, found: tuple[Sheet, ...]) -> None:
        for view in self._views:
            self._box.removeWidget(view)
            view.hide()
            view.deleteLater()
        while (item := self._box.takeAt(0)) is not None:
            del item
        self._views = [PageView(sheet, n, len(found)) for n, sheet in enumerate(found)]
        for view in self._views:
            self._box.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(1)
        self._page = 0
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        zoom = self.zoom()
        for view in self._views:
            view.fit(zoom)
        self.zoomed.emit(round(100 * zoom))
        self._settle.start()

    def _lay_out_now(self) -> None:
        """Give every page its place at once, so that one can scroll to it."""
        self._box.activate()
        width = max(self._inner.width(), self.viewport().width())
        self._inner.resize(width, self._box.sizeHint().height())

    def _scrolled(self, value: int) -> None:
        """Draw what comes into sight, and tell which page is in the middle of it."""
        self._settle.start()
        middle = value + self.viewport().height() // 2
        seen = [view.number for view in self._views if view.y() <= middle]
        page = seen[-1] if seen else 0
        if page != self._page and not self._is_at(self._page, value):
            self._page = page
            self.turned.emit(page)

    def _is_at(self, page: int, value: int) -> bool:
        """Whether one was brought to a page that stands at the top, or as near as there is room below it."""
        bar = self.verticalScrollBar()
        top = self._views[page].y() - EDGE // 2 if page and page < len(self._views) else 0
        return value == min(max(top, 0), bar.maximum())

    def _draw_next(self) -> None:
        """Draw the next page that one sees; one after the other, as the worker does them."""
        if self._drawing is not None and not self._drawing.is_over:
            return
        scale = self.zoom() * POINT * max(self.devicePixelRatioF(), 1.0)
        view = next((view for view in self._seen() if view.needs(scale)), None)
        if view is None:
            return
        pdf, number = self._pdf, view.number
        self._drawing = run(
            self,
            lambda _tell: picture(pdf, number, scale),
            lambda made: self._show_picture(pdf, number, made, scale),
            lambda _sentence: None,
        )

    def _show_picture(self, pdf: bytes, number: int, made: QImage, scale: float) -> None:
        if pdf is self._pdf and number < len(self._views):
            self._views[number].show_picture(made, scale)
        self._draw_next()

    def _seen(self) -> list[PageView]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [view for view in self._views if view.y() < bottom and view.y() + view.height() > top]
