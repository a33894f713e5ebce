"""Distribute → the clerk fills in and submits → collect → settle two conflicts → the board is complete; and back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.exchange.board import Progress
from desktop.exchange.board_window import BoardWindow
from desktop.exchange.conflict_window import ConflictWindow
from desktop.exchange.handed_window import HandedWindow
from desktop.exchange.pending import PendingStrip
from desktop.frame import exchange_verbs
from desktop.table.plan_view import PlanView
from tests.desktop.exchange.journeys import ASKED, OFFICES, answering, distributed, examined, submitted, write
from tests.desktop.screens import closed, do, opened_window


def ours(view: PlanView, text: str) -> str | None:
    """The text of the plan that begins so."""
    place = view.model.columns.index(ASKED)
    return next((row.cells[place] for row in view.model.table.rows if (row.cells[place] or "").startswith(text)), None)


def states(window: BoardWindow) -> set[Progress]:
    return {s.state for s in window.standings if s.distribution is not None}


def test_the_whole_journey_and_back(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    said = answering(monkeypatch)
    files = distributed(window, view, tmp_path / "配布")
    rows, *_ = [submitted(file, "課が実施した。") for file in files]
    assert len(said) == len(files)
    assert all("提出済みにしました" in text for text in said)
    for row in rows[:2]:
        assert write(view, row, "主管が直した。")
    before = view.plan.table(view.scope)
    conflicting = examined(window, view, [tmp_path / "配布"], qtbot)
    assert sum(len(found.conflicts) for found in conflicting.found.examined) == 2
    conflicting.accept()
    settling = ConflictWindow(window, view.plan)
    assert settling.count.text() == "食い違い 1 / 2"
    assert [c.cell.assignment for c in settling.conflicts] == rows[:2]
    settling.card.theirs.button.click()
    settling.card.hand_button.setChecked(True)
    settling.card.hand.setPlainText("両方を合わせた。")
    settling.card.take_hand.click()
    assert settling.count.text() == "食い違いは、すべて決まりました。"
    assert ours(view, "両方を合わせた。")
    standing = BoardWindow(window, view.plan)
    assert states(standing) == {Progress.COMPLETE}
    for _ in range(3):
        do(window, "edit.undo")
    assert view.plan.table(view.scope) == before
    after_undo = BoardWindow(window, view.plan)
    assert states(after_undo) == {Progress.SENT}
    closed(window)


def test_what_was_written_is_listed_with_a_mail_to_copy(sample: Path, tmp_path: Path) -> None:
    window, _ = opened_window(sample)
    shown: list[HandedWindow] = []

    def keep(dialog: QDialog) -> bool:
        if isinstance(dialog, HandedWindow):
            shown.append(dialog)
            return True
        dialog.folder.setText(str(tmp_path / "配布"))  # type: ignore[attr-defined] # the dialog of a distribution
        dialog.accept()
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exchange_verbs, "_run", keep)
        do(window, "collect.distribute")
    (listed,) = shown
    assert listed.files.topLevelItemCount() == len(list((tmp_path / "配布").iterdir())) > len(OFFICES)
    listed.letter.copy()
    copied = QGuiApplication.clipboard().text()
    first = listed.files.topLevelItem(0)
    assert first is not None
    assert first.text(0) in copied
    assert first.text(1) in copied
    closed(window)


def test_conflicts_wait_in_the_plan_until_they_are_settled(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, view = opened_window(sample)
    answering(monkeypatch)
    files = distributed(window, view, tmp_path / "配布")
    for row in submitted(files[0], "課が実施した。")[:2]:
        write(view, row, "主管が直した。")
    examined(window, view, files[:1], qtbot).accept()
    closed(window)
    again, its = opened_window(sample)
    (strip,) = its.findChildren(PendingStrip)
    assert strip.isVisible()
    assert "食い違い 2 件" in strip.text.text()
    assert strip.text.minimumSizeHint().width() < strip.text.fontMetrics().horizontalAdvance(strip.text.text())
    monkeypatch.setattr("desktop.exchange.conflict_window.confirmed", lambda *_: True)
    shown: list[ConflictWindow] = []
    monkeypatch.setattr(exchange_verbs, "_run", shown.append)
    strip.settle.click()
    shown[0].card.all_button.menu().actions()[1].trigger()
    assert not shown[0].conflicts
    assert not strip.isVisible()
    shown[0].undo_button.click()
    assert strip.isVisible()
    closed(again)
