"""Who, when, what: the append-only history, and what undo and redo would take next."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from db.dialect import among
from db.log.changes import recording
from db.models import CHANGE, PLAN, REVISION
from db.store.working import Actor, Revision, Store
from plan.changes import RECORD, Change, Value, entangled, inverse, unpacked
from plan.errors import PlanError, Sentence
from plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class Event:
    """One change of a record with the revision that it belongs to."""

    revision: Revision
    change: Change


@dataclass(slots=True)
class Stacks:
    """The steps by number, oldest first, that one person's undo and redo would take, the last one next.

    Undo belongs to a person at a PC: nobody takes back what somebody else did. A redo takes back an undo.
    """

    person: Actor
    undo: dict[int, Revision] = field(default_factory=dict)
    redo: dict[int, Revision] = field(default_factory=dict)

    def hear(self, step: Revision) -> None:
        """Take in a step that was made, by whomever."""
        if step.of is not None:
            self.undo.pop(step.of, None)
            self.redo.pop(step.of, None)
        if self.person.made(step.actor, step.pc):
            if step.kind == "edit":
                self.redo.clear()
            (self.redo if step.kind == "undo" else self.undo)[step.number] = step


def stacks(connection: sa.Connection, person: Actor) -> Stacks:
    """What a person can undo and redo; read from the history, so it survives a restart."""
    found = Stacks(person)
    for row in connection.execute(sa.select(REVISION).order_by(REVISION.c.number)):
        found.hear(_revision(row))
    found.undo.pop(_making(connection) or 0, None)
    return found


def _making(connection: sa.Connection) -> int | None:
    """The step that made the plan, which is none to take back: there is nothing before it to go back to."""
    plan = sa.select(PLAN.c.id).scalar_subquery()
    query = sa.select(sa.func.min(CHANGE.c.revision)).where(CHANGE.c.record_id == plan, CHANGE.c.field == RECORD)
    found: int | None = connection.scalar(query)
    return found


def undo(store: Store, origin: object = None) -> Revision | None:
    """Take back this person's newest step that stands; None when there is none.

    A PlanError names whoever has changed the same place since.
    """
    return _take_back(store, "undo", origin)


def redo(store: Store, origin: object = None) -> Revision | None:
    """Do again what this person undid last; None when there is nothing. A PlanError as with undo."""
    return _take_back(store, "redo", origin)


def _take_back(store: Store, kind: str, origin: object) -> Revision | None:
    with store.reading() as connection:
        found = stacks(connection, store.actor)
    stack = found.undo if kind == "undo" else found.redo
    if not stack:
        return None
    step = stack[max(stack)]
    with recording(store, step.name, origin, undoes=(kind, step.number)) as door:
        changes = inverse(changes_of(door.connection, step.number))
        other = _in_the_way(door.connection, step, changes, store.actor)
        if other is not None:
            raise _refusal(kind, step, other)
        door.apply(changes)
    return step


def _in_the_way(connection: sa.Connection, step: Revision, changes: list[Change], person: Actor) -> Revision | None:
    """Somebody else's newest step that the taking back of this one would meet."""
    for number in sorted(standing_since(connection, step.number), reverse=True):
        other = revision(connection, number)
        if not person.made(other.actor, other.pc) and entangled(changes, changes_of(connection, number)):
            return other
    return None


def _refusal(kind: str, step: Revision, other: Revision) -> PlanError:
    about = {"step": step.name, "name": other.actor, "pc": other.pc, "other": other.name}
    if kind == "undo":
        return PlanError(
            "「{step}」は元に戻せません。同じところを、そのあと {name} さん（{pc}）が変更しています（{other}）。"
            "必要なときは、その欄を直接書き直してください。",
            **about,
        )
    return PlanError(
        "「{step}」はやり直せません。同じところを、そのあと {name} さん（{pc}）が変更しています（{other}）。"
        "必要なときは、その欄を直接書き直してください。",
        **about,
    )


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
        query = query.where(among(CHANGE.c.record_id, record_ids))
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
    """The steps after `position` whose changes stand.

    A step and the one that took it back since cancel out. What takes back a step of before is a change like others.
    """
    query = sa.select(REVISION.c.number, REVISION.c.of).where(REVISION.c.number > position)
    standing: set[int] = set()
    for number, of in connection.execute(query.order_by(REVISION.c.number)):
        if of in standing:
            standing.remove(of)
        else:
            standing.add(number)
    return standing


def revision(connection: sa.Connection, number: int) -> Revision:
    """One revision by its number."""
    row = connection.execute(sa.select(REVISION).where(REVISION.c.number == number)).first()
    if row is None:
        raise PlanError("履歴に {number} 番の変更はありません。", number=number)
    return _revision(row)


def _revision(row: sa.Row[tuple[object, ...]]) -> Revision:
    return Revision(row.number, row.at, row.actor, row.pc, _name(row), row.kind, row.of)


def _name(row: sa.Row[tuple[object, ...]]) -> Sentence:
    filling: dict[str, object] = json.loads(row.filling) if row.filling else {}
    return Sentence(row.label, tuple(filling.items()))


def _revision_of(row: sa.Row[tuple[object, ...]]) -> Revision:
    return Revision(row.revision, row.at, row.actor, row.pc, _name(row), row.kind, row.of)


def _change(row: sa.Row[tuple[object, ...]]) -> Change:
    return Change(row.record_table, RecordId(row.record_id), row.field, row.before, row.after)
