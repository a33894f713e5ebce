"""A form on a sheet of its own: its columns are the sheet's, so that a schedule's months are cells to type in."""

from collections.abc import Iterator
from itertools import accumulate

from exports.document import Align, Box, Document, Form, Loss, Overfull, Part, Schedule, longest_of
from exports.formats import schedules
from exports.formats.excel import fitting
from exports.formats.excel.looks import SIZES, Look
from exports.formats.excel.text_sheets import Arrow, Cell, Layout, needed

_GAP = 5.0  # points between the parts
_LINE = 15.0  # points of a schedule's line: its label and its arrow
_ALIGNED = {Align.LEFT: Look.TEXT, Align.CENTER: Look.CENTERED, Align.RIGHT: Look.VALUE}
_MM = 25.4 / 72
_TITLE_ROOM = 0.97  # of the page's height, for what programs round up


def form_layout(form: Form, document: Document, losses: list[Loss]) -> Layout:
    """The sheet, printed on one page; a program scales it down, and how far is told where nobody could read it."""
    page = document.page
    widths = fitting.fitted_widths(form.columns, page.width - 2 * page.margin)
    layout = Layout(form.name or form.title, widths, one_page=True)
    height = needed(form.title, layout.width(0, len(widths)), Look.THIRD)
    layout.add_row(height, Cell(0, Look.THIRD, form.title, len(widths)))
    grids = [_Grid(part, layout) for part in form.parts]
    room = (page.height - 2 * page.margin) / _MM * _TITLE_ROOM - height - _GAP * len(grids)
    used = sum(sum(grid.heights) for grid in grids)
    printed = SIZES[Look.TEXT] * room / used
    if printed < fitting.SMALLEST:
        losses.append(Overfull(form.name, round(printed, 1), fitting.SMALLEST, longest_of(form)))
    _share_out(grids, room - used)
    for grid in grids:
        grid.put()
        layout.add_row(_GAP)
    return layout


def _share_out(grids: list["_Grid"], rest: float) -> None:
    """What is left of the page goes to the rows of prose."""
    growing = [(grid, row) for grid in grids for row in grid.growing]
    total = sum(grid.heights[row] for grid, row in growing)
    for grid, row in growing if rest > 0 else ():
        grid.heights[row] *= 1 + rest / total


class _Grid:
    """One part of a form: the height of each of its rows, and the sheet's rows that each becomes."""

    def __init__(self, part: Part, layout: Layout) -> None:
        self._part = part
        self._layout = layout
        self._lines = {box.row: self._placed(box) for box in part.boxes if isinstance(box.content, Schedule)}
        self.heights = self._needed()
        self.growing = [row for row in range(part.rows) if self._grows(row)] if part.name else []

    def put(self) -> None:
        """Put the part's rows and boxes on the sheet."""
        part, layout = self._part, self._layout
        cut = [self._cut(row) for row in range(part.rows)]
        starts = list(accumulate(map(len, cut), initial=len(layout.heights)))
        if part.name:
            layout.cells.append((starts[0], Cell(0, Look.UPRIGHT, part.name, rows=starts[-1] - starts[0])))
        for box in part.boxes:
            top, rows = starts[box.row], starts[box.row + box.rows] - starts[box.row]
            layout.cells += [(top + down, cell) for down, cell in self._cells(box, rows)]
            if isinstance(box.content, Schedule):
                layout.arrows += self._arrows(box, top)
        layout.heights += [height for heights in cut for height in heights]

    def _cut(self, row: int) -> list[float]:
        if row not in self._lines:
            return fitting.heights(self.heights[row])
        lines = max(len(self._lines[row]), 1)
        return [_LINE, *([(self.heights[row] - _LINE) / lines] * lines)]

    def _cells(self, box: Box, rows: int) -> Iterator[tuple[int, Cell]]:
        labels = box.columns if box.content is None else box.label_columns
        if labels:
            yield 0, Cell(box.column, Look.HEAD, box.label, labels, rows)
        if isinstance(box.content, Schedule):
            yield from self._schedule_cells(box, box.content)
        elif box.content is not None:
            look = _ALIGNED[box.align]
            yield 0, Cell(box.column + labels, look, box.content, box.columns - labels, rows)

    def _schedule_cells(self, box: Box, schedule: Schedule) -> Iterator[tuple[int, Cell]]:
        first = box.column + box.label_columns
        yield from ((0, Cell(first + i, Look.CENTERED, month)) for i, month in enumerate(schedule.months))
        for down, row in enumerate(self._lines[box.row] or [[]], 1):
            texts: dict[int, Cell] = {}
            for placed in row:
                texts |= {cell.column: cell for cell in _label(placed, first)}
            empty = (Cell(first + i, Look.FREE, "") for i in range(len(schedule.months)))
            yield from ((down, texts.get(cell.column, cell)) for cell in empty)

    def _arrows(self, box: Box, top: int) -> Iterator[Arrow]:
        first = box.column + box.label_columns
        assert isinstance(box.content, Schedule)
        for down, row in enumerate(self._lines[box.row], 1):
            for placed in row:
                bar = placed.bar
                if not bar.point:
                    said = f"{schedules.said(bar, box.content.months)} {bar.label}"
                    yield Arrow(top + down, first + bar.first, first + bar.last, said)

    def _placed(self, box: Box) -> list[list[schedules.Placed]]:
        assert isinstance(box.content, Schedule)
        month = self._layout.widths[box.column + box.label_columns] / _MM

        def measure(text: str) -> float:
            return sum(0.5 if c.isascii() else 1 for c in text) * SIZES[Look.FREE] / month

        return schedules.rows(box.content, measure)

    def _needed(self) -> list[float]:
        heights = [0.0] * self._part.rows
        for box in sorted(self._part.boxes, key=lambda b: b.rows):
            last = box.row + box.rows - 1
            heights[last] = max(heights[last], self._box_height(box) - sum(heights[box.row : last]))
        return heights

    def _box_height(self, box: Box) -> float:
        if isinstance(box.content, Schedule):
            return _LINE * (1 + max(len(self._lines[box.row]), 1))
        labels = box.columns if box.content is None else box.label_columns
        label = needed(box.label, self._layout.width(box.column, labels), Look.HEAD) if labels else 0
        width = self._layout.width(box.column + labels, box.columns - labels)
        return max(label, needed(box.content, width, Look.TEXT) if box.content else 0)

    def _grows(self, row: int) -> bool:
        boxes = [box for box in self._part.boxes if box.row <= row < box.row + box.rows]
        return row not in self._lines and all(box.rows == 1 and box.align is Align.LEFT for box in boxes)


def _label(placed: schedules.Placed, first: int) -> Iterator[Cell]:
    """The cells of a label: in the middle of its arrow where it fits, else from its first month on."""
    bar = placed.bar
    if bar.point:
        look = Look.FREE if placed.text.startswith(schedules.POINT) else Look.FREE_RIGHT
        yield Cell(first + bar.first, look, placed.text)
    elif placed.width <= bar.last + 1 - bar.first:
        yield from (
            Cell(first + i, Look.ACROSS, bar.label if i == bar.first else "") for i in range(bar.first, bar.last + 1)
        )
    else:
        yield Cell(first + int(placed.left), Look.FREE, bar.label)
