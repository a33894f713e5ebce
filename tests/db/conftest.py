"""A working store in memory-fast folders, and the proof that every edit can be undone and redone."""

import itertools
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.edit.structure import NewAssignment, NewItem, NewPlan, add_assignments, add_departments, add_items, start_plan
from db.file.migrations import migrate
from db.file.planfile import create_plan
from db.log.changes import dump, recording
from db.log.history import redo, stacks, undo
from db.store.folders import VARIABLE
from db.store.working import Actor, Store, open_store
from plan.codes import Heading, split_heading
from plan.departments import split_label
from plan.era import YearRange
from plan.ids import RecordId, Source


def counting_source() -> Source:
    """Ids and times that are the same in every run."""
    numbers = itertools.count(1)
    start = datetime(2025, 4, 1, tzinfo=UTC)
    ticks = itertools.count()
    return Source(
        new_id=lambda: RecordId(f"00000000-0000-0000-0000-{next(numbers):012d}"),
        now=lambda: start + timedelta(minutes=next(ticks)),
    )


def empty_store(path: Path) -> Store:
    """A working store of today's form with nothing in it."""
    connection = sqlite3.connect(path)
    migrate(connection, path.name)
    connection.close()
    return open_store(path, Actor("試験 花子", "PC-1"), counting_source())


def fill(store: Store) -> None:
    """Two projects, three contents, four rows of three departments over three years."""
    with recording(store, "計画の作成") as door:
        start_plan(door, NewPlan("第1次あゆみ計画", "あゆみ市", YearRange.parse("2019-2021"), "資料1"))
        projects = add_items(
            door, [NewItem(None, 2, split_heading(h)) for h in ("1-①-ア. 情報の発信", "1-①-イ. 講座の開催")]
        )
        places = zip((projects[0], projects[0], projects[1]), ("広報紙での周知", "地図の公開", "講座"), strict=True)
        contents = add_items(door, [NewItem(parent, 3, Heading("", "", name)) for parent, name in places])
        offices = add_departments(door, [split_label(t) for t in ("広報課", "防災課", "生涯学習課(図書館)")])
        rows = zip((0, 0, 1, 2), (0, 1, 1, 2), ("○", None, "○", "○"), strict=True)
        add_assignments(
            door,
            [
                NewAssignment(contents[c], offices[d], lead=lead, number=str(n))
                for n, (c, d, lead) in enumerate(rows, start=1)
            ],
        )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A small plan; after the test everything it did is undone and redone twice, and each time the dumps agree."""
    opened = empty_store(tmp_path / "work.db")
    fill(opened)
    with opened.reading() as connection:
        before, steps = dump(connection), len(stacks(connection, opened.actor).undo)
    yield opened
    prove_reversible(opened, before, steps)
    opened.close()


@pytest.fixture
def plan_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small plan, published and closed; what Ayumi keeps on this PC lies beside it, for this test alone."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "home"))
    path = tmp_path / "計画.ayumi"
    with create_plan(path, Actor("試験 花子", "PC-1"), counting_source()) as plan:
        fill(plan.store)
    return path


def prove_reversible(store: Store, before: dict[str, list[tuple[object, ...]]], steps: int) -> None:
    """Undo back to `steps` revisions and redo, twice."""
    with store.reading() as connection:
        after, count = dump(connection), len(stacks(connection, store.actor).undo) - steps
    for _ in range(2):
        for _ in range(count):
            assert undo(store) is not None
        with store.reading() as connection:
            assert dump(connection) == before
        for _ in range(count):
            assert redo(store) is not None
        with store.reading() as connection:
            assert dump(connection) == after
