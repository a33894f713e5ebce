"""An input method that throws away what it converts as soon as it is told to commit, as Anthy does on Linux."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit import conversion


class _Method(QObject):
    """Told to commit by Ayumi, or by Qt between the announcement that the keyboard goes and its going."""

    def commit(self) -> None:
        box = QApplication.focusWidget()
        if box is not None:
            QCoreApplication.sendEvent(box, QInputMethodEvent("", []))

    def reset(self) -> None:
        """Nothing is kept."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        """Qt's own order, for the box that loses the keyboard."""
        if event.type() == QEvent.Type.FocusOut:
            QCoreApplication.sendEvent(watched, QInputMethodEvent("", []))
        return False


class _Application:
    """What the conversion asks for its input method."""

    def __init__(self, method: _Method, pressed: Qt.MouseButton) -> None:
        self._method, self._pressed = method, pressed

    def mouseButtons(self) -> Qt.MouseButton:  # noqa: N802 - as Qt has it
        return self._pressed

    def inputMethod(self) -> _Method:  # noqa: N802 - as Qt has it
        return self._method


@contextmanager
def forgetful(
    monkeypatch: pytest.MonkeyPatch, *boxes: QWidget, pressed: Qt.MouseButton = Qt.MouseButton.NoButton
) -> Iterator[None]:
    """These boxes are written in with such a method."""
    method = _Method()
    with monkeypatch.context() as patched:
        patched.setattr(conversion, "QGuiApplication", _Application(method, pressed))
        for box in boxes:
            box.installEventFilter(method)
        yield
        for box in boxes:
            box.removeEventFilter(method)
