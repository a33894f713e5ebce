"""Where a questionnaire's table stands in a returned sheet, and what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imports.files.rectangle import Kind, Sheet
from plan.exchange import questionnaire as words
from plan.ids import RecordId

LABELS = (words.ROW_LABEL, words.CHECK_LABEL)
"""What heads the columns of the rows' names and checks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the table stands: the line (from 0) with the columns' names, and the places of every text in it."""

    sheet: Sheet
    line: int
    distribution: RecordId
    columns: tuple[str, ...]
    places: Mapping[str, Sequence[int]]

    def text(self, line: int, key: str) -> str:
        """The text of a row in the column of that name; "" where it has none."""
        places, row = self.places.get(key, ()), self.sheet.rows[line]
        return row[places[0]] if places and places[0] < len(row) else ""

    def kind(self, line: int, key: str) -> Kind | None:
        """What the cell holds where it is not a text."""
        places = self.places.get(key)
        return self.sheet.handling.kinds.get((line, places[0])) if places else None

    def shade(self, line: int, key: str) -> int | None:
        """The number of the cell's yellow; None where it is not of ours."""
        places = self.places.get(key)
        return self.shade_at(line, places[0]) if places else None

    def shade_at(self, line: int, column: int) -> int | None:
        """The same of a cell by its place."""
        colour = self.sheet.handling.open_colours.get((line, column))
        return None if colour is None else words.shade_of(colour)

    @property
    def readable(self) -> list[str]:
        """The columns that are there, and once only."""
        return [key for key in self.columns if len(self.places.get(key, ())) == 1]

    @property
    def first(self) -> int:
        """The line (from 0) below the headings."""
        line = self.line + 1
        while line < len(self.sheet.rows) and self.heads(line):
            line += 1
        return line

    def heads(self, line: int) -> bool:
        """Whether it is a line of the headings."""
        return not set(LABELS).isdisjoint(self.text(line, label).strip() for label in LABELS)


Merged = Mapping[tuple[int, int], tuple[int, int]]
"""Cells that a merged range hides, each with the range's first cell."""


def merged_away(sheet: Sheet) -> Merged:
    """The cells that a merged range hides, each with the range's first cell; ranges over many columns are not ours."""
    return {
        (line, column): (span.top, span.left)
        for span in sheet.handling.merged
        for line in range(span.top, min(span.bottom + 1, len(sheet.rows)))
        for column in range(span.left, min(span.right + 1, len(sheet.rows[line])))
        if (line, column) != (span.top, span.left)
    }
