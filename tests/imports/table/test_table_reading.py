"""The same table is read from every shape in which cities keep it, cell by cell as it was written."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exports.formats import csv as csv_format
from exports.formats.excel import workbook
from exports.forms import progress_table
from imports.files.rectangle import Sheet
from imports.kinds import read_any
from imports.table.table_reading import Reading, open_source, read, read_sheets
from plan.clipboard import clipboard_text
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import CONTENT, DEPARTMENT, EVALUATION, NUMBER, PROJECT, TARGET
from plan.findings import Severity
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import Column, ProgressRow, ProgressTable, columns
from tests.imports.tables import CELLS, FIELDS, HEADINGS, ROWS, TITLE, as_lines, merged_workbook, plain_workbook

COLUMNS = columns([FiscalYear(2018), FiscalYear(2019)])
ID = RecordId("00000000-0000-4000-8000-000000000000")


def _cells(reading: Reading) -> list[tuple[str | None, ...]]:
    return [row.cells for row in reading.table.rows]


def _csv(coding: str, separator: str = ",") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "表.csv"
        with path.open("w", encoding=coding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(as_lines())
        return path

    return write


def _clipboard_file(folder: Path) -> Path:
    path = folder / "表.txt"
    path.write_text(clipboard_text([line or [""] for line in as_lines()]), encoding="utf-8")
    return path


def _exported(suffix: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        rows = [ProgressRow(AssignmentId(ID), ItemId(ID), ItemId(ID), DepartmentId(ID), list(cells)) for cells in CELLS]
        table = ProgressTable("第2次みなと市読書計画", "資料3", COLUMNS, rows, notes="※ ○は主担当課です。")
        path = folder / f"表.{suffix}"
        with path.open("wb") as out:
            (workbook if suffix == "xlsx" else csv_format).write(progress_table.compose(table), out)
        return path

    return write


SHAPES: dict[str, Callable[[Path], Path]] = {
    "merged workbook": lambda folder: merged_workbook(folder / "表.xlsx"),
    "plain workbook": lambda folder: plain_workbook(as_lines(), folder / "表.xlsx"),
    "cp932": _csv("cp932"),
    "utf-8 with mark": _csv("utf-8-sig"),
    "utf-16": _csv("utf-16", "\t"),
    "semicolons": _csv("utf-8", ";"),
    "clipboard file": _clipboard_file,
    "our workbook": _exported("xlsx"),
    "our csv": _exported("csv"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_comes_back_as_it_was_written(shape: str, tmp_path: Path) -> None:
    reading = read(SHAPES[shape](tmp_path))
    assert reading.table.columns == COLUMNS
    assert _cells(reading) == CELLS
    assert all(match.confidence >= 0.9 for match in reading.header.matches)


@pytest.mark.parametrize("shape", ["merged workbook", "plain workbook", "cp932", "clipboard file", "our workbook"])
def test_titles_and_labels_are_read_once_and_repeated_ones_passed_over(shape: str, tmp_path: Path) -> None:
    captions = read(SHAPES[shape](tmp_path)).captions
    assert (captions.title, captions.form, captions.label) == ("第2次みなと市読書計画", "進行管理表", "資料3")


@pytest.mark.parametrize("shape", ["merged workbook", "our workbook"])
def test_notes_below_the_table_are_kept_apart(shape: str, tmp_path: Path) -> None:
    assert read(SHAPES[shape](tmp_path)).table.notes == "※ ○は主担当課です。"


def test_a_pasted_table_is_read_like_a_file() -> None:
    reading = read(clipboard_text([HEADINGS, *ROWS]))
    assert _cells(reading) == CELLS
    assert reading.years == (2018, 2019)


def test_a_text_that_excel_saved_loses_the_quotes_that_excel_set(tmp_path: Path) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\t\n') else cell

    path = tmp_path / "表.txt"
    path.write_text("\r\n".join("\t".join(map(quoted, row)) for row in [HEADINGS, *ROWS]) + "\r\n", "utf-16")
    assert _cells(read(path)) == CELLS


def test_merged_projects_that_a_text_shows_as_blanks_are_filled() -> None:
    rows = [[*row[:1], "" if n % 2 else row[1], *row[2:]] for n, row in enumerate(ROWS)]
    assert _cells(read(clipboard_text([HEADINGS, *rows]))) == CELLS


def test_a_blank_project_stays_blank_where_the_table_repeats_its_projects() -> None:
    rows = [*ROWS, ["5", "", *ROWS[0][2:]]]
    assert read(clipboard_text([HEADINGS, *rows])).table.rows[-1].cells[1] is None


def test_band_headings_are_kept_with_the_rows_below_them() -> None:
    bands = [["基本目標1　本と出会う"], *ROWS[:2], ["基本目標2　ともに読む"], *ROWS[2:]]
    table = read(clipboard_text([HEADINGS, *bands])).table
    assert [row.band for row in table.rows] == ["基本目標1　本と出会う"] * 2 + ["基本目標2　ともに読む"] * 2


def test_blank_rows_and_rows_numbered_beforehand_are_passed_over_in_silence() -> None:
    reading = read(clipboard_text([HEADINGS, *ROWS, [""] * 10, ["5", *[""] * 9], ["6", *[""] * 9]]))
    assert _cells(reading) == CELLS
    assert not [f for f in reading.findings if f.place.line and f.place.line > len(ROWS) + 1]


OTHER = [["所属", "事業名", "令和元年度実績"], ["図書館", "貸出", "10冊"], ["学務課", "文庫", "3校"]]


def test_the_rows_of_another_table_are_not_read_and_their_number_is_an_error() -> None:
    reading = read(clipboard_text([HEADINGS, *ROWS, [""], *OTHER]))
    assert _cells(reading) == CELLS
    (found,) = [f for f in reading.findings if f.place.line == len(ROWS) + 3]
    assert (found.check, found.severity) == ("another_table", Severity.ERROR)
    assert "その 3 行は読み込んでいません" in str(found.sentence)


def test_behind_another_table_the_reading_goes_on_where_the_header_stands_again() -> None:
    reading = read(clipboard_text([HEADINGS, *ROWS[:2], *OTHER, HEADINGS, *ROWS[2:]]))
    assert _cells(reading) == CELLS
    assert [f.check for f in reading.findings] == ["another_table"]


@pytest.mark.parametrize(
    ("number", "row"),
    [
        ("2", ["読書事業", "○", "内容検討課", "担当者の研修", "現状維持", "目標どおり", "評価中", "計画", "実績"]),
        ("", ["読書事業", "○", "図書館", "実施内容の見直し", "現状維持", "目標どおり", "評価中", "計画", "実績"]),
    ],
)
def test_a_row_with_words_of_a_header_is_a_row(number: str, row: list[str]) -> None:
    reading = read(clipboard_text([HEADINGS, ROWS[0], [number, *row], *ROWS[2:]]))
    assert _cells(reading) == [CELLS[0], (number or None, *row), *CELLS[2:]]
    assert not {f.check for f in reading.findings} & {"another_table", "row_like_header"}


def test_a_row_that_looks_more_like_a_header_is_read_and_told() -> None:
    odd = ["", "担当課について", "", "実施事業のこと", "現状及び事業目標など", *[""] * 5]
    reading = read(clipboard_text([HEADINGS, ROWS[0], odd, *ROWS[2:]]))
    assert reading.table.rows[1].cells[1] == "担当課について"
    assert [f.place.line for f in reading.findings if f.check == "row_like_header"] == [3]


def test_a_page_heading_in_other_words_for_the_same_columns_is_read_past(tmp_path: Path) -> None:
    path = merged_workbook(tmp_path / "表.xlsx")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for span in list(sheet.merged_cells.ranges)[:]:
        if span.min_row in (9, 10):
            sheet.unmerge_cells(str(span))
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(9, column).value = heading.replace("実施事業", "事業名").replace("担当課", "所管課")
        sheet.cell(10, column).value = None
    book.save(path)
    reading = read(path)
    assert _cells(reading) == CELLS
    assert reading.findings == ()


def test_a_table_on_grid_paper_has_as_many_rows_and_columns_as_it_shows(tmp_path: Path) -> None:
    sheet = (book := Workbook()).worksheets[0]
    for n, cells in enumerate([HEADINGS, *ROWS]):
        for at, text in enumerate(cells):
            top, left = 3 + 3 * n, 2 + 4 * at
            sheet.cell(top, left).value = text or None
            sheet.merge_cells(start_row=top, end_row=top + 2, start_column=left, end_column=left + 3)
    sheet.cell(1, 2).value = TITLE
    sheet.merge_cells(start_row=1, end_row=1, start_column=2, end_column=41)
    book.save(tmp_path / "方眼紙.xlsx")
    reading = read(tmp_path / "方眼紙.xlsx")
    assert _cells(reading) == CELLS
    assert [row.line for row in reading.table.rows] == [6, 9, 12, 15]
    assert reading.captions.title == "第2次みなと市読書計画"
    assert reading.findings == ()


def test_a_row_that_shares_all_but_its_own_cell_with_the_row_above_stays_a_row(tmp_path: Path) -> None:
    sheet = (book := Workbook()).worksheets[0]
    for cells in [HEADINGS, *ROWS[:2]]:
        sheet.append(cells)
    for column in range(1, 11):
        if column != 4:
            sheet.cell(3, column).value = None
            sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    book.save(tmp_path / "表.xlsx")
    assert [row.cells[3] for row in read(tmp_path / "表.xlsx").table.rows] == [ROWS[0][3], ROWS[1][3]]


def test_a_heading_that_stands_twice_is_read_once_and_asked_about() -> None:
    rows = [[*HEADINGS, HEADINGS[-1]], *([*row, "別の評価"] for row in ROWS)]
    reading = read(clipboard_text(rows))
    assert _cells(reading) == CELLS
    (found,) = reading.findings
    assert (found.check, found.place.column) == ("column_doubled", 11)
    assert "2 つ以上あります。この列の 4 個のセル" in str(found.sentence)


def test_a_heading_that_says_more_than_what_it_is_taken_for_is_told() -> None:
    headings = [heading.replace("評価", "上半期の評価") for heading in HEADINGS]
    findings = read(clipboard_text([headings, *ROWS])).findings
    assert [(f.check, f.place.column) for f in findings] == [("column_unsure", 8), ("column_unsure", 10)]
    assert "列「平成30年度上半期の評価」は「評価」として読み込みました" in str(findings[0].sentence)


def test_cells_beside_the_table_are_told() -> None:
    reading = read(clipboard_text([HEADINGS, *([*row, "", "欄外"] for row in ROWS)]))
    assert [str(f.sentence) for f in reading.findings] == ["見出しのない列にある 4 個のセルを読み込んでいません。"]


def test_merged_departments_that_a_text_shows_as_blanks_are_filled_and_told() -> None:
    rows = [[str(n + 1), *ROWS[0][1:]] if n < 3 else [*ROWS[3]] for n in range(4)]
    for row in rows[1:3]:
        row[1] = row[3] = ""
    reading = read(clipboard_text([HEADINGS, *rows]))
    assert [row.cells[3] for row in reading.table.rows] == ["図書館"] * 3 + [ROWS[3][3]]
    assert [f.check for f in reading.findings if f.check.startswith("department")] == ["department_filled"]


def test_a_blank_department_of_a_table_without_merged_cells_stays_blank_and_is_told() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:3], "", *ROWS[2][4:]], ROWS[3]]
    reading = read(clipboard_text([HEADINGS, *rows]))
    assert reading.table.rows[2].cells[3] is None
    assert [f.place.line for f in reading.findings if f.check == "department_missing"] == [4]


def test_cells_under_an_unknown_heading_are_reported_with_their_number() -> None:
    rows = [[*HEADINGS, "審議会の声"], *([*row, "よい"] for row in ROWS)]
    (finding,) = [f for f in read(clipboard_text(rows)).findings if f.check == "column_unmatched"]
    assert "審議会の声" in str(finding.sentence)
    assert "4 個" in str(finding.sentence)
    assert (finding.place.line, finding.place.column) == (1, 11)


def test_the_person_decides_about_a_column() -> None:
    rows = [
        ["番号", "実施事業", "担当課", "実施内容", "平成30年度目標", "振り返り"],
        *(r[:2] + r[3:5] + r[6:8] for r in ROWS),
    ]
    text = clipboard_text(rows)
    assert read(text).table.index(EVALUATION, FiscalYear(2018)) is None
    chosen = read(text, columns={5: Column(EVALUATION, FiscalYear(2018)), 0: None})
    assert [chosen.table.text(row, EVALUATION, FiscalYear(2018)) for row in chosen.table.rows] == [r[7] for r in ROWS]
    assert chosen.table.index(NUMBER) is None


def test_the_sheet_with_the_table_is_found_and_the_others_are_named(tmp_path: Path) -> None:
    path = merged_workbook(tmp_path / "表.xlsx")
    sheets = open_source(path)
    cover = Sheet("表紙", [["読書計画"]])
    old = Sheet("昨年度", [HEADINGS, *ROWS, *ROWS], hidden=True)
    reading = read_sheets([cover, old, *sheets], "表.xlsx")
    assert reading.table.sheet == "Sheet"
    assert [(s.name, s.hidden, s.has_table) for s in reading.sheets] == [
        ("表紙", False, False),
        ("昨年度", True, True),
        ("Sheet", False, True),
    ]
    assert [f.place.sheet for f in reading.findings if f.check == "other_sheet"] == ["昨年度"]
    assert read_sheets([cover, old, *sheets], "表.xlsx", "昨年度").table.sheet == "昨年度"


def test_a_sheet_that_is_not_there_and_a_text_without_a_table_are_one_sentence(tmp_path: Path) -> None:
    path = merged_workbook(tmp_path / "表.xlsx")
    with pytest.raises(PlanError, match="シート「別表」はありません。あるシート: Sheet"):
        read(path, "別表")
    with pytest.raises(PlanError, match="どの資料か分かりません"):
        read("こんにちは\n世界")


def test_a_table_of_one_year_takes_the_year_from_its_title() -> None:
    rows = [
        ["令和4年度 読書計画 進行管理表"],
        ["番号", "事業名", "担当課", "取組内容", "目標", "実績"],
        *(r[:2] + r[3:5] + r[6:8] for r in ROWS),
    ]
    reading = read(clipboard_text(rows))
    assert reading.years == (2022,)
    assert [m.column.field for m in reading.header.matches if m.column] == [
        NUMBER, PROJECT, DEPARTMENT, CONTENT, TARGET, EVALUATION,
    ]  # fmt: skip


def test_a_table_of_one_row_one_year_and_one_department_is_a_table() -> None:
    for row in (ROWS[0], ROWS[3]):
        reading = read(clipboard_text([HEADINGS[:7], row[:7]]))
        assert [read.cells for read in reading.table.rows] == [tuple(cell or None for cell in row[:7])]
        assert (reading.years, reading.findings) == ((2018,), ())


def test_a_table_that_names_no_year_is_asked_about_and_read_when_it_is_told() -> None:
    text = clipboard_text([[*HEADINGS[:6], *FIELDS], *(row[:8] for row in ROWS)])
    reading = read_any(text)
    assert isinstance(reading, Reading)
    assert reading.lacks_year
    assert reading.years == ()
    told = read_any(text, year=FiscalYear(2020))
    assert isinstance(told, Reading)
    assert (told.years, told.lacks_year, told.findings) == ((2020,), False, ())
    assert _cells(told) == [row[:8] for row in CELLS]
    named = read_any(clipboard_text([HEADINGS, *ROWS]), year=FiscalYear(2020))
    assert isinstance(named, Reading)
    assert named.years == (2018, 2019)


CELL = st.sampled_from(
    ["", "", "番号", "実施事業", "担当課", "目標", "R1", "評価", "○", "1-①. 名", "※注", " ", "資料1", "2"]
)


@given(st.lists(st.lists(CELL | st.text(max_size=8), max_size=6), max_size=12))
def test_around_any_lines_a_table_is_found_and_no_cell_is_invented(rows: list[list[str]]) -> None:
    lines = [*rows[:2], ["番号", "実施事業", "担当課", "R1目標"], *rows[2:]]
    for row in read_sheets([Sheet("表", lines)], "表.csv").table.rows:
        above = {cell for line in lines[: row.line] for cell in line}  # merged cells are filled from above
        assert all(cell is None or cell in above for cell in row.cells)


def test_an_unclosed_quote_names_its_line() -> None:
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *ROWS])
    with pytest.raises(PlanError, match="引用符"):
        read(text.getvalue() + '"閉じない,1\n')


def test_a_quote_that_is_never_closed_names_the_line_where_it_was_opened(tmp_path: Path) -> None:
    lines = [",".join(f'"{cell}"' for cell in row).replace("\n", "") for row in [HEADINGS, *ROWS]]
    lines[2] = lines[2].replace('"主担当課に準ずる。"', '"主担当課に準ずる。 ◎').replace('"', "", 2)
    path = tmp_path / "表.csv"
    path.write_text("\n".join(lines).replace('""', ""), encoding="utf-8")
    with pytest.raises(PlanError, match=r"表\.csv」の 3 行目の引用符"):
        read_any(path)


def test_a_binary_file_named_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes(b"\x81\x00\xff\xfd" * 50)
    with pytest.raises(PlanError, match="文字コード"):
        read(path)
