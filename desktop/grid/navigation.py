"""Moving about in the grid and selecting in it, by Excel's keys and by the mouse."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.grid import keys
from desktop.grid.cursor import Cell, Grid, Move, TabRun
from desktop.grid.editing import EditableCanvas
from desktop.grid.model import Index, ProgressModel
from desktop.grid.selecting import Block, runs, walked
from plan.ids import AssignmentId

_FLAG = QItemSelectionModel.SelectionFlag
_HINT = QAbstractItemView.ScrollHint
_MOST_RANGES = 500  # more of them would make every repaint slow


class NavigableCanvas(EditableCanvas):
    """A canvas with Excel's cursor: arrows, Enter, Tab, Ctrl to jump, Shift to extend."""

    def __init__(self, model: ProgressModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._reach = QModelIndex()  # how far a selection goes that began at the current cell
        self._pressed = QModelIndex()
        self._tabs = TabRun()
        self.finished.connect(self._go_on)
        model.modelAboutToBeReset.connect(self._forget_reach)

    def _forget_reach(self) -> None:
        self._reach = self._pressed = QModelIndex()

    def put_cursor(self, row: int, column: int, *, extend: bool = False, hint: _HINT = _HINT.EnsureVisible) -> None:
        """Make a cell the current one; `extend` selects everything from the current cell, which stays, to there."""
        if not self.finish_editing():
            return
        index = self.progress.index(row, column)
        if extend and self.currentIndex().isValid():
            self.selectionModel().select(QItemSelection(self.currentIndex(), index), _FLAG.ClearAndSelect)
        else:
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        self._reach = index
        self.scrollTo(index, hint)

    def setCurrentIndex(self, index: Index) -> None:
        """Whoever moves the cursor chooses one cell, also while Ctrl is held."""
        self.put_cursor(index.row(), index.column())

    # Selection

    def visible_columns(self) -> list[int]:
        """The columns that are not hidden."""
        return [column for column in range(self.progress.columnCount()) if not self.isColumnHidden(column)]

    def selected_blocks(self) -> list[Block]:
        """The selected rectangles, without hidden columns."""
        across = self.visible_columns()
        blocks = [
            Block(range(top, bottom + 1), [c for c in across if left <= c <= right])
            for top, left, bottom, right in self.selected_ranges()
        ]
        current = self.currentIndex()
        return [b for b in blocks if b.columns] or (
            [Block([current.row()], [current.column()])] if current.isValid() else []
        )

    def selected_assignments(self) -> list[AssignmentId]:
        """The rows in which something is selected, in the order shown."""
        rows = sorted({row for block in self.selected_blocks() for row in block.rows})
        return [self.progress.row(row).id for row in rows]

    def select_cells(self, cells: Iterable[tuple[int, int]]) -> None:
        """Select these cells (row, column) as well; where they are scattered too widely, none."""
        chosen = QItemSelection()
        for top, bottom, column in runs(cells):
            chosen.select(self.progress.index(top, column), self.progress.index(bottom, column))
            if chosen.size() > _MOST_RANGES:
                return
        self.selectionModel().select(chosen, _FLAG.Select)

    def select_block(self, block: Block) -> None:
        """Select these cells alone; the first is the current one."""
        self.put_cursor(block.rows[0], block.columns[0])
        self.select_cells(block.cells())

    def select_rows(self) -> None:
        """Select the rows of the selection (Shift+Space)."""
        self.selectionModel().select(self.selectionModel().selection(), _FLAG.Select | _FLAG.Rows)

    def select_columns(self) -> None:
        """Select the columns of the selection (Ctrl+Space)."""
        self.selectionModel().select(self.selectionModel().selection(), _FLAG.Select | _FLAG.Columns)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The cursor's keys; typing opens the editor."""
        if self.is_editing or not self._moved(event):  # with a conversion the editor is open before it has the focus
            super().keyPressEvent(event)

    def _moved(self, event: QKeyEvent) -> bool:
        if not self.progress.rowCount() or not self.visible_columns():
            return False
        key, shift = Qt.Key(event.key()), keys.is_shift(event)
        if key in keys.ENTERS:
            self._go_on(Move.UP if shift else Move.DOWN, by_tab=False)
        elif key in keys.TABS and not keys.is_control(event):
            self._go_on(Move.LEFT if shift or key == Qt.Key.Key_Backtab else Move.RIGHT, by_tab=True)
        else:
            return self._moved_far(event, key, extend=shift)
        return True

    def _moved_far(self, event: QKeyEvent, key: Qt.Key, *, extend: bool) -> bool:
        cell, grid, control = self._cell(reached=extend), self._grid(), keys.is_control(event)
        if key in keys.ARROWS:
            move = keys.ARROWS[key]
            target = grid.jump(cell, move) if control else grid.step(cell, move)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else grid.places - 1
            row = cell.row if not control else 0 if key == Qt.Key.Key_Home else grid.rows - 1
            target = Cell(row, place)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            target = Cell(self._row_a_page_on(cell.row, -1 if key == Qt.Key.Key_PageUp else 1), cell.place)
        else:
            return False
        self._tabs.end()
        self._put(target, extend=extend)
        return True

    def _go_on(self, move: Move | None, by_tab: bool) -> None:  # noqa: FBT001 - connected to a signal
        """One cell on, within the selection if there is one; Enter after Tabs returns to the column of the first."""
        if move is None or not self.progress.rowCount() or self._walked(move):
            return
        cell = self._cell()
        target = self._grid().step(cell, move)
        if by_tab:
            self._tabs.tab(cell.place)
        elif move in (Move.DOWN, Move.UP):
            target = Cell(target.row, self._tabs.enter(cell.place))
        self._put(target)

    def _walked(self, move: Move) -> bool:
        """Go on to the selection's next cell, and keep the selection; False where one cell alone is selected."""
        index, blocks = self.currentIndex(), self.selected_blocks()
        target = walked(blocks, (index.row(), index.column()), move)
        if target is None:
            return False
        following = self.progress.index(*target)
        self.selectionModel().setCurrentIndex(following, _FLAG.NoUpdate)
        self.scrollTo(following)
        return True

    def _grid(self) -> Grid:
        across = self.visible_columns()
        return Grid(self.progress.rowCount(), len(across), lambda c: bool(self.progress.cell(c.row, across[c.place])))

    def _cell(self, *, reached: bool = False) -> Cell:
        is_reach = reached and self._reach.isValid() and self.selectionModel().isSelected(self._reach)
        index, across = self._reach if is_reach else self.currentIndex(), self.visible_columns()
        return Cell(max(index.row(), 0), across.index(index.column()) if index.column() in across else 0)

    def _put(self, cell: Cell, *, extend: bool = False) -> None:
        self.put_cursor(cell.row, self.visible_columns()[cell.place], extend=extend)

    def _row_a_page_on(self, row: int, direction: int) -> int:
        at = self.rowViewportPosition(row) + direction * max(self.viewport().height() - self.rowHeight(row), 1)
        found = self.verticalHeader().visualIndexAt(at)
        far = 0 if direction < 0 else self.progress.rowCount() - 1
        found = far if found < 0 else found
        return found if found != row else min(max(row + direction, 0), self.progress.rowCount() - 1)

    def keyboardSearch(self, _search: str) -> None:
        """Typing never jumps about, not even where a cell may not be edited."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift and a click select from where the selection began; nothing, where what was typed is refused."""
        if not self.finish_editing():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        index = self.indexAt(event.position().toPoint())
        self._tabs.end()
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and index.isValid():
            self.put_cursor(index.row(), index.column(), extend=True)
        elif event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            event.accept()  # the menu is for the whole selection
        else:
            self._pressed = self._reach = index
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A selection that was drawn with the mouse begins at its current cell, as every other one does."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QModelIndex()
        if pressed.isValid() and pressed != self.currentIndex() and self.selectionModel().isSelected(pressed):
            self._reach = self.currentIndex()
            self.selectionModel().setCurrentIndex(pressed, _FLAG.NoUpdate)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Tab and Shift+Tab go on by a cell, as long as there is one; F6 leads to the other parts of the window."""
        return False if self.progress.rowCount() else super().focusNextPrevChild(next)
