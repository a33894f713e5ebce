"""Boxes to write and choose in: each tells once what was entered, when the keyboard leaves it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from desktop.kit.conversion import Conversion
from desktop.kit.plain_text import ENTERS, STAYING, PlainText, is_the_plans

_PADDING = 14  # pixels around the lines of a box
_LONGEST_LINE = 2**24  # characters; what Qt takes without being asked for more is cut


class Box(Protocol):
    """What a form asks of every box."""

    @property
    def entered(self) -> SignalInstance:
        """Carries the new text."""

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; `anew` over what is being written too, because it is another record's."""

    def commit(self) -> None:
        """Hand over what was written."""

    def refuse(self) -> None:
        """What was handed over is not stored: it stands here as written still."""

    def is_written(self) -> bool:
        """Whether something stands here that was not handed over."""

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or written again."""


class TextBox(PlainText):
    """A text of several lines, as high as its text, at least `lines`."""

    entered = Signal(str)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored, self._before, self._lines = "", "", lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; what somebody is writing just now stays."""
        if not anew and (text == self._stored or self.is_written()):
            return
        self._stored = text
        self.fill(text)

    def commit(self) -> None:
        """Hand over what was written; it counts as stored unless it is refused."""
        self.finish_conversion()
        if self.is_written():
            self._before, self._stored = self._stored, self.text
            self.document().clearUndoRedoStacks()  # from now on undo is the plan's
            self.entered.emit(self.text)

    def refuse(self) -> None:
        """What was handed over is not stored: it stands here as written still."""
        self._stored = self._before

    def is_written(self) -> bool:
        """Whether something stands here that was not handed over."""
        return self.text != self._stored

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or written again."""
        self.setReadOnly(locked)

    def _fit(self) -> None:
        document = self.document()
        lines = round(document.size().height() - 2 * document.documentMargin())
        height = max(lines, self._lines * self.fontMetrics().lineSpacing()) + _PADDING
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page is scrolled, not the box."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter hands over, Esc gives the stored text back."""
        if event.key() in ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.is_written():
            self.fill(self._stored)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is on the disk as soon as one goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.commit()


class LineBox(QLineEdit):
    """A text of one line."""

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored, self._before = "", ""
        self._conversion = Conversion(self, self.text)
        self.setObjectName("box")
        self.setMaxLength(_LONGEST_LINE)
        self.setAccessibleName(name)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; what somebody is writing just now stays."""
        if not anew and (text == self._stored or self.is_written()):
            return
        self.setText(text)
        self._stored = self.text()

    def commit(self) -> None:
        """Hand over what was written; it counts as stored unless it is refused."""
        if self.is_written():
            self._before, self._stored = self._stored, self.text()
            self.setText(self._stored)  # from now on undo is the plan's
            self.entered.emit(self._stored)

    def refuse(self) -> None:
        """What was handed over is not stored: it stands here as written still."""
        self._stored = self._before

    def is_written(self) -> bool:
        """Whether something stands here that was not handed over."""
        return self.text() != self._stored

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or written again."""
        self.setReadOnly(locked)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the plan's where there is nothing of the box's own to take back; a conversion is kept."""
        self._conversion.heed_leaving(event)
        return super().event(event) if not is_the_plans(event, self) else False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being converted."""
        self._conversion.heed(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the stored text back."""
        if event.key() == Qt.Key.Key_Escape and self.is_written():
            self.setText(self._stored)
        else:
            super().keyPressEvent(event)


class ChoiceBox(QComboBox):
    """One of several: `entered` carries the chosen id; what no list knows is shown as it was written."""

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown = False
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self.entered.emit(str(self.currentData())))

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, text), in the place of all others."""
        if entries == [(self.itemData(n), self.itemText(n)) for n in range(self.count())]:
            return
        shown = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            self._unknown = False
            for record, text in entries:
                self.addItem(text.replace("\n", " "), record)
        if shown is not None:
            self.show_text(shown)

    def show_text(self, text: str, *, anew: bool = False) -> None:  # noqa: ARG002 - nothing half written to keep
        """Show what is stored."""
        if self._unknown and self.itemData(self.count() - 1) != text:
            self.removeItem(self.count() - 1)
            self._unknown = False
        if self.findData(text) < 0:
            self.addItem(text, text)
            self._unknown = True
        self.setCurrentIndex(self.findData(text))

    def commit(self) -> None:
        """A choice is handed over when it is made."""

    def refuse(self) -> None:
        """What is stored is shown again by whoever refused it."""

    def is_written(self) -> bool:
        """A choice is handed over when it is made."""
        return False

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or chosen again."""
        self.setEnabled(not locked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns over a list scrolls the page and changes nothing."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows cut long names, not the form."""
        return QSize(60, super().minimumSizeHint().height())


class SearchLine(QLineEdit):
    """Where it is typed what to look for: all of it is chosen first, so that typing takes its place."""

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the plan's where there is nothing of the line's own to take back."""
        return super().event(event) if not is_the_plans(event, self) else False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, also after the click that came here."""
        super().focusInEvent(event)
        if event.reason() not in STAYING:
            QTimer.singleShot(0, self, self.selectAll)


class SearchBox(ChoiceBox):
    """One of many: what is typed narrows the list down to the names that have it; what is no name is not taken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._line, self._found = SearchLine(self), QCompleter(self.model(), self)
        self._line.setAccessibleName(name)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._found.setFilterMode(Qt.MatchFlag.MatchContains)
        self._found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._found)
        self._line.editingFinished.connect(self._show_chosen)

    @property
    def popup(self) -> QAbstractItemView:
        """The list of the names that were found."""
        found = self._found.popup()
        assert found is not None
        return found

    def _show_chosen(self) -> None:
        """Show what is chosen in the place of what was looked for."""
        if not self.popup.isVisible():
            self.setEditText(self.itemText(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up looking."""
        if event.key() == Qt.Key.Key_Escape:
            self.setEditText(self.itemText(self.currentIndex()))
        else:
            super().keyPressEvent(event)
