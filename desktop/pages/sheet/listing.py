"""The list of sheets: by department, with their grades, for a year and a department or division."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.read.sheets import EnteredSheet
from db.read.table import DepartmentFacts
from desktop.kit.theme import styled
from plan.documents.reports import Grades
from plan.era import FiscalYear
from plan.ids import RecordId
from work.language import _
from work.wording import year_label

_ID = Qt.ItemDataRole.UserRole
_ALL = ""
_ACTION = QAbstractItemView.CursorAction
_UPWARDS = (_ACTION.MoveUp, _ACTION.MovePrevious, _ACTION.MovePageUp)
_NUMBER_WIDTH = 72


class SheetTree(QTreeWidget):
    """Sheets below their departments; the keys go from sheet to sheet."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass a department over: on the way up to the sheet above it, else to the first one below."""
        found = super().moveCursor(action, modifiers)
        if not found.isValid() or found.data(_ID):
            return found
        above = self.indexAbove(found) if action in _UPWARDS else QModelIndex()
        return above if above.isValid() else self.indexBelow(found)


class SheetList(QWidget):
    """Chooses a sheet; `chosen` tells that another one, or none, is chosen now."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheets: Sequence[EnteredSheet] = ()
        self._listed: list[tuple[RecordId, str]] = []
        self._lines: dict[RecordId, QTreeWidgetItem] = {}
        self.year, self.office = QComboBox(self), QComboBox(self)
        self.tree = styled(SheetTree(self), "list")
        self._arrange()
        self.year.activated.connect(self._show)
        self.office.activated.connect(self._show)
        self.tree.currentItemChanged.connect(lambda *_: self.chosen.emit())

    def _arrange(self) -> None:
        self.year.setAccessibleName(_("年度"))
        self.office.setAccessibleName(_("部または課"))
        self.office.setMaxVisibleItems(24)
        self.tree.setAccessibleName(_("個別事業評価表の一覧"))
        self.tree.setHeaderLabels([_("No"), _("事業名"), _("中間"), _("事後")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(10)
        self.tree.setAllColumnsShowFocus(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _NUMBER_WIDTH)
        for section in (2, 3):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.year, self.office, self.tree):
            column.addWidget(widget)

    @property
    def sheet(self) -> RecordId | None:
        """The chosen sheet."""
        line = self.tree.currentItem()
        return RecordId(line.data(0, _ID)) if line is not None and line.data(0, _ID) else None

    @property
    def shown(self) -> list[EnteredSheet]:
        """The sheets that are listed."""
        year, office = self.year.currentData(), self.office.currentData()
        return [
            entered
            for entered in self._sheets
            if (year in (_ALL, None) or int(entered.sheet.year) == year)
            and (office in (_ALL, None) or office in (entered.department, _division(entered.sheet.division)))
        ]

    def show_sheets(self, sheets: Sequence[EnteredSheet], offices: Sequence[DepartmentFacts]) -> None:
        """Show the sheets that there are; what was chosen stays chosen."""
        self._sheets = sheets
        years = sorted({entered.sheet.year for entered in sheets}, reverse=True)
        _offer(self.year, [(_ALL, _("すべての年度")), *((int(y), year_label(y)) for y in years)], first=1)
        used = {entered.department for entered in sheets}
        divisions = dict.fromkeys(entered.sheet.division for entered in sheets if entered.sheet.division)
        named = [(_division(name), name) for name in divisions]
        single = [(str(office.id), f"　{office.label}") for office in offices if office.id in used]
        _offer(self.office, [(_ALL, _("すべての部・課")), *named, *single])
        self._show()

    def choose(self, sheet: RecordId | None, *, year: FiscalYear | None = None) -> None:
        """Choose a sheet; where the filter hides it, the filter is lifted."""
        if year is not None:
            self.year.setCurrentIndex(max(0, self.year.findData(int(year))))
            self.office.setCurrentIndex(0)
            self._show()
        if sheet in self._lines:
            self.tree.setCurrentItem(self._lines[sheet])

    def step(self, lines: int) -> None:
        """Go some sheets on or back."""
        ids = [entered.sheet.id for entered in self._in_order()]
        if self.sheet in ids:
            place = ids.index(self.sheet) + lines
            self.choose(ids[max(0, min(place, len(ids) - 1))])

    def _in_order(self) -> list[EnteredSheet]:
        """The listed sheets, department by department."""
        names = list(dict.fromkeys(entered.sheet.department for entered in self.shown))
        return sorted(self.shown, key=lambda entered: names.index(entered.sheet.department))

    def _show(self) -> None:
        listed = [(entered.sheet.id, entered.sheet.department) for entered in self._in_order()]
        if listed != self._listed:  # never rebuilt while Qt goes from line to line
            self._build(listed)
        for entered in self.shown:
            _fill(self._lines[entered.sheet.id], entered)
        self.chosen.emit()

    def _build(self, listed: list[tuple[RecordId, str]]) -> None:
        was, offices = self.sheet, dict[str, QTreeWidgetItem]()
        self._listed, self._lines = listed, {}
        with QSignalBlocker(self.tree):
            self.tree.clear()
            for sheet, name in listed:
                if name not in offices:
                    offices[name] = QTreeWidgetItem([name or _("担当課なし")])
                    self.tree.addTopLevelItem(offices[name])
                    offices[name].setFirstColumnSpanned(True)
                    offices[name].setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._lines[sheet] = QTreeWidgetItem()
                offices[name].addChild(self._lines[sheet])
                self._lines[sheet].setData(0, _ID, sheet)
            self.tree.expandAll()
            if listed:
                chosen = was if was in self._lines else listed[0][0]
                self.tree.setCurrentItem(self._lines[chosen])


def _fill(line: QTreeWidgetItem, entered: EnteredSheet) -> None:
    sheet = entered.sheet
    texts = (sheet.number, sheet.project.replace("\n", " "), _both(sheet.interim), _both(sheet.final))
    for column, text in enumerate(texts):
        line.setText(column, text)
        line.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter if column > 1 else Qt.AlignmentFlag.AlignVCenter)
    line.setToolTip(1, f"{year_label(sheet.year)} {sheet.project}")


def _both(grades: Grades) -> str:
    return f"{grades.own or '—'} / {grades.committee or '—'}" if grades.own or grades.committee else ""


def _division(name: str) -> str:
    return f"division:{name}"


def _offer(box: QComboBox, entries: Sequence[tuple[object, str]], first: int = 0) -> None:
    """Offer these (data, text); what was chosen stays, and at first it is the entry number `first`."""
    was, is_new = box.currentData(), box.count() == 0
    box.clear()
    for data, text in entries:
        box.addItem(text, data)
    box.setCurrentIndex(min(first, box.count() - 1) if is_new else max(0, box.findData(was)))
