"""What is odd about the source, each with its place; choosing one leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.kit.icons import coloured_icon
from desktop.kit.theme import colours
from plan.findings import Finding, Severity
from work.language import _, pgettext, sentence
from work.wording import place_text

_FINDING = Qt.ItemDataRole.UserRole
_PLACE_WIDTH = 330
_HEIGHT, _AIR = 150, 8


class FindingsList(QTreeWidget):
    """One line for each finding; `pointed` brings the place of the one that was chosen."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderLabels([_("場所"), pgettext("source", "内容")])
        self.setAccessibleName(pgettext("source", "気になる点"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.header().resizeSection(0, _PLACE_WIDTH)
        self.currentItemChanged.connect(self._point)
        self.itemActivated.connect(self._point)
        self.itemClicked.connect(self._point)

    def show_findings(self, findings: Sequence[Finding], sheet: str) -> None:
        """Show the gravest first; those about `sheet`, which is read, need not name it."""
        self.clear()
        order = list(Severity)
        gravest_first = sorted(findings, key=lambda f: order.index(f.severity))
        self.addTopLevelItems([self._line(finding, sheet) for finding in gravest_first])
        lines = (
            self.header().sizeHint().height() + 2 * self.frameWidth() + len(findings) * max(1, self.sizeHintForRow(0))
        )
        self.setFixedHeight(min(_HEIGHT, lines + _AIR))

    def _line(self, finding: Finding, sheet: str) -> QTreeWidgetItem:
        text = sentence(finding.sentence)
        line = QTreeWidgetItem([place_text(finding.place, sheet), text.replace("\n", " ")])
        grave = finding.severity is not Severity.NOTICE
        look = colours()
        colour = QColor(look.warning if grave else look.muted)
        line.setIcon(0, coloured_icon("triangle-alert" if grave else "info", colour))
        line.setToolTip(1, text)
        line.setData(0, _FINDING, finding)
        return line

    def _point(self, line: QTreeWidgetItem | None) -> None:
        if line is not None:
            self.pointed.emit(line.data(0, _FINDING).place)
