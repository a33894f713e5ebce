"""Whatever stands at a plan's place, opening finds the work, or says in one sentence what to do."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.file import backups
from db.file.editions import plan_id
from db.file.lock import PlanLocked, lock_path
from db.file.planfile import create_plan, open_plan
from db.log.changes import recording
from db.log.history import revisions
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


def test_a_plan_renamed_while_it_is_open_is_not_written_anew_and_the_work_follows_it(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    renamed = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
    with open_plan(renamed, TARO, read_only=True) as other:
        assert title(other) == "第1次あゆみ計画"
    with pytest.raises(PlanError, match="元の場所に見つからないため"):
        plan.close()
    assert not plan_path.exists()
    with open_plan(renamed, HANAKO) as again:
        assert (again.recovered, title(again)) == (1, "途中の計画")


def test_a_broken_store_of_another_plan_hinders_nobody(plan_path: Path) -> None:
    (store,) = (plan_path.parent / "home" / "stores").glob("*.sqlite")
    other = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
    store.write_bytes(b"x" * 4096)
    with open_plan(other, HANAKO) as plan:
        assert (title(plan), plan.notices) == ("第1次あゆみ計画", ())


def test_an_older_file_never_wins_and_both_are_kept(plan_path: Path) -> None:
    morning = plan_path.read_bytes()
    for number in (1, 2):
        with open_plan(plan_path, HANAKO) as plan:
            retitle(plan, f"改訂 {number}")
    plan_path.write_bytes(morning)
    with open_plan(plan_path, HANAKO, read_only=True) as plan:
        assert "より古いファイルです" in str(plan.notices[0])
        assert title(plan) == "第1次あゆみ計画"
    for times in (1, 2):
        with open_plan(plan_path, HANAKO) as plan:
            (told,) = plan.notices
            assert "古いファイルに置き換わっていました" in str(told)
            assert title(plan) == "改訂 2"
            assert not plan.unpublished()
        assert held(plan_path)["plan"][0][1] == "改訂 2"
        (older,) = plan_path.parent.glob("*古い内容*")
        assert older.read_bytes() == morning
        if times == 1:
            plan_path.write_bytes(morning)
    with open_plan(plan_path, HANAKO) as plan:
        assert plan.notices == ()
    with open_plan(older, HANAKO) as plan:
        assert (title(plan), plan.notices) == ("第1次あゆみ計画", ())


def test_published_work_that_another_pc_wrote_over_is_put_beside_and_told(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = plan_path.read_bytes()
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "こちらの計画")
    ours = held(plan_path)
    plan_path.write_bytes(morning)
    elsewhere(plan_path, monkeypatch, "あちらの計画")
    for _ in range(2):
        with open_plan(plan_path, HANAKO) as plan:
            assert title(plan) == "あちらの計画"
            told = [str(sentence) for sentence in plan.notices]
        (copy,) = copies(plan_path)
        assert held(copy) == ours
    assert told == []


def test_a_copy_that_was_removed_is_put_beside_again(plan_path: Path) -> None:
    content = plan_path.read_bytes()
    for _ in range(2):
        plan_path.write_bytes(content[:5000])
        with pytest.raises(PlanError, match="そちらを開いてください"):
            open_plan(plan_path, HANAKO)
        (copy,) = copies(plan_path)
        copy.unlink()


def test_a_store_that_cannot_be_read_for_a_moment_is_waited_for(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    holder = sqlite3.connect(plan.store.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("time.sleep", lambda _: holder.rollback())
    really = sqlite3.connect
    monkeypatch.setattr("sqlite3.connect", lambda *a, **k: really(*a, **k | {"timeout": 0.1}))
    with open_plan(plan_path, HANAKO) as again:
        assert (again.recovered, title(again), again.notices) == (1, "途中の計画", ())
    holder.close()


def test_a_store_that_cannot_be_read_now_is_not_broken_and_stays_where_it_is(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    before = sorted(plan.store.path.parent.iterdir())
    monkeypatch.setattr("time.sleep", lambda _: None)
    for code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT):
        with monkeypatch.context() as failing:
            failing.setattr("sqlite3.connect", refuse_sqlite(code))
            failing.setattr("pathlib.Path.open", refuse(errno.EIO))
            with pytest.raises(PlanError, match=r"読み取れません|少し待って|読み書きできま"):
                open_plan(plan_path, HANAKO)
        assert sorted(plan.store.path.parent.iterdir()) == before
    with open_plan(plan_path, HANAKO) as again:
        assert (again.recovered, title(again), again.notices) == (1, "途中の計画", ())


def test_what_a_broken_store_still_says_is_put_beside_the_file(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    retitle(plan, "途中の計画 その2")
    lost_process(plan)
    break_table(plan.store.path, "item")
    journal = plan.store.path.with_name(f"{plan.store.path.name}-journal")
    journal.write_bytes(b"")
    with open_plan(plan_path, TARO) as again:
        (told,) = again.notices
        assert title(again) == "第1次あゆみ計画"
    assert "読み取れた 2 件の操作" in str(told)
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "途中の計画 その2"
    with open_plan(copy, TARO) as rescued, rescued.store.reading() as connection:
        newest, _ = revisions(connection, 1)[0]
        assert (newest.actor, str(newest.name)) == (HANAKO.name, "計画名の変更")
    broken = plan.store.path.with_suffix(".broken")
    assert broken.exists()
    assert broken.with_name(f"{broken.name}-journal").exists()
    assert not journal.exists()


def test_a_second_broken_store_does_not_write_over_the_first(plan_path: Path) -> None:
    (store,) = (plan_path.parent / "home" / "stores").glob("*.sqlite")
    for content in (b"x" * 4096, b"y" * 4096):
        store.write_bytes(content)
        open_plan(plan_path, HANAKO).close()
    found = sorted(store.parent.glob("*.broken"))
    assert sorted(path.read_bytes()[:1] for path in found) == [b"x", b"y"]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"x" * 4096, None])
def test_a_store_that_is_none_of_ours_hinders_nobody(plan_path: Path, content: bytes | None) -> None:
    (store,) = (plan_path.parent / "home" / "stores").glob("*.sqlite")
    other = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
    store.unlink()
    if content is None:
        with closing(sqlite3.connect(store)) as foreign:
            foreign.execute("CREATE TABLE something (new)")
    else:
        store.write_bytes(content)
    with open_plan(other, HANAKO) as plan:
        assert (title(plan), plan.notices) == ("第1次あゆみ計画", ())


def test_a_store_that_cannot_be_read_now_is_told_where_it_may_be_the_moved_plans_own(
    plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    moved = plan_path.rename(plan_path.with_name("改めた名前.ayumi"))
    with monkeypatch.context() as failing:
        failing.setattr("db.file.places._connected", refuse_sqlite(sqlite3.SQLITE_BUSY))
        with open_plan(moved, HANAKO, read_only=False) as other:
            (told,) = other.notices
    assert "「計画.ayumi」の作業中の内容を、いまは読み取れませんでした" in str(told)
    assert plan.store.path.exists()


def test_work_on_a_share_that_is_away_stays_with_it_and_goes_with_a_copy(plan_path: Path) -> None:
    share = plan_path.parent / "share"
    share.mkdir()
    on_share = plan_path.rename(share / plan_path.name)
    plan = open_plan(on_share, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    copy = plan_path.with_name("写し.ayumi")
    copy.write_bytes(on_share.read_bytes())
    away = share.rename(share.with_name("away"))
    with open_plan(copy, HANAKO) as other:
        assert (other.recovered, title(other)) == (1, "途中の計画")
    away.rename(share)
    with open_plan(on_share, HANAKO) as again:
        assert (again.recovered, title(again)) == (1, "途中の計画")


def test_a_plan_whose_folder_is_gone_is_said_to_be_on_this_pc(plan_path: Path) -> None:
    folder = plan_path.parent / "年度"
    folder.mkdir()
    path = plan_path.rename(folder / plan_path.name)
    open_plan(path, HANAKO).close()
    folder.rename(folder.with_name("away"))
    with pytest.raises(PlanError, match="このPCに残っています"):
        open_plan(path, HANAKO)


def refuse_sqlite(code: int) -> Callable[..., None]:
    """A handle that SQLite refuses with this code."""

    def fail(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("refused")
        error.sqlite_errorcode = code
        raise error

    return fail


def break_table(store: Path, table: str) -> None:
    """Write over the first page of a table."""
    with closing(sqlite3.connect(store)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with store.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"x" * size)
