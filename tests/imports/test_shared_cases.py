"""The tables that were tried on this program come out right, each with the value that was agreed on beforehand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imports.kinds import read_any
from imports.source_kind import SourceKind
from imports.table.table_reading import Reading
from plan.errors import PlanError
from plan.fields import DEPARTMENT, EVALUATION, TARGET
from plan.table import Column

FOLDERS = (parent / "shared" / "cases" for parent in Path(__file__).parents)
CASES = next((folder for folder in FOLDERS if folder.is_dir()), Path())
pytestmark = pytest.mark.skipif(Path() == CASES, reason="the cases are not here")

LATER = {
    "v02_sheet_per_year.xlsx": "several sheets as one table",
    "v03b_sheet_per_department_nocol.xlsx": "several sheets as one table",
    "w41_target_and_result_rows.xlsx": "two lines a row",
    "w42_year_only_headings.xlsx": "a frame that the person sets: nothing says what the columns of a year are",
    "w49_lead_and_related_columns.xlsx": "rows for both of two columns of departments",
    "k01_kpi_years_across.xlsx": "columns of the plan's own: indicators",
    "o01_raw_like_macro_sheet.xlsx": "columns of the plan's own",
}
"""What belongs to a capability that is still to come."""

YEARS = [2017, 2018, 2019, 2020, 2021]
ROWS = 133


def _public() -> Iterator[Any]:
    """The cases about reading alone: those that are compared with a plan are tried where rows are."""
    for path in sorted(CASES.glob("public/*.right.json")) if Path() != CASES else ():
        right = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".right.json")
        if "onto" not in right:
            (source,) = (p for p in path.parent.iterdir() if p.name == name or (p.stem == name and p != path))
            yield pytest.param(source, right, id=source.name)


def _read(source: Path) -> Reading:
    reading = read_any(source)
    assert isinstance(reading, Reading)
    return reading


def _table(name: str) -> Reading:
    return _read(CASES / "tables" / name)


def _checks(reading: Reading) -> set[str]:
    return {finding.check for finding in reading.findings}


def _column(reading: Reading, heading: str) -> int:
    labels = {
        (column.year.label if column.year else "") + column.field.label: column for column in reading.table.columns
    }
    return reading.table.columns.index(labels[heading])


@pytest.mark.parametrize(("source", "right"), list(_public()))
def test_a_case_of_the_public_record_is_read_right(source: Path, right: dict[str, Any]) -> None:
    reading = _read(source)
    if "rows" in right:
        assert len(reading.table.rows) == right["rows"]
    if "years" in right:
        assert [year.label for year in reading.years] == right["years"]
    if "findings" in right:
        assert len(reading.findings) == right["findings"]
    if right.get("finding"):
        assert reading.findings
    for row, heading, text in right.get("cells", ()):
        assert reading.table.rows[row - 1].cells[_column(reading, heading)] == text


def test_no_piece_of_a_text_over_several_lines_goes_elsewhere_in_silence() -> None:
    assert {"number_missing", "note_unsure"} <= _checks(_read(CASES / "public" / "37-text-over-several-lines.csv"))


@pytest.mark.parametrize("name", ["24-nbsp.csv", "28-one-year.csv"])
def test_a_case_that_is_about_something_else_is_read_all_the_same(name: str) -> None:
    assert len(_read(CASES / "public" / name).table.rows) == 2
    assert _read(CASES / "public" / name).findings == ()


@pytest.mark.parametrize(
    "name",
    [
        "v06b_merged_as_csv.csv", "v07_hidden.xlsx", "v10_furigana.xlsx", "v15_open.ods", "v20_csv.xls",
        "v30_comments.xlsx",
    ],
)  # fmt: skip
def test_the_same_table_in_another_dress_is_the_same_to_the_last_cell(name: str) -> None:
    reading, plain = _table(name), _table("v18_libreoffice_saved.xlsx")
    assert [row.cells for row in reading.table.rows] == [row.cells for row in plain.table.rows]
    assert (len(plain.table.rows), list(plain.years)) == (ROWS, YEARS)


@pytest.mark.parametrize(
    ("name", "checks"),
    [
        ("v06b_merged_as_csv.csv", {"department_filled"}), ("v07_hidden.xlsx", {"hidden_rows", "hidden_columns"}),
        ("v08_strike.xlsx", {"struck_text"}), ("v30_comments.xlsx", {"comments"}), ("v12_dates.xlsx", {"date_cell"}),
        ("v13_number_formats.xlsx", {"format_not_shown"}), ("w46_duplicate_heading.xlsx", {"column_doubled"}),
        ("w52_no_year_anywhere.xlsx", {"year_unknown"}), ("v32_three_levels.xlsx", {"column_unmatched"}),
    ],
)  # fmt: skip
def test_what_is_not_read_as_it_stands_is_told_with_its_place(name: str, checks: set[str]) -> None:
    reading = _table(name)
    assert checks <= _checks(reading)
    assert all(found.place.sheet or found.place.line for found in reading.findings if found.check in checks)
    assert len(reading.table.rows) >= ROWS - 1  # one row of the struck-out table is struck out whole


def _values(name: str, row: int) -> list[str | None]:
    return list(_table(name).table.rows[row].cells)


def test_numbers_and_dates_are_what_excel_shows() -> None:
    shown = ["12.5%", "1,234千円", "12.5%", "50%", "▲1,500", "1,235千円", "05", "－", "1234567890123"]
    assert _values("v13_number_formats.xlsx", 0)[6:] == shown
    assert _values("v14b_number_formats.xls", 0)[6:] == shown
    assert _values("v13_number_formats.xlsx", 1)[8:10] == ["1 1/2", "12,345.68"]
    assert _values("v12_dates.xlsx", 0)[6:13] == [
        "2017-06-01", "平成30年3月31日", "4月1日", "2019年3月", "Oct-19", "13:30:00", "30:15:00",
    ]  # fmt: skip


def test_struck_out_texts_are_left_out() -> None:
    cells = [row.cells for row in _table("v08_strike.xlsx").table.rows]
    assert len(cells) == ROWS - 1
    assert cells[0][7] is None
    assert cells[1][6] == "新しい目標。"


@pytest.mark.parametrize(
    ("name", "words"),
    [("v24c_iso2022jp.csv", "ISO-2022-JP"), ("v26d_opening_quote_never_closed.csv", "の 4 行目の引用符")],
)
def test_a_file_that_is_not_read_is_refused_for_the_right_reason(name: str, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        _table(name)


def test_a_row_with_words_of_a_heading_is_a_row() -> None:
    assert len(_table("v27c_minimal.csv").table.rows) == 3


def _later(name: str) -> Any:  # noqa: ANN401  # pytest's own type is private
    return pytest.param(name, marks=pytest.mark.xfail(reason=LATER[name], strict=True), id=name)


@pytest.mark.parametrize(
    "name", [_later(name) for name in ("v02_sheet_per_year.xlsx", "v03b_sheet_per_department_nocol.xlsx")]
)
def test_several_sheets_are_one_table(name: str) -> None:
    reading = _table(name)
    assert (len(reading.table.rows), list(reading.years)) == (ROWS, YEARS)
    assert all(reading.table.text(row, DEPARTMENT) for row in reading.table.rows)


@pytest.mark.parametrize("name", [_later("w41_target_and_result_rows.xlsx"), _later("w42_year_only_headings.xlsx")])
def test_columns_of_years_alone_are_read(name: str) -> None:
    reading = _table(name)
    assert len(reading.table.rows) == ROWS
    assert {column.field for column in reading.table.columns} >= {TARGET, EVALUATION}


@pytest.mark.parametrize("name", [_later("w49_lead_and_related_columns.xlsx")])
def test_a_related_department_has_a_row_of_its_own(name: str) -> None:
    assert len(_table(name).table.rows) > ROWS


@pytest.mark.parametrize("name", [_later("k01_kpi_years_across.xlsx")])
def test_a_table_of_indicators_is_one(name: str) -> None:
    reading = read_any(CASES / "tables" / name)
    assert not isinstance(reading, Reading)
    assert reading.kind is SourceKind.PLAN_BOOK


@pytest.mark.parametrize("name", [_later("o01_raw_like_macro_sheet.xlsx")])
def test_every_column_of_a_wide_sheet_has_a_place(name: str) -> None:
    assert "column_unmatched" not in _checks(_table(name))


def test_a_person_is_no_department() -> None:
    reading = _table("o01_raw_like_macro_sheet.xlsx")
    at = next(match.index for match in reading.header.matches if match.column == Column(DEPARTMENT))
    assert "部課名" in reading.header.matches[at].heading
