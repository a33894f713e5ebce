"""What was accepted with a reason, and the checks that are off: each can be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from db.read.checking import Checked
from desktop.checking.lists import cell_text
from desktop.kit.theme import styled
from plan.checks.every import CHECKS
from plan.findings import Finding
from work.language import _, sentence

_VALUE = Qt.ItemDataRole.UserRole


class SettledList(QWidget):
    """`taken_back` brings the Acceptance or the short name of the check that shall count again."""

    taken_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = styled(QTreeWidget(self), "list")
        self.list.setHeaderLabels([_("指摘または点検"), _("場所"), _("理由")])
        self.list.setAccessibleName(_("了承した指摘と使わない点検"))
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.header().resizeSection(0, 420)
        self.list.header().resizeSection(1, 300)
        self.button = QPushButton(_("もう一度指摘する"), self)
        self.button.clicked.connect(self._take_back)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_settled(self, told: Checked, off: frozenset[str], *, editable: bool) -> None:
        """Show the checks that are off, then what was accepted."""
        self.list.clear()
        for name in sorted(off & CHECKS.keys()):
            self._add(sentence(CHECKS[name].label), "", _("この計画では使わない"), name)
        for finding, acceptance in told.accepted:
            self._add(sentence(finding.sentence), _where(finding), acceptance.reason, acceptance)
        self.button.setEnabled(editable and self.list.topLevelItemCount() > 0)

    def _add(self, what: str, where: str, reason: str, value: object) -> None:
        line = QTreeWidgetItem([what, where, reason.replace("\n", " ")])
        line.setToolTip(0, what)
        line.setToolTip(2, reason)
        line.setData(0, _VALUE, value)
        self.list.addTopLevelItem(line)

    def _take_back(self) -> None:
        line = self.list.currentItem()
        if line is not None:
            self.taken_back.emit(line.data(0, _VALUE))


def _where(finding: Finding) -> str:
    place = finding.place
    return " ".join(part for part in (place.number, place.department, cell_text(place)) if part)
