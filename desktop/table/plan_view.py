"""An open plan as a person sees it: the lists at the left, the grid, and the larger editor."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.read.reports import scale
from db.read.table import Scope, departments, items
from db.store.working import Announcement
from desktop.grid.arrangement import RowFilter
from desktop.grid.findbar import FindBar
from desktop.grid.model import ProgressModel
from desktop.grid.progress_grid import ProgressGrid
from desktop.kit.preferences import GRADES_SHOWN, LAYOUT, ORDER, SIDEBAR_SPLITTER, Settings, qt_bytes
from desktop.kit.shown_plan import ShownPlan
from desktop.table.banner import Banner
from desktop.table.cell_panel import CellPanel
from desktop.table.drafting import Drafting, DraftStrip
from desktop.table.echoes import cell_edits, changed_rows, stands_alone
from desktop.table.panes import Room
from desktop.table.sidebar import Sidebar
from plan.changes import StepName
from plan.era import FiscalYear
from plan.errors import say
from plan.ids import AssignmentId
from plan.scales import ACHIEVEMENT
from plan.table import CellEdit, Column, Order, ProgressRow
from work import steps
from work.days import this_fiscal_year, year_in_work
from work.drafts import Draft, draft_of
from work.language import _, sentence
from work.missing import missing
from work.past import cell_past
from work.wording import kept_place, place_label

TAKEN_BACK: Mapping[str, Callable[[], str]] = {
    "undo": lambda: _("元に戻しました：{step}"),
    "redo": lambda: _("やり直しました：{step}"),
}
"""What is said of a step that was taken back or made again, by the kind of the step."""
_COUNT_PAUSE_MS = 200  # what is not entered is counted anew this long after the last edit


class PlanView(QWidget):
    """One open plan; `status_changed` tells that rows shown, selection or current cell are others now."""

    status_changed = Signal()
    said = Signal(str)  # what was just undone or done again
    leaving = Signal()  # the plan is about to be closed, or everything to be drawn anew

    def __init__(self, plan: ShownPlan, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan, self.settings = plan, settings
        self._scope = Scope(order=Order(settings.get(ORDER)), grades=settings.get(GRADES_SHOWN))
        self.model = ProgressModel(plan.table(self._scope), self, self)
        self.model.may_edit = lambda _row, _column: plan.writable
        self.model.current_year = this_fiscal_year()
        self.model.scale = plan.ask(scale, ACHIEVEMENT.kind)
        self.grid = ProgressGrid(self.model, self)
        self.grid.restore_layout(settings.get(LAYOUT))
        self.find_bar = FindBar(self.grid, self)
        self.banner = Banner(self)
        self.sidebar = Sidebar(self)
        self.panel = CellPanel(self)
        self.drafting = Drafting(plan.file.store.path, self._unentered, self)
        self.offer = DraftStrip(self)
        self._beginning: QModelIndex | None = None  # the cell at which the plan was opened, until another is chosen
        self._sent: list[CellEdit] | None = None  # on their way through the door, known before they come back
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_PAUSE_MS)
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._arrange()
        self._connect()
        self._show_lists()
        QTimer.singleShot(0, self, self._choose_first)
        self._offer_draft()

    def _arrange(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        column.addWidget(self.banner)
        column.addWidget(self.grid, 1)
        column.addWidget(self.find_bar)
        self.room = Room((self.sidebar, middle, self.panel), self.settings, self)
        self.sidebar.splitter.restoreState(self.settings.get(SIDEBAR_SPLITTER))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.room)

    def _connect(self) -> None:
        self.room.folded.connect(self._folded)
        self.plan.changed.connect(self._changed)
        self._counting.timeout.connect(self._count)
        self._showing.timeout.connect(self.show_cell)
        self.grid.told.connect(self.banner.tell)
        self.grid.writing.connect(self.drafting.heed)
        self.panel.editor.textChanged.connect(self.drafting.heed)
        self.drafting.refused.connect(self.banner.tell)
        self.offer.wanted.connect(self._write_on)
        self.offer.given_up.connect(self._give_up)
        self.model.arranged.connect(self.status_changed)
        self.sidebar.filter_changed.connect(self._filter)
        self.sidebar.year_changed.connect(self._year_chosen)
        self.panel.entered.connect(self._entered)
        self.panel.accepted.connect(self._go_on)
        self.panel.left.connect(self.grid.setFocus)
        self.panel.history_asked.connect(self._show_past)
        self.grid.layout_changed.connect(self.status_changed)
        self.grid.resized.connect(self._show_beginning)
        self.grid.current_changed.connect(self._current_changed)
        self.grid.selectionModel().selectionChanged.connect(self.status_changed)

    def _folded(self) -> None:
        self.panel.lie(is_flat=not self.room.editor_is_beside)
        self.status_changed.emit()

    def _show_lists(self) -> None:
        with self.plan.file.store.reading() as connection:
            tree, offices = items(connection), departments(connection)
        used = {row.department for row in self.model.table.rows}
        self.sidebar.show_lists(tree, [d for d in offices if d.id in used])
        years = self.plan.facts().years
        due = self.sidebar.year or year_in_work(years)
        self.sidebar.show_years(years, due)
        self._count()

    def _count(self) -> None:
        if self.sidebar.year is not None:
            self.sidebar.show_missing(missing(self.model.table, self.sidebar.year))

    def _choose_first(self) -> None:
        if self.model.rowCount() and self.current is None:
            first = next((n for n, c in enumerate(self.model.columns) if c.year is not None), 0)
            self._beginning = self.model.index(0, first)
            self.grid.put_cursor(0, first)
            self._show_beginning()
        self.show_cell()

    def _show_beginning(self) -> None:
        """The first sight of a plan is its beginning, as far as the first year's column is in it as a whole."""
        if self._beginning is not None and self._beginning == self.grid.currentIndex():
            self.grid.horizontalScrollBar().setValue(0)
            self.grid.scrollTo(self._beginning)

    # What is chosen

    @property
    def current(self) -> tuple[ProgressRow, Column] | None:
        """The row and column of the current cell."""
        index = self.grid.currentIndex()
        return (self.model.row(index.row()), self.model.columns[index.column()]) if index.isValid() else None

    @property
    def chosen_rows(self) -> list[ProgressRow]:
        """The rows that have a chosen cell, in the order shown."""
        chosen = set(self.grid.selected_assignments())
        return [self.model.row(n) for n in range(self.model.rowCount()) if self.model.row(n).id in chosen]

    @property
    def chosen_count(self) -> int:
        """How many cells are chosen."""
        return sum(len(block.rows) * len(block.columns) for block in self.grid.selected_blocks())

    def choose(self, assignment: AssignmentId, column: Column | None = None) -> None:
        """Go to a cell; a row that a filter hides is shown by lifting the filter."""
        if self.model.number_of(assignment) is None:
            self.show_all()
        self.grid.go_to(assignment, column)
        self.grid.setFocus()

    def _current_changed(self) -> None:
        self.panel.commit()
        if self.grid.currentIndex() != self._beginning:
            self._beginning = None
        self.show_cell()
        self.status_changed.emit()

    # What is not entered yet

    def _unentered(self) -> Draft | None:
        """What is being written in the grid or beside it."""
        for place, text in (
            (self.grid.current_cell(), self.grid.written_text()),
            (self.panel.place, self.panel.written_text()),
        ):
            if place is not None and text is not None:
                return draft_of(*place, text)
        return None

    def _offer_draft(self) -> None:
        """Offer what was being written when the program ended; what the plan has by now, or has no row for, is past."""
        places = {draft: self._place_of(draft) for draft in self.drafting.waiting}
        for draft in [draft for draft, place in places.items() if not place]:
            self.drafting.decide(draft)
        first = next(iter(self.drafting.waiting), None)
        self.offer.offer(first, places[first] if first is not None else "")

    def _place_of(self, draft: Draft) -> str:
        """What the draft's cell is called; "" where there is nothing to write any more."""
        place = draft.place
        row = next((row for row in self.model.table.rows if place is not None and row.id == place[0]), None)
        is_past = place is None or row is None or self._text_of(row, place[1]) == draft.text
        return "" if is_past or place is None or row is None else place_label(row, place[1])

    def _text_of(self, row: ProgressRow, column: Column) -> str | None:
        return row.cells[self.model.columns.index(column)] if column in self.model.columns else None

    def _write_on(self, draft: Draft) -> None:
        place = draft.place
        if place is None or not self.hand_over():
            return
        self.choose(*place)
        self.show_panel(shown=True)
        self.panel.write_again(draft.text)
        self.panel.editor.setFocus()
        self._give_up(draft)

    def _give_up(self, draft: Draft) -> None:
        self.drafting.decide(draft)
        self._offer_draft()

    def show_cell(self) -> None:
        """Show the current cell beside the grid."""
        self._showing.stop()
        if self.current is None:
            self.panel.show_nothing()
        else:
            row, column = self.current
            choices = self.model.choices(self.grid.currentIndex().column())
            self.panel.show_cell(self.model.table, row, column, choices, editable=self.model.may_edit(row, column))

    def _show_past(self) -> None:
        if self.current is not None:
            self.panel.show_past(cell_past(self.plan.file.store, *self.current))

    def show_history(self) -> None:
        """Show the current cell's history in the panel."""
        self.show_panel(shown=True)
        self.panel.open_history()

    # Edits

    def _entered(self, row: ProgressRow, column: Column, text: str) -> None:
        label = say(steps.ENTRY, place=kept_place(row, column))
        if self.model.change([CellEdit(row.id, column, text or None)], label):
            self.show_cell()
        else:  # back to the cell whose text was refused, with the text
            self.grid.go_to(row.id, column)
            self.show_cell()
            self.panel.write_again(text)
        self.drafting.heed()

    def _go_on(self) -> None:
        index = self.grid.currentIndex()
        below = self.model.index(index.row() + 1, index.column())
        if below.isValid():
            self.grid.put_cursor(below.row(), below.column())
        self.panel.editor.setFocus()

    def enter_everywhere(self, text: str, label: StepName) -> None:
        """Write one text into every chosen cell of a fiscal year."""
        cells = (cell for block in self.grid.selected_blocks() for cell in block.cells())
        yearly = [cell for cell in cells if self.model.columns[cell[1]].year is not None and self.model.editable(*cell)]
        self.model.change([self.model.edit_of(*cell, text) for cell in yearly], label)

    def set_cells(self, edits: Sequence[CellEdit], label: StepName) -> None:
        """Make the grid's edits as one step; what comes back of them is known already, unless other cells follow."""
        self._sent = list(edits) if all(stands_alone(edit) for edit in edits) else None
        self.plan.set_cells(edits, label, self)

    def _changed(self, announcement: Announcement) -> None:
        is_echo = announcement.origin is self and self._sent is not None
        edits = self._sent if is_echo else cell_edits(self.plan, announcement.changes)
        if edits is not None:
            self.model.replace_cells(edits)
        else:
            self.reload()
        self._counting.start()
        self._showing.start()
        if announcement.revision.kind in TAKEN_BACK:
            self._follow(announcement, edits or [])

    def _follow(self, announcement: Announcement, edits: Sequence[CellEdit]) -> None:
        """Go to what was undone or done again, and say it."""
        cells = [(edit.assignment, edit.column) for edit in edits]
        rows = changed_rows(self.model.table, announcement.changes)
        if any(self.model.number_of(row) is None for row in (*rows, *(row for row, _column in cells))):
            self.show_all()
        wanted = {column.year for _row, column in cells if column.year} & self.grid.hidden_years()
        if wanted:
            self.grid.hide_years(self.grid.hidden_years() - wanted)
        if not self.grid.choose_cells(cells) and rows:
            self.grid.go_to(rows[0])
        self.said.emit(TAKEN_BACK[announcement.revision.kind]().format(step=sentence(announcement.revision.name)))

    def reload(self) -> None:
        """Read the table and the lists anew."""
        self.model.scale = self.plan.ask(scale, ACHIEVEMENT.kind)
        table = self.plan.table(self._scope)
        old = self.model.table
        if table.columns == old.columns and [row.id for row in table.rows] == [row.id for row in old.rows]:
            self.model.replace_rows(new for new, was in zip(table.rows, old.rows, strict=True) if new != was)
        else:
            self.model.replace_table(table)
        self._show_lists()
        self.status_changed.emit()

    # What is shown

    def _filter(self) -> None:
        departments_shown, items_shown = self.sidebar.chosen_departments, self.sidebar.chosen_items
        self.grid.filter_rows(replace(self.model.filter, departments=departments_shown, items=items_shown))

    def _year_chosen(self) -> None:
        if self.model.filter.not_entered is not None:
            self.show_not_entered(only=True)
        self._count()

    def show_not_entered(self, *, only: bool) -> None:
        """Show the rows alone that have something to enter for the chosen fiscal year, or all again."""
        year = self.sidebar.year if only else None
        self.grid.filter_rows(replace(self.model.filter, not_entered=year))

    def show_all(self) -> None:
        """Lift every filter and sort as printed."""
        with QSignalBlocker(self.sidebar):
            self.sidebar.clear_filter()
        self.grid.filter_rows(RowFilter())
        self.grid.sort_rows(None)

    def show_as(self, other: "PlanView") -> None:
        """Show the rows that another view of the same plan shows, in its order."""
        with QSignalBlocker(self.sidebar):
            self.sidebar.choose_as(other.sidebar)
        self.grid.filter_rows(other.model.filter)
        self.grid.sort_rows(other.model.sorting)

    @property
    def scope(self) -> Scope:
        """Which columns are shown, and in which order."""
        return self._scope

    @property
    def chosen_scope(self) -> Scope:
        """What is shown, as a part of the table to export: its columns and the chosen departments."""
        return replace(self._scope, departments=self.sidebar.chosen_departments)

    def show_columns(self, *, grades: bool, order: Order) -> None:
        """Show the grades or not, year by year or field by field."""
        self._scope = replace(self._scope, grades=grades, order=order)
        current = self.current
        self.model.replace_table(self.plan.table(self._scope))
        if current is not None:
            self.grid.go_to(current[0].id, current[1])
        self.settings.put(GRADES_SHOWN, grades)
        self.settings.put(ORDER, order.value)

    def show_year(self, year: FiscalYear, *, shown: bool) -> None:
        """Show or hide the columns of a fiscal year."""
        self.grid.hide_years(self.grid.hidden_years() - {year} if shown else self.grid.hidden_years() | {year})

    def show_sidebar(self, *, shown: bool) -> None:
        """Show or hide the lists at the left."""
        self.room.show_lists(shown=shown)

    def show_panel(self, *, shown: bool) -> None:
        """Show or hide the larger editor."""
        self.room.show_editor(shown=shown)

    def next_pane(self) -> None:
        """Take the keyboard to the next part: departments, tree, grid, editor."""
        parts = (self.sidebar.departments, self.sidebar.items, self.grid, self.panel.editor, self.panel.tabs)
        there = [part for part in parts if part.isVisible()]
        here = next((n for n, part in enumerate(there) if part.hasFocus() or part.isAncestorOf(self.focusWidget())), -1)
        there[(here + 1) % len(there)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hand_over(self) -> bool:
        """Take over what is being written, in the grid or beside it; False where it was refused."""
        self.panel.commit()
        return self.grid.finish_editing()

    def finish(self) -> None:
        """Take over what is being written, and remember how everything stands."""
        self.leaving.emit()
        self.hand_over()
        self.drafting.keep()
        self.room.keep()
        self.settings.put(SIDEBAR_SPLITTER, qt_bytes(self.sidebar.splitter.saveState()))
        self.settings.put(LAYOUT, self.grid.layout_state())
