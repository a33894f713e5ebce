"""How a plan counts repeated listings stays with the plan: through the one door, and out and back as JSON."""

from pathlib import Path

from db.edit.counting import set_counting
from db.file.whole_plan import read_whole_plan, whole_plan
from db.log.changes import dump, recording
from db.models import SETTING
from db.read.grades import results_report
from db.read.settings import counting
from db.store.working import Store
from plan.documents.tally import Counting
from tests.db.conftest import empty_store


def count_as(store: Store, wanted: Counting) -> None:
    with recording(store, "再掲の数え方") as door:
        set_counting(door, wanted)


def test_a_plan_counts_as_printed_until_somebody_decides_otherwise(store: Store) -> None:
    with store.reading() as connection:
        assert counting(connection) is Counting.AS_PRINTED
    count_as(store, Counting.ONCE)
    with store.reading() as connection:
        assert (counting(connection), results_report(connection).counting) == (Counting.ONCE, Counting.ONCE)


def test_the_usual_way_leaves_nothing_behind(store: Store) -> None:
    with store.reading() as connection:
        before = dump(connection)
    count_as(store, Counting.ONCE)
    count_as(store, Counting.AS_PRINTED)
    with store.reading() as connection:
        assert dump(connection) == before


def test_the_whole_plan_as_json_counts_as_the_plan_does(store: Store, tmp_path: Path) -> None:
    count_as(store, Counting.ONCE)
    other = empty_store(tmp_path / "other.db")
    with store.reading() as connection, recording(other, "読み込み") as door:
        read_whole_plan(door, whole_plan(connection), "plan.json")
    with other.reading() as connection:
        assert counting(connection) is Counting.ONCE
    other.close()


def test_a_way_that_this_program_does_not_know_counts_as_printed(store: Store) -> None:
    count_as(store, Counting.ONCE)
    with store.writing() as connection:
        connection.execute(SETTING.update().values(value="thrice"))
        assert counting(connection) is Counting.AS_PRINTED
        connection.rollback()
