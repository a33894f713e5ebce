"""Is a plan file whole? Its form, its seal, and whether its history folds to what it holds now."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from db.file import received
from db.file.migrations import migrate
from db.file.places import expect_plan
from db.log.changes import dump
from db.models import CHANGE, RECORDS
from db.store.disk import read_whole
from db.store.working import Store
from plan.changes import RECORD, Change, Value, unpacked
from plan.errors import PlanError, Sentence, say
from plan.ids import RecordId

_TOLD_IN_A_MOMENT = 50_000  # changes: a third of a second
Records = dict[tuple[str, str], dict[str, Value]]
"""The values of every record, by table and id; what is not entered is left out."""


def verify_plan(path: Path) -> list[Sentence]:
    """What is wrong with a plan file; nothing when it is whole. The file is only read."""
    try:
        content = received.received(read_whole(path, received.SIZE_LIMIT), path.name).content
    except PlanError as error:
        return [error.sentence]
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as memory:
        memory.deserialize(content)
        engine = sa.create_engine(
            "sqlite://", creator=lambda: memory, poolclass=sa.pool.StaticPool, hide_parameters=True
        )
        try:
            migrate(memory, path.name)
            expect_plan(memory, path.name)
            with engine.connect() as connection:
                return disagreements(connection, path.name)
        except PlanError as error:
            return [error.sentence]
        finally:
            engine.dispose()


def is_altered(store: Store, file: Path) -> bool:
    """Whether a plan's working store says other things than its history, though its file does not: a bit was flipped.

    A history that is too long to be told in a moment is not looked at.
    """
    try:
        with store.reading() as connection:
            count = connection.scalar(sa.select(sa.func.max(CHANGE.c.number))) or 0
            doubtful = count <= _TOLD_IN_A_MOMENT and bool(disagreements(connection, file.name))
    except (sa.exc.DBAPIError, ValueError):  # a text that is none any more, or no JSON
        doubtful = True
    return doubtful and not verify_plan(file)


def disagreements(connection: sa.Connection, name: str) -> list[Sentence]:
    """Where the history, told from its beginning, does not end in what the plan holds now."""
    told: Records = {}
    for revision, change in _history(connection):
        if not _tell(told, change):
            return [
                say(
                    "「{file}」の履歴は {number} 番の変更でつながりません。控えから戻してください。",
                    file=name,
                    number=revision,
                )
            ]
    wrong = _differing(told, _held(connection))
    return [
        say("「{file}」の内容が履歴と一致しません（{count} 件）。控えから戻してください。", file=name, count=len(wrong))
        for _ in wrong[:1]
    ]


def _history(connection: sa.Connection) -> Iterator[tuple[int, Change]]:
    for _, revision, table, record_id, field, before, after in connection.execute(
        sa.select(CHANGE).order_by(CHANGE.c.number)
    ):
        yield revision, Change(table, RecordId(record_id), field, before, after)


def _tell(told: Records, change: Change) -> bool:
    """Let one change happen; False when it does not start from what was told before."""
    place = (change.table, change.id)
    if change.field == RECORD:
        before = told.pop(place, None)
        if change.after is not None:
            told[place] = _entered(unpacked(change.after))
        return before == (None if change.before is None else _entered(unpacked(change.before)))
    record = told.get(place, {})
    fits = place in told and record.get(change.field) == change.before
    record[change.field] = change.after
    told[place] = _entered(record)
    return fits


def _entered(values: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def _held(connection: sa.Connection) -> Records:
    rows = dump(connection)
    held: Records = {}
    for table in RECORDS:
        names = [column.name for column in table.c][1:]
        for record_id, *values in rows[table.name]:
            held[table.name, str(record_id)] = _entered(dict(zip(names, values, strict=True)))  # type: ignore[arg-type]
    return held


def _differing(told: Records, held: Records) -> list[tuple[str, str]]:
    return [place for place in told.keys() | held.keys() if told.get(place) != held.get(place)]
