"""Who has not sent: every department with its state, what is missing, and the words to remind it with."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.exchange.board import Missing, Progress, Standing, board, reminder
from db.exchange.receipts import looked_at
from desktop.exchange.letter_pane import LetterPane
from desktop.exchange.list_parts import choose_first
from desktop.exchange.return_details import finding_html, plain_html
from desktop.export.preview import Preview
from desktop.kit.icons import coloured_icon, icon
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import colours, styled
from exports.forms.board import compose
from plan.dates import day
from plan.errors import say
from work import steps
from work.days import today
from work.language import _
from work.return_words import progress_text
from work.wording import column_label

_SIZE = (1120, 680)
_WIDTHS = (170, 100, 70, 80, 60)
_NUMBER_WIDTH = 70
_ICONS = {
    Progress.NOT_SENT: "circle-dashed",
    Progress.SENT: "clock",
    Progress.RETURNED: "file-input",
    Progress.TAKEN: "check",
    Progress.COMPLETE: "circle-check",
    Progress.OVERDUE: "triangle-alert",
}


class BoardWindow(QDialog):
    """Shows the board; `wanted` is the missing cell that was double-clicked, to be gone to."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("回収の状況"))
        self.resize(*_SIZE)
        self._plan, self._store, self._title = plan, plan.file.store, plan.facts().title
        self.standings: list[Standing] = []
        self.wanted: Missing | None = None
        self.summary = QLabel(self)
        self.departments = styled(QTreeWidget(self), "list")
        self.missing = styled(QTreeWidget(self), "list")
        self.held = QTextBrowser(self)
        self.looked_at = QPushButton(icon("check"), _("確認済みにする"), self, autoDefault=False)
        self.letter = LetterPane(self)
        self.print_button = QPushButton(icon("printer"), _("一覧を印刷…"), self, autoDefault=False)
        self._arrange()
        self.departments.currentItemChanged.connect(self._show_department)
        self.missing.itemActivated.connect(self._go)
        self.print_button.clicked.connect(self._print)
        self.looked_at.clicked.connect(self._note_looked_at)
        self._read()

    def _arrange(self) -> None:
        self.departments.setHeaderLabels([_("部署"), _("状況"), _("期限"), _("未入力"), _("食い違い"), _("保留")])
        self.departments.setAccessibleName(_("部署ごとの状況"))
        self.departments.setRootIsDecorated(False)
        header = self.departments.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in enumerate(_WIDTHS, 1):
            header.resizeSection(section, width)
        self.missing.setHeaderLabels([_("番号"), _("未入力の欄")])
        self.missing.setAccessibleName(_("未入力の欄"))
        self.missing.setRootIsDecorated(False)
        self.missing.header().resizeSection(0, _NUMBER_WIDTH)
        tabs = QTabWidget(self, documentMode=True)
        tabs.addTab(self.missing, _("未入力の欄"))
        tabs.addTab(self._held_tab(), _("取り込めなかった記入"))
        tabs.addTab(self.letter, _("督促の文面"))
        splitter = QSplitter(self)
        splitter.addWidget(self.departments)
        splitter.addWidget(tabs)
        splitter.setSizes([640, 460])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.summary)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _held_tab(self) -> QWidget:
        tab = QWidget(self)
        self.held.setAccessibleName(_("取り込めなかった記入"))
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.held, 1)
        column.addWidget(self.looked_at)
        return tab

    def _note_looked_at(self) -> None:
        """What was held back of the department's returns is open no longer; it stays with them, and can be undone."""
        standing = self.current
        if standing is not None:
            self._plan.do(say(steps.LOOKED_AT, department=standing.label), looked_at, standing.returns)
            self._read(self.standings.index(standing))

    def _summary(self) -> str:
        complete = sum(s.state is Progress.COMPLETE for s in self.standings)
        overdue = sum(s.state is Progress.OVERDUE for s in self.standings)
        text = _("{all} 部署のうち {complete} 部署が完了、期限を過ぎた部署 {overdue}")
        return text.format(all=len(self.standings), complete=complete, overdue=overdue)

    def _read(self, place: int = 0) -> None:
        """Read how all stand, and choose the department at that place."""
        with self._store.reading() as connection:
            self.standings = board(connection, today())
        self.summary.setText(self._summary())
        self.departments.clear()
        self.departments.addTopLevelItems([self._line(standing) for standing in self.standings])
        choose_first(self.departments)
        line = self.departments.topLevelItem(place)
        if line is not None:
            self.departments.setCurrentItem(line)

    def _line(self, standing: Standing) -> QTreeWidgetItem:
        due = day(standing.distribution.asking.due) if standing.distribution is not None else ""
        counts = [
            str(count) if count else "" for count in (len(standing.missing), standing.conflicts, len(standing.held))
        ]
        line = QTreeWidgetItem([standing.label, progress_text(standing.state), due, *counts])
        look = colours()
        grave = standing.state in (Progress.OVERDUE, Progress.RETURNED)
        colour = look.warning if grave else look.accent if standing.state is Progress.COMPLETE else look.muted
        line.setIcon(1, coloured_icon(_ICONS[standing.state], QColor(colour)))
        for place in (3, 4, 5):
            line.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    @property
    def current(self) -> Standing | None:
        """The department that is chosen."""
        line = self.departments.currentItem()
        return self.standings[self.departments.indexOfTopLevelItem(line)] if line is not None else None

    def _show_department(self) -> None:
        standing = self.current
        self.missing.clear()
        if standing is None:
            return
        lines = [QTreeWidgetItem([m.row.short, column_label(m.cell.column)]) for m in standing.missing]
        self.missing.addTopLevelItems(lines)
        self.held.setHtml("".join(map(finding_html, standing.held)) or plain_html(_("ありません。")))
        self.looked_at.setEnabled(bool(standing.held))
        is_waiting = standing.distribution is not None and standing.state is not Progress.COMPLETE
        with self._store.reading() as connection:
            self.letter.show_letter(reminder(connection, standing) if is_waiting else None)

    def _go(self, line: QTreeWidgetItem) -> None:
        if self.current is not None:
            self.wanted = self.current.missing[self.missing.indexOfTopLevelItem(line)]
            self.accept()

    def _print(self) -> None:
        made = partial(compose, self._title, self.standings, today())
        document = _("回収の状況")
        window = Preview(self, made, f"{self._title}_{document}.pdf", Settings())
        window.exec()
        window.deleteLater()
