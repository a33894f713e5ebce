"""What the pages are put together of: two halves with a border to pull between them, and buttons with a picture."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.kit.icons import icon


class Halves(QSplitter):
    """Two parts side by side; the one at `stretched` grows with the window.

    Until the border is pulled the other one is as wide as was asked, or has its share of a narrow window.
    """

    def __init__(self, page: QWidget, parts: tuple[QWidget, QWidget], sizes: tuple[int, int], stretched: int) -> None:
        super().__init__(page)
        self._sizes, self._other, self._pulled = sizes, 1 - stretched, False
        for part in parts:
            self.addWidget(part)
        self.setStretchFactor(stretched, 1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._pulled = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        if not self._pulled:
            wanted = self._sizes[self._other]
            kept = min(wanted, round(self.width() * wanted / sum(self._sizes)))
            rest = self.width() - kept
            self.setSizes([rest, kept] if self._other else [kept, rest])


def halves(page: QWidget, left: QWidget, right: QWidget, sizes: tuple[int, int], *, stretched: int = 1) -> Halves:
    """Two parts side by side with a border to pull, neither of which can be pulled away."""
    return Halves(page, (left, right), sizes, stretched)


def scrolled(page: QWidget, content: QWidget) -> QScrollArea:
    """The content, to be scrolled where it has no room."""
    made = QScrollArea(page, widgetResizable=True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(content)
    return made


def filled(page: QWidget, content: QWidget) -> None:
    """Let the content take the whole page."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)


def button(page: QWidget, picture: str, text: str, do: Callable[[], object]) -> QPushButton:
    """A button with a picture before its text."""
    made = QPushButton(icon(picture), text, page)
    made.clicked.connect(lambda _checked: do())
    return made
