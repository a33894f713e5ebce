"""Numbered, frozen steps from an empty file to today's form; they never look at the live models."""

import sqlite3
from contextlib import closing
from functools import cache
from importlib.resources import files

from db.store.working import APPLICATION_ID
from plan.errors import PlanError


@cache
def steps() -> tuple[str, ...]:
    """The SQL of every step, oldest first; step n brings a file to version n."""
    folder = files("db").joinpath("steps")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def current_version() -> int:
    """The version that this program writes."""
    return len(steps())


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file; 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, name: str) -> int:
    """Bring an open file to today's version in one transaction; answers how many steps that took.

    `name` is the file as the person knows it. The caller makes a backup first when the answer of `version_of` is old.
    """
    version = version_of(connection)
    if version > current_version():
        raise PlanError("「{file}」は新しい版のあゆみで作られています。あゆみを更新してから開いてください。", file=name)
    pending = steps()[version:]
    if pending:
        _run(connection, pending, name)
    return len(pending)


def _run(connection: sqlite3.Connection, pending: tuple[str, ...], name: str) -> None:
    try:
        # executescript commits what is open before it starts: the transaction is therefore begun in the script.
        connection.executescript("\n".join(("BEGIN IMMEDIATE;", *pending)))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={current_version()}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(name)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise PlanError(
            "「{file}」を新しい形式に更新できませんでした。元の内容はそのまま残っています。", file=name
        ) from error


def expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """Type, name and SQL of everything in a file of that version: a file from outside must have just this."""
    return _schema_after(steps()[:version])


@cache
def _schema_after(done: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript("\n".join(done))
        return schema_of(connection)


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Type, name and SQL of everything in an open file."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return frozenset((str(kind), str(name), str(sql)) for kind, name, sql in rows)
