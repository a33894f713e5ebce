"""The working stores on this PC: the one that belongs to a plan file, and one made of a plan file."""

import hashlib
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from db.file import backups
from db.file.domain import is_history, is_plan
from db.file.migrations import current_version, migrate, version_of
from db.file.received import Received, damaged
from db.file.snapshot import snapshot
from db.store import faults
from db.store.disk import sweep, telling, write_whole
from db.store.folders import folder
from plan.ids import Source

READING = "reading"
_MARK = 16


def store_path(plan: Path, plan_id: str) -> Path:
    """Where the working store of this plan, opened at this place, is kept."""
    return folder("stores") / f"{mark(plan)}-{plan_id}.sqlite"


def reader_path() -> Path:
    """Where a store for one reader of a file is made; it goes when the reader closes it."""
    return folder(READING) / f"{Source().new_id()}.sqlite"


def stores_of(plan: Path) -> list[Path]:
    """The working stores of every plan that was opened at this place, newest first."""
    places = folder("stores")
    with telling(places):
        return sorted(places.glob(f"{mark(plan)}-*.sqlite"), key=lambda place: place.stat().st_mtime, reverse=True)


def noted() -> list[tuple[Path, Path]]:
    """Every working store that has a note, with the path of its plan file."""
    found = []
    for place in folder("stores").glob("*.sqlite"):
        with suppress(OSError, UnicodeError):
            found.append((place, Path(_note(place).read_text(encoding="utf-8"))))
    return found


def position_of(place: Path, file_hash: str) -> int | None:
    """Up to which step the file with this hash has what the store holds; None where the store does not know it.

    A store that is broken, or none of ours, knows nothing; a PlanError where it cannot be read just now.
    """
    try:
        with closing(_connected(place)) as connection:
            row = connection.execute("SELECT revision FROM edition WHERE hash = ?", (file_hash,)).fetchone()
    except sqlite3.Error as error:
        refusal = faults.unreadable(place, error)
        if refusal is None:
            return None
        raise refusal from error
    return None if row is None else int(row[0])


def _connected(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{place.absolute().as_uri()}?mode=rw", uri=True)


def move(place: Path, former: Path, plan: Path) -> None:
    """Give a working store to the place to which its plan file was moved.

    Where the former folder is gone as well, it may be a share that is away: then each of the two places has the work.
    """
    new = place.with_name(place.name.replace(place.name[:_MARK], mark(plan), 1))
    with telling(place):
        if former.parent.is_dir():
            place.replace(new)
        else:
            install(new, place.read_bytes())
    note(new, plan)


def note(place: Path, plan: Path) -> None:
    """Write beside a working store whose it is: the path of its plan file."""
    write_whole(_note(place), str(plan).encode())


def _note(place: Path) -> Path:
    return place.with_suffix(".txt")


def mark(plan: Path) -> str:
    """What the names of all working stores of this place begin with."""
    return hashlib.sha256(str(plan).encode()).hexdigest()[:_MARK]


def new_image(plan_id: str) -> bytes:
    """A working store without a plan."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        migrate(memory, plan_id)
        memory.execute("INSERT INTO file VALUES (?, 0, '', '')", (plan_id,))
        return memory.serialize()


def image_of(received: Received, name: str, now: datetime) -> bytes:
    """A working store with the plan of a file, in today's form, which knows the file that it came from.

    A file of an older form is kept as a backup first.
    """
    if received.version < current_version():
        backups.keep(received.content, received.plan_id, backups.Reason.MIGRATION, now)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.deserialize(received.content)
        migrate(memory, name)
        expect_plan(memory, name)
        memory.execute("REINDEX")  # an index can be made to say other things than its table
        memory.execute("UPDATE file SET seal = ''")
        memory.execute("DELETE FROM edition")
        edition = (received.hash, received.generation, received.revision)
        memory.execute("INSERT INTO edition VALUES (?, ?, ?, 'seen')", edition)
        return memory.serialize()


def expect_plan(memory: sqlite3.Connection, name: str) -> None:
    """Read every row once: what is no text to Python, or no plan to Ayumi, would fail some verb later."""

    def rows(table: sa.Table) -> sqlite3.Cursor:
        names = ", ".join(f'"{column.name}"' for column in table.c)
        return memory.execute(f'SELECT {names} FROM "{table.name}"')  # noqa: S608 - names of ours

    try:
        fits = is_plan(rows) and is_history(rows)
    except (sqlite3.Error, UnicodeError) as error:
        raise damaged(name) from error
    if not fits:
        raise damaged(name)


def install(path: Path, image: bytes) -> None:
    """Put a working store in its place, whole; the journal of an older one must not be played into it."""
    sweep(path)
    with telling(path):
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    write_whole(path, image)


def bring_up(path: Path, name: str, now: datetime) -> None:
    """Clear away what was left beside a working store, and give one of an older Ayumi today's form; a backup first."""
    sweep(path)
    with faults.telling(path), closing(_connected(path)) as connection:
        if version_of(connection) != current_version():
            (plan,) = connection.execute("SELECT plan_id FROM file").fetchone()
            backups.keep(snapshot(path, 0, "").content, plan, backups.Reason.MIGRATION, now)
            migrate(connection, name)
