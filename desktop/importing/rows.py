"""The rows as they would be: new, changed or the same, with what a changed cell read before."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.differences import marked
from desktop.grid.wording import column_label
from desktop.importing.looking import Line
from desktop.language import translate
from desktop.theme import colours
from imports.proposals import Fate
from imports.table import ReadTable
from plan.fields import DEPARTMENT, KEYS, NUMBER
from plan.table import Column

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


def fate_label(fate: Fate | None) -> str:
    """What becomes of a row, in one word."""
    match fate:
        case Fate.NEW:
            return translate("Importing", "新規")
        case Fate.CHANGED:
            return translate("Importing", "変更")
        case Fate.SAME:
            return translate("Importing", "同じ")
        case None:
            return translate("Importing", "計画のみ")


class RowsModel(QAbstractTableModel):
    """The lines that are shown; the first column says what becomes of a row, the others are the source's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.lines: Sequence[Line] = ()
        self._positions: tuple[int, ...] = ()

    def show_lines(self, table: ReadTable, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.columns, self._positions, self.lines = table.columns, table.positions, lines
        self.endResetModel()

    def place_of(self, line: int | None, position: int | None) -> QModelIndex:
        """The cell at a line (from 1) and a column (from 1) of the source; an invalid index where none is shown."""
        row = next((n for n, each in enumerate(self.lines) if each.read is not None and each.read.line == line), None)
        if row is None:
            return QModelIndex()
        known = position is not None and position - 1 in self._positions
        return self.index(row, 1 + self._positions.index(position - 1) if known and position is not None else 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """What becomes of the row, and the columns that are read."""
        return 0 if parent.isValid() else 1 + len(self.columns)

    def text(self, line: Line, column: Column) -> str | None:
        """What a cell will read; a row that only the plan has shows its keys."""
        if line.read is not None:
            return line.read.cells[self.columns.index(column)]
        assert line.known is not None  # a line is of the source or of the plan
        return line.known.cells[KEYS.index(column.field)] if column.field in KEYS else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The text on one line, its colour, and what it read before."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        column = self.columns[index.column() - 1] if index.column() else None
        match role:
            case _ROLE.DisplayRole:
                return self._shown(line, column)
            case _ROLE.BackgroundRole:
                return self._background(line, column)
            case _ROLE.ForegroundRole:
                return QColor(colours().muted) if line.fate in (None, Fate.SAME) else None
            case _ROLE.AccessibleTextRole:
                return self._spoken(line, column)
        return None

    def _shown(self, line: Line, column: Column | None) -> str:
        if column is None:
            return fate_label(line.fate)
        text = self.text(line, column)
        if text is None and column in line.before:
            return translate("Importing", "（空欄にする）")
        return (text or "").replace("\n", " ")

    def _spoken(self, line: Line, column: Column | None) -> str:
        if column is None:
            return fate_label(line.fate)
        text = self._shown(line, column)
        if column in line.before:
            before = line.before[column] or translate("Importing", "空欄")
            text = translate("Importing", "{before} から {after} へ変更").format(before=before, after=text)
        return f"{column_label(column)}、{text}"

    def _background(self, line: Line, column: Column | None) -> QColor | None:
        look = colours()
        if column is None:
            tint = {Fate.NEW: look.added, Fate.CHANGED: look.accent_soft}.get(line.fate) if line.fate else None
        elif column in line.before:
            tint = look.added if self.text(line, column) else look.removed
        else:
            tint = None
        return QColor(tint) if tint is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The columns' labels; the lines' numbers in the source."""
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            read = self.lines[section].read
            return str(read.line) if read is not None else "－"
        return column_label(self.columns[section - 1]) if section else translate("Importing", "区分")

    def html(self, index: Index) -> str:
        """A cell in full; where its row changes, all that comes and goes in the row; at its head all texts."""
        if not index.isValid():
            return ""
        line = self.lines[index.row()]
        column = self.columns[index.column() - 1] if index.column() else None
        shown = [*line.before]
        if column is None and line.fate is not Fate.CHANGED:
            shown = [c for c in self.columns if self.text(line, c)]
        elif column is not None and column not in line.before:
            shown.insert(0, column)
        return "".join(self._paragraph(line, each) for each in shown)

    def _row_name(self, line: Line) -> list[str]:
        """番号 and 担当課, by which a row is called."""
        names = (Column(NUMBER), Column(DEPARTMENT))
        return [self.text(line, name) or "" for name in names if name in self.columns]

    def _paragraph(self, line: Line, column: Column) -> str:
        look, text = colours(), self.text(line, column) or ""
        body = marked(line.before[column] or "", text, look) if column in line.before else escape(text)
        names = self._row_name(line) if column in line.before else []
        place = " ".join(filter(None, (*names, column_label(column))))
        title = f'<p style="color:{look.accent};margin:4px 0 0 0"><b>{escape(place)}</b></p>'
        return title + f'<p style="white-space:pre-wrap;margin:0 0 8px 0">{body}</p>'
