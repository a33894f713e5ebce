"""Days as offices write them, and today's."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day on this PC's calendar."""
    return datetime.now(UTC).astimezone().date()


def day(when: date | None) -> str:
    """2026/5/31; "" for none."""
    return f"{when.year}/{when.month}/{when.day}" if when is not None else ""
