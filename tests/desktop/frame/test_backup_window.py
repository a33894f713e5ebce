"""What this PC still has of a plan is listed, and comes back as a new file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from db.file.backups import Reason, take
from db.file.planfile import open_plan
from db.log.changes import dump
from db.store.working import Actor
from desktop.frame.backup_window import BackupWindow
from desktop.frame.main_window import Window
from plan.table import CellEdit
from tests.desktop.screens import CELL, closed, do, opened_window

BEFORE = "取り込む前の文"


@pytest.fixture
def window(sample: Path) -> Iterator[Window]:
    window, view = opened_window(sample)
    row = view.model.table.rows[0]
    view.plan.set_cells([CellEdit(row.id, CELL, BEFORE)], "セルの入力")
    take(view.plan.file.store, Reason.IMPORT)
    view.plan.set_cells([CellEdit(row.id, CELL, "取り込んだ文")], "セルの入力")
    yield window
    closed(window)


def chosen_place(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))


def test_a_backup_is_listed_with_its_reason_and_comes_back_as_a_new_file(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.plan is not None
    listed = BackupWindow([window.plan.path], window)
    (line,) = listed.list.findItems("控え（取り込み前）", Qt.MatchFlag.MatchExactly, 1)
    listed.list.setCurrentItem(line)
    target = tmp_path / "戻したもの.ayumi"
    chosen_place(monkeypatch, target)
    listed._back.click()  # noqa: SLF001 - the button that a person presses
    assert listed.restored == target
    with open_plan(target, Actor("試験", "PC-1"), read_only=True) as plan, plan.store.reading() as connection:
        assert any(BEFORE in row for row in dump(connection)["year_entry"])


def test_the_window_opens_what_was_brought_back(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "戻したもの.ayumi"
    chosen_place(monkeypatch, target)
    monkeypatch.setattr(BackupWindow, "exec", lambda dialog: dialog._bring_back())  # noqa: SLF001 - as above
    do(window, "file.backups")
    assert window.plan is not None
    assert window.plan.path == target.resolve()


def test_a_place_where_something_stands_is_refused_and_nothing_is_lost(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.plan is not None
    listed, target = BackupWindow([window.plan.path], window), tmp_path / "ある.ayumi"
    target.write_bytes(b"something")
    said: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _parent, error: said.append(str(error)))
    chosen_place(monkeypatch, target)
    listed._back.click()  # noqa: SLF001 - as above
    assert said
    assert listed.result() != QDialog.DialogCode.Accepted
    assert target.read_bytes() == b"something"


def test_where_nothing_is_kept_the_window_says_when_something_will_be(sample: Path) -> None:
    window, _view = opened_window(sample)
    listed = BackupWindow([sample.with_name("ほかの計画.ayumi")], window)
    assert listed.list.topLevelItemCount() == 0
    assert "自動で作られます" in listed._told.text()  # noqa: SLF001 - what a person reads
    assert not listed._back.isEnabled()  # noqa: SLF001 - as above
    closed(window)


def test_a_copy_without_history_has_the_same_plan(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "軽い写し.ayumi"
    chosen_place(monkeypatch, target)
    do(window, "file.save_slim")
    assert window.plan is not None
    with open_plan(target, Actor("試験", "PC-1"), read_only=True) as plan, plan.store.reading() as copied:
        assert dump(copied)["year_entry"] == window.plan.ask(dump)["year_entry"]
