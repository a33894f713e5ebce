"""Collecting: every returned file is examined first, and what is accepted becomes one step that can be undone."""

from collections.abc import Sequence

import sqlalchemy as sa

from db import conflicts
from db.changes import Recording
from db.edits import set_cells
from db.examination import Examined, weigh
from db.merge import Merged
from db.receipts import recorded
from plan.ids import RecordId
from plan.returns import Return
from plan.table import CellEdit


def examine(connection: sa.Connection, returns: Sequence[Return]) -> list[Examined]:
    """What would happen if these returns were taken together, in the order given; nothing is written."""
    numbers = iter(range(len(returns)))
    return weigh(connection, returns, lambda: RecordId(f"new {next(numbers):09d}")).examined


def collect(opened: Recording, returns: Sequence[Return]) -> list[Examined]:
    """Take what can be taken: receipts, texts, and the conflicts that remain; answers what was done with each file.

    Taking a return again, or an older edition of one, changes nothing.
    """
    weighed = weigh(opened.connection, returns, opened.source.new_id)
    if weighed.new:
        opened.apply([recorded(kept) for kept in weighed.new])
        set_cells(opened, [_edit(m) for m in weighed.merged if not m.gone and m.now != m.outcome.text])
        conflicts.keep(opened, weighed.merged)
    return weighed.examined


def _edit(merged: Merged) -> CellEdit:
    return CellEdit(merged.cell.assignment, merged.cell.column, merged.outcome.text)
