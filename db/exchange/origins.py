"""Where a collected text came from: the department, the file, and who saved it last."""

from dataclasses import dataclass

import sqlalchemy as sa

from db.exchange.distribution import distributions
from db.exchange.receipts import receipts
from db.log.history import Event
from db.models import CHANGE, CONTRIBUTION
from db.read.table import departments
from plan.exchange.returns import Cell
from plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Origin:
    """A return, as people speak of it; `person` is "" where the file does not tell."""

    department: str
    file: str
    person: str


def origin_of(connection: sa.Connection, event: Event, cell: Cell) -> Origin | None:
    """The return that brought a cell the text that an event put there; None where somebody entered it."""
    taken = _taken_in(connection, event.revision.number)
    if not taken:
        return None
    for r in reversed(receipts(connection)):
        if r.id in taken and cell in r.said and r.said[cell] == event.change.after:
            homes = {d.id: d.department for d in distributions(connection)}
            labels = {d.id: d.label for d in departments(connection)}
            return Origin(labels.get(homes[r.distribution], ""), r.source, r.person)
    return None


def _taken_in(connection: sa.Connection, revision: int) -> set[RecordId]:
    """The returns that were taken in a step."""
    column = CHANGE.c
    query = sa.select(column.record_id).where(
        column.revision == revision, column.record_table == CONTRIBUTION.name, column.after.is_not(None)
    )
    return set(connection.scalars(query))
