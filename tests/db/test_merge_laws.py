"""The laws of merging on real plans: order, grouping and repetition do not matter, nothing is lost, undo is exact."""

import itertools
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.changes import dump, recording
from db.conflicts import Choice, Settlement, open_conflicts, settle
from db.distribution import distributions
from db.history import events, undo
from db.receipts import receipts
from db.store import Actor, Store, open_store
from db.traces import texts_now
from plan.ids import RecordId, Source
from plan.merging import Text
from plan.returns import Cell, Return
from tests.db.conftest import empty_store, fill
from tests.db.returning import ASKED, answer, edit, hand_out, rows, take
from tests.thorough import thorough

TEXTS: list[Text] = ["甲", "乙", "１２", "12", None]
texts = st.sampled_from(TEXTS)


@dataclass(frozen=True)
class World:
    """One round of handing out or two, the master's edits (after which round, which cell, what), and the answers.

    An answer is the place of its distribution, its edition, and texts by the places of its cells.
    """

    rounds: int
    edits: Sequence[tuple[int, int, Text]]
    answers: Sequence[tuple[int, int | None, dict[int, Text]]]


worlds = st.builds(
    World,
    st.integers(1, 2),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 7), texts), max_size=4),
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.one_of(st.none(), st.integers(1, 3)),
            st.dictionaries(st.integers(0, 3), texts, max_size=3),
        ),
        min_size=1,
        max_size=5,
    ),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small plan, made once."""
    path = tmp_path_factory.mktemp("laws") / "template.db"
    made = empty_store(path)
    fill(made)
    made.close()
    return path


@contextmanager
def plan(template: Path, world: World) -> Iterator[tuple[Store, list[Return]]]:
    """A plan as the world says, and the returns that are on their way."""
    path = template.with_name("world.db")
    shutil.copyfile(template, path)
    numbers = itertools.count()
    made = open_store(path, Actor("試験 花子", "PC-1"), Source(new_id=lambda: RecordId(f"id-{next(numbers):06d}")))
    try:
        yield made, prepared(made, world)
    finally:
        made.close()


def prepared(made: Store, world: World) -> list[Return]:
    cells = [Cell(row, c.year, c.field.name) for row in rows(made) for c in ASKED if c.year is not None]
    for number in range(world.rounds + 1):
        if number:
            hand_out(made)
        for after, place, text in world.edits:
            if after == number:
                edit(made, cells[place], text)
    with made.reading() as connection:
        handed = distributions(connection)
    found = []
    for place, edition, said in world.answers:
        chosen = handed[place % len(handed)]
        own = chosen.cells()
        found.append(answer(made, chosen, {own[i % len(own)]: text for i, text in said.items()}, edition))
    return found


def shown(store: Store) -> object:
    """What people see: every asked cell, and every open conflict."""
    with store.reading() as connection:
        conflicts = {(c.cell, c.base, c.ours, c.theirs) for c in open_conflicts(connection)}
        return texts_now(connection, rows(store), ASKED), conflicts


def everything(store: Store) -> object:
    with store.reading() as connection:
        return dump(connection)


@thorough(25)
@given(worlds, st.randoms(use_true_random=False))
def test_order_grouping_and_repetition_make_no_difference(template: Path, world: World, random: Random) -> None:
    with plan(template, world) as (store, returns):
        take(store, *returns)
        together = shown(store)
    with plan(template, world) as (store, returns):
        shuffled = [*returns, *returns]
        random.shuffle(shuffled)
        while shuffled:
            size = random.randint(1, 3)
            take(store, *shuffled[:size])
            del shuffled[:size]
        assert shown(store) == together


@thorough(25)
@given(worlds)
def test_taking_everything_again_changes_nothing_at_all(template: Path, world: World) -> None:
    with plan(template, world) as (store, returns):
        take(store, *returns)
        once = everything(store)
        take(store, *returns)
        assert everything(store) == once


@thorough(25)
@given(worlds)
def test_undoing_restores_the_exact_plan(template: Path, world: World) -> None:
    with plan(template, world) as (store, returns):
        before = everything(store)
        for returned in returns:
            take(store, returned)
        while everything(store) != before:
            assert undo(store) is not None


@thorough(25)
@given(worlds)
def test_no_text_of_base_master_or_department_is_lost_from_the_history(template: Path, world: World) -> None:
    with plan(template, world) as (store, returns):
        known = {text for after, _, text in world.edits if text and after <= world.rounds}
        states = [found for returned in returns for found in take(store, returned)]
        for found, returned in zip(states, returns, strict=True):
            if found.refusal is None and returned.contribution is not None:
                known |= {text for text in returned.contribution.values.values() if text}
        with store.reading() as connection:
            kept = {str(e.change.after) for e in events(connection)}
            kept |= {text for r in receipts(connection) for text in r.said.values() if text}
        assert known <= kept


@thorough(25)
@given(worlds, st.randoms(use_true_random=False))
def test_decisions_stay_closed(template: Path, world: World, random: Random) -> None:
    with plan(template, world) as (store, returns):
        take(store, *returns)
        with recording(store, "食い違いの解決") as opened:
            found = open_conflicts(opened.connection)
            settle(opened, [Settlement(c, random.choice(list(Choice)), "手で書いた。") for c in found])
        closed = shown(store)
        random.shuffle(returns)
        for returned in returns:
            take(store, returned)
        assert shown(store) == closed
