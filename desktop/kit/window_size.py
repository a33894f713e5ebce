"""How large a window begins: as it was meant to be, but never beyond its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # pixels that the frame takes around a window


def begin_at(window: QWidget, size: tuple[int, int]) -> None:
    """Give a window its first size."""
    window.resize(QSize(*size).boundedTo(window.screen().availableSize() - _FRAME))
