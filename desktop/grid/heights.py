"""Row heights: one guess for all rows, and the exact height of every row that comes into view."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTableView

from desktop.grid.model import ProgressModel
from desktop.grid.painting import PADDING_Y, text_width
from desktop.grid.wrapping import Wrapping

MOST_LINES = 12
"""A row grows to so many lines; the rest of a longer text is read in the editor."""
SAMPLE = 300
"""The average height of all rows is guessed from about so many."""


class RowHeights:
    """The heights of a view's rows; the view's vertical header holds them."""

    def __init__(self, view: QTableView, model: ProgressModel) -> None:
        self._view = view
        self._model = model
        self._wrapping: Wrapping | None = None
        self._widths: list[tuple[int, int]] = []
        self._exact = bytearray()

    def forget(self, wrapping: Wrapping) -> None:
        """Start afresh: other rows, another font, other widths."""
        view, columns = self._view, range(self._model.columnCount())
        self._wrapping = wrapping
        self._widths = [(c, text_width(view.columnWidth(c))) for c in columns if not view.isColumnHidden(c)]
        self._exact = bytearray(self._model.rowCount())
        self._guess()

    def forget_rows(self, first: int, last: int) -> None:
        """Measure rows anew whose texts have changed."""
        self._exact[first : last + 1] = bytes(last - first + 1)

    def _guess(self) -> None:
        """Give every row the average height that its longest text suggests, from rows all over the table."""
        count = len(self._exact)
        yearly = [width for c, width in self._widths if self._model.columns[c].year is not None]
        if self._wrapping is None or not count or not yearly:
            return
        per_line = max(1.0, min(yearly) / self._wrapping.em * 1.04)
        asked = range(0, count, max(1, count // SAMPLE))
        lines = [min(MOST_LINES, int(self._longest(number) / per_line) + 1) for number in asked]
        header = self._view.verticalHeader()
        with QSignalBlocker(header):
            header.setDefaultSectionSize(self._height(round(sum(lines) / len(lines))))

    def _longest(self, number: int) -> int:
        return max(map(len, filter(None, self._model.row(number).cells)), default=0)

    def _height(self, lines: int) -> int:
        assert self._wrapping is not None
        return max(lines, 1) * self._wrapping.line_height + 2 * PADDING_Y + 1

    def measure(self, first: int, room: int, last: int = 0) -> bool:
        """Measure the rows from `first` that fill `room` pixels, `last` at least; whether any height has changed."""
        changed: dict[int, int] = {}
        number = first
        while 0 <= number < len(self._exact) and (room > 0 or number <= last):
            height = self._view.rowHeight(number)
            if not self._exact[number]:
                self._exact[number] = 1
                exact = self._exact_height(number)
                if exact != height:
                    changed[number] = height = exact
            room -= height
            number += 1
        self._resize(changed)
        return bool(changed)

    def _exact_height(self, number: int) -> int:
        """The lines of the cell that has most of them; cells that cannot have more are not broken at all."""
        wrapping, cells = self._wrapping, self._model.row(number).cells
        assert wrapping is not None
        bounds = [(wrapping.at_most(text, width), text, width) for c, width in self._widths if (text := cells[c])]
        bounds.sort(key=lambda bound: bound[0], reverse=True)
        most = 1
        for bound, text, width in bounds:
            if bound <= most or most >= MOST_LINES:
                break
            most = max(most, len(wrapping.lines(text, width)))
        return self._height(min(most, MOST_LINES))

    def _resize(self, heights: dict[int, int]) -> None:
        """Set heights without a signal each: the view is told once."""
        header = self._view.verticalHeader()
        with QSignalBlocker(header):
            for number, height in heights.items():
                header.resizeSection(number, height)
