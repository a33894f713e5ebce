"""A questionnaire that somebody fills in."""

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plan.exchange import questionnaire as words
from plan.exchange.merging import Text
from plan.exchange.questionnaire import column_key
from plan.exchange.returns import Cell


def fill_in(book: Workbook, texts: Mapping[Cell, Text]) -> None:
    """Fill in a questionnaire as a spreadsheet program would."""
    sheet = book[words.TABLE]
    assert isinstance(sheet, Worksheet)
    keys = [cell.value for cell in sheet[3]]
    places = {str(row[0].value): number for number, row in enumerate(sheet.iter_rows(), 1)}
    for cell, text in texts.items():
        filled = sheet.cell(places[cell.assignment], keys.index(column_key(cell.column)) + 1)
        assert not filled.protection.locked
        filled.value = (text or "").replace("_x", "_x005F_x") or None
        filled.data_type = "s" if text else "n"
