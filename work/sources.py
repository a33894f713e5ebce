"""What the dialog asks of the readers, in the background: read a source, and see what it would change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.read.table import items, plan_facts
from db.store.working import Store
from imports.files.rectangle import Sheet
from imports.kinds import AnyReading, open_any, read_any_sheets
from imports.reports.preview_words import Heading
from imports.reports.record_comparing import ReportProposal
from imports.reports.records import SourceKind
from imports.sources import AnyProposal, ShownRow, propose_any, shown_rows
from imports.table.header import Match
from imports.table.row_comparing import Fate, Proposal
from imports.table.table_reading import Reading
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
    reading: AnyReading
    proposal: AnyProposal | None
    rows: Sequence[ShownRow]
    years: Sequence[FiscalYear] = ()
    has_items: bool = False  # whether the plan has a tree already

    @property
    def kind(self) -> SourceKind:
        """Which document it is."""
        return SourceKind.PROGRESS if isinstance(self.reading, Reading) else self.reading.kind

    @property
    def read_rows(self) -> int:
        """How many rows were read: those of a table, or measures, indicators, sheets without their headings."""
        return len(self.reading.table.rows) if isinstance(self.reading, Reading) else self.reading.rows

    @property
    def title(self) -> str:
        """The plan's name as far as the source says it."""
        return self.reading.captions.title if isinstance(self.reading, Reading) else self.reading.title

    @property
    def named_years(self) -> Sequence[FiscalYear]:
        """The fiscal years of a table's columns, or the plan period that a report names."""
        return tuple(self.reading.years or ())

    @property
    def chosen_year(self) -> FiscalYear | None:
        """The year of what bears none; None while nobody can tell."""
        if isinstance(self.proposal, ReportProposal):
            return self.proposal.year
        if isinstance(self.reading, Reading):
            return self.reading.year
        return self.reading.year or (self.reading.years.last if self.reading.years else None)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """What is told of the rows: the columns of a table, or what a report tells of its subjects, of most first."""
        if isinstance(self.reading, Reading):
            return tuple(Heading(column.field, column.year) for column in self.reading.table.columns)
        counts = Counter(text.heading for row in self.rows for text in row.texts)
        return tuple(heading for heading, _ in counts.most_common())

    @property
    def matches(self) -> list[Match]:
        """A table's columns, the blank ones left out, with what they were taken for; a report has none."""
        if not isinstance(self.reading, Reading):
            return []
        unmatched = self.reading.table.unmatched
        return [m for m in self.reading.header.matches if m.heading.strip() or m.column or m.index in unmatched]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything odd about it."""
        return self.proposal.findings if self.proposal is not None else self.reading.findings

    @property
    def sheet(self) -> str:
        """The sheet that was read; "" where there are several."""
        if isinstance(self.reading, Reading):
            return self.reading.table.sheet
        names = {row.place.sheet for row in self.rows}
        return names.pop() if len(names) == 1 else ""

    @property
    def erased(self) -> int:
        """How many texts of the plan would be blank afterwards."""
        return sum(text.after is None for row in self.rows for text in row.cells)

    @property
    def is_foreign(self) -> bool:
        """Whether not one row was recognised in a plan that has rows: it may be another plan's.

        Indicators and sheets of a plan may all be new; the statuses of its measures are not.
        """
        proposal = self.proposal
        if self.kind is SourceKind.STATUSES:
            return self.has_items and proposal is not None and set(proposal.counts) == {Fate.NEW}
        return isinstance(proposal, Proposal) and bool(proposal.missing) and all(r.known is None for r in proposal.rows)

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
        years = told.years or [FiscalYear(this_fiscal_year() - n) for n in range(_MOST_YEARS)]
        return Outcome(sheets, reading, None, list(shown_rows(reading)), _to_choose_from(told, years, in_plan=False))
    with store.reading() as connection:
        proposal = propose_any(connection, reading)
        years, has_items = plan_facts(connection).years, bool(items(connection))
    choices = _to_choose_from(told, years, in_plan=True)
    return Outcome(sheets, reading, proposal, list(shown_rows(proposal)), choices, has_items)


def _to_choose_from(told: AnyReading, years: Iterable[FiscalYear], *, in_plan: bool) -> Sequence[FiscalYear]:
    """The years, if the source leaves one open; one that it names, but the plan does not have, stands first."""
    if isinstance(told, Reading):
        return tuple(years) if told.lacks_year else ()
    choices = tuple(years)
    is_open = None in told.fiscal_years and told.year not in choices
    if not is_open and (in_plan or told.years):
        return ()
    return choices if told.year is None else (told.year, *choices)
