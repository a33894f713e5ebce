"""The one box of plain text: it hands over, character for character, what it was given and what was written in it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from desktop.kit.conversion import Conversion
from plan.clipboard import line_feeds

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why the keyboard goes away for a moment only: what is being written is not done."""
_BREAK = "\u2029"  # what a document of Qt's has in the place of a line feed
_REWRITTEN = frozenset("\r\u2029\ufdd0\ufdd1")  # what it makes line breaks of, too
_STAND_INS = tuple(map(chr, range(0x10FF00, 0x10FFFE)))


class StandIns:
    """Characters that a document of Qt's would rewrite, each shown as one that the text does not have."""

    def __init__(self, text: str = "") -> None:
        self._shown: dict[str, str] = {}
        self._met = set(text)

    def show(self, text: str) -> str:
        """The text with stand-ins."""
        self._met |= set(text)
        for char in (_REWRITTEN | set(self._shown.values())).intersection(text) - self._shown.keys():
            self._shown[char] = next(self._free())
        return text.translate({ord(char): shown for char, shown in self._shown.items()})

    def read(self, raw: str) -> str:
        """The text that a document stands for."""
        return raw.translate({ord(_BREAK): "\n"} | {ord(shown): char for char, shown in self._shown.items()})

    def _free(self) -> Iterator[str]:
        return (char for char in _STAND_INS if char not in self._met and char not in self._shown.values())


class PlainText(QTextEdit):
    """A text of several lines: nothing is rewritten, whatever is shown, typed, converted or pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stand_ins = StandIns()
        self._conversion = Conversion(self, lambda: self.text)
        self._filled = ""
        self._spacing: QTextBlockFormat | None = None
        self.setAcceptRichText(False)

    @property
    def text(self) -> str:
        """What stands here, without a conversion that is open."""
        return self._stand_ins.read(self.document().toRawText())

    @property
    def is_changed(self) -> bool:
        """Whether the text is another than the one filled in, or about to be."""
        return self.is_converting or self.text != self._filled

    @property
    def conversion(self) -> str:
        """What is being converted, as it reads now."""
        return self._conversion.text

    @property
    def is_converting(self) -> bool:
        """Whether a conversion is open: every key then belongs to the input method."""
        return bool(self._conversion.text)

    def space_lines(self, height: float, kind: QTextBlockFormat.LineHeightTypes) -> None:
        """Set the lines of every text that is filled in this far apart."""
        self._spacing = QTextBlockFormat()
        self._spacing.setLineHeight(height, kind.value)

    def fill(self, text: str) -> None:
        """Show a text, with nothing to undo."""
        self._filled, self._stand_ins = text, StandIns(text)
        self.setUndoRedoEnabled(False)
        self.setPlainText(self._stand_ins.show(text))
        if self._spacing is not None:
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(self._spacing)
        self.setUndoRedoEnabled(True)

    def write(self, text: str) -> None:
        """Put a text where the cursor is, or in the place of what is chosen, as typing would."""
        self.textCursor().insertText(self._stand_ins.show(text))
        self.ensureCursorVisible()

    def write_over(self, text: str) -> None:
        """Put a text in the place of all, as typing would."""
        self.selectAll()
        self.write(text)

    def finish_conversion(self) -> None:
        """Take over what is being converted as it reads now."""
        self._conversion.finish()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the plan's where there is nothing of the box's own to take back; a conversion is kept."""
        self._conversion.heed_leaving(event)
        return super().event(event) if not is_the_plans(event, self.document()) else False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being converted."""
        self._conversion.heed(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A line feed is a line feed with Shift, too: Qt's own line separator reads as a box elsewhere."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator) and not self.isReadOnly():
            self.write("\n")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is being converted stays as it reads."""
        self.finish_conversion()
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped comes in as plain text, its line ends as line feeds."""
        if source.hasText():
            self.write(line_feeds(source.text()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is what stands here, no-break spaces too."""
        copied = QMimeData()
        copied.setText(self._stand_ins.read(self.textCursor().selectedText()))
        return copied


def is_the_plans(event: QEvent, written: QTextDocument | QLineEdit) -> bool:
    """Whether a key asks for an undo or redo that a box itself cannot do."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    asked: Iterable[tuple[QKeySequence.StandardKey, bool]] = (
        (QKeySequence.StandardKey.Undo, written.isUndoAvailable()),
        (QKeySequence.StandardKey.Redo, written.isRedoAvailable()),
    )
    for key, is_possible in asked:
        if event.matches(key) and not is_possible:
            event.ignore()
            return True
    return False
