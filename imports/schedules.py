"""The schedule of an evaluation sheet: arrows ←…→, points ○ and labels, in the months that they stand in or name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plan.era import fold

Cell = tuple[int, str]
"""A column, counted from 0, and what stands in it."""

_MONTH = re.compile(r"(\d{1,2})月")
_LEFT, _RIGHT, _POINTS = "←⇐↔⇔", "→⇒➡", "○〇◯●"
_MOST = 6  # months in a row that make it the heading of a schedule
_TOKENS = re.compile(r"(←|⇐|→|⇒|➡|↔|⇔|[○〇◯●]|[_＿]{2,})")
_BEHIND = re.compile(r"([^←→○〇◯●]+)([○〇◯●])")  # a point at the year's end has its label before it
_PARTS = re.compile(r"(?<=月[)）])、?\s*|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_NAMED = re.compile(r"[(（]\s*(\d{1,2}月?(?:\s*[、,，・～~〜\-－]\s*\d{1,2}月?)*)[)）]?$")
_THROUGH = re.compile(r"[～~〜\-－]")
_APRIL, _YEAR = 4, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """An arrow over months (4 April to 15 March) or a point in one, on a line of the schedule."""

    line: int
    first: int
    last: int
    label: str = ""
    point: bool = False


@dataclass(slots=True)
class ReadSchedule:
    """What was read: the bars, the labels whose end nobody can tell, and those whose month nobody can."""

    bars: list[Bar] = field(default_factory=list)
    endless: list[str] = field(default_factory=list)
    nowhere: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Arrow:
    """An arrow that has begun and not ended yet."""

    first: int
    label: str = ""


def month_columns(cells: Iterable[Cell]) -> dict[int, int]:
    """The months (4 to 15) of the columns, where a row is the heading of a schedule; empty for any other row."""
    found = {at: _counted(int(match[1])) for at, text in cells if (match := _MONTH.fullmatch(fold(text)))}
    return found if len(found) >= _MOST else {}


def without_months(text: str) -> str:
    """What stands behind the months where a whole schedule is in one cell: 4月 5月 … 3月 ○研修 → ○研修."""
    return re.sub(r"^(?:\s*\d{1,2}月(?![^\s]))+", "", text).strip()


def read_rows(
    rows: Sequence[tuple[Sequence[Cell], Sequence[tuple[int, int]]]], months: Mapping[int, int]
) -> ReadSchedule:
    """The rows below the months; each row's cells, and the columns over which arrows are drawn in it."""
    schedule = ReadSchedule()
    for cells, arrows in rows:
        if arrows:
            _read_drawn(cells, arrows, months, schedule)
        elif cells:
            _Row(months, schedule).read(cells)
    return schedule


def _next_line(schedule: ReadSchedule) -> int:
    return max((bar.line for bar in schedule.bars), default=-1) + 1


def _read_drawn(
    cells: Sequence[Cell], arrows: Sequence[tuple[int, int]], months: Mapping[int, int], schedule: ReadSchedule
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
    for at, text in texts.items():
        schedule.bars.append(Bar(line, months[at], months[at], text))
        schedule.endless.append(text)


class _Row:
    """One row of typed arrows, read from left to right."""

    def __init__(self, months: Mapping[int, int], schedule: ReadSchedule) -> None:
        self._months = months
        self._schedule = schedule
        self._line = _next_line(schedule)
        self._arrow: _Arrow | None = None
        self._point = False

    def read(self, cells: Sequence[Cell]) -> None:
        """Read the row's cells."""
        for at, text in cells:
            parts = list(_tokens(text))
            alone = sum(not _TOKENS.fullmatch(part) for part in parts) <= 1
            for part in parts:
                self._read(at, part, alone=alone)
        self._end()

    def _read(self, at: int, part: str, *, alone: bool) -> None:
        """Read an arrow's head, a point, or a label; several labels of one cell stand on lines of their own."""
        if part in _LEFT:
            self._end()
            self._arrow = _Arrow(self._month_at(at))
        elif part in _RIGHT:
            self._close(self._month_at(at))
        elif part in _POINTS:
            self._point = True
        elif not _TOKENS.fullmatch(part):
            self._label(at, part, alone=alone)
            self._line += not alone
            self._point = False

    def _label(self, at: int, text: str, *, alone: bool) -> None:
        named = _named(text)
        if named:
            self._add_named(named, text)
        elif self._arrow is not None and not self._arrow.label and not self._point:
            self._arrow.label = text
        elif alone and at in self._months:
            month = self._months[at]
            self._add(month, month, text, point=self._point)
            if not self._point:
                self._schedule.endless.append(text)
        else:
            self._schedule.nowhere.append("○" + text if self._point else text)

    def _add_named(self, spans: Sequence[tuple[int, int]], text: str) -> None:
        for place, (first, last) in enumerate(spans):
            self._add(first, last, "" if place else text, point=self._point)

    def _close(self, month: int) -> None:
        if self._arrow is not None:
            self._add(self._arrow.first, max(self._arrow.first, month), self._arrow.label)
            self._arrow = None

    def _end(self) -> None:
        """An arrow without its end stands in the month where it begins, and is told."""
        if self._arrow is not None and self._arrow.label:
            self._schedule.endless.append(self._arrow.label)
            self._close(self._arrow.first)
        self._arrow = None

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


def _named(text: str) -> list[tuple[int, int]]:
    """The months that a label names at its end: （4～5月） is one span, （8、10月） are two months."""
    match = _NAMED.search(fold(text))
    if match is None or "月" not in match[1]:
        return []
    numbers = [int(number) for number in re.findall(r"\d{1,2}", match[1])]
    if not all(1 <= number <= _YEAR for number in numbers):
        return []
    if len(numbers) == 2 and _THROUGH.search(match[1]):  # noqa: PLR2004  # from, to
        first, last = map(_counted, numbers)
        return [(first, last)] if first <= last else []
    return [(_counted(number), _counted(number)) for number in numbers]


def _month_at(months: Mapping[int, int], at: int) -> int:
    """The month of a column; what begins left of the months begins with the first."""
    left = [column for column in months if column <= at]
    return months[max(left)] if left else min(months.values(), default=_APRIL)


def _counted(month: int) -> int:
    """A month as a fiscal year counts them: 4 April to 15 March."""
    return month if month >= _APRIL else month + _YEAR
