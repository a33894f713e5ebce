"""Who wrote the two sides of a conflict, and when; of a collected text the department, the file and its last person."""

from db.exchange.conflicts import Conflict
from db.exchange.origins import Origin, origin_of
from db.log.history import Event, events
from db.read.table import entry_ids
from db.store.working import Connection, Revision
from plan.exchange.returns import Cell
from work.language import _, moment


def ours_by(connection: Connection, conflict: Conflict) -> str:
    """Who last wrote the plan's text, and when; "" where it stands as the plan was made."""
    cell = conflict.cell
    entry = entry_ids(connection, [cell.assignment]).get((cell.assignment, int(cell.year)))
    found = events(connection, [entry]) if entry is not None else []
    return next((written_by(connection, event, cell) for event in found if event.change.field == cell.field), "")


def written_by(connection: Connection, event: Event, cell: Cell) -> str:
    """Who wrote a cell's text: the return that it was collected from, else who entered it."""
    origin = origin_of(connection, event, cell)
    return _told(event.revision) if origin is None else _collected(origin, event.revision)


def theirs_by(connection: Connection, conflict: Conflict) -> str:
    """The file that the department's text came in, who saved it, and when it was collected."""
    came = events(connection, [conflict.contribution], limit=1)
    return _collected(Origin(conflict.row.label, conflict.file, conflict.person), came[0].revision) if came else ""


def _collected(origin: Origin, revision: Revision) -> str:
    who = "　".join(filter(None, (origin.department, origin.person)))
    return _("{who}「{file}」　{when} 回収").format(who=who, file=origin.file, when=moment(revision.at))


def _told(revision: Revision) -> str:
    return f"{revision.actor}（{revision.pc}）　{moment(revision.at)}"
