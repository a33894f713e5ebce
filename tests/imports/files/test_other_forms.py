"""Workbooks that other programs saved are read as they are shown, and what nobody sees is told."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from imports.files.rectangle import Kind
from imports.files.remarks import remarks
from imports.table.table_reading import open_source
from tests.imports.tables import converted

pytest.importorskip("xlrd")
pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice, which writes the file, is not here"
)


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_a_workbook_in_another_form_is_read_as_it_is_shown(form: str, tmp_path: Path) -> None:
    sheet = (book := Workbook()).worksheets[0]
    for place, value, code in (
        ("A1", 7, "000"), ("B1", 0.855, "0.0%"), ("C1", 9813, '#,##0"人"'), ("D1", 44_287, '[$-411]ggge"年"m"月"d"日"'),
        ("A2", "防災課", "General"), ("B2", "消す", "General"), ("C2", True, "General"), ("D3", 5, "[DBNum1]General"),
    ):  # fmt: skip
        sheet[place].value, sheet[place].number_format = value, code
    sheet["B2"].font = Font(strike=True)
    sheet["C2"].comment = Comment("3回では。", "課長")
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("控え").sheet_state = "hidden"
    book.save(tmp_path / "表.xlsx")
    converted(tmp_path / "表.xlsx", form)
    shown, hidden = open_source(tmp_path / f"表.{form}")
    assert shown.rows[:2] == [["007", "85.5%", "9,813人", "令和3年4月1日"], ["防災課", "", "TRUE"]]
    assert shown.rows[2][0] == "防災課"
    assert shown.handling.struck == {(1, 1): "消す"}
    assert shown.handling.kinds[0, 1] is Kind.FORMATTED
    assert [f.check for f in shown.findings] == ["date_cell"]
    assert {f.check for f in remarks(shown)} >= {"hidden_rows", "hidden_columns", "struck_text", "comments"}
    assert (hidden.name, hidden.hidden) == ("控え", True)
