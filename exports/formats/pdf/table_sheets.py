"""A table over as many sheets as it needs: the heading on each, rows whole where a sheet can hold them."""

from collections.abc import Iterable, Iterator, Sequence

from exports.document import Align, HeadingCell, Row
from exports.formats.pdf.column_widths import Columns
from exports.formats.pdf.paper import PAD, Box, Sheets
from exports.formats.pdf.tags import spans
from exports.formats.spans import Part, groups, without_joints

CONTINUED = "（つづき）"
_FEWEST = 4
"""A row is not begun for fewer lines than these at the foot of a sheet."""

Lines = tuple[str, ...]


class TableDrawing:
    """A table under way: where it began on the sheet in hand, and which part of the document it has reached."""

    def __init__(self, columns: Columns, sheets: Sheets) -> None:
        self._columns = columns
        self._sheets = sheets
        self._outline = ""
        self._top = 0.0
        self._table = sheets.tags.open("Table")
        self._heads = next((i for i, c in enumerate(columns.columns) if c.heads), None)
        self._repeats = columns.heading_height <= sheets.free / 2

    def draw(self, rows: Iterable[Row]) -> None:
        """The heading and all rows; the pen stands below the table afterwards."""
        if self._repeats and self._sheets.room < self._columns.heading_height + self._height(_FEWEST):
            self._sheets.turn()
        self._draw_heading(first=True)
        for group in groups(rows):
            if len(group) == 1:
                self._draw_row(group[0])
            else:
                self._draw_group(group)
        self._end()
        self._sheets.y += 3 * PAD

    def _draw_heading(self, *, first: bool = False) -> None:
        """The heading, at the place where the pen stands; said only once."""
        columns, sheets = self._columns, self._sheets
        pieces = self._heading_pieces() if first else {}
        for cell in columns.cells:
            box = columns.heading_box(cell, sheets.y)
            ink, lines = columns.heading(cell)
            above = (box.height - ink.height(len(lines))) / 2
            sheets.shade(box)
            sheets.frame(box)
            at = Box(box.x, box.y + above, box.width, box.height)
            sheets.write(ink, lines, at, Align.CENTER, pieces.get(cell))
        sheets.y += columns.heading_height
        self._begin()

    def _heading_pieces(self) -> dict[HeadingCell, int]:
        """The heading's cells in the structure: a row for each level."""
        pieces: dict[HeadingCell, int] = {}
        tags = self._sheets.tags
        for level in range(len(self._columns.levels)):
            row = tags.open("TR", self._table)
            for cell in (c for c in self._columns.cells if c.level == level):
                pieces[cell] = tags.cell(row, "TH", spans(cell.columns, cell.levels, "Column"))
        return pieces

    def _begin(self) -> None:
        self._top = self._sheets.y
        self._rule()

    def _end(self) -> None:
        """The lines between the columns, from the first row down to the pen."""
        for x in self._columns.edges:
            self._sheets.rule((x, self._top), (x, self._sheets.y))

    def _turn(self) -> None:
        """Go on with the table on the next sheet; a heading that would fill half of it is not drawn again."""
        self._end()
        self._sheets.turn()
        if self._repeats:
            self._draw_heading()
        else:
            self._begin()

    def _lines(self, row: Row) -> tuple[Lines, ...]:
        ink, inner = self._columns.ink, self._columns.inner
        return tuple([ink.lines(text, inner(i)) if text else () for i, text in enumerate(row.cells)])

    def _draw_row(self, row: Row) -> None:
        cells = self._lines(row)
        tallest = max(map(len, cells), default=0)
        if tallest <= self._capacity(self._sheets.room):
            self._place(cells, row.outline)
            return
        heading = self._columns.heading_height if self._repeats else 0
        whole = max(self._capacity(self._sheets.free - heading), 1)
        if tallest <= whole:
            self._turn()
            self._place(cells, row.outline)
        else:
            self._draw_tall(cells, row.outline, whole)

    def _draw_tall(self, cells: Sequence[Lines], outline: str, whole: int) -> None:
        """A row that no sheet can hold: its keys stand at the head of every part."""
        keys = {i: cells[i] for i, c in enumerate(self._columns.columns) if c.key and len(cells[i]) <= whole // 2}
        first = self._capacity(self._sheets.room)
        if first < min(max((len(lines) for lines in keys.values()), default=0) + _FEWEST, whole):
            self._turn()
            first = whole
        for number, part in enumerate(self._parts(cells, keys, first, whole)):
            if number:
                self._turn()
            self._place(part, outline)

    def _parts(self, cells: Sequence[Lines], keys: dict[int, Lines], first: int, whole: int) -> Iterator[list[Lines]]:
        """The row cut into parts of `first`, then `whole` lines."""
        yield [keys.get(i, lines[:first]) for i, lines in enumerate(cells)]
        repeated = self._marked(keys)
        tallest = max(len(lines) for i, lines in enumerate(cells) if i not in keys)
        for start in range(first, tallest, whole):
            yield [repeated.get(i, lines[start : start + whole]) for i, lines in enumerate(cells)]

    def _marked(self, keys: dict[int, Lines]) -> dict[int, Lines]:
        """The keys as they are repeated: the widest says that the row goes on."""
        if not keys:
            return keys
        widest = max(keys, key=self._columns.inner)
        mark = self._columns.ink.lines(CONTINUED, self._columns.inner(widest))
        return keys | {widest: keys[widest] + mark}

    def _draw_group(self, rows: list[Row]) -> None:
        """Rows that share cells, as many as fit on each sheet; what they share stands on each."""
        while rows:
            rows = without_joints(rows)
            part = Part(rows, [self._lines(row) for row in rows], self._height)
            if part.height > self._sheets.room:
                part = part.cut(self._sheets.room)
            if not part.rows:  # it turns the sheet, or cuts a row that no sheet can hold
                self._draw_row(rows[0])
            for place in range(len(part.rows)):
                self._place_shared(part, place)
            rows = rows[max(len(part.rows), 1) :]
            if rows and part.rows:
                self._turn()

    def _place_shared(self, part: Part, place: int) -> None:
        """One row of a group, where the pen stands."""
        self._mark(part.rows[place].outline)
        tags, row = self._sheets.tags, self._sheets.tags.open("TR", self._table)
        height = part.heights[place]
        for i, lines in enumerate(part.cells[place]):
            if i in part.rows[place].joined:
                continue
            reach = part.reach(place, i)
            box = Box(self._columns.edges[i], self._sheets.y, 0, sum(part.heights[place : place + reach]))
            self._shade(i, box)
            kind, attributes = self._kind(i), spans(1, reach, "Row" if i == self._heads else "")
            if lines:
                self._write(i, lines, tags.cell(row, kind, attributes))
            else:
                tags.open(kind, row, attributes)
        self._sheets.y += height
        below = part.rows[place + 1].joined if place + 1 < len(part.rows) else frozenset()
        self._rule(below)

    def _place(self, cells: Sequence[Lines], outline: str) -> None:
        """One row, or a part of it, where the pen stands."""
        self._mark(outline)
        sheets, columns = self._sheets, self._columns
        height = self._height(max(map(len, cells), default=0))
        piece = sheets.tags.row(self._table, cells, self._heads)
        if self._heads is not None:
            self._shade(self._heads, Box(columns.edges[self._heads], sheets.y, 0, height))
        top = sheets.y + PAD
        for i, lines in enumerate(cells):
            if lines:
                box = Box(columns.edges[i] + PAD, top, columns.inner(i), height)
                sheets.write(columns.ink, lines, box, columns.columns[i].align, piece)
                piece += 1
        sheets.y += height
        self._rule()

    def _mark(self, outline: str) -> None:
        if outline and outline != self._outline:
            self._sheets.mark(outline)
            self._outline = outline

    def _kind(self, index: int) -> str:
        return "TH" if index == self._heads else "TD"

    def _write(self, index: int, lines: Lines, piece: int) -> None:
        columns, sheets = self._columns, self._sheets
        box = Box(columns.edges[index] + PAD, sheets.y + PAD, columns.inner(index), 0)
        sheets.write(columns.ink, lines, box, columns.columns[index].align, piece)

    def _shade(self, index: int, box: Box) -> None:
        """The gray of a cell that heads its row."""
        if self._columns.columns[index].heads:
            width = self._columns.edges[index + 1] - box.x
            self._sheets.shade(Box(box.x, box.y, width, box.height))
            self._sheets.frame(Box(box.x, box.y, width, box.height))

    def _rule(self, without: frozenset[int] = frozenset()) -> None:
        """A line across the table, but for the columns whose cell reaches further down."""
        sheets, edges = self._sheets, self._columns.edges
        if not without:
            sheets.rule((edges[0], sheets.y), (edges[-1], sheets.y))
            return
        for i in range(len(edges) - 1):
            if i not in without:
                sheets.rule((edges[i], sheets.y), (edges[i + 1], sheets.y))

    def _height(self, lines: int) -> float:
        """The height of a row with so many lines; an empty row is one line tall."""
        return self._columns.ink.height(max(lines, 1)) + 2 * PAD

    def _capacity(self, room: float) -> int:
        """How many lines a row may have in so much room."""
        return max(int((room - 2 * PAD) / self._columns.ink.leading + 1e-6), 0)
