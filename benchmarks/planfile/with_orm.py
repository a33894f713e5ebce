"""SQLAlchemy's ORM in the ordinary way: an object for every record."""

import sqlite3
import time

import sqlalchemy as sa
from sqlalchemy.orm import Session, registry

from benchmarks.measuring import Bench
from benchmarks.planfile import INSERTING, LOADING, SAVING
from benchmarks.planfile.place import age, connected, copied, empty, expect_all, some_entries
from benchmarks.planfile.with_sqlite import RECORDS, finished
from db.models import ASSIGNMENT, DEPARTMENT, ITEM, YEAR_ENTRY


class Item:
    """A record of the table item."""


class Department:
    """A record of the table department."""


class Assignment:
    """A record of the table assignment."""


class Entry:
    """A record of the table year_entry."""

    target: str | None


_MAPPED = {ITEM: Item, DEPARTMENT: Department, ASSIGNMENT: Assignment, YEAR_ENTRY: Entry}
_REGISTRY = registry()
for _table, _class in _MAPPED.items():
    _REGISTRY.map_imperatively(_class, _table)


def engine(bench: Bench) -> sa.Engine:
    """The bare store through SQLAlchemy, as durable as ours."""
    path = bench.folder / "raw.sqlite"
    engine = sa.create_engine(f"sqlite:///{path}", creator=lambda: connected(path))
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def insert(bench: Bench) -> None:
    """Every record an object, added and committed; parents before children."""
    empty(bench).close()
    rows = {name: finished(bench, name) for name in RECORDS}
    with Session(engine(bench)) as session, bench.clock(INSERTING):
        for table, mapped in _MAPPED.items():
            names = [column.name for column in table.c]
            session.add_all(mapped(**dict(zip(names, row, strict=True))) for row in rows[table.name])
            session.flush()
        session.commit()
    expect_all(bench, sqlite3.connect(bench.folder / "raw.sqlite"))


def load(bench: Bench) -> None:
    """Every record an object."""
    copied(bench).close()
    with Session(engine(bench)) as session, bench.clock(LOADING):
        found = [session.scalars(sa.select(mapped)).all() for mapped in _MAPPED.values()]
    assert all(found)


def save(bench: Bench) -> None:
    """Get the object, set its text, commit."""
    copied(bench).close()
    age(bench.folder / "raw.sqlite")
    with connected(bench.folder / "raw.sqlite") as connection:
        ids = some_entries(connection)
    connection.close()
    samples = []
    with Session(engine(bench)) as session:
        for number, entry in enumerate(ids):
            start = time.perf_counter()
            found = session.get_one(Entry, entry)
            found.target = f"入力した文章 {number}"
            session.commit()
            samples.append((time.perf_counter() - start) * 1000)
    bench.spread(SAVING, samples)
