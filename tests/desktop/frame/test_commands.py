"""Every command has a text, a help line, a place in a menu, a key of its own, and something to do."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from desktop.frame.commands import COMMANDS, ROW_MENU, TOOLBAR, Needs
from desktop.frame.help_windows import keys_html
from tests.desktop.screens import closed, new_window, opened_window
from work.places import resource


def actions_below(menu: QWidget) -> list[QAction]:
    found = []
    for action in menu.actions():
        below = action.menu()
        found += actions_below(below) if isinstance(below, QWidget) else [action]
    return found


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_a_command_says_what_it_does(command: object) -> None:
    found = next(c for c in COMMANDS if c is command)
    assert found.text
    assert found.help.endswith("。")
    assert not found.icon or resource("icons", f"{found.icon}.svg").is_file()
    assert not found.keys or not QKeySequence(found.keys).isEmpty()


def test_no_two_commands_share_an_id_or_a_key() -> None:
    assert not [i for i, n in Counter(c.id for c in COMMANDS).items() if n > 1]
    assert not [k for k, n in Counter(c.keys for c in COMMANDS if c.keys).items() if n > 1]


def test_every_command_stands_in_a_menu(sample: Path) -> None:
    window, _ = opened_window(sample)
    reachable = {action.objectName() for action in actions_below(window.menuBar())}
    assert {c.id for c in COMMANDS} <= reachable
    closed(window)


def test_toolbar_and_row_menu_offer_commands_that_exist() -> None:
    assert {entry for entry in (*TOOLBAR, *ROW_MENU) if entry} <= {c.id for c in COMMANDS}


def test_without_a_plan_only_what_needs_none_can_be_asked_for() -> None:
    window = new_window()
    enabled = {c.id for c in COMMANDS if window.commands.by_id[c.id].isEnabled()}
    assert enabled == {c.id for c in COMMANDS if c.needs is Needs.NOTHING}
    closed(window)


def test_the_toolbars_buttons_are_reached_by_tab(sample: Path) -> None:
    window, _ = opened_window(sample)
    buttons = [
        b
        for bar in window.findChildren(QToolBar)
        for b in bar.findChildren(QToolButton)
        if b.defaultAction() is not None
    ]
    assert len(buttons) == len([entry for entry in TOOLBAR if entry])
    assert all(b.focusPolicy() == Qt.FocusPolicy.TabFocus for b in buttons)
    closed(window)


def test_the_list_of_keys_names_every_command_with_a_key() -> None:
    page = re.sub(r"<[^>]+>", " ", keys_html())
    for command in COMMANDS:
        if command.keys and not command.group:
            assert command.text.replace("&", "") in page
            assert QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText) in page


def test_every_widget_that_takes_the_keyboard_has_a_name_to_be_spoken(sample: Path) -> None:
    window, view = opened_window(sample)
    parts = (view.sidebar.departments, view.sidebar.items, view.grid, view.panel.editor, view.panel.past)
    assert all(part.accessibleName() for part in (*parts, view.panel.comparison))
    closed(window)
