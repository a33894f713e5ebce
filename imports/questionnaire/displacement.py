"""Answers that were pushed aside, or sorted, without their rows: told by the yellow that every cell brings along.

In a questionnaire of the version before all yellows are the same, and in a .csv there are none: there a cell below the
last row, or a text that had been handed out in another row, is what gives it away.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from imports.questionnaire.layout import Layout
from imports.questionnaire.row_identity import Checks, Fate, Line, asked_keys
from plan.exchange.questionnaire import SHADES, Check, cell_shade
from plan.states import DECLARABLE, state_of

Place = tuple[int, int]
"""A line and a column of the sheet, from 0."""


def find_displaced(layout: Layout, checks: Checks, lines: Sequence[Line]) -> frozenset[Place]:
    """The asked cells of which nobody can say what row their answers belong to."""
    yellows = _Yellows(layout, asked_keys(layout, checks), lines)
    if yellows.borne and any(check.shade for check in checks.values()):
        return frozenset(yellows.displaced() | yellows.overflown())
    columns = (_Column(layout, key, lines) for key in yellows.asked if key in layout.readable)
    plain = {place for column in columns if column.is_disturbed() for place in column.places()}
    return frozenset(plain | set(yellows.pushed_aside()))


@dataclass
class _Yellows:
    """The cells' own yellows: where each stands, and where it should."""

    layout: Layout
    asked: list[str]
    lines: Sequence[Line]

    @cached_property
    def borne(self) -> dict[Place, int]:
        """Every cell that has a yellow of its own."""
        return {place: shade for place in self.layout.sheet.handling.open_colours if (shade := self._shade(place))}

    def _shade(self, place: Place) -> int | None:
        return self.layout.shade_at(*place)

    @cached_property
    def own(self) -> dict[Place, int]:
        """The asked cells of the rows that were recognised, each with the yellow that it was handed out with."""
        columns = [(n, key, self.layout.places[key][0]) for n, key in enumerate(self.asked) if self._is_there(key)]
        sure = [(line.number, line.sure) for line in self.lines]
        return {
            (number, column): check.shade_in(place)
            for number, check in sure
            if check is not None
            for place, key, column in columns
            if check.asked[key]
        }

    def pushed_aside(self) -> Iterator[Place]:
        """Where all yellows are the same: the cells of a line in which one is missing, or stands too far.

        And of a line that a wrong 行ID heads: whether the answers came with the keys or stayed cannot be seen.
        """
        contradicted = {line.number for line in self.lines if line.contradicted}
        open_places = self.layout.sheet.handling.open_colours
        strangers = {line for line, column in open_places if (line, column) not in self.own}
        blank = {(n, c) for n, c in self.own if (n, c) not in open_places and not self._text((n, c))}
        gaps = {line for line, _ in blank} if open_places else set()
        return (place for place in self.own if place[0] in contradicted | strangers | gaps)

    def _text(self, place: Place) -> str:
        row = self.layout.sheet.rows[place[0]]
        return row[place[1]] if place[1] < len(row) else ""

    def _is_there(self, key: str) -> bool:
        return key in self.layout.readable

    def displaced(self) -> set[Place]:
        """Where anything moved, only a cell that alone has its own yellow is in its place."""
        count = Counter(self.borne.values())
        strict = {line.number for line in self.lines if line.fate is Fate.FOUND}
        moved = not self._stand_as_they_were() and self._any_moved()
        return {
            place
            for place, shade in self.own.items()
            if (moved or place[0] in strict) and (self.borne.get(place) != shade or count[shade] > 1)
        }

    def overflown(self) -> set[Place]:
        """The cells of a column that goes on below the last row: values pasted a line too low leave the yellows behind.

        Only where the protection was taken off can anything be pasted there.
        """
        if self.layout.sheet.handling.protected:
            return set()
        columns = {self.layout.places[key][0] for key in self.asked if self._is_there(key)}
        last = max((line.number for line in self.lines if line.check is not None), default=self.layout.first)
        below = self.layout.sheet.rows[last + 1 :]
        tails = [{column for column, text in enumerate(row) if text.strip()} for row in below]
        over = {column for tail in tails if tail <= columns for column in tail}
        return {place for place in self.own if place[1] in over}

    def _stand_as_they_were(self) -> bool:
        """Whether no cell moved: values may have been put into another order, the rows whole."""
        columns = {self.layout.places[key][0]: n for n, key in enumerate(self.asked) if self._is_there(key)}
        first, count = self.layout.first, len(self.asked)
        return all(
            column in columns and shade == cell_shade(line - first, columns[column], count)
            for (line, column), shade in self.borne.items()
        )

    def _any_moved(self) -> bool:
        """Whether a yellow is away from home; a copied cell leaves its own behind."""
        at_home = {shade for place, shade in self.borne.items() if self.own.get(place) == shade}
        return any(shade not in at_home for shade in self.borne.values())


@dataclass(frozen=True, slots=True)
class _Column:
    """An asked column whose cells have no yellow of their own."""

    layout: Layout
    key: str
    lines: Sequence[Line]

    def places(self) -> Iterator[Place]:
        """Its cells in the rows that were recognised."""
        return ((line, self.layout.places[self.key][0]) for line, _ in self._rows())

    def _rows(self) -> list[tuple[int, Check]]:
        return [(line.number, line.sure) for line in self.lines if line.sure is not None and line.sure.asked[self.key]]

    def is_disturbed(self) -> bool:
        """Whether cells were inserted or deleted in it, or its texts moved."""
        return self._has_a_tail() or self._has_a_gap() or self._has_moved_texts()

    def _shade(self, line: int) -> int | None:
        return self.layout.shade(line, self.key)

    def _has_a_tail(self) -> bool:
        """Whether an answer, or a cell for one, stands below the last row."""
        claimed = {line.number for line in self.lines if line.check is not None}
        last = max(claimed, default=self.layout.first)
        below = range(last + 1, len(self.layout.sheet.rows) + SHADES)
        return any(self._shade(n) is not None or self._text(n).strip() for n in below)

    def _text(self, line: int) -> str:
        return self.layout.text(line, self.key) if line < len(self.layout.sheet.rows) else ""

    def _has_a_gap(self) -> bool:
        """Whether cells were deleted, so that the last rows have none to write into."""
        asked = [line for line, _ in self._rows()]
        yellow = [line for line in asked if self._shade(line) is not None]
        return bool(yellow) and any(line > max(yellow) and not self._text(line) for line in asked)

    def _has_moved_texts(self) -> bool:
        """Whether an answer is what had been handed out in another row, which says it no more."""
        if self.layout.sheet.handling.protected:
            return False
        changed = [(line, c) for line, c in self._rows() if not c.unchanged(self.key, self._text(line))]
        texts = [self._text(line) for line, _ in changed]
        telling = [text for text in texts if text.strip() and state_of(text) not in DECLARABLE]
        return any(check.unchanged(self.key, text) for _, check in changed for text in telling)
