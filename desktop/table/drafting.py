"""What is being written is kept each second until it is entered or given up, and offered after a crash."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from plan.errors import PlanError
from work.drafts import Draft, drafts, keep_drafts
from work.language import _

_EACH_MS = 1000
_MOST_SHOWN = 80  # characters of a text that is offered


class Drafting(QObject):
    """Keeps the draft of one view beside its working store; `changed` tells that writing began or ended."""

    changed = Signal()
    refused = Signal(object)  # a plan.errors.Sentence: the disk does not take the draft

    def __init__(self, store: Path, written: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._written = store, written
        self.waiting = drafts(store)
        """What was being written when the program ended, and is not decided yet."""
        self._kept = list(self.waiting)
        self.is_writing = False
        self._each = QTimer(self, interval=_EACH_MS)
        self._each.timeout.connect(self.keep)

    def heed(self) -> None:
        """Something was written, entered or given up."""
        is_writing = self._written() is not None
        if is_writing and not self._each.isActive():
            self._each.start()
        elif not is_writing:
            self._each.stop()
            self.keep()
        if is_writing != self.is_writing:
            self.is_writing = is_writing
            self.changed.emit()

    def keep(self) -> None:
        """Keep what is being written now; nothing is written to the disk where it is kept already."""
        now = self._written()
        kept = self.waiting if now is None else [*self.waiting, now]
        if kept == self._kept:
            return
        try:
            keep_drafts(self._store, kept)
        except PlanError as error:
            self._each.stop()  # until somebody writes on: the same sentence each second helps nobody
            self.refused.emit(error.sentence)
        else:
            self._kept = list(kept)

    def decide(self, draft: Draft) -> None:
        """A draft that waited is written on or given up."""
        self.waiting = [other for other in self.waiting if other != draft]
        self.keep()


class DraftStrip(QFrame):
    """Offers what was not entered; hidden while nothing waits."""

    wanted = Signal(object)  # the Draft to go on with
    given_up = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._draft: Draft | None = None
        self.text = QLabel(self, wordWrap=True)
        self.go_on = QPushButton(_("続きを書く"), self)
        self.give_up = QPushButton(_("破棄する"), self)
        self.go_on.clicked.connect(lambda: self.wanted.emit(self._draft))
        self.give_up.clicked.connect(lambda: self.given_up.emit(self._draft))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.give_up)
        self.hide()

    def offer(self, draft: Draft | None, place: str) -> None:
        """Offer a draft for the cell called `place`; None offers nothing."""
        self._draft = draft
        self.setVisible(draft is not None)
        if draft is not None:
            text = " ".join(draft.text.split())
            shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
            told = _("前回、確定されないまま終わった文章があります：{place}「{text}」")
            self.text.setText(told.format(place=place, text=shown))
