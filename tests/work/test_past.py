"""The history of a cell names who wrote each text: who entered it, or the department, file and person it came from."""

from dataclasses import replace

from db.edit.cells import set_cells
from db.exchange.conflicts import open_conflicts
from db.log.changes import recording
from db.log.history import redo, undo
from db.read.table import progress_table
from db.store.working import Store
from plan.era import FiscalYear
from plan.exchange.returns import Cell
from plan.fields import CONTENT, TARGET
from plan.table import CellEdit, Column
from tests.db.conftest import store as store  # noqa: PLC0414 - a fixture
from tests.db.exchange.returning import answer, edit, evaluation, hand_out, rows, take
from work.authors import ours_by, theirs_by
from work.past import Passage, cell_past

FILE, PERSON = "防災課_返送.xlsx", "田中 一郎"


def past(store: Store, cell: Cell) -> list[Passage]:
    with store.reading() as connection:
        (row,) = (row for row in progress_table(connection).rows if row.id == cell.assignment)
    return cell_past(store, row, cell.column)


def bring(store: Store, cell: Cell, text: str, file: str = FILE, person: str = PERSON) -> None:
    """The department's answer to a cell is collected; its only step."""
    handed = next(each for each in hand_out(store) if cell.assignment in each.rows)
    take(store, replace(answer(store, handed, {cell: text}, None), file=file, person=person))


def test_a_collected_text_names_department_person_and_file_the_coordinators_own_her(store: Store) -> None:
    cell = evaluation(rows(store)[1])
    edit(store, cell, "前の文章")
    bring(store, cell, "開いた。")
    edit(store, cell, "開きました。")
    newest, collected, first = past(store, cell)
    assert (collected.before, collected.after) == ("前の文章", "開いた。")
    assert collected.by.startswith(f"防災課　{PERSON}「{FILE}」　")
    assert collected.by.endswith(" 回収")
    assert newest.by.startswith("試験 花子（PC-1）　")
    assert first.by.startswith("試験 花子（PC-1）　")


def test_the_first_text_of_a_year_that_nobody_had_entered_names_its_file_too(store: Store) -> None:
    cell = Cell(rows(store)[1], FiscalYear(2021), TARGET.name)
    bring(store, cell, "続ける。", person="")
    (passage,) = past(store, cell)
    assert passage.after == "続ける。"
    assert passage.by.startswith(f"防災課「{FILE}」　")


def test_what_was_taken_back_and_done_again_is_told_apart(store: Store) -> None:
    cell = evaluation(rows(store)[1])
    bring(store, cell, "開いた。")
    undo(store)
    assert [FILE in passage.by for passage in past(store, cell)] == [False, True]
    redo(store)
    assert [FILE in passage.by for passage in past(store, cell)] == [True, False, True]


def test_of_several_returns_in_a_step_each_cell_names_its_own(store: Store) -> None:
    cells = [evaluation(row) for row in rows(store)[:2]]
    handed = hand_out(store)
    answers = [
        replace(answer(store, h, {c: "開いた。"}), file=f"{n}.ayumid")
        for n, (h, c) in enumerate(zip(handed, cells, strict=False))
    ]
    take(store, *answers)
    told = [past(store, cell)[0].by for cell in cells]
    assert ["0.ayumid" in told[0], "1.ayumid" in told[1]] == [True, True]


def test_what_is_no_cell_of_a_year_names_who_entered_it(store: Store) -> None:
    with store.reading() as connection:
        row = progress_table(connection).rows[0]
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(row.id, Column(CONTENT), "広報紙とサイト")])
    assert past_of_content(store)[0].by.startswith("試験 花子（PC-1）　")


def past_of_content(store: Store) -> list[Passage]:
    with store.reading() as connection:
        row = progress_table(connection).rows[0]
    return cell_past(store, row, Column(CONTENT))


def test_both_sides_of_a_conflict_are_named_by_the_files_that_they_came_in(store: Store) -> None:
    cell = Cell(rows(store)[1], FiscalYear(2021), TARGET.name)
    handed = next(each for each in hand_out(store) if cell.assignment in each.rows)
    for file, person, text in (("一.ayumid", "田中", "続ける。"), ("二.ayumid", "鈴木", "広げる。")):
        take(store, replace(answer(store, handed, {cell: text}, 1), file=file, person=person))
    with store.reading() as connection:
        (conflict,) = open_conflicts(connection)
        assert ours_by(connection, conflict).startswith("防災課　田中「一.ayumid」　")
        assert theirs_by(connection, conflict).startswith("防災課　鈴木「二.ayumid」　")
