"""The departments that a distribution goes to: ticked, each with the kind of its file."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.kit.theme import styled
from plan.ids import DepartmentId, RecordId
from work.handout_kinds import KINDS
from work.language import _

_ID = Qt.ItemDataRole.UserRole
_NAME, _ROWS, _KIND = range(3)
_WIDTHS = {_ROWS: 60, _KIND: 190}


class _KindBox(QComboBox):
    """Lets the wheel scroll the list that it stands in, instead of changing what is chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the list."""
        event.ignore()


class OfficeList(QTreeWidget):
    """One line for each department or section that has something to answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "list")
        self.setHeaderLabels([_("部署"), _("行"), _("ファイルの種類")])
        self.setAccessibleName(_("配布する部署"))
        self.setRootIsDecorated(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            self.header().resizeSection(section, width)
        self._left_out: set[DepartmentId] = set()
        self._kinds: dict[DepartmentId, str] = {}
        self.itemChanged.connect(self._ticked)

    def show_offices(self, offices: Sequence[tuple[DepartmentId, str]], rows: Mapping[DepartmentId, int]) -> None:
        """Show departments (id, label) with how many rows they answer; what was chosen of them stays."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for office, label in offices:
            line = QTreeWidgetItem([label, str(rows.get(office, 0)), _(KINDS[0].name)])
            line.setData(_NAME, _ID, office)
            is_out = office in self._left_out
            line.setCheckState(_NAME, Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked)
            line.setTextAlignment(_ROWS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(line)
            if len(KINDS) > 1:
                self.setItemWidget(line, _KIND, self._kind_box(office, label))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _kind_box(self, office: DepartmentId, label: str) -> QComboBox:
        box = _KindBox(self)
        kind_heading = _("ファイルの種類")
        box.setAccessibleName(f"{label} {kind_heading}")
        for kind in KINDS:
            box.addItem(_(kind.name), kind.id)
        box.setCurrentIndex(max(0, box.findData(self._kinds.get(office, KINDS[0].id))))
        box.currentIndexChanged.connect(lambda: self._kinds.__setitem__(office, box.currentData()))
        return box

    def _ticked(self, line: QTreeWidgetItem) -> None:
        office = DepartmentId(RecordId(line.data(_NAME, _ID)))
        if line.checkState(_NAME) is Qt.CheckState.Checked:
            self._left_out.discard(office)
        else:
            self._left_out.add(office)

    def tick_all(self, *, on: bool) -> None:
        """Tick every line, or none."""
        for number in range(self.topLevelItemCount()):
            line = self.topLevelItem(number)
            if line is not None:
                line.setCheckState(_NAME, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def set_kind(self, kind: str) -> None:
        """Give every department that kind of file."""
        for number in range(self.topLevelItemCount()):
            line = self.topLevelItem(number)
            box = self.itemWidget(line, _KIND) if line is not None else None
            if isinstance(box, QComboBox):
                box.setCurrentIndex(box.findData(kind))

    @property
    def chosen(self) -> dict[DepartmentId, str]:
        """The ticked departments in their order, each with the kind of its file."""
        lines = [line for n in range(self.topLevelItemCount()) if (line := self.topLevelItem(n)) is not None]
        ticked = [line for line in lines if line.checkState(_NAME) is Qt.CheckState.Checked]
        ids = [DepartmentId(RecordId(line.data(_NAME, _ID))) for line in ticked]
        return {office: self._kinds.get(office, KINDS[0].id) for office in ids}
