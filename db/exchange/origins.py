"""Where a collected text came from: the department, the file, and who saved it last."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from db.dialect import among
from db.exchange.distribution import distributions
from db.exchange.receipts import cell_of
from db.log.history import Event
from db.models import CHANGE, CONTRIBUTION
from db.read.table import departments
from plan.changes import RECORD, put, unpacked
from plan.exchange.merging import Text
from plan.exchange.returns import Cell


@dataclass(frozen=True, slots=True)
class Origin:
    """A return, as people speak of it; `person` is "" where the file does not tell."""

    department: str
    file: str
    person: str


@dataclass(frozen=True, slots=True)
class _Taken:
    origin: Origin
    said: Mapping[Cell, Text]


class Origins:
    """The returns that were taken in the steps of some events, as the history keeps them: those undone since, too."""

    def __init__(self, connection: sa.Connection, found: Iterable[Event]) -> None:
        self._taken = _taken(connection, {event.revision.number for event in found})

    def of(self, event: Event, cell: Cell) -> Origin | None:
        """The return that brought a cell the text that an event put there; None where somebody entered it."""
        if event.change.field not in (RECORD, cell.field):
            return None
        text = put(event.change, cell.field)
        taken = self._taken.get(event.revision.number, [])
        return next((t.origin for t in taken if cell in t.said and t.said[cell] == text), None)


def _taken(connection: sa.Connection, steps: set[int]) -> dict[int, list[_Taken]]:
    """The returns taken in each step, the last one first."""
    column = CHANGE.c
    query = sa.select(column.revision, column.after).where(
        column.record_table == CONTRIBUTION.name, column.field == RECORD, column.after.is_not(None)
    )
    rows = connection.execute(query.where(among(column.revision, steps)).order_by(column.number.desc())).all()
    homes = {d.id: d.department for d in distributions(connection)} if rows else {}
    labels = {d.id: d.label for d in departments(connection)} if rows else {}
    found: dict[int, list[_Taken]] = {}
    for step, after in rows:
        kept = unpacked(after)
        home = next((labels[of] for handed, of in homes.items() if handed == kept["distribution_id"]), "")
        origin = Origin(home, str(kept["source"]), str(kept.get("person") or ""))
        said = {cell_of(*place): text for *place, text in json.loads(str(kept["said"]))}
        found.setdefault(step, []).append(_Taken(origin, said))
    return found
