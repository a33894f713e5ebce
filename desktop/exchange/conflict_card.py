"""One conflict to be settled: what was handed out, what the plan says and what the department says, side by side."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from db.exchange.conflicts import Choice, Conflict, Settlement
from desktop.kit.differences import marked
from desktop.kit.plain_text import PlainText
from desktop.kit.theme import colours, styled
from plan.states import State
from work.language import _
from work.wording import column_label, state_label

_LINE_HEIGHT = 140  # per cent
_HAND_HEIGHT = 150


class _Side(QWidget):
    """A titled text with who wrote it, and the button that takes it."""

    def __init__(self, title: str, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.who = styled(QLabel(self, wordWrap=True), "muted")
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title)
        self.button = QPushButton(button, self, autoDefault=False)
        kept = self.button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that the three texts end on one line
        self.button.setSizePolicy(kept)
        self.button.setVisible(bool(button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(styled(QLabel(title, self), "paneTitle"))
        column.addWidget(self.who)
        column.addWidget(self.text, 1)
        column.addWidget(self.button)

    def show_html(self, html: str, who: str) -> None:
        """Show a text."""
        empty = f'<span style="color:{colours().muted}">{escape(state_label(State.NOT_ENTERED))}</span>'
        self.text.setHtml(f'<p style="line-height:{_LINE_HEIGHT}%">{html or empty}</p>')
        self.who.setText(who)


class ConflictCard(QWidget):
    """`settled` carries the Settlement that was chosen, `settled_all` the Choice for the whole department."""

    settled = Signal(object)
    settled_all = Signal(object)
    postponed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict: Conflict | None = None
        self.rivals: list[_Side] = []
        self.place = styled(QLabel(self, wordWrap=True), "cellPlace")
        self.base = _Side(_("配布したとき"), "", self)
        self.ours = _Side(_("こちら（計画）"), _("こちらを残す(&O)"), self)
        self.theirs = _Side(_("課の回答"), _("課の回答を採る(&T)"), self)
        self.hand_button = QPushButton(_("手で直す(&E)"), self, autoDefault=False)
        self.hand_button.setCheckable(True)
        self.all_button = QPushButton(_("この課はすべて…"), self, autoDefault=False)
        self.later_button = QPushButton(_("あとで決める(&L)"), self, autoDefault=False)
        self.hand = PlainText(self)
        self.hand.setTabChangesFocus(True)
        self.take_hand = QPushButton(_("この文にする"), self, autoDefault=False)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.hand.setAccessibleName(_("手で直した文章"))
        self.hand.setFixedHeight(_HAND_HEIGHT)
        sides = self._sides = QHBoxLayout()
        sides.setSpacing(12)
        for side in (self.base, self.ours, self.theirs):
            sides.addWidget(side, 1)
        row = QHBoxLayout()
        for button in (self.hand_button, self.all_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.place)
        column.addLayout(sides, 1)
        for part in (self.hand, self.take_hand):
            column.addWidget(part)
            part.hide()
        column.addLayout(row)
        menu = QMenu(self)
        menu.addAction(_("この課はすべて、こちらを残す"), lambda: self.settled_all.emit(Choice.OURS))
        menu.addAction(_("この課はすべて、課の回答を採る"), lambda: self.settled_all.emit(Choice.THEIRS))
        self.all_button.setMenu(menu)

    def _connect(self) -> None:
        self.ours.button.clicked.connect(lambda: self._settle(Choice.OURS))
        self.theirs.button.clicked.connect(lambda: self._settle(Choice.THEIRS))
        self.take_hand.clicked.connect(lambda: self._settle(Choice.TEXT))
        self.hand_button.toggled.connect(self._open_hand)
        self.later_button.clicked.connect(self.postponed)

    def show_conflicts(self, conflicts: Sequence[Conflict], ours_by: str, theirs_by: Sequence[str]) -> None:
        """Show all that stands against a cell, side by side: the words that each side changed are marked in it."""
        conflict = self.conflict = conflicts[0]
        base, look = conflict.base or "", colours()
        where = (conflict.row.short, conflict.row.label, column_label(conflict.cell.column))
        self.place.setText("　".join(part for part in where if part))
        self.base.show_html(escape(base).replace("\n", "<br/>"), "")
        ours, theirs = conflict.ours or "", conflict.theirs or ""
        # Where nothing was handed out all of both would be marked: how they differ from each other says more.
        self.ours.show_html(marked(base or ours, ours, look), ours_by)
        self.theirs.show_html(marked(base or ours, theirs, look), theirs_by[0])
        for side in self.rivals:
            self._sides.removeWidget(side)
            side.deleteLater()
        self.rivals = [self._rival(c, who) for c, who in zip(conflicts[1:], theirs_by[1:], strict=True)]
        self.hand_button.setChecked(False)
        self.theirs.button.setFocus()

    def _rival(self, conflict: Conflict, who: str) -> _Side:
        """Another return's text, with a button of its own."""
        side = _Side(_("もうひとつの回答"), _("この回答を採る"), self)
        base = conflict.base or conflict.ours or ""
        side.show_html(marked(base, conflict.theirs or "", colours()), who)
        side.button.clicked.connect(lambda: self.settled.emit(Settlement(conflict, Choice.THEIRS)))
        self._sides.addWidget(side, 1)
        return side

    def _open_hand(self, is_open: bool) -> None:  # noqa: FBT001 - a signal has no names
        self.hand.setVisible(is_open)
        self.take_hand.setVisible(is_open)
        if is_open and self.conflict is not None:
            self.hand.fill(self.conflict.theirs or self.conflict.ours or "")
            self.hand.setFocus()

    def _settle(self, choice: Choice) -> None:
        if self.conflict is not None:
            text = self.hand.text if choice is Choice.TEXT else None
            self.settled.emit(Settlement(self.conflict, choice, text))
