"""A random user edits, pastes, undoes, closes and crashes; after every step the whole plan is compared.

AYUMI_RUNS sets how many lives are lived (a few by default, so that the tests stay quick).
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.edit.cells import set_cells
from db.edit.structure import (
    NewAssignment,
    add_assignments,
    end_assignments,
    merge_department,
    move_assignment,
    open_year,
    remove_assignments,
    rename_department,
)
from db.file.planfile import PlanFile, create_plan, open_plan, verify_plan
from db.log.changes import Recording, dump, recording
from db.log.history import redo, stacks, undo
from db.read.table import plan_facts, progress_table
from db.store.working import Actor
from plan.errors import PlanError
from plan.table import CellEdit, ProgressTable
from tests.db.conftest import counting_source, fill

RUNS = int(os.environ.get("AYUMI_RUNS", "12"))
ACTOR = Actor("試験 花子", "PC-1")
TEXTS = st.none() | st.sampled_from(
    [
        "該当なし",
        "－",
        "【結果/目標】9,813人/10,000人",
        "=1+1",
        "一行目\n二行目",
        " 　",
        "𠮷野家",
        "1-①-ウ. 発信",
        "防災課",
        "",
    ]
)
PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS), min_size=1, max_size=12)
Dump = dict[str, list[tuple[object, ...]]]


class RandomUser(RuleBasedStateMachine):
    """Lives with one plan file; `past` and `future` are what undo and redo must bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ayumi-test-"))
        self.source = counting_source()
        self.path = self.folder / "計画.ayumi"
        self.plan: PlanFile = create_plan(self.path, ACTOR, self.source)
        self.past: list[Dump] = []
        self.future: list[Dump] = []
        self.now: Dump = {}

    @initialize()
    def begin(self) -> None:
        fill(self.plan.store)
        self.now = self.seen()

    def seen(self) -> Dump:
        with self.plan.store.reading() as connection:
            return dump(connection)

    def table(self) -> ProgressTable:
        with self.plan.store.reading() as connection:
            return progress_table(connection)

    def do(self, work: Callable[[Recording], Any]) -> None:
        """One step; a refusal leaves the plan as it was, a change can be undone."""
        before = self.now
        try:
            with recording(self.plan.store, "操作") as door:
                work(door)
        except PlanError:
            assert self.seen() == before
            return
        self.now = self.seen()
        if door.changes:
            self.past.append(before)
            self.future.clear()

    @rule(places=PLACES)
    def edit(self, places: Sequence[tuple[int, int, str | None]]) -> None:
        table = self.table()
        if not table.rows:
            return
        edits = [
            CellEdit(table.rows[r % len(table.rows)].id, table.columns[c % len(table.columns)], text)
            for r, c, text in places
        ]
        self.do(lambda opened: set_cells(opened, edits))

    @rule(row=st.integers(0, 30), behind=st.booleans())
    def add_a_row(self, row: int, behind: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        rows = self.table().rows
        if rows:
            model = rows[row % len(rows)]
            new = NewAssignment(model.content, model.department, number="新")
            self.do(lambda opened: add_assignments(opened, [new], after=model.id if behind else None))

    @rule(row=st.integers(0, 30))
    def remove_a_row(self, row: int) -> None:
        rows = self.table().rows
        if len(rows) > 2:
            self.do(lambda opened: remove_assignments(opened, [rows[row % len(rows)].id]))

    @rule(row=st.integers(0, 30), to=st.integers(0, 30))
    def move_a_row(self, row: int, to: int) -> None:
        rows = self.table().rows
        moved, target = rows[row % len(rows)].id, rows[to % len(rows)].id
        self.do(lambda opened: move_assignment(opened, moved, None if target == moved else target))

    @rule(row=st.integers(0, 30), ends=st.booleans())
    def end_a_row(self, row: int, ends: bool) -> None:  # noqa: FBT001
        rows = self.table().rows
        with self.plan.store.reading() as connection:
            year = plan_facts(connection).years.last if ends else None
        self.do(lambda opened: end_assignments(opened, [rows[row % len(rows)].id], year, "完了のため"))

    @precondition(lambda self: len(self.past) < 6)
    @rule()
    def open_a_year(self) -> None:
        self.do(open_year)

    @rule(row=st.integers(0, 30), into=st.integers(0, 30))
    def change_the_offices(self, row: int, into: int) -> None:
        rows = self.table().rows
        office, other = rows[row % len(rows)].department, rows[into % len(rows)].department
        with self.plan.store.reading() as connection:
            year = plan_facts(connection).years.last
        if office == other:
            self.do(lambda opened: rename_department(opened, office, "新しい課", year))
        else:
            self.do(lambda opened: merge_department(opened, office, other, year))

    @rule()
    def undo(self) -> None:
        assert (undo(self.plan.store) is not None) == bool(self.past)
        if not self.past:
            return
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (redo(self.plan.store) is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def publish(self) -> None:
        self.plan.publish()
        assert not self.plan.unpublished()

    @rule()
    def close_and_open_again(self) -> None:
        self.plan.close()
        assert [str(fault) for fault in verify_plan(self.path)] == []
        self.plan = open_plan(self.path, ACTOR, source=self.source)
        assert self.plan.recovered == 0

    @rule()
    def lose_the_program_and_open_again(self) -> None:
        """The program is gone without closing: the lock falls, the steps not published are found again."""
        unpublished = self.plan.unpublished()
        self.plan.store.close()
        if self.plan.lock is not None:
            self.plan.lock.release()
        self.plan = open_plan(self.path, ACTOR, source=self.source)
        assert (self.plan.recovered > 0) == unpublished

    @invariant()
    def the_plan_is_what_the_user_made_of_it(self) -> None:
        if self.now:
            assert self.seen() == self.now
            with self.plan.store.reading() as connection:
                found = stacks(connection, self.plan.store.actor)
            assert len(found.redo) == len(self.future)
            assert len(found.undo) == len(self.past)

    def teardown(self) -> None:
        self.plan.close()
        shutil.rmtree(self.folder)


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(
    max_examples=RUNS, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
