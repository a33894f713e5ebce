"""What is written in the window goes where the person wrote it, as she wrote it, whatever she does next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.edit import cells
from desktop.checking.checking_window import CheckingWindow
from desktop.frame import open_checking
from desktop.frame.main_window import Window
from desktop.grid.editor import CellEditor
from desktop.table.plan_view import PlanView
from plan.errors import PlanError
from plan.fields import EVALUATION, NUMBER
from plan.findings import Finding
from plan.table import Column
from tests.desktop.forgetful import forgetful
from tests.desktop.hands import CTRL, KEY, click, convert, editors, keyboard, press, write
from tests.desktop.screens import CELL, closed, do, go_to, opened_window, text_at

Screen = tuple[Window, PlanView]


@pytest.fixture
def screen(sample: Path) -> Iterator[Screen]:
    """The window over the sample plan, the cursor on an evaluation and the keyboard in the grid."""
    window, view = opened_window(sample)
    window.activateWindow()
    go_to(view)
    QApplication.processEvents()
    yield window, view
    closed(window)


def stored(view: PlanView, row: int = 0, column: Column = CELL) -> str | None:
    """A cell's text as the plan has it."""
    table = view.plan.table(view.scope)
    return table.rows[row].cells[table.columns.index(column)]


def test_a_click_elsewhere_confirms_a_conversion_into_its_own_cell(screen: Screen) -> None:
    _, view = screen
    below = text_at(view, 1)
    convert("く")
    convert("くんれん")
    click(view, 1)
    assert (stored(view), stored(view, 1)) == ("くんれん", below)
    assert editors(view) == []
    assert view.grid.currentIndex().row() == 1
    write("次")
    press(KEY.Key_Return)
    assert (stored(view), stored(view, 1)) == ("くんれん", "次")


def test_the_letter_that_ends_the_first_conversion_begins_the_next_one(screen: Screen) -> None:
    _, view = screen
    convert("話")
    convert("", "話")
    assert keyboard() is view.grid
    convert("d")
    QTest.qWait(100)
    assert keyboard() is view.grid
    convert("です")
    convert("", "です")
    QTest.qWait(100)
    assert [keyboard()] == editors(view)
    press(KEY.Key_Return)
    assert stored(view) == "話です"


def test_what_an_input_method_would_throw_away_is_entered_as_it_reads(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, view = screen
    before = text_at(view, 1)
    with forgetful(monkeypatch, view.grid, view.panel.editor):
        convert("く")
        convert("くんれん")
        click(view, 1)
        assert (stored(view), stored(view, 1)) == ("くんれん", before)
        convert("か")
        view.sidebar.departments.setFocus()
        assert stored(view, 1) == "か"
        QApplication.processEvents()
        view.panel.editor.setFocus()
        convert("ん")
        click(view, 0)
        assert (stored(view), stored(view, 1)) == ("くんれん", "んか")


def test_a_jump_from_the_findings_enters_what_is_being_typed(screen: Screen) -> None:
    window, view = screen
    write("abc")
    do(window, "plan.check")
    (checking,) = window.findChildren(CheckingWindow)
    while checking.live.waiting:
        QApplication.processEvents()
    checking.live.settle()
    window.activateWindow()
    QApplication.processEvents()
    go_to(view, 2)
    write("xyz")
    finding = next(f for f in _findings(checking) if checking.live.is_row(f.place.record))
    open_checking.go_to(window, view, checking, finding)
    assert (stored(view), stored(view, 2)) == ("abc", "xyz")
    assert editors(view) == []
    do(window, "edit.undo")
    do(window, "edit.undo")
    assert "abc" not in (stored(view), stored(view, 2))


def _findings(checking: CheckingWindow) -> list[Finding]:
    found: list[Finding | None] = []
    for line in checking.findings.lines():
        checking.findings.setCurrentItem(line)
        found.append(checking.findings.chosen)
    return [finding for finding in found if finding is not None]


@pytest.mark.parametrize("conversion", [False, True], ids=["typed", "converted"])
def test_whatever_moves_the_cursor_enters_the_text_first(screen: Screen, *, conversion: bool) -> None:
    _, view = screen
    for way in (
        lambda: view.choose(view.model.table.rows[3].id, CELL),
        lambda: view.grid.setCurrentIndex(view.model.index(4, 8)),
        lambda: view.grid.selectionModel().setCurrentIndex(
            view.model.index(5, 9), view.grid.selectionModel().SelectionFlag.ClearAndSelect
        ),
        lambda: view.grid.selectColumn(3),
        lambda: view.sidebar.setFocus() or view.sidebar.departments.setFocus(),
        view.show_all,
        view.hand_over,
        view.reload,
        lambda: view.model.replace_table(view.plan.table(view.scope)),
    ):
        go_to(view)
        text = f"書きかけ{id(way)}"
        convert(text)
        if not conversion:
            convert("", text)
        way()
        QApplication.processEvents()
        view.grid.finish_editing()
        assert stored(view) == text
        assert not any("qrichtext" in (cell or "") for row in view.model.table.rows for cell in row.cells)


def test_where_a_text_is_refused_nothing_moves_and_it_stays_to_be_mended(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, view = screen
    before = text_at(view)

    def refuse(*_: object) -> None:
        raise PlanError("空き容量がありません。")

    with monkeypatch.context() as patch:
        patch.setattr(view.plan, "set_cells", refuse)
        write("大切な文")
        click(view, 3)
        view.choose(view.model.table.rows[4].id, CELL)
        assert [e.text for e in editors(view)] == ["大切な文"]
        assert view.current is not None
        assert view.current[0].id == view.model.table.rows[0].id
    assert stored(view) == before
    press(KEY.Key_Return)
    assert stored(view) == "大切な文"


def test_nobody_keeps_an_editor_that_qt_took_away(screen: Screen) -> None:
    window, view = screen
    write("abc")
    view.grid.reset()
    QApplication.sendPostedEvents(None, 0)
    assert not view.grid.is_editing
    go_to(view)
    write("de")
    press(KEY.Key_Return)
    assert stored(view) == "de"
    do(window, "edit.undo")
    assert stored(view) != "de"


def test_a_change_elsewhere_leaves_what_is_being_written(screen: Screen) -> None:
    _, view = screen
    write("書きかけ")
    view.plan.do("x", cells.set_cells, [view.model.edit_of(0, view.model.columns.index(CELL), "別の人")])
    view.model.replace_table(view.plan.table(view.scope))
    assert [e.text for e in editors(view)] == ["書きかけ"]
    press(KEY.Key_Return)
    assert stored(view) == "書きかけ"


def test_one_cell_is_chosen_after_ctrl_enter_in_the_larger_editor(screen: Screen) -> None:
    window, view = screen
    for row, text in enumerate(("一", "二", "三")):
        view.panel.editor.setFocus()
        view.panel.editor.write_over(text)
        press(KEY.Key_Return, CTRL)
        assert view.chosen_count == 1, row
    do(window, "state.nothing_to_report")
    assert [stored(view, row) for row in range(4)] == ["一", "二", "三", "該当なし"]


def test_the_number_column_takes_text_too(screen: Screen) -> None:
    _, view = screen
    go_to(view, 0, Column(NUMBER))
    convert("十")
    click(view, 2, Column(EVALUATION, CELL.year))
    assert stored(view, 0, Column(NUMBER)) == "十"


def test_leaving_for_the_lists_during_the_first_conversion_enters_it(screen: Screen) -> None:
    _, view = screen
    convert("ひなん")
    assert view.grid.hasFocus()
    QTest.mouseClick(view.sidebar.departments.viewport(), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert stored(view) == "ひなん"
    assert view.findChildren(CellEditor) == editors(view) or not editors(view)
