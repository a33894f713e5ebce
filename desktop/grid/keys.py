"""The grid's keys, as Excel has them, as one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.grid.cursor import Move

ARROWS: Mapping[Qt.Key, Move] = {
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Right: Move.RIGHT,
    Qt.Key.Key_Left: Move.LEFT,
}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
Action = Callable[[], object]
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
Keys = dict[tuple[Qt.Key, bool, bool], str]

ACTIONS: Keys = {  # key, with Ctrl, with Shift → a method of the grid
    (Qt.Key.Key_C, True, False): "copy",
    (Qt.Key.Key_Insert, True, False): "copy",
    (Qt.Key.Key_C, True, True): "copy_with_headings",
    (Qt.Key.Key_X, True, False): "cut",
    (Qt.Key.Key_V, True, False): "paste",
    (Qt.Key.Key_Insert, False, True): "paste",
    (Qt.Key.Key_Escape, False, False): "let_go",
    (Qt.Key.Key_Delete, False, False): "clear",
    (Qt.Key.Key_Backspace, False, False): "edit_emptied",
    (Qt.Key.Key_D, True, False): "fill_down",
    (Qt.Key.Key_R, True, False): "fill_right",
    (Qt.Key.Key_A, True, False): "selectAll",
    (Qt.Key.Key_Space, False, True): "select_rows",
    (Qt.Key.Key_Space, True, False): "select_columns",
    (Qt.Key.Key_Plus, True, False): "zoom_in",
    (Qt.Key.Key_Plus, True, True): "zoom_in",
    (Qt.Key.Key_Semicolon, True, True): "zoom_in",  # where + stands on a Japanese keyboard
    (Qt.Key.Key_Minus, True, False): "zoom_out",
    (Qt.Key.Key_0, True, False): "zoom_normal",
}


def asks_for_list(event: QKeyEvent) -> bool:
    """Whether the key asks for a list of what a cell can be (Alt+↓)."""
    return event.key() == Qt.Key.Key_Down and event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.AltModifier


def digit_of(event: QKeyEvent) -> str:
    """The digit that is typed; "" for any other key."""
    is_plain = event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.NoModifier
    return event.text() if is_plain and event.text().isdecimal() else ""


def action_name(event: QKeyEvent) -> str | None:
    """The grid's method that a key asks for."""
    modifiers = event.modifiers()
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    return ACTIONS.get((Qt.Key(event.key()), is_control(event), is_shift(event)))


def is_control(event: QKeyEvent) -> bool:
    """Whether Ctrl is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def is_shift(event: QKeyEvent) -> bool:
    """Whether Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
