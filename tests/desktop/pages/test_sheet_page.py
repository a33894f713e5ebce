"""A day with evaluation sheets: look for one, fill it in, grade, draw, begin and take away, undo and redo."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.edit.records import set_values
from desktop.kit.boxes import LineBox, TextBox
from desktop.pages.entry_window import EntryWindow
from desktop.pages.sheet.sheet_form import StageName, due_stage
from desktop.pages.sheet.sheet_page import SheetPage
from exports.document import Document
from plan.era import FiscalYear
from plan.fields import FIELDS
from plan.findings import Place
from tests.desktop.entries import Dump, contents, entry_window, page_of, steps_taken
from tests.desktop.screens import filled_in
from tests.desktop.wheel import turn_wheel

Shown = tuple[EntryWindow, SheetPage, Dump]
YEAR = FiscalYear(2024)
FIELD = {field.name: field for field in FIELDS if field.table in ("evaluation_sheet", "sheet_grade")}


@pytest.fixture
def shown(sample: Path) -> Iterator[Shown]:
    with entry_window(sample) as window:
        page = page_of(window, "sheets", SheetPage)
        for stage in page.form.stages.values():
            stage.open(opened=True)
        yield window, page, contents(window)


def text_box(page: SheetPage, name: str) -> TextBox:
    box = page.form.record.boxes[name]
    assert isinstance(box, TextBox)
    return box


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2024, 4, 1), StageName.INITIAL),
        (date(2024, 9, 30), StageName.INITIAL),
        (date(2024, 10, 1), StageName.INTERIM),
        (date(2025, 3, 31), StageName.INTERIM),
        (date(2025, 4, 1), StageName.FINAL),
        (date(2026, 1, 1), StageName.FINAL),
    ],
)
def test_the_stage_that_is_due_follows_the_calendar(today: date, stage: StageName) -> None:
    assert due_stage(YEAR, today) is stage


def test_what_is_due_is_open_and_the_rest_is_folded_and_tells_its_grades(sample: Path) -> None:
    with entry_window(sample) as window:
        page = page_of(window, "sheets", SheetPage)
        is_open = {name: stage.is_open for name, stage in page.form.stages.items()}
        assert is_open == {StageName.INITIAL: False, StageName.INTERIM: False, StageName.FINAL: True}
        assert "主管課 1 ／ 審査会 1" in page.form.stages[StageName.INTERIM].heading.text()


def test_a_text_is_stored_when_the_keyboard_leaves_it(shown: Shown) -> None:
    window, page, before = shown
    box = text_box(page, "summary")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "done")
    assert contents(window) == before
    text_box(page, "outcome_status").setFocus()
    assert page.current is not None
    assert page.current.sheet.texts.summary == "done"
    assert "事業の総括" in str(window.plan.undo_name)
    steps_taken(window, before)


def test_undo_takes_typed_letters_first_and_the_plans_steps_then(shown: Shown) -> None:
    window, page, before = shown
    box = text_box(page, "volume")
    window.activateWindow()
    box.setFocus()
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not box.is_written()
    QTest.keyClicks(box, "y")
    page.commit()
    assert contents(window) != before
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert contents(window) == before


def test_escape_gives_the_stored_text_back(shown: Shown) -> None:
    window, page, before = shown
    box = text_box(page, "outline")
    box.setFocus()
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    page.commit()
    assert contents(window) == before


def test_a_text_that_is_refused_stays_before_the_eyes(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    said: list[object] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _page, error: said.append(error))
    text_box(page, "outline").setPlainText("長" * 40_000)
    page.list.step(1)
    assert said
    assert page.current is not None
    assert page.current.sheet.number == "危 — 1"
    assert text_box(page, "outline").is_written()
    assert contents(window) == before
    text_box(page, "outline").show_text("", anew=True)


def test_the_two_graders_and_their_remarks_stand_side_by_side(shown: Shown) -> None:
    window, page, before = shown
    own = page.form.final.grades["own"]
    assert "計画以上" in page.form.final.meanings.text()
    assert [own.itemData(n) for n in range(own.count())] == ["", "S", "1", "2", "3"]
    own.setCurrentIndex(1)
    own.activated.emit(1)
    assert page.current is not None
    assert page.current.sheet.final.own == "S"
    line = page.list.tree.currentItem()
    assert line is not None
    assert line.text(3) == "S / 1"
    steps_taken(window, before)
    page.form.final.comments["own"].setPlainText("よい")
    page.commit()
    assert page.current.sheet.final.own_comment == "よい"


def test_a_schedule_is_drawn_in_the_sheet(shown: Shown) -> None:
    window, page, before = shown
    edit = page.form.actual.edit
    last = len(edit.lines)
    edit.setFocus()
    edit.go_to(99, 2)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(edit.lines) == last + 1
    bar = edit.current
    assert bar is not None
    assert (bar.first, bar.last, bar.actual) == (6, 7, True)
    window.undo.trigger()
    window.undo.trigger()
    assert contents(window) == before


def test_the_rate_is_computed_and_a_typed_one_is_held_against_it(shown: Shown) -> None:
    window, page, before = shown
    budget = page.form.budget
    assert budget.rate.text() == "96.3 %"
    assert budget.warning.isHidden()
    budget.boxes["settlement"].setText("4,000")
    page.commit()
    assert budget.rate.text() == "97.1 %"
    assert "96.3" in budget.warning.text()
    assert not budget.warning.isHidden()
    steps_taken(window, before)
    budget.clear.click()
    assert budget.warning.isHidden()
    assert budget.clear.isHidden()


def test_the_list_is_narrowed_to_a_division_or_department(shown: Shown) -> None:
    _, page, _ = shown
    every = len(page.list.shown)
    place = page.list.office.findText("　デジタル推進課")
    page.list.office.setCurrentIndex(place)
    page.list.office.activated.emit(place)
    assert 0 < len(page.list.shown) < every
    assert {entered.sheet.department for entered in page.list.shown} == {"デジタル推進課"}
    assert page.current is not None
    assert page.current.sheet.department == "デジタル推進課"
    division = page.list.office.findText(page.current.sheet.division)
    page.list.office.setCurrentIndex(division)
    page.list.office.activated.emit(division)
    assert {entered.sheet.division for entered in page.list.shown} == {page.current.sheet.division}


def test_keys_go_from_sheet_to_sheet(shown: Shown) -> None:
    _, page, _ = shown
    first = page.list.sheet
    page.list.step(1)
    assert page.list.sheet != first
    page.list.step(-1)
    assert page.list.sheet == first
    page.list.step(-1)
    assert page.list.sheet == first


def test_a_sheet_is_begun_and_taken_away(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    count = len(page.list.shown)
    filled_in(monkeypatch, {"年度": "令和7年度", "掲載No": "新 — 9"})
    page.new.click()
    assert page.current is not None
    assert (page.current.sheet.number, int(page.current.sheet.year)) == ("新 — 9", 2025)
    made = page.current.sheet.id
    steps_taken(window, before)
    asked: list[str] = []

    def agreed(_page: QWidget, *words: str) -> bool:
        asked.extend(words)
        return True

    monkeypatch.setattr("desktop.pages.sheet.sheet_page.confirmed", agreed)
    page.list.choose(made, year=FiscalYear(2025))
    page.remove.click()
    assert "新 — 9" in asked[0]
    assert contents(window) == before
    page.list.choose(None, year=YEAR)
    assert len(page.list.shown) == count


def test_a_plan_without_sheets_says_how_to_begin(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    _, page, _ = shown
    monkeypatch.setattr("desktop.pages.sheet.sheet_page.confirmed", lambda *_: True)
    while page.list.shown:
        page.remove.click()
    assert "新しい評価表" in page.nothing.text()
    assert not page.nothing.isHidden()
    assert not page.print_one.isEnabled()


def test_one_sheet_or_all_of_the_list_go_to_the_preview(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    _, page, _ = shown
    pages: list[int] = []

    class Seen:
        def __init__(self, _parent: QWidget, compose: Callable[[], Document], name: str, _settings: object) -> None:
            pages.append(len(compose().blocks))
            assert name.endswith(".pdf")

        def exec(self) -> None: ...

        def deleteLater(self) -> None: ...  # noqa: N802 - Qt's own name

    monkeypatch.setattr("desktop.pages.sheet.sheet_page.Preview", Seen)
    page.print_one.click()
    page.print_all.click()
    assert pages == [1, len(page.list.shown)]


def test_the_project_and_department_of_a_sheet_can_be_changed(shown: Shown) -> None:
    window, page, before = shown
    place = page.form.office.findText("総務課")
    page.form.office.setCurrentIndex(place)
    page.form.office.activated.emit(place)
    assert page.current is not None
    assert page.current.sheet.department == "総務課"
    steps_taken(window, before)


def test_who_may_only_read_changes_nothing(sample: Path) -> None:
    with entry_window(sample, read_only=True) as window:
        page = page_of(window, "sheets", SheetPage)
        assert all(text_box(page, name).isReadOnly() for name in ("outline", "summary"))
        assert not page.new.isEnabled()
        assert not page.form.office.isEnabled()
        assert not page.form.planned.edit.editable


def test_every_part_of_the_form_has_a_name_to_be_spoken(shown: Shown) -> None:
    _, page, _ = shown
    reached = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    silent = [w for w in reached if not (w.accessibleName() or getattr(w, "text", str)())]
    assert not [w for w in silent if type(w).__name__ not in ("QScrollArea", "QLineEdit")]


def line_box(page: SheetPage, name: str) -> LineBox:
    return page.form.budget.boxes[name]


def test_the_rate_follows_every_letter_and_reads_amounts_as_offices_write_them(shown: Shown) -> None:
    _, page, _ = shown
    box = line_box(page, "settlement")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1,236")
    assert page.form.budget.rate.text() == "30.0 %"
    box.selectAll()
    box.insert("２，０６０千円")
    assert page.form.budget.rate.text() == "50.0 %"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.current is not None
    assert page.current.sheet.budget.settlement == "２，０６０千円"


@pytest.mark.parametrize("text", ["－", "調整中"])
def test_an_amount_may_be_none_or_not_settled(shown: Shown, text: str) -> None:
    _, page, _ = shown
    line_box(page, "budget_revised").setText(text)
    assert page.form.commit()
    assert page.form.budget.rate.text() == "—"


def test_what_is_no_amount_is_refused_and_its_box_is_named(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    said: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _page, error: said.append(str(error)))
    line_box(page, "budget_revised").setText("およそ四千")
    assert not page.form.commit()
    assert "「補正後予算額」の「およそ四千」" in said[0]
    assert line_box(page, "budget_revised").text() == "およそ四千"
    assert contents(window) == before
    QTest.keyClick(line_box(page, "budget_revised"), Qt.Key.Key_Escape)
    assert line_box(page, "budget_revised").text() == "4,120"


def test_a_wheel_over_a_choice_changes_nothing(shown: Shown) -> None:
    window, page, before = shown
    for box in (page.form.item, page.form.office, *page.form.final.grades.values()):
        box.setFocus()
        turn_wheel(box)
    assert contents(window) == before


def test_tab_goes_through_the_form_from_top_to_bottom(shown: Shown) -> None:
    _, page, _ = shown
    page.form.item.setFocus()
    passed: list[int] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.mapTo(page.form, QPoint(0, 0)).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == sorted(passed)
    assert len(set(passed)) > len(passed) // 2


def test_a_finding_opens_its_stage_and_puts_the_keyboard_into_its_box(shown: Shown) -> None:
    _, page, _ = shown
    sheet = page.list.shown[-1].sheet
    page.list.year.setCurrentIndex(0)
    for name, stage in (("outline", StageName.INITIAL), ("settlement", StageName.FINAL)):
        page.list.choose(page.list.shown[0].sheet.id)
        page.point(Place(record=sheet.id, field=FIELD[name]))
        box = page.form.record.boxes[name]
        assert isinstance(box, QWidget)
        assert page.record == sheet.id
        assert page.form.stages[stage].is_open
        assert box.hasFocus()
        QApplication.processEvents()
        QApplication.processEvents()
        assert not box.visibleRegion().isEmpty()


def test_a_finding_about_a_missing_grade_leads_to_the_grader_who_has_not_graded(shown: Shown) -> None:
    _, page, _ = shown
    assert page.record is not None
    page.form.interim.grades["committee"].entered.emit("")
    page.point(Place(record=page.record, field=FIELD["grade"]))
    assert page.form.interim.grades["committee"].hasFocus()


def test_the_arrow_keys_pass_the_departments_over(shown: Shown) -> None:
    _, page, _ = shown
    tree = page.list.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Home)
    passed = [page.record]
    for _ in page.list.shown[1:]:
        QTest.keyClick(tree, Qt.Key.Key_Down)
        passed.append(page.record)
    assert len(set(passed)) == len(page.list.shown)
    assert None not in passed
    for record in reversed(passed[:-1]):
        QTest.keyClick(tree, Qt.Key.Key_Up)
        assert page.record == record


def test_what_is_still_to_be_drawn_stands_below_its_schedule_until_it_is_cleared(shown: Shown) -> None:
    window, page, before = shown
    assert all(box.isHidden() for box in page.form.undrawn.values())
    assert page.current is not None
    place = ("evaluation_sheet", "planned_undrawn", page.current.sheet.id)
    window.plan.do("取り込み", set_values, {place: "研修"})
    page.reload()
    assert not page.form.undrawn["planned_undrawn"].isHidden()
    text_box(page, "planned_undrawn").setPlainText("")
    page.commit()
    page.reload()
    assert page.form.undrawn["planned_undrawn"].isHidden()
    assert contents(window) == before
