"""The model keeps Qt's rules, asks for edits, and shows what is announced."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.grid.arrangement import RowFilter, Sorting
from desktop.grid.model import ProgressModel, Role
from plan.era import FiscalYear
from plan.fields import DEPARTMENT, NUMBER
from plan.ids import AssignmentId, RecordId
from plan.states import State
from plan.table import CellEdit, Column
from tests.desktop.grid.conftest import Desk, table_of

Check = Callable[[ProgressModel], None]  # pytest-qt says nothing of its types
A1 = AssignmentId(RecordId("a1"))


def test_the_model_keeps_the_rules_of_qt(model: ProgressModel, qtmodeltester: ModelTester) -> None:
    check: Check = qtmodeltester.check
    check(model)
    model.arrange(RowFilter(text="市民課"), Sorting(Column(NUMBER), descending=True))
    check(model)
    model.replace_table(table_of([]))
    check(model)


def test_an_edit_is_asked_for_and_not_made(model: ProgressModel, desk: Desk) -> None:
    assert model.setData(model.index(1, 6), "新しい目標")
    label, edits = desk.steps[0]
    assert label == "入力（2 税務課 令和元年度 内容及び目標）"
    assert edits == [CellEdit(A1, model.columns[6], "新しい目標")]


def test_an_emptied_cell_is_not_entered(model: ProgressModel, desk: Desk) -> None:
    model.setData(model.index(1, 6), "")
    assert desk.steps[0][1][0].text is None
    assert model.index(1, 6).data(Role.STATE) is State.NOT_ENTERED


def test_nothing_is_asked_for_what_is_there_already(model: ProgressModel, desk: Desk) -> None:
    assert model.setData(model.index(1, 6), model.cell(1, 6))
    assert desk.steps == []


def test_a_refused_edit_is_said_and_changes_nothing(model: ProgressModel, desk: Desk, qtbot: QtBot) -> None:
    desk.refuses = True
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(1, 6), "x")
    assert refused.args is not None
    assert "ディスク" in str(refused.args[0])
    assert model.cell(1, 6) == "内容及び目標1-2019"


def test_announced_cells_are_shown_and_their_rows_told(model: ProgressModel, qtbot: QtBot) -> None:
    elsewhere = CellEdit(AssignmentId(RecordId("other")), model.columns[6], "x")
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.replace_cells([CellEdit(A1, model.columns[7], "済"), elsewhere])
    assert changed.args is not None
    assert (changed.args[0].row(), changed.args[1].row()) == (1, 1)
    assert model.cell(1, 7) == "済"


def test_an_announced_change_reaches_search_and_filter(model: ProgressModel) -> None:
    assert not any("ｼﾝｷ" in cell for cell in model.texts.cells)
    model.replace_cells([CellEdit(A1, model.columns[7], "シンキ")])
    model.arrange(RowFilter(text="ｼﾝｷ"), None)
    assert [model.row(n).id for n in range(model.rowCount())] == [A1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(None, "2 税務課 令和元年度 内容及び目標、未入力"), ("該当なし", "2 税務課 令和元年度 内容及び目標、該当なし")],
)
def test_a_cell_is_spoken_with_its_place(model: ProgressModel, text: str | None, expected: str) -> None:
    model.replace_cells([CellEdit(A1, model.columns[6], text)])
    assert model.index(1, 6).data(Qt.ItemDataRole.AccessibleTextRole) == expected


def test_what_is_due_follows_the_current_year(model: ProgressModel) -> None:
    model.set_current_year(FiscalYear(2020))
    due = [model.index(0, c).data(Role.DUE) for c in range(6, 12)]
    assert due == [True, True, True, False, False, False]


def test_years_after_the_end_are_ended(model: ProgressModel) -> None:
    model.table.rows[0].ended_year = FiscalYear(2020)
    assert [model.index(0, c).data(Role.ENDED) for c in range(6, 12)] == [False] * 4 + [True] * 2


def test_a_cell_that_may_not_be_edited_is_not_editable(model: ProgressModel, desk: Desk) -> None:
    model.may_edit = lambda _row, column: column.field is not DEPARTMENT
    assert not model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 3), "x")
    assert desk.steps == []
