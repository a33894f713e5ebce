"""The verbs that build: plans, items, departments, rows added, moved, ended; years opened; offices merged and split."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from db.dialect import among
from db.edit.cells import Place, field_changes
from db.edit.texts import stored
from db.log.changes import Recording
from db.models import (
    ASSIGNMENT,
    DEPARTMENT,
    ITEM,
    LEVEL,
    PLAN,
    SCALE,
    SCALE_GRADE,
    SUCCESSION,
    YEAR_ENTRY,
)
from db.read.table import departments, entry_ids, plan_facts
from plan.changes import Change, Value, created, deleted
from plan.codes import Heading
from plan.departments import DepartmentLabel
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.scales import BUILT_IN

STEP = 1024
"""Positions keep room between two neighbours, so that a row put between them moves no other."""
LEVEL_NAMES = ("基本目標", "施策", "実施事業", "実施内容")


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What an empty plan is made of."""

    title: str
    city: str
    years: YearRange
    document_label: str = ""
    notes: str = ""
    levels: Sequence[str] = LEVEL_NAMES


@dataclass(frozen=True, slots=True)
class NewItem:
    """A node of the tree: `heading` with its code for a branch, the bare name for 実施内容."""

    parent: ItemId | None
    level: int
    heading: Heading
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A row of the progress table; `texts` by field name and fiscal year."""

    item: ItemId
    department: DepartmentId
    former: DepartmentId | None = None
    lead: str | None = None
    number: str | None = None
    baseline_and_goal: str | None = None
    texts: Mapping[tuple[str, FiscalYear], str] = field(default_factory=dict)
    id: AssignmentId | None = None  # a row that already has its identity elsewhere keeps it


def start_plan(door: Recording, new: NewPlan) -> None:
    """Fill an empty file: the plan, the names of its levels, the built-in scales."""
    plan = _new(
        PLAN.name,
        door.source.new_id(),
        title=new.title,
        city=new.city,
        first_year=int(new.years.first),
        last_year=int(new.years.last),
        document_label=new.document_label or None,
        notes=new.notes or None,
    )
    names = enumerate(new.levels)
    levels = [_new(LEVEL.name, door.source.new_id(), position=p, name=n) for p, n in names]
    door.apply([plan, *levels, *_scales(door)])


def _scales(door: Recording) -> list[Change]:
    changes: list[Change] = []
    for position, scale in enumerate(BUILT_IN):
        scale_id = door.source.new_id()
        changes.append(_new(SCALE.name, scale_id, position=position, name=scale.name, kind=scale.kind))
        for place, grade in enumerate(scale.grades):
            values: dict[str, Value] = {
                "symbol": grade.symbol,
                "meaning": grade.meaning,
                "achieved": int(grade.achieved),
                "reason_required": int(grade.reason_required),
                "threshold": grade.threshold,
            }
            changes.append(_new(SCALE_GRADE.name, door.source.new_id(), scale_id=scale_id, position=place, **values))
    return changes


def add_items(door: Recording, new: Sequence[NewItem]) -> list[ItemId]:
    """Put nodes behind their siblings; answers their ids, in the order given."""
    ids = [ItemId(door.source.new_id()) for _ in new]
    after = _last_position(door.connection, ITEM)
    door.apply(
        _new(
            ITEM.name,
            item_id,
            parent_id=item.parent,
            level=item.level,
            position=after + STEP * place,
            code=item.heading.code or None,
            joint=item.heading.joint or None,
            name=item.heading.name or None,
            mark=item.mark or None,
        )
        for place, (item_id, item) in enumerate(zip(ids, new, strict=True), start=1)
    )
    return ids


def add_departments(door: Recording, labels: Sequence[DepartmentLabel]) -> list[DepartmentId]:
    """Add departments or sections behind the others; a former name in a label is a department of its own."""
    ids = [DepartmentId(door.source.new_id()) for _ in labels]
    after = _last_position(door.connection, DEPARTMENT)
    door.apply(
        _new(
            DEPARTMENT.name,
            department_id,
            position=after + STEP * place,
            name=label.name,
            section=label.section or None,
            brackets=label.section_brackets,
        )
        for place, (department_id, label) in enumerate(zip(ids, labels, strict=True), start=1)
    )
    return ids


def add_succession(
    door: Recording, former: DepartmentId, now: DepartmentId, year: FiscalYear | None, kind: str = "renamed"
) -> None:
    """Remember that one department became another (renamed, merged, split); the year may be unknown."""
    values: dict[str, Value] = {"from_id": former, "to_id": now, "kind": kind, "fiscal_year": year and int(year)}
    door.apply([_new(SUCCESSION.name, door.source.new_id(), **values)])


def add_assignments(
    door: Recording, new: Sequence[NewAssignment], after: AssignmentId | None = None
) -> list[AssignmentId]:
    """Put rows into the table, at its end or behind another row, each with an entry for every year of the plan."""
    ids = [row.id or AssignmentId(door.source.new_id()) for row in new]
    places = _room(door, len(new), after)
    years = plan_facts(door.connection).years
    rows: list[Change] = []
    entries: list[Change] = []
    for assignment_id, row, position in zip(ids, new, places, strict=True):
        values: dict[str, Value] = {
            "item_id": row.item,
            "department_id": row.department,
            "former_department_id": row.former,
            "lead": row.lead,
            "number": row.number,
            "position": position,
            "baseline_and_goal": row.baseline_and_goal,
        }
        rows.append(_new(ASSIGNMENT.name, assignment_id, **values))
        entries += _entries(door, assignment_id, years, row.texts)
    door.apply([*rows, *entries])
    return ids


def _entries(
    door: Recording,
    assignment_id: AssignmentId,
    years: Iterable[FiscalYear],
    texts: Mapping[tuple[str, FiscalYear], str],
) -> list[Change]:
    of_year: dict[FiscalYear, dict[str, Value]] = {year: {} for year in years}
    for (name, year), text in texts.items():
        of_year[year][name] = text
    return [
        _new(YEAR_ENTRY.name, door.source.new_id(), assignment_id=assignment_id, fiscal_year=int(year), **values)
        for year, values in of_year.items()
    ]


def move_assignment(door: Recording, assignment: AssignmentId, after: AssignmentId | None) -> None:
    """Put a row behind another, or before all others when `after` is None."""
    if after is None:
        first = door.connection.scalar(sa.select(sa.func.min(ASSIGNMENT.c.position))) or 0
        position = first - STEP
    else:
        (position,) = _room(door, 1, after)
    _set(door, {(ASSIGNMENT.name, "position", assignment): position})


def end_assignments(
    door: Recording, assignments: Iterable[AssignmentId], year: FiscalYear | None, reason: str = ""
) -> None:
    """End rows with a fiscal year, or let them go on again when `year` is None."""
    ended: dict[str, Value] = {"ended_year": None if year is None else int(year), "ended_reason": reason or None}
    _set(door, {(ASSIGNMENT.name, name, row): value for row in assignments for name, value in ended.items()})


def remove_assignments(door: Recording, assignments: Sequence[AssignmentId]) -> None:
    """Take rows out of the table with all their years; the history keeps what they held."""
    entries = _whole(door, YEAR_ENTRY, YEAR_ENTRY.c.assignment_id, assignments)
    rows = _whole(door, ASSIGNMENT, ASSIGNMENT.c.id, assignments)
    door.apply([*entries, *rows])


def open_year(door: Recording) -> FiscalYear:
    """Lengthen the plan by one fiscal year: an entry, not entered yet, for every row."""
    year = FiscalYear(plan_facts(door.connection).years.last + 1)
    cover_years(door, [year])
    return year


def cover_years(door: Recording, years: Iterable[FiscalYear]) -> None:
    """Lengthen the plan, in both directions, until it has all these years."""
    facts = plan_facts(door.connection)
    wanted = [*years, facts.years.first, facts.years.last]
    span = YearRange(min(wanted), max(wanted))
    _set(
        door,
        {(PLAN.name, "first_year", facts.id): int(span.first), (PLAN.name, "last_year", facts.id): int(span.last)},
    )
    new = [year for year in span if year not in facts.years]
    found = door.connection.scalars(sa.select(ASSIGNMENT.c.id).order_by(ASSIGNMENT.c.position))
    rows = [AssignmentId(RecordId(row)) for row in found]
    # A row that somebody added while a year was open has its entry still, when that year was taken back since.
    there = entry_ids(door.connection, rows)
    door.apply(c for r in rows for c in _entries(door, r, [y for y in new if (r, int(y)) not in there], {}))


def edit_plan(door: Recording, values: Mapping[str, Value]) -> None:
    """Give the plan's own fields (title, city, document_label, notes …) other values."""
    plan = plan_facts(door.connection).id
    _set(door, {(PLAN.name, name, plan): value for name, value in values.items()})


def rename_item(door: Recording, item: ItemId, heading: Heading) -> None:
    """Give a node of the tree another code and name."""
    parts: dict[str, Value] = {"code": heading.code, "joint": heading.joint, "name": heading.name}
    _set(door, {(ITEM.name, name, item): value or None for name, value in parts.items()})


def rename_department(door: Recording, department: DepartmentId, name: str, year: FiscalYear) -> DepartmentId:
    """From `year` on the department bears another name; its rows move to it and print the old name in brackets."""
    row = door.connection.execute(sa.select(DEPARTMENT).where(DEPARTMENT.c.id == department)).mappings().one()
    successor = DepartmentId(door.source.new_id())
    kept: dict[str, Value] = {key: row[key] for key in ("position", "division", "section", "brackets")}
    door.apply([_new(DEPARTMENT.name, successor, name=name, first_year=int(year), **kept)])
    _hand_over(door, department, successor, year)
    add_succession(door, department, successor, year, "renamed")
    return successor


def merge_department(door: Recording, department: DepartmentId, into: DepartmentId, year: FiscalYear) -> None:
    """The rows of `department` move to `into` with their history; the department ends with the year before."""
    if department == into:
        raise PlanError("同じ課どうしは統合できません。別の課を選んでください。")
    _hand_over(door, department, into, year)
    add_succession(door, department, into, year, "merged")


def split_department(
    door: Recording,
    department: DepartmentId,
    rows: Collection[AssignmentId],
    into: DepartmentLabel,
    year: FiscalYear,
) -> DepartmentId:
    """From `year` on these rows of the department belong to another one, or to a section, which is made if need be.

    A department whose last row goes ends with the year before. A PlanError where it would become itself.
    """
    part = _part(door, department, into, year)
    if part == department:
        raise PlanError("「{name}」の行は、もとからその課にあります。移る先の課を選んでください。", name=into.text)
    _hand_over(door, department, part, year, rows)
    add_succession(door, department, part, year, "split")
    return part


def _part(door: Recording, whole: DepartmentId, into: DepartmentLabel, year: FiscalYear) -> DepartmentId:
    """The living department of that name, else a new one that stands right behind the one that it comes from."""
    known = {d.label: d.id for d in departments(door.connection) if d.last_year is None}
    if into.text in known:
        return known[into.text]
    made = DepartmentId(door.source.new_id())
    place = sa.select(DEPARTMENT.c.position, DEPARTMENT.c.division).where(DEPARTMENT.c.id == whole)
    position, division = door.connection.execute(place).one()
    values: dict[str, Value] = {
        "position": position + 1,
        "name": into.name,
        "division": division,
        "section": into.section or None,
        "brackets": into.section_brackets,
        "first_year": int(year),
    }
    door.apply([_new(DEPARTMENT.name, made, **values)])
    return made


def _hand_over(
    door: Recording,
    department: DepartmentId,
    into: DepartmentId,
    year: FiscalYear,
    rows: Collection[AssignmentId] | None = None,
) -> None:
    """Rows go from one department to another, all of them or those named; one that keeps none has come to its end."""
    owned = _rows_of(door.connection, department)
    going = owned.keys() if rows is None else owned.keys() & rows
    names = {d.id: d.name for d in departments(door.connection)}
    began = department if names[department] != names[into] else None  # a section bears its department's name anyway
    wanted: dict[Place, Value] = {}
    for row in sorted(going):
        wanted[ASSIGNMENT.name, "department_id", row] = into
        # What is printed in brackets is the name under which the plan began, not the last one but one.
        former = owned[row] or began
        wanted[ASSIGNMENT.name, "former_department_id", row] = None if former == into else former
    if going == owned.keys():
        wanted[DEPARTMENT.name, "last_year", department] = int(year) - 1
    _set(door, wanted)


def _rows_of(connection: sa.Connection, department: DepartmentId) -> dict[AssignmentId, DepartmentId | None]:
    """The department's rows, each with the department under whose name the plan began."""
    columns = ASSIGNMENT.c
    query = sa.select(columns.id, columns.former_department_id).where(columns.department_id == department)
    return dict(connection.execute(query).all())


def _new(table: str, record: RecordId, /, **values: Value) -> Change:
    return created(table, record, **{name: stored(table, name, value) for name, value in values.items()})


def _set(door: Recording, wanted: dict[Place, Value]) -> None:
    whole = {place: stored(place[0], place[1], value) for place, value in wanted.items()}
    door.apply(field_changes(door.connection, whole))


def _whole(door: Recording, table: sa.Table, column: sa.Column[str], ids: Sequence[RecordId]) -> list[Change]:
    rows = door.connection.execute(sa.select(table).where(among(column, ids))).mappings()
    return [deleted(table.name, row["id"], **{k: v for k, v in row.items() if k != "id"}) for row in rows]


def _last_position(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.max(table.c.position))) or 0


def _room(door: Recording, count: int, after: AssignmentId | None) -> list[int]:
    """Free positions behind a row; where there is too little room, the rows behind it move on."""
    column = ASSIGNMENT.c.position
    if after is None:
        start = _last_position(door.connection, ASSIGNMENT)
        return [start + STEP * n for n in range(1, count + 1)]
    start = door.connection.scalar(sa.select(column).where(ASSIGNMENT.c.id == after)) or 0
    behind = door.connection.execute(sa.select(ASSIGNMENT.c.id, column).where(column > start).order_by(column)).all()
    gap = behind[0].position - start if behind else STEP * (count + 1)
    if gap <= count:
        shift = STEP * (count + 1)
        _set(door, {(ASSIGNMENT.name, "position", RecordId(i)): p + shift for i, p in behind})
        gap += shift
    return [start + gap * n // (count + 1) for n in range(1, count + 1)]
