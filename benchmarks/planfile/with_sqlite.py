"""The driver alone: sqlite3 with finished tuples, in one transaction."""

import os
import sqlite3
import time

from benchmarks.measuring import Bench
from benchmarks.planfile import INSERTING, KEYSTROKES, LOADING, PUBLISHING, SAVING, SEARCHING
from benchmarks.planfile.place import age, connected, copied, empty, expect_all, some_entries
from db.models import ASSIGNMENT, DEPARTMENT, ITEM, YEAR_ENTRY

RECORDS = tuple(table.name for table in (ITEM, DEPARTMENT, ASSIGNMENT, YEAR_ENTRY))
Rows = list[tuple[object, ...]]
_NOW = "2026-01-01T00:00:00+00:00"
_KEYS = (
    "SELECT assignment.id, parent.id, item.id, department_id, number, parent.code, parent.joint, parent.name, lead, "
    "department.name, item.name, baseline_and_goal, ended_year FROM assignment JOIN item ON item.id = item_id "
    "JOIN item AS parent ON parent.id = item.parent_id JOIN department ON department.id = department_id "
    "ORDER BY assignment.position"
)
_YEARS = "SELECT assignment_id, fiscal_year, target, evaluation FROM year_entry"


def insert(bench: Bench) -> None:
    """The records alone."""
    _insert(bench, {name: finished(bench, name) for name in RECORDS})


def insert_with_history(bench: Bench) -> None:
    """The records, and their rows of history."""
    _insert(bench, {name: finished(bench, name) for name in (*RECORDS, "revision", "change")})


def finished(bench: Bench, name: str) -> Rows:
    """The rows of a table of the world's plan, parents before their children."""
    source = sqlite3.connect(bench.worlds / f"{bench.size}.ayumi")
    order = "level" if name == ITEM.name else "1"
    return source.execute(f"SELECT * FROM {name} ORDER BY {order}").fetchall()  # noqa: S608 - a table of ours


def _insert(bench: Bench, rows: dict[str, Rows]) -> None:
    connection = empty(bench)
    with bench.clock(INSERTING):
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        for name, found in rows.items():
            places = ", ".join("?" * len(found[0]))
            connection.executemany(f"INSERT INTO {name} VALUES ({places})", found)  # noqa: S608 - a table of ours
        connection.execute("COMMIT")
    expect_all(bench, connection)


def load(bench: Bench) -> None:
    """The same columns as tuples."""
    connection = copied(bench)
    with bench.clock(LOADING):
        keys = connection.execute(_KEYS).fetchall()
        years = connection.execute(_YEARS).fetchall()
    assert keys
    assert years
    expect_all(bench, connection)


def save(bench: Bench) -> None:
    """One update and two rows of history for each cell."""
    copied(bench).close()
    path = bench.folder / "raw.sqlite"
    age(path)
    connection, samples = connected(path), []
    for number, entry in enumerate(some_entries(connection)):
        start = time.perf_counter()
        _save(connection, entry, f"入力した文章 {number}", number)
        samples.append((time.perf_counter() - start) * 1000)
    bench.spread(SAVING, samples)


def _save(connection: sqlite3.Connection, entry: str, text: str, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    (before,) = connection.execute("SELECT target FROM year_entry WHERE id = ?", (entry,)).fetchone()
    connection.execute("UPDATE year_entry SET target = ? WHERE id = ?", (text, entry))
    revision = number + 100
    connection.execute(
        "INSERT INTO revision VALUES (?, ?, '測定', '測定用PC', 'セルの入力', 'edit', NULL)", (revision, _NOW)
    )
    connection.execute(
        "INSERT INTO change (revision, record_table, record_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        (revision, "year_entry", entry, "target", before, text),
    )
    connection.execute("COMMIT")


def publish(bench: Bench) -> None:
    """A compact copy, made durable; no seal, no comparison, no reading back."""
    connection, target = copied(bench), bench.folder / "copy.sqlite"
    with bench.clock(PUBLISHING):
        connection.execute("VACUUM INTO ?", (str(target),))
        with target.open("rb+") as copy:
            os.fsync(copy.fileno())
    expect_all(bench, connected(target))


def search(bench: Bench) -> None:
    """The yearly texts alone, as they were typed."""
    connection, samples = copied(bench), []
    for typed in KEYSTROKES:
        start = time.perf_counter()
        wanted = f"%{typed}%"
        found = connection.execute(
            "SELECT DISTINCT assignment_id FROM year_entry WHERE target LIKE ? OR evaluation LIKE ?", (wanted, wanted)
        ).fetchall()
        samples.append((time.perf_counter() - start) * 1000)
    assert found
    bench.figures[SEARCHING] = max(samples)
