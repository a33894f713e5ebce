"""A document as a value: blocks of text and tables; no plan words, no file formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


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
