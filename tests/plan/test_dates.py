"""Dates are read in both calendars, and those that no calendar has are known."""

import datetime as dt

import pytest

from plan.dates import WrittenDate, dates_in
from plan.era import FiscalYear


def _one(text: str) -> WrittenDate:
    (found,) = dates_in(text)
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成31年3月31日現在", dt.date(2019, 3, 31)),
        ("(H30.3.31)", dt.date(2018, 3, 31)),
        ("Ｒ２．３．３１時点", dt.date(2020, 3, 31)),
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("平29.3.31", dt.date(2017, 3, 31)),
        ("令3年4月1日", dt.date(2021, 4, 1)),
        ("2021年3月31日", dt.date(2021, 3, 31)),
        ("2021/3/31", dt.date(2021, 3, 31)),
        ("令和3年3月", None),
    ],
)
def test_a_date_is_read_as_written(text: str, day: dt.date | None) -> None:
    found = _one(text)
    assert found.exists
    assert found.date == day


@pytest.mark.parametrize("text", ["9/15号", "3/1回", "10/2~5", "令和2年度", "3月31日", "R1", "平成31年度末", "JR2.5"])
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize("text", ["令和3年2月29日", "令和3年13月1日", "R3.4.31"])
def test_a_date_that_does_not_exist_is_known(text: str) -> None:
    assert not _one(text).exists


def test_an_era_has_no_days_before_it_begins() -> None:
    assert _one("令和元年3月").before_its_era
    assert _one("令和元年4月30日").before_its_era
    assert not _one("令和元年5月1日").before_its_era
    assert not _one("2019年3月31日").before_its_era


def test_a_date_lies_in_a_fiscal_year() -> None:
    assert _one("令和3年3月31日").fiscal_year == FiscalYear(2020)
    assert _one("令和3年4月1日").fiscal_year == FiscalYear(2021)
