"""The rows below a table's header: pages' headers and titles passed over, merged cells filled, notes kept apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from imports.files.rectangle import Sheet
from imports.table.captions import Captions, is_furniture, texts_of
from imports.table.header import MOST, Header, bare_heading, is_repeat, looks_like_header
from imports.table.later_header import Likeness, is_numbered, likeness
from plan.era import FiscalYear
from plan.fields import CONTENT, DEPARTMENT, NUMBER, PROJECT, Field
from plan.findings import Place
from plan.table import Column

_NOTE = re.compile(r"\s*(?:※|＊|\*|[（(]?注[0-9０-９]*[)）:：.．\s]|備考|凡例|[○◎△×●]\s*[:：…＝=は])")
_WIDE = 3  # columns over which a lone text is a heading of the rows below it


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row as it was read: its line in the source (from 1), its cells (None: blank), the band heading above it."""

    line: int
    cells: tuple[str | None, ...]
    band: str = ""


@dataclass(slots=True)
class ReadTable:
    """The rows under one header; `positions` are the columns' places in the source, counted from 0."""

    sheet: str
    columns: tuple[Column, ...]
    positions: tuple[int, ...]
    rows: list[ReadRow] = field(default_factory=list)
    notes: str = ""
    unmatched: dict[int, int] = field(default_factory=dict)  # position → cells that were not read
    other_headers: list[int] = field(default_factory=list)  # lines (from 0) at which another table begins
    unread: int = 0  # lines that belong to another table
    unsure: list[int] = field(default_factory=list)  # lines (from 0) that were read, but look like a header
    filled_departments: int = 0  # rows that bear the department of the row above them
    unsure_notes: list[tuple[int, str]] = field(default_factory=list)
    """Lines (from 0) below the rows that were read as notes, but may be the rest of a text above them."""

    def index(self, wanted: Field, year: FiscalYear | None = None) -> int | None:
        """The position of a column among `columns`; None where the source does not have it."""
        column = Column(wanted, year)
        return self.columns.index(column) if column in self.columns else None

    def text(self, row: ReadRow, wanted: Field, year: FiscalYear | None = None) -> str:
        """A cell's text, "" where it is blank or the source does not have the column."""
        at = self.index(wanted, year)
        return (row.cells[at] or "") if at is not None else ""

    def place(self, row: ReadRow, at: int | None = None) -> Place:
        """Where a row is, or its cell in the column at `at`."""
        column = self.columns[at] if at is not None else None
        return Place(
            sheet=self.sheet,
            line=row.line,
            column=self.positions[at] + 1 if at is not None else None,
            number=self.text(row, NUMBER),
            department=self.text(row, DEPARTMENT),
            year=column.year if column else None,
            field=column.field if column else None,
        )


class _Kind(Enum):
    """What a line under the header is."""

    SKIPPED = "skipped"
    ROW = "row"
    NOTE = "note"
    BAND = "band"
    LONE = "lone"  # one text only: a note where no row follows, else a band or a row
    HEADING = "heading"  # a row that has words of a header: a header, or a row after all
    REPEAT = "repeat"  # the header again


_OF_LIKENESS = {
    Likeness.ROW: _Kind.ROW,
    Likeness.UNSURE: _Kind.ROW,
    Likeness.SAME: _Kind.REPEAT,
    Likeness.OTHER: _Kind.HEADING,
}


def read_table(sheet: Sheet, header: Header, captions: Captions) -> ReadTable:
    """The rows under the header, without those of another table."""
    matched = [(match.index, match.column) for match in header.matches if match.column]
    table = ReadTable(sheet.name, tuple(column for _, column in matched), tuple(index for index, _ in matched))
    lines = _sorted_lines(sheet.rows, header, captions, table)
    band = ""
    for line, kind in lines:
        cells = sheet.rows[line]
        if kind is _Kind.BAND:
            band = texts_of(cells)[0]
        elif kind is _Kind.ROW:
            table.rows.append(ReadRow(line + 1, _picked(cells, table.positions), band))
            _count_unmatched(table, cells)
    notes = [(line, texts_of(sheet.rows[line])) for line, kind in lines if kind is _Kind.NOTE]
    table.notes = "\n".join("　".join(texts) for _, texts in notes)
    table.unsure_notes = [(line, texts[0]) for line, texts in notes if _may_be_a_rest(sheet.rows[line], table)]
    table.rows = _filled(table)
    return table


def _may_be_a_rest(row: Sequence[str], table: ReadTable) -> bool:
    """Whether a note stands alone under the texts of a year, where a text broken over several lines would end."""
    filled = [i for i, cell in enumerate(row) if cell.strip()]
    above = _column_at(table, filled[0]) if len(filled) == 1 else None
    return above is not None and above.yearly and not _NOTE.match(row[filled[0]])


def _sorted_lines(
    rows: Sequence[Sequence[str]], header: Header, captions: Captions, table: ReadTable
) -> list[tuple[int, _Kind]]:
    """Every line that counts with what it is; lone texts are decided once it is known where the rows end."""
    lines: list[tuple[int, _Kind]] = []
    ours = True  # whether the lines belong to this table: another's end where our header stands again
    for line, kind in _kinds(rows, header, captions, table):
        ours = kind is _Kind.REPEAT or (ours and kind is not _Kind.HEADING)
        if ours and kind is not _Kind.REPEAT:
            lines.append((line, kind))
        table.unread += not ours
    last = max((line for line, kind in lines if kind is _Kind.ROW), default=-1)
    return [(line, _decided(rows[line], table, after=line > last) if k is _Kind.LONE else k) for line, k in lines]


def _kinds(
    rows: Sequence[Sequence[str]], header: Header, captions: Captions, table: ReadTable
) -> Iterator[tuple[int, _Kind]]:
    """The lines with what each is; HEADING is now the header of another table."""
    heads = [[bare_heading(cell) for cell in row] for row in rows[header.line : header.line + header.height]]
    looked, below = 0, header.line + header.height
    for line in range(below, len(rows)):
        if line < below:
            continue
        kind = _kind(rows[line], captions, () if is_numbered(rows[line], header) else heads)
        if kind is _Kind.HEADING:
            looked += 1
            like, height = likeness(rows, line, header) if looked <= MOST else (Likeness.ROW, 1)
            kind, below = _OF_LIKENESS[like], line + height
            table.other_headers += [line] if like is Likeness.OTHER else []
            table.unsure += [line] if like is Likeness.UNSURE else []
        if kind is not _Kind.SKIPPED:
            yield line, kind


def _kind(row: Sequence[str], captions: Captions, heads: Sequence[Sequence[str]]) -> _Kind:
    texts = texts_of(row)
    if not texts or is_furniture(row, captions):
        return _Kind.SKIPPED
    if is_repeat(row, heads):
        return _Kind.REPEAT
    if len(texts) <= 2 and _NOTE.match(texts[0]):  # noqa: PLR2004  # the mark and its text may be in two cells
        return _Kind.NOTE
    if len(texts) == 1:
        return _Kind.LONE
    return _Kind.HEADING if heads and looks_like_header(row) else _Kind.ROW


def _decided(row: Sequence[str], table: ReadTable, *, after: bool) -> _Kind:
    """What a line with one text is."""
    filled = [i for i, cell in enumerate(row) if cell.strip()]
    if _column_at(table, filled[0]) is NUMBER and row[filled[0]].strip().isdecimal():
        return _Kind.SKIPPED  # a blank row of a form that was numbered beforehand
    if after:
        return _Kind.NOTE
    known = {_column_at(table, i) for i in filled} - {None}
    return _Kind.BAND if len(filled) >= _WIDE or not known or known <= {NUMBER} else _Kind.ROW


def _column_at(table: ReadTable, position: int) -> Field | None:
    return table.columns[table.positions.index(position)].field if position in table.positions else None


def _picked(cells: Sequence[str], positions: Iterable[int]) -> tuple[str | None, ...]:
    return tuple((cells[i] or None) if i < len(cells) else None for i in positions)


def _count_unmatched(table: ReadTable, cells: Sequence[str]) -> None:
    for i, cell in enumerate(cells):
        if i not in table.positions and cell.strip():
            table.unmatched[i] = table.unmatched.get(i, 0) + 1


def _filled(table: ReadTable) -> list[ReadRow]:
    """The rows with merged cells filled, where a text file shows them as blanks below.

    A table that says the same in two rows on end has no merged cells: there a blank is a blank.
    """
    rows = table.rows
    for wanted in (PROJECT, CONTENT):
        rows = _filled_in(rows, table.index(wanted))
    if rows != table.rows:  # merged cells are shown as blanks here: 担当課 may be merged, too
        before, rows = rows, _filled_in(rows, table.index(DEPARTMENT))
        table.filled_departments = sum(a != b for a, b in zip(before, rows, strict=True))
    return rows


def _filled_in(rows: list[ReadRow], at: int | None) -> list[ReadRow]:
    return rows if at is None or _says_twice(rows, at) else _fill_down(rows, at)


def _says_twice(rows: Sequence[ReadRow], at: int) -> bool:
    return any(a.cells[at] and a.cells[at] == b.cells[at] for a, b in pairwise(rows))


def _fill_down(rows: Sequence[ReadRow], at: int) -> list[ReadRow]:
    filled: list[ReadRow] = []
    for row in rows:
        above = filled[-1].cells[at] if filled and filled[-1].band == row.band else None
        filled.append(ReadRow(row.line, (*row.cells[:at], row.cells[at] or above, *row.cells[at + 1 :]), row.band))
    return filled
