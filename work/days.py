"""Today and the fiscal year that it lies in, as Japan counts them: the one place that reads the clock of this PC."""

from datetime import UTC, date, datetime, timedelta, timezone

from plan.due import fiscal_year_of
from plan.era import FiscalYear, YearRange

_JAPAN = timezone(timedelta(hours=9))


def today() -> date:
    """The day in Japan."""
    return datetime.now(UTC).astimezone(_JAPAN).date()


def year_in_work(years: YearRange) -> FiscalYear:
    """The year of a plan that people work in: this one, or the nearest that the plan has."""
    return min(max(this_fiscal_year(), years.first), years.last)


def this_fiscal_year() -> FiscalYear:
    """The fiscal year of today."""
    return fiscal_year_of(today())
