"""The scales that a plan grades on: put in place of others, their symbols counted and renamed."""

import sqlalchemy as sa

from db.edit.records import Values, add_record, records_with, row_changes, set_list, set_values, where
from db.edit.texts import stored
from db.log.changes import Recording
from db.models import INDICATOR_RESULT, ITEM_STATUS, SCALE, SCALE_GRADE, SHEET_GRADE, YEAR_ENTRY
from plan.errors import PlanError
from plan.ids import RecordId
from plan.scales import Scale

_GRADED: dict[str, tuple[tuple[sa.Table, str, Values], ...]] = {
    "achievement": ((YEAR_ENTRY, "grade", {}), (INDICATOR_RESULT, "grade", {})),
    "outcome": ((ITEM_STATUS, "status", {}),),
    "interim": ((SHEET_GRADE, "grade", {"stage": "interim"}),),
    "final": ((SHEET_GRADE, "grade", {"stage": "final"}),),
}
"""Where the symbols of a scale stand, by what is graded."""


def set_scale(door: Recording, wanted: Scale) -> None:
    """Let the plan grade on this scale from now on; what is graded stays as it was written."""
    rows = records_with(door.connection, SCALE.name, {"kind": wanted.kind})
    if rows:
        record = RecordId(str(rows[0]["id"]))
        set_values(door, {(SCALE.name, "name", record): wanted.name})
    else:
        record = add_record(door, SCALE.name, {"name": wanted.name, "kind": wanted.kind})
    symbols = [grade.symbol for grade in wanted.grades]
    if len(set(symbols)) < len(symbols):
        raise PlanError("評価区分「{name}」に、同じ記号が二つあります。記号を変えてください。", name=wanted.name)
    grades: list[Values] = [
        {
            "symbol": grade.symbol,
            "meaning": grade.meaning,
            "achieved": int(grade.achieved),
            "reason_required": int(grade.reason_required),
            "threshold": grade.threshold,
        }
        for grade in wanted.grades
    ]
    set_list(door, SCALE_GRADE.name, {"scale_id": record}, grades)


def rename_symbol(door: Recording, kind: str, old: str, new: str) -> None:
    """Write a grade's new symbol wherever the old one was given."""
    for table, column, key in _GRADED[kind]:
        rows = records_with(door.connection, table.name, {**key, column: old})
        symbol = stored(table.name, column, new)
        door.apply(change for row in rows for change in row_changes(table.name, row, {column: symbol}))


def symbols_given(connection: sa.Connection, kind: str) -> dict[str, int]:
    """How often each symbol of a scale has been given."""
    found: dict[str, int] = {}
    for table, column, key in _GRADED[kind]:
        symbol = table.c[column]
        query = sa.select(symbol, sa.func.count()).where(symbol.is_not(None), *where(table, key)).group_by(symbol)
        for given, count in connection.execute(query):
            found[given] = found.get(given, 0) + count
    return found
