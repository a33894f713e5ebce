"""The windows by themselves: kinds of files, what is wrong with a file, proposals, the board, and what is dropped."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.edit.structure import end_assignments
from db.exchange.board import Letter, Progress
from db.exchange.collection import collect
from db.exchange.department_file import open_department_file
from db.exchange.distribution import distributions
from db.log.changes import recording
from db.read.table import ALL
from db.store.working import Actor
from desktop.exchange.board_window import BoardWindow
from desktop.exchange.collecting import CollectDialog
from desktop.exchange.conflict_window import ConflictWindow
from desktop.exchange.distributing import DistributeDialog
from desktop.exchange.proposal_window import ProposalWindow
from desktop.exchange.return_details import details
from desktop.frame import exchange_verbs
from desktop.frame.dropping import Use, use_of
from exports.document import Table
from exports.forms.board import compose
from plan.era import FiscalYear
from plan.errors import say
from plan.exchange.returns import Return, contribution
from plan.findings import Finding, Place, Severity
from tests.desktop.exchange.journeys import ASKED, answering, clerk_window, distributed, examined, submitted, write
from tests.desktop.screens import closed, do, opened_window
from work.letters import mailto


def test_every_department_gets_the_kind_that_was_chosen_for_it(sample: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window, view = opened_window(sample)
    dialog = DistributeDialog(window, view.plan, window.settings)
    dialog.columns.choose([ASKED])
    dialog.folder.setText(str(tmp_path / "配布"))
    dialog.offices.tick_all(on=False)
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.offices.tick_all(on=True)
    dialog.offices.set_kind("excel")
    dialog.accept()
    assert {handed.file.suffix for handed in dialog.handed} == {".xlsx"}
    assert len(list((tmp_path / "配布").iterdir())) == len(dialog.handed)
    assert use_of([dialog.handed[0].file], view.plan) is Use.COLLECT
    collecting = examined(window, view, [dialog.handed[0].file], qtbot)
    assert collecting.found.examined[0].refusal is None
    assert collecting.found.examined[0].department
    collecting.reject()
    do(window, "edit.undo")
    assert {s.state for s in BoardWindow(window, view.plan).standings} == {Progress.NOT_SENT}
    closed(window)


def test_a_file_that_cannot_be_taken_says_why_and_what_to_write_back(
    sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    files = distributed(window, view, tmp_path / "配布")
    broken = tmp_path / "壊れた.ayumid"
    broken.write_bytes(files[0].read_bytes()[:500])
    dialog = examined(window, view, [broken], qtbot)
    assert not dialog.take_button.isEnabled()
    assert "壊れた.ayumid" in dialog.details.toPlainText()
    dialog.letter.copy_button.click()
    assert "壊れた.ayumid" in QGuiApplication.clipboard().text()
    dialog.add([files[0]])
    qtbot.waitUntil(lambda: len(dialog.found.examined) == 2)
    assert dialog.take_button.isEnabled()
    dialog.accept()
    twice = examined(window, view, [files[0]], qtbot)
    assert not twice.take_button.isEnabled()
    assert not twice.letter.copy_button.isEnabled()
    closed(window)


def test_details_mark_what_changes(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    window, view = opened_window(sample)
    answering(monkeypatch)
    files = distributed(window, view, tmp_path / "配布")
    submitted(files[0], "実施した。")
    dialog = examined(window, view, files[:1], qtbot)
    (found,) = dialog.found.examined
    assert "underline" in details(found) or "background-color" in details(found)
    assert details(replace(found, taken=[], findings=[])).count("変わるところはありません") == 1
    dialog.reject()
    closed(window)


def test_proposed_rows_are_accepted_or_declined(sample: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window, view = opened_window(sample)
    files = distributed(window, view, tmp_path / "配布")
    file = open_department_file(files[0], Actor("総務 一郎", "PC-2"))
    project = file.table().rows[0].project
    for content in ("加える行", "見送る行"):
        file.add_row(project, content)
    file.close()
    before = len(view.model.table.rows)
    examined(window, view, files[:1], qtbot).accept()
    deciding = ProposalWindow(window, view.plan)
    contents = [p.row.content for p in deciding.proposals]
    deciding.list.setCurrentRow(contents.index("加える行"))
    assert "加える行" in deciding.text.toPlainText()
    deciding.accept_button.click()
    deciding.decline_button.click()
    assert not deciding.proposals
    assert len(view.model.table.rows) == before + 1
    do(window, "edit.undo")
    do(window, "edit.undo")
    assert len(ProposalWindow(window, view.plan).proposals) == 2
    closed(window)


def test_the_board_reminds_prints_and_leads_to_what_is_missing(sample: Path, tmp_path: Path) -> None:
    window, view = opened_window(sample)
    clerk_file = next(f for f in distributed(window, view, tmp_path / "配布") if f.name.startswith("危機管理課"))
    clerk, its = clerk_window(clerk_file)
    label = its.part.part.department
    closed(clerk)
    board = BoardWindow(window, view.plan)
    place = next(n for n, s in enumerate(board.standings) if s.label == label)
    line = board.departments.topLevelItem(place)
    assert line is not None
    board.departments.setCurrentItem(line)
    assert board.missing.topLevelItemCount() == len(board.standings[place].missing)
    assert label in board.letter.text.toPlainText()
    board.missing.itemActivated.emit(board.missing.topLevelItem(0), 0)
    assert board.result() == QDialog.DialogCode.Accepted
    assert board.wanted == board.standings[place].missing[0]
    paper = compose("計画", board.standings, date(2026, 11, 21))
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    assert len(tables[0].rows) == len(board.standings)
    assert any(row.cells[0] == label for row in tables[1].rows)
    closed(window)


def test_a_mail_keeps_its_line_breaks() -> None:
    assert mailto(Letter("件名", "一行目\n二行目")).endswith("%0D%0A%E4%BA%8C%E8%A1%8C%E7%9B%AE")


def test_returned_files_dropped_on_a_plan_are_looked_at_and_then_settled(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    answering(monkeypatch)
    files = distributed(window, view, tmp_path / "配布")
    write(view, submitted(files[0], "実施した。")[0], "主管が書いた。")
    shown: list[QDialog] = []

    def run(dialog: QDialog) -> bool:
        shown.append(dialog)
        if isinstance(dialog, CollectDialog):
            qtbot.waitUntil(lambda: len(dialog.found.examined) == len(files))
            dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(exchange_verbs, "_run", run)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert [type(dialog) for dialog in shown] == [CollectDialog, ConflictWindow]
    assert str(view.plan.undo_name) == f"回収（{len(files)} ファイル）"
    closed(window)


def test_what_is_dropped_goes_where_it_belongs(sample: Path, tmp_path: Path) -> None:
    returned, table, plan = tmp_path / "a.ayumid", tmp_path / "表.xlsx", tmp_path / "b.ayumi"
    window, view = opened_window(sample)
    assert use_of([returned], None) is Use.OPEN
    assert use_of([plan], view.plan) is Use.OPEN
    assert use_of([table], None) is Use.IMPORT_AS_PLAN
    assert use_of([table], view.plan) is Use.IMPORT
    assert use_of([returned], view.plan) is Use.COLLECT
    assert use_of([returned, table], view.plan) is Use.COLLECT
    assert use_of([tmp_path], view.plan) is Use.COLLECT
    assert use_of([tmp_path / "絵.png"], view.plan) is None
    assert use_of([], view.plan) is None
    closed(window)


def copies(folder: Path, file: Path, *texts: str) -> list[Path]:
    """A department's file, filled in as often as there are texts, by different people."""
    found = []
    for number, text in enumerate(texts):
        copy = folder / f"写し{number}.ayumid"
        copy.write_bytes(file.read_bytes())
        submitted(copy, text)
        found.append(copy)
    return found


def test_a_file_whose_tick_is_taken_away_is_not_collected(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    answering(monkeypatch)
    files = distributed(window, view, tmp_path / "配布")
    cells = [submitted(file, f"{file.name[:3]}の回答") for file in files[:2]]
    dialog = examined(window, view, files[:2], qtbot)
    for place in (0, 1, 1):
        line = dialog.files.topLevelItem(place)
        assert line is not None
        is_ticked = line.checkState(0) is Qt.CheckState.Checked
        line.setCheckState(0, Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)
    dialog.accept()
    texts = {row.id: row.cells[view.model.table.columns.index(ASKED)] for row in view.plan.table(ALL).rows}
    taken = [found.file for found in dialog.found.examined][1]
    assert taken == files[1].name
    assert texts[cells[1][0]] == f"{files[1].name[:3]}の回答0"
    assert texts[cells[0][0]] != f"{files[0].name[:3]}の回答0"
    closed(window)


def test_the_answers_of_several_copies_stand_side_by_side_each_with_its_file(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    answering(monkeypatch)
    (file, *_others) = distributed(window, view, tmp_path / "配布")
    examined(window, view, copies(tmp_path, file, "甲", "乙", "丙"), qtbot).accept()
    settling = ConflictWindow(window, view.plan)
    card, first = settling.card, settling.cells[0]
    sides = [card.theirs, *card.rivals]
    assert {side.text.toPlainText() for side in sides} == {"甲0", "乙0", "丙0"}
    assert [c.file in side.who.text() for c, side in zip(first, sides, strict=True)] == [True] * 3
    assert settling.list.count() == len(settling.cells)
    wanted, cell = first[1].theirs, first[0].cell
    card.rivals[0].button.click()
    texts = {row.id: row.cells[view.model.table.columns.index(ASKED)] for row in view.plan.table(ALL).rows}
    assert texts[cell.assignment] == wanted
    assert cell not in [c.cell for c in settling.conflicts]
    closed(window)


def test_what_was_held_back_is_shown_until_somebody_has_looked_at_it(sample: Path, tmp_path: Path) -> None:
    window, view = opened_window(sample)
    distributed(window, view, tmp_path / "配布")
    with view.plan.file.store.reading() as connection:
        handed = distributions(connection)[0]
    told = Finding(
        Severity.WARNING, "cell_displaced", say("どの行の記入か決められません。"), Place("調査票", 7), "迷子"
    )
    given = Return("課.xlsx", contribution(handed.id, None, {}), findings=(told,))
    with recording(view.plan.file.store, "回収") as door:
        collect(door, [given])
    board = BoardWindow(window, view.plan)
    place = next(n for n, s in enumerate(board.standings) if s.held)
    line = board.departments.topLevelItem(place)
    assert line is not None
    board.departments.setCurrentItem(line)
    assert "迷子" in board.held.toPlainText()
    board.looked_at.click()
    assert not any(s.held for s in board.standings)
    do(window, "edit.undo")
    assert any(s.held for s in BoardWindow(window, view.plan).standings)
    closed(window)


def test_the_rows_that_are_counted_are_those_that_are_handed_out(sample: Path, tmp_path: Path) -> None:
    window, view = opened_window(sample)
    row = view.plan.table(ALL).rows[0]
    view.plan.do("終了", end_assignments, [row.id], FiscalYear(2023))
    dialog = DistributeDialog(window, view.plan, window.settings)
    dialog.columns.choose([ASKED])
    dialog.folder.setText(str(tmp_path / "配布"))
    counts = [line.text(1) for line in dialog.offices.findItems("", Qt.MatchFlag.MatchContains)]
    dialog.accept()
    with view.plan.file.store.reading() as connection:
        made = {d.department: str(len(d.rows)) for d in distributions(connection)}
    assert counts == [made[handed] for handed in dialog.offices.chosen]
    closed(window)
