"""Ours: everything through the one door, with its history."""

import time

from benchmarks.measuring import Bench
from benchmarks.planfile import INSERTING, LOADING, PUBLISHING, SAVING
from benchmarks.planfile.place import CELLS, age, connected, expect_all, opened
from benchmarks.worlds import ACTOR, SIZES, fill, raw_lines, table
from db.edit.cells import set_cells
from db.file.planfile import create_plan
from db.log.changes import recording
from db.read.table import progress_table
from plan.table import CellEdit


def insert(bench: Bench) -> None:
    """A plan of all lines in one step."""
    rows = raw_lines(bench.worlds, bench.size)
    with create_plan(bench.folder / "plan.ayumi", ACTOR) as plan:
        with bench.clock(INSERTING), recording(plan.store, "取り込み") as step:
            fill(step, rows, SIZES[bench.size])
        expect_all(bench, connected(plan.store.path))


def load(bench: Bench) -> None:
    """The table from the store."""
    with opened(bench) as plan, plan.store.reading() as connection:
        with bench.clock(LOADING):
            found = progress_table(connection)
        assert [row.cells for row in found.rows] == [row.cells for row in table(bench.worlds, bench.size).rows]


def save(bench: Bench) -> None:
    """One cell after the other, each a step of its own."""
    with opened(bench) as plan:
        age(plan.store.path)
        with plan.store.reading() as connection:
            shown = progress_table(connection)
        column = next(c for c in shown.columns if c.year is not None)
        rows = shown.rows[:: len(shown.rows) // CELLS]
        samples = []
        for number, row in enumerate(rows):
            start = time.perf_counter()
            with recording(plan.store, "セルの入力") as step:
                set_cells(step, [CellEdit(row.id, column, f"入力した文章 {number}")])
            samples.append((time.perf_counter() - start) * 1000)
        bench.spread(SAVING, samples)
        with bench.clock(f"{PUBLISHING}, with that history"):
            plan.publish()


def publish(bench: Bench) -> None:
    """The plan file after one edit."""
    with opened(bench) as plan:
        with plan.store.reading() as connection:
            shown = progress_table(connection)
        with recording(plan.store, "セルの入力") as step:
            set_cells(step, [CellEdit(shown.rows[0].id, shown.columns[-2], "入力した文章")])
        with bench.clock(PUBLISHING):
            plan.publish()
        assert not plan.unpublished()
