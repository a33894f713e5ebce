"""What people do to the cells of a questionnaire, as a spreadsheet program does it: a cell takes its look along."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from imports.files.rectangle import Sheet

FIRST = 5
"""The line (from 0) of the first row."""
Content = tuple[str, str]
"""What a cell says, and its fill where it is open; "" where it is not."""
NOTHING: Content = "", ""


@dataclass(frozen=True)
class Block:
    """A sheet's cells by line and column (from 0), the last line of the rows, and how many columns these have."""

    cells: dict[tuple[int, int], Content]
    last: int
    width: int

    def lines(self) -> range:
        """The lines of the rows."""
        return range(FIRST, self.last + 1)

    def row(self, line: int, columns: Sequence[int]) -> list[Content]:
        """The contents of a line."""
        return [self.cells.get((line, column), NOTHING) for column in columns]

    def put_row(self, line: int, columns: Sequence[int], contents: Sequence[Content]) -> None:
        """Put contents into a line."""
        self.cells.update({(line, column): content for column, content in zip(columns, contents, strict=True)})

    @property
    def far(self) -> int:
        """A column to the right of all that is written."""
        return max(column for _, column in self.cells) + 1


def block_of(sheet: Sheet, rows: int) -> Block:
    """The cells of a sheet."""
    fills = sheet.handling.open_colours
    cells = {
        (line, column): (text, fills.get((line, column), ""))
        for line, row in enumerate(sheet.rows)
        for column, text in enumerate(row)
    }
    cells |= {place: ("", fill) for place, fill in fills.items() if place not in cells}
    return Block(cells, FIRST + rows - 1, len(sheet.rows[2]))


def sheet_of(block: Block, sheet: Sheet) -> Sheet:
    """The sheet with these cells, no longer protected; what stands to the right of the table is told as foreign."""
    lines, columns = (max(place[n] for place in block.cells) + 1 for n in (0, 1))
    rows = [[text for text, _ in block.row(line, range(columns))] for line in range(lines)]
    fills = {place: fill for place, (_, fill) in block.cells.items() if fill}
    return replace(sheet, rows=rows, handling=replace(sheet.handling, protected=False, open_colours=fills))


def sort(block: Block, columns: range, random: Random) -> None:
    """The lines of these columns in another order."""
    lines = list(block.lines())
    contents = [block.row(line, columns) for line in lines]
    random.shuffle(contents)
    for line, row in zip(lines, contents, strict=True):
        block.put_row(line, columns, row)


def sort_values(block: Block, columns: range, random: Random) -> None:
    """Whole lines in another order, their looks staying where they are, as where values are pasted."""
    wide = range(max(columns.stop, block.width))
    looks = [[look for _, look in block.row(line, wide)] for line in block.lines()]
    sort(block, wide, random)
    for line, row in zip(block.lines(), looks, strict=True):
        block.put_row(line, wide, [(text, look) for (text, _), look in zip(block.row(line, wide), row, strict=True)])


def shift_down(block: Block, columns: range, random: Random) -> None:
    """Cells inserted, what was there and below pushed down; new ones look as those above."""
    at, count = random.choice(block.lines()), random.randint(1, 2)
    for line in range(block.last + 3, at + count - 1, -1):
        block.put_row(line, columns, block.row(line - count, columns))
    for line in range(at, at + count):
        block.put_row(line, columns, [("", look) for _, look in block.row(at - 1, columns)])


def shift_up(block: Block, columns: range, random: Random) -> None:
    """Cells deleted, what was below pulled up."""
    at, count = random.choice(block.lines()), random.randint(1, 2)
    for line in range(at, block.last + 4):
        block.put_row(line, columns, block.row(line + count, columns))


def shift_right(block: Block, columns: range, random: Random) -> None:
    """A cell inserted into some lines, what was there pushed to the right."""
    end = block.far
    for line in random.sample(list(block.lines()), random.randint(1, 2)):
        block.put_row(line, range(columns[0] + 1, end + 1), block.row(line, range(columns[0], end)))
        block.put_row(line, columns[:1], [NOTHING])


def shift_left(block: Block, columns: range, random: Random) -> None:
    """A cell deleted in some lines, what was to the right pulled over."""
    end = block.far
    for line in random.sample(list(block.lines()), random.randint(1, 2)):
        block.put_row(line, range(columns[0], end), block.row(line, range(columns[0] + 1, end + 1)))


def copy_row(block: Block, _: range, random: Random) -> None:
    """A line copied over another, or below the last: with its keys, or it would be an answer of its own."""
    whole = range(random.choice((0, 2)), block.width)
    block.put_row(random.choice(range(FIRST, block.last + 2)), whole, block.row(random.choice(block.lines()), whole))


def insert_row(block: Block, _: range, random: Random) -> None:
    """A whole line inserted, blank or a copy of another."""
    wide = range(block.far)
    copied = block.row(random.choice(block.lines()), wide)
    shift_down(block, wide, random)
    if random.random() < 0.5:
        empty = [n for n in range(FIRST, block.last + 2) if not any(text for text, _ in block.row(n, wide))]
        for line in empty[:1]:
            block.put_row(line, wide, copied)


def delete_row(block: Block, _: range, random: Random) -> None:
    """Whole lines deleted."""
    shift_up(block, range(block.far), random)


def paste_names(block: Block, _: range, random: Random) -> None:
    """The 行ID of a line, or its 照合 too, pasted over another's."""
    names = range(random.choice((1, 2)))
    block.put_row(random.choice(block.lines()), names, block.row(random.choice(block.lines()), names))


Move = Callable[[Block, range, Random], None]
MOVES: tuple[Move, ...] = (
    sort, shift_down, shift_up, shift_right, shift_left, copy_row, insert_row, delete_row, paste_names,
)  # fmt: skip


def stretches(width: int, asked: Sequence[int]) -> Iterator[range]:
    """The columns that people mark: all, those that are to be seen, the answers, one answer, and some in between."""
    yield from (range(width), range(2, width), range(asked[0], width))
    yield from (range(column, column + 1) for column in asked)
    yield from (range(3, 6), range(4, asked[0] + 1), range(2, asked[0]))
