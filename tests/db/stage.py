"""A working store that is put back, as often as a property wants, to how it stood at some moment."""

import itertools
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.models import RECORDS
from db.store.working import Store
from plan.ids import RecordId, Source
from tests.db.conftest import empty_store, fill

Picture = sqlite3.Connection
"""A store's whole content, in memory."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One open store for thousands of worlds: to open and fill one for each would take longer than to live in it."""

    store: Store

    def picture(self) -> Picture:
        """What the store holds now."""
        taken = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self.store.path)) as file:
            file.backup(taken)
        return taken

    def put_back(self, picture: Picture) -> None:
        """Make the store hold what the picture shows; the same steps then give the same ids again."""
        with closing(sqlite3.connect(self.store.path)) as file:
            file.execute("PRAGMA synchronous=OFF")
            picture.backup(file)
        numbers = itertools.count()
        self.store.source = Source(new_id=lambda: RecordId(f"id-{next(numbers):06d}"))

    def content(self) -> list[object]:
        """Every record of the plan, as `db.log.changes.dump` tells it, in a fiftieth of the time."""
        with closing(sqlite3.connect(self.store.path)) as file:
            return [file.execute(f'SELECT * FROM "{t.name}" ORDER BY id').fetchall() for t in RECORDS]  # noqa: S608

    def written(self) -> str:
        """All that the history says was ever put into a record."""
        with closing(sqlite3.connect(self.store.path)) as file:
            return str(file.execute('SELECT group_concat("after", char(10)) FROM change').fetchone()[0])


def small_plan(path: Path) -> Stage:
    """The small plan, made once."""
    store = empty_store(path)
    fill(store)
    return Stage(store)
