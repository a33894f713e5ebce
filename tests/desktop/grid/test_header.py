"""The upper headings span the columns that they name."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.grid.columnmenu import ColumnMenu, ValueChoice
from desktop.grid.header import Band, YearHeader, bands, lower_label
from desktop.grid.progress_grid import ProgressGrid
from plan.era import FiscalYear
from plan.fields import DEPARTMENT, NUMBER, TARGET
from plan.table import Column, Order, columns

YEARS = [FiscalYear(2018), FiscalYear(2019)]


def test_years_span_their_fields() -> None:
    table = columns(YEARS, grades=True)
    assert bands(table) == [Band("平成30年度", 6, 8), Band("令和元年度", 9, 11)]
    assert [lower_label(table, n) for n in (0, 6, 7, 8)] == ["番号", "内容及び目標", "評価", "達成状況"]


def test_fields_span_their_years_in_the_other_order() -> None:
    table = columns(YEARS, Order.FIELDS)
    assert bands(table) == [Band("内容及び目標", 6, 7), Band("評価", 8, 9)]
    assert lower_label(table, 7) == "令和元年度"


def test_a_right_click_on_a_heading_asks_for_its_menu(grid: ProgressGrid, qtbot: QtBot) -> None:
    header = grid.frozen_header
    at = QPoint(header.sectionViewportPosition(3) + 4, 8)
    with qtbot.waitSignal(header.menu_wanted) as wanted:
        header.customContextMenuRequested.emit(at)
    assert wanted.args is not None
    assert wanted.args[0] == 3


def test_the_mark_of_a_heading_opens_its_menu(grid: ProgressGrid, qtbot: QtBot) -> None:
    header: YearHeader = grid.frozen_header
    header.menu_wanted.disconnect()
    right = header.sectionViewportPosition(3) + header.sectionSize(3)
    with qtbot.waitSignal(header.menu_wanted):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 12, header.height() - 8))


def test_a_dragged_width_of_a_frozen_column_holds_for_both(grid: ProgressGrid) -> None:
    grid.frozen_header.resizeSection(3, 222)
    assert grid.columnWidth(3) == 222
    assert grid.frozen_header.sectionSize(3) == 222


def choice_of(menu: ColumnMenu) -> ValueChoice:
    return menu.findChildren(ValueChoice)[0]


def tick(choice: ValueChoice, text: str, state: Qt.CheckState) -> None:
    for item in choice.list.findItems(text, Qt.MatchFlag.MatchExactly):
        item.setCheckState(state)


def test_chosen_values_filter_the_rows(grid: ProgressGrid) -> None:
    menu = ColumnMenu(grid, Column(DEPARTMENT), grid)
    choice = choice_of(menu)
    tick(choice, "（すべて選択）", Qt.CheckState.Unchecked)
    tick(choice, "図書館", Qt.CheckState.Checked)
    choice.buttons.accepted.emit()
    assert [grid.progress.cell(n, 3) for n in range(grid.progress.rowCount())] == ["図書館"]
    again = choice_of(ColumnMenu(grid, Column(DEPARTMENT), grid))
    assert again.chosen() == frozenset({"図書館"})
    tick(again, "（すべて選択）", Qt.CheckState.Checked)
    again.buttons.accepted.emit()
    assert grid.progress.rowCount() == 4


def test_the_menu_sorts_and_brings_the_order_back(grid: ProgressGrid) -> None:
    actions = {a.text(): a for a in ColumnMenu(grid, Column(NUMBER), grid).actions()}
    actions["降順で並べ替え"].trigger()
    assert grid.progress.cell(0, 0) == "10"
    actions["印刷の順に戻す"].setEnabled(True)
    actions["印刷の順に戻す"].trigger()
    assert grid.progress.cell(0, 0) == "1"


def test_a_year_is_hidden_and_shown_again(grid: ProgressGrid) -> None:
    column = Column(TARGET, FiscalYear(2020))
    hide = {a.text(): a for a in ColumnMenu(grid, column, grid).actions()}["令和2年度を隠す"]
    hide.trigger()
    assert grid.hidden_years() == {2020}
    assert [grid.isColumnHidden(c) for c in range(6, 12)] == [False, False, True, True, False, False]
    {a.text(): a for a in ColumnMenu(grid, column, grid).actions()}["すべての年度を表示"].trigger()
    assert grid.hidden_years() == set()
