"""What a workbook has to hold, and the check that it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.measuring import Bench
from benchmarks.worlds import table
from exports.document import Align, Table
from exports.forms.progress_table import compose

FONT, SIZE = "BIZ UDゴシック", 7
GRAY, HEADING = "808080", "E6EDF5"
FIRST_ROW = 3
"""Title and headings stand above."""
_MM_PER_DIGIT = 1.6
_HALF_WIDTHS_PER_DIGIT = 1.2


@dataclass(frozen=True, slots=True)
class Book:
    """The texts and the look that the others write."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]
    widths: list[float]
    centered: frozenset[int]

    def height(self, row: Sequence[str]) -> float:
        """A row's height in points, guessed from the texts' lengths."""
        lines = (_lines(text, width) for text, width in zip(row, self.widths, strict=True) if text)
        return min(409.0, max(lines, default=1) * 9.0 + 3)


def _lines(text: str, width: float) -> int:
    room = int(width * _HALF_WIDTHS_PER_DIGIT)
    return sum(-(-len(part.encode("cp932", "replace")) // room) or 1 for part in text.split("\n"))


def book(bench: Bench) -> Book:
    """What the others write."""
    document = compose(table(bench.worlds, bench.size))
    block = next(block for block in document.blocks if isinstance(block, Table))
    return Book(
        document.title,
        tuple("".join(column.headings) for column in block.columns),
        [row.cells for row in block.rows],
        [column.width / _MM_PER_DIGIT for column in block.columns],
        frozenset(i for i, column in enumerate(block.columns) if column.align is Align.CENTER),
    )


def finish(bench: Bench, path: Path) -> None:
    """Read the texts back the first time."""
    if bench.is_first:
        sheet = load_workbook(path, read_only=True).worksheets[0]
        found = (tuple(value or "" for value in row) for row in sheet.iter_rows(values_only=True))
        expect_rows(found, book(bench).rows)


def expect_rows(found: Iterable[Sequence[object]], rows: Sequence[tuple[str, ...]]) -> None:
    """The rows follow each other exactly, after a title and headings; blank cells at a row's end may be left out."""
    width = len(rows[0])
    body = [(*row, *[""] * (width - len(row))) for row in found][-len(rows) :]
    assert len(body) == len(rows), f"{len(body)} rows in the place of {len(rows)}"
    wrong = [number for number, (one, other) in enumerate(zip(body, rows, strict=True)) if one != other]
    assert not wrong, f"row {wrong[0]} reads {body[wrong[0]]}"
