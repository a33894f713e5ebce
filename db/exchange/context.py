"""The part of a plan that a department sees in its file: its rows, those beside them, and all that they refer to."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import sqlalchemy as sa

from db.dialect import among
from db.exchange.cell_history import FIELDS
from db.exchange.package import Records
from db.models import ASSIGNMENT, DEPARTMENT, ITEM, LEVEL, PLAN, SCALE, SCALE_GRADE, YEAR_ENTRY
from plan.changes import Change, Value, created
from plan.exchange.merging import Text
from plan.exchange.returns import Cell
from plan.ids import AssignmentId, RecordId

COLUMNS: dict[sa.Table, tuple[str, ...]] = {
    SCALE: ("position", "name", "kind"),
    SCALE_GRADE: ("scale_id", "position", "symbol", "meaning", "achieved", "reason_required", "threshold"),
    PLAN: ("title", "city", "first_year", "last_year", "document_label", "scale_id"),
    LEVEL: ("position", "name"),
    ITEM: ("parent_id", "level", "position", "code", "joint", "name", "mark"),
    DEPARTMENT: ("position", "name", "division", "section", "brackets", "first_year", "last_year"),
    ASSIGNMENT: (
        "item_id", "department_id", "former_department_id", "lead", "number", "position", "baseline_and_goal",
        "first_year", "ended_year", "ended_reason",
    ),
    YEAR_ENTRY: ("assignment_id", "fiscal_year", *FIELDS),
}  # fmt: skip
"""What of each table goes out; each after the tables that it refers to."""


def context_of(connection: sa.Connection, rows: Collection[AssignmentId], asked: Iterable[Cell]) -> Records:
    """What the owners of these rows see: all rows of the same 実施内容, with the texts of every year but the asked."""
    contents = {row["item_id"] for row in _select(connection, ASSIGNMENT, "id", rows)}
    beside = _select(connection, ASSIGNMENT, "item_id", contents)
    offices = {row[name] for row in beside for name in ("department_id", "former_department_id")}
    found = {table: _select(connection, table) for table in (SCALE, SCALE_GRADE, PLAN, LEVEL)}
    found[ITEM] = _with_ancestors(connection, contents)
    found[DEPARTMENT] = _select(connection, DEPARTMENT, "id", offices)
    found[ASSIGNMENT] = beside
    found[YEAR_ENTRY] = _select(connection, YEAR_ENTRY, "assignment_id", {row["id"] for row in beside})
    _hide(found[YEAR_ENTRY], frozenset(asked))
    return {table.name: [_entered(record) for record in records] for table, records in found.items()}


def _select(
    connection: sa.Connection, table: sa.Table, column: str = "", values: Collection[Value] | None = None
) -> list[dict[str, Value]]:
    """The records of a table, in the order of their ids: all, or those with one of the values in a column."""
    query = sa.select(table.c.id, *(table.c[name] for name in COLUMNS[table]))
    if values is not None:
        query = query.where(among(table.c[column], [str(value) for value in values]))
    return [dict(row) for row in connection.execute(query.order_by(table.c.id)).mappings()]


def _with_ancestors(connection: sa.Connection, wanted: set[Value]) -> list[dict[str, Value]]:
    """The wanted nodes and all above them, each after its parent."""
    found: dict[Value, dict[str, Value]] = {}
    while wanted:
        found |= {node["id"]: node for node in _select(connection, ITEM, "id", wanted)}
        wanted = {node["parent_id"] for node in found.values()} - {None} - found.keys()
    return sorted(found.values(), key=lambda n: (_depth(found, n), str(n["id"])))


def _depth(nodes: Mapping[Value, dict[str, Value]], node: dict[str, Value]) -> int:
    depth = 0
    while node["parent_id"] is not None:
        node, depth = nodes[node["parent_id"]], depth + 1
    return depth


def _hide(entries: Iterable[dict[str, Value]], asked: frozenset[Cell]) -> None:
    for entry in entries:
        for name in FIELDS:
            if (entry["assignment_id"], entry["fiscal_year"], name) in asked:
                entry[name] = None


def _entered(record: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in record.items() if value is not None}


def creations(records: Records, answers: Mapping[Cell, Text]) -> Iterator[Change]:
    """The changes that put a context into an empty store, the answers in their cells."""
    for table in COLUMNS:
        for record in records[table.name]:
            values = {name: value for name, value in record.items() if name != "id"}
            if table is YEAR_ENTRY:
                values |= _answered(record, answers)
            yield created(table.name, RecordId(str(record["id"])), **values)


def _answered(entry: Mapping[str, Value], answers: Mapping[Cell, Text]) -> dict[str, Value]:
    places = ((name, (entry["assignment_id"], entry["fiscal_year"], name)) for name in FIELDS)
    return {name: answers[place] for name, place in places if place in answers}  # type: ignore[index] # plain tuples
