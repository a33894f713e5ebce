"""What can be done with the selected cells: the clipboard, clearing and filling, each as one step."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from desktop.grid.model import ProgressModel
from desktop.grid.selecting import (
    Block,
    Change,
    cleared,
    enclosing,
    entered,
    filled_down,
    filled_right,
    moved,
    pasted,
    texts_of,
)
from plan.clipboard import clipboard_rows, clipboard_text
from plan.errors import PlanError, Sentence, say
from work import steps, wording


class Selection(Protocol):
    """What the actions ask of the grid."""

    def selected_blocks(self) -> list[Block]:
        """The selected rectangles; the current cell alone where nothing else is selected."""

    def visible_columns(self) -> list[int]:
        """The numbers of the columns that are not hidden, in order."""

    def select_block(self, block: Block) -> None:
        """Select these cells alone."""

    def mark(self, blocks: Sequence[Block]) -> None:
        """Draw a dashed frame around what waits in the clipboard."""

    def tell(self, sentence: Sentence) -> None:
        """Say something to the person."""


class CellActions:
    """The actions on the selection of one grid."""

    def __init__(self, model: ProgressModel, selection: Selection) -> None:
        self._model = model
        self._selection = selection
        self._cut: tuple[list[Block], str] | None = None  # the cells, and what of them is in the clipboard
        model.dataChanged.connect(self.let_go)
        model.modelAboutToBeReset.connect(self.let_go)

    def let_go(self) -> None:
        """Nothing waits any more: what was cut out stays where it is."""
        self._cut = None
        self._selection.mark([])

    def copy(self, *, with_headings: bool = False) -> None:
        """Put the selected cells on the clipboard, as spreadsheets read them."""
        blocks = self._selection.selected_blocks()
        if not blocks:
            return
        self._cut = None
        self._selection.mark(blocks)
        block = enclosing(blocks)
        rows = texts_of(self._model, block)
        if with_headings:
            rows.insert(0, [wording.column_label(self._model.columns[column]) for column in block.columns])
        QGuiApplication.clipboard().setText(clipboard_text(rows))

    def cut(self) -> None:
        """Copy the selected cells; they are emptied when they are pasted, as in Excel."""
        self.copy()
        self._cut = self._selection.selected_blocks(), QGuiApplication.clipboard().text()

    def clear(self) -> None:
        """Make the selected cells not entered; rows stay."""
        self._make(cleared(self._model, self._selection.selected_blocks()), steps.CLEAR)

    def paste(self) -> None:
        """Put the clipboard's cells into the table; what does not fit is refused as a whole."""
        waiting = QGuiApplication.clipboard().text()
        texts = clipboard_rows(waiting)
        blocks = self._selection.selected_blocks()
        if not texts or not blocks:
            return
        try:
            change = pasted(self._model, blocks, texts, self._selection.visible_columns())
        except PlanError as error:
            self._selection.tell(error.sentence)
            return
        is_move = self._cut is not None and self._cut[1] == waiting
        if is_move and self._cut is not None:
            change = moved(self._model, self._cut[0], change)
        if self._make(change, steps.MOVED if is_move else steps.PASTE) and change.area is not None:
            self._selection.select_block(change.area)

    def enter_for_all(self, text: str) -> bool:
        """Give every selected cell the same text."""
        change = entered(self._model, self._selection.selected_blocks(), text)
        return self._make(change, steps.ENTRIES)

    def fill_down(self) -> None:
        """Copy the first row of the selection down."""
        for block in self._one_block():
            change = filled_down(self._model, block)
            self._make(change, steps.FILL_DOWN)

    def fill_right(self) -> None:
        """Copy the first column of the selection to the right."""
        across = self._selection.visible_columns()
        for block in self._one_block():
            place = across.index(block.columns[0])
            change = filled_right(self._model, block, across[place - 1] if place else None)
            self._make(change, steps.FILL_RIGHT)

    def _one_block(self) -> Sequence[Block]:
        blocks = self._selection.selected_blocks()
        if len(blocks) > 1:
            self._selection.tell(say("離れた範囲には、まとめてコピーできません。ひとつの範囲を選んでください。"))
            return []
        return blocks

    def _make(self, change: Change, step: str) -> bool:
        if change.passed_over:
            self._selection.tell(say("編集できない {count} セルは、そのままにしました。", count=change.passed_over))
        return self._model.change(change.edits, say(step, count=len(change.edits)))
