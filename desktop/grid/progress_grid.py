"""The grid that people work in: Excel's keys, clipboard, zoom and column headings over the progress table."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.grid import keys
from desktop.grid.arrangement import RowFilter, Sorting
from desktop.grid.cell_actions import CellActions
from desktop.grid.choice_menu import ChoiceMenu
from desktop.grid.columnmenu import ColumnMenu
from desktop.grid.header import YearHeader
from desktop.grid.model import ProgressModel
from desktop.grid.navigation import NavigableCanvas
from desktop.grid.selecting import Block
from desktop.kit.grade_choices import Choice, choice_by_digit
from plan.era import FiscalYear
from plan.errors import Sentence
from plan.ids import AssignmentId
from plan.table import Column
from work.language import pgettext

_HINT = QAbstractItemView.ScrollHint


class ProgressGrid(NavigableCanvas):
    """The progress table for a person at the keyboard.

    `told` carries a plan.errors.Sentence to show; `current_changed` the AssignmentId and the Column of the current
    cell, or None and None; `layout_changed` says that `layout_state` is worth saving.
    """

    told = Signal(object)
    current_changed = Signal(object, object)
    row_menu_wanted = Signal(QPoint)  # a right click on a cell, in screen coordinates

    def __init__(self, model: ProgressModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._kept: tuple[AssignmentId, Column] | None = None
        self._kept_text: str | None = None
        self._cells = CellActions(model, self)
        self.setAccessibleName(pgettext("grid", "進行管理表"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_row_menu)
        model.refused.connect(self.told)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.arranged.connect(self._restore_current)
        self.selectionModel().currentChanged.connect(self._say_current)
        for header in (self.horizontalHeader(), self.frozen_header):
            if isinstance(header, YearHeader):
                header.menu_wanted.connect(self._open_column_menu)

    # The current cell

    def current_cell(self) -> tuple[AssignmentId, Column] | None:
        """Where the cursor stands."""
        index = self.currentIndex()
        return (self.progress.row(index.row()).id, self.progress.columns[index.column()]) if index.isValid() else None

    def go_to(
        self, assignment: AssignmentId, column: Column | None = None, hint: _HINT = _HINT.PositionAtCenter
    ) -> bool:
        """Put the cursor on a cell and bring it into sight; False where a filter or a hidden year hides it."""
        number = self.progress.number_of(assignment)
        place = self.progress.columns.index(column) if column in self.progress.columns else self.currentIndex().column()
        if number is None or self.isColumnHidden(max(place, 0)):
            return False
        self.put_cursor(number, max(place, 0), hint=hint)
        return True

    def choose_cells(self, cells: Iterable[tuple[AssignmentId, Column]]) -> bool:
        """Select these cells as far as they are shown, and bring the first into sight; False where none is shown."""
        places = {column: place for place, column in enumerate(self.progress.columns) if not self.isColumnHidden(place)}
        found = [(self.progress.number_of(row), places.get(column)) for row, column in cells]
        shown = sorted((row, place) for row, place in found if row is not None and place is not None)
        if not shown:
            return False
        self.put_cursor(*shown[0], hint=_HINT.PositionAtCenter)
        if len(shown) > 1:
            self.select_cells(shown)
        return True

    def _say_current(self) -> None:
        self.current_changed.emit(*(self.current_cell() or (None, None)))

    def _keep_current(self) -> None:
        if self._editor is not None:
            self._editor.finish_conversion()
        self._kept, self._kept_text = self.current_cell(), self.written_text()

    def _restore_current(self) -> None:
        """After rows have been arranged anew: widths, heights, the cursor on its cell, and what is being written."""
        self.relayout()
        if self._kept and self.progress.rowCount():
            is_there = self.go_to(*self._kept, hint=_HINT.EnsureVisible)
            if not is_there:
                self.put_cursor(0, self._place_of(self._kept[1]))
            elif self._kept_text is not None:
                self.write_on(self._kept_text)
        self._say_current()

    def _place_of(self, column: Column) -> int:
        """The place of a column; the first where it is not shown."""
        return self.progress.columns.index(column) if column in self.progress.columns else 0

    def tell(self, sentence: Sentence) -> None:
        """Pass something on to whoever shows it."""
        self.told.emit(sentence)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; Shift and the wheel scroll across."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
        else:
            super().wheelEvent(event)

    def _ask_row_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            self.row_menu_wanted.emit(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the table of keys; the others move the cursor or open the editor."""
        name = keys.action_name(event)
        if self.is_editing or (name is None and not self._took_choice(event)):
            super().keyPressEvent(event)
        elif name is not None:
            getattr(self, name)()

    def _took_choice(self, event: QKeyEvent) -> bool:
        """Where a grade is chosen, a digit chooses it and Alt+↓ opens the list."""
        index, digit = self.currentIndex(), keys.digit_of(event)
        choices = self.progress.choices(index.column()) if index.isValid() else []
        if not choices or not self.progress.editable(index.row(), index.column()):
            return False
        if digit:
            chosen = choice_by_digit(digit, [text for text, _label in choices])
            return chosen is None or self._choose(chosen)
        if keys.asks_for_list(event):
            self._open_choices(choices)
            return True
        return False

    def _open_choices(self, choices: Sequence[Choice]) -> None:
        index = self.currentIndex()
        self.scrollTo(index)
        menu = ChoiceMenu(choices, str(index.data()), self)
        menu.chosen.connect(self._choose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _choose(self, text: str) -> bool:
        self.progress.setData(self.currentIndex(), text)
        return True

    # What menus and keys call; while a cell is being edited its text has the clipboard, and the rest waits

    def copy(self) -> None:
        """Copy the selected cells."""
        (self._editor or self._cells).copy()

    def copy_with_headings(self) -> None:
        """Copy the selected cells with their headings above."""
        if not self.is_editing:
            self._cells.copy(with_headings=True)

    def cut(self) -> None:
        """Copy the selected cells, and empty them when they are pasted."""
        (self._editor or self._cells).cut()

    def paste(self) -> None:
        """Paste the clipboard's cells."""
        (self._editor or self._cells).paste()

    def let_go(self) -> None:
        """Lift the frame around what was copied or cut out, which then stays where it is (Esc)."""
        self._cells.let_go()

    def mark(self, blocks: Sequence[Block]) -> None:
        """Draw a dashed frame around cells."""
        self.show_marked(
            (block.rows[0], block.columns[0], block.rows[-1], block.columns[-1]) for block in blocks if block.columns
        )

    def clear(self) -> None:
        """Make the selected cells not entered."""
        if not self.is_editing:
            self._cells.clear()

    def fill_down(self) -> None:
        """Copy the selection's first row down."""
        if not self.is_editing:
            self._cells.fill_down()

    def fill_right(self) -> None:
        """Copy the selection's first column to the right."""
        if not self.is_editing:
            self._cells.fill_right()

    def enter_for_all(self, text: str) -> bool:
        """Enter a text into every selected cell (Ctrl+Enter in the editor)."""
        return self._cells.enter_for_all(text)

    # Rows and columns shown

    def filter_rows(self, rows: RowFilter) -> None:
        """Show the rows that pass; what was chosen in column menus is part of the filter."""
        if self.finish_editing():
            self.progress.arrange(rows, self.progress.sorting)

    def sort_rows(self, sorting: Sorting | None) -> None:
        """Sort the rows; None brings the printed order back."""
        if self.finish_editing():
            self.progress.arrange(self.progress.filter, sorting)

    def _open_column_menu(self, column: int, at: QPoint) -> None:
        if self.finish_editing():
            ColumnMenu(self, self.progress.columns[column], self).popup(at)

    def hidden_years(self) -> set[FiscalYear]:
        """The fiscal years that are hidden."""
        return set(self.arrangement.hidden_years)

    def hide_years(self, years: Iterable[FiscalYear]) -> None:
        """Hide these fiscal years and show all others."""
        if not self.finish_editing():
            return
        self.arrangement.hidden_years = set(years)
        self.relayout()
        self.layout_changed.emit()

    # Zoom and layout

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self.arrangement.zoom

    def set_zoom(self, zoom: float) -> None:
        """Scale texts, widths and heights; the current cell stays in sight."""
        self.arrangement.zoom = zoom
        self.relayout()
        self.scrollTo(self.currentIndex())
        self.layout_changed.emit()

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self.arrangement.stepped(1))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self.arrangement.stepped(-1))

    def zoom_normal(self) -> None:
        """100 %."""
        self.set_zoom(1.0)

    def layout_state(self) -> dict[str, object]:
        """Widths, hidden years and zoom as plain values, for the settings."""
        return self.arrangement.saved()

    def restore_layout(self, saved: Mapping[str, object]) -> None:
        """Arrange the columns as `layout_state` told."""
        self.arrangement.restore(saved)
        self.relayout()
