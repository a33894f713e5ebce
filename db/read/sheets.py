"""The questions behind the entry of evaluation sheets: which there are, and to whom they belong."""

from dataclasses import dataclass

import sqlalchemy as sa

from db.models import EVALUATION_SHEET
from db.read.grades import evaluation_sheets
from plan.documents.reports import EvaluationSheet, EvaluationSheets
from plan.era import FiscalYear, YearRange
from plan.ids import DepartmentId, ItemId, RecordId


@dataclass(frozen=True, slots=True)
class EnteredSheet:
    """A sheet with the records that it belongs to."""

    sheet: EvaluationSheet
    item: ItemId | None
    department: DepartmentId | None


def entered_sheets(connection: sa.Connection) -> list[EnteredSheet]:
    """Every sheet of every year, in printed order."""
    column = EVALUATION_SHEET.c
    rows = connection.execute(sa.select(column.id, column.item_id, column.department_id))
    owners = {row.id: row for row in rows}
    whole = sheets_of_all_years(connection)
    return [
        EnteredSheet(sheet, _item(owners[sheet.id].item_id), _department(owners[sheet.id].department_id))
        for sheet in (whole.sheets if whole else ())
    ]


def sheets_of_all_years(connection: sa.Connection) -> EvaluationSheets | None:
    """Every sheet of every year with its scales; None where the plan has no sheets."""
    column = EVALUATION_SHEET.c.fiscal_year
    first, last = connection.execute(sa.select(sa.func.min(column), sa.func.max(column))).one()
    return None if first is None else evaluation_sheets(connection, YearRange(FiscalYear(first), FiscalYear(last)))


def _item(record: str | None) -> ItemId | None:
    return ItemId(RecordId(record)) if record else None


def _department(record: str | None) -> DepartmentId | None:
    return DepartmentId(RecordId(record)) if record else None
