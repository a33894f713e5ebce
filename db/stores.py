"""The working stores on this PC: the one that belongs to a plan file, and one made of a plan file."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db import backups, failures
from db.disk import sweep, telling, write_whole
from db.home import folder
from db.image import snapshot
from db.migrations import current_version, migrate, version_of
from db.untrusted import Received


def store_path(plan: Path, plan_id: str) -> Path:
    """Where the working store of this plan, opened at this place, is kept."""
    return folder("stores") / f"{_mark(plan)}-{plan_id}.sqlite"


def stores_of(plan: Path) -> list[Path]:
    """The working stores of every plan that was opened at this place, newest first."""
    found = folder("stores").glob(f"{_mark(plan)}-*.sqlite")
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _mark(plan: Path) -> str:
    return hashlib.sha256(str(plan).encode()).hexdigest()[:16]


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
        memory.execute("REINDEX")  # an index can be made to say other things than its table
        memory.execute("UPDATE file SET seal = ''")
        memory.execute("DELETE FROM edition")
        edition = (received.hash, received.generation, received.revision)
        memory.execute("INSERT INTO edition VALUES (?, ?, ?, 'seen')", edition)
        return memory.serialize()


def install(path: Path, image: bytes) -> None:
    """Put a working store in its place, whole; the journal of an older one must not be played into it."""
    sweep(path)
    with telling(path):
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    write_whole(path, image)


def bring_up(path: Path, name: str, now: datetime) -> None:
    """Give a working store that an older Ayumi left today's form; a backup first."""
    with failures.telling(path), closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as connection:
        if version_of(connection) != current_version():
            (plan,) = connection.execute("SELECT plan_id FROM file").fetchone()
            backups.keep(snapshot(path, 0, "").content, plan, backups.Reason.MIGRATION, now)
            migrate(connection, name)
