"""Who, when, what: the append-only history, and what undo and redo would take next."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.log.changes import recording
from db.models import CHANGE, PLAN, REVISION
from db.store.working import Revision, Store
from plan.changes import RECORD, Change, Value, inverse, unpacked
from plan.errors import PlanError
from plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Event:
    """One change of a record with the revision that it belongs to."""

    revision: Revision
    change: Change


@dataclass(frozen=True, slots=True)
class Stacks:
    """The revisions that undo and redo would take next, newest last."""

    undo: tuple[Revision, ...]
    redo: tuple[Revision, ...]


def stacks(connection: sa.Connection) -> Stacks:
    """What can be undone and redone; read from the history, so it survives a restart."""
    undo: list[Revision] = []
    redo: list[Revision] = []
    for row in connection.execute(sa.select(REVISION).order_by(REVISION.c.number)):
        revision = _revision(row)
        if revision.kind == "undo":
            redo.append(revision)
            undo.pop()
        else:
            if revision.kind == "redo":
                redo.pop()
            else:
                redo.clear()
            undo.append(revision)
    making = _making(connection)
    return Stacks(tuple(step for step in undo if step.number != making), tuple(redo))


def _making(connection: sa.Connection) -> int | None:
    """The step that made the plan, which is none to take back: there is nothing before it to go back to."""
    plan = sa.select(PLAN.c.id).scalar_subquery()
    query = sa.select(sa.func.min(CHANGE.c.revision)).where(CHANGE.c.record_id == plan, CHANGE.c.field == RECORD)
    found: int | None = connection.scalar(query)
    return found


def undo(store: Store, origin: object = None) -> Revision | None:
    """Take back the newest step that stands; None when there is none."""
    return _take_back(store, "undo", origin)


def redo(store: Store, origin: object = None) -> Revision | None:
    """Do again what was undone last; None when there is nothing."""
    return _take_back(store, "redo", origin)


def _take_back(store: Store, kind: str, origin: object) -> Revision | None:
    with store.reading() as connection:
        found = stacks(connection)
    stack = found.undo if kind == "undo" else found.redo
    if not stack:
        return None
    step = stack[-1]
    with recording(store, step.label, origin, undoes=(kind, step.number)) as opened:
        opened.apply(inverse(changes_of(opened.connection, step.number)))
    return step


def changes_of(connection: sa.Connection, revision: int) -> list[Change]:
    """The changes of one revision, in the order in which they were made."""
    query = sa.select(CHANGE).where(CHANGE.c.revision == revision).order_by(CHANGE.c.number)
    return [_change(row) for row in connection.execute(query)]


def newest_revision(connection: sa.Connection) -> int:
    """The plan's position in its history; 0 for a plan that nobody has edited."""
    return connection.scalar(sa.select(sa.func.max(REVISION.c.number))) or 0


def revisions(connection: sa.Connection, limit: int, before: int | None = None) -> list[tuple[Revision, int]]:
    """Steps, newest first, each with the number of its changes; those older than the step `before`, if it is given."""
    query = (
        sa.select(REVISION, sa.func.count(CHANGE.c.number).label("changes"))
        .join(CHANGE, CHANGE.c.revision == REVISION.c.number)
        .group_by(REVISION.c.number)
        .order_by(REVISION.c.number.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(REVISION.c.number < before)
    return [(_revision(row), row.changes) for row in connection.execute(query)]


def events(connection: sa.Connection, record_ids: Sequence[RecordId] = (), limit: int | None = None) -> list[Event]:
    """What happened, newest first: to the named records, or to all."""
    query = (
        sa.select(CHANGE, REVISION)
        .join(REVISION, CHANGE.c.revision == REVISION.c.number)
        .order_by(CHANGE.c.number.desc())
        .limit(limit)
    )
    if record_ids:
        query = query.where(CHANGE.c.record_id.in_(record_ids))
    return [Event(_revision_of(row), _change(row)) for row in connection.execute(query)]


def value_at(connection: sa.Connection, now: Change, position: int) -> Value:
    """A field's value when the plan stood at `position`; `now` names the field, its `after` is the value of today.

    It is the `before` of the first later change, else the value now; None where the record did not exist yet.
    """
    later = connection.execute(
        sa.select(CHANGE)
        .where(CHANGE.c.record_id == now.id, CHANGE.c.field.in_((now.field, RECORD)), CHANGE.c.revision > position)
        .order_by(CHANGE.c.number)
        .limit(1)
    ).first()
    if later is None:
        return now.after
    change = _change(later)
    if change.field != RECORD:
        return change.before
    return unpacked(change.before).get(now.field) if change.before is not None else None


def standing_since(connection: sa.Connection, position: int) -> set[int]:
    """The steps after `position` that were not undone since; only steps after it may have been undone there."""
    query = sa.select(REVISION.c.number, REVISION.c.kind).where(REVISION.c.number > position)
    standing: list[int] = []
    for number, kind in connection.execute(query.order_by(REVISION.c.number)):
        if kind != "undo":
            standing.append(number)
        elif standing:
            standing.pop()
    return set(standing)


def revision(connection: sa.Connection, number: int) -> Revision:
    """One revision by its number."""
    row = connection.execute(sa.select(REVISION).where(REVISION.c.number == number)).first()
    if row is None:
        raise PlanError("履歴に {number} 番の変更はありません。", number=number)
    return _revision(row)


def _revision(row: sa.Row[tuple[object, ...]]) -> Revision:
    return Revision(row.number, row.at, row.actor, row.pc, row.label, row.kind)


def _revision_of(row: sa.Row[tuple[object, ...]]) -> Revision:
    return Revision(row.revision, row.at, row.actor, row.pc, row.label, row.kind)


def _change(row: sa.Row[tuple[object, ...]]) -> Change:
    return Change(row.record_table, RecordId(row.record_id), row.field, row.before, row.after)
