"""The dialog of an import: choose a source, look at what it would change, accept it. Nothing is written before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.store.working import Store
from desktop.importing.review_page import Review
from desktop.importing.source_page import SourcePage, dropped
from desktop.kit import failures
from desktop.kit.background import Job, Latest, Work
from desktop.kit.preferences import Settings
from plan.errors import PlanError
from work.language import _, pgettext, sentence
from work.sources import Outcome, Wish, look_again, read_source

_SIZE = (1200, 690)
_BAR_WIDTH = 320
Taking = Callable[[QWidget, Outcome], bool]
"""Takes what was read into a plan; whether that was done."""


class ImportDialog(QDialog):
    """Reads in the background; `store` is the plan to compare with, None where a new plan shall be made."""

    def __init__(self, parent: QWidget | None, store: Store | None, settings: Settings, taking: Taking) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("取り込み") if store is not None else _("資料から新しい計画を作る"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._store, self._taking = store, taking
        self._work: Latest[Outcome] = Latest(self)
        self._wish = Wish()
        self.page = SourcePage(settings, self)
        self.review = Review(self)
        self.stack = QStackedWidget(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        text = pgettext("import", "取り込む") if store is not None else _("次へ: 計画の名称")
        self.accept_button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._busy = QWidget(self)
        middle = QVBoxLayout(self._busy)
        bar = QProgressBar(self._busy, minimum=0, maximum=0)
        bar.setFixedWidth(_BAR_WIDTH)
        bar.setAccessibleName(_("読み込んでいます…"))
        for part in (QLabel(_("読み込んでいます…"), self._busy), bar):
            middle.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.insertStretch(0, 1)
        middle.addStretch(1)
        for page in (self.page, self._busy, self.review):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.stack, 1)
        column.addWidget(self.buttons)
        self.accept_button.setEnabled(False)

    def _connect(self) -> None:
        self._work.ended.connect(self._show_read)
        self.page.chosen.connect(self.read)
        self.review.wished.connect(self._read_again)
        self.review.other_asked.connect(self._ask_again)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # Reading

    def read(self, source: Path | str) -> None:
        """Read a file, or text that was pasted."""
        self._wish = Wish()
        self.page.warning.clear()
        self.stack.setCurrentWidget(self._busy)
        self._begin(partial(read_source, source, self._store))

    def _read_again(self, wish: Wish) -> None:
        outcome = self.review.outcome
        if outcome is not None:
            self._wish = wish
            self._begin(partial(look_again, outcome, wish, self._store))

    def _begin(self, job: Job[Outcome]) -> None:
        self.accept_button.setEnabled(False)
        self._work.start(job)

    def _show_read(self, work: Work[Outcome]) -> None:
        try:
            outcome = work.result()
        except PlanError as error:
            self.page.warning.setText(sentence(error.sentence))
            self.stack.setCurrentWidget(self.page)
            return
        self.review.show_outcome(outcome, self._wish)
        self.stack.setCurrentWidget(self.review)
        self.accept_button.setEnabled(outcome.can_be_taken)
        self.accept_button.setDefault(True)

    def _ask_again(self) -> None:
        self._work.let_go()
        self.accept_button.setEnabled(False)
        self.stack.setCurrentWidget(self.page)
        self.page.choose_button.setFocus()

    # The end

    def accept(self) -> None:
        """Take it over; close only when that is done."""
        outcome = self.review.outcome
        if outcome is None or not self.accept_button.isEnabled():
            return
        try:
            done = self._taking(self, outcome)
        except PlanError as error:
            failures.tell(self, error)
        else:
            if done:
                super().accept()

    def done(self, result: int) -> None:
        """Close; what is still being read is let go."""
        self._work.let_go()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped at any time."""
        if isinstance(dropped(event), Path):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        source = dropped(event)
        if isinstance(source, Path):
            self.page.choose(source)
