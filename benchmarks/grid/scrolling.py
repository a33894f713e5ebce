"""The same hand on both grids: a window of one size, page after page."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.grid import SCROLLING
from benchmarks.measuring import Bench
from desktop.kit.theme import load_fonts, wear

_WIDTH, _HEIGHT = 1600, 900
_PAGES = 80
_FEWEST_SHADES = 8


def application() -> QApplication:
    """The application with our fonts and look."""
    app = QApplication([])
    load_fonts(app)
    wear(app, "light")
    return app


def show(view: QTableView) -> None:
    """Show a view, and return when it has been painted."""
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    QTest.qWaitForWindowExposed(view)
    QCoreApplication.processEvents()


def scroll(bench: Bench, view: QTableView) -> None:
    """Page down from the first row, as far as there are pages."""
    bar = view.verticalScrollBar()
    samples: list[float] = []
    while bar.value() < bar.maximum() and len(samples) < _PAGES:
        start = time.perf_counter()
        bar.setValue(bar.value() + bar.pageStep())
        QCoreApplication.processEvents()
        samples.append((time.perf_counter() - start) * 1000)
    bench.spread(SCROLLING, samples)


def expect_painted(view: QTableView) -> None:
    """Something is to be seen: text has many shades, an empty sheet has few."""
    image = view.grab().toImage()
    middle = range(0, image.width(), 3)
    shades = {image.pixel(x, y) for y in range(100, image.height() - 100, 50) for x in middle}
    assert len(shades) >= _FEWEST_SHADES, "nothing has been painted"
