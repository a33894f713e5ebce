"""How a table's columns share the width of the sheet, and how large its text can be."""

from collections.abc import Sequence
from itertools import accumulate

from exports.document import Column, HeadingCell, Table, heading_cells
from exports.formats.pdf.paper import MM, PAD, Box, Inks
from exports.formats.pdf.text_objects import Lettering

_LARGEST, _SMALLEST = 9.0, 5.5
_CHARACTERS = 10  # that a column of average width should hold
_SMALLER = 0.85  # headings that would else take another line
_UNSAID = 25  # millimetres of a column that names no width
_FIXED_SHARE = 0.5  # of the sheet, beyond which columns that do not fill it shrink too


class Columns:
    """The columns of one table on the sheet; all lengths in points."""

    def __init__(self, table: Table, inks: Inks, left: float, breadth: float) -> None:
        self.columns = table.columns
        self.widths = shared_widths(table.columns, breadth)
        self.edges = [left + x for x in accumulate(self.widths, initial=0)]
        size = max(_SMALLEST, min(_LARGEST, breadth / max(len(self.widths), 1) / _CHARACTERS))
        self.ink = inks.plain(int(size * 4) / 4)
        self.heading_inks = (inks.bold(self.ink.size), inks.bold(max(_SMALLEST, self.ink.size * _SMALLER)))
        self.cells = heading_cells(table.columns)
        self.levels = self._level_heights()

    @property
    def heading_height(self) -> float:
        """The height of the whole heading."""
        return sum(self.levels)

    def inner(self, index: int, columns: int = 1) -> float:
        """The width that a cell over some columns has for its text."""
        return self.edges[index + columns] - self.edges[index] - 2 * PAD

    def heading(self, cell: HeadingCell) -> tuple[Lettering, tuple[str, ...]]:
        """A heading's lines, in the smaller size where that spares a line."""
        width = self.inner(cell.column, cell.columns) + PAD  # centred, it may come closer to the lines
        set_in = [(ink, ink.lines(cell.text, width)) for ink in self.heading_inks]
        return min(set_in, key=lambda found: len(found[1]))

    def heading_box(self, cell: HeadingCell, top: float) -> Box:
        """Where a heading's cell stands when the heading begins at `top`."""
        x, to_x = self.edges[cell.column], self.edges[cell.column + cell.columns]
        height = sum(self.levels[cell.level : cell.level + cell.levels])
        return Box(x, top + sum(self.levels[: cell.level]), to_x - x, height)

    def _level_heights(self) -> list[float]:
        """Each level as tall as its own cells; the last one also holds what reaches over several."""
        levels = [0.0] * max((c.level + c.levels for c in self.cells), default=0)
        for cell in sorted(self.cells, key=lambda c: c.levels):
            ink, lines = self.heading(cell)
            last = cell.level + cell.levels - 1
            needed = ink.height(len(lines)) + 2 * PAD - sum(levels[cell.level : last])
            levels[last] = max(levels[last], needed)
        return levels


def shared_widths(columns: Sequence[Column], breadth: float) -> list[float]:
    """The columns' widths on a sheet `breadth` points wide.

    Filling columns share what the others leave, by their own widths; where that is too little, all shrink alike.
    """
    widths = [(column.width or _UNSAID) * MM for column in columns]
    filling = sum(width for width, column in zip(widths, columns, strict=True) if column.filling)
    fixed = sum(widths) - filling
    if filling and fixed <= breadth * _FIXED_SHARE:
        scale = (breadth - fixed) / filling
        return [w * scale if c.filling else w for w, c in zip(widths, columns, strict=True)]
    scale = min(1.0, breadth / sum(widths)) if widths else 1.0
    return [width * scale for width in widths]
