"""A line above the grid that tells something and goes away again: nothing to click, nothing to confirm."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.kit.theme import styled
from plan.errors import Sentence
from work.language import _, sentence

_SHOWN_MS = 12_000


class Banner(QFrame):
    """Hidden until it has something to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = QLabel(self, wordWrap=True)
        close = styled(QPushButton(_("閉じる"), self), "flat")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it tells; "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, said: Sentence) -> None:
        """Tell it, and go away after a while."""
        self._text.setText(sentence(said))
        self.show()
        self._timer.start()
