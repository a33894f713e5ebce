"""Pages one below the other, as large as one likes; only those in sight are drawn, and that in the background."""

from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.kit.background import Work
from desktop.paper.rendering import POINTS, draw_page
from plan.progress import Progress
from work.language import _

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)
"""Up to the size at which an A3 page still is a moderate image."""
_GAP = 14  # pixels around and between the pages
_KEPT = 160_000_000  # bytes of images
_LINE = 48  # pixels that an arrow key scrolls


class Fit(Enum):
    """How large the pages are shown: as wide as the window, as a whole, or as the person chose."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Look:
    """By what an image was drawn: which of the PDFs shown one after the other, and pixels for a point."""

    edition: int
    scale: float


class PagesView(QAbstractScrollArea):
    """Shows a PDF; `page_changed` tells that another page is read, `zoom_changed` that it has another size."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fit = Fit.WIDTH
        self.zoom = 1.0
        self._pdf, self._edition = b"", 0
        self._sizes: tuple[QSizeF, ...] = ()
        self._places: list[QRect] = []
        self._images: OrderedDict[int, tuple[_Look, QImage]] = OrderedDict()
        self._drawing: Work[QImage] | None = None
        self._page = 0
        self._word = ""
        self.setAccessibleName(_("印刷される姿"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes, sizes: tuple[QSizeF, ...]) -> None:
        """Show another PDF at the same place; images of before stay in sight until the new ones are drawn."""
        self._pdf, self._sizes = pdf, sizes
        self._edition += 1
        for page in [page for page in self._images if page >= len(sizes)]:
            del self._images[page]
        self._resize_pages()

    def say(self, word: str) -> None:
        """What stands in place of the pages while there are none."""
        self._word = word
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that one reads, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._places:
            place = self._places[max(0, min(page, self.count - 1))]
            self.verticalScrollBar().setValue(place.top() - _GAP)

    def step(self, pages: int) -> None:
        """Go some pages on or back."""
        self.go_to(self._page + pages)

    def fit_to(self, fit: Fit) -> None:
        """Show the pages as wide as the window, or whole."""
        self.fit = fit
        self._resize_pages()

    def zoom_by(self, steps: int) -> None:
        """One size up or down."""
        larger = [z for z in ZOOMS if z > self.zoom + 0.005]
        smaller = [z for z in ZOOMS if z < self.zoom - 0.005]
        chosen = (larger[:1] if steps > 0 else smaller[-1:]) or [self.zoom]
        self.fit, self.zoom = Fit.NONE, chosen[0]
        self._resize_pages()

    # Where the pages lie

    def _resize_pages(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))
        self._scrolled()
        self.zoom_changed.emit()

    def _lay_out(self) -> None:
        self.zoom = self._fitting()
        scale = self.zoom * self.logicalDpiX() / POINTS
        sizes = [QSize(round(s.width() * scale), round(s.height() * scale)) for s in self._sizes]
        broadest = max((s.width() for s in sizes), default=0)
        total = QSize(max(broadest + 2 * _GAP, self.viewport().width()), _GAP)
        self._places = []
        for size in sizes:
            self._places.append(QRect(QPoint((total.width() - size.width()) // 2, total.height()), size))
            total.setHeight(total.height() + size.height() + _GAP)
        for bar, length, seen in (
            (self.horizontalScrollBar(), total.width(), self.viewport().width()),
            (self.verticalScrollBar(), total.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)
        self.viewport().update()

    def _fitting(self) -> float:
        if self.fit is Fit.NONE or not self._sizes:
            return self.zoom
        pixels = self.logicalDpiX() / POINTS
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        wide = room.width() / (max(s.width() for s in self._sizes) * pixels)
        high = room.height() / (max(s.height() for s in self._sizes) * pixels)
        return max(0.05, min(wide if self.fit is Fit.WIDTH else min(wide, high), ZOOMS[-1]))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = next((n for n, place in enumerate(self._places) if place.bottom() + _GAP > middle), self.count - 1)
        if page != self._page:
            self._page = max(0, page)
            self.page_changed.emit(self._page)
        self.viewport().update()
        self._draw_next()

    def _seen(self) -> list[int]:
        """The pages in sight."""
        window = QRect(self._offset(), self.viewport().size())
        return [n for n, place in enumerate(self._places) if place.intersects(window)]

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # Drawing

    @property
    def _look(self) -> _Look:
        return _Look(self._edition, self.zoom * self.logicalDpiX() / POINTS * self.devicePixelRatio())

    def _draw_next(self) -> None:
        """Draw a page in sight that has no image of today's look; one after the other."""
        look = self._look
        wanted = [n for n in self._seen() if n not in self._images or self._images[n][0] != look]
        if self._drawing is None and wanted:
            self._drawing = Work(partial(_draw, self._pdf, wanted[0], look.scale), self)
            self._drawing.ended.connect(partial(self._drawn, wanted[0], look))

    def _drawn(self, page: int, look: _Look) -> None:
        work, self._drawing = self._drawing, None
        assert work is not None  # it has just ended
        work.deleteLater()
        if look.edition == self._edition:
            self._images[page] = look, work.result()
            self._images.move_to_end(page)
            self._forget_some()
            self.viewport().update()
        self._draw_next()

    def _forget_some(self) -> None:
        seen = set(self._seen())
        weight = sum(image.sizeInBytes() for _, image in self._images.values())
        for page in [page for page in self._images if page not in seen]:
            if weight > _KEPT:
                weight -= self._images.pop(page)[1].sizeInBytes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight; one that is not drawn yet is white paper."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        for page in self._seen():
            place = self._places[page].translated(-self._offset())
            painter.fillRect(place, Qt.GlobalColor.white)
            if page in self._images:
                painter.drawImage(QRectF(place), self._images[page][1])
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if not self._places:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._word)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out for the new width."""
        super().resizeEvent(event)
        self._resize_pages()

    # Keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up/Down and Space as in other viewers, with Ctrl page by page; + and - change the size."""
        by_page = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self._read_on(by_page=by_page)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                self._read_back(by_page=by_page)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.count - 1)
            case Qt.Key.Key_Plus:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case _:
                super().keyPressEvent(event)

    def _read_on(self, *, by_page: bool) -> None:
        """The rest of the page that hangs below the window, or the next page."""
        bar = self.verticalScrollBar()
        if by_page or (self._places and self._places[self._page].bottom() <= bar.value() + bar.pageStep()):
            self.step(1)
        else:
            bar.setValue(bar.value() + bar.pageStep())

    def _read_back(self, *, by_page: bool) -> None:
        bar = self.verticalScrollBar()
        if by_page or (self._places and self._places[self._page].top() >= bar.value()):
            self.step(-1)
        else:
            bar.setValue(bar.value() - bar.pageStep())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


def _draw(pdf: bytes, page: int, scale: float, _progress: Progress) -> QImage:
    return draw_page(pdf, page, scale)
