"""A random life of a plan and its departments' files: what people do, and after every step the whole proof."""

import itertools
import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from db.edit.cells import set_cells
from db.edit.structure import (
    NewAssignment,
    add_assignments,
    end_assignments,
    merge_department,
    remove_assignments,
    rename_department,
    split_department,
)
from db.exchange.cell_history import texts_now
from db.exchange.collection import collect
from db.exchange.conflicts import Choice, Settlement, open_conflicts, settle
from db.exchange.distribution import Asking, Distribution, departments_asked, distribute
from db.log.changes import Recording, recording
from db.log.history import newest_revision, redo, undo
from db.read.table import departments, progress_table
from db.store.working import open_store
from plan.departments import split_label
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.exchange.merging import Text
from plan.exchange.returns import Cell, Return, ReturnState, contribution
from plan.fields import NUMBER
from plan.ids import DepartmentId, RecordId, Source
from plan.table import CellEdit, Column
from tests.db.conftest import empty_store, fill
from tests.db.exchange.ledger import Ledger, Texts
from tests.db.exchange.returning import ASKED, look, rows
from tests.db.file.killing import Countdown
from tests.db.stage import Stage

TEXTS: list[Text] = ["甲", "乙", "１２", "=A1", None]
YEAR = FiscalYear(2021)
texts = st.sampled_from(TEXTS)
places = st.sampled_from([0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 7, 11])
"""Which of several: most often the first, so that people meet in the same cells."""
moments = st.just(0) | st.integers(1, 90)
"""After how many calls that touch a file a process is killed; 0: it is not."""
Step = Callable[[Recording], object]
Moment = tuple[Ledger, object]
"""What a plan was at some moment: what the ledger had, and the plan's every record."""


class Copy:
    """A department file somewhere: its versions, each what it says beyond what was handed out; the newest is last."""

    def __init__(self, handed: Distribution, bases: Texts, versions: list[dict[Cell, Text]]) -> None:
        self.handed, self.bases, self.versions = handed, bases, versions

    def sent(self, back: int, *, workbook: bool) -> Return:
        """One of its versions as it comes back; a workbook cannot count its versions, and says what was filled in."""
        edition = max(1, len(self.versions) - back)
        said = self.versions[edition - 1]
        if workbook:
            return Return("課.xlsx", contribution(self.handed.id, None, said))
        whole = {cell: self.bases[cell] for cell in self.handed.cells()} | said
        return Return("課.ayumid", contribution(self.handed.id, edition, whole))


class Life(RuleBasedStateMachine):
    """What people do with a plan, its files and their copies; after every step the whole proof, against the ledger."""

    copies: list[Copy]
    sent: list[Return]

    @initialize()
    def begin(self) -> None:
        self.folder = Path(mkdtemp(prefix="ayumi-life-"))
        self.store = empty_store(self.folder / "work.db")
        fill(self.store)
        self.stage, self.openings = Stage(self.store), itertools.count()
        self.copies, self.sent, self.typed = [], [], set[str]()
        self.ledger = Ledger(dict.fromkeys(self.asked()))
        self.past: list[Moment] = []
        self.future: list[Moment] = []
        number = Column(NUMBER)  # printed numbers are repeated in real plans, too
        self.do(lambda opened: set_cells(opened, [CellEdit(row, number, "1") for row in rows(self.store)]))
        self.distribute()

    def asked(self) -> list[Cell]:
        """The cells of every row that are asked."""
        return [Cell(row, c.year, c.field.name) for row in rows(self.store) for c in ASKED if c.year is not None]

    def do(self, work: Step, after: Ledger | None = None) -> None:
        """One step, after which the ledger is `after`, where it is given: then nothing else is written, or nothing."""
        before = self.stage.content()
        with recording(self.store, "操作") as door:
            work(door)
        assert after is None or bool(door.changes) == (after is not self.ledger)
        if door.changes:
            self.past.append((self.ledger, before))
            self.future.clear()
            self.ledger = after or self.ledger

    @rule()
    def distribute(self) -> None:
        made: list[Distribution] = []

        def hand_out(door: Recording) -> None:
            wanted = departments_asked(door.connection, ASKED)
            made.extend(distribute(door, wanted, Asking(ASKED)))

        try:
            self.do(hand_out)
        except PlanError:
            assert not rows(self.store)
        for handed in made:
            self.ledger = self.ledger.hand_out(handed.id, handed.cells())
            bases = {cell: self.ledger.texts[cell] for cell in handed.cells()}
            self.copies.append(Copy(handed, bases, [{}]))

    @precondition(lambda self: self.copies)
    @rule(which=places, cell=places, text=texts)
    def fill_in(self, which: int, cell: int, text: Text) -> None:
        copy = self.chosen(which)
        own = copy.handed.cells()
        copy.versions.append(copy.versions[-1] | {own[cell % len(own)]: text})

    @precondition(lambda self: self.copies)
    @rule(which=places, cell=places, text=texts, late=st.booleans())
    def fill_in_and_send(self, which: int, cell: int, text: Text, late: bool) -> None:  # noqa: FBT001 - drawn
        """What was filled in last comes, and perhaps what was mailed before it comes late."""
        self.fill_in(which, cell, text)
        for back in range(1 + late):
            self.sent.append(self.chosen(which).sent(back, workbook=False))
            self.come(self.sent[-1], 0)

    @precondition(lambda self: self.copies)
    @rule(which=places, cell=places, ours=texts, theirs=texts)
    def disagree(self, which: int, cell: int, ours: Text, theirs: Text) -> None:
        own = self.chosen(which).handed.cells()
        place = own[cell % len(own)]
        if place in self.asked():
            self.write(place, ours)
        self.fill_in_and_send(which, cell, theirs, late=False)

    @precondition(lambda self: self.copies)
    @rule(which=places)
    def fork(self, which: int) -> None:
        copy = self.chosen(which)
        self.copies.append(Copy(copy.handed, copy.bases, copy.versions[:]))

    @precondition(lambda self: self.copies)
    @rule(which=places, back=st.sampled_from([0, 0, 0, 1, 2]), workbook=st.booleans(), killed=moments)
    def send(self, which: int, back: int, workbook: bool, killed: int) -> None:  # noqa: FBT001 - drawn by the test
        self.sent.append(self.chosen(which).sent(back, workbook=workbook))
        self.come(self.sent[-1], killed)

    @precondition(lambda self: self.sent)
    @rule(which=places)
    def send_again(self, which: int) -> None:
        self.come(self.sent[which % len(self.sent)], 0)

    def come(self, returned: Return, killed: int) -> None:
        """A return is looked at, taken and taken again: each time it is what the ledger says, and does what it says."""
        given = returned.contribution
        assert given is not None
        (found,) = look(self.store, returned)
        if not self.ledger.knows(given):
            assert found.state is ReturnState.FOREIGN
            return
        assert found.state is self.ledger.verdict(given)
        if found.state.acceptable:
            said = {(cell, text) for cell, text in given.values.items() if cell.assignment in rows(self.store)}
            expected = self.ledger.take(given).conflicts() & said
            assert {(r.cell, r.theirs) for r in found.conflicts} == expected
        if killed:
            self.killed_in(killed, lambda opened: collect(opened, [returned]), self.ledger.take(given))
        for _ in range(2):
            self.do(lambda opened: collect(opened, [returned]), self.ledger.take(given))
        if found.state.acceptable:
            self.typed |= {text for text in given.values.values() if text}

    @rule()
    def send_a_foreign_file(self) -> None:
        foreign = Return("よそ.ayumid", contribution(RecordId("foreign"), 1, {}))
        (found,) = look(self.store, foreign)
        assert found.state is ReturnState.FOREIGN
        self.do(lambda opened: collect(opened, [foreign]), self.ledger)

    @precondition(lambda self: bool(rows(self.store)))
    @rule(row=places, text=texts)
    def edit(self, row: int, text: Text) -> None:
        found = self.asked()
        self.write(found[row % len(found)], text)

    def write(self, cell: Cell, text: Text) -> None:
        """The master's edit."""
        self.typed |= {text} if text else set()
        wanted = [CellEdit(cell.assignment, cell.column, text)]
        self.do(lambda opened: set_cells(opened, wanted), self.ledger.write(cell, text))

    @rule(choice=st.sampled_from(Choice), text=texts, all_of_them=st.booleans(), killed=moments)
    def settle(self, choice: Choice, text: Text, all_of_them: bool, killed: int) -> None:  # noqa: FBT001 - drawn
        with self.store.reading() as connection:
            found = open_conflicts(connection)
        settlements = [Settlement(c, choice, text) for c in (found if all_of_them else found[:1])]
        wanted = {s.conflict.cell: s.wanted(self.ledger.texts[s.conflict.cell]) for s in settlements}
        if wanted and killed and self.killed_in(killed, lambda o: settle(o, settlements), self.ledger.settle(wanted)):
            return
        self.do(lambda opened: settle(opened, settlements), self.ledger.settle(wanted))

    @precondition(lambda self: self.copies)
    @rule(choice=st.sampled_from(Choice), which=places, cell=places)
    def settle_and_hear_again(self, choice: Choice, which: int, cell: int) -> None:
        """The department does not know of the decision: its next edition says once more what it said."""
        self.settle(choice, "手で書いた。", all_of_them=True, killed=0)
        self.fill_in_and_send(which, cell + 1, "続き", late=False)

    @rule(one=places, other=places)
    def merge_departments(self, one: int, other: int) -> None:
        first, second = self.office(one), self.office(other)
        if first != second:
            self.do(lambda opened: merge_department(opened, first, second, YEAR))

    @rule(one=places)
    def rename_a_department(self, one: int) -> None:
        self.do(lambda opened: rename_department(opened, self.office(one), "新しい課", YEAR))

    @precondition(lambda self: bool(rows(self.store)))
    @rule(row=places, into=st.sampled_from(["消防課", "防災課(地域係)", "広報課"]))
    def split_a_department(self, row: int, into: str) -> None:
        with self.store.reading() as connection:
            found = progress_table(connection).rows
            labels = {d.id: d.label for d in departments(connection)}
        chosen = found[row % len(found)]
        if labels[chosen.department] != into:
            self.do(lambda o: split_department(o, chosen.department, [chosen.id], split_label(into), YEAR))

    @precondition(lambda self: len(rows(self.store)) > 1)
    @rule(row=places, gone=st.booleans())
    def end_or_remove_a_row(self, row: int, gone: bool) -> None:  # noqa: FBT001 - drawn by the test
        found = rows(self.store)
        chosen = found[row % len(found)]
        if gone:
            self.do(lambda opened: remove_assignments(opened, [chosen]))
        else:
            self.do(lambda opened: end_assignments(opened, [chosen], FiscalYear(2020), "終了"))

    @precondition(lambda self: bool(rows(self.store)))
    @rule(row=places)
    def add_a_row(self, row: int) -> None:
        with self.store.reading() as connection:
            found = progress_table(connection).rows
        beside = found[row % len(found)]
        new = NewAssignment(beside.content, beside.department, number="1")
        self.do(lambda opened: add_assignments(opened, [new], after=beside.id))
        missing = dict.fromkeys(cell for cell in self.asked() if cell not in self.ledger.texts)
        self.ledger = Ledger({**self.ledger.texts, **missing}, self.ledger.done, self.ledger.against)

    @rule(steps=st.integers(1, 3), again=st.booleans(), killed=moments)
    def undo(self, steps: int, again: bool, killed: int) -> None:  # noqa: FBT001 - drawn by the test
        if killed and self.past:
            self.killed_while_undoing(killed)
        for _ in range(steps):
            now = self.ledger, self.stage.content()
            assert (undo(self.store) is not None) == bool(self.past)
            if self.past:
                self.went(self.past, self.future, now)
        while again and self.future:
            now = self.ledger, self.stage.content()
            assert redo(self.store) is not None
            self.went(self.future, self.past, now)

    def went(self, past: list[Moment], future: list[Moment], now: Moment) -> None:
        """A step back, or on: the plan is as it was there, to the last record."""
        future.append(now)
        self.ledger, content = past.pop()
        assert self.stage.content() == content

    @rule()
    def close_and_open_again(self) -> None:
        before = self.stage.content()
        self.open_again()
        assert self.stage.content() == before

    def open_again(self) -> None:
        """Close, and open as the next session does."""
        self.store.close()
        numbers, session = itertools.count(), next(self.openings)
        source = Source(new_id=lambda: RecordId(f"session-{session:04d}-{next(numbers):06d}"))
        self.store = open_store(self.store.path, self.store.actor, source)
        self.stage = Stage(self.store)

    def killed_in(self, moment: int, work: Step, after: Ledger) -> bool:
        """A process is killed while it takes a step: the step is there, whole, or it is not there at all."""
        before = self.ledger, self.stage.content()
        if not self.killed(moment, lambda: self.run(work)):
            assert self.stage.content() == before[1]
            return False
        self.past.append(before)
        self.future.clear()
        self.ledger = after
        return True

    def killed_while_undoing(self, moment: int) -> None:
        """Likewise."""
        now = self.ledger, self.stage.content()
        if self.killed(moment, lambda: undo(self.store)):
            self.went(self.past, self.future, now)
        else:
            assert self.stage.content() == now[1]

    def run(self, work: Step) -> None:
        """One step, told to nobody."""
        with recording(self.store, "操作") as door:
            work(door)

    def killed(self, moment: int, life: Callable[[], object]) -> bool:
        """Let another process live until it has made so many calls that touch a file; whether it left a step."""
        before = self.revision()
        self.store.close()
        with warnings.catch_warnings(action="ignore"):  # newer Pythons warn of forking beside threads
            child = os.fork()
        if child == 0:
            self.open_again()
            sys.setprofile(Countdown(moment))
            life()
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(child, 0)
        self.open_again()
        assert self.revision() in (before, before + 1)
        return self.revision() > before

    def revision(self) -> int:
        """How far the history goes."""
        with self.store.reading() as connection:
            return newest_revision(connection)

    @invariant()
    def the_plan_says_what_the_ledger_says(self) -> None:
        if not hasattr(self, "ledger"):
            return
        living = set(self.asked())
        with self.store.reading() as connection:
            assert texts_now(connection, rows(self.store), ASKED) == {c: self.ledger.texts[c] for c in living}
            found = {(c.cell, c.ours, c.theirs) for c in open_conflicts(connection)}
        assert found == {(c, self.ledger.texts[c], text) for c, text in self.ledger.conflicts() if c in living}

    @invariant()
    def nothing_that_was_written_or_taken_is_lost(self) -> None:
        if not hasattr(self, "ledger"):
            return
        kept = self.stage.written()
        assert all(text in kept for text in self.typed)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def chosen(self, which: int) -> Copy:
        """One of the copies."""
        return self.copies[which % len(self.copies)]

    def office(self, which: int) -> DepartmentId:
        """One of the departments, also of those that have ended."""
        with self.store.reading() as connection:
            found = departments(connection)
        return found[which % len(found)].id
