"""Ours: every file examined, then all of them taken as one step that can be undone."""

import shutil

from benchmarks.measuring import Bench
from benchmarks.merge import READING, TAKING
from benchmarks.merge.returned import PLAN, expected, returned_files, sent_back
from benchmarks.worlds import ACTOR
from db.exchange.collection import take
from db.exchange.examination import weigh
from db.exchange.unpacking import read_return
from db.file.planfile import open_plan
from db.log.changes import recording


def merge(bench: Bench) -> None:
    """The returned files into a copy of the plan."""
    folder = sent_back(bench)
    shutil.copy(folder / PLAN, bench.folder)
    with open_plan(bench.folder / PLAN, ACTOR) as plan:
        with bench.clock(READING):
            returns = [read_return(path) for path in returned_files(folder)]
        with bench.clock(TAKING):
            with plan.store.reading() as connection:
                weighed = weigh(connection, returns, plan.store.source.new_id)
            with recording(plan.store, "回収") as step:
                taken = take(step, weighed)
        expected(folder).expect(plan.store.path, sum(len(e.conflicts) for e in taken))
