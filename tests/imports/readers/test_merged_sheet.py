"""A city's own evaluation sheet as a workbook: its merged cells say which box a text stands in."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from imports.kinds import read_any
from imports.reports.records import ReportReading, SourceRecord

Cells = dict[str, str]
MONTHS = {f"{column}5": f"{month}月" for column, month in zip("CDEFGHIJKLMN", (*range(4, 13), 1, 2, 3), strict=True)}
FORM: Cells = {
    "A1": "令和4年度 「みなと市の方針」 掲載 ≪個別事業評価表≫",
    "A3": "事業名", "C3": "おはなし会の充実", "K3": "個別事業掲載No", "M3": "図 — 1",
    "A5": "当初計画", "B5": "スケジュール", **MONTHS, "E6": "← 募集 →", "I7": "←", "J7": "講座", "L7": "→",
    "A9": "中間評価", "B9": "上半期の実績・課題等", "C9": "12回開いた。",
    "B10": "主管課評価", "C10": "1", "D10": "事業評価審査会評価", "E10": "2",
    "A12": "事後評価", "B12": "事業の総括", "C12": "よくできた。",
    "B14": "予算執行", "C14": "予算額", "D14": "608千円", "E14": "608千円",
}  # fmt: skip
MERGED = ("C3:J3", "M3:N3", "B5:B7", "E6:G6", "J7:K7", "C9:H9", "C12:H12", "A5:A7")


def read(folder: Path, more: Cells | None = None, merged: tuple[str, ...] = ()) -> tuple[ReportReading, SourceRecord]:
    book = Workbook()
    sheet = book.worksheets[0]
    for place, text in (FORM | (more or {})).items():
        sheet[place] = text
    for span in (*MERGED, *merged):
        sheet.merge_cells(span)
    book.save(folder / "評価表.xlsx")
    reading = read_any(folder / "評価表.xlsx")
    assert isinstance(reading, ReportReading)
    return reading, next(r for r in reading.records if r.table == "evaluation_sheet")


def told(reading: ReportReading) -> list[str]:
    """What the sentences about boxes and lines quote."""
    found = [str(f.sentence) for f in reading.findings if f.check in ("line_not_read", "box_unknown")]
    return [" ".join(re.findall("「(.*?)」", sentence)) for sentence in found]


def test_arrows_in_merged_cells_reach_over_their_months_and_equal_budgets_are_two(tmp_path: Path) -> None:
    reading, sheet = read(tmp_path)
    lines = [r.key for r in reading.records if r.table == "schedule_line"]
    assert [(k["from_month"], k["to_month"], k["label"]) for k in lines] == [(6, 8, "募集"), (10, 13, "講座")]
    assert (sheet.values["budget_initial"], sheet.values["budget_revised"]) == ("608", "608")
    assert told(reading) == []


@pytest.mark.parametrize(
    ("more", "merged", "expected"),
    [
        ({"I9": "記入者", "J9": "港 太郎"}, (), "記入者 港 太郎"),
        ({"B13": "今後の課題", "C13": "来年度に検討する。"}, ("C13:H13",), "今後の課題 来年度に検討する。"),
        ({"B13": "今後の課題"}, ("C13:H13",), "今後の課題"),
    ],
)
def test_a_box_that_nobody_knows_stays_out_of_its_neighbours(
    tmp_path: Path, more: Cells, merged: tuple[str, ...], expected: str
) -> None:
    reading, sheet = read(tmp_path, more, merged)
    assert (sheet.values["interim_result"], sheet.values["summary"]) == ("12回開いた。", "よくできた。")
    assert told(reading) == [expected]


def test_a_blank_box_does_not_take_what_stands_behind_it(tmp_path: Path) -> None:
    reading, sheet = read(tmp_path, {"C9": "", "I9": "記入者", "J9": "港 太郎"})
    assert sheet.values["interim_result"] == ""
    assert told(reading) == ["記入者 港 太郎"]
