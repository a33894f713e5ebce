"""Undo and redo belong to a person: nobody takes back what somebody else did, nor writes over it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
import sqlalchemy as sa
from hypothesis import given, settings

from db.dialect import defer_references
from db.edit.structure import NewAssignment, add_assignments, open_year, remove_assignments
from db.log.changes import Recording, apply, recording
from db.log.history import changes_of, newest_revision, redo, stacks, standing_since, undo
from db.models import ASSIGNMENT, METADATA, YEAR_ENTRY
from db.read.table import plan_facts, progress_table
from db.store.folders import VARIABLE
from db.store.working import Actor, Store
from plan.changes import RECORD, Change, created, deleted, entangled, inverse, unpacked
from plan.errors import PlanError
from plan.ids import DepartmentId, ItemId, RecordId
from tests.db.stage import Picture, Stage, small_plan

HANAKO, TARO = Actor("試験 花子", "PC-1"), Actor("防災 太郎", "PC-2")
PEOPLE = (HANAKO, TARO)
RUNS = int(os.environ.get("AYUMI_RUNS", "12"))


@contextmanager
def sitting(store: Store, person: Actor) -> Iterator[None]:
    """Whoever has the plan open."""
    former, store.actor = store.actor, person
    yield
    store.actor = former


def write(store: Store, person: Actor, number: int, text: str) -> None:
    """A text into the target of one of the entries."""
    with sitting(store, person), recording(store, f"入力（{text}）") as door:
        query = sa.select(YEAR_ENTRY.c.id, YEAR_ENTRY.c.target).order_by(YEAR_ENTRY.c.id)
        entry, before = door.connection.execute(query.offset(number).limit(1)).one()
        door.apply([Change(YEAR_ENTRY.name, entry, "target", before, text)])


def texts(store: Store, count: int = 3) -> list[str | None]:
    with store.reading() as connection:
        query = sa.select(YEAR_ENTRY.c.target).order_by(YEAR_ENTRY.c.id).limit(count)
        return list(connection.scalars(query))


def new_row(door: Recording) -> NewAssignment:
    """One more row beside the first."""
    query = sa.select(ASSIGNMENT.c.item_id, ASSIGNMENT.c.department_id).order_by(ASSIGNMENT.c.id).limit(1)
    item, office = door.connection.execute(query).one()
    return NewAssignment(ItemId(RecordId(item)), DepartmentId(RecordId(office)))


@pytest.fixture
def plan(tmp_path: Path) -> Store:
    return small_plan(tmp_path / "plan.db").store


def test_undo_takes_back_ones_own_newest_step_and_leaves_what_others_did_since(plan: Store) -> None:
    write(plan, HANAKO, 0, "花子の記入")
    write(plan, TARO, 1, "太郎の記入")
    with sitting(plan, HANAKO):
        assert (undone := undo(plan)) is not None
        assert (str(undone.name), texts(plan)) == ("入力（花子の記入）", [None, "太郎の記入", None])
        write(plan, TARO, 2, "太郎のもう一つ")
        assert redo(plan) is not None
    assert texts(plan) == ["花子の記入", "太郎の記入", "太郎のもう一つ"]


def test_who_did_nothing_has_nothing_to_take_back(plan: Store) -> None:
    write(plan, HANAKO, 0, "花子の記入")
    with sitting(plan, TARO):
        assert undo(plan) is None
        assert redo(plan) is None
    with sitting(plan, Actor(HANAKO.name, "PC-3")):
        assert undo(plan) is None


def test_what_somebody_changed_since_is_not_taken_back_and_the_sentence_names_both_steps(plan: Store) -> None:
    write(plan, HANAKO, 0, "花子の記入")
    write(plan, TARO, 0, "太郎の記入")
    with plan.reading() as connection:
        newest = newest_revision(connection)
    with sitting(plan, HANAKO), pytest.raises(PlanError) as refused:
        undo(plan)
    said = str(refused.value)
    assert "「入力（花子の記入）」は元に戻せません" in said
    assert "防災 太郎 さん（PC-2）が変更しています（入力（太郎の記入））" in said
    assert texts(plan, 1) == ["太郎の記入"]
    with plan.reading() as connection:
        assert newest_revision(connection) == newest
    with sitting(plan, TARO):
        undo(plan)
    with sitting(plan, HANAKO):
        undo(plan)
    assert texts(plan, 1) == [None]


def test_what_somebody_changed_since_is_not_done_again(plan: Store) -> None:
    write(plan, HANAKO, 0, "花子の記入")
    with sitting(plan, HANAKO):
        undo(plan)
    write(plan, TARO, 0, "太郎の記入")
    with sitting(plan, HANAKO), pytest.raises(PlanError, match=r"やり直せません。.*防災 太郎"):
        redo(plan)
    assert texts(plan, 1) == ["太郎の記入"]


def test_a_row_that_somebody_filled_in_since_does_not_vanish(plan: Store) -> None:
    with sitting(plan, HANAKO), recording(plan, "行の追加") as door:
        (row,) = add_assignments(door, [new_row(door)])
        entry = door.connection.scalar(sa.select(YEAR_ENTRY.c.id).where(YEAR_ENTRY.c.assignment_id == row))
    with sitting(plan, TARO), recording(plan, "入力") as door:
        door.apply([Change(YEAR_ENTRY.name, RecordId(entry or ""), "target", None, "太郎の記入")])
    with sitting(plan, HANAKO), pytest.raises(PlanError, match="防災 太郎"):
        undo(plan)
    with plan.reading() as connection:
        assert row in {r.id for r in progress_table(connection).rows}


def test_a_year_that_was_taken_back_can_be_opened_again_whatever_rows_came_meanwhile(plan: Store) -> None:
    with sitting(plan, HANAKO), recording(plan, "年度の追加") as door:
        year = open_year(door)
    with sitting(plan, TARO), recording(plan, "行の追加") as door:
        add_assignments(door, [replace(new_row(door), texts={("target", year): "太郎の記入"})])
    with sitting(plan, HANAKO):
        undo(plan)
        with recording(plan, "年度の追加") as door:
            assert open_year(door) == year
            assert plan_facts(door.connection).years.last == year
            written = sa.select(YEAR_ENTRY.c.target).where(YEAR_ENTRY.c.fiscal_year == int(year))
            assert "太郎の記入" in door.connection.scalars(written).all()


def test_a_person_keeps_her_steps_when_she_gives_another_name(plan: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "PC-9")
    monkeypatch.setattr("getpass.getuser", lambda: "hanako")
    for number, name in enumerate(("", "試験 花子", "広報　花子")):
        write(plan, Actor.here(name), number, name)
    with sitting(plan, Actor.here()):
        assert [undo(plan) is not None for _ in range(4)] == [True, True, True, False]
    with plan.reading() as connection:
        assert stacks(connection, Actor.here("試験 花子")).redo
        monkeypatch.setattr("platform.node", lambda: "PC-10")
        assert not stacks(connection, Actor.here("試験 花子")).redo


def test_another_user_of_the_same_pc_has_names_of_her_own(
    tmp_path: Path, plan: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "hanako")
    write(plan, Actor.here("試験 花子"), 0, "花子の記入")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "another user"))
    monkeypatch.setattr("getpass.getuser", lambda: "taro")
    with sitting(plan, Actor.here("防災 太郎")):
        assert undo(plan) is None


def test_a_folder_that_takes_no_names_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "home"))
    assert Actor.here("試験 花子").name == "試験 花子"


def test_steps_after_a_place_cancel_out_in_pairs_whoever_made_them(plan: Store) -> None:
    write(plan, HANAKO, 0, "前の記入")
    with plan.reading() as connection:
        position = newest_revision(connection)
    write(plan, TARO, 1, "太郎の記入")
    write(plan, HANAKO, 2, "花子の記入")
    for person, verb in ((TARO, undo), (HANAKO, undo), (HANAKO, redo), (HANAKO, undo), (HANAKO, undo)):
        with sitting(plan, person):
            verb(plan)
    with plan.reading() as connection:
        # What was written before was taken back after: that is a change of its own.
        assert standing_since(connection, position) == {newest_revision(connection)}


def test_records_that_only_a_list_names_are_needed_all_the_same() -> None:
    row = created("assignment", RecordId("row-1"), number="1")
    asked = created("distribution", RecordId("d"), asked_rows='{"row-1": [0, 1]}')
    assert entangled([row.inverse()], [asked])
    assert not entangled([row.inverse()], [created("distribution", RecordId("d"), asked_rows='{"row-12": [0]}')])
    assert entangled([Change("item", RecordId("i"), "parent_id", "b", "a")], [deleted("item", RecordId("a"), level=1)])
    assert not entangled(inverse([asked]), [row])


def expect_whole(connection: sa.Connection, changes: list[Change]) -> None:
    """A record goes with all that it held when it went: one that held something else is another story."""
    for change in changes:
        if change.field == RECORD and change.after is None:
            table = METADATA.tables[change.table]
            held = connection.execute(sa.select(table).where(table.c.id == change.id)).mappings().one_or_none()
            found = {name: value for name, value in (held or {}).items() if value is not None and name != "id"}
            if found != unpacked(change.before):
                raise PlanError("「{id}」は別のものになっています。", id=change.id)


@dataclass(frozen=True, slots=True)
class World:
    """A plan to live in, and another one in which the undone steps never happen."""

    lived: Stage
    told: Stage
    beginning: Picture

    def without(self, person: Actor, verb: str) -> list[object] | None:
        """The plan when all standing steps are told anew, without the one to be undone, or with the one to be redone.

        None where that story cannot be told: a later step begins from what would not be there.
        """
        with self.lived.store.reading() as connection:
            own = stacks(connection, person)
            stack = own.undo if verb == "undo" else own.redo
            newest = max(stack, default=0)
            standing = sorted(standing_since(connection, 1) - {newest})
            story = [changes_of(connection, number) for number in standing]
            story += [inverse(changes_of(connection, newest))] if verb == "redo" else []
        self.told.put_back(self.beginning)
        try:
            with self.told.store.writing() as connection:
                defer_references(connection)
                for changes in story:
                    expect_whole(connection, changes)
                    apply(connection, changes)
        except (PlanError, sa.exc.IntegrityError):
            return None
        return self.told.content()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    lived, told = (small_plan(tmp_path_factory.mktemp(name) / "work.db") for name in ("lived", "told"))
    return World(lived, told, lived.picture())


EDITS = ("write", "write", "write", "add", "remove", "year")
DEEDS = st.tuples(st.sampled_from(PEOPLE), st.sampled_from([*EDITS, *("undo",) * 4, *("redo",) * 2]), st.integers(0, 3))


@settings(max_examples=RUNS, deadline=None)
@given(deeds=st.lists(DEEDS, min_size=4, max_size=24))
def test_an_undone_step_never_happened_and_one_that_others_built_on_is_refused(
    world: World, deeds: list[tuple[Actor, str, int]]
) -> None:
    world.lived.put_back(world.beginning)
    for person, verb, number in deeds:
        with sitting(world.lived.store, person):
            if verb in EDITS:
                edit(world.lived.store, person, verb, number)
            else:
                take_back(world, person, verb)


def edit(store: Store, person: Actor, verb: str, number: int) -> None:
    if verb == "write":
        write(store, person, number, f"{person.name} {number}")
        return
    with recording(store, verb) as door:
        rows = progress_table(door.connection).rows
        if verb == "year":
            open_year(door)
        elif verb == "remove" and len(rows) > 1:
            remove_assignments(door, [rows[number % len(rows)].id])
        elif verb == "add":
            add_assignments(door, [new_row(door)])


def take_back(world: World, person: Actor, verb: str) -> None:
    expected, before = world.without(person, verb), (world.lived.content(), world.lived.written())
    try:
        done = (undo if verb == "undo" else redo)(world.lived.store)
    except PlanError:
        assert expected is None
        assert (world.lived.content(), world.lived.written()) == before
    else:
        assert world.lived.content() == (before[0] if done is None else expected)
