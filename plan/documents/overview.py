"""What managers look at rather than read: how far the entries are, how grades fall, what the measures reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plan.documents.reports import Indicator
from plan.documents.tally import Graded
from plan.due import is_over
from plan.era import FiscalYear, YearRange
from plan.fields import YEARLY
from plan.ids import DepartmentId
from plan.scales import Scale
from plan.states import State, state_of
from plan.table import Column, ProgressRow, ProgressTable

ENTERED = tuple(field for field in YEARLY if not field.optional)
"""The yearly fields whose entries are counted."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the cells that wait for an entry have one; what is declared (該当なし) is one."""

    entered: int = 0
    due: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.entered + other.entered, self.due + other.due)

    @property
    def text(self) -> str:
        """As printed: 7/8, or － where nothing is due."""
        return f"{self.entered}/{self.due}" if self.due else "－"


@dataclass(frozen=True, slots=True)
class OfficeEntries:
    """How far one department has got: its rows, and its entries column by column."""

    label: str
    rows: int
    shares: Mapping[Column, Share]


@dataclass(frozen=True, slots=True)
class Overview:
    """A plan, or some years and departments of it, in figures."""

    title: str
    city: str
    years: YearRange
    offices: tuple[OfficeEntries, ...]
    grades: tuple[Graded, ...]
    scale: Scale
    indicators: tuple[Indicator, ...]


def entries_of(table: ProgressTable, labels: Mapping[DepartmentId, str]) -> tuple[OfficeEntries, ...]:
    """The entries of every department that has rows, in the order of `labels`; years after a row's end are not due."""
    places = {column: i for i, column in enumerate(table.columns) if column.field in ENTERED}
    rows = {office: [row for row in table.rows if row.department == office] for office in labels}
    return tuple(
        OfficeEntries(labels[office], len(own), {column: _sum(own, i, column.year) for column, i in places.items()})
        for office, own in rows.items()
        if own
    )


def _sum(rows: Iterable[ProgressRow], place: int, year: FiscalYear | None) -> Share:
    due = [row for row in rows if not is_over(year, row.ended_year)]
    return Share(sum(state_of(row.cells[place]) is not State.NOT_ENTERED for row in due), len(due))
