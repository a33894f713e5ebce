"""Random lives of a plan and its departments' files: whatever people do, in whatever order, everything still holds."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.changes import dump, recording
from db.conflicts import Choice, Settlement, open_conflicts, settle
from db.distribution import Distribution, distributions
from db.history import events, redo, undo
from db.merge import ground, merged
from db.structure import end_assignment, merge_department, remove_assignments
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.ids import RecordId
from plan.merging import Text
from plan.returns import Cell, Return, ReturnState, contribution
from tests.db.conftest import empty_store, fill
from tests.db.returning import ASKED, answer, edit, hand_out, rows, take
from tests.thorough import thorough

TEXTS: list[Text] = ["甲", "乙", "１２", "=A1", None]
texts = st.sampled_from(TEXTS)
places = st.integers(0, 99)


class Copy:
    """A department file somewhere: what it says beyond what was handed out, and its edition."""

    def __init__(self, handed: Distribution, texts: dict[Cell, Text], edition: int) -> None:
        self.handed, self.texts, self.edition = handed, texts, edition


class Life(RuleBasedStateMachine):
    """What people do with a plan, its files and their copies; after every step the whole proof."""

    copies: list[Copy]
    sent: list[Return]

    @initialize()
    def begin(self) -> None:
        self.folder = Path(mkdtemp(prefix="ayumi-life-"))
        self.store = empty_store(self.folder / "work.db")
        fill(self.store)
        self.copies, self.sent, self.typed = [], [], set[str]()

    @rule()
    def distribute(self) -> None:
        try:
            self.copies += [Copy(handed, {}, 1) for handed in hand_out(self.store)]
        except PlanError:
            assert not rows(self.store)

    @precondition(lambda self: self.copies)
    @rule(which=places, cell=places, text=texts)
    def fill_in(self, which: int, cell: int, text: Text) -> None:
        copy = self.chosen(which)
        own = copy.handed.cells()
        copy.texts = copy.texts | {own[cell % len(own)]: text}
        copy.edition += 1

    @precondition(lambda self: self.copies)
    @rule(which=places)
    def fork(self, which: int) -> None:
        copy = self.chosen(which)
        self.copies.append(Copy(copy.handed, dict(copy.texts), copy.edition))

    @precondition(lambda self: self.copies)
    @rule(which=places, workbook=st.booleans())
    def send(self, which: int, workbook: bool) -> None:  # noqa: FBT001 - drawn by the test
        copy = self.chosen(which)
        if self.known(copy.handed):
            returned = answer(self.store, copy.handed, copy.texts, None if workbook else copy.edition)
            (found,) = take(self.store, returned)
            assert found.state is not ReturnState.ALTERED
            self.sent.append(returned)
            if found.state.acceptable and returned.contribution is not None:
                self.typed |= {text for text in copy.texts.values() if text}

    @precondition(lambda self: self.sent)
    @rule(which=places)
    def send_again(self, which: int) -> None:
        """What was taken once, or is older than what was, changes nothing, unless its taking was undone."""
        before = self.everything()
        (found,) = take(self.store, self.sent[which % len(self.sent)])
        if not found.state.acceptable:
            assert self.everything() == before

    @rule()
    def send_a_foreign_file(self) -> None:
        before = self.everything()
        (found,) = take(self.store, Return("よそ.ayumid", contribution(RecordId("foreign"), 1, {})))
        assert (found.state, self.everything()) == (ReturnState.FOREIGN, before)

    @precondition(lambda self: bool(rows(self.store)))
    @rule(row=places, column=st.integers(0, 1), text=texts)
    def edit(self, row: int, column: int, text: Text) -> None:
        found, asked = rows(self.store), ASKED[column]
        assert asked.year is not None
        self.typed |= {text} if text else set()
        edit(self.store, Cell(found[row % len(found)], asked.year, asked.field.name), text)

    @rule(choice=st.sampled_from(Choice), text=texts, all_of_them=st.booleans())
    def settle(self, choice: Choice, text: Text, all_of_them: bool) -> None:  # noqa: FBT001 - drawn by the test
        with recording(self.store, "食い違いの解決") as opened:
            found = open_conflicts(opened.connection)
            settle(opened, [Settlement(c, choice, text) for c in (found if all_of_them else found[:1])])
            left = open_conflicts(opened.connection)
        assert not (all_of_them and left)

    @rule(one=places, other=places)
    def merge_departments(self, one: int, other: int) -> None:
        with self.store.reading() as connection:
            known = [d for (d,) in connection.exec_driver_sql("SELECT id FROM department ORDER BY id")]
        first, second = known[one % len(known)], known[other % len(known)]
        if first != second:
            with recording(self.store, "統合") as opened:
                merge_department(opened, first, second, FiscalYear(2021))

    @precondition(lambda self: len(rows(self.store)) > 1)
    @rule(row=places, gone=st.booleans())
    def end_or_remove_a_row(self, row: int, gone: bool) -> None:  # noqa: FBT001 - drawn by the test
        found = rows(self.store)
        with recording(self.store, "行の終了") as opened:
            if gone:
                remove_assignments(opened, [found[row % len(found)]])
            else:
                end_assignment(opened, found[row % len(found)], FiscalYear(2021), "終了")

    @rule(steps=st.integers(1, 3), again=st.booleans())
    def undo(self, steps: int, again: bool) -> None:  # noqa: FBT001 - drawn by the test
        before = self.everything()
        done = [undo(self.store) for _ in range(steps)]
        if again and None not in done:
            for _ in done:
                assert redo(self.store) is not None
            assert self.everything() == before
        elif not self.plan_stands():
            while redo(self.store) is not None:  # the plan itself was undone: nobody goes on from there
                pass

    @invariant()
    def the_plan_shows_what_the_set_says(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.reading() as connection:
            handed = [d.id for d in distributions(connection)]
            base = ground(connection, handed)
            cells = {cell for r in base.receipts for cell in r.said}
            for m in merged(base, [], cells):
                assert m.gone or m.now == m.outcome.text, m
            wanted = {(m.cell, s.text) for m in merged(base, [], cells) if not m.gone for s in m.outcome.theirs}
            assert wanted == {(c.cell, c.theirs) for c in open_conflicts(connection)}

    @invariant()
    def nothing_that_was_taken_is_lost(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.reading() as connection:
            kept = "\n".join(str(e.change.after) for e in events(connection))
        assert all(text in kept for text in self.typed)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def chosen(self, which: int) -> Copy:
        return self.copies[which % len(self.copies)]

    def known(self, handed: Distribution) -> bool:
        with self.store.reading() as connection:
            return any(d.id == handed.id for d in distributions(connection))

    def plan_stands(self) -> bool:
        with self.store.reading() as connection:
            return bool(connection.exec_driver_sql("SELECT count(*) FROM plan").scalar())

    def everything(self) -> object:
        with self.store.reading() as connection:
            return dump(connection)


def test_whatever_people_do_everything_still_holds() -> None:
    run_state_machine_as_test(Life, settings=settings(thorough(12), stateful_step_count=30))
