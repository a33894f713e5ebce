"""A document as a value: blocks of text and tables; no plan words, no file formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile


class Align(Enum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper in millimetres, as it lies (A3 landscape: 420 × 297)."""

    width: float = 420
    height: float = 297
    margin: float = 10


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading in one or more levels, its width in millimetres.

    Neighbours with the same upper headings share one heading cell. A `key` column is frozen on the screen and
    repeated where a row continues on the next page. `filling` columns share what is left of the page's width.
    """

    headings: tuple[str, ...]
    width: float
    align: Align = Align.LEFT
    key: bool = False
    filling: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of texts, one for each column; `outline` names the part of the document that begins with it."""

    cells: tuple[str, ...]
    outline: str = ""
    name: str = ""  # how a message calls this row


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading, drawn again on every page."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks are kept."""

    text: str


Block = Table | Paragraph


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed: a title, a label at the top right (資料2), and blocks in order."""

    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    author: str = ""
    page: Page = Page()
    language: str = "ja-JP"
    footer: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that a format cannot show, and the cell or text where it stands."""

    where: str
    character: str


@dataclass(frozen=True, slots=True)
class Clipped:
    """A text that is whole in the file, but too tall for its cell to show all of it."""

    where: str


Loss = Unprintable | Clipped
"""What a reader will not see of a text."""


class TooLongError(Exception):
    """A text longer than a format can hold, refused before anything of it is lost."""

    def __init__(self, where: str, limit: int) -> None:
        super().__init__(f"{where}: more than {limit} characters")
        self.where = where
        self.limit = limit


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """One cell of a table's heading: its text, its first level and column, and how many of each it spans."""

    text: str
    level: int
    column: int
    levels: int = 1
    columns: int = 1


def heading_cells(columns: Sequence[Column]) -> list[HeadingCell]:
    """The heading's cells, level by level; neighbours under one upper heading share it, the last reaches the rows."""
    depth = max((len(c.headings) for c in columns), default=0)
    return [cell for level in range(depth) for cell in _at_level(columns, level, depth)]


def _at_level(columns: Sequence[Column], level: int, depth: int) -> Iterator[HeadingCell]:
    for index, column in enumerate(columns):
        if len(column.headings) == level + 1:
            yield HeadingCell(column.headings[level], level, index, levels=depth - level)
        elif len(column.headings) > level + 1 and not (index and _share(columns[index - 1], column, level)):
            yield HeadingCell(column.headings[level], level, index, columns=_shared(columns[index:], level))


def _shared(columns: Sequence[Column], level: int) -> int:
    return sum(1 for _ in takewhile(lambda c: _share(columns[0], c, level), columns))


def _share(one: Column, other: Column, level: int) -> bool:
    upper = level + 1
    return one.headings[:upper] == other.headings[:upper] and upper < min(len(one.headings), len(other.headings))


def place(row: Row, column: Column) -> str:
    """How a message calls a cell: 12 防災課 令和2年度 評価."""
    return " ".join(part for part in (row.name, *column.headings) if part)
