"""What can be done to a schedule: arrows and points drawn, moved, made longer, named and taken away; no Qt here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from exports.document import Bar, Schedule
from exports.formats.schedules import Placed, rows
from plan.documents.reports import FIRST_MONTH, MONTHS, ScheduleLine

MONTH_COUNT = len(MONTHS)
Lines = tuple[ScheduleLine, ...]


class Grip(Enum):
    """Where a bar is taken hold of."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is drawn: the schedule's line that it belongs to, and the bars with their labels in it."""

    line: int
    bars: tuple[tuple[ScheduleLine, Placed], ...] = ()


def drawn(lines: Lines, measure: Callable[[str], float]) -> list[Row]:
    """The rows of a schedule as they are printed, and an empty one below; `measure` gives a text's width in months."""
    bars = [Bar(x.line, x.first - FIRST_MONTH, x.last - FIRST_MONTH, x.label, x.point) for x in lines]
    of_bar = dict(zip(bars, lines, strict=True))
    found = [
        Row(row[0].bar.line, tuple((of_bar[placed.bar], placed) for placed in row))
        for row in rows(Schedule(MONTHS, tuple(bars)), measure)
    ]
    return [*found, Row(next_line(lines))]


def next_line(lines: Lines) -> int:
    """The line below all others."""
    return max((x.line for x in lines), default=-1) + 1


def at(row: Row, month: int) -> ScheduleLine | None:
    """What stands in a month (0 for April) of a row: a point before an arrow, a short one before a long one."""
    found = [x for x, _ in row.bars if x.first <= month + FIRST_MONTH <= x.last]
    return min(found, key=lambda x: (not x.point, x.last - x.first), default=None)


def added(lines: Lines, new: ScheduleLine) -> Lines:
    """With one more bar, in the order of the lines and months."""
    return tuple(sorted((*lines, new), key=lambda x: (x.line, x.first, x.last)))


def removed(lines: Lines, bar: ScheduleLine) -> Lines:
    """Without a bar; a line that is empty then is closed up."""
    kept = list(lines)
    kept.remove(bar)
    return closed_up(tuple(kept))


def replaced(lines: Lines, bar: ScheduleLine, new: ScheduleLine) -> Lines:
    """With another bar in the place of one."""
    kept = list(lines)
    kept.remove(bar)
    return closed_up(added(tuple(kept), new))


def closed_up(lines: Lines) -> Lines:
    """The lines counted from 0 without a gap."""
    numbers = {line: n for n, line in enumerate(sorted({x.line for x in lines}))}
    return tuple(replace(x, line=numbers[x.line]) for x in lines)


def between(line: int, one: int, other: int, *, actual: bool) -> ScheduleLine:
    """A new arrow over the months (0 for April) from one to the other."""
    first, last = sorted((within(one), within(other)))
    return ScheduleLine(line, first + FIRST_MONTH, last + FIRST_MONTH, actual=actual)


def pulled(bar: ScheduleLine, grip: Grip, months: int, to_line: int) -> ScheduleLine:
    """A bar pulled some months to the right (or left, below 0): as a whole, into another line too, or by an end."""
    latest = FIRST_MONTH + MONTH_COUNT - 1
    if grip is Grip.MIDDLE or bar.point:
        step = max(FIRST_MONTH - bar.first, min(months, latest - bar.last))
        return replace(bar, first=bar.first + step, last=bar.last + step, line=to_line)
    if grip is Grip.FIRST:
        return replace(bar, first=max(FIRST_MONTH, min(bar.first + months, bar.last)))
    return replace(bar, last=min(latest, max(bar.last + months, bar.first)))


def turned(bar: ScheduleLine) -> ScheduleLine:
    """An arrow as a point in its first month, a point as an arrow over its month."""
    return replace(bar, point=not bar.point, last=bar.first)


def within(month: int) -> int:
    """The nearest month of the year."""
    return max(0, min(month, MONTH_COUNT - 1))


def as_values(lines: Sequence[ScheduleLine]) -> list[dict[str, str | int | float | None]]:
    """The bars as the plan stores them."""
    return [
        {"line": x.line, "from_month": x.first, "to_month": x.last, "point": int(x.point), "label": x.label}
        for x in lines
    ]
