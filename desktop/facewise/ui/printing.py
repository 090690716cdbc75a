"""Printing the real pages of a PDF: the system's dialog first, then page by page beside the window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from facewise.errors import N_, FacewiseError
from facewise.i18n import _, ngettext
from facewise.ui.pdf_pages import Sheet, opened, sheets, strip
from facewise.ui.widgets.busy import Busy
from facewise.ui.working import Tell, UnwantedError, run

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

FINEST = 600
"""Dots to the inch above which paper shows no difference."""
STRIP = 8_000_000
"""Pixels that are drawn at a time, so that a large sheet needs no more memory than a small one."""
OVERLAP = 32
"""Rows of pixels that a strip shares with the next, so that no seam is seen between them."""
POINTS = 72
ALIKE = 2.0
"""Points by which two sizes of paper may differ and still be the same."""


class PrinterError(FacewiseError):
    """The printer takes nothing."""

    sentence = N_("{printer} takes nothing just now. See whether it is on and connected, then print again.")


@dataclass(frozen=True, slots=True)
class Printout:
    """What is to be printed, and under which name the printer's list shows it."""

    pdf: bytes
    name: str


def print_pdf(
    window: QWidget,
    pdf: bytes,
    name: str,
    *,
    told: Callable[[str], None],
    failed: Callable[[str], None],
    busy: Busy | None = None,
) -> None:
    """Open the system's print dialog for a PDF, and print it; `told` and `failed` hear one sentence."""
    press = _Press(window, Printout(pdf, name), told, failed, busy)
    run(window, lambda _tell: sheets(pdf), press.ask, failed)


@dataclass(slots=True)
class _Press:
    """One printout on its way through the dialog to the printer."""

    window: QWidget
    printout: Printout
    told: Callable[[str], None]
    failed: Callable[[str], None]
    busy: Busy | None

    def ask(self, found: tuple[Sheet, ...]) -> None:
        """Open the dialog: paper and orientation are those of the first page."""
        if not found:
            return
        printer = printer_for(found[0], self.printout.name)
        dialog = QPrintDialog(printer, self.window)
        dialog.setWindowTitle(_("Print: {name}").format(name=self.printout.name))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(found) > 1)
        dialog.setMinMax(1, len(found))
        dialog.finished.connect(lambda result: self._print(printer) if result else None)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, printer: QPrinter) -> None:
        pdf = self.printout.pdf
        running = run(self.window, lambda tell: put_on_paper(pdf, printer, tell), self._printed, self.failed)
        if self.busy is not None:
            self.busy.watch(running, _("Printing"))

    def _printed(self, count: int) -> None:
        sentence = ngettext("{count} page went to the printer", "{count} pages went to the printer", count)
        self.told(sentence.format(count=count))


def printer_for(sheet: Sheet, name: str) -> QPrinter:
    """Return the printer that is preset in the system, with the paper of a sheet lying as the sheet does."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Facewise")
    printer.setFullPage(True)
    printer.setPageLayout(_layout(sheet.width, sheet.height))
    return printer


def put_on_paper(pdf: bytes, printer: QPrinter, tell: Tell) -> int:
    """Print the pages that a printer is set to, and return how many; what was cancelled stops there.

    Raises PrinterError.
    """
    with opened(pdf) as document:
        numbers = list(_in_order(printer, len(document)))
        _set_size(printer, document, numbers[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterError(printer=printer.printerName() or "PDF")
        try:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            for done, number in enumerate(numbers):
                tell(done, len(numbers))
                if done:
                    _set_size(printer, document, number)
                    printer.newPage()
                _draw(document[number], printer, painter)
        except UnwantedError:
            printer.abort()
            raise
        finally:
            painter.end()
    return len(numbers)


def _in_order(printer: QPrinter, count: int) -> Iterator[int]:
    """Return the pages (from 0) in the order in which they come out, as often as they are wanted."""
    pages = _chosen(printer, count)
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        yield from pages * copies
    else:
        yield from (page for page in pages for _copy in range(copies))


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """Return the pages that were asked for; a range without any of our pages means all."""
    every = list(range(count))
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return every
    ranges = printer.pageRanges()
    first, last = printer.fromPage(), printer.toPage() or count
    wanted = [n for n in every if (first <= n + 1 <= last if ranges.isEmpty() else ranges.contains(n + 1))]
    return wanted or every


def _set_size(printer: QPrinter, document: "PdfDocument", number: int) -> None:
    """Take other paper for a page of another size; else what was chosen in the dialog stays."""
    width, height = document[number].get_size()
    first = document[0].get_size()
    if abs(width - first[0]) > ALIKE or abs(height - first[1]) > ALIKE:
        printer.setPageLayout(_layout(width, height))


def _layout(width: float, height: float) -> QPageLayout:
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(size, lying, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw(page: "PdfPage", printer: QPrinter, painter: QPainter) -> None:
    """Draw a page in strips, in its own size; on smaller paper smaller, always in the middle."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    width, height = (length / POINTS * printer.resolution() for length in page.get_size())
    fit = min(1.0, paper.width() / width, paper.height() / height)
    fit = 1.0 if fit > 1 - ALIKE / POINTS else fit
    left, top = (paper.width() - width * fit) / 2, (paper.height() - height * fit) / 2
    scale = min(printer.resolution(), FINEST) / POINTS * fit
    wide, high = ceil(page.get_width() * scale), ceil(page.get_height() * scale)
    dot = height * fit / high
    rows = max(STRIP // wide, 1)
    for above in range(0, high, rows):
        drawn = strip(page, scale, (above, max(high - above - rows - OVERLAP, 0)))
        place = QRectF(left, top + above * dot, width * fit, drawn.height() * dot)
        painter.drawImage(place, drawn)
