"""Records as they stand, and the verbs by which windows and imports make, change, order and take them out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import sqlalchemy as sa

from db.edit.cells import Place, field_changes
from db.edit.structure import STEP
from db.edit.texts import label_of, stored
from db.log.changes import Recording
from db.models import (
    EVALUATION_SHEET,
    INDICATOR,
    INDICATOR_RESULT,
    INDICATOR_TARGET,
    METADATA,
    SCHEDULE_LINE,
    SHEET_GRADE,
)
from plan.changes import Change, Value, created, deleted
from plan.errors import PlanError
from plan.ids import RecordId

Values = Mapping[str, Value]
_OWNED = {
    EVALUATION_SHEET.name: ((SCHEDULE_LINE, "sheet_id"), (SHEET_GRADE, "sheet_id")),
    INDICATOR.name: ((INDICATOR_TARGET, "indicator_id"), (INDICATOR_RESULT, "indicator_id")),
}
"""What goes with a record when it is taken out."""
_BLANKS = {("item", "joint")}  # what stands between a code and a name may be a blank


def records(connection: sa.Connection, table: str) -> dict[RecordId, dict[str, Value]]:
    """Every record of a table by its id, in printed order where the table has one."""
    return {RecordId(str(row["id"])): row for row in records_with(connection, table, {})}


def records_with(connection: sa.Connection, table: str, key: Values) -> list[dict[str, Value]]:
    """The records that have these values, in printed order where the table has one."""
    found = METADATA.tables[table]
    order = [found.c[name] for name in ("level", "position", "id") if name in found.c]
    query = sa.select(found).where(*where(found, key)).order_by(*order)
    return [dict(row) for row in connection.execute(query).mappings()]


def where(table: sa.Table, key: Values) -> Iterator[sa.ColumnElement[bool]]:
    """The condition that a record has these values."""
    return (table.c[name].is_not_distinct_from(value) for name, value in key.items())


def add_record(door: Recording, table: str, values: Values) -> RecordId:
    """A new record, behind all others where the table has an order and the values name no place."""
    record = door.source.new_id()
    new = {name: _cleaned(table, name, value) for name, value in values.items()}
    columns = METADATA.tables[table].c
    if "position" in columns and new.get("position") is None:
        last = door.connection.scalar(sa.select(sa.func.max(columns.position)))
        new["position"] = (last or 0) + STEP
    door.apply([created(table, record, **new)])
    return record


def set_values(door: Recording, wanted: Mapping[Place, Value]) -> None:
    """Give fields of records other values; a blank text becomes not entered.

    A PlanError names what is too long, or is needed and blank.
    """
    whole = {place: _cleaned(place[0], place[1], value) for place, value in wanted.items()}
    door.apply(field_changes(door.connection, whole))


def set_keyed(door: Recording, table: str, key: Values, values: Values) -> None:
    """Write into the one record with this key: an item's status of a year, a sheet's grade by stage and grader.

    The record is made when it is first needed, and goes when nothing is left in it.
    """
    new = {name: _cleaned(table, name, value) for name, value in values.items()}
    rows = records_with(door.connection, table, key)
    if not rows:
        kept = {name: value for name, value in new.items() if value is not None}
        door.apply([created(table, door.source.new_id(), **key, **kept)] if kept else [])
        return
    row, *_ = rows
    if any(value is not None for name, value in {**row, **new}.items() if name != "id" and name not in key):
        door.apply(row_changes(table, row, new))
    else:
        door.apply([_deleted(table, row)])


def set_list(door: Recording, table: str, owner: Values, rows: Sequence[Values]) -> None:
    """Make a list (phases, footnotes, a scale's grades, a schedule) hold these rows in this order.

    `owner` holds the values that every row of the list has. Rows that stay as they were keep their records.
    """
    old = records_with(door.connection, table, owner)
    new = [
        {name: _cleaned(table, name, value) for name, value in row.items()} | {"position": place}
        for place, row in enumerate(rows)
    ]
    pairs = list(_paired(old, new))
    kept = {row["id"] for row, _ in pairs if row is not None}
    door.apply([_deleted(table, row) for row in old if row["id"] not in kept])
    for row, values in pairs:
        if row is None:
            door.apply([created(table, door.source.new_id(), **owner, **values)])
        else:
            door.apply(row_changes(table, row, values))


def _paired(
    old: Sequence[dict[str, Value]], new: Sequence[dict[str, Value]]
) -> Iterator[tuple[dict[str, Value] | None, dict[str, Value]]]:
    """Every new row with its record: the one that says the same, else one that nobody wants, else none."""
    free = list(old)
    same: dict[int, dict[str, Value]] = {}
    for place, values in enumerate(new):
        alike = (row for row in free if all(row[k] == v for k, v in values.items() if k != "position"))
        found = next(alike, None)
        if found is not None:
            same[place] = found
            free.remove(found)
    for place, values in enumerate(new):
        yield same.get(place) or (free.pop(0) if free else None), values


def set_order(door: Recording, table: str, records: Sequence[RecordId]) -> None:
    """Let all records of a table stand in this order."""
    wanted: dict[Place, Value] = {(table, "position", record): STEP * n for n, record in enumerate(records, start=1)}
    door.apply(field_changes(door.connection, wanted))


def remove_records(door: Recording, table: str, ids: Iterable[RecordId]) -> None:
    """Take records out with all that belongs to them; the history keeps what they held."""
    door.apply([change for record in ids for change in _taken_out(door.connection, table, record)])


def _taken_out(connection: sa.Connection, table: str, record: RecordId) -> Iterator[Change]:
    for owned, column in _OWNED.get(table, ()):
        yield from (_deleted(owned.name, row) for row in records_with(connection, owned.name, {column: record}))
    yield from (_deleted(table, row) for row in records_with(connection, table, {"id": record}))


def row_changes(table: str, row: Values, values: Values) -> list[Change]:
    """The changes that give a record, as it was read, other values."""
    record = RecordId(str(row["id"]))
    return [Change(table, record, name, row[name], value) for name, value in values.items() if row[name] != value]


def _deleted(table: str, row: Values) -> Change:
    values = {name: value for name, value in row.items() if name != "id"}
    return deleted(table, RecordId(str(row["id"])), **values)


def _cleaned(table: str, name: str, value: Value) -> Value:
    """A value as it is stored: a blank text is none at all."""
    if isinstance(value, str):
        is_none = not value.strip() and (table, name) not in _BLANKS
        value = None if is_none else stored(table, name, value) or None
    if value is None and not METADATA.tables[table].c[name].nullable:
        raise PlanError("「{field}」を入れてください。", field=label_of(table, name))
    return value
