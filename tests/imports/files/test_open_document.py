"""OpenDocument sheets are read as the program that wrote them showed them."""

import zipfile
from pathlib import Path

import pytest

from imports.files.rectangle import Kind, Sheet, Span
from imports.files.remarks import remarks
from imports.table.table_reading import open_source
from plan.errors import PlanError

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
STYLES = (
    '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="out"><style:table-properties table:display="false"/></style:style>'
)


def _book(path: Path, tables: str, manifest: str = "") -> Path:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        package.writestr("Basic/script-lb.xml", "<!DOCTYPE library><library/>")  # as LibreOffice writes for macros
    return path


def _sheet(tmp_path: Path, rows: str) -> Sheet:
    (sheet,) = open_source(_book(tmp_path / "表.ods", f'<table:table table:name="表">{rows}</table:table>'))
    return sheet


def _cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_a_value_is_read_as_it_was_shown_and_without_that_as_it_is(tmp_path: Path) -> None:
    number = 'office:value-type="float" office:value="9813"'
    date = 'office:value-type="date" office:date-value="2026-04-01"'
    shown = _row(_cell("9,813人", number), _cell("R8.4.1", date), _cell("一<text:s text:c='2'/>二<text:line-break/>三"))
    bare = _row(f"<table:table-cell {number}/>", f"<table:table-cell {date}/>")
    sheet = _sheet(tmp_path, shown + bare)
    assert sheet.rows == [["9,813人", "R8.4.1", "一  二\n三"], ["9813", "2026/4/1"]]
    assert [finding.check for finding in sheet.findings] == ["date_cell", "date_cell"]
    assert sheet.handling.kinds[0, 0] is Kind.FORMATTED
    assert sheet.handling.kinds[1, 0] is Kind.NUMBER


def test_merged_and_repeated_cells_stand_where_they_are_seen(tmp_path: Path) -> None:
    merged = _cell("図書館", 'table:number-rows-spanned="2"') + _cell("目標", 'table:number-columns-repeated="2"')
    rows = _row(merged) + _row("<table:covered-table-cell/>", _cell("評価"))
    blank = _row('<table:table-cell table:number-columns-repeated="900"/>', more='table:number-rows-repeated="1000000"')
    sheet = _sheet(tmp_path, rows + _row(_cell("注"), more='table:number-rows-repeated="2"') + blank)
    assert sheet.rows == [["図書館", "目標", "目標"], ["図書館", "評価"], ["注"], ["注"]]
    assert sheet.handling.merged == (Span(0, 0, 1, 0),)


def test_what_nobody_sees_is_told(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    note = "<office:annotation><text:p>3回では。</text:p></office:annotation>"
    struck = "<text:span text:style-name='gone'>月1回</text:span>月2回"
    rows = _row(_cell(struck), _cell("隠れた列")) + _row(_cell("隠れた行"), more='table:visibility="collapse"')
    last = _row(
        f"<table:table-cell>{note}<text:p>2回</text:p></table:table-cell>", _cell("消す", 'table:style-name="gone"')
    )
    odd = _row('<table:table-cell table:formula="of:=1+1"/>')
    sheet = _sheet(tmp_path, columns + rows + last + odd)
    assert sheet.rows == [["月2回", "隠れた列"], ["隠れた行"], ["2回"]]
    assert sheet.handling.struck == {(0, 0): "月1回", (2, 1): "消す"}
    assert {f.check: f.place.line for f in remarks(sheet)} == {
        "hidden_rows": 2, "hidden_columns": 1, "struck_text": 1, "comments": 3, "formula_without_value": 4,
    }  # fmt: skip


def test_a_hidden_sheet_is_known_and_a_password_is_named(tmp_path: Path) -> None:
    two = '<table:table table:name="表"/><table:table table:name="控え" table:style-name="out"/>'
    assert [(s.name, s.hidden) for s in open_source(_book(tmp_path / "表.ods", two))] == [("表", False), ("控え", True)]
    with pytest.raises(PlanError, match=r"鍵\.ods.*パスワード"):
        open_source(_book(tmp_path / "鍵.ods", two, "<manifest:encryption-data/>"))


def test_a_document_type_is_not_read(tmp_path: Path) -> None:
    path = _book(tmp_path / "表.ods", "")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "lol">]><x>&a;</x>')
    with pytest.raises(PlanError, match="DTD"):
        open_source(path)
