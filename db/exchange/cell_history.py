"""What happened to the yearly cells since a place in history: their texts then, and what the master itself put in."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from db.dialect import among
from db.log.history import standing_since
from db.models import CHANGE, CONTRIBUTION, DECISION, YEAR_ENTRY
from db.read.table import entry_owners
from plan.changes import RECORD, Value, unpacked
from plan.era import FiscalYear
from plan.exchange.merging import Seen, Text
from plan.exchange.returns import Cell
from plan.fields import YEARLY
from plan.ids import AssignmentId, RecordId
from plan.table import Column

FIELDS = tuple(f.name for f in YEARLY)
_PLACES = {name: place for place, name in enumerate(FIELDS, 1)}
_Entry = Sequence[str | None]
"""A year entry as it stands: its id, then its texts in the order of FIELDS."""


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
    """The changes since some place in history, cell by cell, oldest first.

    `entries` are today's year entries of the rows named, by row and year; `taken` tells for every standing
    contribution the step that took it.
    """

    entries: dict[tuple[str, int], _Entry] = field(default_factory=dict)
    changes: dict[Cell, list[Trace]] = field(default_factory=dict)
    decisions: dict[Cell, list[Decided]] = field(default_factory=dict)
    taken: dict[RecordId, int] = field(default_factory=dict)

    def entry(self, cell: Cell) -> RecordId | None:
        """The year entry that holds the cell; None where there is none."""
        entry = self.entries.get(cell[:2])
        return RecordId(str(entry[0])) if entry is not None else None

    def text_now(self, cell: Cell) -> Text:
        """What the cell says today."""
        entry = self.entries.get(cell[:2])
        return entry[_PLACES[cell.field]] if entry is not None else None

    def text_at(self, cell: Cell, position: int) -> Text:
        """The cell's text when the plan stood at `position`: the `before` of its first later change, else today's."""
        for trace in self.changes.get(cell, ()):
            if trace.revision > position:
                return trace.before
        return self.text_now(cell)

    def other_than_at(self, position: int, texts: Mapping[Cell, Text]) -> dict[Cell, Text]:
        """Those of the texts that the plan did not say when it stood at `position`."""
        return {cell: text for cell, text in texts.items() if text != self.text_at(cell, position)}


def traces_since(
    connection: sa.Connection, position: int, rows: Collection[AssignmentId], years: Collection[int]
) -> Traces:
    """The traces since a place in history, with today's year entries of the named rows in the named years."""
    found = Traces(_entries(connection, rows, years))
    standing = standing_since(connection, position)
    merging = _follow_merges(connection, position, found, standing)
    _follow_cells(connection, position, found, standing - merging)
    return found


def texts_now(
    connection: sa.Connection, rows: Collection[AssignmentId], columns: Collection[Column]
) -> dict[Cell, Text]:
    """Today's texts of the named rows in the named yearly columns; a row that is gone has no cells."""
    asked: dict[int, list[str]] = {}
    for column in columns:
        if column.year is not None:
            asked.setdefault(column.year, []).append(column.field.name)
    return {
        Cell(AssignmentId(RecordId(row)), FiscalYear(year), name): entry[_PLACES[name]]
        for (row, year), entry in _entries(connection, rows, asked).items()
        for name in asked[year]
    }


def _entries(
    connection: sa.Connection, rows: Collection[AssignmentId], years: Collection[int]
) -> dict[tuple[str, int], _Entry]:
    entry = YEAR_ENTRY.c
    query = sa.select(entry.assignment_id, entry.fiscal_year, entry.id, *(entry[name] for name in FIELDS))
    wanted = query.where(among(entry.assignment_id, rows), entry.fiscal_year.in_(years))
    return {(row, year): found for row, year, *found in connection.execute(wanted).all()}


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
