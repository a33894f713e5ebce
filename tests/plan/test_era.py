"""Fiscal years are read as cities write them and printed as cities print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.era import FiscalYear, YearRange, years_in
from plan.errors import PlanError


@pytest.mark.parametrize(
    "text",
    [
        "2019",
        "令和元年度",
        "R1",
        "H31",
        "平成31年度",
        "平成３１年度",
        "Ｒ１",
        "令和 1 年",
        "2019年度",
        "R.1",
        "平31",
        "令元年度",
    ],
)  # fmt: skip
def test_one_year_is_read_in_every_way_it_is_written(text: str) -> None:
    assert FiscalYear.parse(text) == 2019


@pytest.mark.parametrize("text", ["", "令和", "31", "元年", "R", "20199", "令和100年度", "昨年度"])
def test_what_is_no_year_is_refused_by_name(text: str) -> None:
    with pytest.raises(PlanError, match=f"「{text}」"):
        FiscalYear.parse(text)


@pytest.mark.parametrize(
    ("year", "label", "short"),
    [(2018, "平成30年度", "H30"), (2019, "令和元年度", "R1"), (2026, "令和8年度", "R8"), (1989, "平成元年度", "H1")],
)
def test_a_year_is_printed_in_the_era_of_its_greater_part(year: int, label: str, short: str) -> None:
    assert (FiscalYear(year).label, FiscalYear(year).short) == (label, short)


@given(st.integers(1900, 2080))
def test_reading_a_printed_year_gives_the_year(year: int) -> None:
    assert FiscalYear.parse(FiscalYear(year).label) == FiscalYear.parse(FiscalYear(year).short) == year


def test_years_are_found_inside_a_heading() -> None:
    assert years_in("平成29年度内容及び目標") == [2017]
    assert years_in("R2評価（2020年度）") == [2020, 2020]
    assert years_in("平29年度評価・令3目標") == [2017, 2021]
    assert years_in("実施内容") == []


@pytest.mark.parametrize("text", ["ICT5か年計画", "R5か年", "2020カ年", "公平2", "JR3", "第3次", "IT2"])
def test_a_number_of_years_and_the_end_of_a_word_are_no_year(text: str) -> None:
    assert years_in(text) == []


@pytest.mark.parametrize("text", ["2017-2021", "H29～R3", "平成29年度〜令和3年度"])
def test_a_range_of_years_is_read(text: str) -> None:
    years = YearRange.parse(text)
    assert (years.first, years.last, len(years)) == (2017, 2021, 5)
    assert list(years)[2].label == "令和元年度"
    assert 2019 in years
    assert 2022 not in years


@pytest.mark.parametrize("text", ["2021-2017", "2017-2019-2021", "2017-"])
def test_a_range_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(PlanError):
        YearRange.parse(text)
