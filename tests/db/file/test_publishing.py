"""The plan file is always whole, and nobody's work is written over."""

import errno
import os
import sqlite3
import stat
import tracemalloc
from pathlib import Path

import pytest

from db.file import publishing, received
from db.file.planfile import open_plan
from db.file.snapshot import file_hash, hash_of, is_sealed
from db.store.disk import temporary, write_whole
from plan.errors import PlanError
from tests.db.plans import HANAKO, copies, elsewhere, held, lost_process, refuse, retitle, title


class KilledError(BaseException):
    """Stands in for the end of the process, which no `except` of the program sees."""


def test_the_plan_file_stands_alone_and_is_sealed(plan_path: Path) -> None:
    assert {p.name for p in plan_path.parent.iterdir()} == {"計画.ayumi", "home"}
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        assert plan.unpublished()
        plan.publish()
        assert not plan.unpublished()
    content = plan_path.read_bytes()
    with sqlite3.connect(":memory:") as memory:
        memory.deserialize(content)
        (seal,) = memory.execute("SELECT seal FROM file").fetchone()
    memory.close()
    assert is_sealed(content, seal)
    assert {p.name for p in plan_path.parent.iterdir()} == {"計画.ayumi", "home"}


def test_each_file_names_the_one_that_it_follows(plan_path: Path) -> None:
    first = plan_path.read_bytes()
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
    with sqlite3.connect(":memory:") as memory:
        memory.deserialize(plan_path.read_bytes())
        (parent,) = memory.execute("SELECT parent_hash FROM file").fetchone()
    memory.close()
    assert parent == hash_of(first)
    second = received.received(plan_path.read_bytes(), plan_path.name)
    assert second.generation == received.received(first, plan_path.name).generation + 1


def test_nothing_is_written_when_nothing_changed(plan_path: Path) -> None:
    before = plan_path.read_bytes()
    open_plan(plan_path, HANAKO).close()
    assert plan_path.read_bytes() == before


def test_what_was_deleted_is_not_left_between_the_lines(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        with plan.store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO setting VALUES ('x', 'x', '消された文章')")
            connection.exec_driver_sql("DELETE FROM setting")
        retitle(plan, "新しい計画")
    assert "消された文章".encode() not in plan_path.read_bytes()


def test_what_this_pc_knows_of_other_files_is_not_in_the_file(plan_path: Path) -> None:
    other = hash_of(b"another file")
    with open_plan(plan_path, HANAKO) as plan:
        with plan.store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO edition VALUES (?, 1, 1, 'copy')", (other,))
        retitle(plan, "新しい計画")
        plan.publish()
    assert other.encode() not in plan_path.read_bytes()


def test_drafts_do_not_pile_up_beside_the_working_store(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        left = temporary(plan.store.path)
        retitle(plan, "新しい計画")
    before = {path.suffix for path in left.parent.iterdir()}
    assert ".tmp" not in before
    left.write_bytes(b"what a killed process left")
    open_plan(plan_path, HANAKO).close()
    assert {path.suffix for path in left.parent.iterdir()} == before


def test_a_large_plan_is_held_in_memory_once(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        with plan.store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO setting VALUES ('x', 'x', ?)", ("長い文章" * (1 << 20),))
        retitle(plan, "新しい計画")
        tracemalloc.start()
        plan.publish()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 1.2 * plan_path.stat().st_size


@pytest.mark.parametrize("step", ["remember", "snapshot", "write_whole", "_read_back", "settle"])
def test_a_process_that_dies_before_any_step_of_publishing_leaves_a_plan(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def die(*_: object, **__: object) -> None:
        raise KilledError

    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "新しい計画")
    with monkeypatch.context() as dying:
        dying.setattr(publishing, step, die)
        with pytest.raises(KilledError):
            plan.publish()
    lost_process(plan)
    with open_plan(plan_path, HANAKO) as again:
        assert again.recovered == (0 if step in ("_read_back", "settle") else 1)
        assert (title(again), again.notices) == ("新しい計画", ())
    assert held(plan_path)["plan"][0][1] == "新しい計画"
    assert copies(plan_path) == []


def test_a_file_changed_meanwhile_is_not_written_over(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "こちらの計画")
    elsewhere(plan_path, monkeypatch, "あちらの計画")
    theirs = plan_path.read_bytes()
    with pytest.raises(PlanError, match="上書きしませんでした。こちらの内容は「計画（試験 花子の控え"):
        plan.publish()
    assert plan_path.read_bytes() == theirs
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "こちらの計画"
    retitle(plan, "こちらの計画 その2")
    assert plan.unpublished()
    with pytest.raises(PlanError, match="上書きしませんでした"):
        plan.close()
    assert copies(plan_path) == [copy]
    assert held(copy)["plan"][0][1] == "こちらの計画 その2"
    with open_plan(plan_path, HANAKO) as again:
        assert title(again) == "あちらの計画"
    assert copies(plan_path) == [copy]


def test_a_process_that_dies_before_the_copy_is_written_leaves_the_work(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = write_whole

    def die(path: Path, *arguments: object, **options: object) -> None:
        if "控え" in path.name:
            raise KilledError
        really(path, *arguments, **options)  # type: ignore[arg-type]

    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "こちらの計画")
    elsewhere(plan_path, monkeypatch, "あちらの計画")
    with monkeypatch.context() as dying:
        dying.setattr(publishing, "write_whole", die)
        with pytest.raises(KilledError):
            plan.publish()
    lost_process(plan)
    open_plan(plan_path, HANAKO).close()
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "こちらの計画"


def test_a_copy_of_the_same_name_that_is_not_ours_stays(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2):
        plan = open_plan(plan_path, HANAKO)
        retitle(plan, f"こちらの計画 {number}")
        elsewhere(plan_path, monkeypatch, f"あちらの計画 {number}")
        with pytest.raises(PlanError, match="控え"):
            plan.close()
    assert [held(copy)["plan"][0][1] for copy in copies(plan_path)] == ["こちらの計画 1", "こちらの計画 2"]


def test_a_file_that_is_gone_is_not_written_anew_in_silence(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    away = plan_path.rename(plan_path.with_suffix(".away"))
    retitle(plan, "新しい計画")
    with pytest.raises(PlanError, match=r"「計画\.ayumi」が元の場所に見つからないため"):
        plan.publish()
    assert {p.name for p in plan_path.parent.iterdir() if p.name.startswith((".~", "計画"))} == {
        "計画.away",
        ".~lock.計画.ayumi#",
    }
    away.rename(plan_path)
    plan.close()
    assert held(plan_path)["plan"][0][1] == "新しい計画"


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.ENOSPC, "空き容量がない"), (errno.EACCES, "権限がありません"), (errno.EIO, "読み書きできませんでした")],
)
def test_a_disk_that_refuses_is_said_and_leaves_the_old_file_and_the_work(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    before = plan_path.read_bytes()
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        with monkeypatch.context() as failing:
            failing.setattr(os, "fsync", refuse(code))
            with pytest.raises(PlanError, match=f"「計画.ayumi」.*{reason}|{reason}.*「計画.ayumi」"):
                plan.publish()
        assert plan_path.read_bytes() == before
        assert plan.unpublished()
    assert held(plan_path)["plan"][0][1] == "新しい計画"
    assert {p.name for p in plan_path.parent.iterdir()} == {"計画.ayumi", "home"}


def test_a_file_that_others_are_reading_is_replaced_with_patience(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    really = Path.replace

    def busy(source: Path, target: Path) -> Path:
        if len(pauses) < 3:
            raise PermissionError(errno.EACCES, "in use")
        return really(source, target)

    monkeypatch.setattr("time.sleep", pauses.append)
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        monkeypatch.setattr(Path, "replace", busy)
        plan.publish()
    assert len(pauses) == 3
    assert held(plan_path)["plan"][0][1] == "新しい計画"


def test_what_was_written_is_read_back(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        with monkeypatch.context() as failing:
            found = iter([file_hash(plan_path), "another"])
            failing.setattr(publishing, "file_hash", lambda _: next(found))
            with pytest.raises(PlanError, match="読み直したところ"):
                plan.publish()
        assert plan.unpublished()
        plan.publish()


def test_a_file_that_nobody_could_open_is_not_written(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plan_path.read_bytes()
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        with monkeypatch.context() as small:
            small.setattr(type(plan), "limit", len(before) - 1)
            with pytest.raises(PlanError, match=r"開ける大きさ.*履歴を除いた写し"):
                plan.publish()
        assert plan_path.read_bytes() == before
        assert plan.unpublished()
    assert held(plan_path)["plan"][0][1] == "新しい計画"


def test_a_file_that_grows_is_told_in_time(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.file.planfile.GROWING", plan_path.stat().st_size)
    with open_plan(plan_path, HANAKO) as plan:
        (told,) = plan.notices
    assert "MB を超えると保存できなくなります" in str(told)
    monkeypatch.setattr("db.file.planfile.GROWING", plan_path.stat().st_size + 1)
    with open_plan(plan_path, HANAKO) as plan:
        assert plan.notices == ()


@pytest.mark.skipif(os.name == "nt", reason="modes and groups are not the system's way there")
def test_the_file_keeps_its_mode_and_group(plan_path: Path) -> None:
    group = next(iter({*os.getgroups(), os.getgid()} - {plan_path.stat().st_gid}), plan_path.stat().st_gid)
    os.chown(plan_path, -1, group)
    plan_path.chmod(0o660)
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
    found = plan_path.stat()
    assert (stat.S_IMODE(found.st_mode), found.st_gid) == (0o660, group)


def test_a_file_set_to_be_read_only_is_opened_so_and_never_written(plan_path: Path) -> None:
    before = plan_path.read_bytes()
    plan_path.chmod(0o444)
    with open_plan(plan_path, HANAKO) as plan:
        assert plan.read_only
        assert "読み取り専用に設定されている" in str(plan.notices[0])
    plan_path.chmod(0o644)
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        plan_path.chmod(0o444)
        with pytest.raises(PlanError, match="読み取り専用です"):
            plan.publish()
        assert plan_path.read_bytes() == before
        plan_path.chmod(0o644)
    assert held(plan_path)["plan"][0][1] == "新しい計画"
