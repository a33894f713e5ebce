"""Today, and the fiscal year that it lies in: read from the clock of this PC in one place."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day on this PC's calendar."""
    return datetime.now(UTC).astimezone().date()
