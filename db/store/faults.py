"""What SQLite's refusals mean to a person: one sentence about the working store, or our own bug let through."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from plan.errors import PlanError

_PRIMARY = 0xFF  # the last byte of an extended result code
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_CLOSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
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
    """Whether a working store can be read from its first page to its last, looked at through a new handle."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            answers = connection.execute("PRAGMA quick_check(1)").fetchall()
            owners = connection.execute("SELECT count(*) FROM file").fetchall()  # to SQLite an empty file is whole
    except sqlite3.Error:
        return False
    return (answers, owners) == ([("ok",)], [(1,)])


def _refusal(path: Path, error: sqlite3.Error | sa.exc.DBAPIError) -> PlanError | None:
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY
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
    if is_whole(path):
        return PlanError(
            "このPCの作業用フォルダー（{folder}）の読み書きが一時的に失敗しました。保存済みの内容は無事です。"
            "もう一度お試しください。",
            folder=place,
        )
    return PlanError(
        "このPCの作業用フォルダー（{folder}）の内容が壊れています。計画を閉じて、開き直してください。", folder=place
    )
