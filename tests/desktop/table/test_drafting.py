"""What is being written survives a crash, is never in the plan before it is confirmed, and is never called saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.frame.main_window import Window
from desktop.table.plan_view import PlanView
from plan.errors import PlanError
from tests.desktop.hands import KEY, editors, press, write
from tests.desktop.screens import CELL, closed, go_to, opened_window, text_at
from work import drafts
from work.drafts import Draft, draft_of, keep_drafts

WRITE_AND_DIE = """
import os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from tests.desktop.screens import go_to, opened_window
window, view = opened_window(Path(sys.argv[1]))
go_to(view)
view.panel.editor.setFocus()
view.panel.editor.write_over("まだ確定していない段落")
QTest.qWait(1500)
os._exit(9)
"""


def kept(view: PlanView) -> list[Draft]:
    return drafts.drafts(view.plan.file.store.path)


def opened_at(path: Path) -> tuple[Window, PlanView]:
    window, view = opened_window(path)
    window.activateWindow()
    go_to(view)
    QApplication.processEvents()
    return window, view


def test_the_status_says_that_it_is_not_saved_while_somebody_writes(sample: Path) -> None:
    window, view = opened_at(sample)
    assert window.status.saved.text().startswith("保存済み")
    write("a")
    assert window.status.saved.text() == "入力中（未確定）"
    press(KEY.Key_Return)
    assert window.status.saved.text().startswith("保存済み")
    view.panel.editor.setFocus()
    write("b")
    assert window.status.saved.text() == "入力中（未確定）"
    press(KEY.Key_Escape)
    assert window.status.saved.text().startswith("保存済み")
    closed(window)


def test_a_draft_is_kept_each_second_and_gone_when_it_is_entered_or_given_up(sample: Path, qtbot: QtBot) -> None:
    window, view = opened_at(sample)
    before = text_at(view)
    write("abc")
    qtbot.waitUntil(lambda: [draft.text for draft in kept(view)] == ["abc"], timeout=3000)
    assert view.plan.table(view.scope).rows[0].cells == view.model.table.rows[0].cells
    assert text_at(view) == before
    press(KEY.Key_Escape)
    assert kept(view) == []
    go_to(view, 1)
    view.panel.editor.setFocus()
    write("d")
    qtbot.waitUntil(lambda: len(kept(view)) == 1, timeout=3000)
    go_to(view, 2)
    assert kept(view) == []
    closed(window)


def test_after_a_crash_the_text_is_offered_and_nothing_is_entered_until_it_is_confirmed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _parent, error: told.append(str(error)))
    here = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(here)}
    done = subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(sample)], env=environment, cwd=here, check=False)
    assert done.returncode == 9
    window, view = opened_at(sample)
    before = text_at(view)
    assert view.offer.isVisible()
    assert "1 " in view.offer.text.text()
    assert "まだ確定していない段落" in view.offer.text.text()
    go_to(view, 3)
    assert text_at(view) == before
    view.offer.go_on.click()
    assert view.panel.editor.text == "まだ確定していない段落"
    assert text_at(view) == before
    assert window.status.saved.text() == "入力中（未確定）"
    go_to(view, 3)
    assert text_at(view) == "まだ確定していない段落"
    assert kept(view) == []
    assert not view.offer.isVisible()
    closed(window)


def test_a_draft_that_waits_outlives_other_writing_and_can_be_given_up(sample: Path, qtbot: QtBot) -> None:
    window, view = opened_at(sample)
    store, row = view.plan.file.store.path, view.model.table.rows[2]
    closed(window)
    waiting = draft_of(row.id, CELL, "残っていた文")
    keep_drafts(store, [waiting, draft_of(row.id, CELL, row.cells[view.model.columns.index(CELL)] or "")])
    window, view = opened_at(sample)
    write("別の文")
    qtbot.waitUntil(lambda: len(kept(view)) == 2, timeout=3000)
    press(KEY.Key_Return)
    assert kept(view) == [waiting]
    view.offer.give_up.click()
    assert (kept(view), view.offer.isVisible()) == ([], False)
    closed(window)


def test_a_disk_that_takes_no_draft_is_told_once_and_the_writing_goes_on(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, view = opened_at(sample)

    def refuse(*_: object) -> None:
        raise PlanError("空き容量がないため書き込めません。")

    monkeypatch.setattr("desktop.table.drafting.keep_drafts", refuse)
    write("abc")
    view.drafting.keep()
    assert "空き容量がない" in view.banner.text
    assert [editor.text for editor in editors(view)] == ["abc"]
    monkeypatch.undo()
    press(KEY.Key_Escape)
    closed(window)


def test_what_no_draft_is_harms_nobody(sample: Path) -> None:
    window, view = opened_at(sample)
    store = view.plan.file.store.path
    closed(window)
    for content in (
        "",
        "{",
        "[1]",
        '[{"text": "a"}]',
        '[{"assignment": "x", "field": "y", "year": null, "text": "a"}]',
    ):
        store.with_suffix(".draft").write_text(content, "utf-8")
        window, view = opened_at(sample)
        assert not view.offer.isVisible()
        closed(window)
