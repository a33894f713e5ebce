"""The bar for finding and replacing below the grid."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.grid.progress_grid import ProgressGrid
from desktop.grid.search import Search, replaced
from desktop.kit.boxes import SearchLine
from plan.changes import StepName
from plan.errors import say
from plan.table import CellEdit
from work import steps
from work.language import _


class FindBar(QWidget):
    """Finds while it is typed; Enter goes on, Shift+Enter back, Esc returns to the grid."""

    def __init__(self, grid: ProgressGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self.search = Search(grid.progress)
        self.wanted = SearchLine(clearButtonEnabled=True, placeholderText=_("検索する文字（全角・半角は区別しません）"))
        self.instead = SearchLine(clearButtonEnabled=True, placeholderText=_("置換後の文字"))
        self.found = QLabel()
        self._replacing = QWidget()
        self._folding = QTimer(self, singleShot=True, interval=0)
        self._folding.timeout.connect(self._fold_ahead)
        self._build()
        self.wanted.textChanged.connect(self._typed)
        self.wanted.installEventFilter(self)
        self.instead.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        self.wanted.setAccessibleName(_("検索"))
        self.instead.setAccessibleName(_("置換後"))
        self.found.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 8)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setColumnStretch(1, 2)
        layout.setColumnStretch(2, 1)
        layout.addWidget(QLabel(_("検索:")), 0, 0)
        layout.addWidget(self.wanted, 0, 1)
        layout.addLayout(
            self._row(self.found, self._button(_("前へ"), self.previous), self._button(_("次へ"), self.next)),
            0,
            2,
        )
        self._close = QToolButton(autoRaise=True)
        self._close.setText("✕")
        self._close.setToolTip(_("閉じる（Esc）"))
        self._close.setAccessibleName(_("検索を閉じる"))
        self._close.clicked.connect(self.leave)
        layout.addWidget(self._close, 0, 3)
        self._label = QLabel(_("置換:"))
        layout.addWidget(self._label, 1, 0)
        layout.addWidget(self.instead, 1, 1)
        self._replacing.setLayout(
            self._row(
                self._button(_("置換して次へ"), self.replace),
                self._button(_("すべて置換"), self.replace_all),
            )
        )
        layout.addWidget(self._replacing, 1, 2)
        for line in (self.wanted, self.instead):
            line.setMinimumWidth(110)
            line.setMaximumWidth(420)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, autoDefault=False)
        button.clicked.connect(slot)
        return button

    def _row(self, *parts: QWidget) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        return layout

    def open(self, *, replace: bool = False) -> None:
        """Show the bar, with the replacing line or without, ready to type."""
        for part in (self._label, self.instead, self._replacing):
            part.setVisible(replace)
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        self._folding.start()

    def _fold_ahead(self) -> None:
        """Fold some rows whenever there is nothing else to do, so that a large table never keeps anybody waiting."""
        if not self._grid.progress.texts.fold_some():
            self._folding.start()

    def _prepare(self) -> None:
        self.search.use_columns(self._grid.visible_columns())
        self.search.prepare()

    def leave(self) -> None:
        """Hide the bar and go back to the grid."""
        self.hide()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc in either line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.previous() if is_back else self.next()
                return True
        return super().eventFilter(watched, event)

    # Finding

    def _typed(self) -> None:
        """Stay on the current cell while it still fits, as every editor does."""
        self._prepare()
        self._show(self.search.next(self.wanted.text(), self._here(), is_itself_good=True))

    def next(self) -> None:
        """Go to the next cell with the text."""
        self._prepare()
        self._show(self.search.next(self.wanted.text(), self._here()))

    def previous(self) -> None:
        """Go to the previous cell with the text."""
        self._prepare()
        self._show(self.search.previous(self.wanted.text(), self._here()))

    def _here(self) -> tuple[int, int] | None:
        index = self._grid.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def _show(self, cell: tuple[int, int] | None) -> None:
        if cell is not None:
            self._grid.put_cursor(*cell)
        self._say_count(self.wanted.text())

    def _say_count(self, text: str) -> None:
        if not text:
            self.found.clear()
            return
        count = self.search.count(text)
        self.found.setText(_("{count} 件").format(count=f"{count:,}") if count else _("見つかりません"))

    # Replacing

    def replace(self) -> None:
        """Replace in the current cell, where the text occurs in it, and go on."""
        here = self._here()
        if here is not None and self._grid.finish_editing():
            self._change([here], steps.REPLACE)
        self.next()

    def replace_all(self) -> None:
        """Replace in every cell shown, as one step."""
        if not self._grid.finish_editing():
            return
        self._prepare()
        count = self._change(self.search.cells(self.wanted.text()), steps.REPLACE_ALL)
        self._grid.tell(say("{count} セルを置換しました。", count=count))
        self._say_count(self.wanted.text())

    def _change(self, cells: list[tuple[int, int]], label: StepName) -> int:
        edits = [edit for cell in cells if (edit := self._edit(*cell)) is not None]
        done = bool(edits) and self._grid.progress.change(edits, label)
        return len(edits) if done else 0

    def _edit(self, row: int, column: int) -> CellEdit | None:
        model = self._grid.progress
        text = model.cell(row, column) or ""
        new = replaced(text, self.wanted.text(), self.instead.text())
        return model.edit_of(row, column, new) if new != text and model.editable(row, column) else None
