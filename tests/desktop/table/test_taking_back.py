"""Undo and redo go to what they change and say it, wherever the keyboard is, and never stick."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.frame.main_window import Window
from desktop.table.plan_view import PlanView
from tests.desktop.hands import ALT, CTRL, KEY, editors, press, write
from tests.desktop.screens import CELL, closed, do, go_to, opened_window, text_at

Screen = tuple[Window, PlanView]


@pytest.fixture
def screen(sample: Path) -> Iterator[Screen]:
    window, view = opened_window(sample)
    window.activateWindow()
    go_to(view)
    QApplication.processEvents()
    yield window, view
    closed(window)


def here(view: PlanView) -> tuple[int, int]:
    """The current cell's place in the whole table."""
    assert view.current is not None
    row, column = view.current
    return [r.id for r in view.model.table.rows].index(row.id), view.model.columns.index(column)


def test_undo_and_redo_go_to_the_cell_and_name_the_step(screen: Screen) -> None:
    window, view = screen
    before, place = text_at(view), here(view)
    write("abc")
    press(KEY.Key_Return)
    press(KEY.Key_End, CTRL)
    assert here(view) != place
    press(KEY.Key_Z, CTRL)
    assert (text_at(view), here(view)) == (before, place)
    assert view.grid.viewport().rect().contains(view.grid.visualRect(view.grid.currentIndex()).center())
    assert window.status.currentMessage().startswith("元に戻しました：入力（1 ")
    press(KEY.Key_End, CTRL)
    press(KEY.Key_Y, CTRL)
    assert (text_at(view), here(view)) == ("abc", place)
    assert window.status.currentMessage().startswith("やり直しました：入力（1 ")


def test_what_comes_back_is_chosen_as_a_whole(screen: Screen) -> None:
    _, view = screen
    view.grid.put_cursor(0, 6)
    view.grid.put_cursor(2, 7, extend=True)
    press(KEY.Key_Delete)
    press(KEY.Key_Home, CTRL)
    press(KEY.Key_Z, CTRL)
    assert sorted(cell for block in view.grid.selected_blocks() for cell in block.cells()) == [
        (row, column) for row in range(3) for column in (6, 7)
    ]


def test_a_filter_or_a_hidden_year_that_hides_it_is_lifted(screen: Screen) -> None:
    window, view = screen
    write("abc")
    press(KEY.Key_Return)
    other = next(row for row in view.model.table.rows if row.department != view.model.table.rows[0].department)
    view.sidebar.departments.choose(frozenset([other.department]))
    assert CELL.year is not None
    view.show_year(CELL.year, shown=False)
    assert view.model.number_of(view.model.table.rows[0].id) is None
    do(window, "edit.undo")
    assert here(view) == (0, view.model.columns.index(CELL))
    assert not view.grid.isColumnHidden(view.model.columns.index(CELL))


def test_a_step_that_takes_a_row_away_is_gone_to_when_the_row_is_back(screen: Screen) -> None:
    window, view = screen
    rows = [row.id for row in view.model.table.rows]
    go_to(view, 5)
    do(window, "row.down")
    press(KEY.Key_Home, CTRL)
    do(window, "edit.undo")
    assert [row.id for row in view.model.table.rows] == rows
    assert here(view)[0] == 5
    assert "行の移動" in window.status.currentMessage()


def test_the_larger_editor_undoes_its_own_first_and_then_the_plans(screen: Screen) -> None:
    _, view = screen
    before = text_at(view)
    view.panel.editor.setFocus()
    press(KEY.Key_2, ALT)
    declared = text_at(view)
    assert declared not in (None, before)
    view.panel.editor.setFocus()
    write("x")
    press(KEY.Key_Z, CTRL)
    assert (view.panel.editor.text, text_at(view)) == (declared, declared)
    press(KEY.Key_Z, CTRL)
    assert text_at(view) == before
    assert view.panel.editor.text == before
    press(KEY.Key_Y, CTRL)
    assert text_at(view) == declared


def test_undo_never_sticks_in_an_editor_or_the_line_to_search_in(screen: Screen) -> None:
    window, view = screen
    before = text_at(view)
    for text in ("a", "b", "c"):
        go_to(view)
        write(text)
        press(KEY.Key_Return)
    go_to(view)
    press(KEY.Key_F2)
    press(KEY.Key_Z, CTRL)
    assert (text_at(view), editors(view)) == ("b", [])
    do(window, "edit.find")
    press(KEY.Key_Z, CTRL)
    assert text_at(view) == "a"
    view.panel.editor.setFocus()
    press(KEY.Key_Z, CTRL)
    assert text_at(view) == before
