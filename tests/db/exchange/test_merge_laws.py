"""The laws of merging on real plans: order, grouping and repetition do not matter, nothing is lost, undo is exact.

`AYUMI_EXAMPLES=10000 python -m pytest --timeout=0 -n2 tests/db/exchange/test_merge_laws.py` is the full run.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edit.cells import set_cells
from db.edit.structure import end_assignments, remove_assignments, split_department
from db.exchange.cell_history import texts_now
from db.exchange.conflicts import Choice, Settlement, open_conflicts, settle
from db.exchange.examination import CellReport, Examined
from db.exchange.merge import ground
from db.exchange.receipts import receipts
from db.log.changes import Recording, recording
from db.log.history import events, undo
from db.read.table import progress_table
from db.store.working import Store
from plan.departments import split_label
from plan.era import FiscalYear
from plan.exchange.merging import Text, merge_class
from plan.exchange.returns import Cell, Return
from plan.ids import AssignmentId
from plan.table import CellEdit
from tests.db.exchange.returning import ASKED, answered, edit, hand_out, look, rows, take
from tests.db.stage import Picture, Stage, small_plan
from tests.plan.exchange.test_merging import merged_by_daff
from tests.thorough import thorough

DEPARTMENTS = 3
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


@dataclass(frozen=True)
class Setting:
    """The plan of a world, before any return of it was taken, and the returns that are on their way."""

    stage: Stage
    returns: list[Return]
    waiting: Picture

    @property
    def store(self) -> Store:
        """The plan."""
        return self.stage.store

    def everything(self) -> object:
        """The whole plan."""
        return self.stage.content()

    def again(self) -> None:
        """Put the plan back to before any return was taken."""
        self.stage.put_back(self.waiting)


@pytest.fixture(scope="module")
def lay_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[World], Setting]]:
    """Makes the plan as a world says."""
    stage = small_plan(tmp_path_factory.mktemp("laws") / "plan.db")
    empty = stage.picture()

    def make(world: World) -> Setting:
        stage.put_back(empty)
        returns = prepared(stage.store, world)
        return Setting(stage, returns, stage.picture())

    yield make
    stage.store.close()


def prepared(store: Store, world: World) -> list[Return]:
    """Hand out and edit; answers what departments send."""
    cells = asked_cells(store)
    handed = []
    for number in range(world.rounds + 1):
        if number:
            handed += hand_out(store)
        for after, place, text in world.edits:
            if after == number:
                edit(store, cells[place], text)
    with store.reading() as connection:
        traces = ground(connection, [d.id for d in handed]).traces
    found = []
    for place, edition, said in world.answers:
        chosen = handed[place % len(handed)]
        own = chosen.cells()
        given_texts = {own[i % len(own)]: text for i, text in said.items()}
        found.append(answered(traces, chosen, given_texts, edition))
    return found


def asked_cells(store: Store) -> list[Cell]:
    return [Cell(row, c.year, c.field.name) for row in rows(store) for c in ASKED if c.year is not None]


def shown(store: Store) -> tuple[dict[Cell, Text], set[tuple[Cell, Text, Text, Text]]]:
    """What people see: every asked cell, and every open conflict."""
    with store.reading() as connection:
        conflicts = {(c.cell, c.base, c.ours, c.theirs) for c in open_conflicts(connection)}
        return texts_now(connection, rows(store), ASKED), conflicts


LayOut = Callable[[World], Setting]


def of_one_workbook(world: World, rounds: int) -> World:
    """The world with at most one workbook of each distribution: of several the order says which is the newer."""
    places = [place % (rounds * DEPARTMENTS) for place, edition, _ in world.answers if edition is None]
    kept = [
        (place, edition, said)
        for n, (place, edition, said) in enumerate(world.answers)
        if edition is not None or (place % (rounds * DEPARTMENTS)) not in places[: _books_before(world, n)]
    ]
    return replace(world, answers=kept)


def _books_before(world: World, n: int) -> int:
    return sum(edition is None for _, edition, _ in world.answers[:n])


def said_of(store: Store) -> tuple[dict[Cell, Text], dict[Cell, set[Text]]]:
    """What the cells say, and in a conflict what is said of them by anybody: the first that came stays in its cell."""
    texts, conflicts = shown(store)
    disputed: dict[Cell, set[Text]] = {}
    for cell, base, ours, theirs in conflicts:
        disputed.setdefault(cell, set()).update({ours, theirs} - {base})
    return {cell: text for cell, text in texts.items() if cell not in disputed}, disputed


@thorough(25)
@given(worlds, st.randoms(use_true_random=False))
def test_order_grouping_and_repetition_make_no_difference(lay_out: LayOut, world: World, random: Random) -> None:
    there = lay_out(of_one_workbook(world, world.rounds))
    take(there.store, *there.returns)
    together = said_of(there.store)
    there.again()
    shuffled = [*there.returns, *there.returns]
    random.shuffle(shuffled)
    while shuffled:
        size = random.randint(1, 3)
        take(there.store, *shuffled[:size])
        del shuffled[:size]
    assert said_of(there.store) == together


@thorough(25)
@given(worlds)
def test_taking_everything_again_changes_nothing_at_all(lay_out: LayOut, world: World) -> None:
    there = lay_out(world)
    take(there.store, *there.returns)
    once = there.everything()
    take(there.store, *there.returns)
    assert there.everything() == once


@thorough(25)
@given(worlds)
def test_undoing_restores_the_exact_plan_step_by_step(lay_out: LayOut, world: World) -> None:
    there = lay_out(world)
    before = there.everything()
    steps: list[object] = []
    for returned in there.returns:
        now = there.everything()
        if any(found.state.acceptable for found in take(there.store, returned)):
            steps.append(now)
    assert steps[:1] in ([], [before])
    for expected in reversed(steps):
        assert undo(there.store) is not None
        assert there.everything() == expected


@thorough(25)
@given(worlds)
def test_no_text_of_base_master_or_department_is_lost_from_the_history(lay_out: LayOut, world: World) -> None:
    there = lay_out(world)
    known = {text for after, _, text in world.edits if text and after <= world.rounds}
    states = [found for returned in there.returns for found in take(there.store, returned)]
    for found, returned in zip(states, there.returns, strict=True):
        if found.refusal is None and returned.contribution is not None:
            known |= {text for text in returned.contribution.values.values() if text}
    with there.store.reading() as connection:
        kept = {str(e.change.after) for e in events(connection)}
        kept |= {text for r in receipts(connection) for text in r.said.values() if text}
    assert known <= kept


@thorough(25)
@given(worlds, st.randoms(use_true_random=False))
def test_decisions_stay_closed(lay_out: LayOut, world: World, random: Random) -> None:
    there = lay_out(world)
    take(there.store, *there.returns)
    with recording(there.store, "食い違いの解決") as door:
        found = open_conflicts(door.connection)
        settle(door, [Settlement(c, random.choice(list(Choice)), "手で書いた。") for c in found])
    closed = shown(there.store)
    random.shuffle(there.returns)
    for returned in there.returns:
        take(there.store, returned)
    assert shown(there.store) == closed


FATES = ("stays", "stays", "stays", "moves", "ends", "goes")


@dataclass(frozen=True)
class Year:
    """One round of returns: base, master and department of every asked cell, and what became of every row meanwhile."""

    triples: Sequence[tuple[Text, Text, Text]]
    fates: Sequence[str]


years = st.builds(
    Year,
    st.lists(st.tuples(texts, texts, texts), min_size=8, max_size=8),
    st.lists(st.sampled_from(FATES), min_size=4, max_size=4),
)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stage, Picture]]:
    """The small plan, and the picture that makes it new again."""
    made = small_plan(tmp_path_factory.mktemp("years") / "plan.db")
    yield made, made.picture()
    made.store.close()


def write(store: Store, found: Mapping[Cell, Text]) -> None:
    """The master's edits, as one step."""
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(cell.assignment, cell.column, text) for cell, text in found.items()])


def meet(door: Recording, row: AssignmentId, fate: str) -> None:
    """What becomes of a row between handing out and return."""
    if fate == "goes":
        remove_assignments(door, [row])
    elif fate == "ends":
        end_assignments(door, [row], FiscalYear(2019), "終了")
    elif fate == "moves":
        owner = next(r.department for r in progress_table(door.connection).rows if r.id == row)
        split_department(door, owner, [row], split_label("新しい課"), FiscalYear(2021))


def lived(stage: Stage, year: Year) -> tuple[dict[Cell, tuple[Text, Text, Text]], list[Return]]:
    """Hand out, edit and change the rows; answers each cell's three texts, and what the departments send."""
    store = stage.store
    table = rows(store)
    triples = dict(zip(asked_cells(store), year.triples, strict=True))
    write(store, {cell: base for cell, (base, _, _) in triples.items()})
    handed = hand_out(store)
    with store.reading() as connection:
        traces = ground(connection, [d.id for d in handed]).traces
    write(store, {cell: master for cell, (_, master, _) in triples.items()})
    with recording(store, "行の変更") as door:
        for row, fate in zip(table, year.fates, strict=True):
            meet(door, row, fate)
    said = {cell: department for cell, (_, _, department) in triples.items()}
    return triples, [answered(traces, d, {cell: said[cell] for cell in d.cells()}) for d in handed]


def where(base: Text, master: Text, department: Text, *, gone: bool) -> str:
    """Where a cell must be told of, found without the classes: "" where there is nothing to tell."""
    if department == base:
        return ""
    if gone:
        return "refused"
    if master == department:
        return "same"
    return "taken" if master == base else "conflicts"


def told_of(found: Sequence[Examined]) -> list[tuple[str, CellReport]]:
    """Every cell that the examined returns tell of, and as what."""
    places = ("taken", "conflicts", "refused")
    return [(place, report) for one in found for place in places for report in getattr(one, place)]


@thorough(25)
@given(years)
def test_every_field_of_base_master_and_department_ends_in_exactly_one_place_and_class(
    stage: tuple[Stage, Picture], year: Year
) -> None:
    made, empty = stage
    made.put_back(empty)
    triples, returns = lived(made, year)
    fates = dict(zip(dict.fromkeys(cell.assignment for cell in triples), year.fates, strict=True))
    gone = {cell for cell in triples if fates[cell.assignment] == "goes"}
    wanted = {cell: place for cell, three in triples.items() if (place := where(*three, gone=cell in gone))}
    for found in (look(made.store, *returns), take(made.store, *returns)):
        told = told_of(found)
        assert sorted((r.cell, place) for place, r in told) == sorted((c, p) for c, p in wanted.items() if p != "same")
        assert sum(one.same for one in found) == Counter(wanted.values())["same"]
        for _, report in told:
            base, master, department = triples[report.cell]
            ours = None if report.cell in gone else master
            assert (report.base, report.ours, report.theirs) == (base, ours, department)
            assert report.kind is merge_class(base, ours, department)
    now, conflicts = shown(made.store)
    assert now == {c: d if wanted.get(c) == "taken" else m for c, (_, m, d) in triples.items() if c not in gone}
    assert conflicts == {(c, *triples[c]) for c, place in wanted.items() if place == "conflicts"}


sides = st.sampled_from(["nobody", "nobody", "master", "department", "both"])


@thorough(25)
@given(st.lists(st.tuples(st.sampled_from("あいう"), sides, st.sampled_from("えお")), min_size=8, max_size=8))
def test_another_programs_merge_gives_the_same_plan_wherever_there_is_no_conflict(
    stage: tuple[Stage, Picture], cells: list[tuple[str, str, str]]
) -> None:
    made, empty = stage
    made.put_back(empty)
    triples = [
        (base, text if side in ("master", "both") else base, text if side in ("department", "both") else base)
        for base, side, text in cells
    ]
    places, returns = lived(made, Year(triples, ["stays"] * 4))
    take(made.store, *returns)
    found, conflicts = shown(made.store)
    assert not conflicts
    tables = ([[str(triple[n]) for triple in triples[i : i + 2]] for i in range(0, 8, 2)] for n in range(3))
    merged = merged_by_daff(*tables)
    assert [found[cell] for cell in places] == [text for row in merged for text in row]
