"""The lists at the left: the plan's tree and its departments, to filter by, with what is not entered yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.read.table import DepartmentFacts, ItemFacts
from plan.era import FiscalYear
from plan.ids import DepartmentId, ItemId, RecordId
from work.language import _, pgettext
from work.missing import Missing, added_up, below
from work.wording import year_label

_ID = Qt.ItemDataRole.UserRole
_NAME, _COUNT = 0, 1
_COUNT_WIDTH, _INDENT = 52, 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, below another one or at the top."""

    id: RecordId
    text: str
    parent: RecordId | None = None


class FilterList(QTreeWidget):
    """A list with a line for all at its top; what is chosen in it is shown in the grid."""

    def __init__(self, all_text: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.setHeaderLabels(list(headings))
        self.setAccessibleName(headings[_NAME])
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.Fixed)
        wanted = header.fontMetrics().horizontalAdvance(headings[_COUNT]) + 2 * _INDENT
        header.resizeSection(_COUNT, max(_COUNT_WIDTH, wanted))
        self._all_text = all_text
        self._lines: dict[RecordId, QTreeWidgetItem] = {}

    def fill(self, entries: Iterable[Entry]) -> None:
        """Show these lines; what was chosen stays chosen where it is still there."""
        chosen = self.chosen or frozenset()
        with QSignalBlocker(self):
            self.clear()
            self._lines.clear()
            self.addTopLevelItem(self._line(Entry(RecordId(""), self._all_text)))
            for entry in entries:
                self._add(entry)
            self.expandAll()
            self.choose(chosen)

    def _add(self, entry: Entry) -> None:
        line = self._line(entry)
        above = self._lines.get(entry.parent) if entry.parent is not None else None
        if above is None:
            self.addTopLevelItem(line)
        else:
            above.addChild(line)
        self._lines[entry.id] = line

    def _line(self, entry: Entry) -> QTreeWidgetItem:
        line = QTreeWidgetItem([entry.text.replace("\n", " "), ""])
        line.setData(_NAME, _ID, entry.id)
        line.setToolTip(_NAME, entry.text)
        line.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    @property
    def chosen(self) -> frozenset[RecordId] | None:
        """The ids of the chosen lines; None when all are to be shown."""
        ids = frozenset(RecordId(line.data(_NAME, _ID)) for line in self.selectedItems())
        return None if not ids or "" in ids else ids

    def choose(self, ids: frozenset[RecordId]) -> None:
        """Choose lines; none of them, or none that is there, means all."""
        found = [self._lines[i] for i in ids if i in self._lines]
        self.clearSelection()
        lines = found or self.findItems(self._all_text, Qt.MatchFlag.MatchExactly)[:1]
        self.setCurrentItem(lines[0])
        for line in lines:
            line.setSelected(True)

    def show_counts(self, total: int, counts: Mapping[RecordId, int]) -> None:
        """Say how much is not entered, line by line."""
        for line in self.findItems(self._all_text, Qt.MatchFlag.MatchExactly)[:1]:
            line.setText(_COUNT, str(total) if total else "")
        for record_id, line in self._lines.items():
            count = counts.get(record_id, 0)
            line.setText(_COUNT, str(count) if count else "")


class Sidebar(QWidget):
    """Both lists, and the fiscal year whose missing entries they count."""

    filter_changed = Signal()
    year_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.tree: list[ItemFacts] = []
        missing_heading = pgettext("list of rows", "未入力")
        self.items = FilterList(
            _("すべての施策・事業"), [pgettext("list of rows", "施策・事業"), missing_heading], self
        )
        self.departments = FilterList(_("すべての課"), [_("担当課"), missing_heading], self)
        self.departments.setRootIsDecorated(False)
        self._year = QComboBox(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._arrange()
        self.items.itemSelectionChanged.connect(self.filter_changed)
        self.departments.itemSelectionChanged.connect(self.filter_changed)
        self._year.currentIndexChanged.connect(self.year_changed)

    def _arrange(self) -> None:
        label = QLabel(_("未入力を数える年度(&Y)"), self)
        label.setBuddy(self._year)
        self._year.setAccessibleName(_("未入力を数える年度"))
        self.splitter.addWidget(self.departments)
        self.splitter.addWidget(self.items)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (label, self._year):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)

    def show_years(self, years: Iterable[FiscalYear], chosen: FiscalYear) -> None:
        """Offer the plan's fiscal years; what is not entered is counted for the chosen one."""
        with QSignalBlocker(self._year):
            self._year.clear()
            for year in years:
                self._year.addItem(year_label(year), int(year))
            self._year.setCurrentIndex(self._year.findData(int(chosen)))

    @property
    def year(self) -> FiscalYear | None:
        """The fiscal year whose missing entries are counted."""
        chosen = self._year.currentData()
        return None if chosen is None else FiscalYear(chosen)

    def show_lists(self, tree: list[ItemFacts], departments: Iterable[DepartmentFacts]) -> None:
        """Show the plan's tree, without its lowest level, and the departments."""
        parents = {item.parent for item in tree}
        lowest = max((item.level for item in tree), default=0)
        self.tree = tree
        shown = [i for i in tree if i.id in parents or i.level < lowest]
        self.items.fill(Entry(i.id, i.heading or _("（名称なし）"), i.parent) for i in shown)
        self.departments.fill(Entry(d.id, d.label) for d in departments)

    def show_missing(self, found: Missing) -> None:
        """Say how much is not entered."""
        self.items.show_counts(found.total, {RecordId(i): n for i, n in added_up(self.tree, found.items).items()})
        self.departments.show_counts(found.total, {RecordId(d): n for d, n in found.departments.items()})

    @property
    def chosen_departments(self) -> frozenset[DepartmentId] | None:
        """The departments to show; None for all."""
        chosen = self.departments.chosen
        return None if chosen is None else frozenset(DepartmentId(i) for i in chosen)

    @property
    def chosen_items(self) -> frozenset[ItemId] | None:
        """The items to show, with all below them; None for all."""
        chosen = self.items.chosen
        return None if chosen is None else below(self.tree, frozenset(ItemId(i) for i in chosen))

    def choose_as(self, other: "Sidebar") -> None:
        """Choose the same year, items and departments."""
        self._year.setCurrentIndex(other._year.currentIndex())  # noqa: SLF001 - of the same class
        self.items.choose(other.items.chosen or frozenset())
        self.departments.choose(other.departments.chosen or frozenset())

    def clear_filter(self) -> None:
        """Show everything."""
        self.items.choose(frozenset())
        self.departments.choose(frozenset())
