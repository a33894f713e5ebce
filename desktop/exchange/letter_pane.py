"""A mail to be sent as it stands: read, copied, or opened in the mail program."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.exchange.board import Letter
from desktop.kit.icons import icon
from desktop.kit.plain_text import PlainText
from work.language import _
from work.letters import mailto, whole


class LetterPane(QWidget):
    """Shows one letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self.text = PlainText(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("メールの文面"))
        self.copy_button = QPushButton(icon("copy"), _("文面をコピー"), self, autoDefault=False)
        self.mail_button = QPushButton(_("メールソフトで開く"), self, autoDefault=False)
        self.copy_button.clicked.connect(self.copy)
        self.mail_button.clicked.connect(self._mail)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addWidget(self.mail_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.show_letter(None)

    def show_letter(self, letter: Letter | None) -> None:
        """Show a letter, or that there is nothing to write."""
        self._letter = letter
        self.text.fill(whole(letter) if letter is not None else "")
        for button in (self.copy_button, self.mail_button):
            button.setEnabled(letter is not None)

    def copy(self) -> None:
        """Put the letter into the clipboard."""
        QGuiApplication.clipboard().setText(self.text.text)

    def _mail(self) -> None:
        if self._letter is not None:
            QDesktopServices.openUrl(QUrl(mailto(self._letter)))
