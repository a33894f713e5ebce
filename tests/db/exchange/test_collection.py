"""Returns are taken as a set: what they change, what conflicts, what stays closed (every test is undone and redone)."""

import pytest

from db.edit.structure import (
    NewAssignment,
    add_assignments,
    end_assignments,
    merge_department,
    remove_assignments,
    rename_department,
    split_department,
)
from db.exchange import collection
from db.exchange.added_rows import accept, decline, proposals
from db.exchange.conflicts import Choice, Conflict, Settlement, open_conflicts, settle
from db.exchange.distribution import distributions
from db.exchange.examination import weigh
from db.exchange.merge import ground
from db.log.changes import dump, recording
from db.log.history import undo
from db.read.table import progress_table
from db.store.working import Store
from plan.departments import split_label
from plan.era import FiscalYear
from plan.exchange.returns import AddedRow, Cell, Return, ReturnState, contribution
from plan.findings import Severity
from plan.ids import AssignmentId, RecordId
from tests.db.exchange.returning import YEAR, answer, edit, evaluation, hand_out, look, rows, take, text


def conflicts(store: Store) -> list[Conflict]:
    with store.reading() as connection:
        return open_conflicts(connection)


def decide(store: Store, choice: Choice, wanted: str | None = None) -> None:
    with recording(store, "食い違いの解決") as door:
        settle(door, [Settlement(c, choice, wanted) for c in open_conflicts(door.connection)])


def everything(store: Store) -> object:
    with store.reading() as connection:
        return dump(connection)


def test_what_only_the_department_changed_is_taken(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    (found,) = take(store, answer(store, handed[0], {cell: "実施した。"}))
    assert (found.state, len(found.taken), found.conflicts) == (ReturnState.NEW, 1, [])
    assert text(store, cell) == "実施した。"


def test_examining_tells_the_same_and_writes_nothing(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    before = everything(store)
    returned = answer(store, handed[0], {cell: "実施した。"})
    (found,) = look(store, returned)
    assert everything(store) == before
    (done,) = take(store, returned)
    assert (found.taken, found.same, found.conflicts) == (done.taken, done.same, done.conflicts)


def test_what_was_examined_is_what_is_taken_and_anew_where_the_plan_moved_on_since(store: Store) -> None:
    handed = hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[:2])
    with store.reading() as connection:
        weighed = weigh(connection, [answer(store, handed[0], {first: "甲"})], store.source.new_id)
        late = weigh(connection, [answer(store, handed[1], {second: "乙"})], store.source.new_id)
    with recording(store, "回収") as door:
        assert collection.take(door, weighed) is weighed.examined
    assert text(store, first) == "甲"
    edit(store, second, "主管で書いた。")
    with recording(store, "回収") as door:
        (found,) = collection.take(door, late)
    assert [(c.ours, c.theirs) for c in found.conflicts] == [("主管で書いた。", "乙")]
    assert text(store, second) == "主管で書いた。"


def test_what_only_the_master_changed_stays(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    edit(store, cell, "主管で書いた。")
    take(store, answer(store, handed[0], {}))
    assert text(store, cell) == "主管で書いた。"
    assert not conflicts(store)


def test_the_same_text_on_both_sides_is_quiet(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    edit(store, cell, "した。")
    (found,) = take(store, answer(store, handed[0], {cell: "した。"}))
    assert (found.same, found.taken, found.conflicts) == (1, [], [])
    assert not conflicts(store)


def test_a_conflict_shows_base_ours_and_theirs_and_leaves_the_masters_text(store: Store) -> None:
    cell = evaluation(rows(store)[0])
    edit(store, cell, "配ったとき")
    handed = hand_out(store)
    edit(store, cell, "主管")
    take(store, answer(store, handed[0], {cell: "部署"}))
    (found,) = conflicts(store)
    assert (found.base, found.ours, found.theirs) == ("配ったとき", "主管", "部署")
    assert (found.row.number, found.row.label) == ("1", "広報課")
    assert text(store, cell) == "主管"


@pytest.mark.parametrize(
    ("choice", "wanted", "outcome"),
    [(Choice.OURS, None, "主管"), (Choice.THEIRS, None, "部署"), (Choice.TEXT, "両方\r\n書く", "両方\n書く")],
)
def test_a_settled_conflict_stays_settled_when_the_file_comes_again(
    store: Store, choice: Choice, wanted: str | None, outcome: str
) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    edit(store, cell, "主管")
    returned = answer(store, handed[0], {cell: "部署"})
    take(store, returned)
    decide(store, choice, wanted)
    settled = everything(store)
    (again,) = take(store, returned)
    assert (again.state, everything(store)) == (ReturnState.ALREADY, settled)
    take(store, answer(store, handed[0], {cell: "部署"}, 2))
    assert (text(store, cell), conflicts(store)) == (outcome, [])


def test_a_conflict_that_an_edit_ended_does_not_come_up_when_the_cell_is_written_again(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    edit(store, cell, "主管")
    take(store, answer(store, handed[0], {cell: "部署"}))
    edit(store, cell, "部署")
    assert not conflicts(store)
    edit(store, cell, "書き直し")
    assert not conflicts(store)
    for _ in range(2):
        undo(store)
    assert [c.theirs for c in conflicts(store)] == ["部署"]


def test_a_newer_edition_takes_the_place_of_the_older_without_a_conflict(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    take(store, answer(store, handed[0], {cell: "一稿"}, 1))
    (found,) = take(store, answer(store, handed[0], {cell: "二稿"}, 2))
    assert len(found.taken) == 1
    assert (text(store, cell), conflicts(store)) == ("二稿", [])


def test_a_newer_edition_that_takes_a_text_back_brings_the_base_back(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    take(store, answer(store, handed[0], {cell: "一稿"}, 1))
    take(store, answer(store, handed[0], {}, 2))
    assert text(store, cell) is None


def test_an_older_edition_never_wins(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    take(store, answer(store, handed[0], {cell: "二稿"}, 2))
    before = everything(store)
    (found,) = take(store, answer(store, handed[0], {cell: "一稿"}, 1))
    assert found.state is ReturnState.OLDER
    assert everything(store) == before


def test_forked_copies_are_both_kept_and_their_difference_is_a_conflict(store: Store) -> None:
    handed = hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, answer(store, handed[1], {first: "甲", second: "一致"}))
    (found,) = take(store, answer(store, handed[1], {first: "乙", second: "一致"}))
    assert found.state is ReturnState.FORKED
    assert [(c.ours, c.theirs) for c in conflicts(store)] == [("甲", "乙")]
    assert (text(store, first), text(store, second)) == ("甲", "一致")
    with recording(store, "食い違いの解決") as door:
        settle(door, [Settlement(c, Choice.THEIRS) for c in open_conflicts(door.connection) if c.theirs == "乙"])
    assert (text(store, first), conflicts(store)) == ("乙", [])


def book(store: Store, texts: dict[Cell, str | None], person: str = "") -> Return:
    """A questionnaire of the second department on its way back: only what was filled in."""
    with store.reading() as connection:
        handed = distributions(connection)[1]
    return Return(f"防災課_{person}.xlsx", contribution(handed.id, None, texts), person=person)


def test_a_corrected_workbook_stands_in_the_place_of_the_one_before(store: Store) -> None:
    hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, book(store, {first: "10", second: "続けた。"}))
    (found,) = take(store, book(store, {first: "12", second: "続けた。"}))
    assert ([(c.cell, c.theirs) for c in found.taken], found.conflicts) == ([(first, "12")], [])
    assert (found.number, found.replaces) == (2, ("防災課_.xlsx",))
    assert (text(store, first), conflicts(store)) == ("12", [])
    undo(store)
    assert text(store, first) == "10"


def test_an_accepted_text_stays_until_the_conflict_with_another_persons_copy_is_settled(store: Store) -> None:
    hand_out(store)
    cell = evaluation(rows(store)[1])
    take(store, book(store, {cell: "10"}, "甲野"))
    (found,) = take(store, book(store, {cell: "12"}, "乙川"))
    assert (found.taken, [(c.ours, c.theirs) for c in found.conflicts], found.replaces) == ([], [("10", "12")], ())
    assert text(store, cell) == "10"
    (conflict,) = conflicts(store)
    assert (conflict.ours, conflict.theirs, conflict.file, conflict.person) == (
        "10",
        "12",
        "防災課_乙川.xlsx",
        "乙川",
    )


@pytest.mark.parametrize(("choice", "outcome"), [(Choice.OURS, "10"), (Choice.THEIRS, "12"), (Choice.TEXT, "11")])
def test_between_two_copies_a_decision_stays_closed(store: Store, choice: Choice, outcome: str) -> None:
    hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, book(store, {first: "10"}, "甲野"))
    take(store, book(store, {first: "12"}, "乙川"))
    decide(store, choice, "11")
    assert (text(store, first), conflicts(store)) == (outcome, [])
    take(store, book(store, {first: "12", second: "続けた。"}, "乙川"))
    assert (text(store, first), text(store, second), conflicts(store)) == (outcome, "続けた。", [])


def test_of_two_workbooks_that_come_together_neither_vanishes(store: Store) -> None:
    hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, book(store, {first: "10"}), book(store, {first: "12", second: "続けた。"}))
    assert {c.theirs for c in conflicts(store)} == {"10", "12"}
    assert (text(store, first), text(store, second)) == (None, "続けた。")


def test_a_later_workbook_that_answers_less_takes_nothing_away(store: Store) -> None:
    hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, book(store, {first: "10", second: "続けた。"}))
    (found,) = take(store, book(store, {second: "やめた。"}))
    assert (text(store, first), text(store, second)) == ("10", "続けた。")
    assert [(c.ours, c.theirs) for c in found.conflicts] == [("続けた。", "やめた。")]


def test_an_answer_that_a_later_workbook_leaves_out_stays_and_is_told(store: Store) -> None:
    hand_out(store)
    first, second = (evaluation(row) for row in rows(store)[1:3])
    take(store, book(store, {first: "10", second: "続けた。"}))
    (found,) = take(store, book(store, {second: "続けた。"}))
    assert (text(store, first), text(store, second), conflicts(store)) == ("10", "続けた。", [])
    (told,) = (f for f in found.findings if f.check == "answer_withdrawn")
    assert (told.severity, told.place.year, told.place.field) == (Severity.WARNING, first.year, first.column.field)
    assert "前の返送" in str(told.sentence)


def test_an_edit_of_a_taken_text_is_not_questioned_by_the_next_edition_that_repeats_it(store: Store) -> None:
    handed = hand_out(store)
    cell, other = (evaluation(row) for row in rows(store)[1:3])
    take(store, answer(store, handed[1], {cell: "実施しだ。"}, 1))
    edit(store, cell, "実施した。")
    take(store, answer(store, handed[1], {cell: "実施しだ。", other: "後から"}, 2))
    assert (text(store, cell), text(store, other), conflicts(store)) == ("実施した。", "後から", [])


def test_two_rounds_do_not_disagree_with_each_other(store: Store) -> None:
    cell = evaluation(rows(store)[0])
    first = hand_out(store)
    take(store, answer(store, first[0], {cell: "一回目"}))
    second = hand_out(store)
    take(store, answer(store, second[0], {cell: "二回目"}))
    assert (text(store, cell), conflicts(store)) == ("二回目", [])


def test_a_workbook_and_a_file_with_the_same_answers_give_the_same_plan(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    (by_file,) = take(store, answer(store, handed[0], {cell: "した。"}, 1))
    as_file = text(store, cell)
    undo(store)
    (by_workbook,) = take(store, answer(store, handed[0], {cell: "した。"}, None))
    assert as_file == text(store, cell)
    assert by_file.taken == by_workbook.taken


def test_undoing_a_collection_takes_its_receipt_back(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    before = everything(store)
    returned = answer(store, handed[0], {cell: "した。"})
    take(store, returned)
    undo(store)
    assert everything(store) == before
    assert look(store, returned)[0].state is ReturnState.NEW


def test_values_outside_of_what_was_asked_are_refused(store: Store) -> None:
    handed = hand_out(store)
    stranger = evaluation(rows(store)[3])
    before = everything(store)
    (found,) = take(store, answer(store, handed[0], {stranger: "よその行"}))
    assert (found.state, found.taken) == (ReturnState.ALTERED, [])
    assert "1.ayumid" in str(found.refusal)
    assert everything(store) == before


def test_a_file_that_leaves_asked_cells_out_is_refused_but_a_workbook_is_not(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    part = {cell: "した。"}
    as_file = Return("課.ayumid", contribution(handed[0].id, 1, part))
    as_workbook = Return("課.xlsx", contribution(handed[0].id, None, part))
    assert [f.state for f in look(store, as_file, as_workbook)] == [ReturnState.ALTERED, ReturnState.NEW]


def test_a_file_of_another_plan_is_refused(store: Store) -> None:
    hand_out(store)
    foreign = Return("よその課.ayumid", contribution(RecordId("0"), 1, {}))
    (found,) = take(store, foreign)
    assert found.state is ReturnState.FOREIGN
    assert "よその課.ayumid" in str(found.refusal)


def test_rows_that_moved_ended_or_went_are_handled_and_said(store: Store) -> None:
    handed = hand_out(store)
    moved, gone = rows(store)[1:3]
    with recording(store, "統合") as door:
        merge_department(door, handed[1].department, handed[2].department, FiscalYear(2021))
        end_assignments(door, [moved], FiscalYear(2019), "終了")
        remove_assignments(door, [gone])
    texts = {evaluation(moved): "した。", evaluation(gone): "消えた行"}
    (found,) = take(store, answer(store, handed[1], texts))
    assert [r.theirs for r in found.taken] == ["した。"]
    assert [r.theirs for r in found.refused] == ["消えた行"]
    said = " ".join(str(f.sentence) for f in found.findings)
    assert all(word in said for word in ("へ移っています", "で終了しています", "削除されています"))
    with store.reading() as connection:
        row = next(r for r in progress_table(connection).rows if r.id == moved)
    assert (row.department, row.cells[3]) == (handed[2].department, "生涯学習課(図書館)(旧防災課)")
    assert text(store, evaluation(moved)) == "した。"


def test_a_renamed_department_still_returns_into_its_rows(store: Store) -> None:
    handed = hand_out(store)
    with recording(store, "改称") as door:
        rename_department(door, handed[0].department, "広報広聴課", FiscalYear(2021))
    cell = evaluation(rows(store)[0])
    take(store, answer(store, handed[0], {cell: "した。"}))
    assert text(store, cell) == "した。"


def proposal(store: Store, texts: str = "新しく始めた。") -> AddedRow:
    with store.reading() as connection:
        project = progress_table(connection).rows[1].project
    row = AssignmentId(RecordId("added-1"))
    return AddedRow(row, project, "動画での周知", None, ((YEAR, "evaluation", texts),))


def test_an_added_row_is_a_proposal_until_it_is_accepted_and_then_lives_with_its_file(store: Store) -> None:
    handed = hand_out(store)
    (found,) = take(store, answer(store, handed[1], {}, 1, added=[proposal(store)]))
    assert [row.content for row in found.proposals] == ["動画での周知"]
    assert len(rows(store)) == 4
    with recording(store, "提案の採用") as door:
        accept(door, proposals(door.connection))
    with store.reading() as connection:
        assert not proposals(connection)
    new = evaluation(AssignmentId(RecordId("added-1")))
    assert text(store, new) == "新しく始めた。"
    take(store, answer(store, handed[1], {}, 2, added=[proposal(store, "二稿")]))
    assert text(store, new) == "二稿"


def test_a_declined_row_does_not_come_up_again(store: Store) -> None:
    handed = hand_out(store)
    take(store, answer(store, handed[1], {}, 1, added=[proposal(store)]))
    with recording(store, "提案の見送り") as door:
        decline(door, proposals(door.connection))
    take(store, answer(store, handed[1], {}, 2, added=[proposal(store, "二稿")]))
    with store.reading() as connection:
        assert not proposals(connection)
    assert len(rows(store)) == 4


def test_an_added_row_that_was_handed_out_since_as_a_row_of_the_plan_is_still_its_own_file_s(store: Store) -> None:
    handed = hand_out(store)
    take(store, answer(store, handed[1], {}, 1, added=[proposal(store)]))
    with recording(store, "提案の採用") as door:
        accept(door, proposals(door.connection))
    new = evaluation(AssignmentId(RecordId("added-1")))
    assert any(new in d.cells() for d in hand_out(store))
    (found,) = take(store, answer(store, handed[1], {}, 2, added=[proposal(store, "二稿")]))
    assert found.state is ReturnState.NEW
    assert [(c.ours, c.theirs) for c in conflicts(store)] == [("新しく始めた。", "二稿")]


def proposed_home(store: Store) -> str:
    with store.reading() as connection:
        (found,) = proposals(connection)
    return found.label


def test_a_proposed_row_follows_its_department_through_renaming_and_splitting(store: Store) -> None:
    with recording(store, "行の追加") as door:
        table = progress_table(door.connection).rows
        (elsewhere,) = add_assignments(door, [NewAssignment(table[3].content, table[1].department)])
    handed = hand_out(store)
    with recording(store, "改称") as door:
        office = rename_department(door, table[1].department, "危機管理課", FiscalYear(2020))
    take(store, answer(store, handed[1], {}, 1, added=[proposal(store)]))
    assert proposed_home(store) == "危機管理課"
    with recording(store, "分割") as door:
        split_department(door, office, [elsewhere], split_label("講座課"), FiscalYear(2021))
    assert proposed_home(store) == "危機管理課"  # which lives on
    with recording(store, "分割") as door:
        split_department(door, office, [row.id for row in table[1:3]], split_label("防災課"), FiscalYear(2021))
    assert proposed_home(store) == "防災課"  # which has the project's other rows
    with recording(store, "提案の採用") as door:
        accept(door, proposals(door.connection))
    with store.reading() as connection:
        added = next(row for row in progress_table(connection).rows if row.id == RecordId("added-1"))
    assert added.cells[3] == "防災課"


def test_an_added_row_cannot_reach_a_row_that_is_there(store: Store) -> None:
    handed = hand_out(store)
    victim = rows(store)[3]
    row = AddedRow(victim, proposal(store).project, "乗っ取り", None, ((YEAR, "evaluation", "よそ"),))
    (found,) = take(store, answer(store, handed[1], {}, 1, added=[row]))
    assert found.state is ReturnState.ALTERED
    assert text(store, evaluation(victim)) is None


def test_what_the_plan_shows_is_what_the_set_says(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[1])
    take(store, answer(store, handed[1], {cell: "甲"}))
    edit(store, cell, "乙")
    with store.reading() as connection:
        found = ground(connection, [handed[1].id])
    assert found.traces.text_now(cell) == "乙"
    assert found.traces.text_at(cell, handed[1].position) is None
