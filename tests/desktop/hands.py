"""A person at the keyboard, the mouse and the input method of the whole window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.grid.editor import CellEditor
from desktop.table.plan_view import PlanView
from plan.table import Column
from tests.desktop.screens import CELL

KEY = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def keyboard() -> QWidget:
    """Whatever has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the keyboard is, as the window system does: shortcuts come first."""
    QTest.keyClick(keyboard(), key, modifiers)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type: ASCII by keys, anything else through the input method."""
    for char in text:
        if char.isascii():
            QTest.keyClicks(keyboard(), char)
        else:
            convert(char)
            convert("", char)


def convert(preedit: str, commit: str = "") -> None:
    """What an input method sends: what is being converted, and what is confirmed."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(keyboard(), event)


def click(view: PlanView, row: int, column: Column = CELL, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click a shown cell."""
    index = view.model.index(row, view.model.columns.index(column))
    view.grid.scrollTo(index)
    at = view.grid.visualRect(index).center()
    QTest.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
    QApplication.processEvents()


def drag(view: PlanView, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press on one cell, move, and let go on another; cells are (row, column number)."""
    places: list[QPoint] = [view.grid.visualRect(view.model.index(*cell)).center() for cell in (start, end)]
    area = view.grid.viewport()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, NONE, places[0])
    QTest.mouseMove(area, (places[0] + places[1]) / 2)
    QTest.mouseMove(area, places[1])
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, NONE, places[1])
    QApplication.processEvents()


def editors(view: PlanView) -> list[CellEditor]:
    """The editors that stand over cells."""
    return [e for e in view.grid.findChildren(CellEditor) if e.isVisible()]
