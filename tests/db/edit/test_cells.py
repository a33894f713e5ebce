"""Texts go into cells, to whatever record each cell belongs, and can be taken back (see conftest)."""

import unicodedata

import pytest

from db.edit.cells import set_cells
from db.log.changes import recording
from db.read.table import progress_table
from db.store.working import Store
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import BASELINE_AND_GOAL, CONTENT, DEPARTMENT, EVALUATION, LEAD, NUMBER, PROJECT, TARGET, Field
from plan.table import CellEdit, Column, ProgressTable

YEAR = FiscalYear(2020)


def table_of(store: Store) -> ProgressTable:
    with store.reading() as connection:
        return progress_table(connection)


def write(store: Store, *edits: tuple[int, Column, str | None]) -> None:
    rows = table_of(store).rows
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(rows[r].id, column, text) for r, column, text in edits])


def column_of(store: Store, field: Field, year: FiscalYear | None = None) -> list[str | None]:
    table = table_of(store)
    place = table.column_index(field, year)
    return [row.cells[place] for row in table.rows]


def test_a_text_stands_as_it_was_written_with_its_line_breaks_and_widths(store: Store) -> None:
    text = "【目標】１０回、ｱﾝｹｰﾄ 70人\n　引き続き～実施"
    write(store, (1, Column(TARGET, YEAR), text))
    assert column_of(store, TARGET, YEAR) == [None, text, None, None]


def test_line_ends_of_every_system_become_one(store: Store) -> None:
    write(store, (0, Column(EVALUATION, YEAR), "a\r\nb\rc"))
    assert column_of(store, EVALUATION, YEAR)[0] == "a\nb\nc"


def test_a_cleared_cell_is_not_entered_again(store: Store) -> None:
    write(store, (0, Column(TARGET, YEAR), "する"))
    write(store, (0, Column(TARGET, YEAR), ""))
    assert column_of(store, TARGET, YEAR)[0] is None


def test_of_two_texts_for_one_cell_the_last_stands(store: Store) -> None:
    write(store, (0, Column(TARGET, YEAR), "先"), (0, Column(TARGET, YEAR), "後"))
    assert column_of(store, TARGET, YEAR)[0] == "後"


def test_the_keys_of_a_row_can_be_edited(store: Store) -> None:
    write(
        store, (1, Column(NUMBER), "2-1"), (1, Column(LEAD), "◎"), (1, Column(BASELINE_AND_GOAL), "主担当課に準ずる。")
    )
    row = table_of(store).rows[1]
    assert (row.cells[0], row.cells[2], row.cells[5]) == ("2-1", "◎", "主担当課に準ずる。")


def test_a_project_is_renamed_in_all_its_rows(store: Store) -> None:
    write(store, (0, Column(PROJECT), "1-①-ア. 情報の収集と発信"))
    assert column_of(store, PROJECT) == ["1-①-ア. 情報の収集と発信"] * 3 + ["1-①-イ. 講座の開催"]


def test_a_content_is_renamed_in_all_its_rows(store: Store) -> None:
    write(store, (0, Column(CONTENT), "広報での周知"))
    assert column_of(store, CONTENT)[:3] == ["広報での周知", "広報での周知", "地図の公開"]


def test_a_row_moves_to_the_department_that_is_typed(store: Store) -> None:
    write(store, (0, Column(DEPARTMENT), "生涯学習課(図書館)"))
    assert column_of(store, DEPARTMENT)[0] == "生涯学習課(図書館)"


def test_a_department_is_the_one_that_looks_the_same(store: Store) -> None:
    write(store, (0, Column(DEPARTMENT), unicodedata.normalize("NFD", "生涯学習課 (図書館)")))
    assert column_of(store, DEPARTMENT)[0] == "生涯学習課(図書館)"


def test_a_former_name_is_typed_in_brackets(store: Store) -> None:
    write(store, (0, Column(DEPARTMENT), "防災課(旧広報課)"))
    assert column_of(store, DEPARTMENT)[0] == "防災課(旧広報課)"


def test_an_unknown_department_is_refused_by_name(store: Store) -> None:
    with pytest.raises(PlanError, match="「防炎課」"):
        write(store, (0, Column(DEPARTMENT), "防炎課"))
    assert column_of(store, DEPARTMENT)[0] == "広報課"


def test_a_text_too_long_for_a_workbook_is_refused_and_nothing_of_the_step_stands(store: Store) -> None:
    with pytest.raises(PlanError, match="令和2年度評価"):
        write(store, (0, Column(TARGET, YEAR), "短い"), (0, Column(EVALUATION, YEAR), "長" * 32_768))
    assert column_of(store, TARGET, YEAR)[0] is None


def test_a_year_outside_of_the_plan_is_refused(store: Store) -> None:
    with pytest.raises(PlanError, match="令和5年度評価"):
        write(store, (0, Column(EVALUATION, FiscalYear(2023)), "した。"))
