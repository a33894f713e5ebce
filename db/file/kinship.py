"""Which of two states of one plan came first: the one whose whole history the other one goes on from."""

import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path

from db.store import faults

_STEPS = 'SELECT number, at, actor, pc, label, kind, "of" FROM revision ORDER BY number'
_CHANGES = "SELECT record_table, record_id, field, before, after FROM change WHERE revision = ? ORDER BY number"


class Kinship(Enum):
    """How a plan file stands to the working store that this PC has of the same plan."""

    SAME = "same"
    OLDER = "older"  # the store goes on from the file, and has all that is in it
    NEWER = "newer"  # the file goes on from the store
    PARTED = "parted"  # each has steps that the other one has not


def kinship(content: bytes, store: Path) -> Kinship:
    """Compare the plan file with these bytes, which was looked over before, with the working store at `store`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.deserialize(content)
        with faults.telling(store), closing(sqlite3.connect(f"{store.as_uri()}?mode=rw", uri=True)) as ours:
            return _compared(file, ours)


def _compared(file: sqlite3.Connection, ours: sqlite3.Connection) -> Kinship:
    there, here = file.execute(_STEPS).fetchall(), ours.execute(_STEPS).fetchall()
    both = min(len(there), len(here))
    if there[:both] != here[:both] or (both and _changes(file, there[both - 1]) != _changes(ours, here[both - 1])):
        return Kinship.PARTED
    if len(there) == len(here):
        return Kinship.SAME
    return Kinship.OLDER if both == len(there) else Kinship.NEWER


def _changes(connection: sqlite3.Connection, step: tuple[object, ...]) -> list[tuple[object, ...]]:
    return connection.execute(_CHANGES, step[:1]).fetchall()
