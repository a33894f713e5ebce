"""How a schedule is drawn: months, lines, arrows with their labels above them, and points."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.kit.theme import Colours
from desktop.pages.sheet.schedule import MONTH_COUNT, Row
from exports.formats.schedules import Placed
from plan.documents.reports import FIRST_MONTH, ScheduleLine
from work.wording import month_label

_HEAD = 7.0  # pixels of an arrow's head
_MARGIN = 3.0  # between an arrow and its month's edge
_AIR = 6.0  # of a row, beside label and arrow
_ARROW_ROOM = 10.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where months and rows lie, in pixels."""

    width: float
    title_width: float
    header: float
    row_height: float

    @property
    def month(self) -> float:
        """The width of a month."""
        return max(1.0, (self.width - self.title_width - 1) / MONTH_COUNT)

    def cell(self, row: int, first: int, last: int | None = None) -> QRectF:
        """The months from `first` to `last` (0 for April) of a row."""
        count = (first if last is None else last) - first + 1
        left = self.title_width + first * self.month
        return QRectF(left, self.header + row * self.row_height, count * self.month, self.row_height)

    def month_at(self, x: float) -> int:
        """The month that a point lies in; below 0 or above 11 beside the schedule."""
        return int((x - self.title_width) // self.month)

    def row_at(self, y: float) -> int:
        """The row that a point lies in."""
        return int((y - self.header) // self.row_height)


def frame(width: float, metrics: QFontMetricsF, titles: tuple[str, ...] = ()) -> Frame:
    """The frame of a schedule of that width; a titled one has a column for 計画 and 実績."""
    line = metrics.height()
    title = max((metrics.horizontalAdvance(text) + 2 * _AIR for text in titles), default=0.0)
    return Frame(width, title, line + _AIR, line + _ARROW_ROOM + _AIR)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn: rows for comparison, rows to edit, and where the cursor is among the latter."""

    frame: Frame
    above: Sequence[Row] = ()
    rows: Sequence[Row] = ()
    titles: tuple[str, ...] = ()
    current: ScheduleLine | None = None
    cursor: tuple[int, int, int] | None = None  # row, and the months from and to
    ghost: tuple[int, ScheduleLine] | None = field(default=None)  # what is being drawn or pulled, and in which row


def paint(painter: QPainter, picture: Picture, look: Colours) -> None:
    """Draw all of it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, picture, look)
    if picture.cursor is not None:
        _paint_cursor(painter, picture, look)
    hidden = picture.current if picture.ghost is not None else None
    for number, row in enumerate((*picture.above, *picture.rows)):
        is_above = number < len(picture.above)
        for bar, placed in row.bars:
            if is_above:
                _paint_bar(painter, picture.frame, (number, bar, placed), QColor(look.muted))
            elif bar is not hidden:
                colour = look.accent if bar is picture.current else look.text
                _paint_bar(painter, picture.frame, (number, bar, placed), QColor(colour))
    if picture.ghost is not None:
        row_number, bar = picture.ghost
        _paint_bar(painter, picture.frame, (row_number, bar, None), QColor(look.accent))


def _paint_ground(painter: QPainter, picture: Picture, look: Colours) -> None:
    place, count = picture.frame, len(picture.above) + len(picture.rows)
    bottom = place.header + count * place.row_height
    painter.fillRect(QRectF(0, 0, place.width, bottom), QColor(look.base))
    painter.fillRect(QRectF(0, 0, place.width, place.header), QColor(look.window))
    if picture.above:
        painter.fillRect(
            QRectF(0, place.header, place.width, len(picture.above) * place.row_height), QColor(look.window)
        )
    painter.setPen(QPen(QColor(look.border), 1))
    for month in range(1, MONTH_COUNT):
        left = place.cell(0, month).left()
        painter.drawLine(QLineF(left, 0, left, bottom))
    painter.drawLine(QLineF(0, place.header, place.width, place.header))
    _paint_titles(painter, picture, look, bottom)
    painter.setPen(QColor(look.muted))
    for month in range(MONTH_COUNT):
        cell = place.cell(0, month)
        painter.drawText(
            QRectF(cell.left(), 0, cell.width(), place.header), Qt.AlignmentFlag.AlignCenter, month_label(month)
        )


def _paint_titles(painter: QPainter, picture: Picture, look: Colours, bottom: float) -> None:
    place = picture.frame
    if not place.title_width:
        return
    middle = place.header + len(picture.above) * place.row_height
    painter.drawLine(QLineF(place.title_width, 0, place.title_width, bottom))
    painter.drawLine(QLineF(0, middle, place.width, middle))
    painter.setPen(QColor(look.muted))
    for title, top, end in zip(picture.titles, (place.header, middle), (middle, bottom), strict=True):
        painter.drawText(QRectF(0, top, place.title_width, end - top), Qt.AlignmentFlag.AlignCenter, title)


def _paint_cursor(painter: QPainter, picture: Picture, look: Colours) -> None:
    assert picture.cursor is not None
    row, first, last = picture.cursor
    cell = picture.frame.cell(row + len(picture.above), first, last)
    painter.fillRect(cell, QColor(look.accent_soft))
    painter.setPen(QPen(QColor(look.accent), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_bar(painter: QPainter, place: Frame, what: tuple[int, ScheduleLine, Placed | None], colour: QColor) -> None:
    row, bar, placed = what
    first, last = bar.first - FIRST_MONTH, bar.last - FIRST_MONTH
    cell = place.cell(row, first, last)
    painter.setPen(QPen(colour, 1.6))
    label = cell.adjusted(0, _AIR / 2, 0, -_ARROW_ROOM)
    if placed is not None:
        label.setLeft(place.title_width + placed.left * place.month)
        label.setWidth(placed.width * place.month + 2)
    if bar.point:
        text = placed.text if placed is not None else f"○{bar.label}"
        middle = label.translated(0, _ARROW_ROOM / 2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter | _aligned(placed), text)
        return
    painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | _aligned(placed), bar.label)
    height = cell.bottom() - _ARROW_ROOM / 2 - 1
    _paint_arrow(painter, QPointF(cell.left() + _MARGIN, height), QPointF(cell.right() - _MARGIN, height), colour)


def _aligned(placed: Placed | None) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if placed is not None else Qt.AlignmentFlag.AlignHCenter


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    painter.drawLine(QLineF(start, QPointF(end.x() - _HEAD, end.y())))
    head = [end, QPointF(end.x() - _HEAD, end.y() - _HEAD / 2), QPointF(end.x() - _HEAD, end.y() + _HEAD / 2)]
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(head))
    painter.setBrush(Qt.BrushStyle.NoBrush)
