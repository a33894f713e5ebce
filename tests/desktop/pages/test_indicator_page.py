"""Indicators are entered year by year; grades are suggested, reasons asked for, figures drawn."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.pages.entry_window import EntryWindow
from desktop.pages.indicators.chart import Chart
from desktop.pages.indicators.indicator_page import IndicatorPage
from plan.era import FiscalYear
from tests.desktop.entries import Dump, contents, entry_window, page_of, steps_taken

Shown = tuple[EntryWindow, IndicatorPage, Dump]
LAST = 4


@pytest.fixture
def shown(sample: Path) -> Iterator[Shown]:
    with entry_window(sample) as window:
        yield window, page_of(window, "indicators", IndicatorPage), contents(window)


def enter(page: IndicatorPage, row: int, name: str, value: object) -> None:
    assert page.model.setData(page.model.index(row, page.model.column(name)), value)


def test_a_result_brings_a_rate_and_a_suggestion_until_a_grade_is_given(shown: Shown) -> None:
    window, page, before = shown
    enter(page, LAST, "result", "9,000")
    assert page.model.text(LAST, "rate") == "75.0 %"
    assert page.model.text(LAST, "suggested") == "△"
    assert page.model.value(LAST, "grade") is None
    steps_taken(window, before)
    with_result = contents(window)
    page.take.click()
    assert page.model.value(LAST, "grade") == "△"
    assert page.model.text(LAST, "suggested") == ""
    assert not page.take.isEnabled()
    steps_taken(window, with_result)


def test_a_grade_that_needs_a_reason_says_so_until_one_is_given(shown: Shown) -> None:
    _, page, _ = shown
    enter(page, LAST, "grade", "×")
    assert page.model.index(LAST, page.model.column("reason")).data() == "× には理由が必要です"
    enter(page, LAST, "reason", "機器の故障のため。")
    assert not page.model.remarks


def test_less_may_be_better(shown: Shown) -> None:
    _, page, _ = shown
    page.list.setCurrentRow(5)
    assert page.details.direction.currentData() == "down"
    enter(page, LAST, "target", "10")
    enter(page, LAST, "result", "8")
    assert page.model.text(LAST, "rate") == "125.0 %"
    assert page.model.text(LAST, "suggested") == "○"


def test_the_facts_of_an_indicator_are_entered(shown: Shown) -> None:
    window, page, before = shown
    place = page.details.baseline_year.findText("令和元年度")
    page.details.baseline_year.setCurrentIndex(place)
    page.details.baseline_year.activated.emit(place)
    assert page.current is not None
    assert page.current.baseline_year == FiscalYear(2019)
    steps_taken(window, before)


def test_an_indicator_begins_moves_and_goes(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    count = page.list.count()
    page.buttons[0].click()
    assert page.list.currentRow() == page.list.count() - 1 == count
    steps_taken(window, before)
    page.list.setCurrentRow(count)
    page.buttons[2].click()
    assert page.list.currentRow() == count - 1
    monkeypatch.setattr("desktop.pages.indicators.indicator_page.confirmed", lambda *_: True)
    page.buttons[1].click()
    assert page.list.count() == count


def test_an_indicator_goes_with_all_its_years(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page, before = shown
    monkeypatch.setattr("desktop.pages.indicators.indicator_page.confirmed", lambda *_: True)
    page.buttons[1].click()
    assert len(contents(window)["indicator_result"]) < len(before["indicator_result"])
    steps_taken(window, before)


def test_the_table_of_years_keeps_qts_promises(shown: Shown, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown[1].model)  # type: ignore[no-untyped-call]


def test_the_chart_tells_in_words_what_it_draws(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    chart = Chart(host)
    chart.resize(400, 220)
    empty = chart.grab().toImage()
    years = [FiscalYear(2021), FiscalYear(2022), FiscalYear(2023)]
    for high in ("0.4", "7", "98.6", "1234567"):
        results = {years[0]: Decimal(high), years[2]: Decimal(high) / 3}
        chart.show_values(years, {years[0]: Decimal(high)}, results, "人")
        assert chart.grab().toImage() != empty
    assert "令和3年度 目標 1234567 実績 1234567" in chart.accessibleDescription()
    assert "令和4年度" not in chart.accessibleDescription()
