"""The board knows who was asked, who answered and what is missing; distributions are refused where nobody could."""

from datetime import date

import pytest

from db.edit.cells import set_cells
from db.edit.structure import end_assignments, merge_department, remove_assignments, split_department
from db.exchange.board import Progress, Standing, board, reminder
from db.exchange.distribution import (
    EXCEL,
    FILE,
    Asking,
    Distribution,
    chosen_departments,
    departments_asked,
    distribute,
    distributions,
    due_columns,
    usual_columns,
)
from db.exchange.finding_json import pack_findings, unpack_findings
from db.exchange.receipts import looked_at
from db.log.changes import recording
from db.read.row_names import row_facts
from db.read.table import departments, progress_table
from db.store.working import Store
from plan.departments import split_label
from plan.era import FiscalYear
from plan.errors import PlanError, say
from plan.exchange.returns import Cell, Return, contribution, left_blank
from plan.fields import BASELINE_AND_GOAL, CONTENT, EVALUATION, GRADE, NUMBER, TARGET
from plan.findings import Finding, Place, Severity
from plan.ids import AssignmentId
from plan.table import CellEdit, Column
from tests.db.exchange.returning import ASKED, YEAR, answer, edit, evaluation, hand_out, rows, take

BEFORE, DUE, AFTER = date(2021, 5, 1), date(2021, 5, 31), date(2021, 6, 1)


def hand_out_until(store: Store, due: date, kind: str = FILE) -> None:
    with recording(store, "配布") as door:
        wanted = departments_asked(door.connection, ASKED)
        distribute(door, wanted, Asking(ASKED, due, "よろしくお願いします。", "企画課 青葉", kind))


def shown(store: Store, today: date = BEFORE) -> dict[str, Standing]:
    with store.reading() as connection:
        return {s.label: s for s in board(connection, today)}


def states(store: Store, today: date = BEFORE) -> list[Progress]:
    return [s.state for s in shown(store, today).values()]


def distributions_of(store: Store) -> list[Distribution]:
    with store.reading() as connection:
        return distributions(connection)


def completed(store: Store, number: int) -> Return:
    handed = distributions_of(store)[number]
    said = contribution(handed.id, 1, dict.fromkeys(handed.cells(), "した。"), complete=True)
    return Return("f.ayumid", said)


def test_who_was_not_sent_anything_is_on_the_board(store: Store) -> None:
    assert states(store) == [Progress.NOT_SENT] * 3


def test_every_state_is_told_from_what_was_sent_taken_and_said(store: Store) -> None:
    hand_out_until(store, DUE)
    assert states(store) == [Progress.SENT] * 3
    with store.reading() as connection:
        first = distributions(connection)[0]
    cell = next(iter(first.cells()))
    take(store, answer(store, first, {cell: "途中"}), completed(store, 1))
    assert sorted(s.value for s in states(store)) == ["complete", "sent", "taken"]
    assert sorted(s.value for s in states(store, DUE)) == ["complete", "sent", "taken"]
    assert sorted(s.value for s in states(store, AFTER)) == ["complete", "overdue", "overdue"]


def test_a_return_with_unsettled_conflicts_waits_for_the_coordinator(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    edit(store, cell, "主管")
    take(store, answer(store, handed[0], {cell: "部署"}))
    found = shown(store)["広報課"]
    assert (found.state, found.conflicts) == (Progress.RETURNED, 1)


def test_two_answers_that_differ_are_one_conflict(store: Store) -> None:
    handed = hand_out(store)
    cell = evaluation(rows(store)[0])
    take(store, answer(store, handed[0], {cell: "一方"}), answer(store, handed[0], {cell: "他方"}))
    assert shown(store)["広報課"].conflicts == 1


def test_what_lies_in_a_folder_counts_as_returned(store: Store) -> None:
    handed = hand_out(store)
    with store.reading() as connection:
        found = board(connection, BEFORE, arrived=[handed[2].id])
    assert [s.state for s in found] == [Progress.SENT, Progress.SENT, Progress.RETURNED]


def test_what_is_missing_is_told_by_row_and_year(store: Store) -> None:
    hand_out(store)
    edit(store, evaluation(rows(store)[1]), "該当なし")
    found = [(m.row.number, m.cell.column.heading) for m in shown(store)["防災課"].missing]
    assert found == [("2", "令和3年度内容及び目標"), ("3", "令和2年度評価"), ("3", "令和3年度内容及び目標")]


def held_back(store: Store, number: int, *, complete: bool = True) -> Return:
    """A workbook that says that it is done, of which one answer was not taken."""
    handed = distributions_of(store)[number]
    cell = handed.cells()[0]
    place = Place("調査票", 6, 12, "2", year=cell.year, field=EVALUATION)
    sentence = say("日付「{text}」になっています。取り込んでいません。", text="4月1日")
    texts = dict.fromkeys(handed.cells(), "した。")
    found = Finding(Severity.WARNING, "cell_not_taken", sentence, place, "4月1日")
    return Return("課.xlsx", contribution(handed.id, None, texts, complete=complete), findings=(found,), person="甲野")


def test_complete_is_only_what_leaves_nothing_missing_held_back_or_open(store: Store) -> None:
    hand_out_until(store, DUE)
    take(store, completed(store, 0))
    cells = distributions_of(store)[1].cells()
    said = contribution(distributions_of(store)[1].id, 1, dict.fromkeys(cells), complete=True)
    take(store, Return("途中.ayumid", said), held_back(store, 2))
    found = shown(store)
    assert [s.state for s in found.values()] == [Progress.COMPLETE, Progress.RETURNED, Progress.RETURNED]
    assert [(bool(s.missing), len(s.held), s.said_complete) for s in found.values()] == [
        (False, 0, True),
        (True, 0, True),
        (False, 1, True),
    ]


def test_what_was_held_back_is_kept_with_its_return_and_can_be_sent_on(store: Store) -> None:
    hand_out_until(store, DUE)
    given = held_back(store, 1)
    take(store, given)
    standing = shown(store)["防災課"]
    assert standing.held == given.findings
    assert [(r.source, r.person) for r in standing.returns] == [("課.xlsx", "甲野")]
    with store.reading() as connection:
        body = reminder(connection, standing).body
    assert "取り込めなかった箇所（1件）" in body
    assert "「調査票」シートの L6 セル（番号 2、令和2年度評価）　日付「4月1日」になっています。" in body


def test_what_was_held_back_is_open_until_it_was_looked_at_or_a_later_return_came(store: Store) -> None:
    hand_out_until(store, DUE)
    take(store, held_back(store, 1))
    with recording(store, "指摘の確認") as door:
        looked_at(door, board(door.connection, BEFORE)[1].returns)
    found = shown(store)["防災課"]
    assert (found.state, found.held, len(found.returns[0].findings)) == (Progress.COMPLETE, (), 1)
    take(store, held_back(store, 2))
    assert shown(store)["生涯学習課(図書館)"].state is Progress.RETURNED
    again = held_back(store, 2)
    assert again.contribution is not None
    texts = dict.fromkeys(again.contribution.values, "直した。")
    take(store, Return("再送.xlsx", contribution(again.contribution.distribution, None, texts, complete=True)))
    assert shown(store)["生涯学習課(図書館)"].state is Progress.COMPLETE


def test_a_row_without_a_number_is_called_by_its_department_and_what_it_is_about(store: Store) -> None:
    row = rows(store)[1]
    edit_key(store, row, None)
    hand_out(store)
    standing = shown(store)["防災課"]
    named = {m.row.name for m in standing.missing if m.cell.assignment == row}
    with store.reading() as connection:
        content = next(r.cells[4] for r in progress_table(connection).rows if r.id == row)
        assert f"防災課の「{content}」" in reminder(connection, standing).body
    assert named == {f"防災課の「{content}」"}
    with recording(store, "削除") as door:
        remove_assignments(door, [row])
    with store.reading() as connection:
        assert row_facts(connection, [row])[row].name in named | {"防災課の番号のない行"}


def edit_key(store: Store, row: AssignmentId, number: str | None) -> None:
    with recording(store, "番号") as door:
        set_cells(door, [CellEdit(row, Column(NUMBER), number)])


def test_findings_are_kept_as_they_were_told() -> None:
    fields = (None, NUMBER, CONTENT, BASELINE_AND_GOAL, EVALUATION, GRADE)
    found = tuple(
        Finding(
            severity, "check", say("{count} 行、「{text}」", count=3, text="甲"), Place("表", 1, 2, "3", field=f), "乙"
        )
        for severity in Severity
        for f in fields
    )
    assert unpack_findings(pack_findings(found)) == found


def test_a_row_that_ended_meanwhile_misses_nothing(store: Store) -> None:
    hand_out(store)
    with recording(store, "終了") as door:
        end_assignments(door, [rows(store)[0]], FiscalYear(2019))
    assert shown(store)["広報課"].missing == ()


def test_a_year_declared_without_activity_needs_no_grade() -> None:
    row = "row"
    grade, words = (Cell(row, YEAR, field.name) for field in (GRADE, EVALUATION))  # type: ignore[arg-type]
    assert left_blank([grade], {words: "した。"}) == [grade]
    assert left_blank([grade], {words: "事業展開なし"}) == []


def test_a_department_that_was_merged_is_still_on_the_board_and_its_successor_is_not_asked_twice(store: Store) -> None:
    handed = hand_out(store)
    with recording(store, "統合") as door:
        merge_department(door, handed[0].department, handed[1].department, FiscalYear(2021))
    assert list(shown(store)) == ["防災課(旧広報課)", "防災課", "生涯学習課(図書館)"]
    second = hand_out(store)
    assert len(second) == 2
    assert list(shown(store)) == ["防災課", "生涯学習課(図書館)"]


def test_a_reminder_names_the_plan_the_date_and_the_cells(store: Store) -> None:
    hand_out_until(store, DUE)
    with store.reading() as connection:
        letter = reminder(connection, board(connection, BEFORE)[1])
    assert "防災課" in letter.subject
    for word in ("第1次あゆみ計画", "2021年5月31日", "番号「3」 令和2年度評価", "企画課 青葉", "4件"):
        assert word in letter.body


def test_a_reminder_tells_how_to_answer_in_the_kind_of_file_that_was_sent(store: Store) -> None:
    said: dict[str, str] = {}
    for kind in (FILE, EXCEL):
        hand_out_until(store, DUE, kind)
        with store.reading() as connection:
            said[kind] = reminder(connection, board(connection, BEFORE)[1]).body
    assert "「提出」" in said[FILE]
    assert "黄色のセル" not in said[FILE]
    assert "「提出」" not in said[EXCEL]
    assert "黄色のセルに記入し、「記入のしかた」のシートの「記入状況」で「記入済み」を選んで保存" in said[EXCEL]


def test_a_department_without_rows_is_not_handed_anything(store: Store) -> None:
    hand_out(store)
    with recording(store, "統合") as door:
        first, second, _ = (d.id for d in departments(door.connection))
        merge_department(door, first, second, FiscalYear(2021))
    with pytest.raises(PlanError, match="広報課"), recording(store, "配布") as door:
        distribute(door, [first], Asking(ASKED))
    with pytest.raises(PlanError, match="広報課"), store.reading() as connection:
        chosen_departments(connection, ["広報課"], ASKED)


@pytest.mark.parametrize("column", [Column(BASELINE_AND_GOAL), Column(TARGET, FiscalYear(2030))])
def test_only_cells_that_departments_fill_in_can_be_asked(store: Store, column: Column) -> None:
    with pytest.raises(PlanError, match=column.heading), recording(store, "配布") as door:
        distribute(door, departments_asked(door.connection, ASKED), Asking((column,)))


def test_usually_all_years_are_asked_and_grades_only_where_the_plan_has_any(store: Store) -> None:
    with store.reading() as connection:
        assert len(usual_columns(connection)) == 3 * 2
    edit(store, Cell(rows(store)[0], YEAR, GRADE.name), "○")
    with store.reading() as connection:
        assert len(usual_columns(connection)) == 3 * 3


def test_due_is_the_first_year_that_most_rows_lack_and_the_target_of_the_year_after(store: Store) -> None:
    first, last = FiscalYear(2019), FiscalYear(2021)
    with store.reading() as connection:
        assert due_columns(connection) == (Column(EVALUATION, first), Column(TARGET, YEAR))
    for row in rows(store)[:2]:  # half of the rows is not yet most of them
        edit(store, Cell(row, first, EVALUATION.name), "した。")
        edit(store, Cell(row, YEAR, EVALUATION.name), "した。")
    with store.reading() as connection:
        assert due_columns(connection) == (Column(EVALUATION, last),)
    for row in rows(store):
        edit(store, Cell(row, last, EVALUATION.name), "した。")
    edit(store, Cell(rows(store)[0], last, GRADE.name), "○")
    with store.reading() as connection:
        assert due_columns(connection) == (Column(EVALUATION, last), Column(GRADE, last))


def test_what_was_asked_comes_back_as_it_was_handed_out(store: Store) -> None:
    with recording(store, "終了") as door:
        end_assignments(door, [rows(store)[2]], YEAR)
    handed = hand_out(store)
    with store.reading() as connection:
        assert {d.id: d for d in distributions(connection)} == {d.id: d for d in handed}
    assert [len(columns) for columns in handed[1].rows.values()] == [2, 1]


def test_the_departments_that_have_the_rows_today_are_named_and_reminded(store: Store) -> None:
    hand_out_until(store, DUE)
    office, (first, second) = distributions_of(store)[1].department, rows(store)[1:3]
    with recording(store, "分割") as door:
        split_department(door, office, [first], split_label("消防課"), FiscalYear(2021))
    assert list(shown(store)) == ["広報課", "防災課", "生涯学習課(図書館)"]
    with recording(store, "分割") as door:
        split_department(door, office, [second], split_label("危機管理課"), FiscalYear(2021))
    standing = shown(store)["消防課、危機管理課(旧防災課)"]
    assert standing.state is Progress.SENT
    with store.reading() as connection:
        assert reminder(connection, standing).body.startswith("消防課、危機管理課(旧防災課) 御中")
    take(store, completed(store, 1))
    assert shown(store)["消防課、危機管理課(旧防災課)"].state is Progress.COMPLETE


def test_a_department_whose_rows_have_all_gone_keeps_its_name_on_the_board(store: Store) -> None:
    hand_out_until(store, DUE)
    with recording(store, "行の削除") as door:
        remove_assignments(door, [rows(store)[0]])
    assert list(shown(store)) == ["広報課", "防災課", "生涯学習課(図書館)"]
    assert shown(store)["広報課"].missing == ()
