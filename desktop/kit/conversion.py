"""What an input method is converting in a box: it stays as it reads, whatever the method does when the box is left."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Conversion:
    """The conversion of one box; `written` reads what stands in the box without it."""

    def __init__(self, box: QWidget, written: Callable[[], str]) -> None:
        self._box, self._written = box, written
        self.text = ""
        """How it reads now; "" where none is open."""

    def heed(self, event: QInputMethodEvent) -> None:
        """The input method goes on, or has done; what a click made it throw away comes in as it read."""
        is_thrown_away = self.text and not event.preeditString() and not event.commitString()
        if is_thrown_away and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            event.setCommitString(self.text)
        self.text = event.preeditString()

    def heed_leaving(self, event: QEvent) -> None:
        """Finish it before the keyboard goes elsewhere: then Qt asks some methods to throw it away."""
        if event.type() == QEvent.Type.FocusAboutToChange:
            self.finish()

    def finish(self) -> None:
        """Take it over as it reads now."""
        if not self.text:
            return
        seen, before = self.text, self._written()
        QGuiApplication.inputMethod().commit()
        if self._written() == before:  # the input method kept it, or threw it away: what is seen counts
            event = QInputMethodEvent("", [])
            event.setCommitString(seen)
            QCoreApplication.sendEvent(self._box, event)
            QGuiApplication.inputMethod().reset()
