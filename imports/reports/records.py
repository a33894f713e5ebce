"""What a report from outside tells, record by record, before anything is compared with a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imports.files.rectangle import Sheet
from imports.source_kind import SourceKind
from plan.era import FiscalYear, YearRange
from plan.findings import Finding, Place


@dataclass(frozen=True, slots=True, eq=False)
class SourceRecord:
    """One record as the source tells it.

    By its `key` it is known again; `values` are compared and taken over; `first` is written only where the record is
    new. A part may be another SourceRecord, which then stands before it. A `fiscal_year` of None is the plan's last.
    What is `known_only` is never made, only found.
    """

    table: str
    key: Mapping[str, "Part"]
    values: Mapping[str, "Part"] = field(default_factory=dict)
    first: Mapping[str, "Part"] = field(default_factory=dict)
    known_only: bool = False


Part = str | int | None | SourceRecord


@dataclass(frozen=True, slots=True)
class Subject:
    """One line of the preview: what it is about, where it stands, and its records, the one that it is about first.

    A subject that is not `counted` is a heading or a fact beside the rows.
    """

    name: str
    place: Place
    records: tuple[SourceRecord, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What was read from a report; `years` is the plan period as far as the source names it."""

    source: str  # the file's name, "" for pasted text
    kind: SourceKind
    subjects: tuple[Subject, ...]
    findings: tuple[Finding, ...] = ()
    title: str = ""
    city: str = ""
    years: YearRange | None = None
    level_names: tuple[str, ...] = ()
    year: FiscalYear | None = None  # of statuses and results that bear none, None: the plan's last

    @property
    def records(self) -> Iterator[SourceRecord]:
        """Every record in the order of the source."""
        return (record for subject in self.subjects for record in subject.records)

    @property
    def sheet(self) -> str:
        """The sheet that was read; "" where there are several."""
        names = {subject.place.sheet for subject in self.subjects}
        return names.pop() if len(names) == 1 else ""

    @property
    def row_count(self) -> int:
        """How many rows were read, headings and facts beside them not counted."""
        return sum(subject.counted for subject in self.subjects)

    @property
    def cell_count(self) -> int:
        """How many values were read."""
        values = (value for record in self.records for value in record.values.values())
        return sum(isinstance(value, str) and value != "" for value in values)

    @property
    def department_count(self) -> int:
        """How many departments are named."""
        return sum(record.table == "department" for record in self.records)

    @property
    def year_count(self) -> int:
        """How many fiscal years the records bear."""
        return len(self.fiscal_years)

    @property
    def fiscal_years(self) -> frozenset[FiscalYear | None]:
        """The years that records bear; None is the plan's last."""
        parts = (record.key["fiscal_year"] for record in self.records if "fiscal_year" in record.key)
        return frozenset(FiscalYear(part) if isinstance(part, int) else None for part in parts)

    def sheets_to_choose(self, sheets: Sequence[Sheet]) -> list[tuple[str, int]]:
        """All that a report may stand on."""
        return [(sheet.name, len(sheet.rows)) for sheet in sheets if not sheet.hidden]

    def years_to_choose(self, years: Sequence[FiscalYear], *, in_plan: bool) -> Sequence[FiscalYear]:
        """The years, if it leaves one open; one that it names, but the plan does not have, stands first."""
        is_open = None in self.fiscal_years and self.year not in years
        if not is_open and (in_plan or self.years):
            return ()
        return years if self.year is None else (self.year, *years)

    @property
    def named_years(self) -> tuple[FiscalYear, ...]:
        """The plan period that it names, year by year."""
        return tuple(self.years or ())

    @property
    def columns(self) -> tuple[()]:
        """A report has none."""
        return ()

    @property
    def positions(self) -> tuple[()]:
        """A report has none."""
        return ()

    @property
    def matches(self) -> tuple[()]:
        """A report has none."""
        return ()
