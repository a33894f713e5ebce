"""Collecting: every returned file is examined first, and what is accepted becomes one step that can be undone."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from db.exchange import conflicts
from db.exchange.examination import Examined, Weighed, weigh
from db.exchange.receipts import recorded
from db.log.changes import Recording
from db.models import YEAR_ENTRY
from plan.changes import Change
from plan.exchange.returns import Return
from plan.ids import RecordId


def examine(connection: sa.Connection, returns: Sequence[Return]) -> list[Examined]:
    """What would happen if these returns were taken together, in the order given; nothing is written."""
    numbers = iter(range(len(returns)))
    return weigh(connection, returns, lambda: RecordId(f"new {next(numbers):09d}")).examined


def collect(door: Recording, returns: Sequence[Return]) -> list[Examined]:
    """Take what can be taken: receipts, texts, and the conflicts that remain; answers what was done with each file.

    Taking a return again, or an older edition of one, changes nothing.
    """
    return take(door, weigh(door.connection, returns, door.source.new_id))


def take(door: Recording, weighed: Weighed) -> list[Examined]:
    """Collect the returns that were weighed; anew where the plan has moved on since."""
    if weighed.position != door.revision - 1:
        return collect(door, weighed.returns)
    if weighed.new:
        door.apply([recorded(kept) for kept in weighed.new])
        door.apply(_changes(weighed))
        conflicts.keep(door, weighed.merged)
    return weighed.examined


def _changes(weighed: Weighed) -> Iterator[Change]:
    """The texts that change, each in its year entry."""
    for m in weighed.merged:
        if not m.gone and m.now != m.outcome.text:
            assert m.entry is not None  # a row that the plan has has an entry for every year
            yield Change(YEAR_ENTRY.name, m.entry, m.cell.field, m.now, m.outcome.text)
