"""Working stores of their own for the contestants, and the checks on what they hold."""

import random
import shutil
import sqlite3
from pathlib import Path

from benchmarks.measuring import Bench
from benchmarks.planfile import HISTORY
from benchmarks.worlds import ACTOR, raw_lines
from db.file.places import install, new_image
from db.file.planfile import PlanFile, open_plan
from db.store.working import PRAGMAS

CELLS = 200
"""How many cells are saved one after the other."""


def opened(bench: Bench) -> PlanFile:
    """The world's plan, opened for editing from a copy."""
    path = bench.folder / "plan.ayumi"
    shutil.copy(bench.worlds / f"{bench.size}.ayumi", path)
    return open_plan(path, ACTOR)


def empty(bench: Bench) -> sqlite3.Connection:
    """An empty store with the tables and the pragmas of ours."""
    path = bench.folder / "raw.sqlite"
    install(path, new_image("raw"))
    return connected(path)


def copied(bench: Bench) -> sqlite3.Connection:
    """The world's plan as a bare database."""
    path = bench.folder / "raw.sqlite"
    shutil.copy(bench.worlds / f"{bench.size}.ayumi", path)
    return connected(path)


def connected(path: Path) -> sqlite3.Connection:
    """A connection that is as durable as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def age(path: Path) -> None:
    """Give a store its rows of history: every text once changed, over and over."""
    connection = connected(path)
    connection.execute("BEGIN")
    while connection.execute("SELECT count(*) FROM change").fetchone()[0] < HISTORY:
        connection.execute(
            "INSERT INTO change (revision, record_table, record_id, field, before, after) "
            "SELECT 1, 'year_entry', id, 'target', target || '。', target FROM year_entry WHERE target IS NOT NULL"
        )
    connection.execute("COMMIT")
    connection.close()


def some_entries(connection: sqlite3.Connection) -> list[str]:
    """The ids of the entries that are edited, from all over the table."""
    ids = [row[0] for row in connection.execute("SELECT id FROM year_entry ORDER BY id")]
    return random.Random(1).sample(ids, CELLS)


def expect_all(bench: Bench, connection: sqlite3.Connection) -> None:
    """The store holds every text of the world."""
    if bench.is_first:
        expected = sorted(text for line in raw_lines(bench.worlds, bench.size) for text in line.texts.values())
        rows = connection.execute("SELECT target FROM year_entry UNION ALL SELECT evaluation FROM year_entry")
        assert sorted(text for (text,) in rows if text is not None) == expected, "texts are missing"
