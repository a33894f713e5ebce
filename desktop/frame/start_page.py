"""The first page: a new plan, an existing one, the sample, or one of the last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.icons import app_icon, icon
from desktop.kit.theme import styled
from work.language import _

_MARK = 56
_BUTTON_ICON = QSize(22, 22)
_CARD = QSize(900, 460)


class StartPage(QWidget):
    """Shown while no plan is open."""

    asked = Signal(str)  # the id of a command
    chosen = Signal(Path)

    def __init__(self, recent: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.first = self._button("file.new", "file-plus", _("新しい計画"), _("空の計画ファイルを作ります"))
        self.recent = QListWidget(self)
        self.recent.setAccessibleName(_("最近使った計画"))
        self.recent.itemActivated.connect(lambda line: self.chosen.emit(line.data(Qt.ItemDataRole.UserRole)))
        self.recent.itemClicked.connect(lambda line: self.chosen.emit(line.data(Qt.ItemDataRole.UserRole)))
        card = styled(QFrame(self), "card")
        card.setMinimumSize(_CARD)
        self._fill(card)
        outer = QGridLayout(self)
        outer.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self.show_recent(recent)

    def _fill(self, card: QFrame) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(self._beginnings(), 4)
        columns.addLayout(self._lately(), 5)
        hint = QLabel(_("計画ファイルや Excel・CSV の表を、この画面に落として開くこともできます。"))
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 30, 36, 24)
        column.setSpacing(22)
        column.addLayout(self._title())
        column.addLayout(columns, 1)
        column.addWidget(styled(hint, "muted"))

    def _title(self) -> QHBoxLayout:
        mark = QLabel(self)
        mark.setPixmap(app_icon().pixmap(QSize(_MARK, _MARK), self.devicePixelRatio()))
        words = QVBoxLayout()
        words.addWidget(styled(QLabel(_("あゆみ"), self), "big"))
        words.addWidget(styled(QLabel(_("計画の進行管理を、ひとつのファイルで。"), self), "muted"))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(mark)
        line.addLayout(words)
        line.addStretch(1)
        return line

    def _beginnings(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.first)
        column.addWidget(self._button("file.open", "folder-open", _("開く"), _("計画ファイルを選びます")))
        table = _("今お使いの Excel・CSV の表を読み込みます")
        column.addWidget(self._button("file.import_new", "file-input", _("表から新しい計画"), table))
        sample = _("架空の市の計画で、ひととおり試せます")
        column.addWidget(self._button("file.sample", "book-open", _("見本の計画"), sample))
        column.addStretch(1)
        return column

    def _button(self, command: str, picture: str, text: str, help_line: str) -> QPushButton:
        button = styled(QPushButton(icon(picture), f"  {text}\n  {help_line}", self), "start")
        button.setIconSize(_BUTTON_ICON)
        button.clicked.connect(lambda: self.asked.emit(command))
        return button

    def _lately(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(styled(QLabel(_("最近使った計画"), self), "paneTitle"), 0)
        column.addWidget(self.recent, 1)
        return column

    def show_recent(self, recent: Sequence[Path]) -> None:
        """Show the plans opened last."""
        self.recent.clear()
        for path in recent:
            line = QListWidgetItem(icon("file-text"), f"{path.stem}\n{path.parent}")
            line.setData(Qt.ItemDataRole.UserRole, path)
            line.setToolTip(str(path))
            self.recent.addItem(line)
        if not recent:
            line = QListWidgetItem(_("まだありません。"))
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            self.recent.addItem(line)
