"""Who wrote the two sides of a conflict, and when."""

from db.exchange.conflicts import Conflict
from db.log.history import events
from db.read.table import entry_ids
from db.store.working import Connection, Revision
from work.language import _, moment


def ours_by(connection: Connection, conflict: Conflict) -> str:
    """Who last wrote the plan's text, and when; "" where it stands as the plan was made."""
    cell = conflict.cell
    entry = entry_ids(connection, [cell.assignment]).get((cell.assignment, int(cell.year)))
    found = events(connection, [entry]) if entry is not None else []
    return next((_told(event.revision) for event in found if event.change.field == cell.field), "")


def theirs_by(connection: Connection, conflict: Conflict) -> str:
    """When the department's text was collected."""
    came = events(connection, [conflict.contribution], limit=1)
    return _("{when} 回収").format(when=moment(came[0].revision.at)) if came else ""


def _told(revision: Revision) -> str:
    return f"{revision.actor}（{revision.pc}）　{moment(revision.at)}"
