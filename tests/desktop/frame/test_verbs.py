"""Rows, headings, departments and years: every form does what it says, as one step that can be undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from db.log.changes import dump
from db.read.table import departments, items
from desktop.frame.main_window import Window
from desktop.frame.splitting import RowList
from desktop.kit.form import Form
from desktop.table.history_window import HistoryWindow
from desktop.table.plan_view import PlanView
from plan.fields import BASELINE_AND_GOAL, CONTENT, DEPARTMENT, LEAD, NUMBER, PROJECT, Field
from plan.states import State
from plan.table import Column
from tests.desktop.screens import clicked, closed, do, filled_in, go_to, opened_window, text_at
from work.days import year_in_work

Dump = dict[str, list[tuple[object, ...]]]


def contents(view: PlanView) -> Dump:
    with view.plan.file.store.reading() as connection:
        return dump(connection)


def undone_and_done_again(window: Window, view: PlanView, before: Dump) -> None:
    """One step back is where it was, one step on is where it came to; the grid shows what is stored."""
    after = contents(view)
    assert after != before
    for _ in range(2):
        do(window, "edit.undo")
        assert contents(view) == before
        assert [r.cells for r in view.model.table.rows] == [r.cells for r in view.plan.table(view.scope).rows]
        do(window, "edit.redo")
        assert contents(view) == after
        assert [r.cells for r in view.model.table.rows] == [r.cells for r in view.plan.table(view.scope).rows]


@pytest.fixture
def shown(sample: Path) -> Iterator[tuple[Window, PlanView, Dump]]:
    window, view = opened_window(sample)
    go_to(view)
    yield window, view, contents(view)
    closed(window)


def cleared(window: Window, view: PlanView, field: Field) -> None:
    go_to(view, 0, Column(field))
    do(window, "edit.clear")


def rewritten(view: PlanView, field: Field) -> None:
    go_to(view, 0, Column(field))
    view.panel.editor.write_over("別の文章")
    view.panel.commit()


Shown = tuple[Window, PlanView, Dump]
Patch = pytest.MonkeyPatch


def test_a_row_of_another_department_stands_below_the_chosen_one(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"担当課": "総務課", "番号": "1-2"})
    do(window, "row.add")
    new = view.model.table.rows[1]
    assert (new.cells[0], new.cells[3]) == ("1-2", "総務課")
    assert new.content == view.model.table.rows[0].content
    assert view.current is not None
    assert view.current[0].id == new.id
    undone_and_done_again(window, view, before)


@pytest.mark.parametrize(("kind", "heading"), [(1, ""), (2, "9-①-ア. 新しい事業")])
def test_new_content_and_new_projects_come_with_their_headings(
    shown: Shown, monkeypatch: Patch, kind: int, heading: str
) -> None:
    window, view, before = shown
    project = text_at(view, 0, Column(PROJECT))
    filled_in(monkeypatch, {"加えるもの": kind, "新しい実施事業": heading, "実施内容": "新しい内容"})
    do(window, "row.add")
    assert text_at(view, 1, Column(CONTENT)) == "新しい内容"
    assert text_at(view, 1, Column(PROJECT)) == (heading or project)
    undone_and_done_again(window, view, before)


def test_a_new_project_without_a_name_is_asked_for_again(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"加えるもの": 2, "実施内容": "新しい内容"})
    do(window, "row.add")
    assert contents(view) == before


def test_all_chosen_rows_end_at_once_as_one_step(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    view.grid.put_cursor(0, 0)
    view.grid.put_cursor(2, 0, extend=True)
    filled_in(monkeypatch, {"最後の年度": "令和4年度", "理由": "統合のため"})
    do(window, "row.end")
    assert [row.ended_year for row in view.model.table.rows[:3]] == [2022] * 3
    assert str(view.plan.undo_name) == "行の終了（3 行）"
    undone_and_done_again(window, view, before)


def test_the_keyboard_is_for_the_first_field_of_a_form_and_the_year_in_work_is_chosen(
    shown: Shown, monkeypatch: Patch
) -> None:
    window, view, _before = shown
    seen: list[object] = []

    def look(form: Form) -> int:
        form.show()
        seen.extend([type(form.focusWidget()), [box.currentData() for box in form.findChildren(QComboBox)][-1]])
        form.hide()
        return 0

    monkeypatch.setattr(Form, "exec", look)
    do(window, "department.merge")
    assert seen == [QComboBox, int(year_in_work(view.plan.facts().years))]


def test_a_row_ends_with_a_year_and_a_reason(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"最後の年度": "令和4年度", "理由": "他の事業に統合"})
    do(window, "row.end")
    assert view.model.table.rows[0].ended_year == 2022
    undone_and_done_again(window, view, before)
    filled_in(monkeypatch, {"最後の年度": "（終了していない）"})
    do(window, "row.end")
    assert contents(view) == before


@pytest.mark.parametrize("command", ["row.down", "row.up"])
def test_a_row_changes_places_with_its_neighbour(shown: Shown, command: str) -> None:
    window, view, before = shown
    go_to(view, 3)
    ids = [row.id for row in view.model.table.rows]
    do(window, command)
    step = 1 if command == "row.down" else -1
    ids[3], ids[3 + step] = ids[3 + step], ids[3]
    assert [row.id for row in view.model.table.rows] == ids
    assert view.current is not None
    assert view.current[0].id == ids[3 + step]
    undone_and_done_again(window, view, before)


def test_the_first_row_stays_first_when_it_is_moved_up(shown: Shown) -> None:
    window, view, before = shown
    do(window, "row.up")
    assert contents(view) == before


def test_a_new_year_gives_every_row_a_column(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    asked = clicked(monkeypatch, yes=True)
    last = view.plan.facts().years.last
    do(window, "plan.open_year")
    assert len(asked) == 1
    assert view.model.columns[-1].year == last + 1
    undone_and_done_again(window, view, before)


def test_a_heading_is_renamed_wherever_it_stands(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    go_to(view, 1)
    filled_in(monkeypatch, {"新しい符号と名称": "1-①-ア. 新しい名"})
    do(window, "item.rename")
    assert text_at(view, 0, Column(PROJECT)) == text_at(view, 1, Column(PROJECT)) == "1-①-ア. 新しい名"
    undone_and_done_again(window, view, before)


def test_the_plans_own_facts_can_be_edited(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"計画名": "第3次計画", "資料番号": "資料9", "表の下の注記": "注"})
    do(window, "plan.properties")
    facts = view.plan.facts()
    assert (facts.title, facts.document_label, facts.notes) == ("第3次計画", "資料9", "注")
    assert "第3次計画" in window.windowTitle()
    undone_and_done_again(window, view, before)


def test_a_department_is_added_once(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"課名": "空港課", "係・施設（なければ空欄）": "滑走路係"})
    do(window, "department.add")
    with view.plan.file.store.reading() as connection:
        assert departments(connection)[-1].label == "空港課(滑走路係)"
    undone_and_done_again(window, view, before)
    after = contents(view)
    do(window, "department.add")
    assert contents(view) == after


def test_a_renamed_department_keeps_its_former_name_in_brackets(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"課": "危機管理課", "新しい課名": "防災課", "改める年度": "令和5年度"})
    do(window, "department.rename")
    assert text_at(view, 0, Column(DEPARTMENT)) == "防災課(旧危機管理課)"
    undone_and_done_again(window, view, before)


def test_the_rows_of_a_merged_department_go_to_the_other(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    filled_in(monkeypatch, {"統合される課": "危機管理課", "統合先の課": "総務課", "統合の年度": "令和5年度"})
    do(window, "department.merge")
    assert text_at(view, 0, Column(DEPARTMENT)) == "総務課(旧危機管理課)"
    undone_and_done_again(window, view, before)


def test_the_ticked_rows_of_a_department_go_to_a_new_one(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    others = [r.cells[3] for r in view.model.table.rows[1:]]
    answers = {"分割する課": "危機管理課", "移す行": "防災メール", "移る先の課・係": "消防課", "移る年度": "令和5年度"}
    filled_in(monkeypatch, answers)
    do(window, "department.split")
    assert text_at(view, 0, Column(DEPARTMENT)) == "消防課(旧危機管理課)"
    assert [r.cells[3] for r in view.model.table.rows[1:]] == others
    undone_and_done_again(window, view, before)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"移る先の課・係": "消防課"}, "印を付けて"),
        ({"移す行": "防災メール"}, "新しい課の名前"),
        ({"移す行": "防災メール", "移る先の課・係": "危機管理課"}, "もとからその課"),
    ],
)
def test_a_split_that_says_too_little_is_not_made_and_says_what_is_missing(
    shown: Shown, monkeypatch: Patch, answers: dict[str, str], sentence: str
) -> None:
    window, view, before = shown
    told = filled_in(monkeypatch, {"分割する課": "危機管理課", **answers})
    do(window, "department.split")
    assert sentence in told[0]
    assert contents(view) == before


def test_ticking_one_of_the_selected_rows_ticks_them_all(shown: Shown) -> None:
    _, view, _ = shown
    rows = RowList()
    rows.show_rows(view.model.table.rows[:3])
    for line in (rows.item(0), rows.item(1)):
        line.setSelected(True)
    rows.item(0).setCheckState(Qt.CheckState.Checked)
    assert rows.ticked() == [row.id for row in view.model.table.rows[:2]]
    rows.item(2).setCheckState(Qt.CheckState.Checked)
    assert len(rows.ticked()) == 3


@pytest.mark.parametrize(
    "edit",
    [
        lambda w, _v: do(w, "state.ended"),
        lambda w, _v: do(w, "edit.clear"),
        lambda w, v: cleared(w, v, LEAD),
        lambda w, v: cleared(w, v, NUMBER),
        lambda _w, v: rewritten(v, CONTENT),
        lambda _w, v: rewritten(v, PROJECT),
        lambda _w, v: rewritten(v, BASELINE_AND_GOAL),
    ],
)
def test_every_edit_of_a_cell_goes_back_and_on(shown: Shown, edit: Callable[[Window, PlanView], None]) -> None:
    window, view, before = shown
    edit(window, view)
    undone_and_done_again(window, view, before)


def test_the_history_window_tells_every_step_with_its_place_and_words(shown: Shown, monkeypatch: Patch) -> None:
    window, view, _ = shown
    do(window, "state.ended")
    monkeypatch.setattr(HistoryWindow, "exec", lambda _self: 0)
    filled_in(monkeypatch, {"担当課": "総務課"})
    do(window, "row.add")
    past = HistoryWindow(view.plan.file.store, view.model.table, window)
    lines = [past.steps.topLevelItem(n) for n in range(past.steps.topLevelItemCount())]
    labels = [line.text(1) for line in lines if line is not None]
    assert labels[0] == "行の追加"
    assert State.ENDED.value in labels[1]
    assert "総務課" in past.changes.toPlainText()
    assert lines[1] is not None
    past.steps.setCurrentItem(lines[1])
    page = past.changes.toPlainText()
    assert "危機管理課" in page
    assert "令和4年度" in page
    assert "終了" in page


def test_the_tree_shows_headings_but_not_contents(shown: Shown) -> None:
    _, view, _ = shown
    with view.plan.file.store.reading() as connection:
        tree = items(connection)
    contents_ = {row.content for row in view.model.table.rows}
    view.sidebar.items.choose(frozenset(i.id for i in tree))
    assert view.sidebar.items.chosen is not None
    assert not view.sidebar.items.chosen & contents_


def test_a_departments_division_and_life_can_be_set(shown: Shown, monkeypatch: Patch) -> None:
    window, view, before = shown
    answers = {"課": "総務課", "部名": "総務部", "最初の年度": "令和4年度", "最後の年度": "（定めない）"}
    filled_in(monkeypatch, answers)
    do(window, "department.facts")
    with view.plan.file.store.reading() as connection:
        office = next(d for d in departments(connection) if d.name == "総務課")
    assert (office.division, office.first_year, office.last_year) == ("総務部", 2022, None)
    undone_and_done_again(window, view, before)


def test_a_department_does_not_end_before_it_begins(shown: Shown, monkeypatch: Patch) -> None:
    window, view, _ = shown
    before = contents(view)
    filled_in(monkeypatch, {"課": "総務課", "最初の年度": "令和5年度", "最後の年度": "令和4年度"})
    do(window, "department.facts")
    assert contents(view) == before
