"""Painting the cells of any part of the grid: the scrolled columns and the frozen ones look alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLine, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.grid.colours import Colours
from desktop.grid.model import ProgressModel
from desktop.grid.wrapping import Wrapping
from plan.due import Reading, reading
from plan.fields import Kind
from plan.ids import ItemId
from plan.states import State
from work import wording

PADDING_X = 6
PADDING_Y = 4
_CENTRED = (Kind.CODE, Kind.MARK, Kind.GRADE)


class Span(NamedTuple):
    """A row or a column: its number, where it begins in the painted widget, and its size, in pixels."""

    number: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected, and what waits in the clipboard: ranges (top, left, bottom, right, all included)."""

    ranges: tuple[tuple[int, int, int, int], ...] = ()
    current: tuple[int, int] | None = None
    marked: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def is_one_cell(self) -> bool:
        """Whether nothing but the current cell is selected: its frame says it all."""
        return self.current is not None and self.ranges == ((*self.current, *self.current),)


def text_width(column_width: int) -> int:
    """The pixels that a column leaves for text."""
    return max(8, column_width - 2 * PADDING_X)


class CellPainter:
    """Paints cells of a model in given colours and a given font."""

    def __init__(self, model: ProgressModel, wrapping: Wrapping, shades: Colours) -> None:
        self._model = model
        self.wrapping = wrapping
        self.colours = shades

    def paint(self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span], chosen: Chosen) -> None:
        """Paint the cells where rows and columns meet; nothing is painted beside them."""
        if not rows or not columns:
            return
        self._fill(painter, rows, columns)
        for row in rows:
            self._paint_row(painter, row, columns)
        self._paint_lines(painter, rows, columns)
        self._paint_chosen(painter, rows, columns, chosen)

    def _fill(self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span]) -> None:
        painter.fillRect(_across(rows, columns), self.colours.base)

    def _paint_row(self, painter: QPainter, span: Span, columns: Sequence[Span]) -> None:
        row = self._model.row(span.number)
        keys, current, is_wanted = self._model.columns, self._model.current_year, self._model.is_wanted
        for column in columns:
            text = row.cells[column.number]
            key = keys[column.number]
            look = reading(row, key, text, current if is_wanted(row, key) else None)
            if look is not Reading.TEXT and look is not Reading.QUIET:
                self._paint_absence(painter, look, QRect(column.start, span.start, column.size, span.size))
            if text:
                painter.setPen(self.colours.text if look is Reading.TEXT else self.colours.quiet)
                self._paint_text(painter, span, column, text)

    def _paint_absence(self, painter: QPainter, look: Reading, box: QRect) -> None:
        """A cell without text: hatched, and in words where the words matter."""
        shades, words = self.colours, ""
        if look is Reading.ENDED:
            painter.fillRect(box, shades.ended)
            words, pen = wording.state_label(State.ENDED), shades.quiet
        elif look is Reading.DUE:
            painter.fillRect(box, shades.due)
            painter.fillRect(box, shades.due_hatch)
            words, pen = wording.state_label(State.NOT_ENTERED), shades.due_text
        else:
            painter.fillRect(box, shades.missing_hatch)
            return
        self._paint_words(painter, pen, box, words)

    def _paint_words(self, painter: QPainter, pen: QColor, box: QRect, words: str) -> None:
        painter.setPen(pen)
        width = text_width(box.width())
        top = QPointF(box.left() + PADDING_X, box.top() + PADDING_Y)
        for glyphs in self.wrapping.glyphs(words, width, 1):
            painter.drawGlyphRun(top, glyphs)

    def _paint_text(self, painter: QPainter, row: Span, column: Span, text: str) -> None:
        wrapping, width = self.wrapping, text_width(column.size)
        most = max(1, (row.size - 2 * PADDING_Y) // wrapping.line_height)
        left = column.start + PADDING_X
        if self._model.columns[column.number].field.kind in _CENTRED:
            left += max(0, (width - wrapping.width_of(text)) // 2)
        top = QPointF(left, row.start + PADDING_Y)
        for glyphs in wrapping.glyphs(text, width, most):
            painter.drawGlyphRun(top, glyphs)
        if len(wrapping.lines(text, width)) > most:
            self._paint_more(painter, row, column)

    def _paint_more(self, painter: QPainter, row: Span, column: Span) -> None:
        """A mark that the text goes on; all of it is in the editor."""
        em = round(self.wrapping.em)
        box = QRect(column.start + column.size - em - 5, row.start + row.size - em - 1, em + 4, em)
        painter.fillRect(box, self.colours.base)
        for glyphs in self.wrapping.glyphs("…", em * 2, 1):
            painter.drawGlyphRun(QPointF(box.left() + 2, box.top() - 2), glyphs)

    def _paint_lines(self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span]) -> None:
        """Thin lines between cells, stronger ones where the project changes and where a year ends."""
        area = _across(rows, columns)
        thin: list[QLine] = []
        strong: list[QLine] = []
        for row in rows:
            y = row.start + row.size - 1
            lines = strong if self._ends_project(row.number) else thin
            lines.append(QLine(area.left(), y, area.right(), y))
        for column in columns:
            x = column.start + column.size - 1
            lines = strong if self._ends_year(column.number) else thin
            lines.append(QLine(x, area.top(), x, area.bottom()))
        for pen, lines in ((self.colours.line, thin), (self.colours.strong_line, strong)):
            painter.setPen(pen)
            painter.drawLines(lines)

    def _ends_project(self, number: int) -> bool:
        model = self._model
        return number + 1 >= model.rowCount() or self._project(number) != self._project(number + 1)

    def _project(self, number: int) -> ItemId:
        return self._model.row(number).project

    def _ends_year(self, column: int) -> bool:
        columns = self._model.columns
        return column + 1 >= len(columns) or columns[column].year != columns[column + 1].year

    def _paint_chosen(self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span], chosen: Chosen) -> None:
        for area in _areas(rows, columns, () if chosen.is_one_cell else chosen.ranges):
            painter.fillRect(area, self.colours.selection)
        painter.setPen(QPen(self.colours.text, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in _areas(rows, columns, chosen.marked):
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        if chosen.current is not None:
            self._paint_current(painter, rows, columns, chosen.current)

    def _paint_current(
        self, painter: QPainter, rows: Sequence[Span], columns: Sequence[Span], current: tuple[int, int]
    ) -> None:
        row = next((row for row in rows if row.number == current[0]), None)
        column = next((column for column in columns if column.number == current[1]), None)
        if row is None or column is None:
            return
        pen = QPen(self.colours.accent, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(column.start, row.start, column.size - 1, row.size - 1)


def _areas(
    rows: Sequence[Span], columns: Sequence[Span], ranges: Iterable[tuple[int, int, int, int]]
) -> Iterator[QRect]:
    """Where ranges (top, left, bottom, right) stand among these rows and columns."""
    for top, left, bottom, right in ranges:
        across = [column for column in columns if left <= column.number <= right]
        down = [row for row in rows if top <= row.number <= bottom]
        if across and down:
            yield _across(down, across)


def _across(rows: Sequence[Span], columns: Sequence[Span]) -> QRect:
    left, top = columns[0].start, rows[0].start
    return QRect(left, top, columns[-1].start + columns[-1].size - left, rows[-1].start + rows[-1].size - top)
