"""What the tests of distributing and collecting share: handing out, answering, and questions that answer themselves."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.exchange.clerk_view import ClerkView
from desktop.exchange.collecting import CollectDialog
from desktop.exchange.distributing import DistributeDialog
from desktop.frame.main_window import Window
from desktop.table.plan_view import PlanView
from plan.era import FiscalYear
from plan.fields import EVALUATION
from plan.ids import AssignmentId
from plan.table import CellEdit, Column
from tests.desktop.screens import closed, do, opened_window

ASKED = Column(EVALUATION, FiscalYear(2025))  # the year that the sample has not evaluated yet
OFFICES = ("危機管理課", "総務課", "市民課")


def distributed(window: Window, view: PlanView, folder: Path) -> list[Path]:
    """Three departments are asked for one evaluation, and get their files: the one with many rows first."""
    dialog = DistributeDialog(window, view.plan, window.settings)
    dialog.columns.choose([ASKED])
    for line in dialog.offices.findItems("", Qt.MatchFlag.MatchContains):
        line.setCheckState(0, Qt.CheckState.Checked if line.text(0) in OFFICES else Qt.CheckState.Unchecked)
    dialog.folder.setText(str(folder))
    dialog.coordinator.setText("企画課 青葉")
    dialog.note.setPlainText("よろしくお願いします。")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return sorted((handed.file for handed in dialog.handed), key=lambda f: not f.name.startswith(OFFICES[0]))


def clerk_window(file: Path) -> tuple[Window, ClerkView]:
    """A window over a department's file."""
    window, view = opened_window(file)
    assert isinstance(view, ClerkView)
    return window, view


def write(view: PlanView, row: AssignmentId, text: str) -> bool:
    """An edit of the grid's; whether it was taken."""
    return view.model.change([CellEdit(row, ASKED, text)], "入力")


def submitted(file: Path, text: str) -> list[AssignmentId]:
    """Every asked cell is filled in and the file submitted; answers its rows."""
    window, view = clerk_window(file)
    cells = view.part.asked()
    view.model.change([CellEdit(c.assignment, c.column, f"{text}{n}") for n, c in enumerate(cells)], "入力")
    do(window, "part.submit")
    closed(window)
    return [cell.assignment for cell in cells]


def examined(window: Window, view: PlanView, files: Sequence[Path], qtbot: QtBot) -> CollectDialog:
    """The dialog of a collection when it has looked at the files."""
    dialog = CollectDialog(window, view.plan, window.settings)
    dialog.add(files)
    qtbot.waitUntil(lambda: bool(dialog.found.examined))
    return dialog


def answering(monkeypatch: pytest.MonkeyPatch, *, accept: bool = False) -> list[str]:
    """Let questions be answered; the list gets what was asked or told."""
    said: list[str] = []
    clicked: list[object] = []
    role = QMessageBox.ButtonRole.AcceptRole if accept else QMessageBox.ButtonRole.RejectRole

    def answer(box: QMessageBox) -> int:
        said.append(f"{box.text()}\n{box.informativeText()}")
        clicked[:] = [button for button in box.buttons() if box.buttonRole(button) is role]
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: clicked[0] if clicked else None)
    return said
