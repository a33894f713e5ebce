"""The strip above the grid that tells what departments' answers still wait for: conflicts and proposals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from db.exchange.added_rows import proposals
from db.exchange.conflicts import open_conflicts
from db.models import CONFLICT, CONTRIBUTION, DECISION
from db.store.working import Announcement
from desktop.kit.shown_plan import ShownPlan
from work.language import _

_ABOUT = {CONFLICT.name, CONTRIBUTION.name, DECISION.name}


class PendingStrip(QFrame):
    """Hidden while nothing waits."""

    conflicts_asked = Signal()
    proposals_asked = Signal()

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._plan = plan
        self._conflicts, self._proposals = 0, 0
        self.text = QLabel(self)
        self.text.setWordWrap(True)  # else it pushes the window past the edge of the screen
        self.settle = QPushButton(_("食い違いを確かめる…"), self)
        self.look = QPushButton(_("提案を確かめる…"), self)
        self.settle.clicked.connect(self.conflicts_asked)
        self.look.clicked.connect(self.proposals_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.settle)
        row.addWidget(self.look)
        plan.changed.connect(self._changed)
        self._count()

    def _changed(self, announcement: Announcement) -> None:
        # Reading every return anew must not slow a keystroke; an edit can end a conflict, though.
        if self._conflicts or any(change.table in _ABOUT for change in announcement.changes):
            self._count()

    def _count(self) -> None:
        with self._plan.file.store.reading() as connection:
            self._conflicts = len({conflict.cell for conflict in open_conflicts(connection)})
            self._proposals = len(proposals(connection))
        parts = (
            _("食い違い {count} 件").format(count=self._conflicts) if self._conflicts else "",
            _("行の追加の提案 {count} 件").format(count=self._proposals) if self._proposals else "",
        )
        told = _("、").join(part for part in parts if part)
        self.text.setText(_("部署の回答で、決めていないことがあります: {what}").format(what=told))
        writable = self._plan.writable
        for button, count in ((self.settle, self._conflicts), (self.look, self._proposals)):
            button.setVisible(bool(count))
            button.setEnabled(writable)
        self.setVisible(bool(told))
