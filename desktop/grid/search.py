"""Finding and replacing in the texts that the grid shows, full and half width, capitals and small letters made one."""

import unicodedata
from bisect import bisect_right
from itertools import accumulate

from desktop.grid.folding import needle_of
from desktop.grid.model import ProgressModel
from plan.folding import unified

_BETWEEN = "\0"


class Search:
    """Search in the shown rows and in the columns given, row after row; all texts stand in one string."""

    def __init__(self, model: ProgressModel) -> None:
        self._model = model
        self._columns: list[int] = []
        self._joined: str | None = None
        self._starts: list[int] = []
        model.dataChanged.connect(self.forget)
        model.modelReset.connect(self.forget)

    def forget(self) -> None:
        """Read the texts anew before the next search."""
        self._joined = None

    def use_columns(self, columns: list[int]) -> None:
        """Search in these columns."""
        if columns != self._columns:
            self._columns = list(columns)
            self.forget()

    def prepare(self) -> None:
        """Have everything ready, so that the first key typed finds at once."""
        if self._joined is None:
            texts = self._texts()
            self._joined = _BETWEEN.join(texts)
            self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def _texts(self) -> list[str]:
        model, folded = self._model, self._model.texts.cells
        if len(self._columns) == len(model.columns) and list(model.shown) == list(range(len(model.table.rows))):
            return folded
        width = len(model.columns)
        return [folded[position * width + column] for position in model.shown for column in self._columns]

    def count(self, text: str) -> int:
        """How often a text occurs."""
        needle = needle_of(text)
        self.prepare()
        return self._joined.count(needle) if needle and self._joined else 0

    def cells(self, text: str) -> list[tuple[int, int]]:
        """Every cell (row, column) in which a text occurs."""
        found: list[tuple[int, int]] = []
        place = self._next_place(text, 0)
        while place is not None:
            found.append(self._cell(place))
            place = self._next_place(text, place + 1)
        return found

    def next(self, text: str, after: tuple[int, int] | None, *, is_itself_good: bool = False) -> tuple[int, int] | None:
        """The next cell after one, or that one itself, going on at the top; None where the text does not occur."""
        start = self._place(after) + (not is_itself_good) if after is not None else 0
        place = self._next_place(text, start)
        place = self._next_place(text, 0) if place is None else place
        return None if place is None else self._cell(place)

    def previous(self, text: str, before: tuple[int, int] | None) -> tuple[int, int] | None:
        """The cell before one, going on from the bottom."""
        self.prepare()
        needle = needle_of(text)
        if not needle or not self._joined:
            return None
        end = self._starts[self._place(before)] if before is not None else len(self._joined)
        at = self._joined.rfind(needle, 0, end)
        at = self._joined.rfind(needle) if at < 0 else at
        return None if at < 0 else self._cell(self._place_at(at))

    def _next_place(self, text: str, start: int) -> int | None:
        self.prepare()
        needle = needle_of(text)
        if not needle or self._joined is None or start >= len(self._starts):
            return None
        at = self._joined.find(needle, self._starts[start])
        return None if at < 0 else self._place_at(at)

    def _place_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _place(self, cell: tuple[int, int]) -> int:
        row, column = cell
        return row * len(self._columns) + (self._columns.index(column) if column in self._columns else 0)

    def _cell(self, place: int) -> tuple[int, int]:
        row, at = divmod(place, len(self._columns))
        return row, self._columns[at]


def replaced(text: str, wanted: str, instead: str) -> str:
    """The text with every occurrence of `wanted` replaced; whatever is not replaced stays character for character."""
    needle = needle_of(wanted)
    if not needle:
        return text
    pieces = _pieces(text)
    starts = list(accumulate((len(folded) for _, folded in pieces), initial=0))
    folded, made, done = "".join(folded for _, folded in pieces), [], 0
    at = folded.find(needle)
    while at >= 0:
        first, last = bisect_right(starts, at) - 1, bisect_right(starts, at + len(needle) - 1) - 1
        if starts[first] == at and starts[last + 1] == at + len(needle):  # ㈱ is not cut open to replace 株
            made += [original for original, _ in pieces[done:first]] + [instead]
            done, at = last + 1, folded.find(needle, at + len(needle))
        else:
            at = folded.find(needle, at + 1)
    return "".join([*made, *(original for original, _ in pieces[done:])])


def _pieces(text: str) -> list[tuple[str, str]]:
    """The text in the smallest pieces that fold by themselves: a letter with its marks, ﾃ with its ﾞ."""
    pieces: list[str] = []
    for char in text:
        if pieces and (unicodedata.combining(char) or char in "ﾞﾟ" or not unified(char)):
            pieces[-1] += char
        else:
            pieces.append(char)
    return [(piece, unified(piece).casefold()) for piece in pieces]
