"""Editing in the grid: one editor at a time, over its cell, that never loses a character."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.grid.canvas import Canvas
from desktop.grid.cursor import Move
from desktop.grid.editor import STAYING_IN, CellDelegate, CellEditor
from desktop.grid.model import Index, ProgressModel

_TRIGGER = QAbstractItemView.EditTrigger
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_PAUSE_MS = 50  # in which the letter that ends a conversion begins the next one
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class EditableCanvas(Canvas):
    """A canvas whose cells can be edited in their place."""

    writing = Signal()  # what `written_text` says may be another text now
    finished = Signal(object, bool)  # Move or None, and whether by Tab: where the cursor goes now

    def __init__(self, model: ProgressModel, parent: QWidget | None = None) -> None:
        self._editor: CellEditor | None = None  # before Qt asks for the first time
        self._edited = QPersistentModelIndex()
        super().__init__(model, parent)
        self._is_replacing = False
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pausing.timeout.connect(self._give_keyboard)
        self.setItemDelegate(CellDelegate(self, self))
        self.setEditTriggers(_TRIGGER.DoubleClicked | _TRIGGER.AnyKeyPressed | _TRIGGER.EditKeyPressed)

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    def edit(  # type: ignore[override] # one name for a slot and a virtual method, as in Qt
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = _TRIGGER.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor; typing replaces the text, F2 and a double click go on with it."""
        self._is_replacing = trigger == _TRIGGER.AnyKeyPressed
        if index.isValid():
            self.scrollTo(index)
        return super().edit(index, trigger, event)  # type: ignore[arg-type] # None is what Qt itself passes

    def edit_emptied(self) -> None:
        """Open the current cell's editor without its text (Backspace)."""
        if self.edit(self.currentIndex(), _TRIGGER.AnyKeyPressed) and self._editor is not None:
            self._editor.textCursor().removeSelectedText()

    def written_text(self) -> str | None:
        """What is being written in the grid and not entered yet; None where nothing is."""
        return self._editor.text if self._editor is not None and self._editor.is_changed else None

    def write_on(self, text: str) -> None:
        """Open the current cell's editor with a text that is not entered yet."""
        if self.edit(self.currentIndex()) and self._editor is not None:
            self._editor.write_over(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the editor for a text that comes whole (voice, emoji, a full-width space), which Qt would drop.

        After the first conversion Qt would give the editor the keyboard at once, and cut off the letter that ended it.
        """
        if event.commitString() and self._editor is not None:
            QCoreApplication.sendEvent(self._editor, event)
            self._pausing.start()
        elif event.commitString() and not event.preeditString() and not self.is_editing:
            if self.edit(self.currentIndex(), _TRIGGER.AnyKeyPressed) and self._editor is not None:
                QCoreApplication.sendEvent(self._editor, event)
        else:
            super().inputMethodEvent(event)
        self.updateMicroFocus()

    def _give_keyboard(self) -> None:
        if self._editor is not None and not self._editor.is_converting and self.hasFocus():
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Between two conversions a key is the editor's; Shift alone may belong to the next one."""
        is_waiting = self._editor is not None and not self._editor.is_converting and self.hasFocus()
        if self._editor is not None and is_waiting and event.key() not in _HELD:
            self._give_keyboard()
            QCoreApplication.sendEvent(self._editor, event)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Before the keyboard goes elsewhere the first conversion, which is the grid's own, is taken over."""
        if event.type() == QEvent.Type.FocusAboutToChange and self._editor is not None:
            self._editor.finish_conversion()
        return super().event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where suggestions belong: the grid keeps the focus during the first conversion, at the cell's beginning."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._editor is not None:
            return QRect(self._editor.pos(), QSize(1, self._painter.wrapping.line_height))
        return super().inputMethodQuery(query)

    # What the delegate asks

    def open_editor(self, index: Index) -> CellEditor:
        """A new editor for a cell."""
        editor = CellEditor(self, self._painter.wrapping.line_height)
        editor.setFont(self.font())
        editor.is_replacing = self._is_replacing
        editor.accepted.connect(self._accept)
        editor.accepted_for_all.connect(self._accept_for_all)
        editor.cancelled.connect(self._close)
        editor.textChanged.connect(self.writing)
        self._editor, self._edited = editor, QPersistentModelIndex(index)
        return editor

    def place_editor(self, editor: CellEditor, index: Index) -> None:
        """Put an editor over its cell, in the part of the grid where the cell can be."""
        area = self.viewport().geometry()
        bounds = area if self.is_frozen(index.column()) else area.adjusted(self.frozen_width, 0, 0, 0)
        cell = QRect(self.visualRect(index))
        editor.place(cell.translated(area.topLeft()), bounds)

    def leave_editor(self, editor: CellEditor) -> None:
        """Finish what was typed when the keyboard goes elsewhere."""
        if editor is self._editor and self._committed():
            self._close()

    def take_text(self, editor: CellEditor) -> None:
        """Enter what was typed, because Qt itself takes the editor away."""
        if editor is self._editor:
            self._committed()

    def forget_editor(self, editor: CellEditor) -> None:
        """Whoever closed the editor, it is nobody's any more."""
        if editor is self._editor:
            self._editor = None
            self.writing.emit()

    def finish_editing(self) -> bool:
        """Finish an open edit, before anything else is done; False where the text could not be taken."""
        if self._editor is not None and self._committed():
            self._close()
        return self._editor is None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """No other cell becomes the current one before what was typed is entered; where it is refused, none does."""
        if self._editor is not None and current != self._edited and not self.finish_editing():
            self.selectionModel().setCurrentIndex(
                self.progress.index(self._edited.row(), self._edited.column()), _SELECT
            )
            return
        super().currentChanged(current, previous)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is for an open editor; only the first conversion is the grid's own."""
        super().focusInEvent(event)
        if self._editor is not None and not self._editor.is_converting:
            self._editor.setFocus(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """During the first conversion the grid has the keyboard: what is open then is finished as anywhere else."""
        super().focusOutEvent(event)
        is_away = event.reason() not in STAYING_IN and QApplication.focusWidget() is not self._editor
        if self._editor is not None and is_away:
            self.leave_editor(self._editor)

    def _accept(self, move: Move | None, by_tab: bool) -> None:  # noqa: FBT001 - a signal has no names
        if self._committed():
            self._close()
            self.finished.emit(move, by_tab)

    def _accept_for_all(self) -> None:
        if self._editor is not None:
            self._editor.finish_conversion()
            if self.enter_for_all(self._editor.text):
                self._close()

    def enter_for_all(self, text: str) -> bool:
        """Enter a text into every selected cell; here there is only the current one."""
        return self.progress.setData(self.currentIndex(), text)

    def _committed(self) -> bool:
        """Ask for the edit; the editor stays open where it is refused, and no text is lost."""
        if self._editor is None or not self._edited.isValid():
            return True
        self._editor.finish_conversion()
        if not self._editor.is_changed:
            return True
        return self.progress.setData(self._edited, self._editor.text)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self.writing.emit()
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
