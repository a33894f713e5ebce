"""What SQLite's refusals mean to a person: one sentence about the working store, or our own bug let through."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from db.store import disk
from plan.errors import PlanError

_PRIMARY = 0xFF  # the last byte of an extended result code
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_CLOSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)  # the last one: without our tables
_PAUSES = (0.2, 0.6, 1.2)
"""Seconds between looks at a store that seems broken, or cannot be read."""
_CHUNK = 1 << 20
_FAULTY = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn a failing disk under the working store at `path` into a PlanError; other errors are bugs and pass."""
    try:
        yield
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        told = _refusal(path, error)
        if told is None:
            raise
        raise told from error


def is_whole(path: Path) -> bool:
    """Whether a working store can be read from its first page to its last, looked at through new handles.

    False only where a second look finds it broken too; a PlanError where it cannot be read just now: what cannot be
    read for a moment, because another process holds it or the disk hesitates, is not broken.
    """
    looks = [_look(path)]
    for pause in _PAUSES:
        if looks[-1] is True or looks[-2:] == [False, False]:
            break
        time.sleep(pause)
        looks.append(_look(path))
    if isinstance(looks[-1], sqlite3.Error):
        raise _unreadable(path, looks[-1]) from looks[-1]
    if not looks[-1]:
        _expect_readable(path)
    return looks[-1]


def _expect_readable(path: Path) -> None:
    """Read a store that seems broken byte by byte: SQLite calls some failures of a disk a damaged file."""
    with disk.telling(path), path.open("rb") as file:
        while file.read(_CHUNK):
            pass


def _look(path: Path) -> bool | sqlite3.Error:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            answers = connection.execute("PRAGMA quick_check(1)").fetchall()
            owners = connection.execute("SELECT count(*) FROM file").fetchall()  # to SQLite an empty file is whole
    except sqlite3.Error as error:
        return False if _code(error) in _BROKEN else error
    return (answers, owners) == ([("ok",)], [(1,)])


def unreadable(path: Path, error: sqlite3.Error) -> PlanError | None:
    """Why a store cannot be read just now; None when it is broken, or none of ours."""
    return None if _code(error) in _BROKEN else _unreadable(path, error)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY


def _unreadable(path: Path, error: sqlite3.Error) -> PlanError:
    if _code(error) in (*_BUSY, *_CLOSED):
        return _refusal(path, error) or _passing(path)
    return _passing(path)


def _passing(path: Path) -> PlanError:
    return PlanError(
        "このPCの作業用フォルダー（{folder}）の内容を、いまは読み取れません。保存済みの内容はそのまま残っています。"
        "少し待って、もう一度お試しください。",
        folder=str(path.parent),
    )


def _refusal(path: Path, error: sqlite3.Error | sa.exc.DBAPIError) -> PlanError | None:
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    code = _code(cause) if isinstance(cause, sqlite3.Error) else 0
    place = str(path.parent)
    if code == sqlite3.SQLITE_FULL:
        return PlanError(
            "空き容量がないため、変更を保存できませんでした（{folder}）。不要なファイルを片づけてから、"
            "もう一度お試しください。",
            folder=place,
        )
    if code in _BUSY:
        return PlanError("ほかの処理が計画を使っています。少し待ってから、もう一度お試しください。")
    if code in _CLOSED:
        return PlanError(
            "このPCの作業用フォルダー（{folder}）を読み書きできません。フォルダーの有無と権限を確かめてください。",
            folder=place,
        )
    return _fault(path, place) if code in _FAULTY else None


def _fault(path: Path, place: str) -> PlanError:
    # SQLite calls a healthy file malformed when the disk failed under it for a moment: look again before saying so.
    try:
        whole = is_whole(path)
    except PlanError as error:
        return error
    if whole:
        return PlanError(
            "このPCの作業用フォルダー（{folder}）の読み書きが一時的に失敗しました。保存済みの内容は無事です。"
            "もう一度お試しください。",
            folder=place,
        )
    return PlanError(
        "このPCの作業用フォルダー（{folder}）の内容が壊れています。計画を閉じて、開き直してください。", folder=place
    )
