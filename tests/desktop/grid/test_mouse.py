"""The mouse selects across frozen and scrolled columns, and keys select rows, columns and pages."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.grid.progress_grid import ProgressGrid

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def centre(grid: ProgressGrid, row: int, column: int) -> QPoint:
    return grid.visualRect(grid.progress.index(row, column)).center()


def click(
    grid: ProgressGrid, row: int, column: int, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NONE
) -> None:
    QTest.mouseClick(grid.viewport(), button, keys, centre(grid, row, column))


def test_shift_click_selects_from_a_frozen_to_a_scrolled_column(grid: ProgressGrid) -> None:
    grid.resize(900, 500)
    grid.horizontalScrollBar().setValue(120)
    click(grid, 0, 3)
    click(grid, 2, 7, keys=SHIFT)
    assert grid.selected_ranges() == [(0, 3, 2, 7)]
    assert grid.selected_assignments() == [grid.progress.row(n).id for n in range(3)]


def test_a_drag_goes_from_a_frozen_to_a_scrolled_column(grid: ProgressGrid) -> None:
    QTest.mousePress(grid.viewport(), LEFT, NONE, centre(grid, 0, 1))
    QTest.mouseMove(grid.viewport(), centre(grid, 2, 6))
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, centre(grid, 2, 6))
    assert grid.selected_ranges() == [(0, 1, 2, 6)]


def test_a_right_click_keeps_the_selection_and_asks_for_a_menu(grid: ProgressGrid, qtbot: QtBot) -> None:
    click(grid, 0, 3)
    click(grid, 1, 4, keys=SHIFT)
    click(grid, 0, 4, RIGHT)
    assert grid.selected_ranges() == [(0, 3, 1, 4)]
    with qtbot.waitSignal(grid.row_menu_wanted):
        grid.customContextMenuRequested.emit(centre(grid, 0, 4))


def test_a_double_click_edits_a_frozen_cell_in_its_place(grid: ProgressGrid) -> None:
    at = centre(grid, 1, 4)
    QTest.mouseClick(grid.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(grid.viewport(), LEFT, NONE, at)
    assert grid.is_editing
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.geometry().contains(grid.viewport().mapTo(grid, at))


def test_space_selects_rows_and_columns(grid: ProgressGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Space, SHIFT)
    assert grid.selected_ranges() == [(0, 0, 0, 11)]
    grid.put_cursor(1, 6)
    QTest.keyClick(grid, Qt.Key.Key_Space, CTRL)
    assert grid.selected_ranges() == [(0, 6, 3, 6)]


def test_a_page_down_moves_the_cursor_by_what_is_seen(grid: ProgressGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.currentIndex().row() == 3
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.currentIndex().row() == 0


def test_ctrl_and_the_wheel_zoom(grid: ProgressGrid) -> None:
    at = QPointF(centre(grid, 0, 6))
    up, phase = QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, QPoint(), up, Qt.MouseButton.NoButton, CTRL, phase, False)  # noqa: FBT003 - Qt's own
    QApplication.sendEvent(grid.viewport(), wheel)
    assert grid.zoom == 1.1
