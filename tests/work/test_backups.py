"""What this PC keeps can be found and brought back as a new file, whatever became of the plan's own."""

from pathlib import Path

import pytest

from db.exchange.department_file import open_department_file
from db.exchange.handout import package_of
from db.exchange.package import pack
from db.file import backups
from db.file.planfile import open_plan, verify_plan
from db.log.history import revisions
from plan.errors import PlanError
from plan.table import CellEdit
from tests.db.conftest import plan_path as plan_path  # noqa: PLC0414 - a fixture
from tests.db.exchange.returning import hand_out
from tests.db.plans import HANAKO, TARO, held, lost_process, retitle, title
from work.backups import What, copy_without_history, remains_of, remains_without_file, restore


def test_backups_are_found_with_when_and_why_and_come_back_as_a_new_file(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        taken = backups.take(plan.store, backups.Reason.IMPORT)
        retitle(plan, "新しい計画")
    kept = next(each for each in remains_of(plan_path) if each.what is What.BACKUP)
    assert (kept.path, kept.at, kept.reason) == (taken.path, taken.at, backups.Reason.IMPORT)
    assert kept.size == taken.path.stat().st_size
    restored = plan_path.with_name("戻した計画.ayumi")
    restore(kept, restored)
    assert held(restored)["plan"][0][1] == "第1次あゆみ計画"
    with pytest.raises(PlanError, match="すでにあります"):
        restore(kept, plan_path)
    assert held(plan_path)["plan"][0][1] == "新しい計画"


def test_the_work_on_a_plan_whose_folder_is_gone_comes_back_as_a_new_file(plan_path: Path) -> None:
    folder = plan_path.parent / "年度"
    folder.mkdir()
    path = plan_path.rename(folder / plan_path.name)
    plan = open_plan(path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    assert remains_without_file() == []
    path.unlink()
    folder.rmdir()
    (store,) = remains_without_file()
    assert (store.what, store.file, store in remains_of(path)) == (What.STORE, path, True)
    restored = plan_path.with_name("戻した計画.ayumi")
    restore(store, restored)
    assert held(restored)["plan"][0][1] == "途中の計画"
    assert verify_plan(restored) == []


def test_a_broken_store_is_listed_and_what_cannot_be_brought_back_is_said(plan_path: Path) -> None:
    (store,) = (each for each in remains_of(plan_path) if each.what is What.STORE)
    store.path.write_bytes(b"x" * 4096)
    open_plan(plan_path, HANAKO).close()
    (broken,) = (each for each in remains_of(plan_path) if each.what is What.BROKEN)
    restored = plan_path.with_name("戻した計画.ayumi")
    with pytest.raises(PlanError, match="壊れていて"):
        restore(broken, restored)
    assert not restored.exists()


def test_a_departments_work_comes_back_as_a_departments_file(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        handed = hand_out(plan.store)[1]
        with plan.store.reading() as connection:
            content = pack(package_of(connection, handed))
    sent = plan_path.with_name("防災課.ayumid")
    sent.write_bytes(content)
    with open_department_file(sent, TARO) as part:
        part.set_cells([CellEdit(cell.assignment, cell.column, "記入") for cell in part.asked()])
    sent.write_bytes(content)
    open_department_file(sent, TARO).close()
    backup = next(each for each in remains_of(sent) if each.what is What.BACKUP)
    restored = sent.with_name("戻した防災課.ayumid")
    restore(backup, restored)
    with open_department_file(restored, TARO, read_only=True) as again:
        assert again.missing() == []


def test_a_copy_without_history_holds_the_plan_and_nothing_of_its_past(plan_path: Path) -> None:
    copy = plan_path.with_name("履歴なし.ayumi")
    with open_plan(plan_path, HANAKO) as plan:
        hand_out(plan.store)
        retitle(plan, "花子が消した題名")
        retitle(plan, "新しい計画")
        copy_without_history(plan.store, copy)
    assert "花子が消した題名".encode() in plan_path.read_bytes()
    assert "花子が消した題名".encode() not in copy.read_bytes()
    ours, theirs = held(plan_path), held(copy)
    assert theirs.pop("distribution") == []
    assert ours.pop("distribution")
    assert theirs == ours
    assert verify_plan(copy) == []
    with open_plan(copy, TARO) as opened:
        with opened.store.reading() as connection:
            assert len(revisions(connection, 9)) == 1
        retitle(opened, "続きの計画")
        assert title(opened) == "続きの計画"
