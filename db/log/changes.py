"""The one door: every write is a list of Change values, applied and written into the history in one transaction."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as attribute  # a change has a field of its own
from itertools import groupby

import sqlalchemy as sa

from db.dialect import defer_references, execute
from db.models import CHANGE, METADATA, RECORDS, REVISION
from db.store.working import Announcement, Revision, Store
from plan.changes import RECORD, Change, StepName, Value, unpacked
from plan.errors import PlanError, Sentence
from plan.ids import Source

_TABLES = {table.name: table for table in RECORDS}


@dataclass(slots=True)
class Recording:
    """An open revision: apply changes, read what they made, apply more."""

    connection: sa.Connection
    source: Source
    revision: int
    changes: list[Change] = attribute(default_factory=list)

    def apply(self, changes: Iterable[Change]) -> None:
        """Write the changes that change something; a PlanError where the plan is no longer as they assume."""
        real = [c for c in changes if c.before != c.after]
        apply(self.connection, real)
        self.changes += real


@contextmanager
def recording(
    store: Store, name: StepName, origin: object = None, undoes: tuple[str, int] | None = None
) -> Iterator[Recording]:
    """Open the door: one transaction, one history row per changed field, one announcement.

    `name` is what undo and the history call the step (セルの入力); `origin` is whoever asks; `undoes` is ("undo" or
    "redo", revision).
    A recording without changes leaves no revision. An exception leaves the plan as it was.
    """
    with store.writing() as connection:
        defer_references(connection)
        opened = Recording(connection, store.source, _next_revision(connection))
        yield opened
        written = _write_history(store, opened, name, undoes) if opened.changes else None
    if written is not None:
        store.announce(Announcement(written, tuple(opened.changes), origin))


def apply(connection: sa.Connection, changes: Iterable[Change]) -> None:
    """Apply changes in order, batched: field changes of many records at once, records as a whole in their place."""
    for whole, run in groupby(changes, key=lambda c: c.field == RECORD):
        if whole:
            _apply_records(connection, list(run))
        else:
            _apply_fields(connection, list(run))


def _apply_fields(connection: sa.Connection, changes: Sequence[Change]) -> None:
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.table, change.field), []).append(change)
    for (table, name), group in groups.items():
        column = _column(table, name).name
        same = f'id = ? AND "{column}" IS NOT DISTINCT FROM ?'
        statement = f'UPDATE "{table}" SET "{column}" = ? WHERE {same}'  # noqa: S608 - names of ours
        _expect(execute(connection, statement, [(c.after, c.id, c.before) for c in group]), len(group))


def _apply_records(connection: sa.Connection, changes: Sequence[Change]) -> None:
    # Foreign keys are looked at when the transaction ends, so that each table can take its records in one go.
    tables: dict[str, list[Change]] = {}
    for change in changes:
        tables.setdefault(change.table, []).append(change)
    for table, group in tables.items():
        for creating, run in groupby(group, key=lambda c: c.before is None):
            if creating:
                _insert(connection, _TABLES[table], list(run))
            else:
                _delete(connection, table, list(run))


def _delete(connection: sa.Connection, table: str, changes: Sequence[Change]) -> None:
    statement = f'DELETE FROM "{table}" WHERE id = ?'  # noqa: S608 - the name of a table of ours
    _expect(execute(connection, statement, [(c.id,) for c in changes]), len(changes))


def _insert(connection: sa.Connection, table: sa.Table, changes: Sequence[Change]) -> None:
    names = [c.name for c in table.c]
    known, fields = set(names), names[1:]
    rows: list[tuple[Value, ...]] = []
    for change in changes:
        values = change.values or unpacked(change.after)
        _expect(len(values.keys() - known), 0)
        rows.append((change.id, *map(values.get, fields)))
    places = ", ".join("?" * len(names))
    execute(connection, f'INSERT INTO "{table.name}" VALUES ({places})', rows)  # noqa: S608 - a table of ours


def _column(table: str, name: str) -> sa.Column[object]:
    if table not in _TABLES or name not in _TABLES[table].c or name == "id":
        message = f"no such field: {table}.{name}"
        raise ValueError(message)
    return _TABLES[table].c[name]


def _expect(found: int, expected: int) -> None:
    if found != expected:
        raise PlanError(
            "ほかの操作で内容が変わっていたため、変更を取りやめました。画面を確かめて、もう一度お試しください。"
        )


def _next_revision(connection: sa.Connection) -> int:
    newest = connection.scalar(sa.select(sa.func.max(REVISION.c.number)))
    return (newest or 0) + 1


def _write_history(store: Store, door: Recording, name: StepName, undoes: tuple[str, int] | None) -> Revision:
    kind, of = undoes or ("edit", None)
    called = name if isinstance(name, Sentence) else Sentence(name)
    at = store.source.now().isoformat(timespec="seconds")
    made = Revision(door.revision, at, store.actor.name, store.actor.pc, called, kind, of)
    door.connection.execute(
        REVISION.insert().values(
            number=made.number,
            at=made.at,
            actor=made.actor,
            pc=made.pc,
            label=called.template,
            kind=kind,
            of=of,
            filling=json.dumps(dict(called.values), ensure_ascii=False, default=str) if called.values else None,
        )
    )
    statement = (
        f"INSERT INTO {CHANGE.name} (revision, record_table, record_id, field, before, after) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
    )
    # str(): SQLAlchemy's names are strings of a kind of their own, over each of which the driver thinks for long.
    rows = [(door.revision, str(c.table), c.id, c.field, c.before, c.after) for c in door.changes]
    execute(door.connection, statement, rows)
    return made


def dump(connection: sa.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every record of the plan, in order: two plans are equal when their dumps are."""
    tables = (METADATA.tables[t.name] for t in RECORDS)
    return {t.name: [tuple(row) for row in connection.execute(sa.select(t).order_by(t.c.id))] for t in tables}
