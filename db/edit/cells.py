"""The verb of every day: texts into cells of the progress table, whatever record each cell belongs to."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from db.dialect import among
from db.edit.texts import cleaned
from db.log.changes import Recording
from db.models import ASSIGNMENT, CONFLICT, ITEM, METADATA, YEAR_ENTRY
from db.read.table import departments, entry_ids
from plan.changes import Change, Value, deleted
from plan.codes import split_heading
from plan.departments import split_label
from plan.errors import PlanError
from plan.fields import CONTENT, DEPARTMENT, PROJECT
from plan.folding import as_seen
from plan.ids import AssignmentId, DepartmentId, RecordId
from plan.table import CellEdit

Place = tuple[str, str, RecordId]
"""Table, field and record: where one value stands."""


def set_cells(door: Recording, edits: Sequence[CellEdit]) -> None:
    """Write texts into cells; of several texts for one place the last stands.

    A PlanError names what cannot be written (a text too long, an unknown department, a year outside the plan).
    A conflict whose other text is written into its cell has ended, whatever the cell says later.
    """
    yearly = list({e.assignment for e in edits if e.column.field.yearly})
    entries = entry_ids(door.connection, yearly)
    wanted: dict[Place, Value] = {}
    for edit in edits:
        if edit.column.field.yearly:
            wanted[_entry_place(entries, edit)] = _cleaned(edit)
        else:
            wanted |= _places(door.connection, edit)
    door.apply(field_changes(door.connection, wanted))
    door.apply(_ended_conflicts(door.connection, edits))


def _ended_conflicts(connection: sa.Connection, edits: Sequence[CellEdit]) -> list[Change]:
    said = {(e.assignment, e.column.year, e.column.field.name): _cleaned(e) for e in edits}
    ended = [
        row
        for row in connection.execute(sa.select(CONFLICT)).mappings()
        if (place := (row["assignment_id"], row["fiscal_year"], row["field"])) in said and said[place] == row["theirs"]
    ]
    return [deleted(CONFLICT.name, row["id"], **{k: v for k, v in row.items() if k != "id"}) for row in ended]


def field_changes(connection: sa.Connection, wanted: dict[Place, Value]) -> list[Change]:
    """The changes that give every named place its wanted value."""
    groups: dict[tuple[str, str], list[RecordId]] = {}
    for table, name, record_id in wanted:
        groups.setdefault((table, name), []).append(record_id)
    before: dict[Place, Value] = {}
    for (table, name), ids in groups.items():
        before |= {(table, name, i): value for i, value in _values(connection, table, name, ids)}
    if len(before) != len(wanted):
        raise PlanError("直そうとした行は、すでに削除されています。画面を更新して、もう一度お試しください。")
    return [Change(*_parts(place), before[place], after) for place, after in wanted.items()]


def _parts(place: Place) -> tuple[str, RecordId, str]:
    table, name, record_id = place
    return table, record_id, name


def _values(connection: sa.Connection, table: str, name: str, ids: Sequence[RecordId]) -> list[tuple[RecordId, Value]]:
    columns = METADATA.tables[table].c
    query = sa.select(columns.id, columns[name]).where(among(columns.id, ids))
    return [(row[0], row[1]) for row in connection.execute(query)]


def _cleaned(edit: CellEdit) -> str | None:
    return cleaned(edit.text or "", edit.column.heading) or None


def _entry_place(entries: dict[tuple[AssignmentId, int], RecordId], edit: CellEdit) -> Place:
    found = entries.get((edit.assignment, edit.column.year or 0))
    if found is None:
        raise PlanError("「{heading}」はこの計画の期間にありません。", heading=edit.column.heading)
    return YEAR_ENTRY.name, edit.column.field.name, found


def _places(connection: sa.Connection, edit: CellEdit) -> dict[Place, Value]:
    """Where a text of the key columns goes: the row itself, or the item or department that it shows."""
    text = _cleaned(edit)
    if edit.column.field == PROJECT:
        return _heading(connection, edit.assignment, text)
    if edit.column.field == CONTENT:
        return {(ITEM.name, "name", _content(connection, edit.assignment)): text}
    if edit.column.field == DEPARTMENT:
        return _department(connection, edit.assignment, text)
    return {(ASSIGNMENT.name, edit.column.field.name, edit.assignment): text}


def _content(connection: sa.Connection, assignment: AssignmentId) -> RecordId:
    found = connection.scalar(sa.select(ASSIGNMENT.c.item_id).where(ASSIGNMENT.c.id == assignment))
    if found is None:
        raise PlanError("直そうとした行は、すでに削除されています。画面を更新して、もう一度お試しください。")
    return RecordId(found)


def _heading(connection: sa.Connection, assignment: AssignmentId, text: str | None) -> dict[Place, Value]:
    content = _content(connection, assignment)
    project = connection.scalar(sa.select(ITEM.c.parent_id).where(ITEM.c.id == content)) or content
    heading = split_heading(text or "")
    parts = {"code": heading.code, "joint": heading.joint, "name": heading.name}
    return {(ITEM.name, name, RecordId(project)): part or None for name, part in parts.items()}


def _department(connection: sa.Connection, assignment: AssignmentId, text: str | None) -> dict[Place, Value]:
    label = split_label(text or "")
    known = departments(connection)
    present = replace(label, former="").text
    now = min((d for d in known if _look_alike(d.label, present)), key=lambda d: d.label != present, default=None)
    # Of several with this name the one that is printed in these brackets.
    former = min(
        (d for d in known if label.former and _look_alike(d.name, label.former) and not d.section),
        key=lambda d: (d.brackets != label.former_brackets, d.name != label.former),
        default=None,
    )
    if now is None or (label.former and former is None):
        raise PlanError(
            "「{name}」という担当課は登録されていません。先に課を追加するか、一覧から選んでください。",
            name=text or "",
        )
    ids: dict[str, DepartmentId | None] = {
        "department_id": now.id,
        "former_department_id": former.id if former else None,
    }
    return {(ASSIGNMENT.name, name, assignment): value for name, value in ids.items()}


def _look_alike(one: str, other: str) -> bool:
    return as_seen(one) == as_seen(other)
