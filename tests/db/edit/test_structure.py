"""Rows, years and offices change, and their texts go with them (every test is undone and redone, see conftest)."""

import pytest

from db.edit.cells import set_cells
from db.edit.structure import (
    NewAssignment,
    add_assignments,
    end_assignments,
    merge_department,
    move_assignment,
    open_year,
    remove_assignments,
    rename_department,
    split_department,
)
from db.log.changes import recording
from db.read.table import Scope, departments, plan_facts, progress_table
from db.store.working import Store
from plan.departments import split_label
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.fields import DEPARTMENT, NUMBER, TARGET
from plan.ids import AssignmentId, DepartmentId
from plan.table import CellEdit, Column, ProgressTable


def table_of(store: Store) -> ProgressTable:
    with store.reading() as connection:
        return progress_table(connection)


def numbers(store: Store) -> list[str | None]:
    return [row.cells[0] for row in table_of(store).rows]


def labels(store: Store) -> list[str | None]:
    return [row.cells[3] for row in table_of(store).rows]


def test_a_row_is_put_behind_another(store: Store) -> None:
    rows = table_of(store).rows
    new = NewAssignment(rows[0].content, rows[3].department, number="1-2")
    with recording(store, "行の追加") as door:
        add_assignments(door, [new], after=rows[0].id)
    assert numbers(store) == ["1", "1-2", "2", "3", "4"]


def test_there_is_always_room_between_two_rows(store: Store) -> None:
    rows = table_of(store).rows
    for turn in range(12):
        with recording(store, "行の追加") as door:
            new = NewAssignment(rows[0].content, rows[0].department, number=f"n{turn}")
            add_assignments(door, [new, new], after=rows[0].id)
    assert numbers(store)[:3] == ["1", "n11", "n11"]
    assert numbers(store)[-4:] == ["n0", "2", "3", "4"]


def test_a_new_row_has_every_year_of_the_plan(store: Store) -> None:
    row = table_of(store).rows[0]
    with recording(store, "行の追加") as door:
        texts = {("target", FiscalYear(2021)): "行う。"}
        add_assignments(door, [NewAssignment(row.content, row.department, texts=texts)])
    assert table_of(store).rows[-1].cells[-2:] == ["行う。", None]


def test_rows_move(store: Store) -> None:
    rows = table_of(store).rows
    with recording(store, "行の移動") as door:
        move_assignment(door, rows[3].id, after=rows[0].id)
        move_assignment(door, rows[2].id, after=None)
    assert numbers(store) == ["3", "1", "4", "2"]


def test_a_row_ends_with_a_reason_and_goes_on_again(store: Store) -> None:
    row = table_of(store).rows[1]
    with recording(store, "行の終了") as door:
        end_assignments(door, [row.id], FiscalYear(2020), "事業完了のため")
    assert table_of(store).rows[1].ended_year == 2020
    with recording(store, "行の再開") as door:
        end_assignments(door, [row.id], None)
    assert table_of(store).rows[1].ended_year is None


def test_removed_rows_take_their_years_with_them(store: Store) -> None:
    rows = table_of(store).rows
    with recording(store, "行の削除") as door:
        remove_assignments(door, [rows[0].id, rows[2].id])
    assert numbers(store) == ["2", "4"]


def test_a_year_is_opened_for_every_row(store: Store) -> None:
    with recording(store, "年度の追加") as door:
        assert open_year(door) == 2022
    table = table_of(store)
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(table.rows[0].id, Column(TARGET, FiscalYear(2022)), "続ける。")])
    with store.reading() as connection:
        assert plan_facts(connection).years == YearRange(FiscalYear(2019), FiscalYear(2022))
    assert table_of(store).rows[0].cells[-2:] == ["続ける。", None]


def test_a_renamed_department_prints_its_old_name_in_brackets(store: Store) -> None:
    office = table_of(store).rows[1].department
    with recording(store, "課名の変更") as door:
        rename_department(door, office, "危機管理課", FiscalYear(2021))
    assert labels(store) == ["広報課", "危機管理課(旧防災課)", "危機管理課(旧防災課)", "生涯学習課(図書館)"]
    with store.reading() as connection:
        old = next(d for d in departments(connection) if d.name == "防災課")
    assert old.last_year == 2020


def test_the_name_in_brackets_is_the_one_under_which_the_plan_began(store: Store) -> None:
    office = table_of(store).rows[0].department
    with recording(store, "課名の変更") as door:
        second = rename_department(door, office, "秘書広報課", FiscalYear(2020))
        rename_department(door, second, "魅力発信課", FiscalYear(2021))
    assert labels(store)[0] == "魅力発信課(旧広報課)"


def test_merged_departments_answer_as_one(store: Store) -> None:
    rows = table_of(store).rows
    with recording(store, "課の統合") as door:
        merge_department(door, rows[0].department, rows[1].department, FiscalYear(2021))
    with store.reading() as connection:
        scope = Scope(departments=frozenset({rows[1].department}))
        merged = progress_table(connection, scope)
    assert [r.cells[0] for r in merged.rows] == ["1", "2", "3"]


def test_a_department_cannot_be_merged_into_itself(store: Store) -> None:
    office = table_of(store).rows[0].department
    with pytest.raises(PlanError, match="同じ課"), recording(store, "課の統合") as door:
        merge_department(door, office, office, FiscalYear(2021))


def test_a_part_of_the_table_is_asked_for_by_years_and_leads(store: Store) -> None:
    with store.reading() as connection:
        year = FiscalYear(2020)
        part = progress_table(connection, Scope(years=YearRange(year, year), lead_only=True))
    assert [c.heading for c in part.columns[-2:]] == ["令和2年度内容及び目標", "令和2年度評価"]
    assert [row.cells[part.column_index(NUMBER)] for row in part.rows] == ["1", "3", "4"]
    assert part.rows[2].cells[part.column_index(DEPARTMENT)] == "生涯学習課(図書館)"


def split(store: Store, office: DepartmentId, rows: list[AssignmentId], into: str) -> DepartmentId:
    with recording(store, "課の分割") as door:
        return split_department(door, office, rows, split_label(into), FiscalYear(2021))


def last_years(store: Store) -> dict[str, int | None]:
    with store.reading() as connection:
        return {d.label: d.last_year for d in departments(connection)}


def test_a_department_split_in_two_ends_when_its_last_row_has_gone(store: Store) -> None:
    rows = table_of(store).rows
    split(store, rows[1].department, [rows[1].id], "危機管理課")
    assert labels(store) == ["広報課", "危機管理課(旧防災課)", "防災課", "生涯学習課(図書館)"]
    assert last_years(store)["防災課"] is None
    split(store, rows[1].department, [rows[2].id], "消防課")
    assert labels(store) == ["広報課", "危機管理課(旧防災課)", "消防課(旧防災課)", "生涯学習課(図書館)"]
    assert last_years(store)["防災課"] == 2020
    with store.reading() as connection:
        new = [d for d in departments(connection) if d.first_year == 2021]
        names = [d.name for d in departments(connection)]
    assert {d.name for d in new} == {"危機管理課", "消防課"}
    assert names.index("広報課") < names.index("危機管理課") < names.index("生涯学習課")


def test_the_sections_of_a_department_do_not_bear_its_name_twice(store: Store) -> None:
    rows = table_of(store).rows
    split(store, rows[1].department, [rows[1].id], "防災課(企画係)")
    split(store, rows[1].department, [rows[2].id], "防災課(地域係)")
    assert labels(store) == ["広報課", "防災課(企画係)", "防災課(地域係)", "生涯学習課(図書館)"]


def test_rows_can_go_to_a_department_that_is_there_and_keep_the_name_under_which_the_plan_began(store: Store) -> None:
    rows = table_of(store).rows
    with recording(store, "課名の変更") as door:
        renamed = rename_department(door, rows[1].department, "危機管理課", FiscalYear(2020))
    assert split(store, renamed, [rows[1].id], "広報課") == rows[0].department
    assert labels(store)[:3] == ["広報課", "広報課(旧防災課)", "危機管理課(旧防災課)"]


def test_only_a_departments_own_rows_leave_it_and_never_to_itself(store: Store) -> None:
    rows = table_of(store).rows
    split(store, rows[1].department, [rows[0].id, rows[1].id], "危機管理課")
    assert labels(store)[:2] == ["広報課", "危機管理課(旧防災課)"]
    with pytest.raises(PlanError, match="防災課"):
        split(store, rows[2].department, [rows[2].id], "防災課")


def test_a_row_that_comes_back_bears_no_former_name(store: Store) -> None:
    rows = table_of(store).rows
    part = split(store, rows[1].department, [rows[1].id], "危機管理課")
    split(store, part, [rows[1].id], "防災課")
    assert labels(store) == ["広報課", "防災課", "防災課", "生涯学習課(図書館)"]
