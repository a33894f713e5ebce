"""Who wrote a text, and when; of a collected one the department, the file and its last person."""

from db.exchange.conflicts import Conflict
from db.exchange.origins import Origin, Origins
from db.log.history import Event, events
from db.read.table import entry_ids
from db.store.working import Connection, Revision
from work.language import _, moment


def ours_by(connection: Connection, conflict: Conflict) -> str:
    """Who last wrote the plan's text, and when; "" where it stands as the plan was made."""
    cell = conflict.cell
    entry = entry_ids(connection, [cell.assignment]).get((cell.assignment, int(cell.year)))
    found = events(connection, [entry]) if entry is not None else []
    origins = Origins(connection, found)
    wrote = (event for event in found if event.change.field == cell.field or origins.of(event, cell) is not None)
    return next((written_by(event, origins.of(event, cell)) for event in wrote), "")


def written_by(event: Event, origin: Origin | None) -> str:
    """Who wrote a cell's text: the return that it was collected from, else who entered it."""
    return _told(event.revision) if origin is None else _collected(origin, event.revision)


def theirs_by(connection: Connection, conflict: Conflict) -> str:
    """The file that the department's text came in, who saved it, and when it was collected."""
    came = events(connection, [conflict.contribution], limit=1)
    return _collected(Origin(conflict.row.label, conflict.file, conflict.person), came[0].revision) if came else ""


def source_label(origin: Origin) -> str:
    """A return as people speak of it: 防災課　田中「防災課.xlsx」."""
    who = "　".join(filter(None, (origin.department, origin.person)))
    return _("{who}「{file}」").format(who=who, file=origin.file)


def _collected(origin: Origin, revision: Revision) -> str:
    return _("{source}　{when} 回収").format(source=source_label(origin), when=moment(revision.at))


def _told(revision: Revision) -> str:
    return f"{revision.actor}（{revision.pc}）　{moment(revision.at)}"
