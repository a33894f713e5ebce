"""The schedule April to March as it is seen: its rows, and a cursor that goes from month to month."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.theme import colours
from desktop.pages.sheet import schedule
from desktop.pages.sheet.schedule import Lines, Row
from desktop.pages.sheet.schedule_painting import Frame, Picture, frame, paint
from plan.documents.reports import FIRST_MONTH, ScheduleLine
from work.language import _, pgettext
from work.wording import month_label


class ScheduleView(QWidget):
    """Shows a schedule, below the planned one where it is given; `told` says what the cursor is on."""

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Lines = ()
        self._planned: Lines = ()
        self._rows: list[Row] = [Row(0)]
        self._above: list[Row] = []
        self._row, self._month = 0, 0
        self._wanted: ScheduleLine | None = None
        self._held: ScheduleLine | None = None
        self._ghost: tuple[int, ScheduleLine] | None = None  # what is being drawn or pulled, and in which row
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    @property
    def lines(self) -> Lines:
        """The bars."""
        return self._lines

    def show_lines(self, lines: Lines, planned: Lines = ()) -> None:
        """Show the bars, below those that were planned."""
        self._lines, self._planned = lines, planned
        self._lay_out()
        self._find_wanted()
        self._tell()

    @property
    def frame(self) -> Frame:
        """Where months and rows lie."""
        return frame(self.width(), QFontMetricsF(self.font()), self._titles)

    @property
    def _titles(self) -> tuple[str, ...]:
        return (_("計画"), pgettext("schedule", "実績")) if self._above else ()

    def _measure(self, text: str) -> float:
        return (QFontMetricsF(self.font()).horizontalAdvance(text) + 4) / self.frame.month

    def _lay_out(self) -> None:
        self._rows = schedule.drawn(self._lines, self._measure)
        self._above = schedule.drawn(self._planned, self._measure)[:-1]
        self._row = min(self._row, len(self._rows) - 1)
        place = self.frame
        height = round(place.header + (len(self._above) + len(self._rows)) * place.row_height) + 1
        if height != self.height():
            self.setFixedHeight(height)
        self.update()

    def _find_wanted(self) -> None:
        """Put the cursor on what was just drawn, wherever it has come to lie."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        for number, row in enumerate(self._rows):
            if any(replace(bar, line=wanted.line) == wanted for bar, _ in row.bars):
                self._row = number
                first, last = wanted.first - FIRST_MONTH, wanted.last - FIRST_MONTH
                self._month = max(first, min(self._month, last))
                return

    @property
    def current(self) -> ScheduleLine | None:
        """The bar that the cursor is on."""
        return schedule.at(self._rows[self._row], self._month)

    def sizeHint(self) -> QSize:
        """Wide enough for the months' names."""
        return QSize(720, self.height())

    def minimumSizeHint(self) -> QSize:
        """Twelve narrow months."""
        return QSize(12 * 34, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the labels other rows."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        current, ghost = self.current, self._ghost
        if ghost is not None:
            ghost = (ghost[0] + len(self._above), ghost[1])
        cursor = None
        if self.hasFocus() and ghost is None:
            months = (current.first - FIRST_MONTH, current.last - FIRST_MONTH) if current else (self._month,) * 2
            cursor = (self._row, *months)
        held = self._held or (current if self.hasFocus() else None)
        painter = QPainter(self)
        paint(painter, Picture(self.frame, self._above, self._rows, self._titles, held, cursor, ghost), colours())
        painter.end()

    def _tell(self) -> None:
        bar = self.current
        if bar is None:
            text = _("{month}（空き）").format(month=month_label(self._month))
        else:
            kind = _("○") if bar.point else _("矢印")
            label = _("「{label}」").format(label=bar.label) if bar.label else _("（文字なし）")
            text = f"{kind} {_months(bar)}{label}"
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.told.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the cursor is."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor is shown only where the keyboard is."""
        super().focusOutEvent(event)
        self.update()

    def go_to(self, row: int, month: int) -> None:
        """Put the cursor on a month (0 for April) of a row."""
        self._row = max(0, min(row, len(self._rows) - 1))
        self._month = schedule.within(month)
        self._tell()
        self.update()

    def _place_at(self, at: QPointF) -> tuple[int, int]:
        place = self.frame
        return place.row_at(at.y()) - len(self._above), place.month_at(at.x())

    def _cursor_place(self) -> QPoint:
        cell = self.frame.cell(self._row + len(self._above), self._month)
        return self.mapToGlobal(cell.center().toPoint())


def _months(bar: ScheduleLine) -> str:
    """When a bar is: 4月～6月."""
    first, last = month_label(bar.first - FIRST_MONTH), month_label(bar.last - FIRST_MONTH)
    return first if bar.first == bar.last else f"{first}～{last}"
