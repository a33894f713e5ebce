"""Small tables to enter values in: columns are rows of data, the owner writes what was entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.kit.theme import colours
from plan.changes import Value

Index = QModelIndex | QPersistentModelIndex
_ROLE, _FLAG = Qt.ItemDataRole, Qt.ItemFlag
_NO_PARENT = QModelIndex()


class Entering(Enum):
    """How a column's values are entered."""

    TEXT = "text"
    CHOICE = "choice"
    TICK = "tick"
    NOTHING = "nothing"  # computed, or told elsewhere


@dataclass(frozen=True, slots=True)
class RowsColumn:
    """A column; `choices` are (value, text), `width` is in pixels and 0 takes what is left."""

    name: str
    heading: str
    entering: Entering = Entering.TEXT
    width: int = 0
    choices: tuple[tuple[Value, str], ...] = ()
    right: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a cell; a warning is also seen."""

    text: str
    warns: bool = True


class RowsModel(QAbstractTableModel):
    """Rows of values by column name; `entered` carries row, name and value, and the owner then shows what is stored."""

    entered = Signal(int, str, object)

    def __init__(self, columns: Sequence[RowsColumn], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: list[Mapping[str, Value]] = []
        self.remarks: dict[tuple[int, str], Remark] = {}
        self.row_names: list[str] = []
        self.editable = True

    def show_rows(
        self,
        rows: Sequence[Mapping[str, Value]],
        remarks: Mapping[tuple[int, str], Remark] | None = None,
        names: Sequence[str] = (),
    ) -> None:
        """Show these rows; as many as before are the same rows with other values."""
        is_same = len(rows) == len(self.rows)
        if not is_same:
            self.beginResetModel()
        self.rows, self.remarks, self.row_names = list(rows), dict(remarks or {}), list(names)
        if not is_same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)

    def show_columns(self, columns: Sequence[RowsColumn]) -> None:
        """Show other columns, or other choices in the same ones."""
        if list(columns) != self.columns:
            self.beginResetModel()
            self.columns = list(columns)
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt asks for the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt asks for the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def column(self, name: str) -> int:
        """The place of a column."""
        return next(n for n, column in enumerate(self.columns) if column.name == name)

    def value(self, row: int, name: str) -> Value:
        """A value as it is stored."""
        return self.rows[row].get(name)

    def text(self, row: int, name: str) -> str:
        """A value as it is read: a choice by its text."""
        column, value = self.columns[self.column(name)], self.value(row, name)
        if column.entering is Entering.TICK:
            return ""
        if value is None:
            return ""
        return next((text for choice, text in column.choices if choice == value), str(value))

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """What Qt shows, edits and speaks."""
        if not index.isValid():
            return None
        row, column = index.row(), self.columns[index.column()]
        remark = self.remarks.get((row, column.name))
        if role == _ROLE.DisplayRole:
            return self.text(row, column.name) or (remark.text if remark and remark.warns else "")
        if role == _ROLE.EditRole:
            value = self.value(row, column.name)
            return value if column.entering is Entering.CHOICE else self.text(row, column.name)
        if role == _ROLE.CheckStateRole and column.entering is Entering.TICK:
            return Qt.CheckState.Checked if self.value(row, column.name) else Qt.CheckState.Unchecked
        return self._look(row, column, role)

    def _look(self, row: int, column: RowsColumn, role: int) -> object:
        remark = self.remarks.get((row, column.name))
        if role == _ROLE.ToolTipRole:
            return remark.text if remark else self.text(row, column.name) or column.help
        if role == _ROLE.ForegroundRole and remark is not None and remark.warns:
            return QColor(colours().warning)
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == _ROLE.AccessibleTextRole:
            name = self.row_names[row] if row < len(self.row_names) else str(row + 1)
            told = (name, column.heading, self.text(row, column.name), remark.text if remark else "")
            return " ".join(part for part in told if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Headings, and the rows' names."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == _ROLE.DisplayRole:
                return self.columns[section].heading
            return (self.columns[section].help or None) if role == _ROLE.ToolTipRole else None
        if role == _ROLE.DisplayRole and section < len(self.rows):
            return self.row_names[section] if section < len(self.row_names) else str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be entered."""
        found = super().flags(index)
        if index.isValid() and self.editable and self.can_enter(index.row(), self.columns[index.column()]):
            is_tick = self.columns[index.column()].entering is Entering.TICK
            return found | (_FLAG.ItemIsUserCheckable if is_tick else _FLAG.ItemIsEditable)
        return found

    def can_enter(self, row: int, column: RowsColumn) -> bool:
        """Whether a cell takes values at all; an owner may put a rule of its own here."""
        return column.entering is not Entering.NOTHING and row < len(self.rows)

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: ANN401 - Qt's own signature
        """Tell what was entered; it is shown when it is stored."""
        column = self.columns[index.column()] if index.isValid() else None
        if column is None or not self.editable or not self.can_enter(index.row(), column):
            return False
        if role == _ROLE.CheckStateRole and column.entering is Entering.TICK:
            value = int(Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role != _ROLE.EditRole or column.entering is Entering.TICK:
            return False
        stored = self.value(index.row(), column.name)
        if value in (stored, stored or ""):
            return False
        self.entered.emit(index.row(), column.name, value if value != "" else None)
        return True
