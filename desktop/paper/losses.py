"""What a reader of a document will not see, told cell by cell."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.kit.theme import styled
from exports.document import Loss
from work.language import _
from work.wording import loss_text

_HEIGHT = 120


class LossesPanel(QWidget):
    """The list of losses under a headline; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headline = styled(QLabel(self, wordWrap=True), "warning")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("見えないところ"))
        self.list.setMaximumHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.headline)
        column.addWidget(self.list)
        self.hide()

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show what was lost."""
        self.list.clear()
        self.list.addItems([loss_text(loss) for loss in losses])
        self.headline.setText(_("読む人に見えないところが {count} か所あります。").format(count=len(losses)))
        self.setVisible(bool(losses))
