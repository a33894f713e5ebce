"""The find bar finds while one types, and replaces everything as one step."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.grid.findbar import FindBar
from desktop.grid.progress_grid import ProgressGrid
from plan.fields import CONTENT
from tests.desktop.grid.conftest import Desk, table_of


@pytest.fixture
def bar(grid: ProgressGrid, qtbot: QtBot) -> FindBar:
    shown = FindBar(grid)
    qtbot.addWidget(shown)
    shown.open(replace=True)
    grid.put_cursor(0, 0)
    return shown


def at(grid: ProgressGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_typing_goes_to_the_first_cell_and_counts(bar: FindBar, grid: ProgressGrid) -> None:
    bar.wanted.setText("案内表示")
    assert at(grid) == (0, 4)
    assert bar.found.text() == "2 件"
    bar.wanted.setText("案内表示の")
    assert at(grid) == (0, 4)
    bar.wanted.setText("どこにもない")
    assert (at(grid), bar.found.text()) == ((0, 4), "見つかりません")


def test_typing_at_the_very_first_cell_stays_there(bar: FindBar, grid: ProgressGrid) -> None:
    bar.wanted.setText("1")
    assert at(grid) == (0, 0)


def test_enter_goes_on_and_shift_enter_back_and_escape_returns(bar: FindBar, grid: ProgressGrid) -> None:
    bar.wanted.setText("案内表示")
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert at(grid) == (1, 4)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert at(grid) == (0, 4)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_replace_changes_one_cell_and_goes_on(bar: FindBar, grid: ProgressGrid, desk: Desk) -> None:
    bar.wanted.setText("見直し")
    bar.instead.setText("更新")
    bar.replace()
    assert grid.progress.cell(0, 4) == "案内表示の更新"
    assert at(grid) == (1, 4)
    assert len(desk.steps) == 1


def test_replace_all_is_one_step_and_says_how_many(
    bar: FindBar, grid: ProgressGrid, desk: Desk, told: list[str]
) -> None:
    bar.wanted.setText("評価")
    bar.instead.setText("結果")
    bar.replace_all()
    assert len(desk.steps) == 1
    assert told == ["12 セルを置換しました。"]
    assert grid.progress.cell(3, 11) == "結果3-2021"
    assert bar.found.text() == "見つかりません"


def test_replace_all_leaves_what_may_not_be_edited(bar: FindBar, grid: ProgressGrid) -> None:
    grid.progress.may_edit = lambda _row, column: column.field is not CONTENT
    bar.wanted.setText("案内")
    bar.instead.setText("掲示")
    bar.replace_all()
    assert (grid.progress.cell(0, 1), grid.progress.cell(0, 4)) == ("1-①-ア. 窓口の掲示", "案内表示の見直し")


def test_a_narrow_bar_overlaps_nothing(grid: ProgressGrid, qtbot: QtBot) -> None:
    bar = FindBar(grid)
    qtbot.addWidget(bar)
    bar.open(replace=True)
    bar.resize(bar.minimumSizeHint())
    parts = [w for w in bar.findChildren(QWidget) if w.parent() is bar and w.isVisible()]
    assert len(parts) > 5
    assert bar.width() <= 480
    assert not any(a.geometry().intersects(b.geometry()) for a, b in combinations(parts, 2))


def test_opening_the_bar_folds_a_large_table_in_slices(grid: ProgressGrid, qtbot: QtBot) -> None:
    grid.progress.replace_table(table_of([(str(n), "事業", "○", "市民課", "案内") for n in range(1000)]))
    bar = FindBar(grid)
    qtbot.addWidget(bar)
    assert not grid.progress.texts.fold_some()
    bar.open()
    qtbot.waitUntil(grid.progress.texts.fold_some)
