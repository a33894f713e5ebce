"""Findings as lines of a list, in groups that a person chooses."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.kit.icons import coloured_icon
from desktop.kit.theme import colours, styled
from plan.checks.every import CHECKS
from plan.findings import Finding, Place, Severity
from plan.ids import RecordId
from work.language import _, sentence
from work.wording import field_label, year_label

VALUE = Qt.ItemDataRole.UserRole
"""Where a line keeps its finding, and a head the name of its group."""
_WIDTHS = (70, 190, 190)
MOST = 500  # lines of one group; more are told by their number


class Grouping(Enum):
    """By what findings are put together."""

    SEVERITY = "severity"
    CHECK = "check"
    DEPARTMENT = "department"


class FindingTree(QTreeWidget):
    """Findings below the heads of their groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "list")
        self.setHeaderLabels([_("指摘"), _("番号"), _("担当課"), _("年度と欄")])
        self.setAccessibleName(_("点検の指摘"))
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in enumerate(_WIDTHS, start=1):
            self.header().resizeSection(section, width)

    def show_findings(self, findings: Iterable[Finding], grouping: Grouping) -> None:
        """Show the findings; the one that was chosen stays chosen where it is still there."""
        chosen, folded = self.chosen, self._folded()
        self.clear()
        for name, group in _grouped(findings, grouping).items():
            head = QTreeWidgetItem([f"{name}　{len(group)}"])
            self.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            head.setData(0, VALUE, name)
            head.addChildren([_line(finding) for finding in group[:MOST]])
            if len(group) > MOST:
                more = _("ほか {count} 件").format(count=len(group) - MOST)
                head.addChild(QTreeWidgetItem([more]))
            head.setExpanded(name not in folded)
        self._choose(chosen)

    def heads(self) -> list[QTreeWidgetItem]:
        """The lines that head a group."""
        found = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return [head for head in found if head is not None]

    def lines(self) -> list[QTreeWidgetItem]:
        """The lines below the heads."""
        found = (head.child(n) for head in self.heads() for n in range(head.childCount()))
        return [line for line in found if line is not None]

    def _folded(self) -> set[str]:
        return {head.data(0, VALUE) for head in self.heads() if not head.isExpanded()}

    @property
    def chosen(self) -> Finding | None:
        """The chosen finding; None where a group's head is chosen, or nothing."""
        line = self.currentItem()
        found = line.data(0, VALUE) if line is not None else None
        return found if isinstance(found, Finding) else None

    def _choose(self, finding: Finding | None) -> None:
        self._choose_first(lambda told: told == finding)

    def choose_about(self, record: RecordId | None) -> None:
        """Choose the first finding about a record, where there is one."""
        if record is not None:
            self._choose_first(lambda told: told.place.record == record)

    def _choose_first(self, wanted: Callable[[Finding], bool]) -> None:
        values = ((line, line.data(0, VALUE)) for line in self.lines())
        there = next((line for line, told in values if isinstance(told, Finding) and wanted(told)), None)
        if there is not None:
            self.setCurrentItem(there)


def _grouped(findings: Iterable[Finding], grouping: Grouping) -> Mapping[str, list[Finding]]:
    name = _NAMES[grouping]
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(name(finding), []).append(finding)
    return groups


def severity_label(severity: Severity) -> str:
    """How grave a finding is, in a word."""
    return {
        Severity.ERROR: _("エラー"),
        Severity.WARNING: _("警告"),
        Severity.NOTICE: _("お知らせ"),
    }[severity]


_NAMES: Mapping[Grouping, Callable[[Finding], str]] = {
    Grouping.SEVERITY: lambda f: severity_label(f.severity),
    Grouping.CHECK: lambda f: sentence(CHECKS[f.check].label),
    Grouping.DEPARTMENT: lambda f: f.place.department or _("（担当課なし）"),
}


def _line(finding: Finding) -> QTreeWidgetItem:
    place, text = finding.place, sentence(finding.sentence)
    line = QTreeWidgetItem([text, place.number, place.department, cell_text(place)])
    look = colours()
    grave = finding.severity is not Severity.NOTICE
    colour = QColor(look.warning if grave else look.muted)
    line.setIcon(0, coloured_icon("triangle-alert" if grave else "info", colour))
    line.setToolTip(0, f"{severity_label(finding.severity)}: {text}")
    line.setData(0, VALUE, finding)
    return line


def cell_text(place: Place) -> str:
    """The fiscal year and the field of a finding."""
    parts = (place.year and year_label(place.year), place.field and field_label(place.field))
    return " ".join(part for part in parts if part)
