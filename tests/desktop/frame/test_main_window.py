"""A day in the window: open, write, undo, look for what is missing, declare, switch looks and languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.file.lock import PlanLocked
from db.file.planfile import open_plan
from db.store.working import Actor
from desktop.frame import opening
from desktop.frame.start_page import StartPage
from desktop.kit.preferences import LANGUAGE, THEME, Settings
from desktop.kit.theme import DARK, LIGHT, colours
from desktop.table.plan_view import PlanView
from plan.fields import DEPARTMENT, NUMBER, TARGET
from plan.states import State
from plan.table import Column
from tests.desktop.screens import CELL, YEAR, clicked, closed, do, go_to, new_window, opened_window, text_at
from work.open_plan import Saved
from work.wording import state_label


def saved(view: PlanView) -> Saved:
    return view.plan.saved


def type_into_panel(view: PlanView, text: str) -> None:
    view.panel.editor.setFocus()
    view.panel.editor.selectAll()
    QTest.keyClicks(view.panel.editor, text)
    QTest.keyClick(view.panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_edit_can_be_undone_at_once_and_again_after_the_plan_was_closed(sample: Path) -> None:
    window, view = opened_window(sample)
    before = text_at(view)
    go_to(view)
    type_into_panel(view, "first")
    go_to(view)
    type_into_panel(view, "second")
    assert text_at(view) == "second"
    QApplication.processEvents()
    assert "評価" in window.commands.by_id["edit.undo"].text()
    QTest.keyClick(view.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_at(view) == "first"
    closed(window)

    window, view = opened_window(sample)
    assert text_at(view) == "first"
    do(window, "edit.undo")
    assert text_at(view) == before
    do(window, "edit.redo")
    do(window, "edit.redo")
    assert text_at(view) == "second"
    closed(window)


def test_the_making_of_the_plan_itself_cannot_be_undone(sample: Path) -> None:
    window, view = opened_window(sample)
    assert not window.commands.by_id["edit.undo"].isEnabled()
    view.plan.undo()
    assert len(view.plan.table(view.scope).rows) == len(view.model.table.rows)
    closed(window)


def test_typing_in_the_grid_is_saved_through_the_same_door(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    QTest.keyClick(view.grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "typed")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert text_at(view) == "typed"
    assert view.plan.table(view.scope).rows[0].cells == view.model.table.rows[0].cells
    closed(window)


def test_choosing_departments_shows_their_rows_alone(sample: Path) -> None:
    window, view = opened_window(sample)
    offices = {row.department for row in view.model.table.rows[:8]}
    view.sidebar.departments.choose(frozenset(offices))
    shown = [view.model.row(n) for n in range(view.model.rowCount())]
    assert {row.department for row in shown} == offices
    QApplication.processEvents()
    assert str(len(shown)) in window.status.rows.text()
    do(window, "view.all_rows")
    assert view.model.rowCount() == len(view.model.table.rows)
    closed(window)


def test_choosing_a_heading_shows_everything_below_it(sample: Path) -> None:
    window, view = opened_window(sample)
    branch = view.model.table.rows[0].branch
    top = view.sidebar.items.topLevelItem(1)
    assert top is not None
    assert top.text(0) == branch
    top.setSelected(True)
    view.sidebar.items.choose(frozenset({top.data(0, Qt.ItemDataRole.UserRole)}))
    assert {view.model.row(n).branch for n in range(view.model.rowCount())} == {branch}
    closed(window)


def test_what_is_missing_is_counted_and_can_be_shown_alone(sample: Path, qtbot: QtBot) -> None:
    window, view = opened_window(sample)
    total = view.sidebar.departments.topLevelItem(0)
    assert total is not None
    before = int(total.text(1))
    do(window, "view.not_entered")
    assert 0 < view.model.rowCount() < len(view.model.table.rows)
    missing = next(n for n, cell in enumerate(view.model.row(0).cells) if cell is None)
    view.choose(view.model.row(0).id, view.model.columns[missing])
    do(window, "state.nothing_to_report")
    qtbot.waitUntil(lambda: total.text(1) == str(before - 1))
    closed(window)


@pytest.mark.parametrize("state", [State.NOTHING_TO_REPORT, State.NO_ACTIVITY, State.ENDED, State.DISCONTINUED])
def test_a_state_is_declared_for_all_chosen_cells_as_one_step(sample: Path, state: State) -> None:
    window, view = opened_window(sample)
    before = [text_at(view, row) for row in range(3)]
    go_to(view)
    column = view.model.columns.index(CELL)
    view.grid.put_cursor(0, column)
    view.grid.put_cursor(2, column, extend=True)
    do(window, f"state.{state.name.lower()}")
    assert [text_at(view, row) for row in range(3)] == [state.value] * 3
    assert state_label(state) in str(view.plan.undo_name)
    do(window, "edit.undo")
    assert [text_at(view, row) for row in range(3)] == before
    closed(window)


def test_a_state_button_beside_the_editor_declares_and_takes_back(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    button = view.panel.states.buttons[State.NO_ACTIVITY.value]
    button.click()
    assert text_at(view) == State.NO_ACTIVITY.value
    assert button.isChecked()
    button.click()
    assert text_at(view) is None
    closed(window)


def test_the_larger_editor_shows_last_year_and_the_target(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    page = view.panel.comparison.toPlainText()
    for column in (Column(TARGET, YEAR), Column(CELL.field, type(YEAR)(YEAR - 1))):
        text = text_at(view, 0, column)
        assert text is not None
        assert text.split("\n")[0] in page
    closed(window)


def test_leaving_the_larger_editor_saves_and_escape_gives_the_text_back(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    before = text_at(view)
    view.panel.editor.setFocus()
    view.panel.editor.write_over("half")
    QTest.keyClick(view.panel.editor, Qt.Key.Key_Escape)
    assert view.panel.editor.text == before
    view.panel.editor.write_over("whole")
    go_to(view, 1)
    assert text_at(view) == "whole"
    assert text_at(view, 1) != "whole"
    closed(window)


def test_last_years_text_can_be_taken_over(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    view.panel.copy_last.click()
    view.panel.commit()
    assert text_at(view) == text_at(view, 0, Column(CELL.field, type(YEAR)(YEAR - 1)))
    closed(window)


def test_an_unknown_department_is_refused_in_one_sentence_and_nothing_changes(sample: Path) -> None:
    window, view = opened_window(sample)
    before = text_at(view, 0, Column(DEPARTMENT))
    go_to(view, 0, Column(DEPARTMENT))
    view.panel.editor.write_over("ない課")
    view.panel.commit()
    assert "ない課" in view.banner.text
    assert view.panel.editor.text == "ない課"
    assert text_at(view, 0, Column(DEPARTMENT)) == before
    closed(window)


def test_the_history_of_a_cell_tells_who_wrote_what(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    view.panel.editor.write_over("新しい文")
    view.panel.commit()
    do(window, "history.cell")
    page = view.panel.past.toPlainText()
    assert "新しい文" in page
    assert view.plan.file.store.actor.name in page
    closed(window)


def test_no_save_button_is_needed_and_ctrl_s_says_so(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    view.panel.editor.write_over("新しい文")
    view.panel.commit()
    assert saved(view) is Saved.PENDING
    assert "保存済み" in window.status.saved.text()
    do(window, "file.save")
    assert saved(view) is Saved.PUBLISHED
    assert "保存済みです" in window.status.currentMessage()
    closed(window)


def test_a_plan_file_that_cannot_be_written_is_told_and_the_work_is_kept(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _parent, error: told.append(str(error)))
    window, view = opened_window(sample)
    go_to(view)
    view.panel.editor.write_over("新しい文")
    view.panel.commit()
    sample.rename(sample.with_name("away"))
    sample.mkdir()
    do(window, "file.save")
    assert saved(view) is Saved.REFUSED
    assert len(told) == 1
    assert "反映できません" in window.status.saved.text()
    assert text_at(view) == "新しい文"
    sample.rmdir()
    sample.with_name("away").rename(sample)
    do(window, "file.save")
    assert saved(view) is Saved.PUBLISHED
    closed(window)


def test_a_plan_opened_for_reading_cannot_be_edited(sample: Path) -> None:
    window = new_window()
    window.show_plan(open_plan(sample, Actor("若葉", "PC-2"), read_only=True))
    view = window.view
    assert view is not None
    go_to(view)
    assert view.panel.editor.isReadOnly()
    for command in ("row.add", "edit.paste", "state.ended", "plan.properties", "edit.undo"):
        assert not window.commands.by_id[command].isEnabled()
    assert window.commands.by_id["file.export"].isEnabled()
    assert "読むだけ" in window.status.saved.text()
    closed(window)


@pytest.mark.parametrize("choice", ["read", "copy", "leave"])
def test_a_plan_that_somebody_has_open_can_be_read_copied_or_left(
    sample: Path, choice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = sample.with_name("控え.ayumi")
    monkeypatch.setattr(opening, "ask_place", lambda *_: copy)
    monkeypatch.setattr(opening, "choice_while_locked", lambda *_: choice)
    with open_plan(sample, Actor("若葉", "PC-2")):
        with pytest.raises(PlanLocked):
            open_plan(sample, Actor("青葉", "PC-1"))
        window = new_window()
        window.open_path(sample)
        view = window.view
        expected = {"read": (sample, False), "copy": (copy, True), "leave": None}[choice]
        assert (view and (view.plan.path, view.plan.writable)) == expected
        closed(window)


@pytest.mark.parametrize(("theme", "look"), [("dark", DARK), ("light", LIGHT)])
def test_the_look_changes_at_once_and_is_remembered(sample: Path, theme: str, look: object) -> None:
    window, view = opened_window(sample)
    go_to(view)
    do(window, f"theme.{theme}")
    assert colours() is look
    assert window.view is not None
    assert window.view.current is not None
    assert Settings().get(THEME) == theme
    closed(window)


def test_the_language_changes_at_once_while_the_plan_stays_open(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    view.panel.editor.write_over("書きかけ")
    do(window, "language.en")
    assert window.commands.by_id["edit.find"].text() == "Find…"
    assert window.view is not None
    assert text_at(window.view) == "書きかけ"
    assert window.view.current is not None
    assert window.view.current[1] == CELL
    assert Settings().get(LANGUAGE) == "en"
    do(window, "language.ja")
    assert window.commands.by_id["edit.find"].text() == "検索…"
    closed(window)


def test_columns_follow_what_is_chosen_and_stay_so(sample: Path) -> None:
    window, view = opened_window(sample)
    count = view.model.columnCount()
    do(window, "view.grades")
    assert view.model.columnCount() > count
    do(window, "view.order_fields")
    yearly = [c for c in view.model.columns if c.year is not None]
    assert yearly[0].field == yearly[1].field
    view.show_year(YEAR, shown=False)
    do(window, "view.zoom_in")
    closed(window)
    window, view = opened_window(sample)
    assert [c for c in view.model.columns if c.year is not None] == yearly
    assert view.grid.hidden_years() == {YEAR}
    assert view.grid.zoom > 1
    closed(window)


def test_the_first_page_knows_the_last_plans_and_forgets_vanished_ones(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _parent, error: told.append(str(error)))
    window, _ = opened_window(sample)
    do(window, "file.close")
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    assert [path.name for path in window.settings.recent()] == [sample.name]
    sample.unlink()
    window.open_path(sample)
    assert len(told) == 1
    assert window.settings.recent() == []
    closed(window)


def test_the_sample_plan_is_made_once_and_then_opened(home: Path) -> None:
    window = new_window()
    do(window, "file.sample")
    assert window.plan is not None
    path = window.plan.path
    assert path.is_relative_to(home)
    go_to(window.view)  # type: ignore[arg-type] # there is a view where a plan is open
    do(window, "state.ended")
    do(window, "file.close")
    do(window, "file.sample")
    assert window.plan.path == path
    assert window.plan.undo_name
    closed(window)


def test_a_plan_file_dropped_on_the_window_is_opened(sample: Path) -> None:
    window = new_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert window.plan is not None
    closed(window)


def test_a_table_dropped_on_an_open_plan_is_taken_to_the_import(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, _ = opened_window(sample)
    taken: list[Path | None] = []
    monkeypatch.setattr(window, "import_file", taken.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample.with_suffix(".xlsx")))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert taken == [sample.with_suffix(".xlsx")]
    closed(window)


def test_every_part_can_be_reached_by_f6(sample: Path) -> None:
    window, view = opened_window(sample)
    view.show_sidebar(shown=True)
    view.show_panel(shown=True)
    window.activateWindow()
    reached = set()
    for _ in range(5):
        do(window, "view.next_pane")
        part = QApplication.focusWidget()
        assert part is not None
        reached.add(part)
    assert {view.sidebar.departments, view.sidebar.items, view.grid, view.panel.editor} <= reached
    closed(window)


def test_rows_go_only_after_a_question_that_names_them(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, view = opened_window(sample)
    number = text_at(view, 0, Column(NUMBER))
    count = len(view.model.table.rows)
    go_to(view)
    clicked(monkeypatch, yes=False)
    do(window, "row.delete")
    assert len(view.model.table.rows) == count
    asked = clicked(monkeypatch, yes=True)
    do(window, "row.delete")
    assert number is not None
    assert number in asked[0]
    assert len(view.model.table.rows) == count - 1
    do(window, "edit.undo")
    assert len(view.model.table.rows) == count
    closed(window)
