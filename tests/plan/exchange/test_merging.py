"""The laws of merging: every triple in one class, nothing lost; order, repetition and grouping do not matter."""

import itertools
from dataclasses import dataclass
from random import Random

import daff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.exchange.merging import HandedOut, MergeClass, Outcome, Said, Statement, Text, merge_class, outcome
from plan.ids import RecordId
from tests.thorough import thorough

TEXTS: list[Text] = [None, "あ", "い", "う", "12", "１２"]
texts = st.sampled_from(TEXTS)


@dataclass
class World:
    """Everything that is known of one cell."""

    handed: list[HandedOut]
    said: list[Said]
    statements: list[Statement]

    def outcome(self) -> Outcome:
        return outcome(self.said, self.statements, self.handed)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    handed = [HandedOut(n * 10, draw(texts)) for n in range(draw(st.integers(1, 3)))]
    said = []
    for n in range(draw(st.integers(0, 6))):
        position, base = draw(st.sampled_from(handed))
        edition = draw(st.one_of(st.none(), st.integers(0, 2)))
        said.append(Said(RecordId(f"c{n}"), RecordId(f"d{position}"), position, edition, base, draw(texts)))
    positions = sorted(draw(st.sets(st.integers(1, 40), max_size=3)))
    spoken = [(s.distribution, s.text) for s in said]
    seen = st.frozensets(st.sampled_from(spoken), max_size=2) if spoken else st.just(frozenset())
    return World(handed, said, [Statement(p, draw(texts), draw(seen)) for p in positions])


def newest(said: list[Said]) -> list[Said]:
    top = {s.distribution: max(o.edition or 0 for o in said if o.distribution == s.distribution) for s in said}
    return [s for s in said if s.edition is None or s.edition == top[s.distribution]]


def test_every_triple_of_texts_falls_into_one_class_and_every_class_is_reached() -> None:
    found = {merge_class(*triple) for triple in itertools.product([None, "", "A", "B", "C"], repeat=3)}
    assert found == set(MergeClass)
    assert len(MergeClass) == 14


@pytest.mark.parametrize(("base", "master", "department"), list(itertools.product([None, "A", "B", "C"], repeat=3)))
def test_a_class_says_who_changed_and_to_what(base: Text, master: Text, department: Text) -> None:
    found = merge_class(base, master, department)
    assert found.conflicting == (master != base and department not in (base, master))
    assert found.quiet == (master != base and master == department)
    department_alone = (
        MergeClass.DEPARTMENT_ADDED,
        MergeClass.DEPARTMENT_ONLY,
        MergeClass.DEPARTMENT_DELETED,
    )
    assert (found in department_alone) == (department != base and master == base)


@pytest.mark.parametrize(("base", "master", "department"), list(itertools.product([None, "A", "B", "C"], repeat=3)))
def test_one_return_comes_out_as_its_class_says(base: Text, master: Text, department: Text) -> None:
    said = [Said(RecordId("c"), RecordId("d"), 1, 1, base, department)]
    own = [Statement(2, master)] if master != base else []
    found, kind = outcome(said, own, [HandedOut(1, base)]), merge_class(base, master, department)
    assert bool(found.theirs) == kind.conflicting
    assert found.text == (master if kind.conflicting or department == base else department)


@thorough(300)
@given(worlds(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_returns_make_no_difference(world: World, random: Random) -> None:
    once = world.outcome()
    again = [*world.said, *world.said]
    random.shuffle(again)
    assert outcome(again, world.statements, world.handed) == once


@thorough(300)
@given(worlds())
def test_no_text_of_anybody_goes_unseen(world: World) -> None:
    found = world.outcome()
    shown = {found.text, *(s.text for s in found.theirs)}
    overruled = frozenset().union(*(s.seen for s in world.statements))
    for said in newest(world.said):
        later = any(h.base == said.text and h.position > said.position for h in world.handed)
        if said.text != said.base and (said.distribution, said.text) not in overruled and not later:
            assert said.text in shown


@thorough(300)
@given(worlds())
def test_the_masters_text_gives_way_only_to_an_answer_to_that_very_text(world: World) -> None:
    found = world.outcome()
    if found.text != found.own:
        answers = [s for s in newest(world.said) if s.text == found.text and s.base == found.own]
        assert any(not any(t.seen and t.position > s.position for t in world.statements) for s in answers)


@thorough(300)
@given(worlds())
def test_in_a_conflict_the_masters_own_text_stays_and_each_other_text_stands_once(world: World) -> None:
    found = world.outcome()
    if found.theirs:
        against = [s.text for s in found.theirs]
        assert found.text == found.own
        assert found.own not in against
        assert len(set(against)) == len(against)


@thorough(300)
@given(worlds(), texts)
def test_a_decision_closes_a_conflict_and_taking_the_returns_again_does_not_open_it(world: World, text: Text) -> None:
    decided = Statement(99, text, frozenset((s.distribution, s.text) for s in world.said))
    again = World(world.handed, [*world.said, *world.said], [*world.statements, decided])
    assert again.outcome() == Outcome(text, text)


@thorough(300)
@given(worlds(), texts)
def test_an_older_edition_that_comes_late_changes_nothing(world: World, text: Text) -> None:
    numbered = [s for s in world.said if s.edition is not None]
    for said in numbered:
        old = Said(RecordId("late"), said.distribution, said.position, (said.edition or 0) - 1, said.base, text)
        assert outcome([*world.said, old], world.statements, world.handed) == world.outcome()


Table = list[list[str]]
tables = st.lists(st.lists(st.sampled_from(["あ", "い", "う"]), min_size=3, max_size=3), min_size=1, max_size=5)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Table, Table, Table]:
    """A table, and two copies of it in which some cells are edited, never the same cell differently."""
    base = draw(tables)
    ours, theirs = [row[:] for row in base], [row[:] for row in base]
    for row, column in itertools.product(range(len(base)), range(3)):
        side = draw(st.sampled_from(["none", "none", "ours", "theirs", "both"]))
        text = draw(st.sampled_from(["え", "お"]))
        if side in ("ours", "both"):
            ours[row][column] = text
        if side in ("theirs", "both"):
            theirs[row][column] = text
    return base, ours, theirs


def merged_by_daff(base: Table, ours: Table, theirs: Table) -> Table:
    """What another program's three-way merge makes of the tables, rows being known by the number in front."""
    named = [
        daff.PythonTableView([["id", *"abc"[: len(table[0])]], *([str(n), *row] for n, row in enumerate(table))])
        for table in (base, ours, theirs)
    ]
    flags = daff.CompareFlags()
    flags.addPrimaryKey("id")
    merger = daff.Merger(*named, flags)
    assert merger.apply() == 0
    return [row[1:] for row in named[1].data[1:]]


@thorough(100)
@given(edited())
def test_another_programs_merge_agrees_wherever_there_is_no_conflict(triple: tuple[Table, Table, Table]) -> None:
    mine: list[list[Text]] = []
    for base_row, our_row, their_row in zip(*triple, strict=True):
        mine.append([])
        for base, ours, theirs in zip(base_row, our_row, their_row, strict=True):
            own = [Statement(2, ours)] if ours != base else []
            said = [Said(RecordId("c"), RecordId("d"), 1, 1, base, theirs)]
            found = outcome(said, own, [HandedOut(1, base)])
            assert not found.theirs
            mine[-1].append(found.text)
    assert mine == merged_by_daff(*triple)
