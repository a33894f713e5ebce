"""Handing the plan out to departments: what was asked of whom, and the place in history that is the merge's base."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from db.log.changes import Recording
from db.models import ASSIGNMENT, DISTRIBUTION, YEAR_ENTRY
from db.read.table import departments, departments_named, plan_facts
from plan.changes import Change, Value, created
from plan.due import is_over
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.exchange.returns import Cell
from plan.fields import YEARLY, Field, progress_field
from plan.ids import AssignmentId, DepartmentId, RecordId
from plan.table import Column

FILE, EXCEL = "file", "excel"
"""The kinds of distribution: a department file, or an Excel questionnaire."""
_LOOKING_AHEAD = tuple(field for field in YEARLY if field.ahead)


@dataclass(frozen=True, slots=True)
class Asking:
    """What departments are asked for: yearly columns, until when, and a word of the coordinator's."""

    columns: tuple[Column, ...]
    due: date | None = None
    note: str = ""
    coordinator: str = ""
    kind: str = FILE


@dataclass(frozen=True, slots=True)
class Distribution:
    """What one department was handed out; `position` is the place in history at which it was.

    `rows` holds for each row the columns that are asked of it, in their order.
    """

    id: RecordId
    department: DepartmentId
    position: int
    asking: Asking
    rows: dict[AssignmentId, tuple[Column, ...]]
    sent_at: str

    def places(self) -> Iterator[tuple[AssignmentId, FiscalYear, str]]:
        """Every cell that is asked, row by row, in its plain parts: they equal the cell, and many are made sooner."""
        for row, columns in self.rows.items():
            for column in columns:
                if column.year is not None:
                    yield row, column.year, column.field.name

    def cells(self) -> list[Cell]:
        """Every cell that is asked, row by row."""
        return [Cell(*place) for place in self.places()]

    def asks(self, cell: Cell) -> bool:
        """Whether the cell is among those asked."""
        columns = self.rows.get(cell.assignment, ())
        return any(c.year == cell.year and c.field.name == cell.field for c in columns)


def usual_columns(connection: sa.Connection) -> tuple[Column, ...]:
    """What is asked where nobody says: targets and evaluations of all years, and grades where the plan has any."""
    fields = (*_LOOKING_AHEAD, *_looking_back(connection))
    return tuple(Column(field, year) for year in plan_facts(connection).years for field in fields)


def due_columns(connection: sa.Connection) -> tuple[Column, ...]:
    """What is due next: the evaluation of the first year that most rows still lack, and the target of the year after.

    Where every year is evaluated, that is the last year's once more.
    """
    years = plan_facts(connection).years
    columns = YEAR_ENTRY.c
    lacking = sa.func.count().filter(columns.evaluation.is_(None)) * 2 > sa.func.count()
    query = sa.select(columns.fiscal_year).group_by(columns.fiscal_year).having(lacking).order_by(columns.fiscal_year)
    year = FiscalYear(connection.scalars(query).first() or years.last)
    evaluated = tuple(Column(field, year) for field in _looking_back(connection))
    following = FiscalYear(year + 1)
    ahead = tuple(Column(field, following) for field in _LOOKING_AHEAD)
    return (*evaluated, *ahead) if following in years else evaluated


def _looking_back(connection: sa.Connection) -> tuple[Field, ...]:
    """What is written when a year is over; what a plan may do without only where it has any."""
    optional = [field for field in YEARLY if field.optional]
    counts = connection.execute(sa.select(*(sa.func.count(YEAR_ENTRY.c[field.name]) for field in optional))).one()
    unused = {field for field, count in zip(optional, counts, strict=True) if not count}
    return tuple(field for field in YEARLY if not field.ahead and field not in unused)


def departments_asked(connection: sa.Connection, columns: tuple[Column, ...]) -> list[DepartmentId]:
    """The departments and sections that have rows living in the asked years, in the order of the office."""
    return list(rows_asked(connection, columns))


def rows_asked(connection: sa.Connection, columns: tuple[Column, ...]) -> dict[DepartmentId, int]:
    """How many rows each of them has that live in the asked years; the others of its rows are not handed out."""
    rows = _asked_rows(connection, [d.id for d in departments(connection)], columns)
    return {department: len(own) for department, own in rows.items() if own}


def chosen_departments(
    connection: sa.Connection, names: Sequence[str], columns: tuple[Column, ...]
) -> list[DepartmentId]:
    """The departments with these names that are asked, a bare name bringing its sections; all where none is named.

    A PlanError names the one that is unknown or has nothing to answer.
    """
    having = departments_asked(connection, columns)
    if not names:
        return having
    chosen: set[DepartmentId] = set()
    for name in names:
        found = departments_named(connection, [name]).intersection(having)
        if not found:
            raise _nothing_to_answer(name)
        chosen |= found
    return [d for d in having if d in chosen]


def distribute(door: Recording, wanted: Sequence[DepartmentId], asking: Asking) -> list[Distribution]:
    """Remember what each department is handed out now; a PlanError names the department that has nothing to answer."""
    _expect_asked(door.connection, asking)
    rows = _asked_rows(door.connection, wanted, asking.columns)
    _expect_rows(door.connection, wanted, rows)
    now = door.source.now().isoformat(timespec="seconds")
    made = [
        Distribution(door.source.new_id(), department, door.revision, asking, rows[department], now)
        for department in wanted
    ]
    door.apply(distributed(d) for d in made)
    return made


def _expect_asked(connection: sa.Connection, asking: Asking) -> None:
    years = plan_facts(connection).years
    if not asking.columns:
        raise PlanError("何を記入してもらうかを選んでください。")
    for column in asking.columns:
        if not column.field.clerk or column.year not in years:
            raise PlanError("「{heading}」は部署に記入してもらえる欄ではありません。", heading=column.heading)


def _asked_rows(
    connection: sa.Connection, wanted: Collection[DepartmentId], columns: tuple[Column, ...]
) -> dict[DepartmentId, dict[AssignmentId, tuple[Column, ...]]]:
    found: dict[DepartmentId, dict[AssignmentId, tuple[Column, ...]]] = {d: {} for d in wanted}
    query = sa.select(ASSIGNMENT).where(ASSIGNMENT.c.department_id.in_(found)).order_by(ASSIGNMENT.c.position)
    for row in connection.execute(query):
        living = _living(row, columns)
        if living:
            found[row.department_id][row.id] = living
    return found


def _living(row: sa.Row[tuple[object, ...]], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of the years in which the row lives; for most rows that is the very same tuple."""
    if row.ended_year is None and row.first_year is None:
        return columns
    begun = (c for c in columns if c.year is not None and c.year >= (row.first_year or 0))
    return tuple(column for column in begun if not is_over(column.year, row.ended_year))


def _expect_rows(
    connection: sa.Connection,
    wanted: Iterable[DepartmentId],
    rows: dict[DepartmentId, dict[AssignmentId, tuple[Column, ...]]],
) -> None:
    labels = {d.id: d.label for d in departments(connection)}
    for department in wanted:
        if not rows[department]:
            raise _nothing_to_answer(labels.get(department, ""))


def _nothing_to_answer(department: str) -> PlanError:
    return PlanError(
        "「{department}」には記入してもらう行がないため、配布できません。担当の行を確かめてください。",
        department=department,
    )


def distributed(made: Distribution) -> Change:
    """The change that puts a distribution into the plan."""
    asking = made.asking
    values: dict[str, Value] = {
        "department_id": made.department,
        "kind": asking.kind,
        "base_revision": made.position,
        "asked": _columns_text(asking.columns),
        "asked_rows": _rows_text(made.rows, asking.columns),
        "due": asking.due.isoformat() if asking.due else None,
        "note": asking.note or None,
        "coordinator": asking.coordinator or None,
        "sent_at": made.sent_at,
    }
    return created(DISTRIBUTION.name, made.id, **values)


def _columns_text(columns: Iterable[Column]) -> str:
    """Yearly columns as JSON: [["evaluation", 2020], …]."""
    return json.dumps([[c.field.name, int(c.year or 0)] for c in columns])


def _rows_text(rows: dict[AssignmentId, tuple[Column, ...]], columns: tuple[Column, ...]) -> str:
    """The asked rows as JSON, each with the places of its columns; an empty list of places is all of them."""
    places = {column: place for place, column in enumerate(columns)}
    return json.dumps([[row, [] if asked == columns else [places[c] for c in asked]] for row, asked in rows.items()])


def distributions(connection: sa.Connection) -> list[Distribution]:
    """Everything that was handed out, in the order of history."""
    query = sa.select(DISTRIBUTION).order_by(DISTRIBUTION.c.base_revision, DISTRIBUTION.c.id)
    return [_distribution(row) for row in connection.execute(query)]


def _distribution(row: sa.Row[tuple[object, ...]]) -> Distribution:
    columns = tuple(Column(progress_field(name), FiscalYear(year)) for name, year in json.loads(row.asked))
    asking = Asking(
        columns,
        date.fromisoformat(row.due) if row.due else None,
        row.note or "",
        row.coordinator or "",
        row.kind,
    )
    rows = {
        AssignmentId(RecordId(assignment)): tuple(columns[p] for p in places) if places else columns
        for assignment, places in json.loads(row.asked_rows)
    }
    return Distribution(row.id, row.department_id, row.base_revision, asking, rows, row.sent_at)
