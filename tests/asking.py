"""An invented department's questionnaire, for the tests of its making and of its reading."""

from collections.abc import Mapping
from datetime import date

from exports.answer_book import AnswerBook
from exports.forms.questionnaire import Request, compose
from plan.era import FiscalYear, YearRange
from plan.exchange.returns import Cell
from plan.fields import EVALUATION, GRADE, TARGET
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.scales import ACHIEVEMENT, Scale
from plan.table import Column, ProgressRow, ProgressTable, columns

YEAR, NEXT = FiscalYear(2020), FiscalYear(2021)
ASKED = (Column(TARGET, NEXT), Column(EVALUATION, YEAR), Column(GRADE, YEAR))
DISTRIBUTION = RecordId("00000000-0000-4000-8000-000000000099")
ROWS = tuple(AssignmentId(RecordId(f"00000000-0000-4000-8000-00000000000{n}")) for n in range(1, 5))
ENDED = ROWS[3]
"""A row that no longer lives in the later of the asked years."""


def evaluation(row: AssignmentId) -> Cell:
    """The asked evaluation of a row."""
    return Cell(row, YEAR, EVALUATION.name)


def table(texts: Mapping[Cell, str] | None = None) -> ProgressTable:
    """Four rows of a library over three years, with these texts."""
    made = ProgressTable("第2次みなと市読書計画", "", columns(YearRange(FiscalYear(2019), NEXT), grades=True))
    for number, row in enumerate(ROWS, 1):
        keys = [str(number), f"1-①-{number}. 読書の場", "○" if number < 3 else None, "図書館", f"おはなし会{number}"]
        cells: list[str | None] = [*keys, "【現状】月1回\n【事業目標】月2回"]
        cells += [f"{c.heading}の文章{number}" if c.year == FiscalYear(2019) else None for c in made.columns[6:]]
        item = ItemId(RecordId(f"item {number}"))
        made.rows.append(ProgressRow(row, item, item, DepartmentId(RecordId("office")), cells))
    for cell, text in (texts or {}).items():
        found = next(row for row in made.rows if row.id == cell.assignment)
        found.cells[made.columns.index(cell.column)] = text
    return made


def book(texts: Mapping[Cell, str] | None = None, scale: Scale = ACHIEVEMENT) -> AnswerBook:
    """Their questionnaire."""
    rows = {row: ASKED if row != ENDED else ASKED[1:] for row in ROWS}
    request = Request(DISTRIBUTION, "図書館", ASKED, rows, date(2021, 5, 31), "=数値も入れてください。", "企画課")
    return compose(table(texts), request, scale)
