"""The years' columns keep their room on small screens, and the parts stay where somebody put them."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from desktop.frame.main_window import Window
from desktop.kit.preferences import PANEL_SHOWN, SIDEBAR_SHOWN, SIDEBAR_SHOWN_SMALL, Settings
from desktop.table.panes import fit
from desktop.table.plan_view import PlanView
from tests.desktop.screens import closed, do, opened_window


def sized(window: Window, width: int, height: int) -> None:
    window.showNormal()
    window.resize(width, height)
    QApplication.processEvents()


def years_in_sight(view: PlanView) -> list[int]:
    """The columns of years that are seen as a whole when the plan is opened."""
    right = view.grid.viewport().width()
    columns = [n for n, c in enumerate(view.model.columns) if c.year is not None]
    rects = [(n, view.grid.visualRect(view.model.index(0, n))) for n in columns]
    return [n for n, rect in rects if rect.left() >= view.grid.frozen_width and rect.right() < right]


def test_what_fits_depends_on_the_size() -> None:
    assert fit(1880, 900).beside
    assert not fit(1366, 640).beside
    assert fit(1366, 640).lists
    assert fit(1366, 640).editor
    assert not fit(853, 330).lists
    assert not fit(853, 330).editor


def test_an_office_screen_shows_a_year_beside_the_frozen_columns(sample: Path) -> None:
    window, view = opened_window(sample)
    for width, height in ((1366, 740), (1280, 690), (853, 460)):
        sized(window, width, height)
        assert len(years_in_sight(view)) >= 1, (width, height)
        assert view.grid.currentIndex().column() in years_in_sight(view)
    closed(window)


def test_the_editor_lies_below_on_a_narrow_window_and_stands_beside_on_a_wide_one(sample: Path) -> None:
    window, view = opened_window(sample)
    sized(window, 1366, 740)
    assert view.panel.geometry().top() >= view.grid.geometry().bottom()
    assert view.panel.width() > view.grid.width() * 0.9
    sized(window, 1800, 900)
    assert view.panel.geometry().left() >= view.grid.geometry().right()
    closed(window)


def test_a_small_screen_folds_the_lists_without_forgetting_them(sample: Path) -> None:
    window, view = opened_window(sample)
    sized(window, 1800, 900)
    assert not view.sidebar.isHidden()
    sized(window, 853, 430)
    assert view.sidebar.isHidden()
    assert view.panel.isHidden()
    do(window, "view.sidebar")
    assert not view.sidebar.isHidden()
    sized(window, 1800, 900)
    assert not view.sidebar.isHidden()
    assert not view.panel.isHidden()
    closed(window)
    assert Settings().get(SIDEBAR_SHOWN)
    assert Settings().get(PANEL_SHOWN)
    assert Settings().get(SIDEBAR_SHOWN_SMALL)


def test_the_editors_height_is_remembered_after_a_restart(sample: Path) -> None:
    window, view = opened_window(sample)
    sized(window, 1366, 740)
    before = view.panel.height()
    work = view.room.widget(1)
    assert isinstance(work, QSplitter)
    handle = work.handle(1)
    assert handle is not None
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(0, 60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 60))
    height = view.panel.height()
    assert height > before
    closed(window)
    window, view = opened_window(sample)
    sized(window, 1366, 740)
    assert view.panel.height() >= height
    closed(window)
