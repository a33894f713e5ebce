"""Typed schedules are read by their months; what cannot be placed is named, never placed by guess."""

import pytest

from imports.schedules import Bar, Cell, ReadSchedule, month_columns, read_rows, without_months

MONTHS = {at: at + 2 for at in range(2, 14)}  # columns 2 to 13 are April to March


def read(*cells: Cell) -> ReadSchedule:
    return read_rows([(list(cells), [])], MONTHS)


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
        ([(1, "← 研修"), (5, "→")], [(4, 7, "研修", False)]),
        ([(3, "← A"), (4, "→"), (8, "← B"), (9, "→")], [(5, 6, "A", False), (10, 11, "B", False)]),
        ([(7, "○発表")], [(9, 9, "発表", True)]),
        ([(13, "公表○")], [(15, 15, "公表", True)]),
        ([(2, "会議（6、1月）")], [(6, 6, "会議（6、1月）", False), (13, 13, "", False)]),
        ([(2, "募集（11～2月）")], [(11, 14, "募集（11～2月）", False)]),
        ([(2, "募集（6～8月")], [(6, 8, "募集（6～8月", False)]),
    ],
)
def test_arrows_points_and_named_months(cells: list[Cell], expected: list[tuple[int, int, str, bool]]) -> None:
    schedule = read(*cells)
    assert spans(schedule) == expected
    assert (schedule.endless, schedule.nowhere) == ([], [])


def test_an_arrow_without_an_end_stays_in_its_first_month_and_is_named() -> None:
    schedule = read((4, "← 研修"))
    assert (spans(schedule), schedule.endless) == ([(6, 6, "研修", False)], ["研修"])


def test_several_labels_in_one_cell_have_no_month() -> None:
    assert read((4, "○研修 ○会議")).nowhere == ["○研修", "○会議"]


@pytest.mark.parametrize("label", ["募集（13月）", "募集（平成30年4月）", "募集（3～1月）", "募集（6～8人）"])
def test_what_is_no_month_is_not_taken_for_one(label: str) -> None:
    assert [bar.label for bar in read((4, label)).bars if (bar.first, bar.last) != (6, 6)] == []


def test_drawn_arrows_bear_the_label_in_their_months_or_the_free_one_before_them() -> None:
    rows: list[tuple[list[Cell], list[tuple[int, int]]]] = [
        ([(3, "研修"), (8, "○会議")], [(3, 6)]),
        ([(2, "長い名前の作業")], [(5, 6), (9, 9)]),
    ]
    assert read_rows(rows, MONTHS).bars == [
        Bar(0, 10, 10, "会議", point=True),
        Bar(0, 5, 8, "研修"),
        Bar(1, 7, 8, "長い名前の作業"),
        Bar(1, 11, 11),
    ]
