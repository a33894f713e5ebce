"""The view of a small table: its editors, its keys, and a list that can be added to."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QMargins, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.plain_text import ENTERS, PlainText
from desktop.kit.theme import outlined, styled
from desktop.kit.value_table import Entering, Index, Remark, RowsColumn, RowsModel
from plan.changes import Value
from work.language import _

_ROLE = Qt.ItemDataRole
_LOWEST = 28  # pixels of a row
_HIGHEST = 220
_NARROWEST = 150  # pixels of a column that takes what is left
_AIR = QMargins(0, 4, 0, 4)


class RowsDelegate(QStyledItemDelegate):
    """A list to choose from, or a text: Enter accepts, Alt+Enter begins a new line."""

    written: PlainText | None = None  # where a text is being written

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        model = cast("RowsModel", index.model())
        column = model.columns[index.column()]
        if column.entering is Entering.CHOICE:
            box = QComboBox(parent)
            for value, text in column.choices:
                box.addItem(text, value)
            box.activated.connect(lambda _: self._done(box))
            QTimer.singleShot(0, box, box.showPopup)
            return box
        if column.entering is Entering.TEXT:
            editor = PlainText(parent)
            editor.setFrameShape(PlainText.Shape.NoFrame)
            editor.setTabChangesFocus(True)
            editor.setStyleSheet("border: 1px solid palette(highlight); border-radius: 0; padding: 0;")
            self.written = editor
            return editor
        return super().createEditor(parent, option, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Whoever closes an editor, nobody keeps it."""
        if editor is self.written:
            self.written = None
        super().destroyEditor(editor, index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Some air above and below the text."""
        return super().sizeHint(option, index).grownBy(_AIR)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Outline the boxes to tick, so that they are seen in the dark, too."""
        super().initStyleOption(option, index)
        option.palette = outlined(option.palette)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor in, unless somebody has begun to write."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(_ROLE.EditRole))))
        elif isinstance(editor, PlainText) and not editor.is_changed:
            editor.fill(str(index.data(_ROLE.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was entered."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, PlainText):
            editor.finish_conversion()
            model.setData(index, editor.text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """A text gets room to be written."""
        place = option.rect
        if isinstance(editor, PlainText):
            place.setHeight(max(place.height(), 2 * editor.fontMetrics().lineSpacing() + 10))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter accepts a text; with Alt or Shift it is a new line, and in a conversion it is the input method's."""
        if isinstance(watched, PlainText) and isinstance(event, QKeyEvent) and event.key() in ENTERS:
            if event.type() != QEvent.Type.KeyPress or watched.is_converting:
                return False
            if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
                watched.write("\n")
            else:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
            return True
        return super().eventFilter(watched, event)


class RowsView(QTableView):
    """A table that fits its rows to their texts; typing opens the editor, Delete clears a cell."""

    def __init__(self, model: RowsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        styled(self, "entry")
        self.setAccessibleName(name)
        self._delegate = RowsDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_LOWEST)
        self.verticalHeader().setMaximumSectionSize(_HIGHEST)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self._fit_rows)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._heights.start())
        model.modelReset.connect(self.fit_columns)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns their widths, and let the ones without share what is left."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.ensurePolished()
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.resizeSection(place, max(column.width, header.sectionSizeHint(place)))
        self._share()

    def _share(self) -> None:
        """Share what is left among the columns without a width, enough for each to be read."""
        header, columns = self.horizontalHeader(), self.rows.columns
        free = [place for place, column in enumerate(columns) if not column.width]
        taken = sum(header.sectionSize(place) for place, column in enumerate(columns) if column.width)
        for place in free:
            least = max(_NARROWEST, header.sectionSizeHint(place))
            header.resizeSection(place, max(least, (self.viewport().width() - taken) // len(free)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left of another width."""
        super().resizeEvent(event)
        self._share()

    def _fit_rows(self) -> None:
        """Other widths break the texts elsewhere."""
        self.verticalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the editor, Delete clears."""
        index = self.currentIndex()
        is_idle = self.state() != QAbstractItemView.State.EditingState and index.isValid()
        if is_idle and event.key() in ENTERS:
            self.edit(index)
        elif is_idle and event.key() == Qt.Key.Key_Delete:
            self.rows.setData(index, "")
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Hand over what is being written."""
        editor = self._delegate.written
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)


class ListEditor(QWidget):
    """A list in the plan's order: `changed` carries all its rows as they shall be.

    A row counts as soon as its first column is entered; until then it stands here alone.
    """

    changed = Signal(object)

    def __init__(self, name: str, columns: Sequence[RowsColumn], blank: Mapping[str, Value], parent: QWidget) -> None:
        super().__init__(parent)
        self._blank, self._has_draft = dict(blank), False
        self.model = RowsModel(columns, self)
        self.view = RowsView(self.model, name, self)
        self.note = styled(QLabel(self, wordWrap=True), "help")
        self.note.hide()
        self.add = self._button(_("追加"), self.begin)
        self.remove = self._button(_("削除"), self.take_away)
        self.up = self._button(_("上へ"), lambda: self.move_row(-1))
        self.down = self._button(_("下へ"), lambda: self.move_row(1))
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self.model.entered.connect(self._entered)

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(f"{self.view.accessibleName()} {text}")
        button.clicked.connect(lambda _checked: do())
        return button

    def show_rows(
        self, rows: Sequence[Mapping[str, Value]], remarks: Mapping[tuple[int, str], Remark] | None = None
    ) -> None:
        """Show what is stored."""
        self._has_draft = False
        place = self.view.currentIndex()
        self.model.show_rows(rows, remarks)
        row = min(place.row(), len(rows) - 1)
        if place.isValid() and row >= 0:
            self.view.setCurrentIndex(self.model.index(row, place.column()))

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or written again."""
        self.model.editable = not locked
        for button in (self.add, self.remove, self.up, self.down):
            button.setEnabled(not locked)

    def begin(self) -> None:
        """Put a new row below the others and write in it."""
        if not self._has_draft:
            self._has_draft = True
            self.model.show_rows([*self.model.rows, self._blank], self.model.remarks)
        index = self.model.index(self.model.rowCount() - 1, 0)
        self.view.setCurrentIndex(index)
        self.view.setFocus()
        self.view.edit(index)

    def _stored(self) -> list[Mapping[str, Value]]:
        return self.model.rows[:-1] if self._has_draft else list(self.model.rows)

    def _entered(self, row: int, name: str, value: Value) -> None:
        rows = list(self.model.rows)
        rows[row] = {**rows[row], name: value}
        if rows[row].get(self.model.columns[0].name) in (None, ""):
            if self._has_draft and row == len(rows) - 1:
                self.model.show_rows(rows, self.model.remarks)
            return
        is_whole = not self._has_draft or row == len(rows) - 1
        self.changed.emit(rows if is_whole else rows[:-1])

    def take_away(self) -> None:
        """Take the current row out."""
        row = self.view.currentIndex().row()
        if row < 0:
            return
        if self._has_draft and row == self.model.rowCount() - 1:
            self.show_rows(self._stored(), self.model.remarks)
            return
        self.changed.emit([r for n, r in enumerate(self._stored()) if n != row])

    def move_row(self, step: int) -> None:
        """Let the current row change places with a neighbour."""
        rows, row = self._stored(), self.view.currentIndex().row()
        if 0 <= row < len(rows) and 0 <= row + step < len(rows):
            rows[row], rows[row + step] = rows[row + step], rows[row]
            column = self.view.currentIndex().column()
            self.changed.emit(rows)
            self.view.setCurrentIndex(self.model.index(row + step, column))
