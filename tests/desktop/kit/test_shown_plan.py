"""What is taken in at length is heard of in the window's own thread, and leaves no trace where it was stopped."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.edit.cells import set_cells
from db.file import backups
from db.file.backups import Reason
from db.file.editions import plan_id
from db.file.planfile import PlanFile
from db.file.workfile import WorkFile
from db.log.changes import Recording
from desktop.kit.background import PATIENCE_MS
from desktop.kit.shown_plan import ShownPlan
from plan.errors import PlanError
from plan.table import CellEdit
from tests.desktop.planfiles import dump_of, opened, table_of
from tests.desktop.screens import CELL
from tests.work.answers import press
from work.open_plan import Saved

_LONG = 2 * PATIENCE_MS / 1000
TEXT = "取り込んだ文"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def plan_file(sample: Path) -> Iterator[PlanFile]:
    with opened(sample) as made:
        yield made


@pytest.fixture
def plan(plan_file: PlanFile, parent: QWidget) -> ShownPlan:
    return ShownPlan(plan_file, parent)


@pytest.fixture
def wanted(plan_file: PlanFile) -> list[CellEdit]:
    return [CellEdit(row.id, CELL, TEXT) for row in table_of(plan_file).rows]


def kept(plan: PlanFile) -> list[Reason]:
    with plan.store.reading() as connection:
        return [b.reason for b in backups.backups(plan_id(connection))]


def slowly(door: Recording, wanted: Sequence[CellEdit]) -> None:
    set_cells(door, wanted)
    time.sleep(_LONG)


def test_what_is_taken_in_is_one_step_after_a_backup_and_told_in_the_thread_of_the_window(
    plan_file: PlanFile, plan: ShownPlan, parent: QWidget, wanted: list[CellEdit]
) -> None:
    told: list[tuple[Thread, int]] = []
    plan.changed.connect(lambda announcement: told.append((current_thread(), len(announcement.changes))))
    before = dump_of(plan_file)
    assert plan.take_in(parent, Reason.COLLECTION, "回収", slowly, wanted)
    assert told == [(main_thread(), len(wanted))]
    assert str(plan.undo_name) == "回収"
    assert kept(plan_file) == [Reason.COLLECTION]
    plan.undo()
    assert dump_of(plan_file) == before


def test_what_is_stopped_leaves_the_plan_as_it_was(
    plan_file: PlanFile, plan: ShownPlan, parent: QWidget, wanted: list[CellEdit]
) -> None:
    before = dump_of(plan_file)
    press("Cancel")
    assert not plan.take_in(parent, Reason.IMPORT, "取り込み", slowly, wanted)
    assert dump_of(plan_file) == before
    assert plan.undo_name is None


def test_what_is_refused_leaves_the_plan_as_it_was(
    plan_file: PlanFile, plan: ShownPlan, parent: QWidget, wanted: list[CellEdit]
) -> None:
    def refuse(door: Recording, wanted: Sequence[CellEdit]) -> None:
        set_cells(door, wanted)
        raise PlanError("「{file}」を閉じてください。", file="表.xlsx")

    before = dump_of(plan_file)
    with pytest.raises(PlanError, match=r"「表\.xlsx」を閉じてください。"):
        plan.take_in(parent, Reason.IMPORT, "取り込み", refuse, wanted)
    assert dump_of(plan_file) == before


def test_what_waited_to_be_published_still_is_after_something_was_stopped(
    plan: ShownPlan, parent: QWidget, wanted: list[CellEdit], qtbot: QtBot
) -> None:
    plan.set_cells(wanted[:1], "セルの入力")
    seen = [plan.saved]
    press("Cancel")
    assert not plan.take_in(parent, Reason.IMPORT, "取り込み", slowly, wanted)
    with qtbot.waitSignal(plan.saved_changed, timeout=10_000):
        seen.append(plan.saved)
    assert [*seen, plan.saved] == [Saved.PENDING, Saved.PENDING, Saved.PUBLISHED]


def test_people_go_on_while_the_share_is_silent(
    plan: ShownPlan, wanted: list[CellEdit], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asleep, awake = Event(), Event()
    publish = WorkFile.publish

    def silent(work: WorkFile) -> None:
        publish(work)
        asleep.set()
        awake.wait(30)

    monkeypatch.setattr(WorkFile, "publish", silent)
    plan.set_cells(wanted[:1], "セルの入力")
    qtbot.waitUntil(asleep.is_set, timeout=10_000)  # the window is drawn and heard all the while
    plan.set_cells(wanted[1:2], "セルの入力")
    assert plan.saved is Saved.PENDING
    monkeypatch.setattr(WorkFile, "publish", publish)
    awake.set()
    with qtbot.waitSignal(plan.saved_changed, timeout=10_000):
        pass
    assert plan.saved is Saved.PENDING  # what came meanwhile is not in the file yet, and follows
    qtbot.waitUntil(lambda: plan.saved is Saved.PUBLISHED, timeout=30_000)


def test_a_slow_file_is_written_the_more_rarely(
    plan: ShownPlan, wanted: list[CellEdit], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = WorkFile.publish

    def slow(work: WorkFile) -> None:
        time.sleep(_LONG)
        publish(work)

    monkeypatch.setattr(WorkFile, "publish", slow)
    plan.set_cells(wanted[:1], "セルの入力")
    qtbot.waitUntil(lambda: plan.saved is Saved.PUBLISHED, timeout=10_000)
    assert plan.rest >= 10 * _LONG
