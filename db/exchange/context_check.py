"""A context from outside: every record of a known form, referring to others that are there."""

import math
from collections.abc import Collection, Mapping
from functools import partial

import sqlalchemy as sa

from db.exchange.context import COLUMNS
from db.exchange.json_shape import MisshapenError, expect, fields_of, id_of, list_of, number_of, text_of, year_of
from db.exchange.package import Records
from db.models import ASSIGNMENT, ITEM, PLAN, YEAR_ENTRY
from plan.changes import Value
from plan.ids import AssignmentId
from plan.table import Column

_YEARS_LIMIT = 100
_YEARS = ("first_year", "last_year", "fiscal_year", "ended_year")
_FLAGS = ("achieved", "reason_required")


def expect_context(value: object, rows: Mapping[AssignmentId, Collection[Column]]) -> Records:
    """The records, looked at one by one; MisshapenError where a row that is asked could not be shown or filled in."""
    tables = fields_of(value, {table.name for table in COLUMNS})
    found = {table.name: list_of(tables[table.name], partial(_record, table)) for table in COLUMNS}
    ids = {name: {record["id"] for record in records} for name, records in found.items()}
    expect(all(len(ids[name]) == len(records) for name, records in found.items()))
    for table in COLUMNS:
        for record in found[table.name]:
            _expect_references(table, record, ids)
    _expect_tree(found[ITEM.name])
    _expect_years(found)
    _expect_rows(found, rows)
    return found


def _record(table: sa.Table, value: object) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise MisshapenError
    expect(value.keys() <= {"id", *COLUMNS[table]})
    required = {name for name in COLUMNS[table] if not table.c[name].nullable}
    expect(value.keys() >= {"id", *required})
    return {name: id_of(v) if name == "id" else _value(table.c[name], v) for name, v in value.items()}


def _value(column: sa.Column[object], value: object) -> Value:
    if column.name in _YEARS:
        return int(year_of(value))
    if isinstance(column.type, sa.Integer):
        expect(column.name not in _FLAGS or value in (0, 1))
        return number_of(value)
    if isinstance(column.type, sa.Float):
        if isinstance(value, bool) or not isinstance(value, float | int) or not math.isfinite(value):
            raise MisshapenError
        return float(value)
    return text_of(value)


def _expect_references(table: sa.Table, record: Mapping[str, Value], ids: Mapping[str, set[Value]]) -> None:
    for name in COLUMNS[table]:
        for key in table.c[name].foreign_keys:
            expect(record.get(name) is None or record[name] in ids[key.column.table.name])


def _expect_tree(nodes: list[dict[str, Value]]) -> None:
    """Every node stands after its parent, so that there can be no circle."""
    seen: set[Value] = {None}
    for node in nodes:
        expect(node.get("parent_id") in seen)
        seen.add(node["id"])


def _expect_years(found: Records) -> None:
    expect(len(found[PLAN.name]) == 1)
    (plan,) = found[PLAN.name]
    first, last = int(plan["first_year"] or 0), int(plan["last_year"] or 0)
    expect(0 <= last - first < _YEARS_LIMIT)
    places = [(entry["assignment_id"], entry["fiscal_year"]) for entry in found[YEAR_ENTRY.name]]
    expect(len(set(places)) == len(places))
    expect(all(first <= int(year or 0) <= last for _, year in places))


def _expect_rows(found: Records, rows: Mapping[AssignmentId, Collection[Column]]) -> None:
    assignments = {record["id"]: record for record in found[ASSIGNMENT.name]}
    expect(rows and rows.keys() <= assignments.keys())
    expect(len({assignments[row]["department_id"] for row in rows}) == 1)
    places = {(entry["assignment_id"], entry["fiscal_year"]) for entry in found[YEAR_ENTRY.name]}
    expect(all((row, column.year) in places for row, columns in rows.items() for column in columns))
