"""A table over as many sheets as it needs: the heading on each, rows whole where a sheet can hold them."""

from collections.abc import Iterable, Iterator, Sequence

from exports.document import Align, Row
from exports.formats.pdf_columns import Columns
from exports.formats.pdf_sheets import PAD, Box, Sheets

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
        self._edges = columns.edges[0], columns.edges[-1]
        self._repeats = columns.heading_height <= sheets.free / 2

    def draw(self, rows: Iterable[Row]) -> None:
        """The heading and all rows; the pen stands below the table afterwards."""
        if self._repeats and self._sheets.room < self._columns.heading_height + self._height(_FEWEST):
            self._sheets.turn()
        self._draw_heading()
        for row in rows:
            self._draw_row(row)
        self._end()
        self._sheets.y += 3 * PAD

    def _draw_heading(self) -> None:
        """The heading, at the place where the pen stands."""
        columns, sheets = self._columns, self._sheets
        for cell in columns.cells:
            box = columns.heading_box(cell, sheets.y)
            ink, lines = columns.heading(cell)
            above = (box.height - ink.height(len(lines))) / 2
            sheets.shade(box)
            sheets.frame(box)
            sheets.write(ink, lines, Box(box.x, box.y + above, box.width, box.height), Align.CENTER)
        sheets.y += columns.heading_height
        self._begin()

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

    def _draw_row(self, row: Row) -> None:
        cells = tuple(
            self._columns.ink.lines(text, self._columns.inner(i)) if text else () for i, text in enumerate(row.cells)
        )
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

    def _place(self, cells: Sequence[Lines], outline: str) -> None:
        """One row, or a part of it, where the pen stands."""
        if outline and outline != self._outline:
            self._sheets.mark(outline)
            self._outline = outline
        columns, top = self._columns, self._sheets.y + PAD
        height = self._height(max(map(len, cells), default=0))
        for i, lines in enumerate(cells):
            if lines:
                box = Box(columns.edges[i] + PAD, top, columns.inner(i), height)
                self._sheets.write(columns.ink, lines, box, columns.columns[i].align)
        self._sheets.y += height
        self._rule()

    def _rule(self) -> None:
        left, right = self._edges
        self._sheets.rule((left, self._sheets.y), (right, self._sheets.y))

    def _height(self, lines: int) -> float:
        """The height of a row with so many lines; an empty row is one line tall."""
        return self._columns.ink.height(max(lines, 1)) + 2 * PAD

    def _capacity(self, room: float) -> int:
        """How many lines a row may have in so much room."""
        return max(int((room - 2 * PAD) / self._columns.ink.leading + 1e-6), 0)
