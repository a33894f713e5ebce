"""The rows as they would be: new, changed or the same, with what a changed cell read before."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from desktop.kit.differences import marked
from desktop.kit.theme import colours
from imports.reports.preview_words import Heading, TextChange
from imports.table.row_comparing import Fate
from imports.ways import ShownRow
from plan.findings import Place
from work.language import NP_, _, pgettext
from work.wording import field_label, year_label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
FATE, SUBJECT, FIRST = 0, 1, 2
"""The columns: what becomes of the row, what it is about, and the first of what is told of it."""
_PARTS = {
    "中間評価": NP_("part", "中間評価"),
    "事後評価": NP_("part", "事後評価"),
    "主管課評価": NP_("part", "主管課評価"),
    "審査会評価": NP_("part", "審査会評価"),
    "計画": NP_("part", "計画"),
    "実績": NP_("part", "実績"),
}
"""The parts of an evaluation sheet, as imports.reports.preview_words calls them."""


def fate_label(fate: Fate | None) -> str:
    """What becomes of a row, in one word."""
    match fate:
        case Fate.NEW:
            return _("新規")
        case Fate.CHANGED:
            return pgettext("import", "変更")
        case Fate.SAME:
            return _("同じ")
        case None:
            return _("計画のみ")


def heading_label(heading: Heading) -> str:
    """What is over a column, in the language of the interface."""
    year = year_label(heading.year) if heading.year is not None else ""
    part = " ".join(pgettext("part", _PARTS[word]) for word in heading.part.split())
    return " ".join(filter(None, (year, part, field_label(heading.field))))


class RowsModel(QAbstractTableModel):
    """The rows that are shown, one column for every heading."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.headings: Sequence[Heading] = ()
        self.rows: Sequence[ShownRow] = ()
        self._positions: Sequence[int] = ()

    def show_rows(self, headings: Sequence[Heading], rows: Sequence[ShownRow], positions: Sequence[int] = ()) -> None:
        """Show other rows; `positions` are the places of a table's columns in the source, from 0."""
        self.beginResetModel()
        self.headings, self.rows, self._positions = headings, rows, positions
        self.endResetModel()

    def place_of(self, place: Place) -> QModelIndex:
        """The cell at a place of the source; within a report, the row that the place belongs to."""
        lines = [(n, row.place.line) for n, row in enumerate(self.rows) if row.place.sheet == place.sheet]
        wanted = place.line or 0
        fitting = [n for n, line in lines if line == wanted] or [
            n for n, line in lines if not self._positions and line is not None and line < wanted
        ]
        if not fitting:
            return QModelIndex()
        position = (place.column or 0) - 1
        column = FIRST + self._positions.index(position) if position in self._positions else FATE
        return self.index(fitting[-1], column)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """What becomes of the row, what it is about, and what is told of it."""
        return 0 if parent.isValid() else FIRST + len(self.headings)

    def text(self, index: Index) -> TextChange | None:
        """What a cell reads, before and after; None where the source tells nothing, or the cell is no text."""
        if not index.isValid() or index.column() < FIRST:
            return None
        heading = self.headings[index.column() - FIRST]
        return next((text for text in self.rows[index.row()].texts if text.heading == heading), None)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The text on one line, its colour, and what it read before."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case _ROLE.DisplayRole:
                return self._shown(index)
            case _ROLE.BackgroundRole:
                return self._background(index)
            case _ROLE.ForegroundRole:
                return QColor(colours().muted) if row.fate in (None, Fate.SAME) else None
            case _ROLE.AccessibleTextRole:
                return self._spoken(index)
        return None

    def _shown(self, index: Index) -> str:
        row, text = self.rows[index.row()], self.text(index)
        if index.column() == FATE:
            return fate_label(row.fate)
        if index.column() == SUBJECT:
            return row.name.replace("\n", " ")
        if text is None:
            return ""
        return text.after.replace("\n", " ") if text.after else _("（空欄にする）")

    def _spoken(self, index: Index) -> str:
        shown, text = self._shown(index), self.text(index)
        if index.column() < FIRST:
            return shown
        if text is not None and self._is_changed(index):
            before = text.before or _("空欄")
            shown = _("{before} から {after} へ変更").format(before=before, after=shown)
        return f"{heading_label(self.headings[index.column() - FIRST])}、{shown}"

    def _is_changed(self, index: Index) -> bool:
        """Whether a row of the plan would read differently here; in a new row nothing is worth pointing at."""
        text = self.text(index)
        return self.rows[index.row()].fate is Fate.CHANGED and text is not None and text.before != text.after

    def _background(self, index: Index) -> QColor | None:
        look, text = colours(), self.text(index)
        if index.column() == FATE:
            fate = self.rows[index.row()].fate
            tint = look.added if fate is Fate.NEW else look.accent_soft if fate is Fate.CHANGED else None
        elif text is not None and self._is_changed(index):
            tint = look.added if text.after else look.removed
        else:
            tint = None
        return QColor(tint) if tint is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The columns' labels; the rows' lines in the source."""
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            line = self.rows[section].place.line
            return str(line) if line is not None else "－"
        if section == SUBJECT:
            return _("対象")
        return heading_label(self.headings[section - FIRST]) if section else pgettext("import", "区分")

    def html(self, index: Index) -> str:
        """A cell in full; where its row changes, all that comes and goes in the row; at its head all texts."""
        if not index.isValid():
            return ""
        row, chosen = self.rows[index.row()], self.text(index)
        shown = list(row.cells) if row.fate is Fate.CHANGED else []
        if index.column() < FIRST and not shown:
            shown = list(row.texts)
        elif chosen is not None and chosen not in shown:
            shown.insert(0, chosen)
        name = f'<p style="margin:0 0 2px 0"><b>{escape(row.name)}</b></p>'
        return name + "".join(_paragraph(row, text) for text in shown)


def _paragraph(row: ShownRow, text: TextChange) -> str:
    look, after = colours(), text.after or ""
    is_change = row.fate is Fate.CHANGED and text.before != text.after
    body = marked(text.before or "", after, look) if is_change else escape(after)
    label = escape(heading_label(text.heading))
    title = f'<p style="color:{look.accent};margin:4px 0 0 0"><b>{label}</b></p>'
    return title + f'<p style="white-space:pre-wrap;margin:0 0 8px 0">{body}</p>'
