"""Contributions, decisions and the master's own edits, gathered from the plan, and what they come to cell by cell."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.exchange.cell_history import Trace, Traces, traces_since
from db.exchange.distribution import Distribution, distributions
from db.exchange.receipts import Receipt, receipts
from db.models import ASSIGNMENT
from plan.exchange.merging import HandedOut, MergeClass, Outcome, Said, Seen, Statement, Text, merge_class, outcome
from plan.exchange.returns import Cell
from plan.ids import AssignmentId, RecordId

Spoken = dict[Cell, list[tuple[Receipt, Text]]]
"""What contributions say, cell by cell."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell as it stands (`now`, in its year entry) and as it comes out; `gone` when the plan has its row no more."""

    cell: Cell
    entry: RecordId | None
    now: Text
    outcome: Outcome
    gone: bool
    said: tuple[Said, ...]

    def class_of(self, said: Said) -> MergeClass:
        """The class of what one contribution says, against the master alone."""
        return merge_class(said.base, None if self.gone else self.outcome.own, said.text)


@dataclass(slots=True)
class Ground:
    """What merging stands on: the distributions, the returns already taken, and the traces that reach back to them."""

    distributions: dict[RecordId, Distribution]
    receipts: list[Receipt]
    traces: Traces
    rows: frozenset[AssignmentId]  # every row of the plan
    handed: dict[AssignmentId, list[Distribution]]  # those in which a row was handed out


def ground(connection: sa.Connection, concerned: Collection[RecordId]) -> Ground:
    """The ground for merging returns of the concerned distributions."""
    everything = distributions(connection)
    kept = receipts(connection)
    rows = {row for d in everything if d.id in concerned for row in d.rows} | {row.id for r in kept for row in r.added}
    sharing = {d.id: d for d in everything if d.id in concerned or not rows.isdisjoint(d.rows)}
    position = min((d.position for d in sharing.values()), default=0)
    years = {column.year for d in sharing.values() for column in d.asking.columns if column.year is not None}
    handed: dict[AssignmentId, list[Distribution]] = {}
    for d in sharing.values():
        for row in d.rows:
            handed.setdefault(row, []).append(d)
    return Ground(
        sharing,
        [r for r in kept if r.distribution in sharing],
        traces_since(connection, position, rows, years),
        frozenset(connection.scalars(sa.select(ASSIGNMENT.c.id))),
        handed,
    )


def merged(ground: Ground, new: Sequence[Receipt], cells: Collection[Cell]) -> list[Merged]:
    """What each of the cells comes to when the new returns are taken together with all that were taken before."""
    everything = [*ground.receipts, *new]
    counting = newest(everything)
    said = _said(ground, counting, set(cells))
    texts = _texts_of(everything)
    return [
        Merged(
            cell,
            ground.traces.entry(cell),
            ground.traces.text_now(cell),
            _outcome(ground, cell, said[cell], texts),
            cell.assignment not in ground.rows,
            tuple(said[cell]),
        )
        for cell in sorted(said)
    ]


def _outcome(ground: Ground, cell: Cell, said: Sequence[Said], texts: Spoken) -> Outcome:
    statements, now = _statements(ground, cell, texts), ground.traces.text_now(cell)
    return outcome(said, statements, _handed_out(ground, cell, said), (now,))


def concerned_cells(ground: Ground, concerned: Collection[RecordId], new: Sequence[Receipt]) -> set[Cell]:
    """The cells of the concerned distributions that any return of them speaks of."""
    return {cell for r in (*ground.receipts, *new) if r.distribution in concerned for cell in r.said}


def newest(everything: Sequence[Receipt]) -> list[Receipt]:
    """The returns that count: of every distribution those with the highest edition, and the workbooks not continued."""
    top: dict[RecordId, int] = {}
    for r in everything:
        if r.edition is not None:
            top[r.distribution] = max(r.edition, top.get(r.distribution, 0))
    books: dict[RecordId, list[Receipt]] = {}
    for r in everything:
        if r.edition is None:
            books.setdefault(r.distribution, []).append(r)
    return [
        r
        for r in everything
        if (r.edition == top[r.distribution] if r.edition is not None else not _is_continued(r, books[r.distribution]))
    ]


def _is_continued(book: Receipt, others: Iterable[Receipt]) -> bool:
    return any(other.continues(book) for other in others)


def _said(ground: Ground, counting: Sequence[Receipt], cells: set[Cell]) -> dict[Cell, list[Said]]:
    found: dict[Cell, list[Said]] = {cell: [] for cell in cells}
    for r in counting:
        distribution = ground.distributions[r.distribution]
        for cell in cells.intersection(r.said):
            base = ground.traces.text_at(cell, distribution.position)
            found[cell].append(Said(r.id, r.distribution, distribution.position, r.edition, base, r.said[cell]))
    return found


def _texts_of(everything: Sequence[Receipt]) -> Spoken:
    found: Spoken = {}
    for r in everything:
        for cell, text in r.said.items():
            found.setdefault(cell, []).append((r, text))
    return found


def _statements(ground: Ground, cell: Cell, texts: Spoken) -> list[Statement]:
    """The master's edits and decisions of a cell, in the order of history.

    An edit has seen the text that it replaced, where a return had brought that.
    """
    traces = ground.traces
    own = [t for t in traces.changes.get(cell, ()) if t.own]
    decided = traces.decisions.get(cell, [])
    if not own and not decided:
        return []
    edits = [Statement(t.revision, t.after, _replaced(ground, texts.get(cell, ()), t)) for t in own]
    decisions = [Statement(d.revision, d.text, d.seen) for d in decided]
    return sorted((*edits, *decisions), key=lambda s: s.position)


def _replaced(ground: Ground, spoken: Iterable[tuple[Receipt, Text]], edit: Trace) -> frozenset[Seen]:
    taken = ground.traces.taken
    return frozenset(
        (r.distribution, text)
        for r, text in spoken
        if text == edit.before and r.id in taken and taken[r.id] < edit.revision
    )


def _handed_out(ground: Ground, cell: Cell, said: Iterable[Said]) -> set[HandedOut]:
    """Every time that the cell was handed out; a row that a department added counts as handed out blank."""
    positions = [d.position for d in ground.handed.get(cell.assignment, ()) if d.asks(cell)]
    asked = {HandedOut(position, ground.traces.text_at(cell, position)) for position in positions}
    return asked | {HandedOut(s.position, s.base) for s in said} or {HandedOut(0, None)}
