"""Lucide's line icons, drawn in the palette's own colours: when they are first seen, in just the size that is asked."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from work.places import resource

ROLE = QPalette.ColorRole
_CLONES: list[QIconEngine] = []


class _Lines(QIconEngine):
    """An icon whose lines are of one colour, and of a paler one where it is disabled."""

    def __init__(self, name: str, plain: str, pale: str) -> None:
        super().__init__()
        self._name, self._plain, self._pale = name, plain, pale

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """The picture in so many pixels of the screen."""
        return _drawn(self._name, self._pale if mode is QIcon.Mode.Disabled else self._plain, size.toTuple())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it where Qt wants to have it."""
        painter.drawPixmap(rect, self.pixmap(rect.size() * painter.device().devicePixelRatio(), mode, state))

    def clone(self) -> QIconEngine:
        """A second one, which Qt takes for its own: Python must not let go of it."""
        _CLONES.append(_Lines(self._name, self._plain, self._pale))
        return _CLONES[-1]


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
    """The program's own icon, which has its own colours."""
    return _icon("ayumi", "", "")


@cache
def _icon(name: str, plain: str, pale: str) -> QIcon:
    return QIcon(_Lines(name, plain, pale))


@cache
def _drawn(name: str, colour: str, size: tuple[int, int]) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    made = QPixmap(*size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    return made
