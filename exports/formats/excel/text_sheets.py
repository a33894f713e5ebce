"""Running text and its tables on the sheets of a workbook: which cells are one, and how tall each row is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise

from exports.document import (
    Align,
    Block,
    Clipped,
    Contents,
    Cover,
    Document,
    Entry,
    Form,
    Heading,
    Loss,
    Paragraph,
    Row,
    Style,
    Table,
    heading_cells,
)
from exports.formats.excel import fitting
from exports.formats.excel.looks import SIZES, Look
from exports.formats.spans import reach

_ABOVE_TITLE = 120.0  # points
_SPACED = SIZES[Look.PROSE]
_STATUS = 28.0  # mm of a line's status
_SLIVER = 2.0  # mm: edges nearer than this are one
_LEVELS = (Look.FIRST, Look.SECOND, Look.THIRD, Look.THIRD)
_STYLES = {
    Style.PLAIN: Look.PROSE,
    Style.PROSE: Look.PROSE,
    Style.LABEL: Look.STRONG,
    Style.NOTE: Look.SMALL,
    Style.COLOPHON: Look.MIDDLE,
    Style.RIGHT: Look.AT_RIGHT,
}
_ALIGNED = {Align.LEFT: Look.TEXT, Align.CENTER: Look.CENTERED, Align.RIGHT: Look.VALUE}
_COVER_SHEET = "表紙"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over some columns and rows, from its upper left corner; `indent` counts characters."""

    column: int
    look: Look
    text: str
    columns: int = 1
    rows: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow over the cells of one row (from 0), up to and with a column."""

    row: int
    first: int
    last: int
    said: str


@dataclass(slots=True)
class Layout:
    """One sheet: its columns in mm, its rows' heights in points, and what stands in them."""

    title: str
    widths: list[float]
    heights: list[float] = field(default_factory=list)
    cells: list[tuple[int, Cell]] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    one_page: bool = False

    def width(self, column: int, columns: int) -> float:
        """The width of neighbouring columns."""
        return sum(self.widths[column : column + columns])

    def add_row(self, height: float, *cells: Cell) -> None:
        """A row below the others."""
        self.cells += [(len(self.heights), cell) for cell in cells]
        self.heights.append(height)


def needed(text: str, width: float, look: Look) -> float:
    """The height in points that a text needs."""
    size = SIZES[look]
    return fitting.height_in(fitting.lines(text, fitting.capacity(width, size)), size)


def layouts(document: Document, losses: list[Loss]) -> list[Layout]:
    """A sheet for every heading of the first level with what follows it; what stands before them is a sheet too."""
    parts: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1 and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return [_laid(document, part, losses, first=not i) for i, part in enumerate(parts)]


def _laid(document: Document, blocks: Sequence[Block], losses: list[Loss], *, first: bool) -> Layout:
    breadth = document.page.width - 2 * document.page.margin
    opening = blocks[0]
    title = opening.text if isinstance(opening, Heading) else _COVER_SHEET
    layout = Layout(document.title if first and document.titled else title, _grid(blocks, breadth))
    writing = _Writing(layout, document, losses)
    if first and document.titled:
        writing.line(document.above, Look.FIRST)
    for block in blocks:
        writing.block(block)
    return layout


def _grid(blocks: Sequence[Block], breadth: float) -> list[float]:
    """The widths between all edges that the blocks' tables and outlines have."""
    edges = {0.0, breadth}
    for block in blocks:
        if isinstance(block, Table):
            edges.update(_edges(block, breadth))
        elif isinstance(block, Entry):
            edges.add(breadth - _STATUS)
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] >= _SLIVER:
            kept.append(edge)
    kept[-1] = breadth
    return [b - a for a, b in pairwise(kept)]


def _edges(table: Table, breadth: float) -> list[float]:
    return list(accumulate(fitting.fitted_widths([c.width for c in table.columns], breadth), initial=0))


class _Writing:
    """One sheet being filled from the top."""

    def __init__(self, layout: Layout, document: Document, losses: list[Loss]) -> None:
        self._layout = layout
        self._document = document
        self._losses = losses
        self._ends = list(accumulate(layout.widths, initial=0))

    def block(self, block: Block) -> None:
        """A block below what is there."""
        match block:
            case Table():
                self._table(block)
            case Heading():
                self._space()
                self.line(block.text, _LEVELS[block.level - 1])
            case Entry():
                self._entry(block)
            case Cover():
                self._cover(block)
            case Contents():
                self._contents(block)
            case Paragraph():
                for text in block.text.split("\n"):
                    self.line(text, _STYLES[block.style], block.indent)
            case Form():
                raise AssertionError(block.name)  # a form has a sheet of its own

    def _cover(self, cover: Cover) -> None:
        """The title at a third of the first page, and who publishes it below."""
        for text, look, above in (
            (cover.title, Look.COVER, _ABOVE_TITLE),
            *((line, Look.MIDDLE, _SPACED if i else _ABOVE_TITLE) for i, line in enumerate(cover.lines)),
        ):
            self._layout.add_row(above)
            self.line(text, look)
        self._layout.add_row(_SPACED)

    def line(self, text: str, look: Look, indent: int = 0) -> None:
        """A text over the whole breadth."""
        columns = len(self._layout.widths)
        height = needed(text, self._layout.width(0, columns) - indent * SIZES[look] / 72 * 25.4, look)
        if height > fitting.MAX_HEIGHT:
            self._losses.append(Clipped(text[:20]))
        self._layout.add_row(min(height, fitting.MAX_HEIGHT), Cell(0, look, text, columns, indent=indent))

    def _space(self) -> None:
        if self._layout.heights:
            self._layout.add_row(_SPACED)

    def _entry(self, entry: Entry) -> None:
        last = len(self._layout.widths) - 1
        look = Look.ENTRY if entry.status else Look.PROSE
        height = needed(entry.text, self._layout.width(0, last) - 4 * entry.depth, look)
        cells = (Cell(0, look, entry.text, last, indent=2 * entry.depth), Cell(last, Look.STATUS, entry.status))
        self._layout.add_row(min(height, fitting.MAX_HEIGHT), *cells)

    def _contents(self, contents: Contents) -> None:
        self._space()
        self.line(contents.title, Look.SECOND)
        for block in self._document.blocks:
            if isinstance(block, Heading) and block.level <= contents.level:
                self.line(block.text, Look.PROSE, indent=block.level)

    def _table(self, table: Table) -> None:
        if self._layout.cells and not self._follows_heading():
            self._space()
        columns = self._columns(table)
        self._heading(table, columns)
        for _, group in groupby(_numbered(table.rows), key=lambda pair: pair[0]):
            self._group(table, columns, [row for _, row in group])

    def _follows_heading(self) -> bool:
        return self._layout.cells[-1][1].look in (*_LEVELS, Look.STRONG)

    def _columns(self, table: Table) -> list[tuple[int, int]]:
        """Where each column stands on the sheet's own: its first one, and how many."""
        places = [self._nearest(edge) for edge in _edges(table, self._ends[-1])]
        return [(a, b - a) for a, b in pairwise(places)]

    def _nearest(self, edge: float) -> int:
        at = bisect_left(self._ends, edge - _SLIVER)
        return min(range(max(at - 1, 0), min(at + 2, len(self._ends))), key=lambda i: abs(self._ends[i] - edge))

    def _heading(self, table: Table, columns: list[tuple[int, int]]) -> None:
        cells = heading_cells(table.columns)
        top, layout = len(layout_heights := self._layout.heights), self._layout
        for level in range(max((c.level + c.levels for c in cells), default=0)):
            ends_here = (c for c in cells if c.level + c.levels - 1 == level)
            spans = (
                (c, columns[c.column][0], sum(n for _, n in columns[c.column : c.column + c.columns]))
                for c in ends_here
            )
            layout_heights.append(max(needed(c.text, layout.width(at, n), Look.HEAD) for c, at, n in spans))
        for c in cells:
            wide = sum(n for _, n in columns[c.column : c.column + c.columns])
            layout.cells.append((top + c.level, Cell(columns[c.column][0], Look.HEAD, c.text, wide, c.levels)))

    def _group(self, table: Table, columns: list[tuple[int, int]], rows: list[Row]) -> None:
        """Rows that share cells; one that needs more height than a row can have takes several."""
        layout, top = self._layout, len(self._layout.heights)
        heights = _row_heights(table, rows, [layout.width(*column) for column in columns])
        cut = [fitting.heights(height) for height in heights]
        starts = list(accumulate(map(len, cut), initial=top))
        for place, row in enumerate(rows):
            for i, (at, wide) in enumerate(columns):
                if i not in row.joined:
                    end = starts[place + reach(rows, place, i)]
                    look = Look.ROW_HEAD if table.columns[i].heads else _ALIGNED[table.columns[i].align]
                    layout.cells.append((starts[place], Cell(at, look, row.cells[i], wide, end - starts[place])))
        layout.heights += [height for part in cut for height in part]


def _numbered(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Every row with the number of the group of rows that share cells."""
    number = 0
    for row in rows:
        number += not row.joined
        yield number, row


def _row_heights(table: Table, rows: list[Row], widths: list[float]) -> list[float]:
    heights = [0.0] * len(rows)
    found = sorted(
        (reach(rows, place, i), place, needed(row.cells[i], widths[i], Look.TEXT))
        for place, row in enumerate(rows)
        for i in range(len(table.columns))
        if i not in row.joined
    )
    for over, place, height in found:
        last = place + over - 1
        heights[last] = max(heights[last], height - sum(heights[place:last]))
    return heights
