"""A form on exactly one sheet: its rows share the height, and its texts are set as large as all of them fit."""

from dataclasses import dataclass
from itertools import accumulate

from exports.document import Align, Box, Form, Overfull, Part, Schedule, longest_of
from exports.formats import schedules
from exports.formats.excel.fitting import SMALLEST, fitted_widths
from exports.formats.pdf.paper import PAD, Sheets
from exports.formats.pdf.paper import Box as Place
from exports.formats.pdf.tags import Element, spans, spoken
from exports.formats.pdf.text_objects import LEADING, Lettering

_LARGEST, _STEP, _LEAST = 9.0, 0.25, 2.0
_TIGHT = 1.12
"""From line to line, in sizes of the text, where the usual distance would make it too small to read."""
_SETTINGS = (
    *((_LARGEST - i * _STEP, LEADING) for i in range(int((_LARGEST - SMALLEST) / _STEP) + 1)),
    *((SMALLEST + i * _STEP, _TIGHT) for i in (2, 1, 0)),
    *((SMALLEST - i * _STEP, _TIGHT) for i in range(1, int((SMALLEST - _LEAST) / _STEP) + 1)),
)
_LABEL = 8.0  # points, of labels; smaller where the texts are
_TITLE = 11.0
_SHORT = 10.5  # points, of what stands alone in the middle of its box: a grade
_GAP = 5.0  # points between the parts
_ARROW = 4.5  # points below a label for its arrow


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The form in one size: its inks, and the height of every row of every part."""

    text: Lettering
    label: Lettering
    heights: list[list[float]]

    @property
    def height(self) -> float:
        return sum(map(sum, self.heights)) + _GAP * (len(self.heights) - 1)


class FormDrawing:
    """One form, fitted to the sheet in hand and drawn on it."""

    def __init__(self, form: Form, sheets: Sheets) -> None:
        self._form = form
        self._sheets = sheets
        widths = fitted_widths(form.columns, sheets.breadth)
        self._edges = [sheets.margin + x for x in accumulate(widths, initial=0)]
        self._title = sheets.inks.bold(_TITLE)

    def draw(self) -> Overfull | None:
        """Draw it, whatever its texts need; a size below the smallest is told."""
        sheets = self._sheets
        lines = self._title.lines(self._form.title, sheets.breadth)
        sheets.mark(self._form.name or self._form.title)
        at = Place(sheets.margin, sheets.y, sheets.breadth, self._title.height(len(lines)))
        sheets.write(self._title, lines, at, piece=sheets.tags.piece(sheets.tags.open("H1")))
        sheets.y += at.height + PAD
        sizes = self._fitted(sheets.room)
        for part, heights in zip(self._form.parts, sizes.heights, strict=True):
            self._draw_part(part, heights, sizes)
            sheets.y += sum(heights) + _GAP
        if sizes.text.size >= SMALLEST:
            return None
        return Overfull(self._form.name, sizes.text.size, SMALLEST, longest_of(self._form))

    def _fitted(self, room: float) -> _Sizes:
        """The largest size in which everything has room; what is left over goes to the rows of prose."""
        for size, leading in _SETTINGS:
            sizes = self._sized(size, leading)
            if sizes.height <= room:
                break
        self._share_out(sizes, room - sizes.height)
        return sizes

    def _sized(self, size: float, leading: float) -> _Sizes:
        inks = self._sheets.inks
        text, label = inks.plain(size, leading), inks.plain(min(_LABEL, size), leading)
        return _Sizes(text, label, [self._heights(part, text, label) for part in self._form.parts])

    def _heights(self, part: Part, text: Lettering, label: Lettering) -> list[float]:
        """Each row as tall as its boxes need; a box over several rows lengthens the last of them."""
        heights = [0.0] * part.rows
        for box in sorted(part.boxes, key=lambda b: b.rows):
            last = box.row + box.rows - 1
            needed = self._needed(box, text, label) - sum(heights[box.row : last])
            heights[last] = max(heights[last], needed)
        upright = len(part.name) * label.leading + 2 * PAD
        heights[-1] += max(0.0, upright - sum(heights))
        return heights

    def _needed(self, box: Box, text: Lettering, label: Lettering) -> float:
        left = len(label.lines(box.label, self._label_width(box))) * label.leading if box.label_columns else 0
        if isinstance(box.content, Schedule):
            return self._schedule_height(box, text)
        ink = _ink_of(box, text, self._sheets)
        right = len(ink.lines(box.content, self._content_width(box))) * ink.leading if box.content else 0
        return max(left, right) + 2 * PAD

    def _share_out(self, sizes: _Sizes, rest: float) -> None:
        growing = [(p, row) for p, part in enumerate(self._form.parts) for row in range(part.rows) if _grows(part, row)]
        total = sum(sizes.heights[p][row] for p, row in growing)
        for p, row in growing if rest > 0 else ():
            sizes.heights[p][row] *= 1 + rest / total

    def _draw_part(self, part: Part, heights: list[float], sizes: _Sizes) -> None:
        sheets = self._sheets
        tops = [sheets.y + y for y in accumulate(heights, initial=0)]
        table = sheets.tags.open("Table")
        rows = [sheets.tags.open("TR", table) for _ in heights]
        if part.name:
            self._draw_upright(part, Place(self._edges[0], sheets.y, self._width(0, 1), sum(heights)), sizes, rows[0])
        for box in sorted(part.boxes, key=lambda b: (b.row, b.column)):
            top, height = tops[box.row], tops[box.row + box.rows] - tops[box.row]
            self._draw_box(box, Place(self._edges[box.column], top, 0, height), sizes, rows[box.row])

    def _draw_upright(self, part: Part, at: Place, sizes: _Sizes, row: Element) -> None:
        sheets, ink = self._sheets, sizes.label
        sheets.shade(at)
        sheets.frame(at)
        lines = tuple(part.name)
        above = (at.height - ink.height(len(lines))) / 2
        piece = sheets.tags.cell(row, "TH", spans(1, part.rows, "Row"))
        sheets.write(ink, lines, Place(at.x, at.y + above, at.width, at.height), Align.CENTER, piece)

    def _draw_box(self, box: Box, at: Place, sizes: _Sizes, row: Element) -> None:
        """The label, then what stands beside it; `at` is the box without its width."""
        label_columns = box.columns if box.content is None else box.label_columns
        label = Place(at.x, at.y, self._width(box.column, label_columns), at.height)
        if label_columns:
            self._draw_label(box, label, sizes, row)
        if box.content is None:
            return
        rest = Place(at.x + label.width, at.y, self._width(box.column, box.columns) - label.width, at.height)
        self._sheets.frame(rest)
        cell = self._sheets.tags.open("TD", row, spans(box.columns - label_columns, box.rows))
        if isinstance(box.content, Schedule):
            self._draw_schedule(box.content, rest, sizes.text, cell)
        elif box.content:
            self._draw_text(box, rest, sizes, cell)

    def _draw_label(self, box: Box, at: Place, sizes: _Sizes, row: Element) -> None:
        sheets, ink = self._sheets, sizes.label
        sheets.shade(at)
        sheets.frame(at)
        lines = ink.lines(box.label, at.width - PAD)
        inner = Place(at.x, at.y + (at.height - ink.height(len(lines))) / 2, at.width, at.height)
        columns = box.columns if box.content is None else box.label_columns
        piece = sheets.tags.cell(row, "TH", spans(columns, box.rows, "Row"))
        sheets.write(ink, lines, inner, Align.CENTER, piece)

    def _draw_text(self, box: Box, at: Place, sizes: _Sizes, cell: Element) -> None:
        ink = _ink_of(box, sizes.text, self._sheets)
        lines = ink.lines(box.content if isinstance(box.content, str) else "", at.width - 2 * PAD)
        spare = at.height - ink.height(len(lines))
        above = PAD if box.align is Align.LEFT and box.label_columns and len(lines) > 1 else spare / 2
        inner = Place(at.x + PAD, at.y + above, at.width - 2 * PAD, at.height)
        self._sheets.write(ink, lines, inner, box.align, self._sheets.tags.piece(cell))

    def _draw_schedule(self, schedule: Schedule, at: Place, ink: Lettering, cell: Element) -> None:
        """The months in a line of their own, then the rows of arrows under their labels."""
        sheets, month, head = self._sheets, at.width / len(schedule.months), ink.leading + PAD
        lines = [sheets.tags.open("P", cell)]
        for i, name in enumerate(schedule.months):
            box = Place(at.x + i * month, at.y, month, head)
            sheets.frame(box)
            inner = Place(box.x, box.y + PAD / 2, month, head)
            sheets.write(ink, (name,), inner, Align.CENTER, sheets.tags.piece(lines[0]))
        rows = schedules.rows(schedule, lambda text: ink.width(text) / month)
        spare = max(0.0, at.height - head - len(rows) * (ink.leading + _ARROW) - PAD) / max(len(rows), 1)
        for number, row in enumerate(rows):
            top = at.y + head + PAD / 2 + number * (ink.leading + _ARROW + min(spare, _ARROW))
            for placed in row:
                said = f"{schedules.said(placed.bar, schedule.months)} {placed.bar.label}"
                element = sheets.tags.open("Span", cell, spoken(said))
                box = Place(at.x + placed.left * month, top, placed.width * month, ink.leading)
                sheets.write(ink, (placed.text,), box, piece=sheets.tags.piece(element))
                if not placed.bar.point:
                    edges = at.x + placed.bar.first * month + 1, at.x + (placed.bar.last + 1) * month - 1
                    sheets.arrow(*edges, top + ink.leading + 1)

    def _schedule_height(self, box: Box, ink: Lettering) -> float:
        assert isinstance(box.content, Schedule)
        month = self._width(box.column + box.label_columns, box.columns - box.label_columns) / len(box.content.months)
        rows = schedules.rows(box.content, lambda text: ink.width(text) / month)
        return ink.leading + 2 * PAD + max(len(rows), 1) * (ink.leading + _ARROW)

    def _width(self, column: int, columns: int) -> float:
        return self._edges[column + columns] - self._edges[column]

    def _label_width(self, box: Box) -> float:
        return self._width(box.column, box.columns if box.content is None else box.label_columns) - PAD

    def _content_width(self, box: Box) -> float:
        return self._width(box.column + box.label_columns, box.columns - box.label_columns) - 2 * PAD


def _ink_of(box: Box, text: Lettering, sheets: Sheets) -> Lettering:
    """What stands in the middle of its box is a grade or a number, and keeps a size of its own while there is room."""
    return text if box.align is not Align.CENTER else sheets.inks.plain(min(_SHORT, text.size * 1.2))


def _grows(part: Part, row: int) -> bool:
    """Whether a row holds prose, which may take whatever room is left."""
    return (
        bool(part.name)
        and any(
            box.row == row
            and box.rows == 1
            and box.align is Align.LEFT
            and isinstance(box.content, str)
            and box.label_columns
            for box in part.boxes
        )
        and not any(box.row < row < box.row + box.rows for box in part.boxes)
    )
