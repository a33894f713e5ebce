"""The progress management table as rows and columns: what the grid shows, an import compares, an export prints."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from plan.era import FiscalYear
from plan.fields import KEYS, YEARLY, Field
from plan.ids import AssignmentId, DepartmentId, ItemId


class Order(Enum):
    """How the columns after the keys follow each other."""

    YEARS = "years"  # year by year, each with its fields (as most cities print it)
    FIELDS = "fields"  # the targets of all years, then the evaluations of all years


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field, of one fiscal year where the field is yearly."""

    field: Field
    year: FiscalYear | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading in one or two levels: 番号, or 平成29年度 above 内容及び目標."""
        return (self.year.label, self.field.label) if self.year is not None else (self.field.label,)

    @property
    def heading(self) -> str:
        """The heading on one line: 平成29年度内容及び目標."""
        return "".join(self.headings)


@dataclass(slots=True)
class ProgressRow:
    """One assignment (担当の行) with its cells, in the table's column order; None is a cell not entered yet."""

    id: AssignmentId
    project: ItemId
    content: ItemId
    department: DepartmentId
    cells: list[str | None]
    ended_year: FiscalYear | None = None
    branch: str = ""  # the heading of the tree's topmost item above this row: the outline of a printed table


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell as somebody wants it to read; None makes it not entered again."""

    assignment: AssignmentId
    column: Column
    text: str | None


@dataclass(slots=True)
class ProgressTable:
    """The whole table, or the part of it that was asked for."""

    title: str
    document_label: str
    columns: tuple[Column, ...]
    rows: list[ProgressRow] = field(default_factory=list)
    notes: str = ""  # printed below the table

    def column_index(self, wanted: Field, year: FiscalYear | None = None) -> int:
        """The position of a column; ValueError where the table does not have it."""
        return self.columns.index(Column(wanted, year))

    def where(self, row: ProgressRow, column: Column) -> str:
        """A cell's place in words, for messages and for the voice: 12 防災課 令和2年度 評価."""
        number, department = row.cells[0] or "", row.cells[3] or ""
        return " ".join(part for part in (number, department, *column.headings) if part)


def columns(years: Iterable[FiscalYear], order: Order = Order.YEARS, *, grades: bool = False) -> tuple[Column, ...]:
    """The columns of a table over `years`."""
    fields = [field for field in YEARLY if grades or not field.optional]
    span = list(years)
    if order is Order.YEARS:
        yearly = [Column(f, y) for y in span for f in fields]
    else:
        yearly = [Column(f, y) for f in fields for y in span]
    return (*(Column(f) for f in KEYS), *yearly)
