"""The real pages of a PDF, drawn beside the window and only where one looks."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.pdf_pages import Sheet, picture, sheets
from facewise.ui.theme import tokens_of
from facewise.ui.working import Running, run

GAP, EDGE = 16, 24
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)
POINT = 96 / 72
"""Logical pixels of a point at 100 %."""
SETTLE = 120
"""Milliseconds without scrolling or resizing after which pages are drawn."""


class PageView(QWidget):
    """One page: blank until its picture is there; its words are its description."""

    def __init__(self, sheet: Sheet, number: int, count: int) -> None:
        super().__init__()
        self.sheet, self.number = sheet, number
        self.scale = 0.0
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Page {number} of {count}").format(number=number + 1, count=count))
        self.setAccessibleDescription(sheet.text)

    def fit(self, zoom: float) -> None:
        """Take the size of a zoom; what is drawn stays until it is drawn anew."""
        self.setFixedSize(round(self.sheet.width * POINT * zoom), round(self.sheet.height * POINT * zoom))
        self.update()

    def needs(self, scale: float) -> bool:
        """Return whether the page must be drawn for a scale."""
        return self._picture is None or abs(self.scale - scale) > 0.001  # noqa: PLR2004, less than a pixel

    def show_picture(self, made: QImage, scale: float) -> None:
        """Show the page."""
        self._picture, self.scale = made, scale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on white paper, whatever the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setPen(QPen(QColor(tokens_of(self).line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QScrollArea):
    """The pages of a PDF one below the other; `zoomed` tells the zoom in per cent, `counted` the pages."""

    zoomed = Signal(int)
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pdf = b""
        self._views: list[PageView] = []
        self._zoom: float | None = None
        self._opening: Running | None = None
        self._drawing: Running | None = None
        self._said = ""
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._box.setSpacing(GAP)
        self.setWidget(inner)
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._settle.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())

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
        self._zoom = (larger or [now])[0] if step > 0 else (smaller or [now])[-1]
        self._fit()

    def zoom(self) -> float:
        """Return the zoom: as chosen, else so that a page fits the width, a single sheet the height too."""
        if self._zoom is not None or not self._views:
            return self._zoom or 1.0
        sheet, room = self._views[0].sheet, self.viewport().size()
        wide = (room.width() - 2 * EDGE) / (sheet.width * POINT)
        high = (room.height() - 2 * EDGE) / (sheet.height * POINT)
        return max(min(wide, high) if len(self._views) == 1 else wide, STEPS[0])

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
        self.counted.emit(len(found))
        self._fit()

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
            if self._said:
                view.setAccessibleDescription(self._said)
        self._box.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        zoom = self.zoom()
        for view in self._views:
            view.fit(zoom)
        self.zoomed.emit(round(100 * zoom))
        self._settle.start()

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
