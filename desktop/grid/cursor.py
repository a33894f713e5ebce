"""Where the cursor goes: Excel's keys as pure steps over row numbers and places among the visible columns."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Move(Enum):
    """A way to go; the value is (rows down, columns to the right)."""

    DOWN = (1, 0)
    UP = (-1, 0)
    RIGHT = (0, 1)
    LEFT = (0, -1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A row number, and a place among the visible columns."""

    row: int
    place: int


@dataclass(frozen=True, slots=True)
class Grid:
    """What the cursor moves over; `filled` says whether a cell has text."""

    rows: int
    places: int
    filled: Callable[[Cell], bool]

    def clamped(self, row: int, place: int) -> Cell:
        """The nearest cell that exists."""
        return Cell(min(max(row, 0), self.rows - 1), min(max(place, 0), self.places - 1))

    def step(self, cell: Cell, move: Move) -> Cell:
        """One cell further; at the edge it stays."""
        down, right = move.value
        return self.clamped(cell.row + down, cell.place + right)

    def jump(self, cell: Cell, move: Move) -> Cell:
        """To the end of the filled cells, or over empty ones to the next filled one or the edge (Ctrl and an arrow)."""
        following = self.step(cell, move)
        in_run = self.filled(cell) and self.filled(following)
        while following != cell:
            if not in_run and self.filled(following):
                return following
            further = self.step(following, move)
            if further == following or (in_run and not self.filled(further)):
                return following
            cell, following = following, further
        return cell


class TabRun:
    """The column to which Enter comes back after Tabs."""

    def __init__(self) -> None:
        self._start: int | None = None

    def tab(self, place: int) -> None:
        """A Tab was pressed at `place`."""
        if self._start is None:
            self._start = place

    def enter(self, place: int) -> int:
        """The place to which Enter goes; the run is over."""
        start, self._start = self._start, None
        return place if start is None else start

    def end(self) -> None:
        """The cursor went some other way."""
        self._start = None
