"""The verbs of the sister documents: values, lists, records by year, sheets and indicators with all that is theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import sqlalchemy as sa

from db.changes import Change, Recording, Value, created, deleted
from db.edits import TEXT_LIMIT, Place, field_changes
from db.models import (
    EVALUATION_SHEET,
    INDICATOR,
    INDICATOR_RESULT,
    INDICATOR_TARGET,
    ITEM_STATUS,
    METADATA,
    SCALE,
    SCALE_GRADE,
    SCHEDULE_LINE,
    SHEET_GRADE,
    YEAR_ENTRY,
)
from db.structure import STEP
from plan.errors import PlanError
from plan.fields import FIELDS
from plan.ids import RecordId
from plan.scales import Scale

Values = Mapping[str, Value]
_OWNED = {
    EVALUATION_SHEET.name: ((SCHEDULE_LINE, "sheet_id"), (SHEET_GRADE, "sheet_id")),
    INDICATOR.name: ((INDICATOR_TARGET, "indicator_id"), (INDICATOR_RESULT, "indicator_id")),
}
"""What goes with a record when it is taken out."""
_GRADED: dict[str, tuple[tuple[sa.Table, str, Values], ...]] = {
    "achievement": ((YEAR_ENTRY, "grade", {}), (INDICATOR_RESULT, "grade", {})),
    "outcome": ((ITEM_STATUS, "status", {}),),
    "interim": ((SHEET_GRADE, "grade", {"stage": "interim"}),),
    "final": ((SHEET_GRADE, "grade", {"stage": "final"}),),
}
"""Where the symbols of a scale stand, by what is graded."""


def set_values(opened: Recording, wanted: Mapping[Place, Value]) -> None:
    """Give fields of records other values; a blank text becomes not entered.

    A PlanError names what is too long, or is needed and blank.
    """
    whole = {place: _cleaned(place[0], place[1], value) for place, value in wanted.items()}
    opened.apply(field_changes(opened.connection, whole))


def set_keyed(opened: Recording, table: str, key: Values, values: Values) -> None:
    """Write into the one record with this key: an item's status of a year, a sheet's grade by stage and grader.

    The record is made when it is first needed, and goes when nothing is left in it.
    """
    new = {name: _cleaned(table, name, value) for name, value in values.items()}
    rows = _records(opened.connection, METADATA.tables[table], key)
    if not rows:
        kept = {name: value for name, value in new.items() if value is not None}
        opened.apply([created(table, opened.source.new_id(), **key, **kept)] if kept else [])
        return
    row, *_ = rows
    if any(value is not None for name, value in {**row, **new}.items() if name != "id" and name not in key):
        opened.apply(_field_changes(table, row, new))
    else:
        opened.apply([_deleted(table, row)])


def set_list(opened: Recording, table: str, owner: Values, rows: Sequence[Values]) -> None:
    """Make a list (phases, footnotes, a scale's grades, a schedule) hold these rows in this order.

    `owner` holds the values that every row of the list has. Rows that stay as they were keep their records.
    """
    old = _records(opened.connection, METADATA.tables[table], owner)
    new = [
        {name: _cleaned(table, name, value) for name, value in row.items()} | {"position": place}
        for place, row in enumerate(rows)
    ]
    pairs = list(_paired(old, new))
    kept = {row["id"] for row, _ in pairs if row is not None}
    opened.apply([_deleted(table, row) for row in old if row["id"] not in kept])
    for row, values in pairs:
        if row is None:
            opened.apply([created(table, opened.source.new_id(), **owner, **values)])
        else:
            opened.apply(_field_changes(table, row, values))


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


def add_record(opened: Recording, table: str, values: Values) -> RecordId:
    """Put a new record behind the others of its table."""
    column = METADATA.tables[table].c.position
    last = opened.connection.scalar(sa.select(sa.func.max(column)))
    new = {name: _cleaned(table, name, value) for name, value in values.items()}
    record = opened.source.new_id()
    opened.apply([created(table, record, **new, position=(last or 0) + STEP)])
    return record


def remove_record(opened: Recording, table: str, record: RecordId) -> None:
    """Take a record out with all that belongs to it; the history keeps what they held."""
    for owned, column in _OWNED.get(table, ()):
        opened.apply([_deleted(owned.name, row) for row in _records(opened.connection, owned, {column: record})])
    opened.apply([_deleted(table, row) for row in _records(opened.connection, METADATA.tables[table], {"id": record})])


def set_order(opened: Recording, table: str, records: Sequence[RecordId]) -> None:
    """Let all records of a table stand in this order."""
    wanted: dict[Place, Value] = {(table, "position", record): STEP * n for n, record in enumerate(records, start=1)}
    opened.apply(field_changes(opened.connection, wanted))


def set_scale(opened: Recording, wanted: Scale) -> None:
    """Let the plan grade on this scale from now on; what is graded stays as it was written."""
    rows = _records(opened.connection, SCALE, {"kind": wanted.kind})
    if rows:
        record = RecordId(str(rows[0]["id"]))
        set_values(opened, {(SCALE.name, "name", record): wanted.name})
    else:
        record = add_record(opened, SCALE.name, {"name": wanted.name, "kind": wanted.kind})
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
    set_list(opened, SCALE_GRADE.name, {"scale_id": record}, grades)


def rename_symbol(opened: Recording, kind: str, old: str, new: str) -> None:
    """Write a grade's new symbol wherever the old one was given."""
    for table, column, key in _GRADED[kind]:
        rows = _records(opened.connection, table, {**key, column: old})
        opened.apply(change for row in rows for change in _field_changes(table.name, row, {column: new}))


def symbols_given(connection: sa.Connection, kind: str) -> dict[str, int]:
    """How often each symbol of a scale has been given."""
    found: dict[str, int] = {}
    for table, column, key in _GRADED[kind]:
        symbol = table.c[column]
        query = sa.select(symbol, sa.func.count()).where(symbol.is_not(None), *_where(table, key)).group_by(symbol)
        for given, count in connection.execute(query):
            found[given] = found.get(given, 0) + count
    return found


def _where(table: sa.Table, key: Values) -> Iterator[sa.ColumnElement[bool]]:
    return (table.c[name].is_not_distinct_from(value) for name, value in key.items())


def _records(connection: sa.Connection, table: sa.Table, key: Values) -> list[dict[str, Value]]:
    """The records with this key, in order where they have one."""
    order: Iterable[sa.Column[str]] = (table.c[name] for name in ("position", "id") if name in table.c)
    query = sa.select(table).where(*_where(table, key)).order_by(*order)
    return [dict(row) for row in connection.execute(query).mappings()]


def _field_changes(table: str, row: Values, values: Values) -> list[Change]:
    record = RecordId(str(row["id"]))
    return [Change(table, record, name, row[name], value) for name, value in values.items() if row[name] != value]


def _deleted(table: str, row: Values) -> Change:
    values = {name: value for name, value in row.items() if name != "id"}
    return deleted(table, RecordId(str(row["id"])), **values)


def _cleaned(table: str, name: str, value: Value) -> Value:
    """A text as it is stored: line breaks made one, a blank one none at all."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n") if value.strip() else None
    if isinstance(value, str) and len(value.encode("utf-16-le", "surrogatepass")) > 2 * TEXT_LIMIT:
        raise PlanError(
            "「{field}」の文章が長すぎます（{length} 文字）。{limit} 文字までにしてください。",
            field=_label(table, name),
            length=len(value),
            limit=TEXT_LIMIT,
        )
    if value is None and not METADATA.tables[table].c[name].nullable:
        raise PlanError("「{field}」を入れてください。", field=_label(table, name))
    return value


def _label(table: str, name: str) -> str:
    return next((f.label for f in FIELDS if (f.table, f.name) == (table, name)), name)
