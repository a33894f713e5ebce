"""Lucide's line icons, drawn in the palette's own colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.places import resource

_SIZES = (16, 20, 24, 32, 48, 64)  # 16 to 32 pixels at up to 200 %
ROLE = QPalette.ColorRole


def icon(name: str) -> QIcon:
    """An icon by its Lucide name, in today's text colour, paler where it is disabled."""
    palette = QGuiApplication.palette()
    plain = palette.color(QPalette.ColorGroup.Active, ROLE.ButtonText)
    pale = palette.color(QPalette.ColorGroup.Disabled, ROLE.ButtonText)
    return _icon(name, plain.name(), pale.name())


def coloured_icon(name: str, colour: QColor) -> QIcon:
    """An icon in a colour that says something."""
    return _icon(name, colour.name(), colour.name())


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for size in (*_SIZES, 128, 256):
        made.addPixmap(_drawn(resource("icons", "ayumi.svg").read_text(encoding="utf-8"), size))
    return made


@cache
def _icon(name: str, plain: str, pale: str) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, plain), (QIcon.Mode.Disabled, pale)):
        coloured = source.replace("currentColor", colour)
        for size in _SIZES:
            made.addPixmap(_drawn(coloured, size), mode)
    return made


def _drawn(source: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
