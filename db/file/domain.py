"""What a plan from outside must be, beyond its form: years and numbers within reach, one tree, lists that can be read.

A file of ours cannot be otherwise; one that was forged, or written by hand, would make some verb hang or fail later.
"""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

import sqlalchemy as sa

from db.models import CHANGE, CONFLICT, CONTRIBUTION, DECISION, DISTRIBUTION, ITEM, PLAN, RECORDS, REVISION
from plan.changes import RECORD
from plan.fields import PROGRESS, YEARLY

Rows = Callable[[sa.Table], Iterable[Sequence[object]]]
"""The rows of a table, each with the values of all its columns in order."""
Judge = Callable[[object], bool]

_NUMBERS, _YEARS, _SPAN, _DEPTH = 1 << 53, range(1868, 2200), 100, 50
_YEAR_NAMES = ("first_year", "last_year", "fiscal_year", "ended_year", "baseline_year")
_FIELDS = {field.name for field in PROGRESS}
_YEARLY = {field.name for field in YEARLY}


def is_plan(rows: Rows) -> bool:
    """Whether these tables hold a plan that every verb can work with; one that is not begun yet is empty."""
    if not all(_judged(table, rows(table)) for table in RECORDS):
        return False
    return _is_tree({str(key): parent for key, parent, *_ in rows(ITEM)}) and _spans([row[4:6] for row in rows(PLAN)])


def _judged(table: sa.Table, rows: Iterable[Sequence[object]]) -> bool:
    judges = [(place, judge) for place, column in enumerate(table.c) for judge in _judges_of(table, column)]
    return all(row[place] is None or judge(row[place]) for row in rows for place, judge in judges)


def _judges_of(table: sa.Table, column: sa.Column[object]) -> list[Judge]:
    special = _SPECIAL.get((table.name, column.name))
    if special is not None:
        return [special]
    if column.name in _YEAR_NAMES:
        return [_year]
    if isinstance(column.type, sa.Integer):
        return [_number]
    return [_real] if isinstance(column.type, sa.Float) else []


def _spans(plans: list[Sequence[object]]) -> bool:
    return len(plans) <= 1 and all(
        isinstance(first, int) and isinstance(last, int) and 0 <= last - first < _SPAN for first, last in plans
    )


def _is_tree(parents: Mapping[str, object]) -> bool:
    """Whether every node comes to a root in a few steps."""
    depths: dict[object, int] = {None: 0}
    for node in parents:
        way: list[object] = []
        at: object = node
        while at not in depths and len(way) <= _DEPTH:
            way.append(at)
            at = parents.get(str(at))
        depths |= {passed: depth for depth, passed in enumerate(reversed(way), depths.get(at, _DEPTH) + 1)}
        if depths[node] > _DEPTH:
            return False
    return True


def _number(value: object) -> bool:
    return isinstance(value, int) and abs(value) < _NUMBERS


def _real(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _year(value: object) -> bool:
    return value in _YEARS


def _text(value: object) -> bool:
    return isinstance(value, str)


def _optional(value: object) -> bool:
    return value is None or isinstance(value, str)


def _yearly(value: object) -> bool:
    return value in _YEARLY


def _field(value: object) -> bool:
    return isinstance(value, str) and value in _FIELDS


def _places(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, int) and 0 <= v < _SPAN * len(_YEARLY) for v in value)


def _parsed(read: Callable[[str], object]) -> Judge:
    def judge(value: object) -> bool:
        try:
            read(str(value))
        except ValueError:
            return False
        return True

    return judge


def _lists(*parts: Judge) -> Judge:
    """A JSON text with a list of lists, each with just these parts."""

    def judge(value: object) -> bool:
        return _all_of(value, lambda each: isinstance(each, list) and len(each) == len(parts) and _fitting(parts, each))

    return judge


def _fitting(parts: Sequence[Judge], values: Sequence[object]) -> bool:
    return all(part(value) for part, value in zip(parts, values, strict=True))


def _all_of(value: object, judge: Judge) -> bool:
    try:
        found = json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(judge(each) for each in found)


_SPECIAL: dict[tuple[str, str], Judge] = {
    (DISTRIBUTION.name, "asked"): _lists(_field, _year),
    (DISTRIBUTION.name, "asked_rows"): _lists(_text, _places),
    (DISTRIBUTION.name, "due"): _parsed(date.fromisoformat),
    (CONTRIBUTION.name, "said"): _lists(_text, _year, _yearly, _optional),
    (CONTRIBUTION.name, "added"): _lists(_text, _text, _text, _text, _lists(_year, _yearly, _text)),
    (DECISION.name, "field"): _yearly,
    (DECISION.name, "seen"): _lists(_text, _optional),
    (CONFLICT.name, "field"): _yearly,
    (CONFLICT.name, "said_by"): lambda value: _all_of(value, _text),
}


def is_history(rows: Rows) -> bool:
    """Whether the history can be told: every moment a moment, every change one of a field that there is."""
    fields = {(table.name, column.name) for table in RECORDS for column in table.c}
    moments = all(_parsed(datetime.fromisoformat)(at) for _, at, *_ in rows(REVISION))
    return moments and all(
        _record(before) and _record(after) if field == RECORD else (table, field) in fields
        for _, _, table, _, field, before, after in rows(CHANGE)
    )


def _record(value: object) -> bool:
    """A whole record as the history keeps it; None before it was made and after it was deleted."""
    if value is None:
        return True
    try:
        found = json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and not any(isinstance(v, dict | list | bool) for v in found.values())
