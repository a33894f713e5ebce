"""One calendar and one question: the window, the board and the checks agree about what is due and what waits."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from plan.checks.checked_rows import Terms
from plan.due import fiscal_year_of, is_due, is_over, waiting
from plan.era import FiscalYear
from plan.fields import EVALUATION, GRADE, TARGET, YEARLY
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import Column, ProgressRow, ProgressTable, columns

YEAR = FiscalYear(2020)


@given(st.dates(dt.date(2018, 1, 1), dt.date(2023, 12, 31)), st.sampled_from(YEARLY), st.integers(2018, 2023))
def test_a_check_and_the_window_wait_from_the_same_day_on(day: dt.date, field: object, year: int) -> None:
    column = next(Column(f, FiscalYear(year)) for f in YEARLY if f is field)
    assert column.year is not None
    assert Terms(day).due(column.year, column.field) == is_due(column, fiscal_year_of(day))


def test_a_target_is_due_on_the_first_of_april_and_an_evaluation_a_year_later() -> None:
    for day, due in ((dt.date(2020, 3, 31), []), (dt.date(2020, 4, 1), [TARGET]), (dt.date(2021, 4, 1), [*YEARLY])):
        assert [field for field in YEARLY if is_due(Column(field, YEAR), fiscal_year_of(day))] == due


def _table(target: str | None, evaluation: str | None, grade: str | None) -> ProgressTable:
    row = ProgressRow(
        AssignmentId(RecordId("r")), ItemId(RecordId("p")), ItemId(RecordId("c")), DepartmentId(RecordId("d")),
        [*(None for _ in range(6)), target, evaluation, grade],
    )  # fmt: skip
    return ProgressTable("計画", "", columns([YEAR], grades=True), [row])


def test_what_waits_is_blank_in_a_row_that_goes_on_and_needed() -> None:
    def fields(table: ProgressTable) -> list[object]:
        return [column.field for column in waiting(table, YEAR)(table.rows[0])]

    assert fields(_table("案内する。", None, None)) == [EVALUATION, GRADE]
    assert fields(_table("案内する。", "案内した。", None)) == [GRADE]
    assert fields(_table("案内する。", "該当なし", None)) == []
    ended = _table(None, None, None)
    ended.rows[0].ended_year = FiscalYear(2019)
    assert fields(ended) == []
    assert is_over(YEAR, FiscalYear(2019))
    assert not is_over(YEAR, YEAR)
