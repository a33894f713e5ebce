"""Odd things are kept as they are and reported with their place."""

import datetime as dt
from pathlib import Path

from imports.table.table_reading import Reading, read
from plan.clipboard import clipboard_text
from plan.era import FiscalYear
from plan.fields import NUMBER, PROJECT, TARGET
from plan.findings import Finding, Severity
from tests.imports.tables import HEADINGS, ROWS, plain_workbook


def _read(*rows: list[str]) -> Reading:
    return read(clipboard_text([HEADINGS, *rows]))


def _changed(row: list[str], **cells: str) -> list[str]:
    at = {"number": 0, "project": 1, "lead": 2, "department": 3, "target": 6, "evaluation": 7}
    return [next((text for name, text in cells.items() if at[name] == i), cell) for i, cell in enumerate(row)]


def _of(reading: Reading, check: str) -> list[Finding]:
    return [finding for finding in reading.findings if finding.check == check]


def test_a_clean_table_has_no_findings() -> None:
    assert _read(*ROWS).findings == ()


def test_a_look_alike_code_is_reported_where_it_first_stands_and_kept() -> None:
    odd = "1-①-I. 学校との連携"
    reading = _read(*ROWS[:3], _changed(ROWS[3], project=odd), _changed(["5", *ROWS[3][1:]], project=odd))
    (finding,) = _of(reading, "code_look_alike")
    assert "「1-①-I」は「1-①-イ」" in str(finding.sentence)
    assert (finding.place.line, finding.place.number, finding.place.field) == (5, "4", PROJECT)
    assert reading.table.rows[3].cells[1] == odd


def test_numbers_missing_doubled_and_out_of_order_are_reported() -> None:
    numbers = ["2", "2", "", "1"]
    reading = _read(*(_changed(row, number=number) for row, number in zip(ROWS, numbers, strict=True)))
    found = {(f.check, f.severity, f.place.line) for f in reading.findings if f.place.field is NUMBER}
    assert found == {
        ("number_doubled", Severity.WARNING, 3),
        ("number_missing", Severity.WARNING, 4),
        ("number_order", Severity.NOTICE, 5),
    }


def test_a_row_moved_one_to_the_right_is_noticed_with_its_year() -> None:
    moved = _changed(ROWS[2], target="巡回校を7校に広げた。 【結果】7校", evaluation="引き続き広げる。10校を目指す。")
    (finding,) = _of(_read(*ROWS[:2], moved, ROWS[3]), "column_shifted")
    assert finding.severity is Severity.NOTICE
    assert (finding.place.line, finding.place.department) == (4, "学務課")
    assert (finding.place.year, finding.place.field) == (FiscalYear(2018), TARGET)


def test_a_second_lead_of_one_content_is_reported() -> None:
    reading = _read(ROWS[0], _changed(ROWS[1], lead="○"), *ROWS[2:])
    assert [f.place.line for f in _of(reading, "two_leads")] == [3]


def test_departments_in_one_cell_and_spelt_in_two_ways_are_reported() -> None:
    odd = [_changed(ROWS[1], department="図書館 "), _changed(ROWS[2], department="学務課、指導課")]
    reading = _read(ROWS[0], *odd, ROWS[3])
    assert [f.place.line for f in _of(reading, "department_spelling")] == [3]
    assert [f.place.line for f in _of(reading, "departments_in_one_cell")] == [4]
    assert reading.table.rows[1].cells[3] == "図書館 "


def test_error_values_long_texts_and_control_characters_are_reported_and_kept() -> None:
    odd = [_changed(ROWS[0], target=text) for text in ("#N/A", "######", "長" * 32_768, "改頁\x0c")]
    reading = _read(*odd)
    assert [f.place.line for f in _of(reading, "error_value")] == [2, 3]
    assert [f.place.line for f in _of(reading, "text_too_long")] == [4]
    assert [f.place.line for f in _of(reading, "control_character")] == [5]
    assert [row.cells[6] for row in reading.table.rows] == [row[6] for row in odd]


def test_the_rest_of_a_text_below_the_rows_is_told_and_a_note_is_not() -> None:
    rest = ["", "", "", "", "", "", "", "げる。", "", ""]
    (found,) = _of(_read(*ROWS, rest), "note_unsure")
    assert "「げる。」" in str(found.sentence)
    assert found.place.line == 2 + len(ROWS)
    assert _of(_read(*ROWS, ["※ ○は主担当課です。", *[""] * 9]), "note_unsure") == []


def test_a_number_that_excel_turned_into_a_date_is_reported(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*row] for row in ROWS]
    rows[1][0] = dt.date(2026, 4, 1)
    reading = read(plain_workbook([HEADINGS, *rows], tmp_path / "表.xlsx"))
    (finding,) = _of(reading, "date_cell")
    assert (finding.place.line, finding.place.column) == (3, 1)
    assert reading.table.rows[1].cells[0] == "2026-04-01"
