"""What the dialog asks of the readers, in the background: read a source, and see what it would change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.read.table import plan_facts
from db.store.working import Store
from imports.files.rectangle import Sheet
from imports.kinds import compare, compared_rows, open_any, read_any_sheets, read_rows
from imports.reports.preview_words import Heading
from imports.ways import ShownRow, SourceProposal, SourceReading
from plan.era import FiscalYear
from plan.findings import Finding
from plan.progress import Progress
from plan.table import Column
from work.days import this_fiscal_year

_MOST_YEARS = 30  # to choose from where neither a plan nor the source names any


@dataclass(frozen=True, slots=True)
class Wish:
    """What of a source shall be read.

    Which sheet ("": what suits best), the columns that the person matched, and the year of what bears none.
    """

    sheet: str = ""
    columns: Mapping[int, Column | None] = field(default_factory=dict)
    year: FiscalYear | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read, and what it would change in a plan (None where there is no plan yet).

    `years` are those to choose from for what bears none in the source; empty where there is nothing to choose.
    """

    sheets: Sequence[Sheet]
    reading: SourceReading
    proposal: SourceProposal | None
    rows: Sequence[ShownRow]
    years: Sequence[FiscalYear] = ()

    @property
    def chosen_year(self) -> FiscalYear | None:
        """The year of what bears none; None while nobody can tell."""
        if self.proposal is not None:
            return self.proposal.year
        return self.reading.year or (self.reading.named_years[-1] if self.reading.named_years else None)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """What is told of the rows: the columns of a table, or what a report tells of its subjects, of most first."""
        if self.reading.columns:
            return tuple(Heading(column.field, column.year) for column in self.reading.columns)
        counts = Counter(text.heading for row in self.rows for text in row.texts)
        return tuple(heading for heading, _ in counts.most_common())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything odd about it."""
        return (self.proposal or self.reading).findings

    @property
    def erased(self) -> int:
        """How many texts of the plan would be blank afterwards."""
        return sum(text.after is None for row in self.rows for text in row.cells)

    @property
    def is_foreign(self) -> bool:
        """Whether not one row was recognised in a plan that has rows: it may be another plan's."""
        return self.proposal is not None and self.proposal.knows_nothing

    @property
    def lacks_year(self) -> bool:
        """Whether a plan cannot be made of it before somebody has chosen the year."""
        return bool(self.years) and self.chosen_year is None

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to accept."""
        return self.proposal.changes_something if self.proposal is not None else not self.lacks_year


def read_source(source: Path | str, store: Store | None, progress: Progress) -> Outcome:
    """Read a file, or pasted text, and compare it with the plan."""
    sheets = open_any(source)
    progress(0, 0)  # the dialog may be closed by now
    return look(sheets, source.name if isinstance(source, Path) else "", Wish(), store)


def look_again(outcome: Outcome, wish: Wish, store: Store | None, _progress: Progress) -> Outcome:
    """Read sheets that are open already in another way."""
    return look(outcome.sheets, outcome.reading.source, wish, store)


def look(sheets: Sequence[Sheet], source: str, wish: Wish, store: Store | None) -> Outcome:
    """Read the sheets as wished, and compare what was read with the plan if there is one."""
    told = read_any_sheets(sheets, source, wish.sheet, wish.columns)
    reading = read_any_sheets(sheets, source, wish.sheet, wish.columns, wish.year) if wish.year else told
    if store is None:
        years = told.named_years or [FiscalYear(this_fiscal_year() - n) for n in range(_MOST_YEARS)]
        return Outcome(sheets, reading, None, list(read_rows(reading)), told.years_to_choose(years, in_plan=False))
    proposal = store.ask(compare, reading)
    choices = told.years_to_choose(tuple(store.ask(plan_facts).years), in_plan=True)
    return Outcome(sheets, reading, proposal, list(compared_rows(proposal)), choices)
