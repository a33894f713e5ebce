"""Statuses are chosen beside a tally that always equals its rows; grades are listed and counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from db.read.grades import results_report
from desktop.kit.boxes import TextBox
from desktop.pages.entry_window import EntryWindow
from desktop.pages.statuses.field_page import FieldsPage
from desktop.pages.statuses.grade_page import GradesPage
from desktop.pages.statuses.status_page import StatusPage
from plan.documents.tally import Counting, tally
from tests.desktop.entries import Dump, contents, entry_window, page_of, steps_taken

Shown = tuple[EntryWindow, StatusPage, Dump]


@pytest.fixture
def shown(sample: Path) -> Iterator[Shown]:
    with entry_window(sample) as window:
        yield window, page_of(window, "statuses", StatusPage), contents(window)


def total(page: StatusPage, symbol: str) -> object:
    return page.tally.rows.value(page.tally.rows.rowCount() - 1, f"grade:{symbol}")


def row_with(page: StatusPage, status: str | None) -> int:
    measures = range(page.model.rowCount())
    return next(n for n in measures if page.model.value(n, "status") == status and page.model.text(n, "heading")[2:3])


def test_a_digit_chooses_a_status_and_the_tally_follows_at_once(shown: Shown) -> None:
    window, page, before = shown
    reached, missed = total(page, "達成"), total(page, "未達成")
    assert isinstance(reached, int)
    assert isinstance(missed, int)
    row = row_with(page, "達成")
    page.table.setCurrentIndex(page.model.index(row, 1))
    QTest.keyClick(page.table, Qt.Key.Key_2)
    assert page.model.value(row, "status") == "未達成"
    assert (total(page, "達成"), total(page, "未達成")) == (reached - 1, missed + 1)
    steps_taken(window, before)


def count_as(page: StatusPage, counting: Counting) -> None:
    place = page.counting.findData(counting.value)
    page.counting.setCurrentIndex(place)
    page.counting.activated.emit(place)


def test_the_tally_is_the_reports_own(shown: Shown) -> None:
    window, page, _ = shown
    with window.plan.file.store.reading() as connection:
        report = results_report(connection, page.chosen_year)
    for counting in (Counting.ONCE, Counting.AS_PRINTED):
        count_as(page, counting)
        whole = tally(report.graded, report.scale, counting)
        assert page.tally.rows.value(page.tally.rows.rowCount() - 1, "total") == whole.total


def test_how_repeated_listings_count_stays_with_the_plan_and_can_be_undone(shown: Shown) -> None:
    window, page, before = shown
    whole = page.tally.rows.value(page.tally.rows.rowCount() - 1, "total")
    count_as(page, Counting.ONCE)
    with window.plan.file.store.reading() as connection:
        assert results_report(connection).counting is Counting.ONCE
    steps_taken(window, before)
    window.plan.undo()
    page.reload()
    assert page.counting.currentData() == Counting.AS_PRINTED.value
    assert page.tally.rows.value(page.tally.rows.rowCount() - 1, "total") == whole


def test_a_measure_without_a_status_is_shown_as_such(shown: Shown) -> None:
    _, page, _ = shown
    row = row_with(page, "達成")
    page.table.setCurrentIndex(page.model.index(row, 1))
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.model.index(row, 1).data() == "未記入"
    assert total(page, "未記入") == 1


def test_another_year_has_statuses_of_its_own(shown: Shown) -> None:
    window, page, before = shown
    place = page.year.findText("令和7年度")
    page.year.setCurrentIndex(place)
    page.year.activated.emit(place)
    assert not any(page.model.value(n, "status") for n in range(page.model.rowCount()))
    page.model.setData(page.model.index(3, 2), "統合のため")
    assert len(contents(window)["item_status"]) == len(before["item_status"]) + 1
    steps_taken(window, before)


def test_the_tables_keep_qts_promises(shown: Shown, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown[1].model)  # type: ignore[no-untyped-call]
    qtmodeltester.check(shown[1].tally.rows)  # type: ignore[no-untyped-call]


def test_goals_and_results_are_written_field_by_field(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "fields", FieldsPage), contents(window)
        boxes = list(page.fields.values())
        assert len(boxes) == 4
        goal = boxes[1].boxes["goal"]
        assert isinstance(goal, TextBox)
        goal.setPlainText("新しい目標")
        page.commit()
        steps_taken(window, before)
        assert goal.text == "新しい目標"


def test_grades_are_counted_by_department_field_and_year_and_listed(sample: Path) -> None:
    with entry_window(sample) as window:
        page = page_of(window, "grades", GradesPage)
        for source in range(page.source.count()):
            page.source.setCurrentIndex(source)
            for grouping in range(page.grouping.count()):
                page.grouping.setCurrentIndex(grouping)
                page.grouping.activated.emit(grouping)
                last = page.tally.rows.rowCount() - 1
                assert page.tally.rows.value(last, "total") == page.model.rowCount() > 0
        page.source.setCurrentIndex(0)
        page.grouping.setCurrentIndex(0)
        page.year.setCurrentIndex(page.year.findText("令和6年度"))
        page.year.activated.emit(page.year.currentIndex())
        page.tally.setCurrentIndex(page.tally.rows.index(1, 0))
        assert page.model.rowCount() == page.tally.rows.value(1, "total")
        offices = {page.model.text(n, "office") for n in range(page.model.rowCount())}
        assert offices == {page.tally.rows.text(1, "name")}
        assert {page.model.text(n, "year") for n in range(page.model.rowCount())} == {"令和6年度"}
