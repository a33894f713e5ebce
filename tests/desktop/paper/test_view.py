"""The pages are turned, made larger and smaller, and drawn only where they are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paper import pages_view as viewing
from desktop.paper import rendering
from desktop.paper.bar import PagesBar
from desktop.paper.pages_view import Fit, PagesView
from desktop.paper.rendering import page_sizes
from plan.progress import silent
from tests.desktop.papers import document
from tests.desktop.wheel import NOTCH, turn_wheel
from work.documents import set_pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pages(document(300), silent).pdf


@pytest.fixture
def view(pdf: bytes, qtbot: QtBot) -> PagesView:
    made = PagesView(None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_pdf(pdf, page_sizes(pdf))
    return made


def shown(view: PagesView) -> set[str]:
    """The colours of what is shown: paper, frame and desk alone are three or four."""
    image = view.viewport().grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 5))
    return {image.pixelColor(x, y).name() for x, y in places}


def test_the_page_in_sight_is_drawn(view: PagesView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(shown(view)) > 10)


def test_only_pages_in_sight_are_drawn(view: PagesView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: len(shown(view)) > 10)
    drawn: list[int] = []
    real = rendering.draw_page

    def counted(pdf: bytes, page: int, scale: float) -> object:
        drawn.append(page)
        return real(pdf, page, scale)

    monkeypatch.setattr(viewing, "draw_page", counted)
    view.go_to(view.count - 1)
    qtbot.waitUntil(lambda: view.count - 1 in drawn)
    qtbot.wait(100)
    assert 2 not in drawn


def test_keys_turn_the_pages(view: PagesView) -> None:
    view.fit_to(Fit.PAGE)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_page_down_shows_the_rest_of_a_page_before_the_next(view: PagesView) -> None:
    while view.zoom < viewing.ZOOMS[-1]:
        view.zoom_by(1)
    view.go_to(0)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 0
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 1


def test_pages_fit_the_width_or_the_window(view: PagesView) -> None:
    view.fit_to(Fit.WIDTH)
    wide = view.zoom
    assert view.horizontalScrollBar().maximum() == 0
    view.fit_to(Fit.PAGE)
    assert view.zoom < wide
    view.resize(1200, 800)
    QApplication.processEvents()
    assert view.zoom > wide


def test_the_wheel_with_ctrl_changes_the_size(view: PagesView) -> None:
    before = view.zoom
    turn_wheel(view.viewport(), NOTCH, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    assert view.fit is Fit.NONE


def test_the_bar_says_where_one_is_and_goes_where_one_asks(view: PagesView) -> None:
    bar = PagesBar(view, view)
    bar.show_place()
    assert not bar.before.isEnabled()
    bar.number.setValue(3)
    assert view.page == 2
    QTest.mouseClick(bar.after, Qt.MouseButton.LeftButton)
    assert (view.page, bar.number.value()) == (3, 4)
    bar.page_fit.click()
    assert (view.fit, bar.page_fit.isChecked(), bar.width_fit.isChecked()) == (Fit.PAGE, True, False)


def test_a_shorter_document_leaves_no_page_behind(view: PagesView, qtbot: QtBot) -> None:
    view.go_to(view.count - 1)
    short = set_pages(document(3), silent).pdf
    view.show_pdf(short, page_sizes(short))
    assert (view.count, view.page) == (1, 0)
    qtbot.waitUntil(lambda: len(shown(view)) > 10)
