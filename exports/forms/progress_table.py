"""The progress management table (進行管理表): one row for each 担当の行, the years side by side."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from exports import document
from exports.document import Align, Document, Paragraph, Table
from plan.fields import BASELINE_AND_GOAL, DEPARTMENT, KEYS, NUMBER
from plan.states import State, state_of
from plan.table import Column, ProgressTable

_NAME = "進行管理表"


def compose(table: ProgressTable, author: str = "") -> Document:
    """The table as it is printed on A3: all of its rows and columns, the last year's evaluation once there is one."""
    printed = without_unwritten(table)
    rows = tuple(_rows(printed))
    blocks = (Table(tuple(map(_column, printed.columns)), rows, _NAME), Paragraph(printed.notes))
    return Document(
        title=f"{printed.title} {_NAME}".strip(),
        blocks=blocks if printed.notes else blocks[:1],
        label=printed.document_label,
        author=author,
    )


def without_unwritten(table: ProgressTable) -> ProgressTable:
    """The table without what looks back on the last year, as long as nobody has written one."""
    last = max((c.year for c in table.columns if c.year is not None), default=None)
    wanted = [
        c.year is None or c.year != last or c.field.ahead or _is_written(table, i) for i, c in enumerate(table.columns)
    ]
    rows = [replace(row, cells=list(compress(row.cells, wanted))) for row in table.rows]
    return replace(table, columns=tuple(compress(table.columns, wanted)), rows=rows)


def _is_written(table: ProgressTable, index: int) -> bool:
    return any(state_of(row.cells[index]) is not State.NOT_ENTERED for row in table.rows)


def _column(column: Column) -> document.Column:
    return document.Column(
        headings=column.headings,
        width=column.field.width,
        align=Align.CENTER if column.field.centred else Align.LEFT,
        key=column.field in KEYS and column.field is not BASELINE_AND_GOAL,
        filling=column.field.yearly,
    )


def _rows(table: ProgressTable) -> Iterator[document.Row]:
    number, department = table.column_index(NUMBER), table.column_index(DEPARTMENT)
    branch = ""
    for row in table.rows:
        yield document.Row(
            cells=tuple(cell or "" for cell in row.cells),
            outline=row.branch if row.branch != branch else "",
            name=f"{row.cells[number] or ''} {row.cells[department] or ''}".strip(),
        )
        branch = row.branch
