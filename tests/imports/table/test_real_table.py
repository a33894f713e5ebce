"""The city's own table comes through cell by cell, from text, workbook and cp932."""

import csv
from pathlib import Path

import pytest

from imports.table.table_reading import Reading, read
from tests.imports.tables import plain_workbook

REAL = Path(__file__).parents[3].parent / "shared" / "real" / "progress-table.txt"
pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the city's table is not here")

LINES = [line.split("\t") for line in REAL.read_text(encoding="utf-8").split("\n")] if REAL.exists() else []
CELLS = [tuple(cell or None for cell in line) for line in LINES if len(line) == 15 and line[0].isdecimal()]


def _cp932(folder: Path) -> Path:
    path = folder / "表.csv"
    with path.open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows(LINES)
    return path


def _read(shape: str, folder: Path) -> Reading:
    if shape == "text":
        return read(REAL)
    return read(_cp932(folder) if shape == "cp932" else plain_workbook(LINES, folder / "表.xlsx"))


@pytest.mark.parametrize("shape", ["text", "cp932", "workbook"])
def test_all_cells_of_the_real_table_are_equal_character_for_character(shape: str, tmp_path: Path) -> None:
    reading = _read(shape, tmp_path)
    assert [row.cells for row in reading.table.rows] == CELLS
    assert (len(CELLS), len(reading.table.columns)) == (133, 15)
    assert reading.years == (2017, 2018, 2019, 2020, 2021)
    assert len({cells[3] for cells in CELLS}) == 31
    assert (reading.captions.form, reading.captions.label, reading.table.notes) == ("進行管理表", "資料2", "")


def test_its_misread_codes_and_shifted_rows_are_noticed() -> None:
    findings = read(REAL).findings
    assert sum(finding.check == "code_look_alike" for finding in findings) == 6
    assert sum(finding.check == "column_shifted" for finding in findings) >= 10
    assert {finding.check for finding in findings} == {"code_look_alike", "column_shifted", "two_leads"}
