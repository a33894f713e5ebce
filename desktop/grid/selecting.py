"""The selected cells as plain numbers: which rows and columns, and the edits that change them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from desktop.grid.cursor import Move
from desktop.grid.model import ProgressModel
from plan.errors import PlanError
from plan.table import CellEdit


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of shown cells: row numbers, and column numbers without the hidden ones."""

    rows: Sequence[int]
    columns: Sequence[int]

    def cells(self) -> Iterator[tuple[int, int]]:
        """Every cell, row by row."""
        return ((row, column) for row in self.rows for column in self.columns)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits to ask for, and how many cells had to be passed over because they may not be edited."""

    edits: list[CellEdit]
    passed_over: int = 0
    area: Block | None = None
    """Where a rectangle of texts comes to stand."""


def runs(cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The cells (row, column) as runs down a column: first row, last row, column."""
    for column, group in groupby(sorted(cells, key=lambda cell: (cell[1], cell[0])), key=lambda cell: cell[1]):
        rows = [row for row, _column in group]
        starts = [n for n, row in enumerate(rows) if n == 0 or row > rows[n - 1] + 1]
        for start, end in pairwise([*starts, len(rows)]):
            yield rows[start], rows[end - 1], column


def walked(blocks: Sequence[Block], cell: tuple[int, int], move: Move) -> tuple[int, int] | None:
    """The selection's next cell in the way of a move: Enter goes down the columns, Tab along the rows, and round.

    None where there is nothing to walk in: one cell alone is selected, or the cell is outside of the selection.
    """
    row, column = cell
    here = next((n for n, block in enumerate(blocks) if row in block.rows and column in block.columns), None)
    if here is None or sum(len(block.rows) * len(block.columns) for block in blocks) == 1:
        return None
    is_down, step = move in (Move.DOWN, Move.UP), 1 if move in (Move.DOWN, Move.RIGHT) else -1
    block = blocks[here]
    down, across = block.rows.index(row), block.columns.index(column)
    place = step + (across * len(block.rows) + down if is_down else down * len(block.columns) + across)
    if not 0 <= place < len(block.rows) * len(block.columns):
        block = blocks[(here + step) % len(blocks)]
        place = 0 if step > 0 else len(block.rows) * len(block.columns) - 1
    if is_down:
        return block.rows[place % len(block.rows)], block.columns[place // len(block.rows)]
    return block.rows[place // len(block.columns)], block.columns[place % len(block.columns)]


def enclosing(blocks: Sequence[Block]) -> Block:
    """The smallest block with all rows and columns of the others."""
    rows = sorted({row for block in blocks for row in block.rows})
    columns = sorted({column for block in blocks for column in block.columns})
    return Block(rows, columns)


def change_of(model: ProgressModel, texts: Iterable[tuple[int, int, str]]) -> Change:
    """The edits that give cells (row, column) their new texts."""
    edits, passed_over = [], 0
    for row, column, text in texts:
        if model.editable(row, column):
            edits.append(model.edit_of(row, column, text))
        elif (model.cell(row, column) or "") != text:
            passed_over += 1
    return Change(edits, passed_over)


def texts_of(model: ProgressModel, block: Block) -> list[list[str]]:
    """The texts of a block, "" for a cell not entered."""
    return [[model.cell(row, column) or "" for column in block.columns] for row in block.rows]


def cleared(model: ProgressModel, blocks: Sequence[Block]) -> Change:
    """Every cell of the blocks empty."""
    return change_of(model, ((row, column, "") for block in blocks for row, column in block.cells()))


def entered(model: ProgressModel, blocks: Sequence[Block], text: str) -> Change:
    """Every cell of the blocks with the same text."""
    return change_of(model, ((row, column, text) for block in blocks for row, column in block.cells()))


def filled_down(model: ProgressModel, block: Block) -> Change:
    """Each column's first cell copied down; in a single row, the cell above it."""
    source = block.rows[0] if len(block.rows) > 1 else max(0, block.rows[0] - 1)
    return change_of(model, ((row, c, model.cell(source, c) or "") for row, c in block.cells() if row != source))


def filled_right(model: ProgressModel, block: Block, before: int | None) -> Change:
    """Each row's first cell copied to the right; in a single column, the cell of the column `before` it."""
    source = block.columns[0] if len(block.columns) > 1 else before
    if source is None:
        return Change([])
    return change_of(model, ((row, c, model.cell(row, source) or "") for row, c in block.cells() if c != source))


def pasted(
    model: ProgressModel, blocks: Sequence[Block], texts: Sequence[Sequence[str]], across: Sequence[int]
) -> Change:
    """A rectangle of texts into the selection; `across` are the visible columns, in order.

    One text goes into every selected cell, a rectangle is repeated where the selection is a multiple of it, and
    otherwise it is set down once from the selection's first cell. Raises PlanError where it would not fit the table.
    """
    height, width = len(texts), max(map(len, texts), default=0)
    if height == width == 1:
        return entered(model, blocks, texts[0][0])
    area = enclosing(blocks)
    tall = _repeated(len(area.rows), height)
    wide = _repeated(len(area.columns), width)
    rows = range(area.rows[0], area.rows[0] + tall)
    start = across.index(area.columns[0])
    if rows.stop > model.rowCount() or start + wide > len(across):
        raise PlanError(
            "貼り付ける範囲（{rows} 行 {columns} 列）が表からはみ出します。左上のセルを選び直してください。",
            rows=height,
            columns=width,
        )
    columns = across[start : start + wide]
    area = Block(rows, columns)
    return replace(change_of(model, _tiled(texts, area)), area=area)


def moved(model: ProgressModel, sources: Sequence[Block], change: Change) -> Change:
    """What is pasted, and the cells that it was cut out of empty where nothing comes to stand in them."""
    targets = {(edit.assignment, edit.column) for edit in change.edits}
    emptied = cleared(model, sources)
    left = [edit for edit in emptied.edits if (edit.assignment, edit.column) not in targets]
    return replace(change, edits=left + change.edits, passed_over=emptied.passed_over + change.passed_over)


def _repeated(chosen: int, given: int) -> int:
    """How many rows or columns are pasted into: all that are chosen where they are a multiple of those given."""
    return chosen if chosen % given == 0 else given


def _tiled(texts: Sequence[Sequence[str]], block: Block) -> Iterator[tuple[int, int, str]]:
    width = max(map(len, texts))
    for i, row in enumerate(block.rows):
        line = texts[i % len(texts)]
        for j, column in enumerate(block.columns):
            if j % width < len(line):
                yield row, column, line[j % width]
