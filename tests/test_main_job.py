"""The main job: the city's table in any of its shapes → one plan → the official table, equal to the character."""

import csv
import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from console.cli import main
from tests.exports.real import real_rows
from tests.imports.tables import ROWS

KEYS = ["番号", "実施事業", "主担当", "担当課", "実施内容", "現状及び事業目標"]
INVENTED, REAL = "an invented table", "a city's own table"
TITLE = "第2次みなと市読書計画　進行管理表"
Rows = list[list[str]]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=[INVENTED, REAL])
def rows(request: pytest.FixtureRequest) -> Rows:
    return real_rows() if request.param == REAL else [list(row) for row in ROWS]


def years(rows: Rows) -> list[str]:
    names = ["平成29年度", "平成30年度", "令和元年度", "令和2年度", "令和3年度"]
    return names if len(rows[0]) == 15 else names[1:3]


def headings(rows: Rows) -> list[str]:
    yearly = [year + field for year in years(rows) for field in ("内容及び目標", "評価")]
    return [*KEYS, *yearly][: len(rows[0])]


def as_csv(rows: Rows) -> Path:
    """In cp932, with title, label and header on every page."""
    with Path("表.csv").open("w", encoding="cp932", newline="") as file:
        out = csv.writer(file)
        for start in range(0, len(rows), 10):
            out.writerows([[TITLE], [], ["資料2"], headings(rows), *rows[start : start + 10]])
    return Path("表.csv")


def as_workbook(rows: Rows) -> Path:
    """A title block, the years merged over their fields, merged 実施事業 cells, the header again on every page."""
    book = Workbook()
    sheet = book.worksheets[0]
    line = 1
    for start in range(0, len(rows), 10):
        sheet.cell(line, 1, TITLE)
        merge(sheet, line, line, 1, 12)
        sheet.cell(line + 1, 13, "資料2")
        write_header(sheet, line + 2, rows)
        line = write_rows(sheet, line + 4, rows[start : start + 10]) + 1
    book.save("表.xlsx")
    return Path("表.xlsx")


def merge(sheet: Worksheet, top: int, bottom: int, left: int, right: int) -> None:
    sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)


def write_header(sheet: Worksheet, line: int, rows: Rows) -> None:
    for column, text in enumerate(KEYS, start=1):
        sheet.cell(line, column, text)
        merge(sheet, line, line + 1, column, column)
    for column in range(7, len(rows[0]) + 1, 2):
        sheet.cell(line, column, years(rows)[(column - 7) // 2])
        if column < len(rows[0]):
            merge(sheet, line, line, column, column + 1)
    for column in range(7, len(rows[0]) + 1):
        sheet.cell(line + 1, column, "評価" if column % 2 == 0 else "内容及び\n目標")


def write_rows(sheet: Worksheet, line: int, rows: Sequence[list[str]]) -> int:
    for project, group in groupby(rows, key=lambda row: row[1]):
        first = line
        for row in group:
            for column, text in enumerate(row, start=1):
                if text and column != 2:
                    sheet.cell(line, column).value = text
                    sheet.cell(line, column).data_type = "s"
            line += 1
        sheet.cell(first, 2, project)
        if line - first > 1:
            merge(sheet, first, line - 1, 2, 2)
    return line


def run(*arguments: object) -> None:
    assert main([str(a) for a in arguments]) == 0


def cells(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def exported(file: str, out: str) -> Path:
    run("export", file, out)
    return Path(out)


def test_every_shape_of_the_table_makes_the_same_plan(rows: Rows) -> None:
    run("import", "一.ayumi", as_csv(rows))
    run("import", "二.ayumi", as_workbook(rows))
    one, two = cells(exported("一.ayumi", "一.csv")), cells(exported("二.ayumi", "二.csv"))
    assert one == [headings(rows), *rows]
    assert two == one
    assert told("一.ayumi") == told("二.ayumi")


def told(file: str) -> list[str]:
    """Every record of a plan, whatever its ids."""
    text = exported(file, f"{file}.json").read_text(encoding="utf-8")
    return sorted(line.rstrip(",") for line in re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", text).splitlines())


def test_what_comes_out_goes_in_again_and_changes_nothing(rows: Rows, capsys: pytest.CaptureFixture[str]) -> None:
    run("import", "一.ayumi", as_csv(rows))
    for out in ("表2.xlsx", "表2.csv", "表.csv"):
        if not Path(out).exists():
            exported("一.ayumi", out)
        capsys.readouterr()
        run("import", "一.ayumi", out)
        assert f"新規 0、変更 0、同じ {len(rows)}" in capsys.readouterr().out
    run("import", "三.ayumi", exported("一.ayumi", "全部.json"))
    assert cells(exported("三.ayumi", "三.csv"))[1:] == rows


def test_every_text_stands_on_the_printed_pages(rows: Rows) -> None:
    run("import", "一.ayumi", as_csv(rows))
    with pypdfium2.PdfDocument(exported("一.ayumi", "表.pdf")) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    printed = re.sub(r"\s", "", "".join(pages))
    missing = [text for row in rows for text in row if re.sub(r"\s", "", text) not in printed]
    assert missing == []
    if len(rows) == 133:
        assert 11 <= len(pages) <= 17
