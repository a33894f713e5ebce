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
        self._states: dict[str, State] = {}
        self._stored = ""  # the chip that the cell has
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
        self._states = {chip.text: state_of(chip.text) for chip in chips}

    def _button(self, chip: Chip) -> QPushButton:
        button = styled(QPushButton(chip.label.replace("&", "&&"), self), "state")
        button.setCheckable(True)
        button.setToolTip(chip.help)
        button.clicked.connect(partial(self._choose, chip.text))
        self._row.addWidget(button)
        return button

    def show_text(self, text: str, *, editable: bool) -> None:
        """Show which of them the cell has."""
        state = state_of(text)
        self._stored = next((c for c in self.buttons if c == text or State.TEXT is not self._states[c] is state), "")
        for chip, button in self.buttons.items():
            button.setChecked(chip == self._stored)
            button.setEnabled(editable)

    def _choose(self, chip: str) -> None:
        self.chosen.emit("" if chip == self._stored else chip)
