"""The schedule drawn with the mouse or the keys."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.pages.sheet import schedule
from desktop.pages.sheet.schedule import Grip, Lines
from desktop.pages.sheet.schedule_view import ScheduleView
from plan.documents.reports import FIRST_MONTH, ScheduleLine
from work.language import _

_GRIP = 7  # pixels beside a bar's end that take hold of it
_LABEL_WIDTH = 220
_KEYS, _NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_STEPS = {_KEYS.Key_Left: (-1, 0), _KEYS.Key_Right: (1, 0), _KEYS.Key_Up: (0, -1), _KEYS.Key_Down: (0, 1)}


@dataclass(slots=True)
class Drag:
    """The mouse holds a bar, or draws a new one where there was none."""

    bar: ScheduleLine | None
    grip: Grip
    month: int
    row: int


class LabelEditor(QLineEdit):
    """Writes a bar's label; Enter, Esc and their like end here and reach nothing behind it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the old label back."""
        if event.key() == _KEYS.Key_Escape:
            self.undo_all()
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)
            event.accept()

    def undo_all(self) -> None:
        """Back to the label that it began with."""
        while self.isUndoAvailable():
            self.undo()


class ScheduleEdit(ScheduleView):
    """A schedule to draw in; `changed` carries the bars that it shall have."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, actual: bool = False) -> None:
        super().__init__(name, parent)
        self.editable, self._actual = True, actual
        self._drag: Drag | None = None
        self._end = Grip.LAST  # which end of an arrow Shift moves
        self._editor: LabelEditor | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    # What can be done

    def _propose(self, lines: Lines, bar: ScheduleLine | None = None) -> None:
        if lines != self._lines:
            self._wanted = bar
            self.changed.emit(lines)
            self._wanted = None

    def draw(self, last: int | None = None, *, point: bool = False) -> None:
        """Draw an arrow from the cursor's month (to `last`), or put a point there."""
        if self.editable:
            new = schedule.between(
                self._rows[self._row].line, self._month, self._month if last is None else last, actual=self._actual
            )
            new = replace(new, point=point)
            self._propose(schedule.added(self._lines, new), new)

    def turn(self) -> None:
        """Make the arrow a point or the point an arrow; where there is nothing, put a point."""
        bar = self.current
        if bar is None:
            self.draw(point=True)
        else:
            self._replace(bar, schedule.turned(bar))

    def remove(self) -> None:
        """Take away what the cursor is on."""
        if self.editable and self.current is not None:
            self._propose(schedule.removed(self._lines, self.current))

    def pull(self, grip: Grip, months: int, rows: int = 0) -> None:
        """Pull what the cursor is on, by an end or as a whole, some months and rows on."""
        bar = self.current
        if bar is not None:
            self._month = schedule.within(self._month + months)
            self._replace(bar, schedule.pulled(bar, grip, months, self._line_beside(bar.line, rows)))

    def _line_beside(self, line: int, rows: int) -> int:
        others = sorted({row.line for row in self._rows})
        place = others.index(line) + rows
        return others[max(0, min(place, len(others) - 1))]

    def _replace(self, bar: ScheduleLine, new: ScheduleLine) -> None:
        if self.editable and new != bar:
            self._propose(schedule.replaced(self._lines, bar, new), new)

    def edit_label(self) -> None:
        """Let the label be written where it stands; where there is nothing, on a new arrow."""
        editor = self._open_label()
        if editor is not None:
            editor.setFocus()

    def _open_label(self) -> LabelEditor | None:
        if self.current is None:
            self.draw()
        bar = self.current
        if bar is None or not self.editable:
            return None
        editor = LabelEditor(bar.label, self)
        editor.setAccessibleName(_("スケジュールの文字"))
        editor.setGeometry(self._editor_place(bar))
        editor.editingFinished.connect(self._finish_label)
        editor.selectAll()
        editor.show()
        self._editor = editor
        return editor

    def _editor_place(self, bar: ScheduleLine) -> QRect:
        cell = self.frame.cell(self._row + len(self._above), bar.first - FIRST_MONTH, bar.last - FIRST_MONTH)
        width = max(cell.width(), _LABEL_WIDTH)
        left = min(cell.left(), self.width() - width)
        return QRect(round(max(0.0, left)), round(cell.top()), round(width), round(cell.height()))

    def _finish_label(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        bar, text = self.current, editor.text()
        editor.hide()
        editor.deleteLater()
        self.setFocus()
        if bar is not None:
            self._replace(bar, replace(bar, label=text))

    def commit(self) -> None:
        """Hand over a label that is being written."""
        self._finish_label()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, with Shift make longer, with Ctrl move; Enter draws or names, O turns, Delete removes."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS:
            self._step(*_STEPS[key], modifiers)
        elif self._act(key, modifiers):
            return
        elif event.text().isprintable() and event.text() and modifiers in (_NONE, _SHIFT):
            self.edit_label()
            self._pass_on(event)
        else:
            super().keyPressEvent(event)

    def _pass_on(self, event: QEvent) -> None:
        """What is typed on a month is its label, as in a cell of a table."""
        if self._editor is not None:
            QCoreApplication.sendEvent(self._editor, event)

    def _step(self, months: int, rows: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers == _CONTROL:
            self.pull(Grip.MIDDLE, months, rows)
        elif modifiers == _SHIFT and months:
            self._lengthen(months)
        else:
            self.go_to(self._row + rows, self._month + months)

    def go_to(self, row: int, month: int) -> None:
        """Put the cursor on a month (0 for April) of a row."""
        self._end = Grip.LAST
        super().go_to(row, month)

    def _lengthen(self, months: int) -> None:
        """The last month moves; the first one where the arrow was just drawn to the left."""
        bar = self.current
        if bar is None:
            self._end = Grip.LAST if months > 0 else Grip.FIRST
            self.draw(schedule.within(self._month + months))
            return
        if bar.first == bar.last and months < 0:
            self._end = Grip.FIRST
        self.pull(self._end, months)

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        act = self._acts().get(key)
        if act is None or modifiers not in (_NONE, _SHIFT):
            return False
        act()
        return True

    def _acts(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            _KEYS.Key_F2: self.edit_label,
            _KEYS.Key_Return: self._enter,
            _KEYS.Key_Enter: self._enter,
            _KEYS.Key_Space: self._enter,
            _KEYS.Key_O: self.turn,
            _KEYS.Key_Delete: self.remove,
            _KEYS.Key_Backspace: self.remove,
            _KEYS.Key_Home: lambda: self.go_to(self._row, 0),
            _KEYS.Key_End: lambda: self.go_to(self._row, schedule.MONTH_COUNT - 1),
        }

    def _enter(self) -> None:
        if self.current is None:
            self.draw()
        else:
            self.edit_label()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A conversion is shown in the label from its first letter; the label has the keyboard when it ends.

        Given the keyboard sooner, the conversion would be broken off.
        """
        if self._editor is None and (event.preeditString() or event.commitString()):
            self._open_label()
        self._pass_on(event)
        if self._editor is not None and not event.preeditString():
            self._editor.setFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Suggestions belong below the month that the cursor is on."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.frame.cell(self._row + len(self._above), self._month).toRect()
        return super().inputMethodQuery(query)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bar, or begin to draw one."""
        self._finish_label()
        row, month = self._place_at(event.position())
        if row < 0:
            return
        self.go_to(row, month)
        if self.editable and event.button() == Qt.MouseButton.LeftButton:
            self._drag = Drag(self.current, self._grip_at(event.position()), self._month, self._row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull what is held; else show what could be held."""
        drag = self._drag
        if drag is None:
            self._show_grip(event.position())
            return
        row, month = self._place_at(event.position())
        if drag.bar is None:
            new = schedule.between(self._rows[drag.row].line, drag.month, month, actual=self._actual)
            self._ghost = (drag.row, new)
        else:
            to_row = max(0, min(row, len(self._rows) - 1)) if drag.grip is Grip.MIDDLE else drag.row
            line = self._rows[to_row].line
            self._ghost = (to_row, schedule.pulled(drag.bar, drag.grip, month - drag.month, line))
        self._held = drag.bar
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: what was drawn or pulled is one step."""
        super().mouseReleaseEvent(event)
        drag, ghost = self._drag, self._ghost
        self._drag = self._ghost = self._held = None
        self.update()
        if drag is None or ghost is None:
            return
        if drag.bar is not None:
            self._replace(drag.bar, ghost[1])
        elif ghost[1].first != ghost[1].last:
            self._propose(schedule.added(self._lines, ghost[1]), ghost[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the label."""
        self._drag = None
        row, month = self._place_at(event.position())
        if row >= 0:
            self.go_to(row, month)
            self.edit_label()

    def _grip_at(self, at: QPointF) -> Grip:
        bar = self.current
        if bar is None or bar.point:
            return Grip.MIDDLE
        cell = self.frame.cell(0, bar.first - FIRST_MONTH, bar.last - FIRST_MONTH)
        if cell.right() - at.x() <= _GRIP:
            return Grip.LAST
        return Grip.FIRST if at.x() - cell.left() <= _GRIP else Grip.MIDDLE

    def _show_grip(self, at: QPointF) -> None:
        row, month = self._place_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if self.editable and 0 <= row < len(self._rows):
            bar = schedule.at(self._rows[row], month)
            shape = Qt.CursorShape.CrossCursor
            if bar is not None:
                cell = self.frame.cell(0, bar.first - FIRST_MONTH, bar.last - FIRST_MONTH)
                is_end = min(abs(at.x() - cell.left()), abs(at.x() - cell.right())) <= _GRIP and not bar.point
                shape = Qt.CursorShape.SizeHorCursor if is_end else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done here, for those who do not know the keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, do in (
            (_("矢印を引く"), self.draw),
            (_("○ を置く・矢印に替える"), self.turn),
            (_("文字を書く"), self.edit_label),
            (_("消す"), self.remove),
        ):
            action = menu.addAction(text)
            action.setEnabled(self.editable)
            action.triggered.connect(lambda _=False, do=do: do())
        at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._cursor_place()
        menu.popup(at)
