"""From the choices to the file: what is seen beforehand is what is written, and nothing half stands anywhere."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.edit.cells import set_cells
from db.file.planfile import PlanFile
from db.log.changes import recording
from db.read.table import Scope
from desktop.export import dialog as exporting
from desktop.export.dialog import ExportDialog, run_export
from desktop.kit.preferences import EXPORT_FOLDER, Settings
from exports.document import Document, Loss, Unprintable
from plan.era import YearRange
from plan.fields import EVALUATION
from plan.progress import Progress
from plan.table import CellEdit, Column, Order
from tests.desktop.planfiles import opened, table_of
from tests.work.answers import files, press, when_waiting
from work.documents import FORMS, Choice, Form
from work.writing import FORMATS

if TYPE_CHECKING:
    from desktop.export.memory import Chosen

_NAME = "第2次あゆみ市デジタル化推進計画_進行管理表_令和7年度"


@pytest.fixture
def plan_file(sample: Path, qtbot: QtBot) -> Iterator[PlanFile]:
    assert qtbot
    with opened(sample) as made:
        yield made


@pytest.fixture
def dialog(plan_file: PlanFile, qtbot: QtBot) -> Iterator[ExportDialog]:
    made = new_dialog(plan_file, qtbot)
    yield made
    made.reject()


def new_dialog(plan_file: PlanFile, qtbot: QtBot, scope: Scope | None = None) -> ExportDialog:
    made = ExportDialog(None, plan_file.store, scope or Scope(), Settings())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.pane.paper is not None)
    return made


def texts_on(dialog: ExportDialog) -> str:
    """All that is printed on the pages shown."""
    assert dialog.pane.paper is not None
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(dialog.pane.paper.pages.pdf))


def changed(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait for the pages of another choice."""
    with qtbot.waitSignal(dialog.pane.ready):
        pass


def test_the_pages_are_seen_beforehand(dialog: ExportDialog, plan_file: PlanFile) -> None:
    assert dialog.pane.paper is not None
    assert dialog.pane.view.count == len(pypdfium2.PdfDocument(dialog.pane.paper.pages.pdf)) == 5
    printed = "".join(texts_on(dialog).split())
    for row in table_of(plan_file).rows:
        assert "".join((row.cells[4] or "").split()) in printed


def test_other_choices_give_other_pages(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.choices.lead_only.setChecked(True)
    dialog.choices.last.setCurrentIndex(0)
    dialog.choices.label.setText("資料9")
    changed(dialog, qtbot)
    printed = texts_on(dialog)
    assert "資料9" in printed
    assert "令和3年度" in printed
    assert "令和4年度" not in printed[:400]  # the headings
    assert dialog.pane.view.count < 5


@pytest.mark.parametrize("form", FORMS)
def test_every_document_is_seen_and_written(
    form: Form, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choices.form.setCurrentIndex(FORMS.index(form))
    if form is not FORMS[0]:
        changed(dialog, qtbot)
    assert len(texts_on(dialog)) > 100
    assert dialog.choices.first.isVisible() == (Choice.YEARS in form.choices)
    assert dialog.choices.year.isVisible() == (Choice.YEAR in form.choices)
    assert dialog.choices.offices.isVisible() == (Choice.DEPARTMENTS in form.choices)
    proposed = files(monkeypatch, tmp_path / "書類.xlsx")
    press("閉じる")
    dialog.export()
    assert form.name in Path(proposed[0]).name
    assert openpyxl.load_workbook(tmp_path / "書類.xlsx").worksheets


def test_a_document_about_one_year_is_of_the_last_one_until_another_is_chosen(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    choices = dialog.choices
    choices.form.setCurrentIndex(choices.form.findData("outcome-report"))
    changed(dialog, qtbot)
    latest = choices.chosen.asked.scope.years
    choices.year.setCurrentIndex(1)
    changed(dialog, qtbot)
    assert (latest, choices.chosen.asked.scope.years) == (None, YearRange.parse("2021"))
    assert dialog.pane.paper is not None
    assert "令和3年度" in dialog.pane.paper.document.title


def test_a_document_without_a_table_is_no_csv(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.choices.format.choose(".csv")
    dialog.choices.form.setCurrentIndex(dialog.choices.form.findData("evaluation-sheet"))
    changed(dialog, qtbot)
    assert not dialog.export_button.isEnabled()
    dialog.choices.format.choose(".pdf")
    assert dialog.export_button.isEnabled()


def test_what_the_plan_does_not_have_is_said_in_place_of_its_pages(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.choices.form.setCurrentIndex(dialog.choices.form.findData("evaluation-sheet"))
    dialog.choices.year.setCurrentIndex(1)
    changed(dialog, qtbot)
    assert dialog.pane.view.count == 0
    assert not dialog.export_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_the_last_year_never_stands_before_the_first(dialog: ExportDialog) -> None:
    dialog.choices.last.setCurrentIndex(1)
    dialog.choices.first.setCurrentIndex(3)
    assert dialog.choices.last.currentIndex() == 3
    dialog.choices.last.setCurrentIndex(0)
    assert dialog.choices.first.currentIndex() == 0


def test_one_department_gives_its_rows_alone(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.choices.only_some.choose(key=True)
    assert dialog.choices.chosen_offices == frozenset()
    qtbot.waitUntil(lambda: not dialog.export_button.isEnabled())
    line = next(x for x in (dialog.choices.offices.item(n) for n in range(30)) if x.text() == "広報広聴課")
    line.setCheckState(Qt.CheckState.Checked)
    changed(dialog, qtbot)
    assert dialog.export_button.isEnabled()
    assert dialog.pane.paper is not None
    rows = dialog.pane.paper.document.blocks[0].rows  # type: ignore[union-attr]
    assert {row.cells[3] for row in rows} == {"広報広聴課"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_is_written_under_a_natural_name(
    suffix: str, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choices.format.choose(suffix)
    target = tmp_path / f"表{suffix}"
    proposed = files(monkeypatch, target)
    said = press("閉じる")
    dialog.export()
    assert Path(proposed[0]).name == _NAME + suffix
    assert "書き出しました" in said[0]
    assert target.stat().st_size > 1000
    assert not dialog.isVisible()
    assert [path.name for path in tmp_path.glob("*.tmp")] == []


def test_what_is_written_is_the_plan(
    dialog: ExportDialog, plan_file: PlanFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(monkeypatch, tmp_path / "表")  # the ending is added
    press("閉じる")
    dialog.export()
    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx").worksheets[0]
    written = {cell for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    table = table_of(plan_file)
    assert {cell for row in table.rows for cell in row.cells if cell} <= written


def test_the_choices_are_remembered(
    dialog: ExportDialog, plan_file: PlanFile, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choices.format.choose(".csv")
    dialog.choices.order.choose(Order.FIELDS)
    dialog.choices.first.setCurrentIndex(2)
    dialog.choices.grades.setChecked(True)
    dialog.choices.label.setText("資料2")
    before = dialog.choices.chosen
    files(monkeypatch, tmp_path / "表.csv")
    press("閉じる")
    dialog.export()
    again = new_dialog(plan_file, qtbot)
    assert again.choices.chosen == before
    again.reject()
    assert Settings().get(EXPORT_FOLDER) == str(tmp_path)


def test_a_stopped_export_leaves_no_file_and_the_window_open(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_document: Document, _path: Path, progress: Progress) -> tuple[Loss, ...]:
        while True:
            progress(1, 10)
            time.sleep(0.001)

    monkeypatch.setattr(exporting, "write_file", endless)
    folder = tmp_path / "out"
    folder.mkdir()
    files(monkeypatch, folder / "表.xlsx")
    said = press("Cancel")
    dialog.export()
    assert "「表.xlsx」に書き出しています…" in said[0]
    assert list(folder.iterdir()) == []
    assert dialog.isVisible()


def test_a_file_open_in_excel_is_said_and_written_at_one_press_once_it_is_closed(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "表.csv"
    target.write_text("before")
    dialog.choices.format.choose(".csv")
    files(monkeypatch, target)
    replacing = Path.replace

    def refuse(_source: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    again = press("もう一度")

    def close_excel(_window: QWidget) -> bool:
        if again:
            assert target.read_text() == "before"
            monkeypatch.setattr(Path, "replace", replacing)
            press("閉じる")
        return bool(again)

    when_waiting(close_excel)
    dialog.export()
    assert "Excel などで開かれている" in again[0]
    assert target.read_text(encoding="utf-8-sig").startswith("番号,")


def test_the_file_and_its_folder_open_from_the_window(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    for button, wanted in (("開く", tmp_path / "表.xlsx"), ("フォルダーを開く", tmp_path)):
        files(monkeypatch, tmp_path / "表.xlsx")
        press(button)
        dialog.export()
        assert urls[-1].toLocalFile() == str(wanted)


def test_characters_without_a_glyph_are_named_with_their_cell(plan_file: PlanFile, qtbot: QtBot) -> None:
    table = table_of(plan_file)
    column = next(c for c in table.columns if c.field is EVALUATION)
    with recording(plan_file.store, "セルの入力") as step:
        set_cells(step, [CellEdit(table.rows[0].id, Column(EVALUATION, column.year), "𠮷田氏")])
    dialog = new_dialog(plan_file, qtbot)
    assert dialog.pane.paper is not None
    assert [loss.character for loss in dialog.pane.paper.pages.losses if isinstance(loss, Unprintable)] == ["𠮷"]
    assert dialog.pane.losses.isVisible()
    assert "危機管理課 令和3年度 評価: 「𠮷」（U+20BB7）" in dialog.pane.losses.list.item(0).text()
    dialog.reject()


def test_what_was_never_chosen_is_as_the_window_shows_it(plan_file: PlanFile, qtbot: QtBot) -> None:
    seen: list[Chosen] = []

    def look(window: QWidget) -> bool:
        if not isinstance(window, ExportDialog):
            return False
        seen.append(window.choices.chosen)
        window.reject()
        return True

    when_waiting(look)
    parent = QWidget()
    qtbot.addWidget(parent)
    run_export(parent, plan_file, Scope(order=Order.FIELDS, grades=True))
    assert (seen[0].asked.scope.order, seen[0].asked.scope.grades) == (Order.FIELDS, True)
    assert (seen[0].form, seen[0].suffix, seen[0].asked.label) == (FORMS[0].id, ".xlsx", "資料1")
