"""A header is found by its words: any era, any width, one level or two, with or without a number."""

import pytest

from imports.table.header import find_header, match_by_hand
from plan.era import FiscalYear
from plan.fields import BASELINE_AND_GOAL, CONTENT, DEPARTMENT, EVALUATION, GRADE, LEAD, NUMBER, PROJECT, TARGET, Field
from plan.table import Column

Expected = list[tuple[Field, int | None] | None]
BODY = ["1", "1-①. 名", "○", "図書館", "中身"]


def _found(*rows: list[str]) -> Expected:
    header = find_header([*rows, BODY], None)
    assert header is not None
    return [(m.column.field, m.column.year) if m.column else None for m in header.matches]


@pytest.mark.parametrize(
    "year",
    [
        "平成29年度",
        "平成２９年度",
        "H29",
        "Ｈ２９年度",
        "2017",
        "２０１７年度",
        "平成 29 年度\n",
        "H29年度（2017）",
        "29年度",
    ],
)
def test_a_year_is_known_however_it_is_written(year: str) -> None:
    found = _found(["実施事業", "担当課", year + "目標", "平成30年度目標"])
    assert found[2:] == [(TARGET, 2017), (TARGET, 2018)]


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("内容及び目標", TARGET), ("内容及び\n目標", TARGET), ("目　標", TARGET), ("計画", TARGET), ("内容", TARGET),
        ("評価", EVALUATION), ("実 績", EVALUATION), ("結果", EVALUATION), ("取組実績", EVALUATION),
        ("達成状況", GRADE),
    ],
)  # fmt: skip
def test_a_yearly_field_is_known_by_its_variants(word: str, field: Field) -> None:
    assert _found(["実施事業", "担当課", "実施内容", f"令和元年度{word}"])[3] == (field, 2019)


def test_the_keys_are_known_with_or_without_a_number_and_in_any_order() -> None:
    assert _found(["担当部署", "No.", "事業名", "現状 及び 目標", "主担当", "取組内容", "R1実績"]) == [
        (DEPARTMENT, None), (NUMBER, None), (PROJECT, None), (BASELINE_AND_GOAL, None), (LEAD, None), (CONTENT, None),
        (EVALUATION, 2019),
    ]  # fmt: skip


def test_a_plain_content_is_the_content_unless_a_better_one_stands_beside_it() -> None:
    assert _found(["実施事業", "担当課", "内容", "R1実績"])[2] == (CONTENT, None)
    assert _found(["実施事業", "内容", "担当課", "実施内容", "R1実績"])[1:4:2] == [None, (CONTENT, None)]


def test_a_lead_column_that_names_departments_is_the_department() -> None:
    header = find_header(
        [["番号", "実施事業", "主担当課", "R1実績"], ["1", "名", "図書館", ""], ["2", "名", "子育て支援課", ""]], None
    )
    assert header is not None
    assert header.matches[2].column == Column(DEPARTMENT)
    assert header.matches[2].confidence < 0.9


@pytest.mark.parametrize(
    "rows",
    [
        [["番号", "実施事業", "担当課", "H30", "", "R1", ""], ["", "", "", "目標", "評価", "目標", "評価"]],
        [
            ["番号", "実施事業", "担当課", "H30", "H30", "R1", "R1"],
            ["番号", "実施事業", "担当課", "目標", "評価", "目標", "評価"],
        ],
        [
            ["", "", "", "平成30年度", "", "令和元年度", ""],
            ["番号", "実施事業", "担当課", "目標", "評価", "目標", "評価"],
        ],
    ],
)
def test_two_header_rows_are_read_as_one(rows: list[list[str]]) -> None:
    assert _found(*rows) == [
        (NUMBER, None), (PROJECT, None), (DEPARTMENT, None),
        (TARGET, 2018), (EVALUATION, 2018), (TARGET, 2019), (EVALUATION, 2019),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "years"),
    [
        (["平29年度目標", "平30年度目標"], [2017, 2018]),
        (["29年度目標", "30年度目標"], [2017, 2018]),
        (["30年度目標", "元年度目標", "2年度目標"], [2018, 2019, 2020]),
        (["3年度目標", "4年度目標"], [2021, 2022]),
        (["30年度目標", "31年度目標", "令2年度目標"], [2018, 2019, 2020]),
        (["元年度目標", "R2目標"], [2019, 2020]),
        (["5年度目標"], [2023]),
    ],
)
def test_years_in_short_are_those_of_one_plan(headings: list[str], years: list[int]) -> None:
    assert _found(["実施事業", "担当課", "実施内容", *headings])[3:] == [(TARGET, year) for year in years]


def test_a_number_that_can_be_no_year_of_a_plan_is_asked_about() -> None:
    assert _found(["実施事業", "担当課", "実施内容", "R1目標", "99年度目標"])[4] is None
    assert _found(["実施事業", "担当課", "実施内容", "R5目標", "50年度目標"])[4] is None


def test_three_header_rows_are_read_as_one() -> None:
    found = _found(
        ["番号", "実施事業", "担当課", "令和5年度", "", "令和6年度", ""],
        ["", "", "", "年間", "", "年間", ""],
        ["", "", "", "目標", "評価", "目標", "評価"],
    )
    assert found[3::2] == [(TARGET, 2023), (TARGET, 2024)]


def test_a_field_may_stand_above_its_years() -> None:
    found = _found(
        ["番号", "実施事業", "担当課", "目標", "", "評価", ""], ["", "", "", "30年度", "元年度", "30年度", "令和元年度"]
    )
    assert found[3:] == [(TARGET, 2018), (TARGET, 2019), (EVALUATION, 2018), (EVALUATION, 2019)]


def test_a_column_of_persons_is_no_department() -> None:
    assert _found(["実施事業", "部課名", "担当者", "担当者電話", "実施内容", "R1目標"])[1:4] == [
        (DEPARTMENT, None),
        None,
        None,
    ]
    assert _found(["実施事業", "担当者氏名", "実施内容", "R1目標"])[1] is None


def test_prose_and_titles_are_no_header() -> None:
    rows = [
        ["実施事業の評価及び目標について"],
        ["1", "講座の評価を行い、目標を見直した。" * 4, "図書館", "内容を検討する予定"],
    ]
    assert find_header(rows, None) is None


def test_a_choice_by_hand_takes_the_meaning_from_the_other_column() -> None:
    header = find_header([["実施事業", "担当課", "R1目標", "メモ"], BODY], None)
    assert header is not None
    column = Column(TARGET, FiscalYear(2019))
    chosen = match_by_hand(header, {3: column})
    assert [m.column for m in chosen.matches[2:]] == [None, column]
    assert chosen.matches[3].confidence == 1.0
