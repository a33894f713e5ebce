"""How a cell reads."""

import pytest

from plan.due import Reading, reading
from plan.era import FiscalYear
from plan.fields import EVALUATION, NUMBER, TARGET
from plan.table import Column
from tests.desktop.grid.conftest import table_of

Y2020 = FiscalYear(2020)


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("実施した。", Column(EVALUATION, Y2020), Reading.TEXT),
        ("該当なし。", Column(EVALUATION, Y2020), Reading.QUIET),
        ("－", Column(EVALUATION, Y2020), Reading.QUIET),
        (" " * 20, Column(TARGET, Y2020), Reading.DUE),
        (None, Column(TARGET, Y2020), Reading.DUE),
        (None, Column(EVALUATION, Y2020), Reading.MISSING),
        (None, Column(EVALUATION, FiscalYear(2019)), Reading.DUE),
        (None, Column(TARGET, FiscalYear(2021)), Reading.MISSING),
        (None, Column(TARGET, FiscalYear(2022)), Reading.ENDED),
        ("なお続ける", Column(TARGET, FiscalYear(2022)), Reading.TEXT),
        (None, Column(NUMBER), Reading.TEXT),
    ],
)
def test_a_cell_reads_by_its_text_and_its_year(text: str | None, column: Column, expected: Reading) -> None:
    row = table_of().rows[0]
    row.ended_year = FiscalYear(2021)
    assert reading(row, column, text, Y2020) is expected
