"""A sheet as a rectangle of texts: what every source of a table comes down to before anybody looks for a heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from plan.findings import Finding

MAX_ROWS = 20_000
MAX_COLUMNS = 256
MAX_CELLS = 1_000_000
MAX_CHARACTERS = 60_000_000
"""More rows, columns, cells or characters than this is no table of a plan, and would take memory and time."""


Cell = tuple[int, int]
"""A cell's row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of cells, merged or drawn over: its first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Kind(Enum):
    """What a cell holds where it is not a text."""

    FORMULA = "formula"
    NUMBER = "number"  # shown as it is
    FORMATTED = "formatted"  # a number that its format shows otherwise: 50%, 1,234
    DATE = "date"
    OTHER = "other"  # TRUE, #N/A


@dataclass(frozen=True, slots=True)
class Handling:
    """What was done to a workbook's sheet beside its texts; rows, columns and cells are counted from 0."""

    protected: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()
    kinds: Mapping[Cell, Kind] = field(default_factory=dict)
    open_colours: Mapping[Cell, str] = field(default_factory=dict)
    """The fills (ARGB) of the cells that may be written into though the sheet is protected."""
    comments: frozenset[Cell] = frozenset()
    struck: Mapping[Cell, str] = field(default_factory=dict)  # what was struck out, and so is not in the rows
    uncalculated: frozenset[Cell] = frozenset()  # formulas without a value
    unshown: Mapping[Cell, str] = field(default_factory=dict)  # numbers read without their format, which is this


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells as they are shown, row by row; "" is a blank cell, and rows may differ in length.

    `arrows` are lines drawn over the cells, each with what it reaches over.
    """

    name: str
    rows: list[list[str]]
    hidden: bool = False
    findings: tuple[Finding, ...] = ()
    arrows: tuple[Span, ...] = ()
    handling: Handling = Handling()


@dataclass(slots=True)
class Grid:
    """Cells on their way into a sheet, as sparse as the file has them."""

    rows: list[list[str]] = field(default_factory=list)
    width: int = 0
    cells: int = 0  # those that were put

    def put(self, row: int, column: int, text: str) -> None:
        """Set one cell, counted from 0."""
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text
        self.cells += 1
        self.width = max(self.width, column + 1)

    def area(self, spans: list[Span]) -> int:
        """How many cells `fill` would go through."""
        return sum(len(rows) * len(columns) for rows, columns in map(self._within, spans))

    def fill(self, spans: list[Span]) -> None:
        """Write each merged range's upper left text into its blank cells, as far as the sheet has rows and columns."""
        for span in spans:
            text = self._text(span.top, span.left)
            rows, columns = self._within(span)
            for row in rows if text else ():
                self._fill_row(self.rows[row], columns, text)

    def _within(self, span: Span) -> tuple[range, range]:
        rows = range(span.top, min(span.bottom + 1, len(self.rows)))
        return rows, range(span.left, min(span.right + 1, self.width))

    def _text(self, row: int, column: int) -> str:
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""

    @staticmethod
    def _fill_row(cells: list[str], columns: range, text: str) -> None:
        cells.extend([""] * (columns.stop - len(cells)))
        cells[columns.start : columns.stop] = [cell or text for cell in cells[columns.start : columns.stop]]


def column_name(column: int) -> str:
    """A column, counted from 0, as a spreadsheet names it: 27 is AB."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name, column = chr(ord("A") + letter) + name, column - 1
    return name


def cell_name(row: int, column: int) -> str:
    """A cell, counted from 0, as a spreadsheet names it."""
    return f"{column_name(column)}{row + 1}"
