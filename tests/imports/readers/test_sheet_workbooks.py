"""An evaluation sheet as a city keeps it in Excel: merged cells are what they are, and nothing is lost or misplaced."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from db.log.changes import recording
from db.read.grades import evaluation_sheets
from db.store.working import Store
from imports.kinds import accept, compare, read_any
from imports.reports.records import ReportReading
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet

Cells = Mapping[str, str | int]
_MONTHS = {f"{column}{row}": f"{(n + 3) % 12 + 1}月" for row in (6, 17) for n, column in enumerate("CDEFGHIJKLMN")}
_FORM: Cells = {
    "A1": "令和4年度　「みなと市の方針」　掲載　≪個別事業評価表≫",
    "A3": "事業名", "C3": "おはなし会の充実", "K3": "個別事業掲載No", "M3": "図 — 1",
    "A5": "当初計画", "B5": "事業概要・事業量", "C5": "【事業概要】\n読み手を育てる。\n【事業量】\n・24回",
    "B6": "スケジュール", "B10": "成果目標", "C10": "参加者 1,000人",
    "A12": "中間評価", "B12": "上半期の実績・課題等", "C12": "12回開いた。",
    "B13": "事業評価審査会特記意見", "C13": "特になし", "I13": "政策会議評価・意見等", "J13": "広く知らせること。",
    "B14": "主管課評価", "C14": 1, "D14": "事業評価審査会評価", "E14": 2,
    "A16": "事後評価", "B16": "【事業量の実績】", "C16": "・24回開いた。",
    "B17": "スケジュール", "B20": "成果目標の達成状況", "C20": "1,100人が参加した。",
    "B21": "事業の総括（主管課）", "C21": "よくできた。",
    "B22": "事業評価審査会評価・意見等", "I22": "予算執行",
    "J22": "予算額", "K22": "1,000千円", "L22": "1,200千円", "J23": "決算額", "L23": "900千円",
    "B26": "主管課評価", "C26": "S", "D26": "事業評価審査会評価", "E26": 1,
    **_MONTHS,
}  # fmt: skip
_MERGED = """
    A5:A10 B6:B9 C3:J3 M3:N3 C5:N5 C10:N10 A12:A14 C12:N12 C13:H13 J13:N13 A16:A25 C16:N16 B17:B19 C20:N20 C21:N21
    B22:B25 C22:H25 I22:I25
"""


def read(folder: Path, cells: Cells = {}, merged: str = "", formats: Mapping[str, str] = {}) -> ReportReading:  # noqa: B006  # only read
    """The form with other cells, more merged ranges and number formats, as it is read."""
    book = Workbook()
    sheet = book.worksheets[0]
    for place, value in {**_FORM, **cells}.items():
        sheet[place] = value
    for place, code in formats.items():
        sheet[place].number_format = code
    for reference in f"{_MERGED} {merged}".split():
        sheet.merge_cells(reference)
    book.save(folder / "評価表.xlsx")
    found = read_any(folder / "評価表.xlsx")
    assert isinstance(found, ReportReading)
    return found


def taken(plan: Store, told: ReportReading) -> EvaluationSheet:
    with recording(plan, "取り込み") as door:
        accept(door, compare(door.connection, told))
    with plan.reading() as connection:
        return evaluation_sheets(connection).sheets[0]


def drawn(sheet: EvaluationSheet, *, actual: bool = False) -> set[tuple[int, int, str]]:
    return {(line.first, line.last, line.label) for line in sheet.schedule if line.actual is actual}


def sentences(told: ReportReading, check: str) -> list[str]:
    return [str(found.sentence) for found in told.findings if found.check == check]


def test_a_form_of_a_city_is_read_without_a_finding(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path)
    sheet = taken(plan, told)
    assert [str(found.sentence) for found in told.findings] == []
    assert (sheet.texts.volume, sheet.texts.summary) == ("・24回", "よくできた。")
    assert (sheet.interim.own, sheet.interim.committee, sheet.final.own, sheet.final.committee) == ("1", "2", "S", "1")


def test_equal_budgets_are_two(plan: Store, tmp_path: Path) -> None:
    sheet = taken(plan, read(tmp_path, {"K22": "1,200千円"}))
    assert sheet.budget == Budget("1,200", "1,200", "900")


def test_equal_texts_side_by_side_and_below_each_other_are_two(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path, {"C13": "特になし", "J13": "特になし", "C11": "参加者 1,000人"})
    texts = taken(plan, told).texts
    assert (texts.committee_remark, texts.policy_opinion) == ("特になし", "特になし")
    assert texts.outcome_goal == "参加者 1,000人\n参加者 1,000人"


def test_yen_that_excel_shows_in_thousands_are_what_it_shows(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path, {"K22": 1_000_000, "L22": 1_200_000}, formats=dict.fromkeys(("K22", "L22"), '#,##0,"千円"'))
    assert taken(plan, told).budget == Budget("1,000", "1,200", "900")


def test_amounts_without_a_unit_are_thousand_yen_and_told(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path, {"K22": 1000, "L22": "－", "L23": "９００"})
    assert taken(plan, told).budget == Budget("1000", "－", "９００")
    assert sentences(told, "amount_without_unit") == [
        "「1000」には単位がありません。千円単位の金額として読み込みます。",
        "「９００」には単位がありません。千円単位の金額として読み込みます。",
    ]
    assert sentences(read(tmp_path, {"J22": "予算額（千円）", "K22": 1000}), "amount_without_unit") == []


@pytest.mark.parametrize(
    "cells",
    [{"K22": "約1,000千円"}, {"K22": "1,000,000円"}, {"J22": "予算額（円）", "K22": "1,000,000"}, {"K22": "別途"}],
)
def test_an_amount_that_is_none_in_thousand_yen_is_told(plan: Store, tmp_path: Path, cells: Cells) -> None:
    told = read(tmp_path, cells)
    assert taken(plan, told).budget.initial == ""
    assert str(cells["K22"]) in sentences(told, "amount_unit")[0]


def test_an_amount_beside_the_two_is_told(tmp_path: Path) -> None:
    assert sentences(read(tmp_path, {"M22": "1,300千円"}), "line_not_read") == [
        "「1,300千円」は、どの欄に入れるものか分からないため、読み込んでいません。"
    ]


def test_what_is_merged_over_months_reaches_over_them(plan: Store, tmp_path: Path) -> None:
    cells = {"E7": "← 講座 →", "I8": "←", "J8": "巡回", "L8": "→", "E18": "講座", "C19": "通年の相談"}
    told = read(tmp_path, cells, "E7:G7 J8:K8 E18:G18 C19:N19")
    sheet = taken(plan, told)
    assert drawn(sheet) == {(6, 8, "講座"), (10, 13, "巡回")}
    assert drawn(sheet, actual=True) == {(6, 8, "講座"), (4, 15, "通年の相談")}
    assert told.findings == ()


def test_a_box_that_the_form_does_not_know_is_told_and_changes_no_other(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path, {"B11": "今後の課題", "C11": "次に考える。", "J24": "国庫補助", "L24": "300千円"})
    sheet = taken(plan, told)
    assert (sheet.texts.outcome_goal, sheet.budget) == ("参加者 1,000人", Budget("1,000", "1,200", "900"))
    assert sentences(told, "box_unknown") == [
        "「今後の課題」という欄はこの様式にないため、その内容「次に考える。」を読み込んでいません。",
        "「国庫補助」という欄はこの様式にないため、その内容「300千円」を読み込んでいません。",
    ]
    assert [f.place.line for f in told.findings if f.check == "box_unknown"] == [11, 24]


def test_a_box_that_stands_twice_is_told(tmp_path: Path) -> None:
    told = read(tmp_path, {"B25": "", "B27": "事業の総括", "C27": "もう一つの総括。"})
    assert "「もう一つの総括。」" in sentences(told, "line_not_read")[0]


def test_a_schedule_or_a_grade_that_stands_twice_in_a_part_is_told(tmp_path: Path) -> None:
    cells = {"B11": "スケジュール", "C11": "別の予定", "B15": "主管課評価", "C15": "3"}
    told = sentences(read(tmp_path, cells), "line_not_read")
    assert [("「別の予定」" in text, "「3」" in text) for text in told] == [(True, False), (False, True)]


def test_what_stands_before_the_name_of_the_first_part_is_of_the_initial_plan(plan: Store, tmp_path: Path) -> None:
    told = read(tmp_path, {"A5": "", "C8": "← 講座", "E8": "→"})
    sheet = taken(plan, told)
    assert (sheet.texts.outline, sheet.texts.volume) == ("読み手を育てる。", "・24回")
    assert drawn(sheet) == {(4, 6, "講座")}
    assert told.findings == ()


def test_what_stands_between_the_title_and_the_form_is_told(tmp_path: Path) -> None:
    assert sentences(read(tmp_path, {"A2": "所属：図書館"}), "line_not_read") == [
        "「所属：図書館」は、どの欄に入れるものか分からないため、読み込んでいません。"
    ]


def test_a_text_that_names_the_form_is_no_title(plan: Store, tmp_path: Path) -> None:
    assert (
        taken(plan, read(tmp_path, {"C21": "個別事業評価表を見直した。"})).texts.summary == "個別事業評価表を見直した。"
    )


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<p>よくできた。</p><p>次も行う。</p>", "よくできた。\n次も行う。"),
        ('<ul><li>会場</li><li><font color="red">本</font></li></ul>', "・会場\n・本"),
        ("<table><tr><td>会場</td><td>3</td></tr></table>", "会場 3"),
        ("講座&nbsp;A&amp;B", "講座\xa0A&B"),
        ("参加者 < 目標", "参加者 < 目標"),
    ],
)
def test_html_in_a_text_becomes_its_lines(plan: Store, tmp_path: Path, text: str, read_as: str) -> None:
    told = read(tmp_path, {"C21": text})
    assert taken(plan, told).texts.summary == read_as
    assert len(sentences(told, "markup_removed")) == (text != read_as)


def test_a_schedule_inside_the_outline_is_drawn_or_kept_to_be_drawn(plan: Store, tmp_path: Path) -> None:
    outline = "【事業概要】\n育てる。\n【スケジュール】\n募集（6～8月）\n← 研修 →\n【事業量】\n・24回"
    told = read(tmp_path, {"C5": outline, "B6": "", **dict.fromkeys((f"{c}6" for c in "CDEFGHIJKLMN"), "")})
    sheet = taken(plan, told)
    assert (sheet.texts.outline, sheet.texts.volume) == ("育てる。", "・24回")
    assert (drawn(sheet), sheet.texts.planned_undrawn) == ({(6, 8, "募集（6～8月）")}, "研修")
    assert len(sentences(told, "schedule_not_drawn")) == 1


@pytest.mark.parametrize("text", ["スケジュール\n○研修会", "スケジュール：○研修会", "スケジュール　○研修会"])
def test_a_schedule_in_the_cell_of_its_name_is_a_schedule(plan: Store, tmp_path: Path, text: str) -> None:
    told = read(tmp_path, {"B17": text, **dict.fromkeys((f"{c}17" for c in "CDEFGHIJKLMN"), "")})
    sheet = taken(plan, told)
    assert (sheet.texts.actual_volume, sheet.texts.actual_undrawn) == ("・24回開いた。", "○研修会")


def test_what_nobody_sees_is_no_change_of_a_sheet(plan: Store, tmp_path: Path) -> None:
    taken(plan, read(tmp_path, {"C12": "4月～6月に12回開いた。"}))
    told = read(tmp_path, {"C12": "4月〜6月に\n12回開いた。　", "C3": "おはなし会\nの充実"})
    with plan.reading() as connection:
        assert not compare(connection, told).changes_something
    told = read(tmp_path, {"C12": "4月〜6月に13回開いた。"})
    with plan.reading() as connection:
        assert compare(connection, told).changes_something
