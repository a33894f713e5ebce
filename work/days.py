"""Today and the fiscal year that it lies in, as Japan counts them: the one place that reads the clock of this PC."""

from datetime import UTC, date, datetime, timedelta, timezone

from plan.era import FiscalYear

_APRIL = 4
_JAPAN = timezone(timedelta(hours=9))


def today() -> date:
    """The day in Japan."""
    return datetime.now(UTC).astimezone(_JAPAN).date()


def this_fiscal_year() -> FiscalYear:
    """The fiscal year of today."""
    day = today()
    return FiscalYear(day.year if day.month >= _APRIL else day.year - 1)
