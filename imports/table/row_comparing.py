"""What a table from outside would change in a plan: row by row, new, changed or the same; nothing is written here."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from db.read.table import Scope, departments, plan_facts, progress_table
from db.store.working import Connection
from imports.table.row_matching import KEY_FIELDS, keys_of, pair, table_keys
from imports.table.table_reading import Reading
from imports.table.table_rows import ReadRow
from plan.era import FiscalYear, YearRange
from plan.errors import say
from plan.fields import DEPARTMENT
from plan.findings import Finding, Severity
from plan.table import Column, ProgressRow, ProgressTable


class Fate(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that would read differently."""

    column: Column
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowProposal:
    """One row of the source, the plan's row that it was recognised as, and its cells that differ."""

    read: ReadRow
    known: ProgressRow | None
    changes: tuple[CellChange, ...] = ()

    @property
    def fate(self) -> Fate:
        """New when the plan does not have the row, changed when a cell differs."""
        if self.known is None:
            return Fate.NEW
        return Fate.CHANGED if self.changes else Fate.SAME


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that would happen. `missing` rows stand in the plan only, and stay there."""

    reading: Reading
    rows: tuple[RowProposal, ...]
    missing: tuple[ProgressRow, ...]
    new_departments: tuple[str, ...]
    new_years: tuple[FiscalYear, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows are new, changed, the same."""
        return Counter(row.fate for row in self.rows)

    @property
    def changes_something(self) -> bool:
        """Whether accepting it would change the plan at all."""
        return any(row.fate is not Fate.SAME for row in self.rows)

    @property
    def missing_count(self) -> int:
        """How many rows only the plan has."""
        return len(self.missing)

    @property
    def year(self) -> FiscalYear | None:
        """The year of columns that name none, as the person told it."""
        return self.reading.year

    @property
    def knows_nothing(self) -> bool:
        """Whether not one of its rows is in a plan that has rows."""
        return bool(self.missing) and all(row.known is None for row in self.rows)


def propose(connection: Connection, reading: Reading) -> Proposal:
    """Compare what was read with the plan. The columns that the source does not have are left alone."""
    planned = plan_facts(connection).years
    whole = progress_table(connection, Scope(years=_span(planned, reading.years), grades=True))
    theirs = [keys_of([reading.table.text(row, wanted) for wanted in KEY_FIELDS]) for row in reading.table.rows]
    pairs = pair(theirs, table_keys(whole))
    known = [whole.rows[pairs[i]] if i in pairs else None for i in range(len(theirs))]
    taken = set(pairs.values())
    missing = tuple(row for i, row in enumerate(whole.rows) if i not in taken)
    return Proposal(
        reading,
        tuple(_proposals(reading, whole, known)),
        missing,
        _new_departments(connection, reading),
        tuple(year for year in reading.years if year not in planned),
        (*reading.findings, *_about_missing(missing)),
    )


def _span(planned: YearRange, read: tuple[FiscalYear, ...]) -> YearRange:
    return YearRange(min(planned.first, *read), max(planned.last, *read)) if read else planned


def _proposals(reading: Reading, whole: ProgressTable, known: list[ProgressRow | None]) -> list[RowProposal]:
    places = {column: place for place, column in enumerate(whole.columns)}
    columns = [(column, places[column]) for column in reading.table.columns]
    return [
        RowProposal(read, row, _differences(columns, read, row) if row else ())
        for read, row in zip(reading.table.rows, known, strict=True)
    ]


def _differences(columns: list[tuple[Column, int]], read: ReadRow, row: ProgressRow) -> tuple[CellChange, ...]:
    cells = zip(columns, read.cells, strict=True)
    return tuple(CellChange(c, row.cells[at], after) for (c, at), after in cells if row.cells[at] != after)


def _new_departments(connection: Connection, reading: Reading) -> tuple[str, ...]:
    known = {d.label for d in departments(connection)} | {row.cells[3] for row in progress_table(connection).rows}
    read = dict.fromkeys(reading.table.text(row, DEPARTMENT) for row in reading.table.rows)
    return tuple(label for label in read if label and label not in known)


def _about_missing(missing: tuple[ProgressRow, ...]) -> list[Finding]:
    if not missing:
        return []
    numbers = "、".join(row.cells[0] or "（番号なし）" for row in missing[:10]) + ("…" if len(missing) > 10 else "")  # noqa: PLR2004
    sentence = say(
        "計画にある {n} 行が、取り込む表にありません（番号 {numbers}）。計画の行はそのまま残します。",
        n=len(missing),
        numbers=numbers,
    )
    return [Finding(Severity.NOTICE, "row_missing", sentence)]
