"""Dates as clerks write them: 令和3年3月31日, H30.3.31, R2.3.31時点; and those that no calendar has."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plan.era import ERA_PATTERN, ERAS, Era, FiscalYear, era_of, fold

_ERA = rf"{ERA_PATTERN}\s?(?P<in_era>元|[0-9]{{1,2}})"
_MARK = r"\s?[年./]\s?"
# Without an era a date needs its 年 or all three numbers: 2/1回 and 9/15号 are none.
_DATE = re.compile(
    rf"(?:{_ERA}{_MARK}|(?<![0-9.])(?P<western>(?:19|20)[0-9]{{2}})[年./])"
    r"(?!度)(?P<month>[0-9]{1,2})(?:月(?:(?P<day>[0-9]{1,2})日)?|[./](?P<day_too>[0-9]{1,2})(?![0-9]))",
)
_BEGINS = {
    "令和": (2019, 5, 1),
    "平成": (1989, 1, 8),
    "昭和": (1926, 12, 25),
    "大正": (1912, 7, 30),
    "明治": (1868, 1, 25),
}
_FIRST_MONTH = 4
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, or a month of a year (day 0), as it stands in a text; `era` is "" for western years."""

    text: str
    era: str
    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        if not 1 <= self.month <= _MONTHS:
            return False
        return self.day <= calendar.monthrange(self.year, self.month)[1] and (self.day > 0 or self.text[-1] == "月")

    @property
    def date(self) -> dt.date | None:
        """The day; None for a month, and for what does not exist."""
        return dt.date(self.year, self.month, self.day) if self.day and self.exists else None

    @property
    def fiscal_year(self) -> FiscalYear:
        """The fiscal year that it lies in."""
        return FiscalYear(self.year if self.month >= _FIRST_MONTH else self.year - 1)

    @property
    def before_its_era(self) -> bool:
        """Whether the era had not begun yet: 令和元年3月."""
        return bool(self.era) and (self.year, self.month, self.day or 31) < _BEGINS[self.era]


def era_on(when: dt.date) -> Era | None:
    """The era of a day; None before 明治."""
    began = (era for era in ERAS if _BEGINS[era.name] <= (when.year, when.month, when.day))
    return next(began, None)


def day(when: dt.date | None) -> str:
    """A day as offices write it, 2026/5/31; "" for none."""
    return f"{when.year}/{when.month}/{when.day}" if when is not None else ""


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every date and every month of a year that the text names, in order."""
    for match in _DATE.finditer(fold(text)):
        day = int(match["day"] or match["day_too"] or 0)
        yield WrittenDate(match[0], _era(match["era"]), _year(match), int(match["month"]), day)


def _era(written: str | None) -> str:
    return era_of(written).name if written else ""


def _year(match: re.Match[str]) -> int:
    if match["western"]:
        return int(match["western"])
    return era_of(match["era"]).first_year + (1 if match["in_era"] == "元" else int(match["in_era"])) - 1
