"""Rows that departments propose: they become rows of the plan when the coordinator accepts them."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.edit.cells import set_cells
from db.edit.structure import NewAssignment, NewItem, add_assignments, add_items
from db.exchange import conflicts
from db.exchange.distribution import distributions
from db.exchange.merge import ground, merged, newest
from db.exchange.receipts import Receipt, receipts
from db.log.changes import Recording
from db.models import ASSIGNMENT, CHANGE, CONTRIBUTION, DECISION, DEPARTMENT, ITEM, SUCCESSION
from db.read.table import departments
from plan.changes import created
from plan.codes import Heading
from plan.errors import PlanError
from plan.exchange.returns import AddedRow
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import CellEdit


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed row, the department that it would belong to today, and the return that it came in."""

    row: AddedRow
    department: DepartmentId
    label: str
    distribution: RecordId
    file: str


def proposals(connection: sa.Connection) -> list[Proposal]:
    """What is still to be accepted or declined; of a row that came twice, as it came last."""
    settled = set(connection.scalars(sa.select(DECISION.c.assignment_id).where(DECISION.c.field == "")))
    handed = {d.id: d.department for d in distributions(connection)}
    labels = {d.id: d.label for d in departments(connection)}
    found: dict[AssignmentId, Proposal] = {}
    for r in _as_they_came(connection, newest(receipts(connection))):
        for row in r.added:
            if row.id not in settled:
                home = home_of(connection, handed[r.distribution], row.project)
                found[row.id] = Proposal(row, home, labels[home], r.distribution, r.source)
    return list(found.values())


def _as_they_came(connection: sa.Connection, kept: Sequence[Receipt]) -> list[Receipt]:
    change = CHANGE.c
    query = sa.select(change.record_id, sa.func.max(change.number)).group_by(change.record_id)
    places = dict(connection.execute(query.where(change.record_table == CONTRIBUTION.name)).all())
    return sorted(kept, key=lambda r: places[r.id])


def home_of(connection: sa.Connection, department: DepartmentId, project: ItemId) -> DepartmentId:
    """The department that it has become: its successors are followed, where it was split the one with the project."""
    seen = {department}
    while (later := _successor(connection, department, project)) is not None and later not in seen:
        department = later
        seen.add(department)
    return department


def _successor(connection: sa.Connection, department: DepartmentId, project: ItemId) -> DepartmentId | None:
    """Who took over from a department; nobody from one that lives on."""
    column, ended = SUCCESSION.c, DEPARTMENT.alias()
    query = (
        sa.select(column.to_id)
        .join(DEPARTMENT, DEPARTMENT.c.id == column.to_id)
        .join(ended, ended.c.id == column.from_id)
        .where(column.from_id == department, ended.c.last_year.is_not(None))
        .order_by(column.fiscal_year.desc(), DEPARTMENT.c.position, column.id)
    )
    found = connection.scalars(query).all()
    owners = sa.select(ASSIGNMENT.c.department_id).join(ITEM, ITEM.c.id == ASSIGNMENT.c.item_id)
    having = set(connection.scalars(owners.where(ITEM.c.parent_id == project)))
    return next((DepartmentId(RecordId(d)) for d in sorted(found, key=lambda d: d not in having)), None)


def accept(door: Recording, accepted: Sequence[Proposal]) -> None:
    """Make proposed rows rows of the plan, with their texts; a PlanError where their 実施事業 is gone."""
    _settle(door, accepted, "accepted")
    for proposal in accepted:
        row = proposal.row
        level = _level_below(door.connection, row)
        (content,) = add_items(door, [NewItem(row.project, level, Heading("", "", row.content))])
        new = NewAssignment(content, proposal.department, baseline_and_goal=row.baseline_and_goal, id=row.id)
        add_assignments(door, [new], _last_row(door.connection, row.project))
    _fill(door, accepted)


def decline(door: Recording, declined: Sequence[Proposal]) -> None:
    """Leave proposed rows out of the plan; what they said stays with their returns."""
    _settle(door, declined, "declined")


def _settle(door: Recording, settled: Sequence[Proposal], how: str) -> None:
    door.apply(
        created(
            DECISION.name,
            door.source.new_id(),
            assignment_id=proposal.row.id,
            fiscal_year=0,
            field="",
            text=how,
            seen="[]",
        )
        for proposal in settled
    )


def _level_below(connection: sa.Connection, row: AddedRow) -> int:
    level = connection.scalar(sa.select(ITEM.c.level).where(ITEM.c.id == row.project))
    if level is None:
        raise PlanError(
            "追加の提案「{content}」の実施事業は、計画から削除されています。提案を見送るか、行を直接追加してください。",
            content=row.content,
        )
    return int(level) + 1


def _last_row(connection: sa.Connection, project: ItemId) -> AssignmentId | None:
    query = sa.select(ASSIGNMENT.c.id).join(ITEM, ITEM.c.id == ASSIGNMENT.c.item_id).where(ITEM.c.parent_id == project)
    return connection.scalars(query.order_by(ASSIGNMENT.c.position.desc())).first()


def _fill(door: Recording, accepted: Sequence[Proposal]) -> None:
    """Their texts come in as every return's do, so that a later edition of the file goes on from there."""
    base = ground(door.connection, {p.distribution for p in accepted})
    rows = {p.row.id for p in accepted}
    cells = {cell for r in base.receipts for cell in r.said if cell.assignment in rows}
    found = merged(base, [], cells)
    set_cells(door, [CellEdit(m.cell.assignment, m.cell.column, m.outcome.text) for m in found])
    conflicts.keep(door, found)
