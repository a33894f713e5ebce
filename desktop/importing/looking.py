"""What the dialog asks of the readers, in the background: read a source, and see what it would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.store import Store
from exports.progress import Progress
from imports.proposals import Fate, Proposal, propose
from imports.reading import Reading, open_source, read_sheets
from imports.sheet import Sheet
from imports.table import ReadRow
from imports.text import read_pasted
from plan.findings import Finding
from plan.table import Column, ProgressRow


@dataclass(frozen=True, slots=True)
class Wish:
    """What of a source shall be read: which sheet ("": the best one), and the columns that the person matched."""

    sheet: str = ""
    columns: Mapping[int, Column | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read, and what it would change in a plan (None where there is no plan yet)."""

    sheets: Sequence[Sheet]
    reading: Reading
    proposal: Proposal | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything odd about it."""
        return self.proposal.findings if self.proposal is not None else self.reading.findings

    @property
    def erased(self) -> int:
        """How many texts of the plan would be blank afterwards."""
        rows = self.proposal.rows if self.proposal is not None else ()
        return sum(change.after is None for row in rows for change in row.changes)

    @property
    def is_foreign(self) -> bool:
        """Whether not one row was recognised in a plan that has rows: it may be another plan's table."""
        proposal = self.proposal
        return proposal is not None and bool(proposal.missing) and all(row.known is None for row in proposal.rows)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the dialog shows it: of the source, of the plan, or of both; `fate` is None for the plan's only."""

    fate: Fate | None
    read: ReadRow | None
    known: ProgressRow | None = None
    before: Mapping[Column, str | None] = field(default_factory=dict)  # of the cells that would change


def read_source(source: Path | str, store: Store | None, progress: Progress) -> Outcome:
    """Read a file, or pasted text, and compare it with the plan."""
    sheets = open_source(source) if isinstance(source, Path) else [read_pasted(source)]
    progress(0, 0)  # the dialog may be closed by now
    return look(sheets, source.name if isinstance(source, Path) else "", Wish(), store)


def look_again(outcome: Outcome, wish: Wish, store: Store | None, _progress: Progress) -> Outcome:
    """Read sheets that are open already in another way."""
    return look(outcome.sheets, outcome.reading.source, wish, store)


def look(sheets: Sequence[Sheet], source: str, wish: Wish, store: Store | None) -> Outcome:
    """Read the sheets as wished, and compare what was read with the plan if there is one."""
    reading = read_sheets(sheets, source, wish.sheet, wish.columns)
    if store is None:
        return Outcome(sheets, reading, None)
    with store.reading() as connection:
        return Outcome(sheets, reading, propose(connection, reading))


def lines_of(outcome: Outcome) -> list[Line]:
    """The rows in the source's order, then those that only the plan has."""
    if outcome.proposal is None:
        return [Line(Fate.NEW, row) for row in outcome.reading.table.rows]
    proposed = [
        Line(row.fate, row.read, row.known, {change.column: change.before for change in row.changes})
        for row in outcome.proposal.rows
    ]
    return proposed + [Line(None, None, row) for row in outcome.proposal.missing]
