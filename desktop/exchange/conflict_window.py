"""The window in which conflicts are settled one by one; each decision is a step, what is left stays in the plan."""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db.exchange.conflicts import Choice, Conflict, Settlement, open_conflicts, settle
from db.read.table import ALL
from db.store.working import Store
from desktop.exchange.conflict_card import ConflictCard
from desktop.kit.form import confirmed
from desktop.kit.icons import icon
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from plan.changes import StepName
from plan.errors import say
from work import steps
from work.authors import ours_by, theirs_by
from work.language import _
from work.wording import column_label

_SIZE = (1240, 690)


class ConflictWindow(QDialog):
    """All open conflicts at the left, the chosen one at the right."""

    def __init__(self, parent: QWidget | None, plan: ShownPlan) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("食い違いの確認"))
        self.resize(*_SIZE)
        self._plan = plan
        self.conflicts: list[Conflict] = []
        self.cells: list[list[Conflict]] = []
        """The conflicts of each cell, which are settled together."""
        self._order = {row.id: place for place, row in enumerate(plan.table(ALL).rows)}
        self._decided = 0  # steps of this window, which its own undo takes back
        self.count = styled(QLabel(self), "paneTitle")
        self.list = styled(QListWidget(self), "list")
        self.card = ConflictCard(self)
        self.undo_button = QPushButton(icon("undo-2"), _("元に戻す"), self, autoDefault=False)
        self._arrange()
        self._connect()
        self._read()

    @property
    def _store(self) -> Store:
        return self._plan.file.store

    def _arrange(self) -> None:
        self.list.setAccessibleName(_("食い違いの一覧"))
        self.undo_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        splitter = QSplitter(self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.card)
        splitter.setSizes([300, 900])
        splitter.setStretchFactor(1, 1)
        top = QHBoxLayout()
        top.addWidget(self.count, 1)
        top.addWidget(self.undo_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addLayout(top)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.card.settled.connect(self._settle)
        self.card.settled_all.connect(self._settle_all)
        self.card.postponed.connect(self._postpone)
        self.undo_button.clicked.connect(self._undo)

    def _read(self, row: int = 0) -> None:
        """Read what is open, and go to the one of that number, else to the last."""
        with self._store.reading() as connection:
            found = open_conflicts(connection)
        self.conflicts = sorted(found, key=self._place)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        self.cells = [list(group) for _cell, group in groupby(self.conflicts, key=attrgetter("cell"))]
        for conflict, *_more in self.cells:
            where = (conflict.row.short, conflict.row.label, column_label(conflict.cell.column))
            self.list.addItem(QListWidgetItem("　".join(part for part in where if part)))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.card.setVisible(bool(self.conflicts))
        self.undo_button.setEnabled(self._decided > 0)
        if self.conflicts:
            self.list.setCurrentRow(min(row, len(self.cells) - 1))
        else:
            self.count.setText(_("食い違いは、すべて決まりました。"))

    def _place(self, conflict: Conflict) -> tuple[int, int, str]:
        cell = conflict.cell
        return self._order.get(cell.assignment, 0), int(cell.year), cell.field

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self.cells):
            return
        conflicts = self.cells[row]
        with self._store.reading() as connection:
            ours, theirs = ours_by(connection, conflicts[0]), [theirs_by(connection, c) for c in conflicts]
        self.card.show_conflicts(conflicts, ours, theirs)
        text = _("食い違い {number} / {count}").format(number=row + 1, count=len(self.cells))
        self.count.setText(text)

    # Decisions

    def _settle(self, chosen: Settlement) -> None:
        conflict = chosen.conflict
        where = " ".join(filter(None, (conflict.row.short, conflict.row.label, conflict.cell.column.heading)))
        self._decide(say(steps.SETTLEMENT, place=where), [chosen])

    def _settle_all(self, choice: Choice) -> None:
        if self.card.conflict is None:
            return
        department, label = self.card.conflict.row.department, self.card.conflict.row.label
        # Between the texts of two returns for one cell a person has to choose.
        texts = Counter(c.cell for c in self.conflicts)
        theirs = [c for c in self.conflicts if c.row.department == department]
        meant = [c for c in theirs if choice is Choice.OURS or texts[c.cell] == 1]
        question = (
            _("「{department}」の食い違い {count} 件を、すべてこちらの文章のままにしますか？")
            if choice is Choice.OURS
            else _("「{department}」の食い違い {count} 件を、すべて課の回答にしますか？")
        )
        details = _("元に戻すこともできます。")
        if meant and confirmed(self, question.format(department=label, count=len(meant)), details, _("すべて決める")):
            self._decide(say(steps.SETTLEMENTS, count=len(meant)), [Settlement(c, choice) for c in meant])

    def _decide(self, label: StepName, settlements: list[Settlement]) -> None:
        row = self.list.currentRow()
        self._plan.do(label, settle, settlements)
        self._decided += 1
        self._read(row)

    def _postpone(self) -> None:
        """Leave this one open and look at the next."""
        if len(self.cells) < 2 or self.list.currentRow() == len(self.cells) - 1:  # noqa: PLR2004 - a next one
            self.reject()
        else:
            self.list.setCurrentRow(self.list.currentRow() + 1)

    def _undo(self) -> None:
        if self._decided:
            self._plan.undo()
            self._decided -= 1
            self._read(self.list.currentRow())
