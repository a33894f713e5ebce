"""The schedule is drawn with the mouse or the keys, and every bar can be reached by either."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.kit.qt_language import speak
from desktop.pages.sheet.schedule import Grip
from desktop.pages.sheet.schedule_edit import ScheduleEdit
from plan.documents.reports import ScheduleLine

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ARROW = ScheduleLine(0, 6, 8, "調整")


@pytest.fixture
def edit(qtbot: QtBot, qapp: QApplication) -> Iterator[ScheduleEdit]:
    speak(qapp, "ja")
    made = ScheduleEdit("スケジュール")
    qtbot.addWidget(made)
    made.changed.connect(lambda lines: made.show_lines(tuple(lines)))
    made.resize(900, 200)
    made.show_lines((ARROW,))
    made.show()
    made.setFocus()
    QApplication.processEvents()
    yield made
    made.hide()


def press(edit: ScheduleEdit, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(edit, key, modifier)


def place(edit: ScheduleEdit, row: int, month: float) -> QPoint:
    cell = edit.frame.cell(row, 0)
    return QPoint(round(cell.left() + month * edit.frame.month), round(cell.center().y()))


def drag(edit: ScheduleEdit, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(edit, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(edit, (start + end) / 2)
    QTest.mouseMove(edit, end)
    QTest.mouseRelease(edit, Qt.MouseButton.LeftButton, pos=end)


def test_keys_draw_lengthen_move_and_remove(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_Down, KEY.Key_Return)
    assert edit.lines == (ARROW, ScheduleLine(1, 4, 4))
    press(edit, KEY.Key_Right, KEY.Key_Left)
    press(edit, KEY.Key_Right, KEY.Key_Right, modifier=SHIFT)
    assert edit.lines[1] == ScheduleLine(1, 4, 6)
    press(edit, KEY.Key_Right, modifier=CONTROL)
    assert edit.lines[1] == ScheduleLine(1, 5, 7)
    press(edit, KEY.Key_Up, modifier=CONTROL)
    assert {bar.line for bar in edit.lines} == {0}
    press(edit, KEY.Key_Delete)
    assert len(edit.lines) == 1


def test_shift_draws_an_arrow_where_there_was_none(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_End)
    press(edit, KEY.Key_Left, KEY.Key_Left, modifier=SHIFT)
    assert edit.lines == (ARROW, ScheduleLine(0, 13, 15))


def test_o_puts_a_point_and_turns_an_arrow_into_one(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_O)
    assert edit.lines == (ScheduleLine(0, 4, 4, point=True), ARROW)
    edit.go_to(0, 3)
    press(edit, KEY.Key_O)
    assert replace(ARROW, last=6, point=True) in edit.lines


def test_f2_names_a_bar_and_escape_leaves_its_name(edit: ScheduleEdit) -> None:
    edit.go_to(0, 3)
    for last_key, label in ((KEY.Key_Escape, "調整"), (KEY.Key_Return, "abc")):
        press(edit, KEY.Key_F2)
        editor = edit.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, "abc")
        QTest.keyClick(editor, last_key)
        assert edit.lines[0].label == label
        assert edit.hasFocus()
        QApplication.sendPostedEvents(None, 52)  # the editor is taken away


def test_the_mouse_draws_moves_and_makes_longer(edit: ScheduleEdit) -> None:
    drag(edit, place(edit, 1, 0.5), place(edit, 1, 3.5))
    assert edit.lines == (ARROW, ScheduleLine(1, 4, 7))
    drag(edit, place(edit, 1, 3.97), place(edit, 1, 5.5))
    assert edit.lines[1] == ScheduleLine(1, 4, 9)
    drag(edit, place(edit, 1, 0.03), place(edit, 1, 1.5))
    assert edit.lines[1] == ScheduleLine(1, 5, 9)
    drag(edit, place(edit, 1, 3.5), place(edit, 1, 7.5))
    assert edit.lines[1] == ScheduleLine(1, 9, 13)


def test_a_click_alone_changes_nothing(edit: ScheduleEdit) -> None:
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=place(edit, 0, 3.5))
    assert edit.lines == (ARROW,)
    assert edit.current == ARROW
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=place(edit, 1, 0.5))
    assert edit.current is None


def test_a_double_click_writes_the_label(edit: ScheduleEdit) -> None:
    QTest.mouseDClick(edit, Qt.MouseButton.LeftButton, pos=place(edit, 1, 4.5))
    editor = edit.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "new")
    QTest.keyClick(editor, KEY.Key_Return)
    assert edit.lines == (ARROW, ScheduleLine(1, 8, 8, "new"))


def test_the_cursor_says_what_it_is_on(edit: ScheduleEdit) -> None:
    edit.go_to(0, 3)
    assert edit.accessibleDescription() == "矢印 6月～8月「調整」"
    press(edit, KEY.Key_Home)
    assert edit.accessibleDescription() == "4月（空き）"


def test_what_was_planned_stands_above_and_is_not_touched(edit: ScheduleEdit) -> None:
    edit.show_lines((), (ARROW,))
    height, picture = edit.height(), edit.grab().toImage()
    edit.show_lines(())
    assert edit.height() < height
    assert edit.grab().toImage() != picture
    edit.show_lines((), (ARROW,))
    press(edit, KEY.Key_Return)
    assert edit.lines == (ScheduleLine(0, 4, 4),)


def test_a_locked_schedule_can_be_read_alone(edit: ScheduleEdit) -> None:
    edit.editable = False
    edit.go_to(0, 3)
    press(edit, KEY.Key_Delete, KEY.Key_O, KEY.Key_F2)
    edit.pull(Grip.LAST, 1)
    edit.draw()
    drag(edit, place(edit, 1, 0.5), place(edit, 1, 3.5))
    assert edit.lines == (ARROW,)


def test_the_menu_offers_what_the_keys_do(edit: ScheduleEdit) -> None:
    edit.go_to(0, 3)
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=place(edit, 0, 3.5))
    QApplication.sendEvent(edit, context_menu(edit))
    menu = edit.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert edit.lines == ()


def context_menu(edit: ScheduleEdit) -> QContextMenuEvent:
    at = place(edit, 0, 3.5)
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, edit.mapToGlobal(at))


def label_editor(edit: ScheduleEdit) -> QLineEdit:
    (found,) = edit.findChildren(QLineEdit)
    return found


def test_typing_on_an_empty_month_draws_an_arrow_and_names_it(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_Down, KEY.Key_Right)
    QTest.keyClicks(edit, "a")
    QTest.keyClicks(label_editor(edit), "bc")
    QTest.keyClick(label_editor(edit), KEY.Key_Return)
    assert edit.lines == (ARROW, ScheduleLine(1, 5, 5, "abc"))


def test_typing_on_a_bar_writes_its_name_anew(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_Right, KEY.Key_Right)
    QTest.keyClicks(edit, "x")
    QTest.keyClick(label_editor(edit), KEY.Key_Return)
    assert edit.lines == (replace(ARROW, label="x"),)


def test_a_japanese_conversion_keeps_its_first_letter_and_the_keyboard_until_it_ends(edit: ScheduleEdit) -> None:
    press(edit, KEY.Key_Down)
    QApplication.sendEvent(edit, QInputMethodEvent("く", []))
    assert edit.hasFocus()
    QApplication.sendEvent(edit, QInputMethodEvent("くんれん", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("訓練")
    QApplication.sendEvent(edit, committed)
    assert label_editor(edit).hasFocus()
    QTest.keyClick(label_editor(edit), KEY.Key_Return)
    assert edit.lines == (ARROW, ScheduleLine(1, 4, 4, "訓練"))
    wanted = edit.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert wanted == edit.frame.cell(1, 0).toRect()


def test_nothing_is_typed_into_a_locked_schedule(edit: ScheduleEdit) -> None:
    edit.editable = False
    press(edit, KEY.Key_Down)
    QTest.keyClicks(edit, "a")
    QApplication.sendEvent(edit, QInputMethodEvent("く", []))
    assert not edit.findChildren(QLineEdit)
    assert edit.lines == (ARROW,)


def test_months_are_told_in_the_language_of_the_interface(edit: ScheduleEdit, qapp: QApplication) -> None:
    told: list[str] = []
    edit.told.connect(told.append)
    press(edit, KEY.Key_Right, KEY.Key_Right)
    assert told[-1] == "矢印 6月～8月「調整」"
    speak(qapp, "en")
    try:
        press(edit, KEY.Key_Left, KEY.Key_Right)
        assert told[-1] == "Arrow Jun～Aug “調整”"
    finally:
        speak(qapp, "ja")
