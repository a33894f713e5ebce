"""What a step of the history means to the table that is shown: cells with other texts, or rows to be read anew."""

from collections.abc import Iterable

from db.read.table import entry_owners
from plan.changes import RECORD, Change
from plan.fields import BASELINE_AND_GOAL, LEAD, NUMBER, YEARLY
from plan.ids import AssignmentId
from plan.table import CellEdit, Column, ProgressTable
from work.open_plan import OpenPlan

_OF_ENTRY = {f.name: f for f in YEARLY}
_OF_ROW = {f.name: f for f in (NUMBER, LEAD, BASELINE_AND_GOAL)}
_BESIDE = ("distribution", "contribution", "conflict", "decision")  # tables of which the grid shows nothing


def stands_alone(edit: CellEdit) -> bool:
    """Whether the edit changes its own cell and no other one, and is kept as it is written."""
    return edit.column.field.name in _OF_ENTRY.keys() | _OF_ROW.keys() and "\r" not in (edit.text or "")


def cell_edits(opened: OpenPlan, changes: Iterable[Change]) -> list[CellEdit] | None:
    """The changes as cells of the table; None where more than cells has changed."""
    changes = [change for change in changes if change.table not in _BESIDE]
    if any(c.field == RECORD or c.field not in _OF_ENTRY.keys() | _OF_ROW.keys() for c in changes):
        return None
    entries = [c for c in changes if c.table == "year_entry"]
    rows = [c for c in changes if c.table == "assignment"]
    if len(entries) + len(rows) != len(changes):
        return None
    owners = opened.ask(entry_owners, [c.id for c in entries])
    found = [CellEdit(owners[c.id][0], Column(_OF_ENTRY[c.field], owners[c.id][1]), _text(c)) for c in entries]
    return found + [CellEdit(AssignmentId(c.id), Column(_OF_ROW[c.field]), _text(c)) for c in rows]


def changed_rows(table: ProgressTable, changes: Iterable[Change]) -> list[AssignmentId]:
    """The rows of the table that some of the changes are about: by themselves, or by their project or content."""
    ids = {change.id for change in changes}
    return [row.id for row in table.rows if not ids.isdisjoint((row.id, row.project, row.content))]


def _text(change: Change) -> str | None:
    return None if change.after is None else str(change.after)
