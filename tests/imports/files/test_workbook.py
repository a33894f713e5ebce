"""A workbook's cells are read as a person sees them in Excel."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from imports.files.shown_numbers import general, shown_date, shown_number
from imports.files.workbook import decoded
from imports.table.table_reading import open_source
from tests.imports.tables import SHEET, before_end_of_rows, edited


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1, "General", "1"), (1.0, "General", "1"), (0.1 + 0.2, "General", "0.3"), (1e20, "General", "1" + "0" * 20),
        (0.5, "0%", "50%"), (0.1234, "0.0%", "12.3%"), (9813, "#,##0", "9,813"), (12, '0"人"', "12人"),
        (-3, '#,##0;"▲"#,##0', "▲3"), (-3, "#,##0_ ;[Red]-#,##0", "-3"), (0, '0;-0;"－"', "－"), (7, "0000", "0007"),
        (1234.5, '"¥"#,##0', "¥1,235"), (2.5, "# ?/?", "2.5"), (1.5, "0.00E+00", "1.5"), (3, "@", "3"), (3, "", "3"),
        (float("inf"), "0", "inf"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_format_shows_it(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


def test_a_date_has_its_year_only_where_the_format_has_one() -> None:
    day = dt.datetime(2026, 4, 1)  # noqa: DTZ001  # a workbook's dates have no zone
    assert shown_date(day, 'm"月"d"日"') == "4月1日"
    assert shown_date(day, "[$-411]ge.m.d") == "2026年4月1日"
    assert shown_date(day.replace(hour=9, minute=30), "yyyy/m/d h:mm") == "2026年4月1日 09:30"


def test_numbers_of_a_value_without_a_format_have_no_tail() -> None:
    assert [general(x) for x in (2, 2.0, 2.50, 1e-7)] == ["2", "2", "2.5", "0.0000001"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("一_x000D_\n二", "一\n二"), ("一\r\n二\r三", "一\n二\n三"), ("_x005F_x000D_", "_x000D_"),
        ("_xD842__xDFB7_", "𠮷"), ("_xD842_", "\ufffd"), ("_x00_", "_x00_"),
    ],
)  # fmt: skip
def test_escapes_of_excel_are_undone_once(raw: str, text: str) -> None:
    assert decoded(raw) == text


def test_types_errors_and_hidden_sheets_are_seen(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["4-1", 1.0, True, "#N/A", "=はい", dt.time(9, 30)])
    book.create_sheet("控え").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, hidden = open_source(tmp_path / "a.xlsx")
    assert first.rows == [["4-1", "1", "TRUE", "#N/A", "", "09:30:00"]]  # a formula that was never calculated is blank
    assert [finding.check for finding in first.findings] == ["date_cell"]
    assert (hidden.name, hidden.hidden, hidden.rows) == ("控え", True, [])


def test_a_date_that_there_is_not_is_shown_as_excel_shows_it(tmp_path: Path) -> None:
    cell = b'<row r="9"><c r="A9" s="1"><v>99999999999</v></c></row>'
    style = b'<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellXfs>'
    styles = {"xl/styles.xml": lambda xml: xml.replace(b"</cellXfs>", style)}
    (sheet,) = open_source(edited(tmp_path / "a.xlsx", {SHEET: before_end_of_rows(cell)} | styles))
    assert sheet.rows[8] == ["######"]


def test_an_open_document_is_read_where_calamine_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    kind, office = "application/vnd.oasis.opendocument.spreadsheet", "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="表">'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>図書館</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="3"/><table:table-cell office:value-type="date" '
        'office:date-value="2026-04-01"/></table:table-row></table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    (sheet,) = open_source(tmp_path / "a.ods")
    assert sheet.rows == [["図書館", "3", "2026年4月1日"]]
    assert [finding.check for finding in sheet.findings] == ["date_cell"]


def test_shared_texts_are_read_in_pieces_and_without_their_readings(tmp_path: Path) -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>図書</t></r><r><t>館</t></r>'
        '<rPh sb="0" eb="3"><t>トショカン</t></rPh></si><si><t>_x005F_x000D_</t></si></sst>'
    )
    kind = (
        b'<Override PartName="/xl/sharedStrings.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    cells = b'<row r="9"><c r="A9" t="s"><v>0</v></c><c r="B9" t="s"><v>1</v></c></row>'
    path = edited(
        tmp_path / "a.xlsx",
        {SHEET: before_end_of_rows(cells), "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", kind)},
        {"xl/sharedStrings.xml": strings.encode()},
    )
    assert open_source(path)[0].rows[8] == ["図書館", "_x000D_"]
