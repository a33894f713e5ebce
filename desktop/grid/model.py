"""The progress table as a Qt model that asks for edits and never makes them itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.grid.arrangement import RowFilter, Sorting, arranged
from desktop.grid.folding import FoldedTexts
from desktop.kit.grade_choices import Choice, choice_by_digit, grade_choices
from plan.changes import StepName
from plan.due import has_ended, is_due, state
from plan.era import FiscalYear
from plan.errors import PlanError, say
from plan.fields import Kind
from plan.folding import fold
from plan.ids import AssignmentId
from plan.known_marks import known_mark
from plan.scales import ACHIEVEMENT
from plan.table import CellEdit, Column, ProgressRow, ProgressTable
from work import steps, wording

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_SINGLE_ROWS = 64  # more changed rows than this are announced as one range


class Role(IntEnum):
    """What the model tells beside texts."""

    STATE = Qt.ItemDataRole.UserRole + 1  # plan.states.State
    ENDED = Qt.ItemDataRole.UserRole + 2  # bool: the row ended before the cell's year
    DUE = Qt.ItemDataRole.UserRole + 3  # bool: the cell ought to be entered by now


class Editor(Protocol):
    """Who makes the edits that the grid asks for."""

    def set_cells(self, edits: Sequence[CellEdit], label: StepName) -> None:
        """Make all edits as one step called `label`, then announce them to the model; PlanError where it cannot."""


def every_cell(_row: ProgressRow, _column: Column) -> bool:
    """Every cell may be edited."""
    return True


class ProgressModel(QAbstractTableModel):
    """The rows of a table that pass a filter, in order; `refused` carries a plan.errors.Sentence."""

    refused = Signal(object)
    arranged = Signal()

    def __init__(self, table: ProgressTable, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.may_edit: Callable[[ProgressRow, Column], bool] = every_cell
        self.is_wanted: Callable[[ProgressRow, Column], bool] = every_cell  # of whoever sits here, when it is due
        self.current_year: FiscalYear | None = None
        self.scale = ACHIEVEMENT  # what its grades are graded with
        self.filter = RowFilter()
        self.sorting: Sorting | None = None
        self._take(table)

    def _take(self, table: ProgressTable) -> None:
        self.table, self.columns = table, table.columns
        self.texts = FoldedTexts(table)
        self._places = {column: place for place, column in enumerate(table.columns)}
        self._shown = list(range(len(table.rows)))
        self._positions: dict[AssignmentId, int] | None = None
        self._shown_at: dict[int, int] | None = None

    @property
    def shown(self) -> Sequence[int]:
        """The positions in the table of the rows that are shown, in order."""
        return self._shown

    def row(self, number: int) -> ProgressRow:
        """The shown row of that number."""
        return self.table.rows[self._shown[number]]

    def cell(self, number: int, column: int) -> str | None:
        """The text of a shown cell."""
        return self.table.rows[self._shown[number]].cells[column]

    def number_of(self, assignment: AssignmentId) -> int | None:
        """The number of the shown row of that assignment; None where it is not shown."""
        position = self._position_of(assignment)
        if self._shown_at is None:
            self._shown_at = {at: number for number, at in enumerate(self._shown)}
        return None if position is None else self._shown_at.get(position)

    def _position_of(self, assignment: AssignmentId) -> int | None:
        if self._positions is None:
            self._positions = {row.id: position for position, row in enumerate(self.table.rows)}
        return self._positions.get(assignment)

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns the table has, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, what is spoken of it, and how it reads."""
        if not index.isValid():
            return None
        row, column = self.row(index.row()), index.column()
        text = row.cells[column]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text or ""
        return self._told(row, self.columns[column], text, role)

    def _told(self, row: ProgressRow, column: Column, text: str | None, role: int) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(row, column, text)
        if role == Role.STATE:
            return state(text)
        if role == Role.ENDED:
            return has_ended(row, column)
        if role == Role.DUE:
            return self.is_wanted(row, column) and is_due(column, self.current_year)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A column's heading on one line; a row's printed number."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return wording.column_label(self.columns[section]) if 0 <= section < len(self.columns) else None
        return self.cell(section, 0) or "" if 0 <= section < len(self._shown) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen; `may_edit` says which can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable(index.row(), index.column()) else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for one cell to be set."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.editable(index.row(), index.column()):
            return False
        text = self._meant(index.column(), str(value))
        return self.change([self.edit_of(index.row(), index.column(), text)], self.entry_label(index))

    def _meant(self, column: int, text: str) -> str:
        """Where a grade is chosen, a digit means one also when an input method has written it (１)."""
        choices, digit = self.choices(column), fold(text)
        chosen = choice_by_digit(digit, [grade for grade, _label in choices]) if choices and digit.isdecimal() else None
        return text if chosen is None else chosen

    # Edits

    def editable(self, number: int, column: int) -> bool:
        """Whether a shown cell may be edited."""
        return self.may_edit(self.row(number), self.columns[column])

    def edit_of(self, number: int, column: int, text: str) -> CellEdit:
        """The edit that makes a shown cell read `text`; an empty text makes it not entered."""
        return CellEdit(self.row(number).id, self.columns[column], text or None)

    def choices(self, column: int) -> list[Choice]:
        """What a column offers to choose from, none first; nothing where a text is written."""
        return grade_choices(self.scale) if self.columns[column].field.kind is Kind.GRADE else []

    def entry_label(self, index: Index) -> StepName:
        """What the step is called that enters one cell."""
        place = wording.kept_place(self.row(index.row()), self.columns[index.column()])
        return say(steps.ENTRY, place=place)

    def change(self, edits: Sequence[CellEdit], label: StepName) -> bool:
        """Ask for edits as one step; False, and `refused`, where they could not be made.

        Whoever edits, a mark is one that the plan knows; what stands in a cell already is nobody's edit.
        """
        try:
            known = [self._known(edit) for edit in edits if self._differs(edit)]
            changing = [edit for edit in known if self._differs(edit)]
            if changing:
                self._editor.set_cells(changing, label)
        except PlanError as error:
            self.refused.emit(error.sentence)
            return False
        return True

    def _known(self, edit: CellEdit) -> CellEdit:
        text = known_mark(edit.column.field, edit.text or "", self.scale) or None
        return edit if text == edit.text else replace(edit, text=text)

    def _differs(self, edit: CellEdit) -> bool:
        position = self._position_of(edit.assignment)
        if position is None:
            return True
        return self.table.rows[position].cells[self._places[edit.column]] != edit.text

    # What the owner announces

    def replace_cells(self, changed: Iterable[CellEdit]) -> None:
        """Take over cells that have changed; what is not part of this table is passed over."""
        touched: dict[AssignmentId, list[int]] = {}
        for edit in changed:
            position = self._position_of(edit.assignment)
            if position is not None and edit.column in self._places:
                place = self._places[edit.column]
                self.table.rows[position].cells[place] = edit.text
                touched.setdefault(edit.assignment, []).append(place)
        self._refresh(touched)

    def replace_rows(self, rows: Iterable[ProgressRow]) -> None:
        """Take over rows that have changed and stand in the table already."""
        touched = {}
        for row in rows:
            position = self._position_of(row.id)
            if position is not None:
                self.table.rows[position] = row
                touched[row.id] = [0, len(self.columns) - 1]
        self._refresh(touched)

    def _refresh(self, touched: Mapping[AssignmentId, Sequence[int]]) -> None:
        """Show anew what has changed between the places of each row; filter and order wait for the next arranging."""
        self.texts.renew(p for row in touched if (p := self._position_of(row)) is not None)
        shown = {n: touched[row] for row in touched if (n := self.number_of(row)) is not None}
        if len(shown) > _MOST_SINGLE_ROWS:
            self.dataChanged.emit(self.index(min(shown), 0), self.index(max(shown), len(self.columns) - 1))
            return
        for number, places in shown.items():
            self.dataChanged.emit(self.index(number, min(places)), self.index(number, max(places)))

    def replace_table(self, table: ProgressTable) -> None:
        """Show another table, or the same after rows came, went or moved."""
        self.beginResetModel()
        self._take(table)
        self._arrange()
        self.endResetModel()
        self.arranged.emit()

    def arrange(self, rows: RowFilter, sorting: Sorting | None) -> None:
        """Show the rows that pass a filter, sorted; None brings the printed order back."""
        self.beginResetModel()
        self.filter, self.sorting = rows, sorting
        self._arrange()
        self.endResetModel()
        self.arranged.emit()

    def _arrange(self) -> None:
        self._shown = arranged(self.table, self.texts, self.filter, self.sorting)
        self._shown_at = None

    def set_current_year(self, year: FiscalYear | None) -> None:
        """Say which fiscal year it is, so that what is due can be shown."""
        self.current_year = year
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))
