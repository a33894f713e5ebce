"""Where the labels of a schedule stand: each by its arrow or point, and none over another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from exports.document import Bar, Schedule

POINT = "○"
_EDGE = 0.05  # months that a label keeps clear of the schedule's edges


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar with its text; `left` and `width` count months from the schedule's left edge."""

    bar: Bar
    text: str
    left: float
    width: float

    @property
    def start(self) -> float:
        """Where it begins to take room, label or arrow."""
        return min(self.left, self.bar.first) if not self.bar.point else self.left

    @property
    def end(self) -> float:
        """Where it ends to take room."""
        return max(self.left + self.width, self.bar.last + 1) if not self.bar.point else self.left + self.width


def rows(schedule: Schedule, measure: Callable[[str], float]) -> list[list[Placed]]:
    """The schedule's rows; a line whose labels would meet takes several. `measure` gives a text's width in months."""
    bars = sorted(schedule.bars, key=lambda bar: (bar.line, bar.first, bar.last))
    found: list[list[Placed]] = []
    for _, line in groupby(bars, key=lambda bar: bar.line):
        found += _line_rows([_placed(bar, measure, len(schedule.months)) for bar in line])
    return found


def _line_rows(line: Sequence[Placed]) -> list[list[Placed]]:
    found: list[list[Placed]] = []
    for placed in line:
        free = (row for row in found if row[-1].end <= placed.start)
        row = next(free, None)
        if row is None:
            found.append([placed])
        else:
            row.append(placed)
    return found


def _placed(bar: Bar, measure: Callable[[str], float], months: int) -> Placed:
    if not bar.point:
        width = measure(bar.label)
        middle = (bar.first + bar.last + 1 - width) / 2
        left = middle if width <= bar.last + 1 - bar.first else bar.first
        return Placed(bar, bar.label, max(_EDGE, min(left, months - _EDGE - width)), width)
    text, half = POINT + bar.label, measure(POINT) / 2
    width = measure(text)
    left = bar.first + 0.5 - half
    if left + width <= months - _EDGE:
        return Placed(bar, text, left, width)
    return Placed(bar, bar.label + POINT, max(_EDGE, bar.first + 0.5 + half - width), width)


def said(bar: Bar, months: Sequence[str]) -> str:
    """When a bar is, in words: 4月～6月."""
    first, last = months[bar.first], months[bar.last]
    return first if bar.first == bar.last else f"{first}～{last}"
