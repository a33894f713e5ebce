"""Pages on paper: the printer is asked for, and the pages are sent to it one by one."""

from functools import partial

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.kit.background import run
from desktop.paper.rendering import POINTS, draw_page
from plan.errors import PlanError
from plan.progress import Cancelled, Progress
from work.language import _

_FINEST = 300  # dots in an inch; more would not be seen, and an A3 page of it would fill the memory


def ask_and_print(parent: QWidget, pdf: bytes, sizes: tuple[QSizeF, ...], title: str) -> bool:
    """Ask for a printer and print; whether everything went to it."""
    printer = new_printer(sizes[0], title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(sizes))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    doing = _("印刷しています…")
    return run(parent, doing, partial(print_pages, printer, pdf, sizes)) is not None


def new_printer(size: QSizeF, title: str) -> QPrinter:
    """A printer set to the size and direction of the pages, which bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lying = size.width() > size.height()
    direction = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    upright = size.transposed() if lying else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, direction, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def print_pages(printer: QPrinter, pdf: bytes, sizes: tuple[QSizeF, ...], progress: Progress) -> int:
    """Send the chosen pages to the printer; answers how many. Cancelled takes the job back."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(sizes), len(sizes))
    painter = QPainter()
    if not painter.begin(printer):
        raise PlanError("プリンターに送れませんでした。プリンターの電源と接続を確かめて、もう一度印刷してください。")
    try:
        for number in range(first - 1, last):
            progress(number - first + 1, last - first + 1)
            if number >= first:
                printer.newPage()
            _print_page(painter, printer, pdf, number)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return last - first + 1


def _print_page(painter: QPainter, printer: QPrinter, pdf: bytes, number: int) -> None:
    """Put a page in the middle of the paper, as large as it fits."""
    image = draw_page(pdf, number, min(printer.resolution(), _FINEST) / POINTS)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    place = QRect(QPoint(), image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(paper.center())
    painter.drawImage(place, image)
