"""The whole plan as JSON, every value, readable without Ayumi; and a plan made of such a text."""

import json
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa

from db.dialect import references_hold
from db.file.domain import is_plan
from db.log.changes import Recording
from db.models import CONFLICT, CONTRIBUTION, DECISION, DISTRIBUTION, RECORDS
from plan.changes import Change, created
from plan.errors import PlanError
from plan.ids import RecordId

FORMAT, VERSION = "ayumi-plan", 1
_NUMBERS = 1 << 53


EXCHANGE = (DISTRIBUTION, CONTRIBUTION, DECISION, CONFLICT)
"""What was handed out and came back: it refers to places in the history, and means nothing without that."""


def whole_plan(connection: sa.Connection, without: Collection[sa.Table] = ()) -> str:
    """The plan as a JSON text, one record on a line; values that are not entered are left out."""
    tables = (f" {json.dumps(t.name)}: [\n{_records(connection, t)}\n ]" for t in RECORDS if t not in without)
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "tables": {{\n' + ",\n".join(tables) + "\n}}\n"


def _records(connection: sa.Connection, table: sa.Table) -> str:
    order = [table.c.position, table.c.id] if "position" in table.c else [table.c.id]
    rows = connection.execute(sa.select(table).order_by(*order)).mappings()
    return ",\n".join(
        "  " + json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) for row in rows
    )


def read_whole_plan(door: Recording, text: str, name: str) -> None:
    """Fill an empty file from such a text; a PlanError names the file, table and record that do not fit."""
    tables = _tables(text, name)
    changes = list(_changes(tables, name))
    if not is_plan(lambda table: [[r.get(c.name) for c in table.c] for r in tables.get(table.name, ())]):
        raise _unfit(name)
    try:
        door.apply(changes)
    except sa.exc.IntegrityError as error:
        raise _unfit(name) from error
    if not references_hold(door.connection):
        raise _unfit(name)


def _unfit(name: str) -> PlanError:
    return PlanError("「{file}」の中身が計画としてつながりません。書き出し直してください。", file=name)


def _tables(text: str, name: str) -> dict[str, Any]:
    try:
        content = json.loads(text.removeprefix("\ufeff"))  # the Windows editor's mark
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("tables"), dict):
        raise PlanError("「{file}」は、あゆみが書き出した計画（JSON）ではありません。", file=name)
    if content.get("version") != VERSION:
        raise PlanError("「{file}」は新しい版のあゆみで書き出されています。あゆみを更新してください。", file=name)
    tables: dict[str, Any] = content["tables"]
    return tables


def _changes(tables: dict[str, Any], name: str) -> Iterator[Change]:
    known = {t.name: t for t in RECORDS}
    for table_name, records in tables.items():
        for place, record in enumerate(records if isinstance(records, list) else [None], start=1):
            if table_name not in known or not _fits(known[table_name], record):
                raise PlanError(
                    "「{file}」の {table} の {place} 件目が読めません。書き出し直してください。",
                    file=name, table=table_name, place=place,
                )  # fmt: skip
            values = {key: value for key, value in record.items() if key != "id"}
            yield created(table_name, RecordId(record["id"]), **values)


def _fits(table: sa.Table, record: object) -> bool:
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        return False
    return all(key in table.c and _can_be_kept(value) for key, value in record.items())


def _can_be_kept(value: object) -> bool:
    """Whether a database can keep the value as it is: no half of a character, no number out of reach."""
    if isinstance(value, str):
        return not any("\ud800" <= c <= "\udfff" for c in value)
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _NUMBERS)
