"""The table on the screen: frozen columns, row heights, headings, zoom, and what a screen reader hears."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.grid.canvas import Canvas
from desktop.grid.heights import MOST_LINES
from desktop.grid.model import ProgressModel
from desktop.grid.progress_grid import ProgressGrid
from plan.era import FiscalYear
from plan.ids import AssignmentId, RecordId
from plan.table import CellEdit
from tests.desktop.grid.conftest import Desk, table_of

LONG = "相談の件数を調べ、次の年度の予定に生かす。" * 4


@pytest.fixture
def tall(qtbot: QtBot) -> Canvas:
    """Three thousand rows of different heights."""
    keys = [(str(n), "1-①-ア. 窓口の案内", "○", "市民課", LONG[: 20 + n % 60]) for n in range(3000)]
    canvas = Canvas(ProgressModel(table_of(keys), Desk()))
    qtbot.addWidget(canvas)
    canvas.resize(1000, 600)
    canvas.show()
    return canvas


def test_frozen_columns_stay_and_the_others_scroll_below_them(grid: ProgressGrid) -> None:
    grid.resize(900, 500)
    grid.put_cursor(2, 11)
    assert grid.horizontalScrollBar().value() > 0
    assert grid.visualRect(grid.progress.index(2, 1)).left() == grid.columnWidth(0)
    assert grid.visualRect(grid.progress.index(2, 11)).left() >= grid.frozen_width
    assert grid.indexAt(QPoint(5, 5)).column() == 0
    grid.put_cursor(2, 5)
    assert grid.visualRect(grid.progress.index(2, 5)).left() >= grid.frozen_width


def test_in_a_narrow_window_fewer_columns_are_frozen(grid: ProgressGrid) -> None:
    grid.resize(400, 400)
    assert 0 < grid.frozen_width <= 240
    assert grid.is_frozen(0)
    assert not grid.is_frozen(4)


def test_a_row_is_as_high_as_its_longest_text(grid: ProgressGrid) -> None:
    before = grid.rowHeight(1)
    grid.progress.setData(grid.progress.index(1, 11), LONG)
    assert grid.rowHeight(1) > before
    grid.progress.setData(grid.progress.index(1, 11), "短い")
    assert grid.rowHeight(1) == before


def test_an_endless_text_does_not_make_an_endless_row(grid: ProgressGrid) -> None:
    grid.progress.setData(grid.progress.index(1, 11), LONG * 50)
    assert grid.rowHeight(1) < (MOST_LINES + 2) * grid.fontMetrics().height() * 1.5


def test_paging_up_continues_where_the_page_ended(tall: Canvas) -> None:
    bar = tall.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(20):
        first, top = tall.rowAt(0), tall.rowViewportPosition(tall.rowAt(0))
        bar.setValue(bar.value() - bar.pageStep())
        assert abs(tall.rowViewportPosition(first) - top - bar.pageStep()) <= 1


def test_the_last_row_is_whole_at_the_end(tall: Canvas) -> None:
    bar = tall.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = tall.progress.rowCount() - 1
    assert tall.rowViewportPosition(last) + tall.rowHeight(last) == tall.viewport().height()


def test_a_row_far_away_is_brought_into_sight(tall: Canvas) -> None:
    for row in (2500, 10, 2999, 0):
        tall.scrollTo(tall.progress.index(row, 6))
        top = tall.rowViewportPosition(row)
        assert 0 <= top <= tall.viewport().height() - tall.rowHeight(row)


def test_zoom_scales_texts_and_widths(grid: ProgressGrid) -> None:
    width, size = grid.columnWidth(6), grid.font().pointSizeF()
    grid.set_zoom(2.0)
    assert grid.columnWidth(6) == pytest.approx(2 * width, abs=1)
    assert grid.font().pointSizeF() == pytest.approx(2 * size)
    grid.zoom_normal()
    assert grid.columnWidth(6) == width
    grid.zoom_in()
    assert grid.zoom == 1.1
    grid.zoom_out()
    assert grid.zoom == 1.0


def test_the_layout_is_kept_as_plain_values(grid: ProgressGrid, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.layout_changed):
        grid.horizontalHeader().resizeSection(7, 300)
    grid.hide_years([FiscalYear(2021)])
    grid.set_zoom(1.5)
    saved = json.loads(json.dumps(grid.layout_state()))
    other = ProgressGrid(ProgressModel(table_of(), desk))
    qtbot.addWidget(other)
    other.restore_layout(saved)
    assert other.columnWidth(7) == grid.columnWidth(7) == 450
    assert other.isColumnHidden(11)
    assert other.hidden_years() == {2021}


@pytest.mark.parametrize(
    "saved", [{}, {"widths": 3, "hidden_years": "x", "zoom": "y"}, {"widths": {"a": "b"}, "zoom": 99.0}]
)
def test_a_spoilt_layout_is_passed_over(grid: ProgressGrid, saved: dict[str, object]) -> None:
    grid.restore_layout(saved)
    assert grid.columnWidth(0) > 0
    assert grid.zoom <= 3.0


def test_another_table_keeps_cursor_and_widths(grid: ProgressGrid) -> None:
    grid.horizontalHeader().resizeSection(6, 321)
    grid.put_cursor(2, 6)
    grid.progress.replace_table(table_of())
    assert grid.columnWidth(6) == 321
    assert grid.current_cell() == (AssignmentId(RecordId("a2")), grid.progress.columns[6])


def test_going_to_a_hidden_row_is_declined(grid: ProgressGrid) -> None:
    wanted = AssignmentId(RecordId("a3"))
    assert grid.go_to(wanted, grid.progress.columns[8])
    assert grid.current_cell() == (wanted, grid.progress.columns[8])
    assert not grid.go_to(AssignmentId(RecordId("gone")))


def test_cells_are_spoken_by_place_and_text(grid: ProgressGrid) -> None:
    grid.progress.replace_cells([CellEdit(AssignmentId(RecordId("a0")), grid.progress.columns[6], None)])
    spoken = QAccessible.queryAccessibleInterface(grid)
    assert spoken.text(QAccessible.Text.Name) == "進行管理表"
    cells = (spoken.child(n) for n in range(spoken.childCount()))
    names = {cell.text(QAccessible.Text.Name) for cell in cells if cell is not None}
    assert "1 市民課 令和元年度 内容及び目標、未入力" in names
    assert "10 図書館 担当課、図書館" in names


def painted(grid: ProgressGrid, row: int, column: int) -> set[str]:
    """The colours of a cell, a few pixels within its edge."""
    image: QImage = grid.grab().toImage()
    area = grid.visualRect(grid.progress.index(row, column)).translated(grid.viewport().pos())
    points = (
        (x, y) for x in range(area.left() + 3, area.right() - 3) for y in range(area.top() + 3, area.bottom() - 3)
    )
    return {QColor(image.pixel(x, y)).name() for x, y in points}


def test_what_is_due_looks_unlike_what_is_not_and_unlike_ended(grid: ProgressGrid) -> None:
    a0, columns = AssignmentId(RecordId("a0")), grid.progress.columns
    grid.progress.replace_cells([CellEdit(a0, columns[c], None) for c in (6, 8, 10)])
    grid.progress.row(0).ended_year = FiscalYear(2020)
    grid.progress.set_current_year(FiscalYear(2019))
    grid.put_cursor(3, 0)
    due, missing, ended = (painted(grid, 0, column) for column in (6, 8, 10))
    assert len({frozenset(due), frozenset(missing), frozenset(ended)}) == 3
    assert grid.palette().color(QPalette.ColorRole.Base).name() in missing


def test_the_grid_follows_a_dark_palette(grid: ProgressGrid, qtbot: QtBot) -> None:
    dark = QPalette(QColor("#202428"), QColor("#202428"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#15191c"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e5eaed"))
    grid.put_cursor(3, 0)
    grid.setPalette(dark)
    qtbot.wait(1)
    assert {"#15191c", "#e5eaed"} <= painted(grid, 0, 6)


def test_every_selected_cell_is_shaded_single_ones_too(grid: ProgressGrid) -> None:
    base = grid.palette().color(QPalette.ColorRole.Base).name()
    assert base in painted(grid, 0, 6)  # the current cell alone has its frame
    for row in (1, 3):
        at = grid.visualRect(grid.progress.index(row, 6)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert [base in painted(grid, row, 6) for row in range(4)] == [False, False, True, False]
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert base in painted(grid, 2, 6)


MEASURE = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.grid.model import ProgressModel
from desktop.grid.progress_grid import ProgressGrid
from tests.desktop.grid.conftest import Desk, table_of
grid = ProgressGrid(ProgressModel(table_of(), Desk()))
grid.resize(700, 400)
grid.show()
grid.put_cursor(0, 2)
grid.horizontalScrollBar().setValue(150)
app.processEvents()
image = grid.grab().toImage()
ratio = image.devicePixelRatio()
left, right = 3, grid.frozen_width + 3
ends = [grid.rowViewportPosition(row) + grid.rowHeight(row) + grid.viewport().y() for row in range(4)]

def around(x, end):
    return [image.pixelColor(round(x * ratio), round(end * ratio) + k).name() for k in range(-5, 5)]

seen = [(around(left, end), around(right, end)) for end in ends if end < grid.height() - 30]
print(ratio, all(a == b and len(set(a)) > 1 for a, b in seen), len(seen))
"""


@pytest.mark.parametrize("ratio", ["1", "1.5"])
def test_frozen_and_scrolled_rows_meet_at_any_resolution(ratio: str) -> None:
    project = Path(__file__).parents[3]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio, "PYTHONPATH": str(project)}
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], env=environment, cwd=project, capture_output=True, text=True, check=True
    )
    scale, is_aligned, count = done.stdout.split()
    assert (float(scale), is_aligned) == (float(ratio), "True")
    assert int(count) >= 3


def test_headings_stand_in_two_levels(grid: ProgressGrid) -> None:
    header = grid.horizontalHeader()
    assert header.height() >= 2 * grid.fontMetrics().height()
    assert header.height() == grid.frozen_header.height()
    name = grid.progress.headerData(7, Qt.Orientation.Horizontal)
    assert name == "令和元年度 評価"


def test_a_double_click_on_a_border_fits_the_column(grid: ProgressGrid) -> None:
    wide = grid.columnWidth(6)
    grid.horizontalHeader().sectionHandleDoubleClicked.emit(6)
    fitted = grid.columnWidth(6)
    assert 40 < fitted < wide
    grid.progress.setData(grid.progress.index(0, 6), "とても長い文章です。" * 60)
    grid.horizontalHeader().sectionHandleDoubleClicked.emit(6)
    assert fitted < grid.columnWidth(6) <= 420
    grid.frozen_header.sectionHandleDoubleClicked.emit(3)
    assert grid.columnWidth(3) >= grid.frozen_header.heading_width(3)


def test_scrolling_to_a_column_leaves_none_half_hidden_by_the_frozen_ones(grid: ProgressGrid) -> None:
    grid.resize(900, 500)
    grid.horizontalScrollBar().setValue(0)
    for column in range(6, 10):
        grid.put_cursor(0, column)
        edges = [grid.columnViewportPosition(c) for c in range(4, 12)]
        assert grid.frozen_width in edges
