"""A plan of four years with nothing in it but its name, and the proof that all that comes into it can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.edit.structure import NewPlan, start_plan
from db.log.changes import dump, recording
from db.log.history import stacks
from db.store.working import Store
from plan.era import YearRange
from tests.db.conftest import empty_store, prove_reversible


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Store]:
    """After the test everything that it did is undone and redone twice."""
    opened = empty_store(tmp_path / "plan.db")
    with recording(opened, "計画の作成") as step:
        start_plan(step, NewPlan("第2次みなと市読書計画", "みなと市", YearRange.parse("2019-2022")))
    with opened.reading() as connection:
        before, steps = dump(connection), len(stacks(connection, opened.actor).undo)
    yield opened
    prove_reversible(opened, before, steps)
    opened.close()
