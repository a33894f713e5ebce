"""Records as they stand, and records that are made or taken out: what an import compares with and writes."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from db.changes import Change, Recording, Value, created, deleted
from db.edits import Place, field_changes
from db.models import METADATA
from db.structure import STEP
from plan.ids import RecordId


def records(connection: sa.Connection, table: str) -> dict[RecordId, dict[str, Value]]:
    """Every record of a table by its id, in printed order where the table has one."""
    found = METADATA.tables[table]
    order = [found.c[name] for name in ("level", "position", "id") if name in found.c]
    rows = connection.execute(sa.select(found).order_by(*order)).mappings()
    return {RecordId(row["id"]): dict(row) for row in rows}


def add_record(opened: Recording, table: str, values: Mapping[str, Value]) -> RecordId:
    """A new record, behind all others where the table has an order and the values name no place."""
    record_id = opened.source.new_id()
    columns = METADATA.tables[table].c
    behind: dict[str, Value] = {}
    if "position" in columns and values.get("position") is None:
        last = opened.connection.scalar(sa.select(sa.func.max(columns.position)))
        behind["position"] = (last or 0) + STEP
    opened.apply([created(table, record_id, **{**values, **behind})])
    return record_id


def set_values(opened: Recording, wanted: dict[Place, Value]) -> None:
    """Give every named place its value; PlanError where a record is gone."""
    opened.apply(field_changes(opened.connection, wanted))


def remove_records(opened: Recording, table: str, ids: Iterable[RecordId]) -> None:
    """Take records out with all that they hold; the history keeps it."""
    known = records(opened.connection, table)
    gone: list[Change] = []
    for record_id in ids:
        held = {name: value for name, value in known[record_id].items() if name != "id"}
        gone.append(deleted(table, record_id, **held))
    opened.apply(gone)
