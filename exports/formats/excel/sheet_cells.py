"""A Document cut into the sheets of a workbook: what stands in which cell, in what look, and how tall each row is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.document import (
    Align,
    Block,
    Clipped,
    Column,
    Document,
    HeadingCell,
    Loss,
    Paragraph,
    Row,
    Table,
    TooLongError,
    Unprintable,
    heading_cells,
    place,
)
from exports.formats.excel import fitting, rows_xml
from exports.formats.excel.looks import Look

_TITLE_HEIGHT = 24.0  # pt


_LOOKS = {Align.LEFT: Look.LEFT, Align.CENTER: Look.CENTER, Align.RIGHT: Look.RIGHT}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its height in points, and the column (from 0), look and clean text of every cell it has."""

    height: float
    cells: list[tuple[int, Look, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, its columns' widths in mm, and the lines of text above and below it."""

    document: Document
    above: tuple[str, ...]
    table: Table
    below: tuple[str, ...]
    widths: list[float]

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return self.table.name or self.document.title

    @property
    def heading(self) -> int:
        """The number of the heading's first row, below the title."""
        return 2 + len(self.above)

    @property
    def body(self) -> int:
        """The number of the table's first row."""
        return self.heading + max((len(c.headings) for c in self.table.columns), default=0)

    @property
    def end(self) -> int:
        """The number of the row after the table's last."""
        return self.body + len(self.table.rows)

    @property
    def count(self) -> int:
        """The number of rows in all."""
        return self.end - 1 + len(self.below)


def cut(document: Document) -> list[Sheet]:
    """A sheet for every table, with the paragraphs that follow it; those before the first table stand above it."""
    groups: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Table) and any(isinstance(b, Table) for b in groups[-1]):
            groups.append([])
        groups[-1].append(block)
    return [_sheet(document, group) for group in groups]


def lines(sheet: Sheet, losses: list[Loss]) -> Iterator[Line]:
    """A sheet's rows from the first; adds what cannot be shown to `losses`. TooLongError for a text Excel would cut."""
    yield _title(sheet)
    yield from (_note(sheet, text, losses) for text in sheet.above)
    yield from _heading(sheet)
    yield from _rows(sheet, losses)
    yield from (_note(sheet, text, losses) for text in sheet.below)


def _sheet(document: Document, blocks: Sequence[Block]) -> Sheet:
    page_width = document.page.width - 2 * document.page.margin
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Table)), None)
    table = next((b for b in blocks if isinstance(b, Table)), Table((Column((), page_width),), ()))
    above, below = (blocks, ()) if at is None else (blocks[:at], blocks[at + 1 :])
    widths = fitting.widths(table.columns, table.rows, page_width)
    return Sheet(document, _texts(above), table, _texts(below), widths)


def _texts(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(text for b in blocks if isinstance(b, Paragraph) for text in rows_xml.clean(b.text).split("\n"))


def _title(sheet: Sheet) -> Line:
    title, label = rows_xml.clean(sheet.document.title), rows_xml.clean(sheet.document.label)
    last = len(sheet.widths) - 1
    if last == 0:
        return Line(_TITLE_HEIGHT, [(0, Look.TITLE, f"{title}　{label}".rstrip())])
    return Line(_TITLE_HEIGHT, [(0, Look.TITLE, title), (last, Look.LABEL, label)])


def _note(sheet: Sheet, text: str, losses: list[Loss]) -> Line:
    count = fitting.lines(text, fitting.capacity(sum(sheet.widths)))
    if count > fitting.MAX_LINES:
        losses.append(Clipped(text[:20]))
    return Line(fitting.height(count), [(0, Look.NOTE, text)])


def _heading(sheet: Sheet) -> Iterator[Line]:
    cells = heading_cells(sheet.table.columns)
    for level in range(sheet.body - sheet.heading):
        texts = {c.column: rows_xml.clean(c.text) for c in cells if c.level == level}
        count = max(_heading_lines(sheet, c) for c in cells if c.level + c.levels - 1 == level)
        yield Line(fitting.height(count), [(i, Look.HEADING, texts.get(i, "")) for i in range(len(sheet.widths))])


def _heading_lines(sheet: Sheet, cell: HeadingCell) -> int:
    width = sum(sheet.widths[cell.column : cell.column + cell.columns])
    return max(1, fitting.lines(cell.text, fitting.capacity(width)) - cell.levels + 1)


def _rows(sheet: Sheet, losses: list[Loss]) -> Iterator[Line]:
    looks = [_LOOKS[c.align] for c in sheet.table.columns]
    capacities = [fitting.capacity(w) for w in sheet.widths]
    for row in sheet.table.rows:
        texts = [
            _checked(text, row, column, losses) for text, column in zip(row.cells, sheet.table.columns, strict=True)
        ]
        count = fitting.most_lines(texts, capacities)
        if count > fitting.MAX_LINES:
            losses += _clipped(texts, capacities, sheet, row)
        yield Line(fitting.height(count), list(zip(range(len(texts)), looks, texts, strict=True)))


def _checked(text: str, row: Row, column: Column, losses: list[Loss]) -> str:
    if rows_xml.too_long(text):
        raise TooLongError(place(row, column), rows_xml.MAX_UNITS)
    cleaned = rows_xml.clean(text)
    if cleaned != text:
        losses += [Unprintable(place(row, column), character) for character in rows_xml.dropped(text)]
    return cleaned


def _clipped(texts: Sequence[str], capacities: Sequence[int], sheet: Sheet, row: Row) -> Iterator[Loss]:
    for text, limit, column in zip(texts, capacities, sheet.table.columns, strict=True):
        if fitting.lines(text, limit) > fitting.MAX_LINES:
            yield Clipped(place(row, column))
