"""Every write goes through one door: whole or not at all, written down, announced."""

import pytest
import sqlalchemy as sa

from db.log.changes import dump, recording
from db.log.history import events, newest_revision, redo, stacks, undo
from db.models import LEVEL, PLAN, YEAR_ENTRY
from db.store.working import Announcement, Store
from plan.changes import RECORD, Change, created, deleted, inverse
from plan.errors import PlanError
from plan.ids import RecordId


def plan_id(store: Store) -> RecordId:
    with store.reading() as connection:
        return RecordId(connection.scalar(sa.select(PLAN.c.id)) or "")


def title(store: Store) -> str | None:
    with store.reading() as connection:
        return connection.scalar(sa.select(PLAN.c.title))


def retitle(store: Store, before: str, after: str) -> Change:
    return Change("plan", plan_id(store), "title", before, after)


def test_a_change_stands_after_the_door_is_closed(store: Store) -> None:
    with recording(store, "計画名の変更") as door:
        door.apply([retitle(store, "第1次あゆみ計画", "新しい計画")])
    assert title(store) == "新しい計画"


def test_a_change_that_assumes_another_value_is_refused_and_nothing_of_its_step_stands(store: Store) -> None:
    level = created("level", RecordId("x"), position=9, name="余分")
    with pytest.raises(PlanError, match="取りやめました"), recording(store, "計画名の変更") as door:
        door.apply([level, retitle(store, "別の名前", "新しい計画")])
    with store.reading() as connection:
        assert title(store) == "第1次あゆみ計画"
        assert connection.scalar(sa.select(sa.func.count()).where(LEVEL.c.position == 9)) == 0


def fail_inside_the_door(store: Store) -> None:
    with recording(store, "計画名の変更") as door:
        door.apply([retitle(store, "第1次あゆみ計画", "新しい計画")])
        raise ZeroDivisionError


def test_a_failure_inside_the_door_leaves_the_plan_and_the_history_as_they_were(store: Store) -> None:
    with store.reading() as connection:
        before, newest = dump(connection), newest_revision(connection)
    with pytest.raises(ZeroDivisionError):
        fail_inside_the_door(store)
    with store.reading() as connection:
        assert (dump(connection), newest_revision(connection)) == (before, newest)


def test_each_changed_field_is_one_row_of_the_history_with_who_and_when(store: Store) -> None:
    with recording(store, "計画名の変更") as door:
        door.apply([retitle(store, "第1次あゆみ計画", "新しい計画")])
    with store.reading() as connection:
        (event,) = events(connection, limit=1)
    assert event.change == retitle(store, "第1次あゆみ計画", "新しい計画")
    revision = event.revision
    assert (str(revision.name), revision.actor, revision.pc) == ("計画名の変更", "試験 花子", "PC-1")
    assert revision.at.startswith("2025-04-01T")


def test_a_step_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    with store.reading() as connection:
        newest = newest_revision(connection)
    with recording(store, "同じ名前") as door:
        door.apply([retitle(store, "第1次あゆみ計画", "第1次あゆみ計画")])
    with store.reading() as connection:
        assert newest_revision(connection) == newest


def test_a_step_is_announced_once_with_who_asked(store: Store) -> None:
    heard: list[Announcement] = []
    store.listeners.append(heard.append)
    asker = object()
    with recording(store, "計画名の変更", asker) as door:
        door.apply([retitle(store, "第1次あゆみ計画", "甲")])
        door.apply([retitle(store, "甲", "乙")])
    (announcement,) = heard
    assert announcement.origin is asker
    assert [c.after for c in announcement.changes] == ["甲", "乙"]


def test_undo_takes_back_the_newest_step_and_redo_does_it_again(store: Store) -> None:
    with recording(store, "計画名の変更") as door:
        door.apply([retitle(store, "第1次あゆみ計画", "新しい計画")])
    assert (undone := undo(store)) is not None
    assert str(undone.name) == "計画名の変更"
    assert title(store) == "第1次あゆみ計画"
    assert redo(store) is not None
    assert title(store) == "新しい計画"


def test_a_new_step_after_an_undo_ends_what_could_be_redone(store: Store) -> None:
    for name in ("甲", "乙"):
        with recording(store, name) as door:
            door.apply([retitle(store, title(store) or "", name)])
    undo(store)
    with recording(store, "丙") as door:
        door.apply([retitle(store, "甲", "丙")])
    with store.reading() as connection:
        assert [str(r.name) for r in stacks(connection, store.actor).undo.values()][-2:] == ["甲", "丙"]
        assert stacks(connection, store.actor).redo == {}
    assert redo(store) is None


def test_a_record_deleted_comes_back_with_all_that_it_held(store: Store) -> None:
    record = RecordId("level-x")
    with recording(store, "追加") as door:
        door.apply([created("level", record, position=9, name="細目")])
        door.apply([Change("level", record, "name", "細目", "細事業")])
        door.apply([deleted("level", record, position=9, name="細事業")])
    undo(store)
    redo(store)


def test_a_reference_to_nothing_is_refused_when_the_step_ends(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError), recording(store, "行の追加") as door:
        door.apply([created("year_entry", RecordId("e"), assignment_id="nobody", fiscal_year=2019)])
    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).where(YEAR_ENTRY.c.assignment_id == "nobody")) == 0


def test_the_inverse_of_changes_is_their_mirror() -> None:
    one = Change("plan", RecordId("p"), "title", "a", "b")
    two = created("level", RecordId("l"), position=1, name="施策")
    assert inverse([one, two])[0] == Change("level", RecordId("l"), RECORD, two.after, None)
    assert inverse(inverse([one, two])) == [one, two]


def test_only_fields_of_the_plan_can_be_changed(store: Store) -> None:
    with pytest.raises(ValueError, match="no such field"), recording(store, "悪い変更") as door:
        door.apply([Change("revision", RecordId("1"), "label", "a", "b")])
