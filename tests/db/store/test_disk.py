"""Files that appear whole or not at all."""

import errno
import os
import time
from pathlib import Path

import pytest

from db.store.disk import sweep_stale, temporary, write_whole
from plan.errors import PlanError

OLD = b"what stood there"


def save(path: Path, content: bytes = b"new") -> None:
    write_whole(path, content)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is already there."""
    path = tmp_path / "進行管理表.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)


def refuse(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, number: int, times: int = 99) -> None:
    """Let the operating system refuse the first `times` calls."""
    left = iter(range(times))
    real = getattr(owner, name)

    def refusing(*args: object, **kwargs: object) -> object:
        if next(left, None) is None:
            return real(*args, **kwargs)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(owner, name, refusing)


def watch(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, seen: list[str]) -> None:
    """Note every call."""
    real = getattr(owner, name)

    def watching(*args: object) -> object:
        seen.append(name)
        return real(*args)

    monkeypatch.setattr(owner, name, watching)


def assert_refused(path: Path, *words: str) -> None:
    """One sentence with those words, the old file whole, nothing left behind."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(PlanError) as refusal:
        save(path)
    assert all(word in str(refusal.value) for word in (path.name, *words))
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before


def test_a_new_file_and_an_old_one_get_the_new_content(tmp_path: Path, path: Path) -> None:
    save(path)
    save(tmp_path / "新規.csv")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {path.name: b"new", "新規.csv": b"new"}


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, b"new", before=fail)
    assert [p.read_bytes() for p in path.parent.iterdir()] == [OLD]


def test_the_content_is_on_the_disk_before_it_has_the_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    watch(monkeypatch, os, "fsync", seen)
    watch(monkeypatch, Path, "replace", seen)
    save(path)
    assert seen == ["fsync", "replace", "fsync"][: 3 if os.name == "posix" else 2]


def test_a_file_that_is_open_in_excel_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, Path, "replace", errno.EACCES)
    assert_refused(path, "開かれている", "閉じて")


def test_a_file_that_is_read_for_a_moment_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, Path, "replace", errno.EACCES, times=3)
    save(path)
    assert path.read_bytes() == b"new"


def test_a_full_disk_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, os, "fsync", errno.ENOSPC)
    assert_refused(path, "空き容量")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_may_not_be_written_to_is_named(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    refuse(monkeypatch, Path, "open", number)
    with pytest.raises(PlanError, match="書き込めない") as refusal:
        save(path)
    assert str(path.parent) in str(refusal.value)


def test_an_unknown_failure_is_told_with_its_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, os, "fsync", errno.EIO)
    assert_refused(path, os.strerror(errno.EIO))


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="見つからない") as refusal:
        save(tmp_path / "令和8年度" / "表.csv")
    assert "令和8年度" in str(refusal.value)


def test_a_folder_of_the_same_name_is_told(path: Path) -> None:
    folder = path.with_name("資料.pdf")
    folder.mkdir()
    assert_refused(folder, "フォルダー")


def test_a_read_only_file_is_kept(path: Path) -> None:
    path.chmod(0o444)
    assert_refused(path, "読み取り専用")


def test_a_name_that_cannot_be_is_told(tmp_path: Path) -> None:
    assert_refused(tmp_path / ("長" * 200 + ".pdf"), "ファイル名")


def test_the_longest_name_that_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("長" * 83 + ".pdf")
    save(path)
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_the_file_keeps_its_permissions(path: Path) -> None:
    path.chmod(0o640)
    save(path)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(path: Path) -> None:
    link = path.with_name("リンク.xlsx")
    link.symlink_to(path)
    save(link)
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_what_a_killed_writer_left_is_swept_and_what_is_being_written_is_not(path: Path) -> None:
    stale, fresh = temporary(path), temporary(path)
    for left in (stale, fresh):
        left.write_bytes(b"half")
    os.utime(stale, (0, 0))
    sweep_stale(path)
    save(path)
    assert {p.name for p in path.parent.iterdir()} == {path.name, fresh.name}
