"""A mark in the window is one that the plan knows, however it comes there; what is not is refused in one sentence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.edit import cells
from db.edit.scales import set_scale
from desktop.frame.main_window import Window
from desktop.grid.choice_menu import ChoiceMenu
from desktop.table.plan_view import PlanView
from plan.fields import DEPARTMENT, EVALUATION, GRADE, LEAD
from plan.scales import Scale, ScaleGrade
from plan.states import State
from plan.table import CellEdit, Column
from tests.desktop.hands import ALT, CTRL, KEY, editors, press, write
from tests.desktop.screens import YEAR, closed, do, go_to, opened_window, text_at

Screen = tuple[Window, PlanView]
MARK = Column(GRADE, YEAR)
KNOWN = "この計画の評価区分は ○、△、×、－ です。"


@pytest.fixture
def screen(sample: Path) -> Iterator[Screen]:
    """The window with its grades shown, the keyboard on an empty one."""
    window, view = opened_window(sample)
    window.activateWindow()
    do(window, "view.grades")
    view.model.change([CellEdit(view.model.row(0).id, MARK, None)], "仕度")
    at(view, MARK)
    yield window, view
    closed(window)


def at(view: PlanView, column: Column, row: int = 0) -> None:
    go_to(view, row, column)
    QApplication.processEvents()


def stored(view: PlanView, column: Column = MARK, row: int = 0) -> str | None:
    table = view.plan.table(view.scope)
    return table.rows[row].cells[table.columns.index(column)]


def type_it(_window: Window, view: PlanView, text: str) -> None:
    write(text)
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert editors(view) == []


def paste_it(_window: Window, _view: PlanView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(KEY.Key_V, CTRL)


def fill_it(_window: Window, view: PlanView, text: str) -> None:
    with_text(view, text)
    view.grid.put_cursor(0, view.model.columns.index(MARK))
    view.grid.fill_right()


def with_text(view: PlanView, text: str) -> None:
    """The cell at the left has a text, as an import may have written it."""
    place = view.model.columns.index(MARK) - 1
    edit = CellEdit(view.model.row(0).id, view.model.columns[place], text)
    view.plan.do("取り込み", cells.set_cells, [edit])


def write_it_large(_window: Window, view: PlanView, text: str) -> None:
    view.panel.editor.setFocus()
    view.panel.editor.write_over(text)
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Escape)


def replace_it(_window: Window, view: PlanView, text: str) -> None:
    view.model.change([CellEdit(view.model.row(0).id, MARK, "×")], "仕度")
    view.find_bar.wanted.setText("×")
    view.find_bar.instead.setText(text)
    at(view, MARK)
    view.find_bar.replace()


WAYS: tuple[Callable[[Window, PlanView, str], None], ...] = (type_it, paste_it, fill_it, write_it_large, replace_it)


@pytest.mark.parametrize("way", WAYS)
def test_a_mark_that_the_plan_does_not_know_is_refused_whatever_way_it_comes(
    screen: Screen, way: Callable[[Window, PlanView, str], None]
) -> None:
    window, view = screen
    way(window, view, "優")
    assert stored(view) in (None, "×")
    assert text_at(view, 0, MARK) == stored(view)
    assert view.banner.text == "「達成状況」に「優」は入りません。" + KNOWN


@pytest.mark.parametrize("way", WAYS)
def test_a_mark_is_kept_as_the_scale_writes_it_whatever_way_it_comes(
    screen: Screen, way: Callable[[Window, PlanView, str], None]
) -> None:
    window, view = screen
    way(window, view, "◯")
    assert (stored(view), text_at(view, 0, MARK)) == ("○", "○")


def test_what_is_refused_while_it_is_typed_stays_under_the_hands(screen: Screen) -> None:
    _, view = screen
    write("優")
    press(KEY.Key_Return)
    (editor,) = editors(view)
    assert (editor.text, stored(view)) == ("優", None)
    assert view.banner.text.endswith(KNOWN)


def test_a_lead_is_marked_with_a_circle_and_a_department_is_one_of_the_plans(screen: Screen) -> None:
    _, view = screen
    for column, text, said in (
        (Column(LEAD), "はい", "主担当の行に ○ を付けるか、空にしてください。"),
        (Column(DEPARTMENT), "どこにもない課", "「どこにもない課」という担当課は登録されていません。"),
    ):
        before = stored(view, column)
        at(view, column)
        paste_it(*screen, text)
        assert (stored(view, column), text_at(view, 0, column)) == (before, before)
        assert said in view.banner.text


def test_what_an_import_wrote_stays_until_somebody_writes_there(screen: Screen) -> None:
    _, view = screen
    row = view.model.row(0).id
    view.plan.do("取り込み", cells.set_cells, [CellEdit(row, MARK, "◎")])
    both = [CellEdit(row, MARK, "◎"), CellEdit(row, Column(EVALUATION, YEAR), "別の文")]
    assert view.model.change(both, "入力")
    assert (stored(view), stored(view, Column(EVALUATION, YEAR))) == ("◎", "別の文")


def test_a_digit_chooses_a_grade_in_the_scales_order(screen: Screen) -> None:
    _, view = screen
    for key, mark in ((KEY.Key_2, "△"), (KEY.Key_1, "○"), (KEY.Key_4, "－"), (KEY.Key_9, "－"), (KEY.Key_0, None)):
        press(key)
        assert (stored(view), text_at(view, 0, MARK)) == (mark, mark)
        assert editors(view) == []
    at(view, Column(EVALUATION, YEAR))
    write("1")
    press(KEY.Key_Return)
    assert stored(view, Column(EVALUATION, YEAR)) == "1"


def test_a_digit_that_an_input_method_writes_chooses_too(screen: Screen) -> None:
    _, view = screen
    write("２")
    press(KEY.Key_Return)
    assert (stored(view), editors(view)) == ("△", [])


def test_alt_and_down_opens_the_list_of_the_grades(screen: Screen) -> None:
    _, view = screen
    press(KEY.Key_3)
    press(KEY.Key_Down, ALT)
    (menu,) = view.grid.findChildren(ChoiceMenu)
    assert [a.text() for a in menu.actions()][1:3] == ["&1　○　達成", "&2　△　一部達成"]
    assert [a.isChecked() for a in menu.actions()] == [False, False, False, True, False]
    menu.actions()[2].trigger()
    menu.close()
    assert (stored(view), view.grid.currentIndex().row()) == ("△", 0)


def test_nothing_is_chosen_in_a_plan_that_may_not_be_edited(screen: Screen) -> None:
    _, view = screen
    view.model.may_edit = lambda _row, _column: False
    press(KEY.Key_1)
    press(KEY.Key_Down, ALT)
    assert (stored(view), view.grid.findChildren(ChoiceMenu)) == (None, [])


def test_the_larger_editor_offers_the_grades_for_a_grade_and_the_states_for_a_text(screen: Screen) -> None:
    _, view = screen
    panel = view.panel
    assert list(panel.grades.buttons) == ["○", "△", "×", "－"]
    assert (panel.grades.isVisible(), panel.states.isVisible()) == (True, False)
    panel.grades.buttons["△"].click()
    assert (stored(view), panel.grades.buttons["△"].isChecked()) == ("△", True)
    panel.grades.buttons["△"].click()
    assert (stored(view), panel.grades.buttons["△"].isChecked()) == (None, False)
    at(view, Column(EVALUATION, YEAR))
    assert (panel.grades.isVisible(), panel.states.isVisible()) == (False, True)
    assert State.NOTHING_TO_REPORT.value in panel.states.buttons


def test_another_scale_is_offered_as_soon_as_the_plan_has_it(screen: Screen) -> None:
    _, view = screen
    other = Scale("achievement", "達成度", (ScaleGrade("S", "計画以上"), ScaleGrade("1", "計画どおり")))
    view.plan.do("評価区分", set_scale, other)
    QApplication.processEvents()
    press(KEY.Key_1)
    assert stored(view) == "1"  # what is written so comes before the first in order
    press(KEY.Key_2)
    assert stored(view) == "1"
    view.show_cell()
    assert list(view.panel.grades.buttons) == ["S", "1"]
    paste_it(*screen, "○")
    assert "この計画の評価区分は S、1 です。" in view.banner.text
