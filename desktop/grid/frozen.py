"""The frozen columns: painted over the scrolled ones from the same rows, so that they cannot come apart."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.grid.header import YearHeader
from desktop.grid.model import ProgressModel


class FrozenColumns(QWidget):
    """An opaque sheet over the left of the grid's viewport; mouse and keyboard go through it to the grid."""

    def __init__(self, paint: Callable[[QPainter], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as the grid says."""
        painter = QPainter(self)
        self._paint(painter)
        painter.end()


class FrozenHeader(YearHeader):
    """The headings of the frozen columns; the others are hidden in it."""

    def __init__(self, model: ProgressModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_first(self, count: int, width_of: Callable[[int], int]) -> None:
        """Show the first `count` columns in the widths given."""
        with QSignalBlocker(self):
            for section in range(self.count()):
                self.setSectionHidden(section, section >= count)
                if section < count:
                    self.resizeSection(section, width_of(section))
        self.viewport().update()
