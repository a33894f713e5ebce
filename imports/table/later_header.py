"""What a line below the header is that has a header's words: the same header, another table's, or just a row."""

from collections.abc import Sequence
from enum import Enum

from imports.table.header import FEWEST, NAMING, Header, header_at, is_heading
from plan.era import FiscalYear
from plan.fields import NUMBER
from plan.folding import fold


class Likeness(Enum):
    """How a line is like the header that was found."""

    ROW = "row"
    UNSURE = "unsure"  # read as a row, and told
    SAME = "same"  # the same columns under other words, as on a later page
    OTHER = "other"


def likeness(rows: Sequence[Sequence[str]], line: int, header: Header) -> tuple[Likeness, int]:
    """What the line is, and over how many lines.

    A row may well have 事業 or 内容 in its cells: only headings word for word make a header, and what they mean is
    compared with the header that was found, in the same columns.
    """
    later = header_at(rows, line, _only_year(header))
    if later is None:
        return Likeness.ROW, 1
    known = {match.index: match.column for match in header.matches if match.column}
    told = [match for match in later.matches if match.column]
    elsewhere = [match for match in told if known.get(match.index) != match.column]
    exact = [match for match in told if is_heading(match.heading)]
    if len(exact) >= FEWEST and any(match.column and match.column.field in NAMING for match in exact):
        return (Likeness.OTHER if elsewhere else Likeness.SAME), later.height
    return (Likeness.UNSURE if len(elsewhere) >= FEWEST else Likeness.ROW), 1


def is_numbered(row: Sequence[str], header: Header) -> bool:
    """Whether a row has a number in the column of numbers, and so is no header, whatever else it says."""
    at = next((match.index for match in header.matches if match.column and match.column.field is NUMBER), None)
    return at is not None and at < len(row) and fold(row[at]).isdecimal()


def _only_year(header: Header) -> FiscalYear | None:
    years = {match.column.year for match in header.matches if match.column and match.column.year}
    return years.pop() if len(years) == 1 else None
