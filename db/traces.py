"""What happened to the yearly cells since a place in history: their texts then, and what the master itself put in."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import sqlalchemy as sa

from db.changes import RECORD, Value, unpacked
from db.history import standing_since
from db.models import CHANGE, CONTRIBUTION, DECISION, YEAR_ENTRY
from db.queries import entry_owners
from db.sets import among
from plan.era import FiscalYear
from plan.fields import YEARLY
from plan.ids import AssignmentId, RecordId
from plan.merging import Seen, Text
from plan.returns import Cell
from plan.table import Column

FIELDS = tuple(f.name for f in YEARLY)


@dataclass(frozen=True, slots=True)
class Trace:
    """One change of a cell; `own` when the master itself made it and it was not undone since."""

    revision: int
    before: Text
    after: Text
    own: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A standing decision on a cell, with the texts of returns that had been seen."""

    revision: int
    text: Text
    seen: frozenset[Seen]


@dataclass(slots=True)
class Traces:
    """The changes since some place in history, cell by cell, oldest first; `now` are today's texts of the rows named.

    `entries` are the year entries that hold these; `taken` tells for every standing contribution the step that took it.
    """

    now: dict[Cell, Text] = field(default_factory=dict)
    entries: dict[tuple[AssignmentId, FiscalYear], RecordId] = field(default_factory=dict)
    changes: dict[Cell, list[Trace]] = field(default_factory=dict)
    decisions: dict[Cell, list[Decided]] = field(default_factory=dict)
    taken: dict[RecordId, int] = field(default_factory=dict)

    def text_at(self, cell: Cell, position: int) -> Text:
        """The cell's text when the plan stood at `position`: the `before` of its first later change, else today's."""
        for trace in self.changes.get(cell, ()):
            if trace.revision > position:
                return trace.before
        return self.now.get(cell)


def traces_since(
    connection: sa.Connection, position: int, rows: Collection[AssignmentId], columns: Collection[Column]
) -> Traces:
    """The traces since a place in history, with today's texts of the named rows and yearly columns."""
    found = _texts(connection, rows, columns)
    standing = standing_since(connection, position)
    merging = _follow_merges(connection, position, found, standing)
    _follow_cells(connection, position, found, standing - merging)
    return found


def texts_now(
    connection: sa.Connection, rows: Collection[AssignmentId], columns: Collection[Column]
) -> dict[Cell, Text]:
    """Today's texts of the named rows in the named yearly columns; a row that is gone has no cells."""
    return _texts(connection, rows, columns).now


def _texts(connection: sa.Connection, rows: Collection[AssignmentId], columns: Collection[Column]) -> Traces:
    found = Traces()
    entry = YEAR_ENTRY.c
    for year in sorted({column.year for column in columns if column.year is not None}):
        names = [column.field.name for column in columns if column.year == year]
        query = sa.select(entry.assignment_id, entry.id, *(entry[name] for name in names))
        wanted = query.where(among(entry.assignment_id, rows), entry.fiscal_year == year)
        for assignment, entry_id, *texts in connection.execute(wanted).all():
            found.entries[assignment, year] = entry_id
            for name, text in zip(names, texts, strict=True):
                found.now[Cell(assignment, year, name)] = text
    return found


def _follow_merges(connection: sa.Connection, position: int, found: Traces, standing: set[int]) -> set[int]:
    """Note decisions and contributions; answers the steps in which returns were taken or conflicts settled."""
    change = CHANGE.c
    query = sa.select(change.revision, change.record_table, change.record_id, change.after).where(
        change.revision > position, change.record_table.in_([DECISION.name, CONTRIBUTION.name])
    )
    merging: set[int] = set()
    for revision, table, record, after in connection.execute(query.order_by(change.number)):
        merging.add(revision)
        if revision in standing and after is not None:
            if table == CONTRIBUTION.name:
                found.taken[record] = revision
            else:
                _note_decision(found, revision, unpacked(after))
    return merging


def _note_decision(found: Traces, revision: int, values: dict[str, Value]) -> None:
    cell = Cell(
        AssignmentId(RecordId(str(values["assignment_id"]))),
        FiscalYear(int(values["fiscal_year"] or 0)),
        str(values["field"]),
    )
    text = values.get("text")
    decided = Decided(revision, None if text is None else str(text), seen_texts(values["seen"]))
    found.decisions.setdefault(cell, []).append(decided)


def seen_texts(text: Value) -> frozenset[Seen]:
    """The texts of returns that a decision or a conflict names, each with its distribution."""
    return frozenset((RecordId(distribution), said) for distribution, said in json.loads(str(text)))


def _follow_cells(connection: sa.Connection, position: int, found: Traces, own: set[int]) -> None:
    change = CHANGE.c
    query = sa.select(change.revision, change.record_id, change.field, change.before, change.after).where(
        change.revision > position, change.record_table == YEAR_ENTRY.name
    )
    rows = connection.execute(query.order_by(change.number)).all()
    owners = entry_owners(connection, list({row.record_id for row in rows}))
    # Entries that are gone by now say in their own deletion whose they were.
    for row in rows:
        if row.field == RECORD and row.record_id not in owners:
            owners[row.record_id] = _owner(unpacked(row.before if row.after is None else row.after))
    for revision, record, name, before, after in rows:
        assignment, year = owners[record]
        for field_name, old, new in _fields(name, before, after):
            trace = Trace(revision, old, new, revision in own)
            found.changes.setdefault(Cell(assignment, year, field_name), []).append(trace)


def _owner(values: dict[str, Value]) -> tuple[AssignmentId, FiscalYear]:
    return AssignmentId(RecordId(str(values["assignment_id"]))), FiscalYear(int(values["fiscal_year"] or 0))


def _fields(name: str, before: Text, after: Text) -> Iterator[tuple[str, Text, Text]]:
    """The fields that a change is about, each before and after: all of them where the entry came or went as a whole."""
    if name != RECORD:
        yield name, before, after
        return
    old = unpacked(before) if before is not None else {}
    new = unpacked(after) if after is not None else {}
    for field_name in FIELDS:
        yield field_name, _text(old.get(field_name)), _text(new.get(field_name))


def _text(value: Value) -> Text:
    return None if value is None else str(value)
