"""What the history says of a cell or of a step, in the words of the table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.exchange.origins import Origins
from db.log.history import changes_of, events
from db.read.table import departments, entry_ids, entry_owners, items
from db.store.working import Revision, Store
from plan.changes import RECORD, Change, Value, unpacked
from plan.exchange.returns import Cell
from plan.fields import CONTENT, DEPARTMENT, FIELDS, PROJECT, TARGET, Field
from plan.ids import RecordId
from plan.table import Column, ProgressRow, ProgressTable
from work.authors import written_by
from work.language import _
from work.wording import column_label, field_label

_FIELDS = {(f.table, f.name): f for f in FIELDS}
_HEADING = ("code", "joint", "name")


@dataclass(frozen=True, slots=True)
class Passage:
    """One value's change in one step; `by` is who wrote it and when, or the return that it was collected from."""

    revision: Revision
    before: str
    after: str
    by: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One change of a step: where it happened, and the value before and after."""

    place: str
    before: str
    after: str


def cell_past(store: Store, row: ProgressRow, column: Column) -> list[Passage]:
    """What happened to a cell, newest first."""
    with store.reading() as connection:
        if column.year is not None:
            record = entry_ids(connection, [row.id]).get((row.id, int(column.year)))
        else:
            record = {PROJECT: row.project, CONTENT: row.content}.get(column.field, row.id)
        found = events(connection, [record]) if record is not None else []
        names = {RecordId(d.id): d.label for d in departments(connection)} if column.field == DEPARTMENT else {}
        origins = Origins(connection, found)
    cell = Cell(row.id, column.year, column.field.name) if column.year is not None else None
    passages = ((e, _texts(e.change, _wanted(column.field), names)) for e in found)
    return [
        Passage(e.revision, *texts, written_by(e, origins.of(e, cell) if cell is not None else None))
        for e, texts in passages
        if texts is not None and texts[0] != texts[1]
    ]


def _wanted(field: Field) -> tuple[str, ...]:
    if field == DEPARTMENT:
        return ("department_id",)
    return _HEADING if field == PROJECT else (field.name,)


def _texts(change: Change, wanted: Sequence[str], names: Mapping[RecordId, str]) -> tuple[str, str] | None:
    """What a cell said before a change and after it; None where the change is of another field."""
    if change.field == RECORD:
        before, after = (_joined(unpacked(v) if v is not None else {}, wanted, names) for v in _both(change))
    elif change.field in wanted:
        before, after = (_named(v, names) for v in _both(change))
    else:
        return None
    return before, after


def _both(change: Change) -> tuple[Value, Value]:
    return change.before, change.after


def _joined(values: Mapping[str, Value], wanted: Sequence[str], names: Mapping[RecordId, str]) -> str:
    return "".join(_named(values.get(name), names) for name in wanted)


def _named(value: Value, names: Mapping[RecordId, str]) -> str:
    text = "" if value is None else str(value)
    return names.get(RecordId(text), text)


def step_past(store: Store, number: int, table: ProgressTable, limit: int) -> tuple[list[Happening], int]:
    """The first changes of a step that a person can read, and how many it has in all."""
    with store.reading() as connection:
        changes = changes_of(connection, number)
        entries = [c.id for c in changes if c.table == TARGET.table]
        owners = entry_owners(connection, entries)
        offices = {RecordId(d.id): d.label for d in departments(connection)}
        headings = {RecordId(i.id): i.heading for i in items(connection)}
    rows = {row.id: row for row in table.rows}
    places = {RecordId(row.id): _row_place(row) for row in table.rows} | offices | headings
    for entry, (assignment, year) in owners.items():
        if assignment in rows:
            places[entry] = _row_place(rows[assignment]) + " " + column_label(Column(TARGET, year)).split(" ")[0]
    told = [h for c in changes for h in _happenings(c, places, offices)]
    return told[:limit], len(told)


def _row_place(row: ProgressRow) -> str:
    return " ".join(part for part in (row.cells[0], row.cells[3]) if part)


def _happenings(change: Change, places: Mapping[RecordId, str], offices: Mapping[RecordId, str]) -> Iterator[Happening]:
    place = places.get(change.id, "")
    if change.field != RECORD:
        label = _label(change.table, change.field)
        if label:
            yield Happening(f"{place} {label}".strip(), *(_named(v, offices) for v in _both(change)))
        return
    before, after = (unpacked(v) if v is not None else {} for v in _both(change))
    for name in before.keys() | after.keys():
        label = _label(change.table, name)
        if label:
            texts = (_named(values.get(name), offices) for values in (before, after))
            yield Happening(f"{place} {label}".strip(), *texts)


def _label(table: str, name: str) -> str:
    """What a field is called; "" for the ones that nobody reads."""
    special = {
        "department_id": field_label(DEPARTMENT),
        "position": "" if table != "assignment" else _("並び順"),
    }
    if name in special:
        return special[name]
    field = _FIELDS.get((table, name))
    return field_label(field) if field is not None else ""
