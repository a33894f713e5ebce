"""A schedule's bars are drawn, moved, made longer and taken away, and stay within the year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pages.sheet.schedule import Grip, added, at, between, closed_up, drawn, pulled, removed, replaced, turned
from plan.documents.reports import ScheduleLine

PREPARE = ScheduleLine(0, 4, 6, "準備")
MEET = ScheduleLine(0, 9, 9, "会議", point=True)
TEACH = ScheduleLine(1, 5, 15, "講座")
LINES = (PREPARE, MEET, TEACH)
BARS = st.builds(
    lambda line, ends, point: ScheduleLine(line, min(ends), min(ends) if point else max(ends), "文字", point=point),
    st.integers(0, 3),
    st.tuples(st.integers(4, 15), st.integers(4, 15)),
    st.booleans(),
)


def months(text: str) -> float:
    return len(text) / 4


def test_every_line_is_a_row_and_an_empty_one_follows() -> None:
    rows = drawn(LINES, months)
    assert [row.line for row in rows] == [0, 1, 2]
    assert [bar for bar, _ in rows[0].bars] == [PREPARE, MEET]
    assert at(rows[0], 1) == PREPARE
    assert at(rows[0], 3) is None
    assert at(rows[2], 0) is None


def test_a_point_is_found_before_the_arrow_that_it_stands_on() -> None:
    rows = drawn((ScheduleLine(0, 4, 15), ScheduleLine(0, 6, 6, point=True)), lambda _: 0.0)
    found = [at(row, 2) for row in rows]
    assert ScheduleLine(0, 6, 6, point=True) in found


def test_an_arrow_may_be_drawn_from_either_end() -> None:
    assert between(0, 5, 2, actual=True) == ScheduleLine(0, 6, 9, actual=True)
    assert between(0, -3, 40, actual=False) == ScheduleLine(0, 4, 15)


@pytest.mark.parametrize(
    ("grip", "months_on", "first", "last"),
    [
        (Grip.MIDDLE, 2, 6, 8),
        (Grip.MIDDLE, -5, 4, 6),
        (Grip.LAST, 20, 4, 15),
        (Grip.LAST, -9, 4, 4),
        (Grip.FIRST, 9, 6, 6),
    ],
)
def test_a_bar_is_pulled_by_its_middle_or_an_end(grip: Grip, months_on: int, first: int, last: int) -> None:
    moved = pulled(PREPARE, grip, months_on, 0)
    assert (moved.first, moved.last) == (first, last)


@given(BARS, st.sampled_from(Grip), st.integers(-20, 20), st.integers(0, 3))
def test_no_pull_leaves_the_year(bar: ScheduleLine, grip: Grip, step: int, line: int) -> None:
    moved = pulled(bar, grip, step, line)
    assert 4 <= moved.first <= moved.last <= 15
    assert (moved.last == moved.first) or not moved.point


@given(st.lists(BARS, max_size=8))
def test_what_is_taken_away_is_gone_and_the_lines_close_up(bars: list[ScheduleLine]) -> None:
    lines = tuple(bars)
    for bar in bars:
        fewer = removed(lines, bar)
        assert len(fewer) == len(lines) - 1
        assert {x.line for x in fewer} == set(range(len({x.line for x in fewer})))


def test_another_bar_stands_in_its_place() -> None:
    assert replaced(LINES, TEACH, ScheduleLine(5, 5, 6)) == (PREPARE, MEET, ScheduleLine(1, 5, 6))
    assert added((), TEACH) == (TEACH,)
    assert closed_up((TEACH,)) == (ScheduleLine(0, 5, 15, "講座"),)


def test_an_arrow_becomes_a_point_and_back() -> None:
    assert turned(PREPARE) == ScheduleLine(0, 4, 4, "準備", point=True)
    assert not turned(turned(PREPARE)).point
