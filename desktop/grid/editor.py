"""The editor that opens over a cell: several lines, Excel's keys, and a conversion that is never cut off."""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.grid.cursor import Move
from desktop.grid.model import Index
from desktop.kit.plain_text import ENTERS, PlainText

_ARROWS = {
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Right: Move.RIGHT,
    Qt.Key.Key_Left: Move.LEFT,
}
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_MARGIN = 4
STAYING_IN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the keyboard leaves an editor without finishing it: for another window, or for a menu."""


class CellEditor(PlainText):
    """Edits one cell as plain text; says when it is finished and where the cursor goes next."""

    accepted = Signal(object, bool)  # Move or None, and whether by Tab
    accepted_for_all = Signal()  # into every selected cell
    cancelled = Signal()

    def __init__(self, parent: QWidget, line_height: int) -> None:
        super().__init__(parent)
        self.is_replacing = False  # opened by typing: arrows finish it, as in Excel
        self._cell = QRect()
        self._bounds = QRect()
        self.space_lines(line_height, QTextBlockFormat.LineHeightTypes.FixedHeight)
        self.setTabChangesFocus(False)  # Tab comes to keyPressEvent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.setStyleSheet("CellEditor { border: 2px solid palette(highlight); border-radius: 0; padding: 0; }")
        self.textChanged.connect(self.fit)

    def fill(self, text: str) -> None:
        """Show the cell's text, ready to be typed over or, after F2, to be gone on with."""
        super().fill(text)
        self._raise_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.is_replacing:
            self.selectAll()

    def _raise_lines(self) -> None:
        """Set the first line as high as the cell's."""
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(0)  # a fixed line height adds its air above the line
        frame.setFrameFormat(margins)
        self.document().clearUndoRedoStacks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Excel's keys; while a conversion is open every key belongs to the input method."""
        if self.is_converting or not self._finishes(event):
            super().keyPressEvent(event)

    def _finishes(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTERS:
            self._enter(modifiers)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            is_back = key == Qt.Key.Key_Backtab or modifiers == _SHIFT
            self.accepted.emit(Move.LEFT if is_back else Move.RIGHT, True)  # noqa: FBT003 - a signal has no names
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key == Qt.Key.Key_F2:
            self.is_replacing = not self.is_replacing
        elif self.is_replacing and modifiers == _NONE and key in _ARROWS:
            self.accepted.emit(_ARROWS[Qt.Key(key)], False)  # noqa: FBT003
        else:
            return False
        return True

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers == _ALT:
            self.write("\n")
        elif modifiers == _CONTROL:
            self.accepted_for_all.emit()
        else:
            self.accepted.emit(Move.UP if modifiers == _SHIFT else Move.DOWN, False)  # noqa: FBT003

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Grow with what is being converted."""
        super().inputMethodEvent(event)
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the cursor into the text: from now on arrows move within it."""
        self.is_replacing = False
        super().mousePressEvent(event)

    def place(self, cell: QRect, bounds: QRect) -> None:
        """Stand over a cell, within `bounds`, both in the parent's coordinates."""
        self._cell = cell
        self._bounds = bounds
        self.fit()

    def fit(self) -> None:
        """Grow with the text as far as there is room, downwards first."""
        if self._cell.isNull():
            return
        bounds, cell = self._bounds, self._cell
        width = min(max(cell.width() + 1, 8 * self.fontMetrics().height()), bounds.width())
        height = min(max(cell.height() + 1, self._wanted_height(width)), bounds.height())
        left = min(max(cell.left() - 1, bounds.left()), bounds.right() + 1 - width)
        top = min(max(cell.top() - 1, bounds.top()), bounds.bottom() + 1 - height)
        self.setGeometry(
            QRect(QPoint(left, top), self.geometry().size().scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio))
        )

    def _wanted_height(self, width: int) -> int:
        if self.width() != width:
            self.resize(width, self.height())
        return int(self.document().size().height()) + 6


class EditingView(Protocol):
    """What the delegate needs of the grid."""

    def open_editor(self, index: Index) -> CellEditor:
        """A new editor for a cell, connected and placed."""

    def place_editor(self, editor: CellEditor, index: Index) -> None:
        """Put an editor over its cell."""

    def leave_editor(self, editor: CellEditor) -> None:
        """The keyboard has gone elsewhere: finish what was typed."""

    def take_text(self, editor: CellEditor) -> None:
        """Qt itself is about to take the editor away: what was typed goes where Enter would put it."""

    def forget_editor(self, editor: CellEditor) -> None:
        """The editor is gone."""


class CellDelegate(QStyledItemDelegate):
    """Opens editors for the grid; the grid itself paints and commits."""

    def __init__(self, view: EditingView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view

    def createEditor(self, _parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor over the whole grid, so that a frozen column can be edited in its place too."""
        return self._view.open_editor(index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill in the cell's text, unless somebody has begun to type."""
        if isinstance(editor, CellEditor) and not editor.is_changed:
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Enter the text as Enter does: Qt's own way would take the editor's HTML."""
        if isinstance(editor, CellEditor):
            self._view.take_text(editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Whoever closes the editor, nobody keeps it."""
        if isinstance(editor, CellEditor):
            self._view.forget_editor(editor)
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, _option: QStyleOptionViewItem, index: Index) -> None:
        """Follow the cell."""
        if isinstance(editor, CellEditor):
            self._view.place_editor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish when the keyboard goes to another part of the window; another window or a menu does not finish it."""
        is_left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYING_IN
        if is_left and isinstance(watched, CellEditor):
            self._view.leave_editor(watched)
        return False
