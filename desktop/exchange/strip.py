"""The strip above a department's grid: whose it is, until when, what is left, and the buttons that lead to the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.part import OpenPart
from desktop.kit.icons import icon
from desktop.kit.theme import styled
from plan.dates import day
from plan.states import State
from work.days import today
from work.language import _
from work.wording import state_label

_DECLARED = (State.NOTHING_TO_REPORT, State.NO_ACTIVITY)


class PartStrip(QFrame):
    """Tells and asks; it edits nothing itself."""

    next_asked = Signal()
    submit_asked = Signal()
    declared = Signal(object)  # plan.states.State

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.facts = styled(QLabel(self), "cellPlace")
        self.note = styled(QLabel(self, wordWrap=True), "muted")
        self.left = QPushButton(icon("circle-dashed"), "", self)
        self.states = [self._state_button(state) for state in _DECLARED]
        self.submit = QPushButton(icon("circle-check"), _("提出…"), self)
        self.left.clicked.connect(self.next_asked)
        self.submit.clicked.connect(self.submit_asked)
        self._arrange()

    def _state_button(self, state: State) -> QPushButton:
        button = styled(QPushButton(state_label(state), self), "state")
        button.setToolTip(_("選んだ欄を「{state}」にします。").format(state=state_label(state)))
        button.clicked.connect(lambda: self.declared.emit(state))
        return button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.facts)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(words, 1)
        for button in (*self.states, self.left, self.submit):
            row.addWidget(button)

    def show_part(self, part: OpenPart, missing: int) -> None:
        """Show the facts of the file and what is left."""
        asking, department, is_complete = part.asking, part.part.department, part.part.complete
        due = _("提出期限 {date}").format(date=day(asking.due)) if asking.due is not None else ""
        late = _("（期限を過ぎています）") if asking.due and today() > asking.due and not is_complete else ""
        who = _("問い合わせ先 {name}").format(name=asking.coordinator) if asking.coordinator else ""
        self.facts.setText("　".join(part for part in (department, due + late, who) if part))
        state = _("提出済みです。このファイルを返送してください。") if is_complete else ""
        self.note.setText(state or asking.note)
        self.note.setVisible(bool(state or asking.note))
        self._show_left(missing)
        for button in (*self.states, self.submit):
            button.setEnabled(part.writable)
        self.submit.setText(_("提出済み") if is_complete else _("提出…"))
        self.submit.setEnabled(part.writable and not is_complete)

    def _show_left(self, missing: int) -> None:
        if missing:
            self.left.setText(_("あと {count} 件").format(count=missing))
            self.left.setToolTip(_("次の未入力の欄へ移ります。"))
        else:
            self.left.setText(_("未入力はありません"))
        self.left.setEnabled(bool(missing))
