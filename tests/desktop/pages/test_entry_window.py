"""The window of the sister documents opens over the plan, follows it, and goes with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from desktop.checking.checking_window import CheckingWindow
from desktop.export.dialog import ExportDialog
from desktop.frame.main_window import Window
from desktop.kit.window_size import begin_at
from desktop.pages.entry_window import EntryWindow, Pointed
from desktop.pages.indicators.indicator_page import IndicatorPage
from desktop.pages.pages import pages
from desktop.pages.sheet.sheet_page import SheetPage
from desktop.pages.statuses.status_page import StatusPage
from tests.desktop.entries import contents, entry_window, page_of
from tests.desktop.screens import closed, do, go_to, opened_window, text_at
from tests.work.answers import when_waiting


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
        other = EntryWindow(window.plan, pages(), window)
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        assert contents(window) != before
        other.close()


def test_the_keys_of_the_main_window_work_in_this_one_too(sample: Path) -> None:
    window, _ = opened_window(sample)
    do(window, "entry.sheets")
    entry = entry_of(window)
    shown: list[str] = []

    def look(dialog: QWidget) -> bool:
        shown.append(dialog.findChildren(QTextBrowser)[0].toPlainText())
        assert dialog.parent() is entry
        dialog.close()
        return True

    when_waiting(look)
    QTest.keyClick(entry, Qt.Key.Key_F1)
    assert "スケジュールの中で" in shown[0]
    assert "実施状況を、評価区分の順に選ぶ" in shown[0]
    closed(window)


def test_every_page_is_a_key_away(sample: Path) -> None:
    with entry_window(sample) as window:
        for number, row in enumerate(pages(), start=1):
            QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
            assert window.tabs.currentIndex() == number - 1
            assert f"Alt+{number}" in window.tabs.tabToolTip(number - 1)
            assert row.title in window.tabs.tabToolTip(number - 1)


def test_each_page_shows_the_document_that_it_fills_with_what_was_just_written(sample: Path) -> None:
    chosen: list[str] = []

    def look(dialog: QWidget) -> bool:
        assert isinstance(dialog, ExportDialog)
        if dialog.pane.paper is None:
            return False
        chosen.append(dialog.form.id)
        dialog.reject()
        return True

    with entry_window(sample) as window:
        for row in pages():
            if row.form:
                window.turn_to(row.id)
                window.activateWindow()
                QApplication.processEvents()
                when_waiting(look)
                QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [row.form for row in pages() if row.form]


def test_the_checks_open_with_the_finding_about_what_one_sees_and_lead_back(sample: Path) -> None:
    window, _ = opened_window(sample)
    do(window, "entry.indicators")
    entry = entry_of(window)
    page = entry.page
    assert isinstance(page, IndicatorPage)
    page.list.setCurrentRow(page.list.count() - 1)
    page.model.entered.emit(0, "grade", "△")
    page.model.entered.emit(0, "reason", None)
    record = page.record
    entry.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(entry, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (checking,) = window.findChildren(CheckingWindow)
    finding = checking.findings.chosen
    assert finding is not None
    assert finding.place.record == record
    page.list.setCurrentRow(0)
    checking.go.click()
    assert page.record == record
    assert page.years.currentIndex().row() == 0
    assert page.model.columns[page.years.currentIndex().column()].name == "reason"
    closed(window)


def test_no_window_begins_beyond_its_screen(sample: Path) -> None:
    with entry_window(sample) as window:
        room = window.screen().availableSize()
        begin_at(window, (10 * room.width(), 10 * room.height()))
        assert window.width() < room.width()
        assert window.height() < room.height()
        begin_at(window, (300, 200))
        assert (window.width(), window.height()) >= (300, 200)


def test_the_keyboard_is_in_a_pages_list_when_one_turns_to_it(sample: Path) -> None:
    with entry_window(sample) as window:
        for name, kind, digit in (("indicators", IndicatorPage, Qt.Key.Key_2), ("sheets", SheetPage, Qt.Key.Key_1)):
            QTest.keyClick(window, digit, Qt.KeyboardModifier.AltModifier)
            page = page_of(window, name, kind)
            assert isinstance(page, Pointed)
            before = page.record
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Down)
            assert page.record not in (before, None)
        QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        statuses = page_of(window, "statuses", StatusPage)
        assert statuses.table.hasFocus()
        row = statuses.table.currentIndex().row()
        before_counts = statuses.tally.rows.rows[-1]
        QTest.keyClick(statuses.table, Qt.Key.Key_3)
        assert statuses.model.value(row, "status") == "中止"
        assert statuses.tally.rows.rows[-1] != before_counts
