"""Every key of the list of keys (F1) does in the whole window what the list says."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.frame.commands import COMMANDS
from desktop.frame.help_windows import GRID_KEYS
from desktop.frame.main_window import Window
from desktop.grid.choice_menu import ChoiceMenu
from desktop.table.plan_view import PlanView
from plan.fields import GRADE
from plan.table import Column
from tests.desktop.hands import ALT, CTRL, KEY, SHIFT, drag, editors, keyboard, press, write
from tests.desktop.screens import CELL, YEAR, closed, go_to, opened_window, text_at

Screen = tuple[Window, PlanView]
WITH_KEYS = [command for command in COMMANDS if command.keys]


@pytest.fixture
def screen(sample: Path) -> Iterator[Screen]:
    window, view = opened_window(sample)
    window.activateWindow()
    go_to(view)
    QApplication.processEvents()
    yield window, view
    closed(window)


def at(view: PlanView) -> tuple[int, int]:
    index = view.grid.currentIndex()
    return index.row(), index.column()


def enter(view: PlanView) -> None:
    row, column = at(view)
    write("a")
    press(KEY.Key_Return)
    assert (text_at(view), at(view)) == ("a", (row + 1, column))
    press(KEY.Key_Return, SHIFT)
    assert at(view) == (row, column)


def tab(view: PlanView) -> None:
    row, column = at(view)
    press(KEY.Key_Tab)
    assert at(view) == (row, column + 1)
    write("b")
    press(KEY.Key_Tab)
    assert at(view) == (row, column + 2)
    press(KEY.Key_Backtab, SHIFT)
    assert at(view) == (row, column + 1)
    assert view.model.cell(*at(view)) == "b"
    press(KEY.Key_Return)
    assert at(view) == (row + 1, column)
    assert view.grid.hasFocus()


def alt_enter(view: PlanView) -> None:
    write("a")
    press(KEY.Key_Return, ALT)
    write("b")
    press(KEY.Key_Return, SHIFT)
    assert text_at(view) == "a\nb"


def f2(view: PlanView) -> None:
    before = text_at(view)
    press(KEY.Key_F2)
    write("x")
    press(KEY.Key_Return)
    assert text_at(view) == f"{before}x"


def ctrl_enter(view: PlanView) -> None:
    press(KEY.Key_Down, SHIFT)
    write("a")
    press(KEY.Key_Return, CTRL)
    assert [text_at(view, row) for row in (0, 1)] == ["a", "a"]


def escape(view: PlanView) -> None:
    before = text_at(view)
    write("a")
    press(KEY.Key_Escape)
    assert (text_at(view), editors(view)) == (before, [])


def jump(view: PlanView) -> None:
    press(KEY.Key_Down, CTRL)
    assert at(view)[0] > 1


def on_a_grade(view: PlanView) -> Column:
    view.show_columns(grades=True, order=view.scope.order)
    go_to(view, 0, Column(GRADE, YEAR))
    return Column(GRADE, YEAR)


def digits(view: PlanView) -> None:
    column = on_a_grade(view)
    for key, mark in ((KEY.Key_2, "△"), (KEY.Key_0, None), (KEY.Key_1, "○")):
        press(key)
        assert text_at(view, 0, column) == mark


def alt_down(view: PlanView) -> None:
    on_a_grade(view)
    press(KEY.Key_Down, ALT)
    (menu,) = view.grid.findChildren(ChoiceMenu)
    assert [action.text()[3] for action in menu.actions()[1:]] == [grade.symbol for grade in view.model.scale.grades]
    menu.close()


PROMISES: Mapping[str, Callable[[PlanView], None]] = {
    "Enter": enter,
    "Tab": tab,
    "Alt+Enter": alt_enter,
    "F2": f2,
    "Ctrl+Enter": ctrl_enter,
    "Esc": escape,
    "Ctrl+矢印": jump,
    "1 2 3 …": digits,
    "Alt+↓": alt_down,
}


def test_every_key_of_the_grid_is_tried_here() -> None:
    assert list(PROMISES) == [key for key, _text in GRID_KEYS]


@pytest.mark.parametrize("key", PROMISES)
def test_a_key_of_the_grid_does_in_the_window_what_the_list_says(screen: Screen, key: str) -> None:
    PROMISES[key](screen[1])


def test_the_key_of_every_command_reaches_it_from_the_grid(screen: Screen) -> None:
    window, view = screen
    asked: list[str] = []
    for command in WITH_KEYS:
        action = window.commands.by_id[command.id]
        action.setEnabled(True)
        action.triggered.disconnect()
        action.triggered.connect(partial(asked.append, command.id))
    for command in WITH_KEYS:
        asked.clear()
        QTest.keySequence(keyboard(), QKeySequence(command.keys))
        assert asked == [command.id]
    assert view.grid.hasFocus()


def test_cutting_waits_for_the_paste_in_the_window_too(screen: Screen) -> None:
    _, view = screen
    before, below = text_at(view), text_at(view, 1)
    press(KEY.Key_X, CTRL)
    assert text_at(view) == before
    press(KEY.Key_Down)
    press(KEY.Key_V, CTRL)
    assert (text_at(view), text_at(view, 1)) == (None, before)
    press(KEY.Key_Z, CTRL)
    assert (text_at(view), text_at(view, 1)) == (before, below)


def test_a_selection_drawn_with_the_mouse_is_typed_into_from_its_first_cell(screen: Screen) -> None:
    _, view = screen
    column = view.model.columns.index(CELL)
    first = view.grid.rowAt(view.grid.visualRect(view.grid.currentIndex()).center().y())
    drag(view, (first, column), (first + 1, column))
    assert at(view) == (first, column)
    assert view.chosen_count == 2
    write("a")
    press(KEY.Key_Return)
    assert text_at(view, first) == "a"
    assert at(view) == (first + 1, column)
