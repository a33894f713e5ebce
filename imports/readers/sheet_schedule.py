"""The schedule of an evaluation sheet: arrows ←…→, points ○ and labels, in the months that they stand in or name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imports.readers.month_names import APRIL, counted, named_months
from plan.folding import fold

Cell = tuple[int, str]
"""A column, counted from 0, and what stands in it."""

_MONTH = re.compile(r"(\d{1,2})月")
_LEFT, _RIGHT, _POINTS = "←⇐↔⇔", "→⇒➡", "○〇◯●"
_LONGEST = 40  # characters of a name in a schedule; longer texts are prose
_MOST = 6  # months in a row that make it the heading of a schedule
_TOKENS = re.compile(r"(←|⇐|→|⇒|➡|↔|⇔|[○〇◯●]|[_＿]{2,})")
_BEHIND = re.compile(r"([^←→○〇◯●]+)([○〇◯●])")  # a point at the year's end has its label before it
_PARTS = re.compile(r"(?<=月[)）])、?\s*|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Bar:
    """An arrow over months (4 April to 15 March) or a point in one, on a line of the schedule."""

    line: int
    first: int
    last: int
    label: str = ""
    point: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the months: its cells, the columns over which arrows are drawn, and where merged cells end."""

    cells: Sequence[Cell]
    arrows: Sequence[tuple[int, int]] = ()
    ends: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class ReadSchedule:
    """What was read: the bars, and the labels of which nobody can tell from when to when, each with its row.

    `placed` are the arrows that stand where their columns are, `shifted` the labels that name another month than the
    column in which they stand: where there are such, the columns are not to be relied on.
    """

    bars: list[Bar] = field(default_factory=list)
    undrawn: list[tuple[int, str]] = field(default_factory=list)
    placed: list[Bar] = field(default_factory=list)
    shifted: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Arrow:
    """An arrow that has begun and not ended yet; `begins` where the column of its head is a month's."""

    first: int
    label: str = ""
    begins: bool = True


def month_columns(cells: Iterable[Cell]) -> dict[int, int]:
    """The months (4 to 15) of the columns, where a row is the heading of a schedule; empty for any other row."""
    found = {at: counted(int(match[1])) for at, text in cells if (match := _MONTH.fullmatch(fold(text)))}
    return found if len(found) >= _MOST else {}


def without_months(text: str) -> str:
    """What stands behind the months where a whole schedule is in one cell: 4月 5月 … 3月 ○研修 → ○研修."""
    return re.sub(r"^(?:\s*\d{1,2}月(?![^\s])){2,}", "", text).strip()


def read_rows(rows: Sequence[Row], months: Mapping[int, int]) -> ReadSchedule:
    """The rows below the months."""
    schedule = ReadSchedule()
    for number, row in enumerate(rows):
        if row.arrows:
            _read_drawn(number, row.cells, row.arrows, months, schedule)
        elif row.cells:
            _TypedRow(number, row, months, schedule).read()
    return schedule


def _next_line(schedule: ReadSchedule) -> int:
    return max((bar.line for bar in schedule.bars), default=-1) + 1


def _read_drawn(
    row: int,
    cells: Sequence[Cell],
    arrows: Sequence[tuple[int, int]],
    months: Mapping[int, int],
    schedule: ReadSchedule,
) -> None:
    """Arrows drawn over the cells: each bears the label in its own months, or the free one before it."""
    line = _next_line(schedule)
    texts = {at: text for at, text in cells if at in months}
    for at, text in list(texts.items()):
        if text.startswith("○") or text.endswith("○"):
            schedule.bars.append(Bar(line, months[at], months[at], text.strip("○"), point=True))
            del texts[at]
    for first, last in sorted(arrows):
        inside = [at for at in texts if first <= at <= last] or [at for at in texts if at < first][-1:]
        label = texts.pop(inside[0]) if inside else ""
        schedule.bars.append(Bar(line, _month_at(months, first), _month_at(months, last), label))
    schedule.undrawn += [(row, text) for text in texts.values()]


class _TypedRow:
    """One row of typed arrows, read from left to right; what is merged over several months is meant for all of them."""

    def __init__(self, number: int, row: Row, months: Mapping[int, int], schedule: ReadSchedule) -> None:
        self._number = number
        self._row = row
        self._months = months
        self._schedule = schedule
        self._line = _next_line(schedule)
        self._arrow: _Arrow | None = None
        self._point = False
        self._point_at = 0  # where the point stands that waits for its label

    def read(self) -> None:
        """Read the row's cells."""
        for at, text in self._row.cells:
            parts = list(_tokens(text))
            alone = sum(not _TOKENS.fullmatch(part) for part in parts) <= 1
            for part in parts:
                self._read(at, part, alone=alone)
        self._end()

    def _read(self, at: int, part: str, *, alone: bool) -> None:
        """Read an arrow's head, a point, or a label; several labels of one cell stand on lines of their own."""
        if part in _LEFT:
            self._end()
            self._arrow = _Arrow(self._month_at(at), begins=at in self._months)
        elif part in _RIGHT:
            self._close(self._month_at(self._end_of(at)))
        elif part in _POINTS:
            self._end_point()
            self._point, self._point_at = True, at
        elif not _TOKENS.fullmatch(part):
            self._label(at, part, alone=alone)
            self._line += not alone
            self._point = False

    def _label(self, at: int, text: str, *, alone: bool) -> None:
        named = named_months(text)
        if named:
            self._add_named(named, text)
            if at in self._months and alone and not any(first <= self._months[at] <= last for first, last in named):
                self._schedule.shifted.append(text)
        elif self._arrow is not None and not self._arrow.label and not self._point:
            self._arrow.label = text
        elif self._point and alone and at in self._months and self._end_of(at) == at:
            self._add(self._months[at], self._months[at], text, point=True)
        elif not self._point and alone and self._is_over_months(at, text):
            self._arrow = _Arrow(self._months[at], text)
            self._close(self._month_at(self._end_of(at)))
        else:
            self._leave("○" + text if self._point else text)

    def _end_of(self, at: int) -> int:
        """The last column of the cell that begins there."""
        return self._row.ends.get(at, at)

    def _is_over_months(self, at: int, text: str) -> bool:
        """Whether a name stands in a cell over several months; prose may be about other months."""
        return at in self._months and self._end_of(at) > at and len(text) <= _LONGEST and "\n" not in text

    def _add_named(self, spans: Sequence[tuple[int, int]], text: str) -> None:
        for place, (first, last) in enumerate(spans):
            self._add(first, last, "" if place else text, point=self._point)

    def _close(self, month: int) -> None:
        if self._arrow is not None:
            self._add(self._arrow.first, max(self._arrow.first, month), self._arrow.label)
            self._schedule.placed.append(self._schedule.bars[-1])
            self._arrow = None

    def _end(self) -> None:
        """An arrow without its end is not drawn; where it begins is told with its label."""
        self._end_point()
        if self._arrow is not None and self._arrow.label:
            begins = f"（{(self._arrow.first - 1) % 12 + 1}月から）" if self._arrow.begins else ""
            self._leave(self._arrow.label + begins)
        self._arrow = None

    def _end_point(self) -> None:
        """A point that has no label is one all the same."""
        if self._point and self._point_at in self._months:
            self._add(self._months[self._point_at], self._months[self._point_at], "", point=True)
        elif self._point:
            self._leave("○")
        self._point = False

    def _leave(self, label: str) -> None:
        self._schedule.undrawn.append((self._number, label))

    def _add(self, first: int, last: int, label: str, *, point: bool = False) -> None:
        self._schedule.bars.append(Bar(self._line, first, last, label, point))

    def _month_at(self, at: int) -> int:
        return _month_at(self._months, at)


def _tokens(text: str) -> Iterator[str]:
    behind = _BEHIND.fullmatch(text)
    for token in _TOKENS.split(f"{behind[2]}{behind[1]}" if behind else text):
        if _TOKENS.fullmatch(token):
            yield token
        else:
            yield from (part.strip(" 、") for part in _PARTS.split(token) if part.strip(" 、"))


def _month_at(months: Mapping[int, int], at: int) -> int:
    """The month of a column; what begins left of the months begins with the first."""
    left = [column for column in months if column <= at]
    return months[max(left)] if left else min(months.values(), default=APRIL)
