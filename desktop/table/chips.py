"""Buttons in a row, each for a text that a cell can have in place of a written one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.kit.theme import styled
from plan.states import State, state_of


@dataclass(frozen=True, slots=True)
class Chip:
    """A text, what its button says, and what is told of it."""

    text: str
    label: str
    help: str


class Chips(QWidget):
    """The buttons; `chosen` carries the text that the cell shall have: "" where it has the chip's already."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._chips: tuple[Chip, ...] = ()
        self._stored = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def offer(self, chips: Sequence[Chip]) -> None:
        """Have a button for each of these."""
        if tuple(chips) == self._chips:
            return
        for button in self.buttons.values():
            button.deleteLater()
        self._chips = tuple(chips)
        self.buttons = {chip.text: self._button(chip) for chip in chips}

    def _button(self, chip: Chip) -> QPushButton:
        button = styled(QPushButton(chip.label.replace("&", "&&"), self), "state")
        button.setCheckable(True)
        button.setToolTip(chip.help)
        button.clicked.connect(partial(self._choose, chip.text))
        self._row.addWidget(button)
        return button

    def show_text(self, text: str, *, editable: bool) -> None:
        """Show which of them the cell has."""
        self._stored = text
        for chip, button in self.buttons.items():
            button.setChecked(_reads(text, chip))
            button.setEnabled(editable)

    def _choose(self, chip: str) -> None:
        self.chosen.emit("" if _reads(self._stored, chip) else chip)


def _reads(text: str, chip: str) -> bool:
    return text == chip or State.TEXT is not state_of(chip) is state_of(text)
