"""Filters and orders show the rows that are asked for."""

import pytest

from desktop.grid.arrangement import RowFilter, Sorting, arranged
from desktop.grid.folding import FoldedTexts
from plan.era import FiscalYear
from plan.fields import CONTENT, DEPARTMENT, LEAD, NUMBER, PROJECT, TARGET
from plan.ids import DepartmentId, ItemId, RecordId
from plan.table import Column, ProgressTable
from tests.desktop.grid.conftest import table_of


@pytest.fixture
def table() -> ProgressTable:
    return table_of()


def shown(table: ProgressTable, rows: RowFilter, sorting: Sorting | None = None) -> list[int]:
    return arranged(table, FoldedTexts(table), rows, sorting)


def test_departments_branches_and_items(table: ProgressTable) -> None:
    assert shown(table, RowFilter(departments=frozenset({DepartmentId(RecordId("d税務課"))}))) == [1]
    assert shown(table, RowFilter(branches=frozenset({"2"}))) == [3]
    assert shown(table, RowFilter(items=frozenset({ItemId(RecordId("p1-①-イ. 健康相談"))}))) == [2]
    assert shown(table, RowFilter(items=frozenset({ItemId(RecordId("c夜間返却口の設置"))}))) == [3]


def test_what_is_not_entered_in_a_year(table: ProgressTable) -> None:
    place = table.column_index(TARGET, FiscalYear(2021))
    for row in table.rows[1:3]:
        row.cells[place] = None
    table.rows[2].ended_year = FiscalYear(2020)
    assert shown(table, RowFilter(not_entered=FiscalYear(2021))) == [1]
    assert shown(table, RowFilter(not_entered=FiscalYear(2020))) == []


def test_a_text_is_found_in_full_or_half_width_and_any_case(table: ProgressTable) -> None:
    table.rows[3].cells[7] = "ＨＰへの掲載"
    assert shown(table, RowFilter(text="hp")) == [3]


def test_values_of_columns_and_the_empty_one(table: ProgressTable) -> None:
    assert shown(table, RowFilter(values=((Column(LEAD), frozenset({""})),))) == [1]
    both = ((Column(DEPARTMENT), frozenset({"市民課", "図書館"})), (Column(PROJECT), frozenset({ROW_PROJECT})))
    assert shown(table, RowFilter(values=both)) == [0]


ROW_PROJECT = "1-①-ア. 窓口の案内"


def test_numbers_sort_as_numbers_and_empty_cells_stay_last(table: ProgressTable) -> None:
    table.rows[2].cells[0] = None
    assert shown(table, RowFilter(), Sorting(Column(NUMBER))) == [0, 1, 3, 2]
    assert shown(table, RowFilter(), Sorting(Column(NUMBER), descending=True)) == [3, 1, 0, 2]


def test_equal_rows_keep_the_printed_order(table: ProgressTable) -> None:
    for row in table.rows:
        row.cells[4] = "同じ"
    assert shown(table, RowFilter(), Sorting(Column(CONTENT))) == [0, 1, 2, 3]
