"""The department's own view: the same grid, with only its cells open, and a strip that tells what is left."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.store.working import Announcement
from desktop.exchange.list_parts import put_above
from desktop.exchange.part import OpenPart
from desktop.exchange.strip import PartStrip
from desktop.kit.preferences import Settings
from desktop.table.plan_view import PlanView
from plan.errors import say
from plan.fields import BASELINE_AND_GOAL, CONTENT
from plan.states import State
from plan.table import Column, ProgressRow
from work import steps
from work.missing import Missing

if TYPE_CHECKING:
    from plan.exchange.returns import Cell
    from plan.ids import AssignmentId


class ClerkView(PlanView):
    """A department's file as its clerk sees it."""

    def __init__(self, part: OpenPart, settings: Settings, parent: QWidget) -> None:
        self.part = part
        self._asked: frozenset[tuple[AssignmentId, Column]] = frozenset()
        self._proposed: frozenset[AssignmentId] = frozenset()
        self._missing: list[Cell] = []
        super().__init__(part, settings, parent)
        self.strip = PartStrip(self)
        put_above(self.strip, self.banner)
        if any(column.field.optional for column in part.asking.columns):
            self._scope = replace(self._scope, grades=True)
            self.model.replace_table(part.table(self._scope))
        self.model.may_edit = self._may_edit
        self.model.is_wanted = lambda row, column: (row.id, column) in self._asked
        self.strip.next_asked.connect(self.go_to_missing)
        self.strip.declared.connect(self._declare)
        self.strip.submit_asked.connect(self.submit)
        self.show_part()

    def _may_edit(self, row: ProgressRow, column: Column) -> bool:
        if not self.part.writable:
            return False
        own_words = row.id in self._proposed and column.field in (CONTENT, BASELINE_AND_GOAL)
        return own_words or (row.id, column) in self._asked

    def show_part(self) -> None:
        """Show what is asked and what is left of it."""
        cells = self.part.asked()
        self._asked = frozenset((cell.assignment, cell.column) for cell in cells)
        self._proposed = frozenset(cell.assignment for cell in cells) - self.part.part.handed.rows.keys()
        self._missing = self.part.missing()
        self.strip.show_part(self.part, len(self._missing))
        self._count()
        self.show_cell()

    def _changed(self, announcement: Announcement) -> None:
        super()._changed(announcement)
        self.show_part()

    def _count(self) -> None:
        """Of what is not entered, only what is asked of this department counts."""
        found = Missing()
        rows = {row.id: row for row in self.model.table.rows}
        for cell in (cell for cell in self._missing if cell.year == self.sidebar.year):
            row = rows[cell.assignment]
            found.total += 1
            found.departments[row.department] += 1
            found.items[row.project] += 1
        self.sidebar.show_missing(found)

    def _choose_first(self) -> None:
        """A clerk begins where something is to be filled in."""
        if not self.go_to_missing():
            super()._choose_first()

    def go_to_missing(self) -> bool:
        """Go to the next blank cell behind the current one, in the table's order; False where none is left."""
        if not self._missing:
            return False
        columns = {column: place for place, column in enumerate(self.model.columns)}
        rows = {row.id: place for place, row in enumerate(self.model.table.rows)}
        places = sorted((rows[c.assignment], columns[c.column]) for c in self._missing if c.column in columns)
        here = (-1, -1) if self.current is None else (rows[self.current[0].id], columns[self.current[1]])
        row, column = next((place for place in places if place > here), places[0])
        self.choose(self.model.table.rows[row].id, self.model.columns[column])
        return True

    def _declare(self, state: State) -> None:
        if self.hand_over():
            self.enter_everywhere(state.value, say(steps.DECLARATION, state=state.value))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Say that the department is done; what is left is told before."""
        from desktop.exchange.submitting import submit  # noqa: PLC0415 - start-up must not wait for it

        if self.hand_over() and not submit(self, self.part, self.model.table):
            self.go_to_missing()
