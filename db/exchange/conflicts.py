"""Unsettled conflicts: they stay in the plan until the coordinator settles them, and then never come up again."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa

from db.edit.cells import set_cells
from db.exchange.cell_history import texts_now
from db.exchange.merge import Merged
from db.exchange.receipts import cell_of, receipts
from db.log.changes import Recording
from db.models import CONFLICT, CONTRIBUTION, DECISION
from db.read.row_names import RowFacts, row_facts
from plan.changes import Change, Value, created, deleted
from plan.clipboard import line_feeds
from plan.exchange.merging import Seen, Text
from plan.exchange.returns import Cell
from plan.ids import RecordId
from plan.table import CellEdit


class Choice(Enum):
    """How a conflict is settled."""

    OURS = "ours"
    THEIRS = "theirs"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One text that stands against the one in a cell; a cell with several such texts has several conflicts.

    `file` is the return that says so, `person` who saved it last, where that is known.
    """

    id: RecordId
    cell: Cell
    row: RowFacts
    contribution: RecordId
    file: str
    base: Text
    ours: Text
    theirs: Text
    person: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a conflict is to be settled; `text` is what was written by hand."""

    conflict: Conflict
    choice: Choice
    text: Text = None

    def wanted(self, now: Text) -> Text:
        """What the cell shall say, of which `now` is the master's text."""
        if self.choice is Choice.TEXT:
            return line_feeds(self.text or "") or None
        return now if self.choice is Choice.OURS else self.conflict.theirs


def open_conflicts(connection: sa.Connection, contributions: Collection[RecordId] | None = None) -> list[Conflict]:
    """What is still to be settled, in the table's order of ids: of the named contributions, or all.

    A conflict ends by itself when the row is removed or the cell is edited to say the same.
    """
    query = (
        sa.select(CONFLICT, CONTRIBUTION.c.source, CONTRIBUTION.c.person)
        .join(CONTRIBUTION)
        .order_by(CONFLICT.c.assignment_id)
    )
    rows = [
        row
        for row in connection.execute(query.order_by(CONFLICT.c.fiscal_year, CONFLICT.c.field, CONFLICT.c.theirs))
        if contributions is None or not set(json.loads(row.said_by)).isdisjoint(contributions)
    ]
    cells = [cell_of(row.assignment_id, row.fiscal_year, row.field) for row in rows]
    assignments = {cell.assignment for cell in cells}
    now = texts_now(connection, assignments, {cell.column for cell in cells})
    facts = row_facts(connection, assignments)
    return [
        Conflict(
            row.id,
            cell,
            facts[cell.assignment],
            row.contribution_id,
            row.source,
            row.base,
            now[cell],
            row.theirs,
            row.person or "",
        )
        for row, cell in zip(rows, cells, strict=True)
        if cell in now and now[cell] != row.theirs
    ]


def settle(door: Recording, settlements: Sequence[Settlement]) -> None:
    """Settle conflicts; a cell's decision has seen all that stood against it, so one settles the whole cell."""
    chosen = {s.conflict.cell: s for s in settlements}
    now = texts_now(door.connection, {c.assignment for c in chosen}, {c.column for c in chosen})
    cells = {cell: s.wanted(now.get(cell)) for cell, s in chosen.items()}
    standing = [stored for stored in _stored(door.connection) if stored.cell in cells]
    seen = _seen(door.connection, standing, {cell: now.get(cell) for cell in cells})
    door.apply(stored.removal() for stored in standing)
    door.apply(_decided(door, cell, text, seen[cell]) for cell, text in cells.items())
    set_cells(door, [CellEdit(cell.assignment, cell.column, text) for cell, text in cells.items()])


def _seen(connection: sa.Connection, standing: Sequence["_Stored"], now: Mapping[Cell, Text]) -> dict[Cell, set[Seen]]:
    """All that stood against each cell, by distribution; what stands in it may be a return's own."""
    sources = dict(connection.execute(sa.select(CONTRIBUTION.c.id, CONTRIBUTION.c.distribution_id)).all())
    seen: dict[Cell, set[Seen]] = {cell: set() for cell in now}
    for stored in standing:
        said_by = json.loads(str(stored.values["said_by"]))
        seen[stored.cell] |= {(sources[contribution], stored.theirs) for contribution in said_by}
    for r in receipts(connection):
        for cell in now.keys() & r.said.keys():
            seen[cell] |= {(r.distribution, r.said[cell])} if r.said[cell] == now[cell] else set()
    return seen


def _decided(door: Recording, cell: Cell, text: Text, seen: Collection[Seen]) -> Change:
    texts = sorted(seen, key=lambda s: (s[0], s[1] or ""))
    values = _place(cell) | {"text": text, "seen": json.dumps(texts, ensure_ascii=False)}
    return created(DECISION.name, door.source.new_id(), **values)


def keep(door: Recording, cells: Iterable[Merged]) -> None:
    """Bring the unsettled conflicts of these cells to what merging says."""
    merged = {m.cell: m for m in cells}
    wanted = [values for m in merged.values() if not m.gone for values in _wanted(m)]
    standing = [stored for stored in _stored(door.connection) if stored.cell in merged]
    kept = [stored.values for stored in standing]
    door.apply(stored.removal() for stored in standing if stored.values not in wanted)
    door.apply(created(CONFLICT.name, door.source.new_id(), **values) for values in wanted if values not in kept)


def _wanted(merged: Merged) -> Iterator[dict[str, Value]]:
    for theirs in merged.outcome.theirs:
        said_by = sorted(s.contribution for s in merged.said if s.text == theirs.text)
        yield _place(merged.cell) | {
            "contribution_id": theirs.contribution,
            "base": theirs.base,
            "theirs": theirs.text,
            "said_by": json.dumps(said_by),
        }


def _place(cell: Cell) -> dict[str, Value]:
    return {"assignment_id": cell.assignment, "fiscal_year": int(cell.year), "field": cell.field}


@dataclass(frozen=True, slots=True)
class _Stored:
    """An unsettled conflict as the plan keeps it."""

    id: RecordId
    cell: Cell
    values: dict[str, Value]

    @property
    def theirs(self) -> Text:
        """The text that stands against the master's."""
        text = self.values["theirs"]
        return None if text is None else str(text)

    def removal(self) -> Change:
        """The change that takes it out."""
        return deleted(CONFLICT.name, self.id, **self.values)


def _stored(connection: sa.Connection) -> list[_Stored]:
    rows = connection.execute(sa.select(CONFLICT).order_by(CONFLICT.c.id)).mappings()
    return [
        _Stored(
            RecordId(row["id"]),
            cell_of(row["assignment_id"], row["fiscal_year"], row["field"]),
            {name: value for name, value in row.items() if name != "id"},
        )
        for row in rows
    ]
