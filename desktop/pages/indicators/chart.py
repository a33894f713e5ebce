"""A small chart: targets against results, year by year."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.theme import colours
from plan.era import FiscalYear
from work.language import _

_RIGHT, _TOP = 14.0, 30.0
_DOT = 4.0
_GRID_LINES = 4
_SMALLEST = QSize(220, 190)
_HIGHEST = 260
Values = Mapping[FiscalYear, Decimal]


class Chart(QWidget):
    """Targets as a dashed line with hollow marks, results as a full one with filled marks: no colour is needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._years: Sequence[FiscalYear] = ()
        self._targets: Values = {}
        self._results: Values = {}
        self._unit = ""
        self.setMinimumSize(_SMALLEST)
        self.setMaximumHeight(_HIGHEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("目標と実績の推移"))

    def show_values(self, years: Sequence[FiscalYear], targets: Values, results: Values, unit: str) -> None:
        """Show these values; a year without one is a gap."""
        self._years, self._targets, self._results, self._unit = years, targets, results, unit
        told = [
            _("{year} 目標 {target} 実績 {result}").format(
                year=year.label, target=targets.get(year, "—"), result=results.get(year, "—")
            )
            for year in years
            if year in targets or year in results
        ]
        self.setAccessibleDescription("、".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = colours()
        painter.fillRect(self.rect(), QColor(look.base))
        values = [*self._targets.values(), *self._results.values()]
        if values:
            top, bottom = _span(values)
            place = self._place(painter, top, bottom)
            self._paint_ground(painter, place, top, bottom)
            line = QPen(QColor(look.muted), 1.6, Qt.PenStyle.DashLine)
            self._paint_line(painter, self._points(self._targets, place, top, bottom), line, QColor(look.base))
            line = QPen(QColor(look.accent), 2.2)
            self._paint_line(painter, self._points(self._results, place, top, bottom), line, QColor(look.accent))
            self._paint_legend(painter, place)
        else:
            painter.setPen(QColor(look.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("数値が入ると、ここに図が出ます"))
        painter.end()

    def _place(self, painter: QPainter, top: Decimal, bottom: Decimal) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        left = max(metrics.horizontalAdvance(_written(value)) for value in (top, bottom)) + 14
        return QRectF(left, _TOP, self.width() - left - _RIGHT, self.height() - _TOP - metrics.height() - 10)

    def _paint_ground(self, painter: QPainter, place: QRectF, top: Decimal, bottom: Decimal) -> None:
        look, metrics = colours(), QFontMetricsF(painter.font())
        for n in range(_GRID_LINES + 1):
            y = place.bottom() - place.height() * n / _GRID_LINES
            painter.setPen(QPen(QColor(look.border), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(QColor(look.muted))
            label = QRectF(0, y - metrics.height() / 2, place.left() - 6, metrics.height())
            value = bottom + (top - bottom) * n / _GRID_LINES
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _written(value))
        for n, year in enumerate(self._years):
            label = QRectF(self._x(n, place) - 40, place.bottom() + 4, 80, metrics.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, year.short)

    def _x(self, n: int, place: QRectF) -> float:
        return place.left() + place.width() * (n + 0.5) / max(1, len(self._years))

    def _points(self, values: Values, place: QRectF, top: Decimal, bottom: Decimal) -> list[QPointF | None]:
        """Every year's point; None where the year has no value."""
        found: list[QPointF | None] = []
        for n, year in enumerate(self._years):
            value = values.get(year)
            share = float((value - bottom) / (top - bottom)) if value is not None else 0.0
            height = place.bottom() - place.height() * share
            found.append(None if value is None else QPointF(self._x(n, place), height))
        return found

    def _paint_line(self, painter: QPainter, points: Sequence[QPointF | None], line: QPen, filling: QColor) -> None:
        painter.setPen(line)
        for one, other in pairwise(points):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        painter.setPen(QPen(line.color(), 1.8))
        painter.setBrush(filling)
        for point in (p for p in points if p is not None):
            painter.drawEllipse(point, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_legend(self, painter: QPainter, place: QRectF) -> None:
        look, left = colours(), place.left()
        middle = _TOP / 2 - 2
        for text, line, filling in (
            (_("目標"), QPen(QColor(look.muted), 1.6, Qt.PenStyle.DashLine), QColor(look.base)),
            (_("実績"), QPen(QColor(look.accent), 2.2), QColor(look.accent)),
        ):
            self._paint_line(painter, [QPointF(left, middle), QPointF(left + 28, middle)], line, filling)
            painter.setPen(QColor(look.text))
            painter.drawText(QPointF(left + 38, middle + 5), text)
            left += 90
        painter.setPen(QColor(look.muted))
        unit = _("単位: {unit}").format(unit=self._unit) if self._unit else ""
        painter.drawText(QRectF(left, 0, place.right() - left, _TOP - 4), Qt.AlignmentFlag.AlignRight, unit)


def _span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The axis from the bottom to the top: from 0 where the values are not far from it, round numbers at both ends."""
    high, low = max(values), min(values)
    low = Decimal(0) if 0 <= low <= high / 2 else low
    step = _round_step((high - low) or abs(high) or Decimal(1))
    bottom = (low // step) * step if low >= 0 else -((-low) // step + 1) * step
    top = bottom + step * _GRID_LINES
    while top < high:
        step = _round_step(step * _GRID_LINES * 2)
        bottom = (bottom // step) * step
        top = bottom + step * _GRID_LINES
    return top, bottom


def _round_step(span: Decimal) -> Decimal:
    """A fourth of the span or a little more, as 1, 2, 2.5 or 5 times a power of ten."""
    rough = span / _GRID_LINES
    power = Decimal(10) ** rough.adjusted()
    return next(power * n for n in map(Decimal, ("1", "2", "2.5", "5", "10")) if power * n >= rough)


def _written(value: Decimal) -> str:
    return f"{value.normalize():,f}"
