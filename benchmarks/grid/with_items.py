"""Qt's own way: a QStandardItem for every cell, the default delegate, word wrap."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from benchmarks.grid import HEIGHTS, OPENING
from benchmarks.grid.scrolling import application, expect_painted, scroll, show
from benchmarks.measuring import Bench
from benchmarks.worlds import table
from desktop.grid.columns import natural_width
from plan.table import ProgressTable


def show_items(bench: Bench) -> None:
    """Open, measure, scroll."""
    shown = table(bench.worlds, bench.size)
    app = application()
    with bench.clock(OPENING):
        model = _model(shown)
        view = QTableView()
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setModel(model)
        for place, column in enumerate(shown.columns):
            view.setColumnWidth(place, round(natural_width(column)))
        show(view)
    expect_painted(view)
    with bench.clock(HEIGHTS):
        view.resizeRowsToContents()
    scroll(bench, view)
    view.close()
    app.quit()


def _model(shown: ProgressTable) -> QStandardItemModel:
    model = QStandardItemModel(len(shown.rows), len(shown.columns))
    model.setHorizontalHeaderLabels([column.heading for column in shown.columns])
    for number, place, text in _texts(shown):
        model.setItem(number, place, QStandardItem(text))
    return model


def _texts(shown: ProgressTable) -> Iterator[tuple[int, int, str]]:
    for number, row in zip(count(), shown.rows):
        for place, text in enumerate(row.cells):
            yield number, place, text or ""
