"""A plan file from anywhere: read as bytes, looked at in memory under limits, and never opened in place."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from db.file.migrations import current_version, expected_schema, schema_of
from db.file.snapshot import hash_of, is_sealed
from db.store.disk import LostFileError
from db.store.working import APPLICATION_ID
from plan.errors import PlanError, say

SIZE_LIMIT = 512 << 20
SECONDS = 30.0
STEPS_BETWEEN_LOOKS = 10_000  # at the clock
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_LIMITS = {
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LENGTH: SIZE_LIMIT,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
}
_PLAN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # it becomes part of a path
_PRAGMAS = ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "temp_store=MEMORY")


@dataclass(frozen=True, slots=True)
class Received:
    """A plan file that may be taken over: its bytes and what it says of itself."""

    content: bytes
    version: int
    plan_id: str
    generation: int
    revision: int

    @property
    def hash(self) -> str:
        """SHA-256 of the whole file."""
        return hash_of(self.content)


def received(content: bytes, name: str) -> Received:
    """Look a file over; a PlanError says in one sentence why it is refused."""
    version = _header(content, name)
    try:
        with _in_memory(content) as connection:
            _expect_schema(connection, version, name)
            _expect_whole(connection, name)
            return _identity(connection, content, version, name)
    except (sqlite3.Error, MemoryError, UnicodeError) as error:  # a flipped bit may be in a name of the schema
        raise damaged(name) from error


def _header(content: bytes, name: str) -> int:
    """The file's version, when its first hundred bytes are those of a plan file."""
    if content[: len(_MAGIC)] != _MAGIC or _number(content, 68, 4) != APPLICATION_ID:
        raise LostFileError(
            say("「{file}」はあゆみの計画ファイルではありません。ファイルを確かめてください。", file=name)
        )
    version = _number(content, 60, 4)
    if version > current_version():
        raise PlanError("「{file}」は新しい版のあゆみで作られています。あゆみを更新してから開いてください。", file=name)
    page = _number(content, 16, 2)
    rollback_journal, utf8 = content[18:20] == b"\1\1", _number(content, 56, 4) == 1
    if version < 1 or not rollback_journal or not utf8 or page * _number(content, 28, 4) != len(content):
        raise damaged(name)
    return version


def _number(content: bytes, start: int, length: int) -> int:
    return int.from_bytes(content[start : start + length], "big")


@contextmanager
def _in_memory(content: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        end = time.monotonic() + SECONDS
        connection.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
        connection.deserialize(content)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def _expect_schema(connection: sqlite3.Connection, version: int, name: str) -> None:
    if schema_of(connection) != expected_schema(version):
        raise PlanError(
            "「{file}」の中身が計画ファイルの形と違うため、開きませんでした。送り主に確かめてください。", file=name
        )


def _expect_whole(connection: sqlite3.Connection, name: str) -> None:
    answers = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if answers != [("ok",)] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(name)


def _identity(connection: sqlite3.Connection, content: bytes, version: int, name: str) -> Received:
    rows = connection.execute("SELECT plan_id, generation, seal FROM file").fetchall()
    if len(rows) != 1 or not _PLAN_ID.fullmatch(rows[0][0]) or not is_sealed(content, rows[0][2]):
        raise damaged(name)
    (revision,) = connection.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
    plan_id, generation, _ = rows[0]
    return Received(content, version, plan_id, generation, revision)


def damaged(name: str) -> LostFileError:
    """The refusal of a file that is not what was sealed, or that Ayumi cannot have written."""
    return LostFileError(
        say(
            "「{file}」は壊れているか、あゆみ以外で書き換えられています。控えから戻すか、もう一度受け取ってください。",
            file=name,
        )
    )
