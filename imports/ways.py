"""One way for every document: what was read → what it would change, line by line → taken over as one step.

A table and a report are read into different values; what everybody else asks of them is the same, and stands here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from db.edit.structure import NewPlan
from db.log.changes import Recording
from db.store.working import Connection
from imports.files.rectangle import Sheet
from imports.reports.preview_words import Heading, TextChange, shown, told_of
from imports.reports.record_accepting import accept_report, plan_from_report, start_from_report
from imports.reports.record_comparing import ReportProposal, propose_report
from imports.reports.records import ReportReading, SourceRecord, Subject
from imports.source_kind import SourceKind
from imports.table.header import Match
from imports.table.row_accepting import accept, plan_from, start_from
from imports.table.row_comparing import Fate, Proposal, RowProposal, propose
from imports.table.table_reading import Reading
from plan.era import FiscalYear
from plan.fields import CONTENT, DEPARTMENT, KEYS, NUMBER
from plan.findings import Finding, Place
from plan.table import Column, ProgressRow


class SourceReading(Protocol):
    """What was read of a source, whichever document it is, before anything is compared with a plan."""

    @property
    def source(self) -> str:
        """The file's name, "" for pasted text."""

    @property
    def kind(self) -> SourceKind:
        """Which document it is."""

    @property
    def title(self) -> str:
        """The plan's name as far as the source says it."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is odd about it."""

    @property
    def sheet(self) -> str:
        """The sheet that was read; "" where there are several."""

    @property
    def row_count(self) -> int:
        """The rows of a table; measures, indicators, sheets of a report without their headings."""

    @property
    def cell_count(self) -> int:
        """How many values were read."""

    @property
    def department_count(self) -> int:
        """How many departments are named."""

    @property
    def year_count(self) -> int:
        """How many fiscal years the values bear."""

    @property
    def named_years(self) -> Sequence[FiscalYear]:
        """The fiscal years of a table's columns, or the plan period that a report names."""

    @property
    def year(self) -> FiscalYear | None:
        """The year of what bears none in the source, as the person told it."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of a table, in order; a report has none."""

    @property
    def positions(self) -> tuple[int, ...]:
        """The columns' places in the source, counted from 0."""

    @property
    def matches(self) -> Sequence[Match]:
        """What the columns were taken for, those that are not blank."""

    def sheets_to_choose(self, sheets: Sequence[Sheet]) -> list[tuple[str, int]]:
        """The sheets of the source that may be read instead, each with its rows."""

    def years_to_choose(self, years: Sequence[FiscalYear], *, in_plan: bool) -> Sequence[FiscalYear]:
        """Which of the years somebody has to choose from, as the source leaves one open; empty where it does not."""


class SourceProposal(Protocol):
    """All that would happen to a plan."""

    @property
    def reading(self) -> SourceReading:
        """What was read."""

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows are new, changed, the same."""

    @property
    def changes_something(self) -> bool:
        """Whether accepting it would change the plan at all."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is odd about it."""

    @property
    def missing_count(self) -> int:
        """How many rows only the plan has; they stay."""

    @property
    def year(self) -> FiscalYear | None:
        """The year that is taken for what bears none in the source."""

    @property
    def new_departments(self) -> tuple[str, ...]:
        """The departments that the plan does not have yet."""

    @property
    def new_years(self) -> tuple[FiscalYear, ...]:
        """The fiscal years that the plan does not have yet."""

    @property
    def knows_nothing(self) -> bool:
        """Whether not one of its rows is in a plan that has such rows."""


R = TypeVar("R", bound=SourceReading)
P = TypeVar("P", bound=SourceProposal)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of the preview: its fate (None: only the plan has it), what it is about, and where the source has it.

    `texts` is all that it tells, one text under each heading, also what the plan has already.
    """

    fate: Fate | None
    name: str
    place: Place
    texts: tuple[TextChange, ...]

    @property
    def cells(self) -> tuple[TextChange, ...]:
        """What would read differently."""
        return tuple(text for text in self.texts if text.before != text.after)


@dataclass(frozen=True, slots=True)
class Way(Generic[R, P]):
    """How what was read gets into a plan.

    `plan` is the plan that the source speaks of (PlanError where it names no years), `start` fills an empty file with
    it; `read_rows` and `rows` are the lines of the preview, before and after the comparison.
    """

    compare: Callable[[Connection, R], P]
    accept: Callable[[Recording, P], None]
    plan: Callable[[R], NewPlan]
    start: Callable[[Recording, R, NewPlan | None], P]
    read_rows: Callable[[R], Iterator[ShownRow]]
    rows: Callable[[P], Iterator[ShownRow]]


def _rows_of_table(reading: Reading) -> Iterator[ShownRow]:
    return (_table_row(reading, RowProposal(row, None)) for row in reading.table.rows)


def _compared_rows(proposal: Proposal) -> Iterator[ShownRow]:
    yield from (_table_row(proposal.reading, row) for row in proposal.rows)
    yield from (_row_of_plan(row) for row in proposal.missing)


def _rows_of_report(reading: ReportReading) -> Iterator[ShownRow]:
    for subject in reading.subjects:
        yield ShownRow(Fate.NEW, subject.name, subject.place, _by_heading(_told_cells(reading, subject)))


def _compared_subjects(proposal: ReportProposal) -> Iterator[ShownRow]:
    for each in proposal.subjects:
        yield ShownRow(each.fate, each.subject.name, each.subject.place, _by_heading(each.cells))


TABLE = Way(propose, accept, plan_from, start_from, _rows_of_table, _compared_rows)
"""The way of a table: row by row, column by column."""
REPORT = Way(propose_report, accept_report, plan_from_report, start_from_report, _rows_of_report, _compared_subjects)
"""The way of a report: record by record."""


def _table_row(reading: Reading, row: RowProposal) -> ShownRow:
    table = reading.table
    name = " ".join(filter(None, (table.text(row.read, wanted) for wanted in (NUMBER, DEPARTMENT, CONTENT))))
    changed = {change.column: change.before for change in row.changes}
    texts = (
        TextChange(Heading(column.field, column.year), changed.get(column, text) if row.known else None, text)
        for column, text in zip(table.columns, row.read.cells, strict=True)
    )
    return ShownRow(row.fate, name, table.place(row.read), tuple(text for text in texts if text.before or text.after))


def _row_of_plan(row: ProgressRow) -> ShownRow:
    keys = dict(zip(KEYS, row.cells, strict=False))
    name = " ".join(filter(None, (keys[wanted] for wanted in (NUMBER, DEPARTMENT, CONTENT))))
    texts = tuple(TextChange(Heading(wanted), text, text) for wanted, text in keys.items() if text)
    return ShownRow(None, name, Place(number=keys[NUMBER] or "", department=keys[DEPARTMENT] or ""), texts)


def _told_cells(reading: ReportReading, subject: Subject) -> Iterator[TextChange]:
    year = reading.year or (reading.years.last if reading.years else None)
    for record in subject.records:
        key = (
            {**record.key, "fiscal_year": record.key.get("fiscal_year") or year} if _bears_year(record) else record.key
        )
        if record.table == "schedule_line":
            yield told_of(record, key, "label", (None, shown(record)))
        for name, part in record.values.items():
            if part not in (None, ""):
                yield told_of(record, key, name, (None, shown(part)))


def _bears_year(record: SourceRecord) -> bool:
    return "fiscal_year" in record.key


def _by_heading(cells: Iterable[TextChange]) -> tuple[TextChange, ...]:
    """The lines of a schedule as one text."""
    groups = defaultdict[Heading, list[TextChange]](list)
    for cell in cells:
        groups[cell.heading].append(cell)
    return tuple(
        TextChange(heading, _joined(c.before for c in group), _joined(c.after for c in group))
        for heading, group in groups.items()
    )


def _joined(texts: Iterable[str | None]) -> str | None:
    return "\n".join(text for text in texts if text) or None
