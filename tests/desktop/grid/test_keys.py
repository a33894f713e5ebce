"""The keyboard does in the grid what it does in Excel."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.grid.editor import CellEditor
from desktop.grid.progress_grid import ProgressGrid
from plan.clipboard import clipboard_rows
from plan.fields import DEPARTMENT
from tests.desktop.grid.conftest import Desk, table_of

KEY = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def keyboard() -> QWidget:
    """Whatever has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Typist:
    """Presses keys wherever the keyboard is."""

    def __init__(self, grid: ProgressGrid) -> None:
        self.grid = grid

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(keyboard(), key, modifiers)

    def type(self, text: str) -> None:
        """Keys for ASCII; anything else comes from an input method."""
        for char in text:
            if char.isascii():
                QTest.keyClicks(keyboard(), char)
            else:
                self.convert(char)
                self.convert("", char)

    def convert(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(keyboard(), event)

    def editing(self) -> str | None:
        """The text in the open editor; None while none is open."""
        return next((e.text for e in self.grid.findChildren(CellEditor) if e.isVisible()), None)

    @property
    def at(self) -> tuple[int, int]:
        """Where the cursor stands."""
        return self.grid.currentIndex().row(), self.grid.currentIndex().column()

    def text(self, row: int, column: int) -> str | None:
        return self.grid.progress.cell(row, column)


@pytest.fixture
def typist(grid: ProgressGrid) -> Typist:
    return Typist(grid)


def test_typing_replaces_and_keeps_the_first_character(typist: Typist, desk: Desk) -> None:
    typist.type("abc")
    assert typist.editing() == "abc"
    typist.press(KEY.Key_Return)
    assert typist.text(0, 6) == "abc"
    assert typist.at == (1, 6)
    assert typist.editing() is None
    assert len(desk.steps) == 1


def test_f2_goes_on_with_the_text(typist: Typist) -> None:
    typist.press(KEY.Key_F2)
    typist.type("x")
    typist.press(KEY.Key_Return, SHIFT)
    assert typist.text(0, 6) == "内容及び目標0-2019x"
    assert typist.at == (0, 6)


def test_escape_gives_the_text_back(typist: Typist, desk: Desk) -> None:
    typist.type("abc")
    typist.press(KEY.Key_Escape)
    assert typist.editing() is None
    assert desk.steps == []
    assert typist.grid.hasFocus()


def test_enter_after_tabs_returns_to_the_starting_column(typist: Typist) -> None:
    typist.type("a")
    typist.press(KEY.Key_Tab)
    typist.type("b")
    typist.press(KEY.Key_Tab)
    assert typist.at == (0, 8)
    typist.type("c")
    typist.press(KEY.Key_Return)
    assert typist.at == (1, 6)
    assert [typist.text(0, c) for c in (6, 7, 8)] == ["a", "b", "c"]


def test_shift_tab_goes_left_and_enter_down_without_editing(typist: Typist) -> None:
    typist.press(KEY.Key_Tab, SHIFT)
    assert typist.at == (0, 5)
    typist.grid.put_cursor(0, 6)
    typist.press(KEY.Key_Down)
    typist.press(KEY.Key_Return)
    assert typist.at == (2, 5 + 1)


def test_alt_enter_makes_a_new_line(typist: Typist) -> None:
    typist.type("a")
    typist.press(KEY.Key_Return, ALT)
    typist.type("b")
    typist.press(KEY.Key_Tab)
    assert typist.text(0, 6) == "a\nb"


def test_arrows_finish_what_was_typed_but_move_within_after_f2(typist: Typist) -> None:
    typist.type("a")
    typist.press(KEY.Key_Right)
    assert (typist.at, typist.text(0, 6)) == ((0, 7), "a")
    typist.press(KEY.Key_F2)
    typist.press(KEY.Key_Left)
    assert typist.editing() is not None


def test_ctrl_enter_enters_into_every_selected_cell(typist: Typist, desk: Desk) -> None:
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_Right, SHIFT)
    typist.type("済")
    typist.press(KEY.Key_Return, CTRL)
    assert [typist.text(r, c) for r in (0, 1) for c in (6, 7)] == ["済"] * 4
    assert len(desk.steps) == 1


def test_enter_that_confirms_a_conversion_keeps_the_editor(typist: Typist) -> None:
    typist.convert("にほん")
    assert typist.editing() is not None
    typist.press(KEY.Key_Return)
    typist.convert("日本")
    typist.press(KEY.Key_Return)
    assert typist.editing() is not None
    typist.convert("", "日本")
    assert typist.editing() == "日本"
    typist.press(KEY.Key_Return)
    assert (typist.text(0, 6), typist.at) == ("日本", (1, 6))


def test_a_text_that_comes_without_conversion_opens_the_editor(typist: Typist) -> None:
    typist.convert("", "　")
    assert typist.editing() is not None
    typist.convert("", "字")
    assert typist.editing() == "　字"


def test_a_conversion_given_up_leaves_the_text(typist: Typist, desk: Desk) -> None:
    typist.convert("に")
    typist.convert("")
    typist.press(KEY.Key_Escape)
    assert desk.steps == []
    assert typist.text(0, 6) == "内容及び目標0-2019"


def test_a_refused_text_stays_in_the_editor(typist: Typist, desk: Desk, told: list[str]) -> None:
    desk.refuses = True
    typist.type("大切な文")
    typist.press(KEY.Key_Return)
    assert typist.editing() == "大切な文"
    assert told == ["ディスクがいっぱいです。空きを作ってから、もう一度確定してください。"]
    desk.refuses = False
    assert typist.grid.finish_editing()
    assert typist.text(0, 6) == "大切な文"


def test_delete_clears_the_selection_and_no_row(typist: Typist, desk: Desk) -> None:
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_Delete)
    assert (typist.text(0, 6), typist.text(1, 6), typist.grid.progress.rowCount()) == (None, None, 4)
    assert desk.steps[0][0] == "クリア（2 セル）"
    assert len(desk.steps) == 1


def test_backspace_opens_an_empty_editor(typist: Typist) -> None:
    typist.press(KEY.Key_Backspace)
    assert typist.editing() == ""
    typist.press(KEY.Key_Return)
    assert typist.text(0, 6) is None


def test_copy_and_paste_keep_line_breaks(typist: Typist, desk: Desk) -> None:
    typist.grid.progress.setData(typist.grid.progress.index(0, 6), '一行目\n二"行目')
    typist.press(KEY.Key_Right, SHIFT)
    typist.press(KEY.Key_C, CTRL)
    assert clipboard_rows(QGuiApplication.clipboard().text()) == [['一行目\n二"行目', "評価0-2019"]]
    typist.grid.put_cursor(2, 8)
    typist.press(KEY.Key_V, CTRL)
    assert (typist.text(2, 8), typist.text(2, 9)) == ('一行目\n二"行目', "評価0-2019")
    assert desk.steps[-1][0] == "貼り付け（2 セル）"


def test_copy_with_headings_and_cut(typist: Typist) -> None:
    typist.press(KEY.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "令和元年度 内容及び目標\n内容及び目標0-2019"
    typist.press(KEY.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "内容及び目標0-2019"


def test_what_is_cut_out_is_emptied_when_it_is_pasted_and_esc_takes_the_cut_back(typist: Typist, desk: Desk) -> None:
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_X, CTRL)
    assert (typist.text(0, 6), desk.steps) == ("内容及び目標0-2019", [])
    typist.grid.put_cursor(1, 6)  # over a part of what was cut
    typist.press(KEY.Key_V, CTRL)
    assert [typist.text(row, 6) for row in range(3)] == [None, "内容及び目標0-2019", "内容及び目標1-2019"]
    assert [label for label, _ in desk.steps] == ["切り取って貼り付け（3 セル）"]
    assert typist.grid.selected_ranges() == [(1, 6, 2, 6)]
    typist.grid.put_cursor(3, 6)
    typist.press(KEY.Key_X, CTRL)
    typist.press(KEY.Key_Escape)
    typist.grid.put_cursor(3, 7)
    typist.press(KEY.Key_V, CTRL)
    assert (typist.text(3, 6), typist.text(3, 7)) == ("内容及び目標3-2019", "内容及び目標3-2019")


def test_typing_goes_to_where_the_selection_began_and_enter_and_tab_walk_in_it(typist: Typist) -> None:
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_Right, SHIFT)
    assert typist.at == (0, 6)
    for text in ("a", "b", "c", "d"):
        typist.type(text)
        typist.press(KEY.Key_Return)
    assert [typist.text(row, column) for column in (6, 7) for row in (0, 1)] == ["a", "b", "c", "d"]
    assert typist.at == (0, 6)
    assert typist.grid.selected_ranges() == [(0, 6, 1, 7)]
    typist.press(KEY.Key_Tab)
    typist.press(KEY.Key_Tab)
    assert typist.at == (1, 6)
    typist.press(KEY.Key_Return, SHIFT)
    assert typist.at == (0, 6)
    typist.press(KEY.Key_Down, SHIFT)  # on from where the selection reaches
    assert typist.grid.selected_ranges() == [(0, 6, 2, 7)]


def test_a_paste_over_the_edge_is_said_and_nothing_is_pasted(typist: Typist, desk: Desk, told: list[str]) -> None:
    QGuiApplication.clipboard().setText("a\nb")
    typist.grid.put_cursor(3, 6)
    typist.press(KEY.Key_V, CTRL)
    assert desk.steps == []
    assert len(told) == 1
    assert "はみ出" in told[0]


def test_what_may_not_be_pasted_is_counted(typist: Typist, told: list[str]) -> None:
    typist.grid.progress.may_edit = lambda _row, column: column.field is not DEPARTMENT
    QGuiApplication.clipboard().setText("◎\tb")
    typist.grid.put_cursor(0, 2)
    typist.press(KEY.Key_V, CTRL)
    assert (typist.text(0, 2), typist.text(0, 3)) == ("◎", "市民課")
    assert told == ["編集できない 1 セルは、そのままにしました。"]


def test_fill_down_and_right(typist: Typist) -> None:
    typist.press(KEY.Key_Down, SHIFT)
    typist.press(KEY.Key_D, CTRL)
    assert typist.text(1, 6) == "内容及び目標0-2019"
    typist.grid.put_cursor(1, 7)
    typist.press(KEY.Key_R, CTRL)
    assert typist.text(1, 7) == "内容及び目標0-2019"


def test_ctrl_arrows_home_end_and_all(typist: Typist) -> None:
    typist.press(KEY.Key_Down, CTRL)
    assert typist.at == (3, 6)
    typist.press(KEY.Key_Home, CTRL)
    assert typist.at == (0, 0)
    typist.press(KEY.Key_End, CTRL)
    assert typist.at == (3, 11)
    typist.press(KEY.Key_Home)
    assert typist.at == (3, 0)
    typist.press(KEY.Key_Up, CTRL | SHIFT)
    assert typist.grid.selected_ranges() == [(0, 0, 3, 0)]
    typist.press(KEY.Key_A, CTRL)
    assert typist.grid.selected_ranges() == [(0, 0, 3, 11)]


def test_hidden_years_are_stepped_over(typist: Typist) -> None:
    columns = typist.grid.progress.columns
    year = columns[8].year
    assert year is not None
    typist.grid.hide_years([year])
    typist.grid.put_cursor(0, 7)
    typist.press(KEY.Key_Right)
    assert typist.at == (0, 10)


def test_leaving_the_grid_finishes_the_edit(typist: Typist, qtbot: QtBot) -> None:
    typist.type("途中")
    other = CellEditor(typist.grid.window(), 17)
    other.show()
    other.setFocus()
    qtbot.waitUntil(lambda: typist.text(0, 6) == "途中")


def test_nothing_moves_in_an_empty_table(typist: Typist) -> None:
    typist.grid.progress.replace_table(table_of([]))
    for key in (KEY.Key_Down, KEY.Key_Tab, KEY.Key_Return, KEY.Key_Delete, KEY.Key_F2):
        typist.press(key)
    assert not typist.grid.currentIndex().isValid()


def test_an_edited_text_keeps_its_unusual_characters(typist: Typist) -> None:
    typist.grid.progress.setData(typist.grid.progress.index(0, 6), "a\u00a0b　①\n㈱")
    typist.press(KEY.Key_F2)
    typist.type("!")
    typist.press(KEY.Key_Return)
    assert typist.text(0, 6) == "a\u00a0b　①\n㈱!"


def test_suggestions_of_an_input_method_belong_to_the_cell_from_the_first_key(grid: ProgressGrid) -> None:
    QApplication.sendEvent(grid, QInputMethodEvent("に", []))
    assert grid.is_editing
    where = grid.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(where, QRect)
    cell = grid.visualRect(grid.currentIndex()).translated(grid.viewport().pos())
    assert cell.adjusted(-2, -2, 2, 2).contains(where.center())
