"""A schedule with its buttons and the line that says what the cursor is on."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.kit.theme import styled
from desktop.pages.sheet.schedule_edit import ScheduleEdit
from work.language import _


class ScheduleBox(QWidget):
    """The schedule of a stage, for those who use the mouse and those who use the keys."""

    def __init__(self, name: str, *, actual: bool) -> None:
        super().__init__()
        self.edit = ScheduleEdit(name, self, actual=actual)
        self._place = styled(QLabel(self), "muted")
        self.buttons = [
            self._button(text, tip, do)
            for text, tip, do in (
                (
                    _("矢印"),
                    _("カーソルの月に矢印を引きます（Enter。Shift+→ で延ばします）"),
                    self.edit.draw,
                ),
                (_("○"), _("○ を置きます。矢印の上では ○ に替えます（O）"), self.edit.turn),
                (_("文字"), _("矢印や ○ に添える文字を書きます（F2）"), self.edit.edit_label),
                (_("消す"), _("矢印や ○ を消します（Delete）"), self.edit.remove),
            )
        ]
        self._arrange()
        self.edit.told.connect(self._place.setText)

    def _button(self, text: str, tip: str, do: object) -> QPushButton:
        button = styled(QPushButton(text, self), "state")
        button.setToolTip(tip)
        button.setAccessibleName(f"{text} {tip}")
        button.clicked.connect(lambda: self._press(do))
        return button

    def _press(self, do: object) -> None:
        assert callable(do)
        self.edit.setFocus()
        do()

    def _arrange(self) -> None:
        hint = _("空いた月を引っぱると矢印、端を引っぱると長さ、中ほどを引っぱると場所が変わります。")
        self.edit.setToolTip(hint)
        line = QHBoxLayout()
        for button in self.buttons:
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addLayout(line)

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or drawn in again."""
        self.edit.editable = not locked
        for button in self.buttons:
            button.setEnabled(not locked)
