"""Column headings in two levels: the fiscal year over its fields, readable however far the table is scrolled."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.grid.colours import Colours, colours
from desktop.grid.model import ProgressModel
from plan.fields import DEPARTMENT, LEAD, PROJECT
from plan.table import Column
from work import wording

WITH_MENU = (PROJECT, LEAD, DEPARTMENT)
"""The fields whose few values are worth choosing from; their headings show a mark to press."""
_MARK = 18  # the width of that mark at 100 %


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring columns under one upper heading; `first` and `last` are column numbers."""

    text: str
    first: int
    last: int


def bands(columns: tuple[Column, ...]) -> list[Band]:
    """The upper headings: years, or fields where the table goes field by field; the keys have none."""
    by_field = _goes_by_field(columns)
    found: list[Band] = []
    for number, column in enumerate(columns):
        if column.year is None:
            continue
        text = wording.field_label(column.field) if by_field else wording.year_label(column.year)
        if found and found[-1].text == text and found[-1].last == number - 1:
            found[-1] = Band(text, found[-1].first, number)
        else:
            found.append(Band(text, number, number))
    return found


def lower_label(columns: tuple[Column, ...], number: int) -> str:
    """What stands under the upper heading, or the whole heading of a key column."""
    column = columns[number]
    if column.year is not None and _goes_by_field(columns):
        return wording.year_label(column.year)
    return wording.field_label(column.field)


def _goes_by_field(columns: tuple[Column, ...]) -> bool:
    yearly = [column for column in columns if column.year is not None]
    return len(yearly) > 1 and yearly[0].field == yearly[1].field and yearly[0].year != yearly[1].year


@dataclass(frozen=True, slots=True)
class Words:
    """What stands over columns, in the language that was spoken when the window was drawn."""

    columns: tuple[Column, ...]
    lower: tuple[str, ...]
    bands: tuple[Band, ...]


class YearHeader(QHeaderView):
    """The heading of the whole table, or of its frozen columns alone."""

    menu_wanted = Signal(int, QPoint)  # the column's number, and where the menu opens on the screen

    def __init__(self, model: ProgressModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = model
        self._words = Words((), (), ())
        self.chosen: QItemSelectionModel | None = None  # the grid's selection
        self.hidden_left = 0  # pixels at the left that the frozen columns cover
        self.setModel(model)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMinimumSectionSize(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def _said(self) -> "Words":
        """The words over the columns of today; made anew when the columns are others."""
        columns = self._table.columns
        if self._words.columns is not columns:
            lower = tuple(lower_label(columns, section) for section in range(len(columns)))
            self._words = Words(columns, lower, tuple(bands(columns)))
        return self._words

    def sizeHint(self) -> QSize:
        """Two lines of text with some air."""
        return QSize(0, 2 * self._level_height())

    def _level_height(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.75)

    def heading_width(self, section: int) -> int:
        """The pixels that a heading of one line takes, with the mark beside it."""
        text = self._said().lower[section]
        mark = 0 if self._table.columns[section].field not in WITH_MENU else _MARK
        return QFontMetrics(self.font()).horizontalAdvance(text) + mark + 12

    def _ask_menu(self, at: QPoint) -> None:
        section = self.logicalIndexAt(at)
        if section >= 0:
            self.menu_wanted.emit(
                section, self.mapToGlobal(QPoint(self.sectionViewportPosition(section), self.height()))
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a column's menu by its mark; everything else is Qt's."""
        at = event.position().toPoint()
        section = self.logicalIndexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and section >= 0 and self._mark(section).contains(at):
            self._ask_menu(at)
        else:
            super().mousePressEvent(event)

    def _mark(self, section: int) -> QRect:
        """Where a column's mark is; nothing where it has none. Its right edge stays free for dragging the width."""
        if self._table.columns[section].field not in WITH_MENU:
            return QRect()
        right = self.sectionViewportPosition(section) + self.sectionSize(section) - 5
        height = self._level_height()
        return QRect(right - _MARK, self.height() - height, _MARK, height)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """All visible headings."""
        painter = QPainter(self.viewport())
        shades = colours(self.palette())
        painter.fillRect(event.rect(), shades.heading)
        for section in self._visible():
            self._paint_lower(painter, shades, section)
        for band in self._said().bands:
            self._paint_band(painter, shades, band)
        painter.setPen(shades.strong_line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _visible(self) -> Iterator[int]:
        for section in range(max(0, self.visualIndexAt(0)), self.count()):
            if self.sectionViewportPosition(section) > self.width():
                return
            if not self.isSectionHidden(section):
                yield section

    def _paint_lower(self, painter: QPainter, shades: Colours, section: int) -> None:
        x, width, level = self.sectionViewportPosition(section), self.sectionSize(section), self._level_height()
        top = 0 if self._table.columns[section].year is None else level
        box = QRect(x, top, width, self.height() - top)
        if self._is_chosen(section):
            painter.fillRect(box, shades.heading_chosen)
        painter.setPen(shades.line)
        painter.drawLine(box.right(), box.top(), box.right(), box.bottom())
        painter.setPen(shades.heading_text)
        room = box.adjusted(4, 2, -4, -2)  # the mark stands lower than a heading of one line
        centred = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, centred, self._said().lower[section])
        self._paint_marks(painter, shades, section, self._mark(section))

    def _is_chosen(self, section: int) -> bool:
        return self.chosen is not None and self.chosen.columnIntersectsSelection(section, self.rootIndex())

    def _paint_marks(self, painter: QPainter, shades: Colours, section: int, mark: QRect) -> None:
        column, sorting = self._table.columns[section], self._table.sorting
        if not mark.isNull():
            is_filtered = any(filtered == column for filtered, _ in self._table.filter.values)
            _paint_triangle(painter, mark.center(), 4, shades.accent if is_filtered else shades.quiet)
            if is_filtered:
                painter.setPen(QPen(shades.accent, 1.4))
                painter.drawLine(mark.center() + QPoint(-4, 6), mark.center() + QPoint(4, 6))
        if sorting is not None and sorting.column == column:
            x = self.sectionViewportPosition(section) + self.sectionSize(section) // 2
            _paint_triangle(painter, QPoint(x, 6), 4 if sorting.descending else -4, shades.accent)

    def _paint_band(self, painter: QPainter, shades: Colours, band: Band) -> None:
        """An upper heading over its columns, its text in the middle of what can be seen of them."""
        sections = [n for n in range(band.first, band.last + 1) if not self.isSectionHidden(n)]
        if not sections:
            return
        left = self.sectionViewportPosition(sections[0])
        right = self.sectionViewportPosition(sections[-1]) + self.sectionSize(sections[-1])
        if right < 0 or left > self.width():
            return
        level = self._level_height()
        painter.setPen(shades.strong_line)
        painter.drawLine(right - 1, 0, right - 1, self.height())
        painter.setPen(shades.line)
        painter.drawLine(left, level - 1, right - 2, level - 1)
        seen = QRect(left, 0, right - left, level).intersected(self.rect().adjusted(self.hidden_left, 0, 0, 0))
        self._paint_year(painter, shades, seen, band.text)

    def _paint_year(self, painter: QPainter, shades: Colours, seen: QRect, text: str) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.save()
        painter.setFont(font)
        painter.setPen(shades.heading_text)
        room = max(seen.width() - 8, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


def _paint_triangle(painter: QPainter, centre: QPoint, size: int, colour: object) -> None:
    """A triangle that points down, or up where `size` is negative."""
    half = size // 2
    corners = [
        centre + QPoint(-size, -half),
        centre + QPoint(size, -half),
        centre + QPoint(0, half + (1 if size > 0 else -1)),
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon(corners))
    painter.restore()
