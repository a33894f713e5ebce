"""The history answers who, when and what, and what a field was at any position."""

from pathlib import Path

from db.edit.cells import set_cells
from db.log.changes import Recording, recording
from db.log.history import changes_of, events, newest_revision, undo, value_at
from db.read.table import entry_ids, progress_table
from db.store.working import Store
from plan.changes import Change, created
from plan.era import FiscalYear
from plan.fields import TARGET
from plan.ids import RecordId
from plan.table import CellEdit, Column
from tests.db.conftest import empty_store, fill

YEAR = FiscalYear(2020)


def write(store: Store, text: str | None) -> int:
    with store.reading() as connection:
        row = progress_table(connection).rows[0]
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(row.id, Column(TARGET, YEAR), text)])
    return door.revision


def entry(door: Recording) -> RecordId:
    row = progress_table(door.connection).rows[0]
    return entry_ids(door.connection, [row.id])[row.id, YEAR]


def test_the_history_of_one_cell_is_told_newest_first(store: Store) -> None:
    for text in ("一", "二", None):
        write(store, text)
    with recording(store, "見るだけ") as door:
        found = [e.change for e in events(door.connection, [entry(door)], limit=3)]
    assert [(c.before, c.after) for c in found] == [("二", None), ("一", "二"), (None, "一")]


def test_a_value_is_known_at_every_position(store: Store) -> None:
    positions = [write(store, text) for text in ("一", "二", "三")]
    with recording(store, "見るだけ") as door:
        now = Change("year_entry", entry(door), "target", None, "三")
        seen = [value_at(door.connection, now, p) for p in (positions[0] - 1, *positions)]
        assert seen == [None, "一", "二", "三"]


def test_a_record_that_did_not_exist_yet_had_no_value(store: Store) -> None:
    with store.reading() as connection:
        before = newest_revision(connection)
    with recording(store, "追加") as door:
        door.apply([created("level", RecordId("l"), position=7, name="細目")])
    with store.reading() as connection:
        now = Change("level", RecordId("l"), "name", None, "細目")
        assert value_at(connection, now, before) is None
        assert value_at(connection, now, before + 1) == "細目"


def test_the_making_of_the_plan_is_no_step_to_take_back(tmp_path: Path) -> None:
    opened = empty_store(tmp_path / "new.db")
    fill(opened)
    assert undo(opened) is None
    opened.close()


def test_an_undo_is_itself_a_step_of_the_history(store: Store) -> None:
    step = write(store, "一")
    undo(store)
    with store.reading() as connection:
        newest = newest_revision(connection)
        taken_back = changes_of(connection, newest)
    assert newest == step + 1
    assert [(c.before, c.after) for c in taken_back] == [("一", None)]
