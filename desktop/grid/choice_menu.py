"""The list of what a cell can be, over the cell: one is chosen by the mouse, the arrows or its number."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.kit.grade_choices import Choice


class ChoiceMenu(QMenu):
    """One cell's list; what the cell is now is ticked. It goes away when it closes."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], now: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (text, label) in enumerate(choices):
            action = self.addAction(f"&{number}　{label.replace('&', '&&')}")
            action.setCheckable(True)
            action.setChecked(text == now)
            action.triggered.connect(partial(self.chosen.emit, text))
            if text == now:
                self.setActiveAction(action)
