"""Our search and our filter: what the grid does at every key of a search."""

import time
from collections.abc import Callable, Sequence

from benchmarks.measuring import Bench
from benchmarks.planfile import FILTERING, KEYSTROKES, SEARCHING
from benchmarks.worlds import table
from desktop.grid.arrangement import RowFilter, arranged
from desktop.grid.model import ProgressModel
from desktop.grid.search import Search
from plan.changes import StepName
from plan.table import CellEdit


class _Nobody:
    """Nobody asks for edits here."""

    def set_cells(self, edits: Sequence[CellEdit], label: StepName) -> None:
        raise AssertionError((edits, label))


def search(bench: Bench) -> None:
    """The slowest of some keystrokes; the texts have been made ready once before."""
    shown = table(bench.worlds, bench.size)
    model = ProgressModel(shown, _Nobody())
    found = Search(model)
    found.use_columns(list(range(len(shown.columns))))
    with bench.clock("Search: made ready"):
        found.prepare()
    for typed in KEYSTROKES:
        cells = [
            (r, c) for r, row in enumerate(shown.rows) for c, text in enumerate(row.cells) if typed in (text or "")
        ]
        assert found.cells(typed) == cells
        assert arranged(shown, model.texts, RowFilter(text=typed), None) == sorted({row for row, _ in cells})
    bench.figures[SEARCHING] = _slowest(lambda typed: (found.count(typed), found.next(typed, None)))
    bench.figures[FILTERING] = _slowest(lambda typed: arranged(shown, model.texts, RowFilter(text=typed), None))


def _slowest(asked: Callable[[str], object]) -> float:
    samples = []
    for typed in KEYSTROKES:
        start = time.perf_counter()
        asked(typed)
        samples.append((time.perf_counter() - start) * 1000)
    return max(samples)
