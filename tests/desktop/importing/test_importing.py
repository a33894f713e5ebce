"""From a table to the plan: seen beforehand, accepted as one step, and nothing written before."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.file import backups
from db.file.editions import plan_id
from db.file.planfile import PlanFile
from db.log import history
from db.read.table import plan_facts
from desktop.frame import import_verbs
from desktop.frame.import_verbs import import_as_plan, run_import
from desktop.importing.import_window import ImportDialog
from desktop.importing.preview_rows import FIRST
from desktop.kit import failures
from desktop.kit.preferences import IMPORT_FOLDER, Settings
from desktop.kit.shown_plan import ShownPlan
from imports.reports.preview_words import Heading
from imports.table.row_comparing import Fate
from plan.clipboard import clipboard_text
from plan.errors import PlanError
from plan.fields import CONTENT, EVALUATION, PROJECT
from tests.desktop.importing.dialogs import dialog_of, is_reading, press_when_read
from tests.desktop.planfiles import dump_of, table_of
from tests.desktop.screens import filled_in, opened_window
from tests.imports.tables import CELLS, ROWS, TITLE, as_lines, merged_workbook
from tests.work.answers import files, when_waiting


def as_csv(path: Path, lines: list[list[str]] | None = None) -> Path:
    with path.open("w", encoding="cp932", newline="") as out:
        csv.writer(out).writerows(lines or as_lines())
    return path


def exported(plan_file: PlanFile, path: Path) -> list[list[str]]:
    """The plan's own table as somebody outside has it."""
    table = table_of(plan_file)
    lines = [[c.heading for c in table.columns], *([cell or "" for cell in row.cells] for row in table.rows)]
    as_utf8(path, lines)
    return lines


def as_utf8(path: Path, lines: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(lines)
    return path


def rows_in(plan_file: PlanFile) -> list[tuple[str | None, ...]]:
    return [tuple(row.cells) for row in table_of(plan_file).rows]


@pytest.mark.parametrize("write", [merged_workbook, as_csv])
def test_a_table_becomes_a_plan_of_its_own(
    write: object, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(write)
    source = write(tmp_path / ("表.xlsx" if write is merged_workbook else "表.csv"))
    filled_in(monkeypatch, {"市区町村名": "みなと市"})
    proposed = files(monkeypatch, tmp_path / "読書計画.ayumi")
    said = press_when_read("次へ: 計画の名称")
    plan_file = import_as_plan(parent, Settings(), source)
    assert plan_file is not None
    assert said[0].startswith("「進行管理表」として読みました。4 行です。")
    assert Path(proposed[0]).name == TITLE.removesuffix(" 進行管理表") + ".ayumi"
    with plan_file, plan_file.store.reading() as connection:
        facts = plan_facts(connection)
        assert rows_in(plan_file) == CELLS
        assert (facts.title, facts.city) == ("第2次みなと市読書計画", "みなと市")
        assert facts.document_label == "資料3"
        assert [year.short for year in facts.years] == ["H30", "R1"]


def test_a_table_is_taken_into_the_plan_as_one_step_after_a_backup(
    plan_file: PlanFile, parent: QWidget, tmp_path: Path
) -> None:
    before = dump_of(plan_file)
    with plan_file.store.reading() as connection:
        plan = plan_id(connection)
    press_when_read("取り込む")
    assert run_import(parent, ShownPlan(plan_file, parent), as_csv(tmp_path / "表.csv"))
    assert len(rows_in(plan_file)) == 65 + len(ROWS)
    assert [b.reason for b in backups.backups(plan)] == [backups.Reason.IMPORT]
    undone = history.undo(plan_file.store)
    assert undone is not None
    assert str(undone.name) == "取り込み（表.csv）"
    assert dump_of(plan_file) == before


def test_the_grid_shows_what_was_taken_and_undo_names_it(sample: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window, view = opened_window(sample)
    qtbot.addWidget(window)
    press_when_read("取り込む")
    window.import_file(as_csv(tmp_path / "表.csv"))
    assert view.model.rowCount() == 65 + len(ROWS)
    assert str(view.plan.undo_name) == "取り込み（表.csv）"
    window.close()


def test_the_same_table_again_has_nothing_to_take(plan_file: PlanFile, qtbot: QtBot, tmp_path: Path) -> None:
    exported(plan_file, tmp_path / "表.csv")
    dialog = dialog_of(plan_file, qtbot, tmp_path / "表.csv")
    assert "取り込むものはありません" in dialog.review.summary.text()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_changed_cells_are_shown_as_they_were_and_as_they_will_be(
    plan_file: PlanFile, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = exported(plan_file, tmp_path / "表.csv")
    lines[2][7], lines[3][8] = "ABCDEF", ""
    dialog = dialog_of(plan_file, qtbot, as_utf8(tmp_path / "表.csv", lines))
    review = dialog.review
    assert review.tabs.tabText(review.tabs.currentIndex()) == "変更 2"
    assert [row.fate for row in review.rows.rows] == [Fate.CHANGED] * 2
    assert "1 か所で空欄になります" in review.warning.text()
    html = review.detail.toHtml()
    assert "ABCDEF" in html
    assert review.detail.toPlainText().startswith("2 危機管理課 ")
    assert "令和3年度 評価" in review.detail.toPlainText()
    assert "line-through" in html
    assert review.rows.data(review.table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole).endswith("へ変更")  # type: ignore[attr-defined]
    review.tabs.setCurrentIndex(0)
    assert review.rows.rowCount() == 65
    dialog.reject()


def test_rows_of_the_plan_alone_are_shown_and_stay(plan_file: PlanFile, qtbot: QtBot, tmp_path: Path) -> None:
    lines = exported(plan_file, tmp_path / "表.csv")
    gone = lines.pop(5)
    dialog = dialog_of(plan_file, qtbot, as_utf8(tmp_path / "表.csv", lines))
    assert dialog.review.tabs.tabText(4) == "計画のみ 1"
    dialog.review.tabs.setCurrentIndex(4)
    assert dialog.review.rows.data(dialog.review.rows.index(0, FIRST + 4)) == gone[4]
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_another_plans_table_is_told(plan_file: PlanFile, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(plan_file, qtbot, as_csv(tmp_path / "表.csv"))
    assert "別の計画の資料ではないか" in dialog.review.warning.text()
    assert "新しい課: 図書館" in dialog.review.summary.text()
    assert "新しい年度: 平成30年度、令和元年度" in dialog.review.summary.text()
    dialog.reject()


def test_a_column_can_be_matched_otherwise(qtbot: QtBot, tmp_path: Path) -> None:
    lines = as_lines(1)
    lines[4][1] = "とりくみのなまえ"
    dialog = dialog_of(None, qtbot, as_csv(tmp_path / "表.csv", lines))
    review, box = dialog.review, dialog.review.matching.boxes[1]
    assert review.matching.marks[1].text() == "－"
    assert Heading(PROJECT) not in review.rows.headings
    box.setFocus()
    box.setCurrentIndex(box.findText("実施事業"))
    qtbot.waitUntil(lambda: Heading(PROJECT) in review.rows.headings)
    assert review.matching.marks[1].text() == "手で選択"
    assert review.matching.boxes[1] is box
    other = review.matching.boxes[4]
    other.setCurrentIndex(0)
    qtbot.waitUntil(lambda: Heading(CONTENT) not in review.rows.headings)
    assert Heading(PROJECT) in review.rows.headings
    dialog.reject()


def test_a_meaning_belongs_to_one_column(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(None, qtbot, as_csv(tmp_path / "表.csv"))
    review = dialog.review
    for position in (4, 5):
        box = review.matching.boxes[position]
        box.setCurrentIndex(box.findText("実施事業"))
        qtbot.waitUntil(lambda: not is_reading(dialog))
        assert list(review.rows.headings).count(Heading(PROJECT)) == 1
    assert [review.matching.boxes[p].currentIndex() for p in (1, 4)] == [0, 0]
    dialog.reject()


def test_a_finding_leads_to_its_cell_or_its_column(qtbot: QtBot, tmp_path: Path) -> None:
    lines = as_lines(1)
    lines[4].append("備考のようなもの")
    lines[5].append("あり")
    lines[6][0] = "1"
    dialog = dialog_of(None, qtbot, as_csv(tmp_path / "表.csv", lines))
    review, places = dialog.review, {}
    for number in range(review.findings.topLevelItemCount()):
        line = review.findings.topLevelItem(number)
        assert line is not None
        places[line.text(1)] = line
    doubled = next(line for text, line in places.items() if "番号" in text)
    review.findings.setCurrentItem(doubled)
    assert review.table.currentIndex().column() == FIRST
    unmatched = next(line for text, line in places.items() if "備考のようなもの" in text)
    review.findings.setCurrentItem(unmatched)
    qtbot.waitUntil(review.matching.boxes[10].hasFocus)
    dialog.reject()


def test_cancelling_leaves_everything_as_it_was(plan_file: PlanFile, parent: QWidget, tmp_path: Path) -> None:
    before = dump_of(plan_file)
    press_when_read("Cancel")
    assert not run_import(parent, ShownPlan(plan_file, parent), as_csv(tmp_path / "表.csv"))
    assert dump_of(plan_file) == before
    press_when_read("Cancel")
    assert import_as_plan(parent, Settings(), tmp_path / "表.csv") is None


def test_leaving_the_place_of_a_new_plan_makes_none(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled_in(monkeypatch, {})
    files(monkeypatch, "")
    asked: list[int] = []

    def act(window: QWidget) -> bool:
        if not isinstance(window, ImportDialog) or window.stack.currentWidget() is not window.review:
            return False
        window.accept()
        asked.append(window.isVisible())
        window.reject()
        return True

    when_waiting(act)
    assert import_as_plan(parent, Settings(), as_csv(tmp_path / "表.csv")) is None
    assert asked == [True]
    assert list(tmp_path.glob("*.ayumi")) == []


def test_a_plan_that_cannot_be_filled_leaves_no_file(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PlanError("入りません。")

    told: list[PlanError] = []
    monkeypatch.setattr(import_verbs, "start", refuse)
    monkeypatch.setattr(failures, "tell", lambda _parent, error: told.append(error))
    filled_in(monkeypatch, {})
    files(monkeypatch, tmp_path / "計画.ayumi")

    def act(window: QWidget) -> bool:
        if not isinstance(window, ImportDialog) or window.stack.currentWidget() is not window.review:
            return False
        window.accept()
        window.reject()
        return True

    when_waiting(act)
    assert import_as_plan(parent, Settings(), as_csv(tmp_path / "表.csv")) is None
    assert [str(error) for error in told] == ["入りません。"]
    assert list(tmp_path.glob("*.ayumi*")) == []


def test_what_is_no_table_is_said_where_another_can_be_chosen(
    plan_file: PlanFile, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "手紙.txt").write_text("拝啓\n敬具\n", encoding="utf-8")
    dialog = dialog_of(plan_file, qtbot, tmp_path / "手紙.txt")
    assert dialog.stack.currentWidget() is dialog.page
    assert "「手紙.txt」が、どの資料か分かりません" in dialog.page.warning.text()
    dialog.read(as_csv(tmp_path / "表.csv"))
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.review)
    assert dialog.page.warning.text() == ""
    dialog.reject()


def test_a_table_can_be_chosen_pasted_or_dropped(
    plan_file: PlanFile, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = as_csv(tmp_path / "表.csv")
    dialog = dialog_of(plan_file, qtbot, source)
    review = dialog.review

    files(monkeypatch, source)
    dialog.page.choose_button.click()
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert review.source.text() == "表.csv"
    assert Settings().get(IMPORT_FOLDER) == str(tmp_path)

    QGuiApplication.clipboard().setText(clipboard_text(as_lines()))
    dialog.page.paste_button.click()
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert review.source.text() == "貼り付けた資料"
    assert review.tabs.tabText(1) == "新規 4"

    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(source))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, buttons, keys))
    qtbot.waitUntil(lambda: not is_reading(dialog))
    assert review.source.text() == "表.csv"
    dialog.reject()


def test_pasting_nothing_says_so(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(" ")
    dialog = ImportDialog(None, None, Settings(), lambda _parent, _outcome: False)
    qtbot.addWidget(dialog)
    dialog.page.paste_button.click()
    assert "貼り付けるものがありません" in dialog.page.warning.text()
    assert not is_reading(dialog)


def test_the_rows_are_a_sound_model(plan_file: PlanFile, qtbot: QtBot, tmp_path: Path, qtmodeltester: object) -> None:
    dialog = dialog_of(plan_file, qtbot, as_csv(tmp_path / "表.csv"))
    qtmodeltester.check(dialog.review.rows)  # type: ignore[attr-defined]
    assert any(heading.field is EVALUATION for heading in dialog.review.rows.headings)
    dialog.reject()
