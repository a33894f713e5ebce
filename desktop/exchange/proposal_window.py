"""Rows that departments propose, to be taken into the plan or left out of it."""

from html import escape

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from db.exchange.added_rows import Proposal, accept, decline, proposals
from db.read.table import items
from desktop.kit import failures
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import colours, styled
from plan.errors import PlanError, say
from plan.fields import BASELINE_AND_GOAL, CONTENT
from work import steps
from work.language import _, pgettext
from work.wording import column_label, field_label

_SIZE = (1000, 620)
_LABEL_LIMIT = 30  # characters of a row's content in the name of a step


class ProposalWindow(QDialog):
    """All proposals at the left, the chosen one at the right; each decision is a step."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan) -> None:
        super().__init__(parent)
        self.setWindowTitle(pgettext("proposals", "行の追加の提案"))
        self.resize(*_SIZE)
        self._plan = plan
        self.proposals: list[Proposal] = []
        self._headings: dict[str, str] = {}
        self.count = styled(QLabel(self), "paneTitle")
        self.list = styled(QListWidget(self), "list")
        self.text = QTextBrowser(self)
        self.accept_button = QPushButton(_("計画に加える(&A)"), self, autoDefault=False)
        self.decline_button = QPushButton(_("見送る(&D)"), self, autoDefault=False)
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.accept_button.clicked.connect(self._accept)
        self.decline_button.clicked.connect(self._decline)
        self._read()

    def _arrange(self) -> None:
        self.list.setAccessibleName(_("提案の一覧"))
        self.text.setAccessibleName(_("提案の内容"))
        splitter = QSplitter(self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.text)
        splitter.setSizes([340, 660])
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.decline_button)
        row.addWidget(self.accept_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.count)
        column.addWidget(splitter, 1)
        column.addLayout(row)
        column.addWidget(buttons)

    def _read(self, row: int = 0) -> None:
        with self._plan.file.store.reading() as connection:
            self.proposals = proposals(connection)
            self._headings = {item.id: item.heading for item in items(connection)}
        self.list.clear()
        for proposal in self.proposals:
            text = f"{proposal.label}　{proposal.row.content}".replace("\n", " ")
            self.list.addItem(QListWidgetItem(text))
        self.list.setCurrentRow(min(row, len(self.proposals) - 1))
        for button in (self.accept_button, self.decline_button):
            button.setEnabled(bool(self.proposals))
        if self.proposals:
            self.count.setText(_("決めていない提案 {count} 件").format(count=len(self.proposals)))
        else:
            self.count.setText(_("決めていない提案はありません。"))
            self.text.clear()

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.proposals):
            self.text.setHtml(self._told(self.proposals[row]))

    def _told(self, proposal: Proposal) -> str:
        row = proposal.row
        parts = [
            (_("部署"), proposal.label),
            (pgettext("proposals", "返送されたファイル"), proposal.file),
            (_("実施事業"), self._headings.get(row.project, _("（計画から削除されています）"))),
            (field_label(CONTENT), row.content),
            (field_label(BASELINE_AND_GOAL), row.baseline_and_goal or ""),
            *((column_label(cell.column), text or "") for cell, text in row.values().items()),
        ]
        colour = colours().accent
        return "".join(
            f'<p style="margin:8px 0 2px 0;color:{colour};font-weight:bold">{escape(heading)}</p>'
            f'<p style="margin:0">{escape(text)}</p>'.replace("\n", "<br/>")
            for heading, text in parts
            if text
        )

    def _accept(self) -> None:
        proposal = self.proposals[self.list.currentRow()]
        try:
            self._plan.do(say(steps.PROPOSAL_TAKEN, content=_short(proposal)), accept, [proposal])
        except PlanError as error:
            failures.tell(self, error)
        self._read(self.list.currentRow())

    def _decline(self) -> None:
        proposal = self.proposals[self.list.currentRow()]
        self._plan.do(say(steps.PROPOSAL_DECLINED, content=_short(proposal)), decline, [proposal])
        self._read(self.list.currentRow())


def _short(proposal: Proposal) -> str:
    return proposal.row.content.replace("\n", " ")[:_LABEL_LIMIT]
