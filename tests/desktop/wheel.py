"""A mouse's wheel, which QTest has not."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NOTCH = 120
_NONE = Qt.KeyboardModifier.NoModifier


def turn_wheel(over: QWidget, turn: int = -NOTCH, modifier: Qt.KeyboardModifier = _NONE) -> None:
    """Turn the wheel over a widget; below 0 is towards the person, and downwards."""
    place = QPointF(over.rect().center())
    event = QWheelEvent(
        place, QPointF(over.mapToGlobal(place)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's own
    )  # fmt: skip
    QApplication.sendEvent(over, event)
