"""What not every database says alike: the rooms ask here, and write no SQLite of their own.

A raw statement is written in the standard's words, with `?` for each value; raw, because a statement that SQLAlchemy
builds costs a paste a quarter more. Another database is one more row of `DIALECTS`, and its own way of saying `among`.
The rooms that know files (`db/store`, `db/file`) stay with SQLite: a plan file is one.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.types import UserDefinedType

from plan.changes import Value

_Key = TypeVar("_Key", str, int)
_FEW = 100  # values that are sooner said one by one
STRICT: dict[str, Any] = {"sqlite_strict": True}
"""A table that holds the types that it names; others than SQLite do nothing else."""
KEYED: dict[str, Any] = STRICT | {"sqlite_with_rowid": False}
"""Such a table, kept in the order of its own key."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One database's own words, each after the standard's; how it defers looking at references; which are broken."""

    words: tuple[tuple[str, str], ...]
    deferral: str
    broken_references: str


DIALECTS = {
    "sqlite": Dialect(
        words=((" IS NOT DISTINCT FROM ", " IS "),),  # which SQLite itself says since 3.39 only
        deferral="PRAGMA defer_foreign_keys=ON",
        broken_references="PRAGMA foreign_key_check",
    )
}


class AnyValue(UserDefinedType[object]):
    """A history value keeps the type that it had in its own column."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The type's name in a STRICT table."""
        return "ANY"


def real() -> sa.types.TypeEngine[float]:
    """A number of eight bytes: what SQLite calls REAL has four elsewhere, and would not come back as it was."""
    return sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql")


def reference(target: str) -> sa.ForeignKey:
    """A reference to another table's key, which may wait for the end of a transaction."""
    return sa.ForeignKey(target, deferrable=True, initially="IMMEDIATE")


def defer_references(connection: sa.Connection) -> None:
    """Look at references when the transaction ends, so that records can come and go in any order."""
    connection.exec_driver_sql(_dialect(connection).deferral)


def references_hold(connection: sa.Connection) -> bool:
    """Whether every reference leads to a record."""
    return connection.exec_driver_sql(_dialect(connection).broken_references).first() is None


def execute(connection: sa.Connection, statement: str, rows: Sequence[tuple[Value, ...]]) -> int:
    """Let a raw statement work once for each row of values; answers how many records it changed."""
    return connection.exec_driver_sql(_worded(connection, statement), rows).rowcount


def tuples(connection: sa.Connection, statement: str, values: tuple[Value, ...]) -> Iterable[tuple[Any, ...]]:
    """What a raw statement finds, as the driver's own tuples: to make a Row of each takes longer than to read them."""
    cursor = connection.connection.cursor()
    cursor.execute(_worded(connection, statement), values)
    return cast("Iterable[tuple[Any, ...]]", cursor)  # which every driver's is


def _worded(connection: sa.Connection, statement: str) -> str:
    for standard, own in _dialect(connection).words:
        statement = statement.replace(standard, own)
    return statement


def _dialect(connection: sa.Connection) -> Dialect:
    return DIALECTS[connection.dialect.name]


def among(column: sa.ColumnElement[_Key], values: Collection[_Key]) -> sa.ColumnElement[bool]:
    """Whether the column holds one of the values, however many: more than a few are one parameter together."""
    if len(values) <= _FEW:
        return column.in_(values)
    given = sa.func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(sa.select(given.c.value))
