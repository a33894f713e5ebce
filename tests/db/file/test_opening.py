"""Whatever stands at a plan's place, opening finds the work, or says in one sentence what to do."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from db.file import backups
from db.file.editions import plan_id
from db.file.lock import PlanLocked, lock_path
from db.file.planfile import create_plan, open_plan
from db.log.changes import recording
from plan.errors import PlanError
from tests.db.plans import HANAKO, TARO, copies, elsewhere, held, lost_process, refuse, retitle, title


class KilledError(BaseException):
    """Stands in for the end of the process, which no `except` of the program sees."""


def test_an_unpublished_step_is_recovered_and_published(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    with open_plan(plan_path, HANAKO) as again:
        assert (again.recovered, title(again)) == (1, "途中の計画")
        assert not again.unpublished()
    assert held(plan_path)["plan"][0][1] == "途中の計画"


def test_a_file_changed_elsewhere_is_the_plan_and_what_this_pc_had_is_put_beside_it(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    elsewhere(plan_path, monkeypatch, "あちらの計画")
    with open_plan(plan_path, HANAKO) as again:
        assert title(again) == "あちらの計画"
        assert "ほかで変更されていました" in str(again.notices[0])
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "途中の計画"


def test_a_file_changed_elsewhere_leaves_a_backup_of_what_this_pc_had(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(plan_path, monkeypatch, "あちらの計画")
    with open_plan(plan_path, HANAKO) as plan, plan.store.reading() as connection:
        assert (title(plan), plan.notices) == ("あちらの計画", ())
        (kept,) = backups.backups(plan_id(connection))
    assert kept.reason is backups.Reason.REPLACEMENT
    assert held(kept.path)["plan"][0][1] == "第1次あゆみ計画"
    assert copies(plan_path) == []


@pytest.mark.parametrize("harm", [lambda p: p.unlink(), lambda p: p.write_bytes(p.read_bytes()[:5000])])
def test_a_file_that_cannot_be_opened_leaves_what_this_pc_has_of_it_beside_it_once(
    plan_path: Path, harm: Callable[[Path], object]
) -> None:
    harm(plan_path)
    with pytest.raises(PlanError, match=r"控え.*そちらを開いてください"):
        open_plan(plan_path, HANAKO)
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "第1次あゆみ計画"
    with pytest.raises(PlanError, match=r"見つかりません|壊れているか"):
        open_plan(plan_path, HANAKO)
    assert copies(plan_path) == [copy]
    assert not lock_path(plan_path).exists()


@pytest.mark.parametrize("harm", [lambda content: content[:8192] + b"x" * 8192, lambda _: b""])
def test_a_broken_working_store_is_set_aside_and_the_file_opens(
    plan_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    (store,) = (plan_path.parent / "home" / "stores").glob("*.sqlite")
    store.write_bytes(harm(store.read_bytes()))
    with open_plan(plan_path, HANAKO) as plan:
        assert "壊れていたため" in str(plan.notices[0])
        assert title(plan) == "第1次あゆみ計画"
    assert store.with_suffix(".broken").exists()


def test_work_is_kept_when_an_exception_ends_it(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "新しい計画")
    with pytest.raises(KilledError), plan:
        raise KilledError
    assert held(plan_path)["plan"][0][1] == "新しい計画"


def test_the_second_opener_is_told_and_may_read(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        with pytest.raises(PlanLocked, match="試験 花子"):
            open_plan(plan_path, TARO)
        with open_plan(plan_path, TARO, read_only=True) as reader:
            assert (reader.read_only, reader.unpublished()) == (True, False)
            with pytest.raises(PlanError, match="読み取り専用"), recording(reader.store, "入力"):
                pass
            assert title(reader) == title(plan)
    assert list((plan_path.parent / "home" / "reading").iterdir()) == []


def test_a_plan_in_a_folder_without_locks_opens_for_reading(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plan_path.read_bytes()
    monkeypatch.setattr("db.file.lock._take", refuse(errno.EROFS))
    with open_plan(plan_path, HANAKO) as plan:
        assert plan.read_only
    assert plan_path.read_bytes() == before
    with pytest.raises(PlanError, match="作れません"):
        create_plan(plan_path.with_name("別の計画.ayumi"), HANAKO)


def test_who_did_not_close_the_plan_is_named(plan_path: Path) -> None:
    lock_path(plan_path).write_text(
        '{"name": "防災 太郎", "pc": "PC-2", "since": "2026-11-20 17:00"}', encoding="utf-8"
    )
    with open_plan(plan_path, HANAKO) as plan:
        assert "防災 太郎 さん（PC-2）が 2026-11-20 17:00" in str(plan.notices[0])


def test_a_new_plan_is_never_written_over_a_file(plan_path: Path) -> None:
    before = plan_path.read_bytes()
    with pytest.raises(PlanError, match=r"「計画\.ayumi」はすでにあります"):
        create_plan(plan_path, HANAKO)
    assert plan_path.read_bytes() == before


def test_a_new_plan_that_cannot_be_written_leaves_nothing(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = plan_path.with_name("別の計画.ayumi")
    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", refuse(errno.ENOSPC))
        with pytest.raises(PlanError, match="空き容量"):
            create_plan(path, HANAKO)
    assert not path.exists()
    assert not lock_path(path).exists()
    create_plan(path, HANAKO).close()


@pytest.mark.parametrize("folder", ["", "別のフォルダー"])
def test_unpublished_work_follows_a_plan_file_that_was_moved(plan_path: Path, folder: str) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    moved = plan_path.parent / folder / "改めた名前.ayumi"
    moved.parent.mkdir(exist_ok=True)
    plan_path.rename(moved)
    with open_plan(moved, HANAKO) as again:
        assert (again.recovered, title(again)) == (1, "途中の計画")
    assert held(moved)["plan"][0][1] == "途中の計画"


def test_unpublished_work_stays_with_the_original_when_a_copy_is_opened(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    copy = plan_path.with_name("写し.ayumi")
    copy.write_bytes(plan_path.read_bytes())
    with open_plan(copy, HANAKO) as other:
        assert (other.recovered, title(other)) == (0, "第1次あゆみ計画")
    with open_plan(plan_path, HANAKO) as again:
        assert again.recovered == 1


def test_a_plan_renamed_while_it_is_open_stays_with_who_has_it_open(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "途中の計画")
        renamed = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
        with open_plan(renamed, TARO) as other:
            assert title(other) == "第1次あゆみ計画"
    assert held(plan_path)["plan"][0][1] == "途中の計画"


def test_a_broken_store_of_another_plan_hinders_nobody(plan_path: Path) -> None:
    (store,) = (plan_path.parent / "home" / "stores").glob("*.sqlite")
    other = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
    store.write_bytes(b"x" * 4096)
    with open_plan(other, HANAKO) as plan:
        assert (title(plan), plan.notices) == ("第1次あゆみ計画", ())
