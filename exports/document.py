"""A document as a value: blocks of text and tables; no plan words, no file formats."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile


class Align(Enum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres; Excel knows it by a number."""

    width: float
    height: float
    excel: int


PAPERS = {"A3": Paper(297, 420, 8), "A4": Paper(210, 297, 9)}
"""The papers that offices print on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper in millimetres, as it lies (A3 landscape: 420 × 297)."""

    width: float = 420
    height: float = 297
    margin: float = 10

    @property
    def paper(self) -> Paper | None:
        """The paper that it is; None for one of a size of its own."""
        sides = sorted((self.width, self.height))
        return next((paper for paper in PAPERS.values() if [paper.width, paper.height] == sides), None)


def upright(paper: str, margin: float = 10) -> Page:
    """A page of that paper on its short side."""
    size = PAPERS[paper]
    return Page(size.width, size.height, margin)


def landscape(paper: str, margin: float = 10) -> Page:
    """A page of that paper on its long side."""
    size = PAPERS[paper]
    return Page(size.height, size.width, margin)


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
    heads: bool = False  # its cells head their rows, and look like headings


@dataclass(frozen=True, slots=True)
class Row:
    """A row of texts, one for each column; `outline` names the part of the document that begins with it.

    In the `joined` columns the cell above reaches down over this row; its text is repeated here.
    """

    cells: tuple[str, ...]
    outline: str = ""
    name: str = ""  # how a message calls this row
    joined: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading, drawn again on every page."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    name: str = ""


class Style(Enum):
    """How running text is set."""

    PLAIN = "plain"
    PROSE = "prose"  # the first line of every paragraph set in, points (・) hanging
    LABEL = "label"  # a bold line above a text: 【目標】
    NOTE = "note"  # small: footnotes, remarks
    COLOPHON = "colophon"  # in the middle, at the foot of its sheet
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks are kept. `indent` counts full-width characters."""

    text: str
    style: Style = Style.PLAIN
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, of level 1 to 4; `turns` begins a new page with it."""

    text: str
    level: int = 1
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an outline: a text set in by its depth, and dots that lead to what stands at the right (【達成】)."""

    text: str
    depth: int = 0
    status: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A page of its own: the title in the middle, and lines at its foot (date, who publishes it)."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings down to a level with the pages where they stand; a page of its own."""

    title: str = "目次"
    level: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """An arrow from the beginning of one month to the end of another, or a point ○; months count from 0."""

    line: int
    first: int
    last: int
    label: str = ""
    point: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """Several lines of arrows and points over the months of a year."""

    months: tuple[str, ...]
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a form: its label at the left, over `label_columns` of its columns, and what stands beside it.

    Without a content the whole box is label; with no label column the label is only spoken. `spoken` is the label for
    those who do not see where the box stands.
    """

    label: str
    row: int
    column: int
    columns: int
    content: str | Schedule | None = None
    rows: int = 1
    label_columns: int = 1
    align: Align = Align.LEFT
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form with its own rows; its name stands upright in the form's first column."""

    name: str
    boxes: tuple[Box, ...]

    @property
    def rows(self) -> int:
        """How many rows of the grid it takes."""
        return max((box.row + box.rows for box in self.boxes), default=0)


@dataclass(frozen=True, slots=True)
class Form:
    """Boxes that fill exactly one page: texts are set smaller rather than cut. `columns` are millimetres."""

    title: str
    columns: tuple[float, ...]
    parts: tuple[Part, ...]
    name: str = ""  # how an outline, a sheet's tab and a message call it


Block = Table | Paragraph | Heading | Entry | Cover | Contents | Form


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed: a title, a label at the top right (資料2), and blocks in order.

    A document that begins with a cover or a form shows no title above it. Covers and contents are not counted as pages.
    """

    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    author: str = ""
    page: Page = Page()
    language: str = "ja-JP"
    footer: str = "{page} / {pages}"
    text_size: float = 9.0  # of running text, in points
    running_title: bool = True  # the title in the foot of every page
    most_pages: int | None = None
    heading: str = ""  # what stands above the blocks, where that is not the title

    @property
    def above(self) -> str:
        """What is printed above the blocks."""
        return self.heading or self.title

    @property
    def titled(self) -> bool:
        """Whether the title stands above the blocks."""
        return not self.blocks or not isinstance(self.blocks[0], Cover | Form)


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that a format cannot show, and the cell or text where it stands."""

    where: str
    character: str


@dataclass(frozen=True, slots=True)
class PlainForm:
    """A character whose variation selector no font knows: drawn in its usual form, and copied as it was written."""

    where: str
    character: str


@dataclass(frozen=True, slots=True)
class Clipped:
    """A text that is whole in the file, but too tall for its cell to show all of it."""

    where: str


@dataclass(frozen=True, slots=True)
class Overfull:
    """A form whose texts fit on their page only in a size (points) that nobody should have to read."""

    where: str
    size: float
    smallest: float
    longest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TooManyPages:
    """A document longer than it may be, and the texts that take the most room."""

    pages: int
    limit: int
    longest: tuple[str, ...] = ()


Loss = Unprintable | PlainForm | Clipped | Overfull | TooManyPages
"""What a reader will not see of a text, or not as it should be."""


def codes(character: str) -> str:
    """How a message names a character beside itself: U+8FBB, with a variation selector U+8FBB U+E0100."""
    return " ".join(f"U+{ord(c):04X}" for c in character)


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


def texts(block: Block) -> Iterator[tuple[str, str]]:
    """Every text of a block with what a message calls it; a table's rows are asked for one by one (`row_texts`)."""
    match block:
        case Table():
            yield from ((" ".join(c.headings), heading) for c in block.columns for heading in c.headings)
        case Cover():
            yield from ((text, text) for text in (block.title, *block.lines))
        case Entry():
            yield from ((block.text, text) for text in (block.text, block.status))
        case Contents():
            yield block.title, block.title
        case Form():
            yield block.title, block.title
            yield from _form_texts(block)
        case Heading() | Paragraph():
            yield block.text.partition("\n")[0], block.text


def row_texts(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    """Every text of a row with what a message calls it."""
    for column, text in zip(table.columns, row.cells, strict=True):
        yield place(row, column), text


def _form_texts(form: Form) -> Iterator[tuple[str, str]]:
    for part in form.parts:
        for box in part.boxes:
            where = " ".join(filter(None, (form.name, part.name, box.spoken or box.label)))
            yield where, box.label
            if isinstance(box.content, Schedule):
                yield from ((where, bar.label) for bar in box.content.bars)
            else:
                yield where, box.content or ""


def every_text(document: Document) -> Iterator[tuple[str, str]]:
    """Every text of a document's blocks with what a message calls it."""
    for block in document.blocks:
        yield from texts(block)
        if isinstance(block, Table):
            yield from (pair for row in block.rows for pair in row_texts(block, row))


def longest(found: Iterable[tuple[str, str]], count: int = 3) -> tuple[str, ...]:
    """What messages call the longest of some texts, the longest first."""
    return tuple(where for where, _ in sorted(found, key=lambda pair: -len(pair[1]))[:count])


def longest_of(form: Form) -> tuple[str, ...]:
    """What messages call the longest texts of a form, its own name left out."""
    return tuple(where.removeprefix(form.name).strip() for where in longest(texts(form)))
