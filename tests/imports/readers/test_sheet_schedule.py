"""Typed schedules are read by their months; what cannot be placed is named, never placed by guess."""

import pytest

from imports.readers.sheet_schedule import Bar, Cell, ReadSchedule, Row, month_columns, read_rows, without_months

MONTHS = {at: at + 2 for at in range(2, 14)}  # columns 2 to 13 are April to March


def read(*cells: Cell) -> ReadSchedule:
    return read_rows([Row(cells)], MONTHS)


def spans(schedule: ReadSchedule) -> list[tuple[int, int, str, bool]]:
    return [(bar.first, bar.last, bar.label, bar.point) for bar in schedule.bars]


def test_a_row_of_months_is_known_in_any_width() -> None:
    months = [(at, f"{(month - 1) % 12 + 1}月") for at, month in MONTHS.items()]
    assert month_columns(months) == MONTHS
    assert month_columns([(at, text.translate(str.maketrans("123", "１２３"))) for at, text in months]) == MONTHS
    assert month_columns(months[:3]) == {}


def test_months_in_one_cell_are_no_labels() -> None:
    assert without_months("4月 5月 6月 ○研修 3月の会") == "○研修 3月の会"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([(3, "←"), (4, "研修"), (6, "→")], [(5, 8, "研修", False)]),
        ([(3, "← 研修 →")], [(5, 5, "研修", False)]),
        ([(2, "募集（6～8月、11月）")], [(6, 8, "募集（6～8月、11月）", False), (11, 11, "", False)]),
        ([(2, "開講式（7/1）")], [(7, 7, "開講式（7/1）", False)]),
        ([(2, "講座（7/1～9/15）")], [(7, 9, "講座（7/1～9/15）", False)]),
        ([(2, "相談（通年）")], [(4, 15, "相談（通年）", False)]),
        ([(2, "準備（上半期）")], [(4, 9, "準備（上半期）", False)]),
        ([(2, "公表（年度末）")], [(15, 15, "公表（年度末）", False)]),
        ([(2, "調査（9月下旬～第3四半期）")], [(9, 12, "調査（9月下旬～第3四半期）", False)]),
        ([(2, "○式典（10月3日）")], [(10, 10, "式典（10月3日）", True)]),
        ([(2, "7月～9月: 募集")], [(7, 9, "7月～9月: 募集", False)]),
        ([(1, "← 研修"), (5, "→")], [(4, 7, "研修", False)]),
        ([(3, "← A"), (4, "→"), (8, "← B"), (9, "→")], [(5, 6, "A", False), (10, 11, "B", False)]),
        ([(7, "○発表")], [(9, 9, "発表", True)]),
        ([(13, "公表○")], [(15, 15, "公表", True)]),
        ([(3, "○"), (5, "○"), (6, "○公表")], [(5, 5, "", True), (7, 7, "", True), (8, 8, "公表", True)]),
        ([(2, "会議（6、1月）")], [(6, 6, "会議（6、1月）", False), (13, 13, "", False)]),
        ([(2, "募集（11～2月）")], [(11, 14, "募集（11～2月）", False)]),
        ([(2, "募集（6～8月")], [(6, 8, "募集（6～8月", False)]),
    ],
)
def test_arrows_points_and_named_months(cells: list[Cell], expected: list[tuple[int, int, str, bool]]) -> None:
    schedule = read(*cells)
    assert spans(schedule) == expected
    assert schedule.undrawn == []


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ([(4, "← 研修")], ["研修（6月から）"]),  # it begins there, and nobody knows where it ends
        ([(1, "← 研修")], ["研修"]),  # the head stands before the months
        ([(4, "← 研修"), (7, "← 会議")], ["研修（6月から）", "会議（9月から）"]),
        ([(4, "研修")], ["研修"]),  # words in a month are no arrow
        ([(4, "○研修 ○会議")], ["○研修", "○会議"]),  # which of them is in that month?
        ([(4, "← 募集（4月～）")], ["募集（4月～）（6月から）"]),
    ],
)
def test_nothing_is_drawn_that_the_source_does_not_say(cells: list[Cell], left: list[str]) -> None:
    schedule = read(*cells)
    assert schedule.bars == []
    assert schedule.undrawn == [(0, label) for label in left]


@pytest.mark.parametrize(
    "label",
    ["募集（13月）", "募集（平成30年4月）", "募集（3～1月）", "募集（6～8人）", "募集（8、10）", "募集（年1回）"],
)
def test_what_is_no_month_is_not_taken_for_one(label: str) -> None:
    schedule = read((4, label))
    assert (schedule.bars, schedule.undrawn) == ([], [(0, label)])


def test_columns_that_their_own_labels_contradict_are_told() -> None:
    schedule = read((3, "← 研修"), (5, "→"), (8, "発行（12月）"))
    assert (schedule.shifted, [bar.label for bar in schedule.placed]) == (["発行（12月）"], ["研修"])
    assert read((3, "← 研修"), (5, "→"), (8, "発行（10月）")).shifted == []


def test_drawn_arrows_bear_the_label_in_their_months_or_the_free_one_before_them() -> None:
    rows = [Row([(3, "研修"), (8, "○会議")], [(3, 6)]), Row([(2, "長い名前の作業")], [(5, 6), (9, 9)])]
    assert read_rows(rows, MONTHS).bars == [
        Bar(0, 10, 10, "会議", point=True),
        Bar(0, 5, 8, "研修"),
        Bar(1, 7, 8, "長い名前の作業"),
        Bar(1, 11, 11),
    ]


@pytest.mark.parametrize(
    ("cells", "reaches", "expected"),
    [
        ([(4, "← 研修 →")], {4: 6}, [(6, 8, "研修", False)]),
        ([(4, "研修")], {4: 6}, [(6, 8, "研修", False)]),
        ([(2, "通年の相談")], {2: 13}, [(4, 15, "通年の相談", False)]),
        ([(8, "←"), (9, "研修"), (11, "→")], {9: 10}, [(10, 13, "研修", False)]),
        ([(2, "募集（6～8月）")], {2: 13}, [(6, 8, "募集（6～8月）", False)]),
    ],
)
def test_what_is_merged_over_months_is_meant_for_all_of_them(
    cells: list[Cell], reaches: dict[int, int], expected: list[tuple[int, int, str, bool]]
) -> None:
    schedule = read_rows([Row(cells, (), reaches)], MONTHS)
    assert (spans(schedule), schedule.undrawn) == (expected, [])


@pytest.mark.parametrize("text", ["○発表会", "研修 会議", "はじめに準備をする。\n終わりに公表する。"])
def test_what_is_merged_over_months_and_says_more_than_a_name_is_left_to_be_drawn(text: str) -> None:
    schedule = read_rows([Row([(4, text)], (), {4: 6})], MONTHS)
    assert schedule.bars == []
    assert schedule.undrawn
