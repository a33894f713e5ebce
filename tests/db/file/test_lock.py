"""One writer at a time, and everybody else is told who it is."""

import errno
import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.file.lock import Lock, Owner, PlanLocked, acquire, lock_path
from db.store.working import Actor
from plan.errors import PlanError

fcntl = pytest.importorskip("fcntl")
NOW = datetime(2026, 11, 21, 0, 5, tzinfo=UTC)
HANAKO, TARO = Actor("試験 花子", "PC-1"), Actor("防災 太郎", "PC-2")
SECONDS = 20


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "計画.ayumi"


def taken(plan: Path, actor: Actor) -> Lock:
    lock = acquire(plan, actor, NOW)
    assert lock is not None
    return lock


@contextmanager
def holder(plan: Path, actor: Actor) -> Iterator[int]:
    """Another process that holds the lock until it is killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        acquire(plan, actor, NOW)
        os.write(writing, b"!")
        signal.alarm(SECONDS)
        signal.pause()
        os._exit(0)
    os.read(reading, 1)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        os.close(writing)


def test_the_second_to_come_is_told_who_has_the_plan_where_and_since_when(plan: Path) -> None:
    with holder(plan, TARO), pytest.raises(PlanLocked, match="防災 太郎 さん（PC-2）が 20") as refused:
        acquire(plan, HANAKO, NOW)
    assert refused.value.owner == Owner("防災 太郎", "PC-2", NOW.astimezone().strftime("%Y-%m-%d %H:%M"))


def test_a_process_does_not_lock_a_plan_twice(plan: Path) -> None:
    lock = taken(plan, HANAKO)
    with pytest.raises(PlanLocked, match="試験 花子"):
        acquire(plan, TARO, NOW)
    lock.release()
    taken(plan, TARO).release()


def test_the_refusal_of_a_second_opener_does_not_loosen_the_lock(plan: Path) -> None:
    with holder(plan, TARO):
        for _ in range(3):
            with pytest.raises(PlanLocked):
                acquire(plan, HANAKO, NOW)


def test_a_lock_whose_holder_died_is_taken_over_at_once_and_names_them(plan: Path) -> None:
    with holder(plan, TARO):
        pass
    lock = taken(plan, HANAKO)
    assert lock.former is not None
    assert lock.former.name == "防災 太郎"
    lock.release()


def test_a_released_lock_leaves_no_file_and_no_former_owner(plan: Path) -> None:
    taken(plan, HANAKO).release()
    assert list(plan.parent.iterdir()) == []
    lock = taken(plan, TARO)
    assert lock.former is None
    lock.release()


@pytest.mark.parametrize(
    "text", [b"\xff\xfe\x00", b"[" * 5000, b"[1, 2]", b'{"name": 1}', b'{"name": "x", "pc": {}, "since": null}']
)
def test_what_stands_in_the_lock_file_locks_nobody_out(plan: Path, text: bytes) -> None:
    lock_path(plan).write_bytes(text)
    lock = taken(plan, HANAKO)
    assert json.loads(lock_path(plan).read_text(encoding="utf-8"))["name"] == "試験 花子"
    lock.release()


def test_a_holder_whose_text_is_gone_still_locks(plan: Path) -> None:
    with holder(plan, TARO):
        lock_path(plan).write_bytes(b"")
        with pytest.raises(PlanLocked, match="ほかの人"):
            acquire(plan, HANAKO, NOW)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_where_nothing_can_be_written_there_is_no_lock(plan: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    assert acquire(plan, HANAKO, NOW) is None


def test_where_the_share_knows_no_locks_there_is_no_lock(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "lockf", refuse)
    assert acquire(plan, HANAKO, NOW) is None


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"「計画.ayumi」が見つかりません"):
        acquire(tmp_path / "ない" / "計画.ayumi", HANAKO, NOW)


def fight(plan: Path, rounds: int) -> int:
    """One fighter: lock, be alone, release, or be refused; answers how often two were inside at once."""
    together = 0
    for _ in range(rounds):
        with suppress(PlanLocked):
            lock = taken(plan, HANAKO)
            inside = plan.with_name("inside")
            try:
                inside.touch(exist_ok=False)
            except FileExistsError:
                together += 1
            inside.unlink(missing_ok=True)
            lock.release()
    return together


def test_of_many_fighting_processes_only_one_is_ever_inside(plan: Path) -> None:
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            os._exit(min(fight(plan, 300), 100))
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
    lock = taken(plan, HANAKO)
    lock.release()


def test_thirty_killed_holders_one_after_the_other_are_each_taken_over(plan: Path) -> None:
    for number in range(30):
        with holder(plan, Actor(f"{number} 番", "PC-3")), pytest.raises(PlanLocked, match=f"{number} 番"):
            acquire(plan, HANAKO, NOW)
        lock = taken(plan, HANAKO)
        assert lock.former is not None
        assert lock.former.name == f"{number} 番"
        lock.release()


def unwritable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock's file of another user, as the system guards it; whoever tests as root may write it all the same."""
    really = os.open

    def guarded(file: str | Path, flags: int, *mode: int) -> int:
        if Path(file) == path and flags & os.O_RDWR and path.exists() and not path.stat().st_mode & 0o022:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really(file, flags, *mode)

    monkeypatch.setattr(os, "open", guarded)


def test_what_another_user_left_behind_is_cleared_away(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lock_path(plan)
    path.write_text("{}", encoding="utf-8")
    path.chmod(0o644)
    unwritable(path, monkeypatch)
    lock = taken(plan, HANAKO)
    assert path.stat().st_mode & 0o777 == 0o666
    lock.release()


def test_what_another_user_holds_is_his(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with holder(plan, TARO):
        lock_path(plan).chmod(0o644)
        unwritable(lock_path(plan), monkeypatch)
        with pytest.raises(PlanLocked, match="防災 太郎"):
            acquire(plan, HANAKO, NOW)
        assert lock_path(plan).exists()
