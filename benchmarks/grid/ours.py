"""Ours: the grid of the window over a model of the table."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from benchmarks.grid import CHANGING, HEIGHTS, OPENING
from benchmarks.grid.scrolling import application, expect_painted, scroll, show
from benchmarks.measuring import Bench
from benchmarks.worlds import table
from desktop.grid.model import ProgressModel
from desktop.grid.progress_grid import ProgressGrid
from plan.changes import StepName
from plan.table import CellEdit, ProgressTable

_EDITS = 40


class _Nobody:
    """Nobody asks for edits here."""

    def set_cells(self, edits: Sequence[CellEdit], label: StepName) -> None:
        raise AssertionError((edits, label))


def show_grid(bench: Bench) -> None:
    """Open, measure, scroll, change."""
    shown = table(bench.worlds, bench.size)
    app = application()
    with bench.clock(OPENING):
        model = ProgressModel(shown, _Nobody())
        grid = ProgressGrid(model)
        show(grid)
    expect_painted(grid)
    with bench.clock(HEIGHTS):
        grid.restart_heights()
    scroll(bench, grid)
    _change(bench, model, shown, grid.rowAt(0))
    grid.close()
    app.quit()


def _change(bench: Bench, model: ProgressModel, shown: ProgressTable, first: int) -> None:
    column, samples = next(c for c in shown.columns if c.year is not None), []
    for number in range(_EDITS):
        edit = CellEdit(shown.rows[first + number % 4].id, column, f"入力した文章 {number}\n【目標】{number}件")
        start = time.perf_counter()
        model.replace_cells([edit])
        QCoreApplication.processEvents()
        samples.append((time.perf_counter() - start) * 1000)
    bench.spread(CHANGING, samples)
