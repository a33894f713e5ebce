"""The window of the sister documents opens over the plan, follows it, and goes with it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.entry.pages import pages
from desktop.entry.window import EntryWindow
from desktop.indicators.page import IndicatorPage
from desktop.sheet.page import SheetPage
from desktop.window import Window
from tests.desktop.entries import contents, entry_window, page_of
from tests.desktop.screens import closed, do, go_to, opened_window, text_at


def entry_of(window: Window) -> EntryWindow:
    found = [w for w in window.findChildren(EntryWindow) if w.isVisible()]
    assert len(found) == 1
    return found[0]


def test_every_page_has_its_command_and_one_window_serves_them_all(sample: Path) -> None:
    window, _ = opened_window(sample)
    for row in pages():
        do(window, row.id)
        assert entry_of(window).tabs.tabText(entry_of(window).tabs.currentIndex()) == row.title
    closed(window)


def test_the_window_goes_with_the_plan_and_loses_nothing(sample: Path) -> None:
    window, view = opened_window(sample)
    do(window, "entry.sheets")
    page = entry_of(window).page
    assert isinstance(page, SheetPage)
    page.form.record.boxes["outline"].setPlainText("途中の文章")  # type: ignore[attr-defined]
    do(window, "file.close")
    assert not [w for w in window.findChildren(EntryWindow) if w.isVisible()]
    del view
    window.open_path(sample)
    do(window, "entry.sheets")
    page = entry_of(window).page
    assert isinstance(page, SheetPage)
    assert page.current is not None
    assert page.current.sheet.texts.outline == "途中の文章"
    closed(window)


def test_grid_and_pages_undo_the_same_steps(sample: Path) -> None:
    window, view = opened_window(sample)
    go_to(view)
    before = text_at(view)
    view.enter_everywhere("該当なし", "試験")
    do(window, "entry.indicators")
    entry = entry_of(window)
    assert "試験" in entry.undo.toolTip()
    entry.undo.trigger()
    assert text_at(view) == before
    assert entry.redo.isEnabled()
    entry.redo.trigger()
    assert text_at(view) == "該当なし"
    closed(window)


def test_a_page_is_read_anew_when_it_is_turned_to(sample: Path) -> None:
    with entry_window(sample) as window:
        indicators = page_of(window, "indicators", IndicatorPage)
        before, name = contents(window), indicators.list.item(0).text()
        indicators.details.record.boxes["name"].setText("別の名")  # type: ignore[attr-defined]
        page_of(window, "sheets", SheetPage)
        window.undo.trigger()
        assert contents(window) == before
        assert page_of(window, "indicators", IndicatorPage).list.item(0).text() == name


def test_what_is_written_is_on_the_disk_when_one_looks_away(sample: Path) -> None:
    with entry_window(sample) as window:
        page = page_of(window, "sheets", SheetPage)
        before = contents(window)
        page.form.record.boxes["outline"].setPlainText("途中")  # type: ignore[attr-defined]
        other = EntryWindow(window.opened, pages(), window)
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        assert contents(window) != before
        other.close()
