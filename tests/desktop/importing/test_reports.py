"""The sister documents come in through the same window as tables: recognised, seen beforehand, taken as one step."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.edit.records import records
from db.file import backups
from db.file.editions import plan_id
from db.file.planfile import PlanFile
from db.log import history
from db.read.table import plan_facts
from desktop.frame.import_verbs import import_as_plan, run_import
from desktop.importing.import_window import ImportDialog
from desktop.importing.preview_rows import FATE, FIRST, SUBJECT
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from imports.table.row_comparing import Fate
from tests.desktop.importing.dialogs import dialog_of, is_reading, press_when_read
from tests.desktop.planfiles import dump_of
from tests.desktop.screens import filled_in
from tests.imports.reports import BOOK, OUTCOMES, RESULTS, SHEETS
from tests.work.answers import files, press, when_waiting

REPORTS = [(RESULTS, "実績及び評価書"), (BOOK, "計画書"), (OUTCOMES, "成果報告書"), (SHEETS, "個別事業評価表")]


def as_file(text: str, path: Path) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def rows_of(dialog: ImportDialog) -> list[tuple[Fate | None, str]]:
    return [(row.fate, row.name) for row in dialog.review.rows.rows]


@pytest.mark.parametrize(("text", "name"), REPORTS)
def test_a_report_is_recognised_shown_and_taken_as_one_step_after_a_backup(
    text: str, name: str, plan_file: PlanFile, parent: QWidget, tmp_path: Path
) -> None:
    before, path = dump_of(plan_file), as_file(text, tmp_path / "資料.txt")
    said = press_when_read("取り込む")
    assert run_import(parent, ShownPlan(plan_file, parent), path)
    assert said[0].startswith(f"「{name}」として読みました。")
    with plan_file.store.reading() as connection:
        assert [b.reason for b in backups.backups(plan_id(connection))] == [backups.Reason.IMPORT]
    said = press_when_read("Cancel")
    assert not run_import(parent, ShownPlan(plan_file, parent), path)
    assert "取り込むものはありません" in said[0]
    undone = history.undo(plan_file.store)
    assert undone is not None
    assert str(undone.name) == "取り込み（資料.txt）"
    assert dump_of(plan_file) == before


@pytest.mark.parametrize(("text", "name"), REPORTS)
def test_a_report_has_its_subjects_and_what_it_tells_of_them(text: str, name: str, qtbot: QtBot) -> None:
    dialog = dialog_of(None, qtbot, text)
    review, model = dialog.review, dialog.review.rows
    assert name in review.summary.text()
    assert review.source.text() == "貼り付けた資料"
    assert not review.columns.isVisible()
    assert review.table.isColumnHidden(FATE)
    assert not review.table.isColumnHidden(SUBJECT)
    labels = [model.headerData(FIRST + n, Qt.Orientation.Horizontal) for n in range(model.columnCount() - FIRST)]
    assert len(labels) == len(set(labels)) > 0
    for row, shown in enumerate(model.rows):
        cells = {str(model.data(model.index(row, FIRST + n))) for n in range(len(labels))} - {""}
        assert cells == {str(text.after).replace("\n", " ") for text in shown.texts}
    dialog.reject()


def test_the_columns_are_matched_in_tables_only(plan_file: PlanFile, qtbot: QtBot) -> None:
    dialog = dialog_of(plan_file, qtbot, "番号\t実施事業\t担当課\t令和3年度 評価\n1\t講座\t学務課\t開いた。")
    assert dialog.review.columns.isVisible()
    assert dialog.review.table.isColumnHidden(SUBJECT)
    dialog.read(SHEETS)
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert not dialog.review.columns.isVisible()
    dialog.reject()


def test_a_changed_status_is_shown_as_it_was_and_as_it_will_be(
    plan_file: PlanFile, parent: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    press_when_read("取り込む")
    assert run_import(parent, ShownPlan(plan_file, parent), as_file(RESULTS, tmp_path / "資料.txt"))
    dialog = dialog_of(plan_file, qtbot, RESULTS.replace("移動図書館の巡回【達成】", "移動図書館の巡回【中止】"))
    review = dialog.review
    assert review.tabs.tabText(review.tabs.currentIndex()) == "変更 1"
    assert rows_of(dialog) == [(Fate.CHANGED, "(1) 移動図書館の巡回")]
    assert review.rows.data(review.table.currentIndex()) == "中止"
    assert "実施状況、達成 から 中止 へ変更" in str(
        review.rows.data(review.table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    )
    html = review.detail.toHtml()
    assert "line-through" in html
    assert "移動図書館の巡回" in html
    dialog.reject()


def test_a_finding_leads_to_the_row_that_it_is_about(plan_file: PlanFile, qtbot: QtBot) -> None:
    dialog = dialog_of(plan_file, qtbot, SHEETS.replace("執行率(%) 95.0%", "執行率(%) 90.0%"))
    review, seen = dialog.review, set()
    for number in range(review.findings.topLevelItemCount()):
        line = review.findings.topLevelItem(number)
        assert line is not None
        review.findings.setCurrentItem(line)
        seen.add(review.rows.rows[review.table.currentIndex().row()].name)
    assert seen == {"図 — 1 おはなし会の充実", "図 — 2 学校司書の配置"}
    dialog.reject()


def test_results_without_a_year_are_taken_for_the_one_that_is_chosen(
    plan_file: PlanFile, parent: QWidget, tmp_path: Path
) -> None:
    with plan_file.store.reading() as connection:
        years = list(plan_facts(connection).years)
    offered: list[str] = []
    preset: list[int] = []

    def act(window: QWidget) -> bool:
        if not isinstance(window, ImportDialog) or window.stack.currentWidget() is not window.review:
            return False
        box = window.review.years
        if not offered:
            offered.extend(box.itemText(n) for n in range(box.count()))
            preset.append(box.currentData())
            box.setCurrentIndex(1)
            box.activated.emit(1)
        if is_reading(window):
            return False
        press("取り込む")
        return True

    when_waiting(act)
    assert run_import(parent, ShownPlan(plan_file, parent), as_file(OUTCOMES, tmp_path / "資料.txt"))
    assert offered == [year.label for year in years]
    assert preset == [years[-1]]
    with plan_file.store.reading() as connection:
        indicators = {i for i, r in records(connection, "indicator").items() if r["name"] == "参加者数"}
        results = [r for r in records(connection, "indicator_result").values() if r["indicator_id"] in indicators]
    assert {r["fiscal_year"] for r in results if r["value"] == "1,350"} == {int(years[1])}


def test_statuses_of_another_plan_are_told(plan_file: PlanFile, qtbot: QtBot) -> None:
    for text, is_told in ((RESULTS, True), (SHEETS, False)):
        dialog = dialog_of(plan_file, qtbot, text)
        assert ("別の計画" in dialog.review.warning.text()) is is_told
        dialog.reject()


def test_no_year_is_asked_for_where_the_source_names_it(plan_file: PlanFile, qtbot: QtBot) -> None:
    dialog = dialog_of(plan_file, qtbot, SHEETS)
    assert not dialog.review.years.isVisible()
    dialog.reject()


def test_a_plan_is_made_of_a_report_that_names_its_period(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled_in(monkeypatch, {"市区町村名": "みなと市"})
    proposed = files(monkeypatch, tmp_path / "読書計画.ayumi")
    press_when_read("次へ: 計画の名称")
    plan_file = import_as_plan(parent, Settings(), as_file(RESULTS, tmp_path / "資料.txt"))
    assert plan_file is not None
    assert Path(proposed[0]).name == "第2次みなと市読書計画.ayumi"
    with plan_file, plan_file.store.reading() as connection:
        facts = plan_facts(connection)
        assert (facts.city, facts.years.first, facts.years.last) == ("みなと市", 2018, 2022)
        assert len(records(connection, "item_status")) == 6


def test_a_plan_is_made_of_a_report_without_years_once_one_is_chosen(qtbot: QtBot) -> None:
    dialog = dialog_of(None, qtbot, OUTCOMES)
    review = dialog.review
    assert not dialog.accept_button.isEnabled()
    assert "「この資料の年度」を選んでください" in review.warning.text()
    assert review.years.currentData() is None
    place = review.years.findData(2021)
    review.years.setCurrentIndex(place)
    review.years.activated.emit(place)
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert dialog.accept_button.isEnabled()
    assert review.years.currentData() == 2021
    assert not review.warning.isVisible()
    assert any(str(review.rows.headerData(n, Qt.Orientation.Horizontal)).startswith("令和3年度") for n in range(2, 8))
    dialog.reject()


def test_one_sheet_of_many_can_be_chosen(plan_file: PlanFile, qtbot: QtBot, tmp_path: Path) -> None:
    book, workbook = tmp_path / "評価表.xlsx", Workbook()
    for sheet, text in zip((workbook.worksheets[0], workbook.create_sheet()), SHEETS.split("\n\n令和4"), strict=True):
        for line in ("令和4" + text.removeprefix("令和4")).split("\n"):
            sheet.append(line.split("\t"))
    workbook.save(book)
    dialog = dialog_of(plan_file, qtbot, book)
    review = dialog.review
    assert len(rows_of(dialog)) == 2
    assert review.sheets.isVisible()
    assert review.sheets.currentText() == "すべてのシート"
    review.sheets.setCurrentIndex(2)
    review.sheets.activated.emit(2)
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert [name for _, name in rows_of(dialog)] == ["図 — 2 学校司書の配置"]
    assert review.sheets.currentIndex() == 2
    dialog.reject()


def test_a_report_can_be_pasted_or_dropped_as_text(plan_file: PlanFile, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(BOOK)
    dialog = dialog_of(plan_file, qtbot, RESULTS)
    dialog.page.paste_button.click()
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert "「計画書」" in dialog.review.summary.text()
    content = QMimeData()
    content.setText(OUTCOMES)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.page.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, buttons, keys))
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert "「成果報告書」" in dialog.review.summary.text()
    dialog.reject()
