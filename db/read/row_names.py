"""What a row of the table is called, also when the master has removed it since."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from db.dialect import among
from db.models import ASSIGNMENT, CHANGE
from db.read.table import departments
from plan.changes import RECORD, unpacked
from plan.era import FiscalYear
from plan.ids import AssignmentId, DepartmentId, RecordId


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row by its printed number and its department; `gone` when it is no longer in the table."""

    number: str
    department: DepartmentId
    label: str
    ended_year: FiscalYear | None = None
    gone: bool = False


def row_facts(connection: sa.Connection, wanted: Collection[AssignmentId]) -> dict[AssignmentId, RowFacts]:
    """The facts of the named rows; rows that never were are left out."""
    labels = {d.id: d.label for d in departments(connection)}
    found: dict[AssignmentId, RowFacts] = {}
    columns = ASSIGNMENT.c
    query = sa.select(columns.id, columns.number, columns.department_id, columns.ended_year)
    for row, number, department, ended in connection.execute(query.where(among(columns.id, wanted))):
        year = None if ended is None else FiscalYear(ended)
        found[row] = RowFacts(number or "", department, labels[department], year)
    return found | _removed(connection, [i for i in wanted if i not in found], labels)


def _removed(
    connection: sa.Connection, wanted: Collection[AssignmentId], labels: dict[DepartmentId, str]
) -> dict[AssignmentId, RowFacts]:
    found: dict[AssignmentId, RowFacts] = {}
    change = CHANGE.c
    query = sa.select(change.record_id, change.before).where(
        change.record_table == ASSIGNMENT.name, change.field == RECORD, change.after.is_(None)
    )
    for row, before in connection.execute(query.where(among(change.record_id, wanted)).order_by(change.number)):
        values = unpacked(before)
        department = DepartmentId(RecordId(str(values["department_id"])))
        found[row] = RowFacts(str(values.get("number") or ""), department, labels.get(department, ""), gone=True)
    return found
