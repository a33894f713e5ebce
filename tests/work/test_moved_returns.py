"""Whatever was sorted, shifted and copied in workbooks, the plan says what their own rows were answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edit.structure import NewAssignment, add_assignments
from db.exchange.cell_history import texts_now
from db.exchange.conflicts import open_conflicts
from db.exchange.distribution import Distribution
from db.log.changes import recording
from db.log.history import undo
from db.read.table import progress_table
from imports.files.workbook import read_sheets
from plan.exchange.returns import Cell, Return
from tests.db.exchange.ledger import Ledger
from tests.db.exchange.returning import ASKED, edit, evaluation, hand_out, rows, take
from tests.db.stage import Picture, Stage, small_plan
from tests.imports.questionnaire.moving import MOVES, block_of, sheet_of, stretches
from tests.imports.questionnaire.test_moved_cells import Sent, fill_in, placed, prove, returned
from tests.thorough import thorough
from work.questionnaires import questionnaire

MORE = ("4", "", "", "6", "6")
"""The numbers of the rows that the department has beside its own: some have none, two have the same."""


@dataclass(frozen=True)
class Office:
    """A plan that was handed out, the department whose workbooks come back, and its workbook."""

    stage: Stage
    picture: Picture
    handed: Distribution
    sent: Sent
    ledger: Ledger


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    stage = small_plan(tmp_path_factory.mktemp("plan") / "plan.db")
    with stage.store.reading() as connection:
        found = progress_table(connection).rows
    beside = found[1]
    new = [NewAssignment(found[n % 4].content, beside.department, number=text or None) for n, text in enumerate(MORE)]
    with recording(stage.store, "行の追加") as door:
        add_assignments(door, new, after=beside.id)
    edit(stage.store, evaluation(rows(stage.store)[1]), "前の文章")
    own = [Cell(row, c.year, c.field.name) for row in rows(stage.store) for c in ASKED if c.year is not None]
    with stage.store.reading() as connection:
        ledger = Ledger(texts_now(connection, rows(stage.store), ASKED))
    handed = hand_out(stage.store)
    for each in handed:
        ledger = ledger.hand_out(each.id, each.cells())
    chosen = next(each for each in handed if each.department == beside.department)
    assert set(chosen.cells()) < set(own)
    with stage.store.reading() as connection:
        book = questionnaire(connection, chosen)
    yield Office(stage, stage.picture(), chosen, placed(read_sheets(book, "調査票.xlsx")), ledger)
    stage.store.close()


def sent_back(office: Office, mark: str, data: st.DataObject, random: Random) -> Return:
    """A workbook in which some cells were filled in, and some of its cells moved."""
    sent, count = office.sent, len(office.handed.rows)
    block = block_of(sent.table, count)
    texts = fill_in(block, sent.places, random, mark)
    asked = sorted({column for _, column in sent.places.values()})
    for move in data.draw(st.lists(st.sampled_from(MOVES), max_size=3)):
        move(block, data.draw(st.sampled_from(list(stretches(block.width, asked)))), random)
    found = returned(sent.sheets, sheet_of(block, sent.table))
    prove(found, block, texts)
    return found


def agrees(office: Office, ledger: Ledger) -> None:
    """The plan says what the ledger says, and nothing else waits for a decision."""
    store = office.stage.store
    with store.reading() as connection:
        assert texts_now(connection, rows(store), ASKED) == ledger.texts
        waiting = {(c.cell, c.theirs) for c in open_conflicts(connection)}
    assert waiting == ledger.conflicts()


@given(
    data=st.data(),
    random=st.randoms(use_true_random=False),
    marks=st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=4),
)
@thorough(40)
def test_workbooks_whose_cells_were_moved_are_merged_by_what_their_own_rows_say(
    office: Office, data: st.DataObject, random: Random, marks: Sequence[str]
) -> None:
    """The same mark again is the same answer again; between two returns the coordinator may write, too."""
    store, ledger, past = office.stage.store, office.ledger, list[object]()
    office.stage.put_back(office.picture)
    for mark in marks:
        past.append(office.stage.content())
        if data.draw(st.booleans()):
            cell = data.draw(st.sampled_from(office.handed.cells()))
            edit(store, cell, f"計画{mark}")
            ledger = ledger.write(cell, f"計画{mark}")
        past.append(office.stage.content())
        answer = sent_back(office, mark, data, random)
        assert answer.contribution is not None
        ledger = ledger.take(answer.contribution)
        take(store, answer)
        agrees(office, ledger)
    taken_back(office, past)


def taken_back(office: Office, past: Sequence[object]) -> None:
    """Each step is undone, and the plan is each time what it was."""
    for before in reversed(past):
        if office.stage.content() != before:
            undo(office.stage.store)
        assert office.stage.content() == before
