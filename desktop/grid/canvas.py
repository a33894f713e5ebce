"""The table as it stands on the screen: frozen and scrolled columns, own row heights, own painting."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSignalBlocker, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop.grid.colours import colours, mixed
from desktop.grid.columns import Layout, frozen_count
from desktop.grid.frozen import FrozenColumns, FrozenHeader
from desktop.grid.header import YearHeader
from desktop.grid.heights import RowHeights
from desktop.grid.model import Index, ProgressModel
from desktop.grid.painting import PADDING_X, CellPainter, Chosen, Span
from desktop.grid.wrapping import Wrapping

_ROOT = QModelIndex()
_MEASURED = 200  # of the longest lines, to find the widest one
_WIDEST_FIT = 420  # pixels at 100 %: a long text is easier to read in several lines
_MOST_FROZEN = 0.6  # of the viewport's width; what goes beyond is scrolled like the rest


class Canvas(QTableView):
    """Shows a ProgressModel; everything about keys, edits and the clipboard is ProgressGrid's."""

    layout_changed = Signal()  # a width, the zoom or the hidden years: worth remembering
    resized = Signal()

    def __init__(self, model: ProgressModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = model
        self.arrangement = Layout()
        self._base_font = QFont(self.font())
        self._frozen_sizes: list[tuple[int, int, int]] = []  # column, left, width
        self._marked: tuple[tuple[int, int, int, int], ...] = ()
        self.setModel(model)
        self._build_headers()
        self._frozen = FrozenColumns(self._paint_frozen, self)
        self._painter = CellPainter(model, Wrapping(self.font()), colours(self.palette()))
        self._heights = RowHeights(self, model)
        self._set_manner()
        self.relayout()
        model.dataChanged.connect(self._cells_changed)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.selectionModel().currentChanged.connect(self._cursor_moved)

    def _build_headers(self) -> None:
        header = YearHeader(self.progress, self)
        self.setHorizontalHeader(header)
        self.frozen_header = FrozenHeader(self.progress, self)
        self.frozen_header.chosen = header.chosen = self.selectionModel()
        header.sectionResized.connect(self._column_resized)
        self.frozen_header.sectionResized.connect(self._column_resized)
        self.frozen_header.sectionPressed.connect(self.selectColumn)
        for each in (header, self.frozen_header):
            each.sectionHandleDoubleClicked.connect(self.fit_column)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)

    def _set_manner(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)

    # Layout

    def relayout(self) -> None:
        """Apply font, zoom, widths and hidden years, and measure the rows anew."""
        font = QFont(self._base_font)
        font.setPointSizeF(self._base_font.pointSizeF() * self.arrangement.zoom)
        self.setFont(font)
        self._painter.wrapping = Wrapping(font)
        self._apply_columns()
        self.restart_heights()

    def _apply_columns(self) -> None:
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            for number, column in enumerate(self.progress.columns):
                hidden = column.year is not None and column.year in self.arrangement.hidden_years
                header.setSectionHidden(number, hidden)
                header.resizeSection(number, self.arrangement.width(column))
        self._place_frozen()

    def restart_heights(self) -> None:
        """Measure all rows anew: those in sight now, the others when they come into sight."""
        self._heights.forget(self._painter.wrapping)
        self._settle()
        self.updateGeometries()
        self._repaint()

    def _column_resized(self, section: int, _before: int, width: int) -> None:
        self.arrangement.keep_width(self.progress.columns[section], width)
        self._apply_columns()
        self.restart_heights()
        self.layout_changed.emit()

    def fit_column(self, section: int) -> None:
        """Make a column as wide as its longest line, within reason."""
        lines = [line for row in range(self.progress.rowCount()) for line in _lines(self.progress.cell(row, section))]
        longest = sorted(lines, key=len, reverse=True)[:_MEASURED]
        width = max((self._painter.wrapping.width_of(line) for line in longest), default=0) + 2 * PADDING_X + 2
        heading = self.frozen_header.heading_width(section)
        self.horizontalHeader().resizeSection(
            section, max(heading, min(width, round(_WIDEST_FIT * self.arrangement.zoom)))
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_painter"):
            self._painter.colours = colours(self.palette())
            self._repaint()

    # Frozen columns

    @property
    def frozen_width(self) -> int:
        """The pixels at the viewport's left that the frozen columns cover."""
        return sum(width for _, _, width in self._frozen_sizes)

    def _place_frozen(self) -> None:
        room, left = self.viewport().width() * _MOST_FROZEN, 0
        self._frozen_sizes = []
        for column in range(frozen_count(self.progress.columns)):
            width = self.columnWidth(column)
            if column and left + width > room:
                break
            self._frozen_sizes.append((column, left, width))
            left += width
        header, area = self.horizontalHeader(), self.viewport().geometry()
        self._frozen.setGeometry(area.left(), area.top(), left, area.height())
        self.frozen_header.setGeometry(area.left(), header.y(), left, header.height())
        self.frozen_header.show_first(len(self._frozen_sizes), self.columnWidth)
        if isinstance(header, YearHeader):
            header.hidden_left = left

    def is_frozen(self, column: int) -> bool:
        """Whether the column stays in sight."""
        return column < len(self._frozen_sizes)

    def updateGeometries(self) -> None:
        """Keep the frozen columns over the viewport's left."""
        super().updateGeometries()
        if hasattr(self, "_frozen"):
            self._place_frozen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows that come into view."""
        super().resizeEvent(event)
        self._place_frozen()
        self._settle()
        self.resized.emit()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell at a point of the viewport; a frozen column hides what is scrolled below it."""
        for column, left, width in self._frozen_sizes:
            if left <= pos.x() < left + width:
                return self.progress.index(self.rowAt(pos.y()), column)
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        """Where a cell stands in the viewport."""
        if index.isValid() and self.is_frozen(index.column()):
            _, left, width = self._frozen_sizes[index.column()]
            row = index.row()
            return QRect(left, self.rowViewportPosition(row), width, self.rowHeight(row))
        return super().visualRect(index)

    # Scrolling

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view before it is painted."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self._settle(is_upwards=dy > 0)
        if dx:
            self.horizontalHeader().viewport().update()
        self._frozen.update()
        self.updateEditorGeometries()

    def _settle(self, *, is_upwards: bool = False) -> None:
        """Measure the rows in sight; what stood at the edge towards which is scrolled stays where it stands."""
        first, bar, room = self.rowAt(0), self.verticalScrollBar(), self.viewport().height()
        if first < 0:
            return
        is_at_end = bar.value() == bar.maximum() > 0
        kept = self.rowAt(room - 1) if is_upwards else first
        before = self.rowViewportPosition(kept)
        if not self._heights.measure(first, room - self.rowViewportPosition(first), kept):
            return
        self.updateGeometries()
        bar.setValue(bar.maximum() if is_at_end else bar.value() + self.rowViewportPosition(kept) - before)
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        self._frozen.update()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, never under the frozen columns."""
        if not index.isValid():
            return
        self._heights.measure(index.row(), 1)
        for _ in range(2):  # rows measured on the way may push the wanted one out again
            self._scroll_down(index.row(), hint)
        if not self.is_frozen(index.column()):
            self._scroll_across(index.column())

    def _scroll_down(self, row: int, hint: QAbstractItemView.ScrollHint) -> None:
        top, height, room = self.rowViewportPosition(row), self.rowHeight(row), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter and not 0 <= top <= room - height:
            bar.setValue(bar.value() + top - (room - height) // 2)
        elif top < 0 or height > room:
            bar.setValue(bar.value() + top)
        elif top + height > room:
            bar.setValue(bar.value() + top + height - room)

    def _scroll_across(self, column: int) -> None:
        left, width = self.columnViewportPosition(column), self.columnWidth(column)
        start, end = self.frozen_width, self.viewport().width()
        bar = self.horizontalScrollBar()
        if left < start or width > end - start:
            bar.setValue(bar.value() + left - start)
        elif left + width > end:
            bar.setValue(self._whole_columns(bar.value() + left + width - end))

    def _whole_columns(self, offset: int) -> int:
        """The next place from `offset` on at which no column is half hidden by the frozen ones."""
        header, start = self.horizontalHeader(), self.frozen_width
        section = header.visualIndexAt(start + offset - header.offset())
        left = header.sectionPosition(section) if section >= 0 else start + offset
        return offset if left >= start + offset else left + header.sectionSize(section) - start

    # What changes

    def _cells_changed(self, top_left: Index, bottom_right: Index) -> None:
        """Measure changed rows anew."""
        self._heights.forget_rows(top_left.row(), bottom_right.row())
        self._settle()
        self._frozen.update()

    def _cursor_moved(self, now: Index, before: Index) -> None:
        """The cursor's frame stands on the cells around it, too."""
        for index in (now, before):
            self.viewport().update(self.visualRect(index).adjusted(-2, -2, 2, 2))
        self._frozen.update()

    def _selection_moved(self) -> None:
        """Show the selection in the frozen columns and the headings too."""
        self._frozen.update()
        self.frozen_header.viewport().update()
        self.horizontalHeader().viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrolled columns."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._outside())
        columns = self._column_spans(max(area.left(), self.frozen_width), area.right())
        self._paint_cells(painter, self._row_spans(area.top(), area.bottom()), columns)
        painter.end()

    def _paint_frozen(self, painter: QPainter) -> None:
        width, height = self._frozen.width(), self._frozen.height()
        painter.fillRect(0, 0, width, height, self._outside())
        rows = self._row_spans(0, height)
        self._paint_cells(painter, rows, [Span(*sizes) for sizes in self._frozen_sizes])
        bottom = rows[-1].start + rows[-1].size if rows else 0
        painter.fillRect(width - 2, 0, 2, bottom, self._painter.colours.strong_line)

    def _paint_cells(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        painter.setFont(self._painter.wrapping.font)
        self._painter.paint(painter, rows, columns, self._chosen())

    def _outside(self) -> object:
        shades = self._painter.colours
        return mixed(shades.base, shades.text, 0.04)

    def _chosen(self) -> Chosen:
        ranges = tuple(self.selected_ranges())
        current = self.currentIndex()
        return Chosen(ranges, (current.row(), current.column()) if current.isValid() else None, self._marked)

    def show_marked(self, ranges: Iterable[tuple[int, int, int, int]]) -> None:
        """Frame these cells (top, left, bottom, right) with dashes, and no others."""
        marked = tuple(ranges)
        if marked != self._marked:
            self._marked = marked
            self._repaint()

    def selected_ranges(self) -> list[tuple[int, int, int, int]]:
        """What is selected: top, left, bottom and right of each range, all included."""
        selection = self.selectionModel().selection()  # must outlive its ranges
        ranges = (selection.at(i) for i in range(selection.size()))
        return [(r.top(), r.left(), r.bottom(), r.right()) for r in ranges]

    def _row_spans(self, top: int, bottom: int) -> list[Span]:
        header, spans = self.verticalHeader(), []
        number = header.visualIndexAt(max(top, 0))
        while 0 <= number < self.progress.rowCount():
            start = header.sectionViewportPosition(number)
            if start > bottom:
                break
            spans.append(Span(number, start, header.sectionSize(number)))
            number += 1
        return spans

    def _column_spans(self, left: int, right: int) -> list[Span]:
        header, spans = self.horizontalHeader(), []
        number = header.visualIndexAt(max(left, 0))
        while 0 <= number < self.progress.columnCount():
            start = header.sectionViewportPosition(number)
            if start > right:
                break
            if not header.isSectionHidden(number) and not self.is_frozen(number):
                spans.append(Span(number, start, header.sectionSize(number)))
            number += 1
        return spans


def _lines(text: str | None) -> list[str]:
    return text.split("\n") if text else []
