"""Rows of a table that share cells: which belong together, how tall each must be, and where they may be cut."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice, takewhile

from exports.document import Row

Lines = tuple[str, ...]


def groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows, those with joined cells together with the row where the cells begin."""
    group: list[Row] = []
    for row in rows:
        if group and not row.joined:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def without_joints(rows: Sequence[Row]) -> list[Row]:
    """The rows with nothing joined to a row before the first."""
    return [replace(rows[0], joined=frozenset()), *rows[1:]]


def reach(rows: Sequence[Row], place: int, column: int) -> int:
    """Over how many rows a cell reaches."""
    return 1 + sum(1 for _ in takewhile(lambda row: column in row.joined, islice(rows, place + 1, None)))


class Part:
    """Rows that are drawn below each other on one sheet; `measure` tells the height of so many lines."""

    def __init__(self, rows: Sequence[Row], cells: Sequence[Sequence[Lines]], measure: Callable[[int], float]) -> None:
        self.rows = rows
        self.cells = cells
        self._measure = measure
        self.heights = self._needed()

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)

    def reach(self, place: int, column: int) -> int:
        """Over how many rows a cell reaches."""
        return reach(self.rows, place, column)

    def cut(self, room: float) -> "Part":
        """As many of the rows, from the first, as there is room for."""
        count = sum(1 for end in accumulate(self.heights) if end <= room)
        part = Part(self.rows[:count], self.cells[:count], self._measure)
        return part.cut(room) if count and part.height > room and count < len(self.rows) else part

    def _needed(self) -> list[float]:
        """Each row as tall as its own cells; what reaches over several lengthens the last of them."""
        heights = [self._measure(0)] * len(self.rows)
        reaching = sorted(
            (self.reach(place, i), place, len(lines))
            for place, cells in enumerate(self.cells)
            for i, lines in enumerate(cells)
            if i not in self.rows[place].joined
        )
        for reach, place, lines in reaching:
            last = place + reach - 1
            heights[last] = max(heights[last], self._measure(lines) - sum(heights[place:last]))
        return heights
