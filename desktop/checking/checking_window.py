"""The window of findings beside the table: what a careful coordinator would mention, up to date behind every edit."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from db.edit.findings import accept, switch, withdraw
from db.read.checking import Acceptance
from desktop.checking.lists import FindingTree, Grouping, severity_label
from desktop.checking.live import LiveFindings, asked_cells
from desktop.checking.settled import SettledList
from desktop.kit.form import Form, small_text
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.window_size import begin_at
from plan.checks.every import CHECKS
from plan.errors import say
from plan.findings import Finding, Severity
from work import steps
from work.language import _, sentence

_SIZE = (1180, 620)


class CheckingWindow(QWidget):
    """`pointed` brings the finding whose place a person wants to see."""

    pointed = Signal(object)

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("{plan} — 点検").format(plan=plan.facts().title))
        begin_at(self, _SIZE)
        self.plan = plan
        self.live = LiveFindings(plan, self)
        # A department says nothing about the plan's checks: what it changed there would never come back.
        self.may_settle = plan.writable and asked_cells(plan) is None
        self.grouping = QComboBox(self)
        self.counts = QLabel(self)
        self.findings = FindingTree(self)
        self.sentence = styled(QLabel(self, wordWrap=True), "help")
        self.settled = SettledList(self)
        self.tabs = QTabWidget(self, documentMode=True)
        self.go, self.accept, self.off = (QPushButton(text, self) for text in self._texts())
        self._arrange()
        self._connect()
        self.refresh()

    def _texts(self) -> tuple[str, str, str]:
        return _("この欄へ移る"), _("理由を付けて了承…"), _("この点検を使わない")

    def _arrange(self) -> None:
        names = (_("重要度ごと"), _("点検ごと"), _("担当課ごと"))
        for name, grouping in zip(names, Grouping, strict=True):
            self.grouping.addItem(name, grouping)
        self.grouping.setAccessibleName(_("まとめ方"))
        first = QWidget(self)
        top, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(first)
        top.addWidget(self.grouping)
        top.addWidget(self.counts, 1)
        for button in (self.go, self.accept, self.off):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.findings, 1)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        self.tabs.addTab(first, _("指摘"))
        self.tabs.addTab(self.settled, _("了承済みと使わない点検"))
        QVBoxLayout(self).addWidget(self.tabs)

    def _connect(self) -> None:
        self.live.refreshed.connect(self.refresh)
        self.grouping.currentIndexChanged.connect(self.refresh)
        self.findings.currentItemChanged.connect(self._enable)
        self.findings.itemActivated.connect(self._point)
        self.go.clicked.connect(self._point)
        self.accept.clicked.connect(self._ask_reason)
        self.off.clicked.connect(self._switch_off)
        self.settled.taken_back.connect(self._take_back)

    def refresh(self) -> None:
        """Show what is found now."""
        told, off = self.live.told()
        self.findings.show_findings(told.findings, self.grouping.currentData())
        self.settled.show_settled(told, off, editable=self.may_settle)
        counts = [(s, sum(f.severity is s for f in told.findings)) for s in Severity]
        told_counts = [f"{severity_label(severity)} {count}" for severity, count in counts]
        if self.live.waiting:
            told_counts.append(_("（残り {count} 行を点検しています…）").format(count=self.live.waiting))
        self.counts.setText("　".join(told_counts))
        self._enable()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Read the plan no more."""
        self.live.stop()
        super().closeEvent(event)

    def _enable(self) -> None:
        chosen = self.findings.chosen
        self.sentence.setText(sentence(chosen.sentence) if chosen is not None else "")
        self.go.setEnabled(chosen is not None)
        for button in (self.accept, self.off):
            button.setEnabled(chosen is not None and self.may_settle)

    def _point(self) -> None:
        if self.findings.chosen is not None:
            self.pointed.emit(self.findings.chosen)

    def _ask_reason(self) -> None:
        finding = self.findings.chosen
        if finding is not None:
            self.reason_form(finding).exec()

    def reason_form(self, finding: Finding) -> Form:
        """The form that asks why a finding is right as it is."""
        reason = small_text()

        def do() -> None:
            self.plan.do(steps.FINDING_ACCEPTED, accept, finding, reason.text.strip())
            self.live.settle()

        form = Form(self, _("指摘の了承"), [(_("理由"), reason)], do)
        return form.explain(sentence(finding.sentence), _("了承する"))

    def _switch_off(self) -> None:
        if self.findings.chosen is not None:
            self._switch(self.findings.chosen.check, on=False)

    def _switch(self, name: str, *, on: bool) -> None:
        label = say(steps.CHECK_ON if on else steps.CHECK_OFF, name=CHECKS[name].label)
        self.plan.do(label, partial(switch, name=name, on=on))
        self.live.settle()

    def _take_back(self, what: Acceptance | str) -> None:
        if isinstance(what, str):
            self._switch(what, on=True)
        else:
            self.plan.do(steps.ACCEPTANCE_WITHDRAWN, withdraw, what)
            self.live.settle()
