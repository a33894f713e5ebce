"""Somebody who answers the windows that wait for an answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMessageBox, QWidget

_PAUSE_MS = 10
_TRIES = 500


def when_waiting(act: Callable[[QWidget], bool]) -> None:
    """Let `act` look at the window that waits, again and again until it answers True, or a test has long failed."""
    tries = iter(range(_TRIES))

    def look() -> None:
        window = QApplication.activeModalWidget()
        if (window is None or not act(window)) and next(tries, None) is not None:
            QTimer.singleShot(_PAUSE_MS, look)

    QTimer.singleShot(_PAUSE_MS, look)


def press(text: str) -> list[str]:
    """Press the button of that text as soon as a window has it; the list then gets what the window said.

    Qt's own buttons go by their English names.
    """
    said: list[str] = []
    texts = (text, QCoreApplication.translate("QPlatformTheme", text))

    def act(window: QWidget) -> bool:
        button = next((b for b in window.findChildren(QAbstractButton) if b.text().replace("&", "") in texts), None)
        if button is None or not button.isVisible():
            return False
        labels = "\n".join(label.text() for label in window.findChildren(QLabel))
        said.append(window.text() if isinstance(window, QMessageBox) else labels)
        button.click()
        return True

    when_waiting(act)
    return said


def files(monkeypatch: pytest.MonkeyPatch, *names: object) -> list[str]:
    """Let the file dialogs answer with these names, one after the other; the list gets what was proposed."""
    proposed: list[str] = []
    answers = iter(names)

    def answer(_parent: QWidget, _title: str, place: str = "", *_more: object) -> tuple[str, str]:
        proposed.append(place)
        return str(next(answers)), ""

    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    return proposed
