"""A workbook's cells are read as a person sees them in Excel."""

import datetime as dt
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from imports.files.rectangle import Sheet
from imports.files.remarks import remarks
from imports.files.workbook import decoded
from imports.table.table_reading import open_source, read
from plan.findings import Severity
from tests.imports.tables import HEADINGS, ROWS, SHEET, before_end_of_rows, edited


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
    assert first.rows == [["4-1", "1", "TRUE", "#N/A", "", "9:30:00"]]  # a formula that was never calculated is blank
    assert [finding.check for finding in first.findings] == ["date_cell"]
    assert (hidden.name, hidden.hidden, hidden.rows) == ("控え", True, [])


def test_a_date_that_there_is_not_is_shown_as_excel_shows_it(tmp_path: Path) -> None:
    cell = b'<row r="9"><c r="A9" s="1"><v>99999999999</v></c></row>'
    style = b'<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellXfs>'
    styles = {"xl/styles.xml": lambda xml: xml.replace(b"</cellXfs>", style)}
    (sheet,) = open_source(edited(tmp_path / "a.xlsx", {SHEET: before_end_of_rows(cell)} | styles))
    assert sheet.rows[8] == ["######"]


def test_shared_texts_are_read_in_pieces_and_without_their_readings(tmp_path: Path) -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>図書</t></r><r><t>館</t></r>'
        '<rPh sb="0" eb="3"><t>トショカン</t></rPh></si><si><t>_x005F_x000D_</t></si></sst>'
    )
    kind = (
        b'<Override PartName="/xl/sharedStrings.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    relation = (
        b'<Relationship Id="texts" Target="sharedStrings.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    cells = b'<row r="9"><c r="A9" t="s"><v>0</v></c><c r="B9" t="s"><v>1</v></c></row>'
    path = edited(
        tmp_path / "a.xlsx",
        {
            SHEET: before_end_of_rows(cells),
            "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", kind),
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(b"</Relationships>", relation),
        },
        {"xl/sharedStrings.xml": strings.encode()},
    )
    assert open_source(path)[0].rows[8] == ["図書館", "_x000D_"]


def _remarks(path: Path) -> dict[str, str]:
    (sheet,) = open_source(path)
    return {finding.check: str(finding.sentence) for finding in remarks(sheet)}


def test_what_is_struck_out_is_left_out_and_told(tmp_path: Path) -> None:
    rows = (
        '<row r="9"><c r="A9" t="inlineStr"><is><r><rPr><strike/></rPr><t>月1回</t></r><r><t>月2回</t></r></is></c>'
        '<c r="B9" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>残す</t></r></is></c>'
        '<c r="C9" s="1" t="inlineStr"><is><t>消す</t></is></c><c r="D9" s="1"><v>3</v></c></row>'
    )
    styles = {
        "xl/styles.xml": lambda xml: xml.replace(b"</font></fonts>", b"</font><font><strike/></font></fonts>").replace(
            b"</cellXfs>", b'<xf numFmtId="0" fontId="1" fillId="0" borderId="0"/></cellXfs>'
        )
    }
    path = edited(tmp_path / "a.xlsx", {SHEET: before_end_of_rows(rows.encode())} | styles)
    (sheet,) = open_source(path)
    assert sheet.rows[8] == ["月2回", "残す"]
    assert sheet.handling.struck == {(8, 0): "月1回", (8, 2): "消す", (8, 3): "3"}
    assert "3 個のセルにあります（最初は A9 の「月1回」）" in _remarks(path)["struck_text"]


def test_what_is_hidden_commented_or_not_calculated_is_told_once_for_each_kind(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 5):
        sheet.append([f"本{row}", f"回{row}", "=1+1"])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[40].hidden = True  # with nothing in it
    sheet["A2"].comment = Comment("3回では。", "課長")
    sheet["A4"].value, sheet["A4"].number_format = 5, "[DBNum1]General"
    book.save(tmp_path / "a.xlsx")
    assert _remarks(tmp_path / "a.xlsx") == {
        "hidden_rows": "非表示の行が 2 行あります（最初は 2 行目）。その内容も読み込みました。",
        "hidden_columns": "非表示の列が 1 列あります（最初は B 列）。その内容も読み込みました。",
        "comments": "コメント（メモ）が 1 個のセルにあります（最初は A2）。コメントは読み込んでいません。",
        "formula_without_value": "計算されていない式が 4 個のセルにあり（最初は C1）、空欄として読み込みました。"
        "Excel で開き、保存し直してから取り込んでください。",
        "format_not_shown": "表示形式のとおりに読み取れない数値が 1 個のセルにあります"
        "（最初は A4、表示形式は「[DBNum1]General」）。書式のない値を読み込みましたので、確かめてください。",
    }


def test_a_plain_workbook_has_no_remarks(tmp_path: Path) -> None:
    assert _remarks(edited(tmp_path / "a.xlsx", {})) == {}


def _whole(sheet: Sheet) -> list[list[str]]:
    return [row + [""] * (len(HEADINGS) - len(row)) for row in sheet.rows]


def _renamed(path: Path, names: Mapping[str, str]) -> Path:
    """The workbook with parts under other names, which is all the same to Excel."""
    edited(path, {})
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(names.get(name, name), old.read(name))
    return path


@pytest.mark.parametrize(
    "names",
    [
        {SHEET: "xl/Worksheets/Sheet1.XML"},
        {SHEET: "xl\\worksheets\\sheet1.xml", "xl/styles.xml": "xl\\styles.xml"},
        {"xl/workbook.xml": "xl/Workbook.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/Workbook.xml.rels"},
    ],
)
def test_parts_are_found_whatever_the_case_and_slashes_of_their_names(names: dict[str, str], tmp_path: Path) -> None:
    (sheet,) = open_source(_renamed(tmp_path / "a.xlsx", names))
    assert _whole(sheet) == [HEADINGS, *ROWS]


def test_strict_open_xml_is_read_like_any_other(tmp_path: Path) -> None:
    def strict(xml: bytes) -> bytes:
        usual = b"http://schemas.openxmlformats.org/"
        return xml.replace(usual + b"spreadsheetml/2006/", b"http://purl.oclc.org/ooxml/spreadsheetml/").replace(
            usual + b"officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )

    parts = [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"]
    (sheet,) = open_source(edited(tmp_path / "a.xlsx", dict.fromkeys(parts, strict)))
    assert _whole(sheet) == [HEADINGS, *ROWS]


def test_a_cell_beyond_any_table_is_left_out_and_told_and_the_rest_is_read(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    (sheet,) = open_source(edited(tmp_path / "a.xlsx", {SHEET: before_end_of_rows(far)}))
    assert _whole(sheet) == [HEADINGS, *ROWS]
    (found,) = sheet.findings
    assert (found.check, found.severity) == ("cells_outside", Severity.ERROR)
    assert "1 個あり（最初は XFD1048576）、読み込んでいません" in str(found.sentence)


def test_a_sheet_that_cannot_be_read_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(HEADINGS)
    for cells in ROWS:
        book.worksheets[0].append(cells)
    wide = book.create_sheet("控え")
    for row in range(1, 3_000):
        wide.cell(row, 256).value = "x"
        wide.merge_cells(start_row=row, end_row=row, start_column=1, end_column=255)
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert len(reading.table.rows) == len(ROWS)
    (found,) = (f for f in reading.findings if f.check == "sheet_not_read")
    assert "シート「控え」は結合セルが大きすぎます" in str(found.sentence)


def test_a_leftover_link_to_another_workbook_is_told_and_the_kept_values_are_read(tmp_path: Path) -> None:
    link = {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    reading = read(edited(tmp_path / "a.xlsx", {}, link))
    assert len(reading.table.rows) == len(ROWS)
    assert [f.check for f in reading.findings] == ["linked_books"]


def test_styles_that_other_readers_refuse_are_of_no_account(tmp_path: Path) -> None:
    odd = {"xl/styles.xml": lambda xml: xml.replace(b"<fills", b"<fills><fill/></fills><fills", 1)}
    assert len(read(edited(tmp_path / "a.xlsx", odd)).table.rows) == len(ROWS)
