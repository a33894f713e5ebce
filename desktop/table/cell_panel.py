"""The larger editor beside the grid: the same cell with room to write, and what to compare it with."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.differences import marked
from desktop.kit.grade_choices import Choice
from desktop.kit.plain_text import ENTERS, PlainText
from desktop.kit.theme import colours, styled
from desktop.table.chips import Chip, Chips
from plan.era import FiscalYear
from plan.fields import BASELINE_AND_GOAL, CONTENT, EVALUATION, GRADE, TARGET, Field
from plan.ids import AssignmentId
from plan.states import DECLARABLE, State
from plan.table import Column, ProgressRow, ProgressTable
from work.language import _, sentence
from work.past import Passage
from work.wording import column_label, state_label

_LINE_HEIGHT = 135  # per cent
_DOWN, _ACROSS, _BACK = (
    QBoxLayout.Direction.TopToBottom,
    QBoxLayout.Direction.LeftToRight,
    QBoxLayout.Direction.RightToLeft,
)
_COMPARED: dict[Field, tuple[tuple[Field, int], ...]] = {
    TARGET: ((EVALUATION, -1), (TARGET, -1), (EVALUATION, 0)),
    EVALUATION: ((TARGET, 0), (EVALUATION, -1), (TARGET, -1)),
    GRADE: ((EVALUATION, 0), (TARGET, 0), (GRADE, -1)),
}
"""What a clerk looks at while writing: other fields of the same year (0) and of the year before (-1)."""


class PanelEditor(PlainText):
    """Writes one text; done when the keyboard goes elsewhere, or by Ctrl and Enter; Esc gives the old text back."""

    finished = Signal()
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.space_lines(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts, Esc cancels."""
        if event.key() in ENTERS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu or another window does not finish the text; another part of this window does."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finished.emit()


class CellPanel(QWidget):
    """Shows the grid's current cell; `entered` carries its row, its column and the text that it shall have."""

    entered = Signal(object, object, str)
    accepted = Signal()
    left = Signal()
    history_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._cell: tuple[ProgressRow, Column] | None = None
        self._stored = ""
        self._last_year = ""
        self._place = styled(QLabel(self, wordWrap=True), "cellPlace")
        self._content = styled(QLabel(self, wordWrap=True), "muted")
        self.editor = PanelEditor(self)
        self._length = styled(QLabel(self), "muted")
        self.copy_last = styled(QPushButton(_("前年度の文を写す"), self), "flat")
        self.states, self.grades = Chips(self), Chips(self)
        self.states.offer([_declaration(state) for state in DECLARABLE])
        self.comparison = QTextBrowser(self)
        self.past = QTextBrowser(self)
        self.tabs = QTabWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._heading, self._tools = QBoxLayout(_DOWN), QBoxLayout(_DOWN)
        self._arrange()
        self._connect()
        self.show_nothing()

    def _arrange(self) -> None:
        self.editor.setAccessibleName(_("セルの文章"))
        self.comparison.setAccessibleName(_("見比べる文章"))
        self.past.setAccessibleName(_("セルの履歴"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.comparison, _("見比べる"))
        self.tabs.addTab(self.past, _("セルの履歴"))
        self.splitter.addWidget(self._upper())
        self.splitter.addWidget(self.tabs)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.splitter)

    def _upper(self) -> QWidget:
        upper = QWidget(self)
        chips = QHBoxLayout()
        chips.addWidget(self.states)
        chips.addWidget(self.grades)
        chips.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.copy_last)
        below.addStretch(1)
        below.addWidget(self._length)
        for box, parts in ((self._heading, (self._place, self._content)), (self._tools, (below, chips))):
            for part in parts:
                box.addWidget(part) if isinstance(part, QWidget) else box.addLayout(part)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 4, 4)
        column.addLayout(self._heading)
        column.addWidget(self.editor, 1)
        column.addLayout(self._tools)
        return upper

    def lie(self, *, is_flat: bool) -> None:
        """Lie flat below the grid, everything side by side, or stand beside it."""
        self.splitter.setOrientation(Qt.Orientation.Horizontal if is_flat else Qt.Orientation.Vertical)
        self._heading.setDirection(_ACROSS if is_flat else _DOWN)
        self._tools.setDirection(_BACK if is_flat else _DOWN)

    def _connect(self) -> None:
        self.editor.finished.connect(self.commit)
        self.editor.accepted.connect(self._accept)
        self.editor.cancelled.connect(self._cancel)
        self.editor.textChanged.connect(self._count)
        self.states.chosen.connect(self._choose)
        self.grades.chosen.connect(self._choose)
        self.copy_last.clicked.connect(self._take_last_year)
        self.tabs.currentChanged.connect(self._ask_history)

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._place.setText(_("表のセルを選ぶと、ここで大きく書けます。"))
        self._content.setText("")
        self._cell = None
        self._fill("")
        self._last_year = ""
        self.comparison.clear()
        self.past.clear()
        self._enable(editable=False)
        self._show_chips([], "", editable=False)

    def show_cell(
        self, table: ProgressTable, row: ProgressRow, column: Column, choices: Sequence[Choice], *, editable: bool
    ) -> None:
        """Show a cell with what to compare it with, and with what it offers to choose from."""
        text = row.cells[table.columns.index(column)] or ""
        label = " ".join(part for part in (row.cells[0], row.cells[3]) if part)
        self._place.setText(f"{label}　{column_label(column)}")
        self._content.setText((row.cells[table.columns.index(Column(CONTENT))] or "").replace("\n", " "))
        self._cell = (row, column)
        self._fill(text)
        self._last_year = self._text_of(table, row, column.field, column.year, -1)
        self.comparison.setHtml(self._comparison(table, row, column))
        self._enable(editable=editable)
        yearly = column.year is not None
        self._show_chips(choices, text if yearly else "", editable=editable and yearly)
        self._ask_history()

    def _enable(self, *, editable: bool) -> None:
        self.editor.setReadOnly(not editable)
        self.copy_last.setEnabled(editable and bool(self._last_year))

    def _show_chips(self, choices: Sequence[Choice], text: str, *, editable: bool) -> None:
        """Offer the grades where one is chosen, else what can be declared."""
        self.grades.setVisible(bool(choices))
        self.states.setVisible(not choices)
        if choices:
            self.grades.offer([Chip(symbol, symbol, label) for symbol, label in choices if symbol])
        (self.grades if choices else self.states).show_text(text, editable=editable)

    def _fill(self, text: str) -> None:
        self._stored = text
        # A text under the hands of somebody keeps its cursor.
        if self.editor.text != text:
            self.editor.fill(text)

    @staticmethod
    def _text_of(table: ProgressTable, row: ProgressRow, field: Field, year: FiscalYear | None, step: int) -> str:
        wanted = Column(field, None if year is None else FiscalYear(year + step))
        return (row.cells[table.columns.index(wanted)] or "") if year is not None and wanted in table.columns else ""

    def _comparison(self, table: ProgressTable, row: ProgressRow, column: Column) -> str:
        parts = []
        for field, step in _COMPARED.get(column.field, ((column.field, -1),)):
            text = self._text_of(table, row, field, column.year, step)
            if column.year is not None and Column(field, FiscalYear(column.year + step)) in table.columns:
                parts.append((column_label(Column(field, FiscalYear(column.year + step))), text))
        if column.field is not BASELINE_AND_GOAL:
            goal = Column(BASELINE_AND_GOAL)
            parts.append((column_label(goal), row.cells[table.columns.index(goal)] or ""))
        return "".join(self._compared_part(heading, text) for heading, text in parts)

    def _compared_part(self, heading: str, text: str) -> str:
        look = colours()
        body = (
            escape(text).replace("\n", "<br/>") if text else f'<span style="color:{look.muted}">{self._empty()}</span>'
        )
        return (
            f'<p style="margin:6px 0 2px 0;color:{look.accent};font-weight:bold">{escape(heading)}</p>'
            f'<p style="margin:0 0 10px 0;line-height:{_LINE_HEIGHT}%">{body}</p>'
        )

    @staticmethod
    def _empty() -> str:
        return state_label(State.NOT_ENTERED)

    def show_past(self, passages: list[Passage]) -> None:
        """Show what happened to the cell."""
        told = "".join(self._past_parts(passages))
        self.past.setHtml(told or escape(_("このセルはまだ直されていません。")))

    def _past_parts(self, passages: list[Passage]) -> Iterator[str]:
        look = colours()
        for p in passages:
            kind = {"undo": _("元に戻す: "), "redo": _("やり直し: ")}.get(p.revision.kind, "")
            yield f'<p style="margin:6px 0 0 0"><b>{escape(p.by)}</b></p>'
            yield f'<p style="margin:0 0 2px 0;color:{look.muted}">{escape(kind + sentence(p.revision.name))}</p>'
            yield f'<p style="margin:0 0 10px 0;line-height:{_LINE_HEIGHT}%">{marked(p.before, p.after, look)}</p>'

    def open_history(self) -> None:
        """Bring the cell's history to the front."""
        self.tabs.setCurrentWidget(self.past)
        self.past.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_history(self) -> None:
        if self.tabs.currentWidget() is self.past:
            self.history_asked.emit()

    @property
    def place(self) -> tuple[AssignmentId, Column] | None:
        """The cell that is shown."""
        return None if self._cell is None else (self._cell[0].id, self._cell[1])

    def written_text(self) -> str | None:
        """What is being written here and not entered yet; None where nothing is."""
        is_written = self._cell is not None and not self.editor.isReadOnly() and self.editor.text != self._stored
        return self.editor.text if is_written else None

    def commit(self) -> None:
        """Hand over what was written, if it differs from what is stored."""
        self.editor.finish_conversion()
        text = self.written_text()
        if self._cell is not None and text is not None:
            self._stored = text
            self.editor.document().clearUndoRedoStacks()  # from now on undo is the plan's
            self.entered.emit(*self._cell, text)

    def write_again(self, text: str) -> None:
        """Put back a text that was refused, so that it can be mended and is not lost."""
        self.editor.fill(text)

    def _accept(self) -> None:
        self.commit()
        self.accepted.emit()

    def _cancel(self) -> None:
        self.editor.fill(self._stored)
        self.left.emit()

    def _choose(self, text: str) -> None:
        self.editor.write_over(text)
        self.commit()

    def _take_last_year(self) -> None:
        self.editor.write_over(self._last_year)
        self.editor.setFocus()
        self.editor.selectAll()

    def _count(self) -> None:
        count = len(self.editor.text)
        self._length.setText(_("{count} 文字").format(count=count) if count else "")


def _declaration(state: State) -> Chip:
    label = state_label(state)
    return Chip(state.value, label, _("このセルを「{state}」と宣言します。").format(state=label))
