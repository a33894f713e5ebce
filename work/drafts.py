"""What somebody is writing and has not entered yet: kept beside the working store, never in the plan."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from db.store.disk import read_whole, telling, write_whole
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.ids import AssignmentId, RecordId
from plan.table import Column, columns

_SUFFIX = ".draft"
_LIMIT = 16 << 20  # bytes: some hundred of the longest texts


@dataclass(frozen=True, slots=True)
class Draft:
    """A text for a cell of the table, whose field and year are kept by name and number."""

    assignment: str
    field: str
    year: int | None
    text: str

    @property
    def place(self) -> tuple[AssignmentId, Column] | None:
        """The row and the column; None where the column is one that this version does not know."""
        known = columns([FiscalYear(self.year or 0)], grades=True)
        column = next((c for c in known if (c.field.name, c.year) == (self.field, self.year)), None)
        return None if column is None else (AssignmentId(RecordId(self.assignment)), column)


def draft_of(assignment: AssignmentId, column: Column, text: str) -> Draft:
    """A text that is being written for a cell."""
    return Draft(assignment, column.field.name, None if column.year is None else int(column.year), text)


def drafts(store: Path) -> list[Draft]:
    """The drafts that were kept beside a working store; a file that cannot be read holds none."""
    path = store.with_suffix(_SUFFIX)
    try:
        return [Draft(**fields) for fields in json.loads(read_whole(path, _LIMIT))] if path.exists() else []
    except (PlanError, ValueError, TypeError):
        return []


def keep_drafts(store: Path, kept: Sequence[Draft]) -> None:
    """Keep these drafts and no others; a PlanError says why the disk does not take them."""
    path = store.with_suffix(_SUFFIX)
    if kept:
        write_whole(path, json.dumps([asdict(draft) for draft in kept], ensure_ascii=False).encode())
    else:
        with telling(path):
            path.unlink(missing_ok=True)
