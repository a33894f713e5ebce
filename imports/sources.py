"""One way for every document: what was read → what it would change, line by line → taken over as one step."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.changes import Recording
from db.store import Connection
from db.structure import NewPlan
from imports.acceptance import accept, plan_from, start_from
from imports.comparing import ReportProposal, propose_report
from imports.kinds import AnyReading
from imports.proposals import Fate, Proposal, RowProposal, propose
from imports.reading import Reading
from imports.taking import accept_report, plan_from_report, start_from_report
from imports.told import ReportReading, Subject
from imports.wording import TextChange, shown, told_of
from plan.fields import CONTENT, DEPARTMENT, NUMBER
from plan.findings import Place

AnyProposal = Proposal | ReportProposal
"""All that would happen: `counts`, `changes_something` and `findings` are the same for both."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of the preview: its fate, what it is about, where it stands in the source, and what would change."""

    fate: Fate
    name: str
    place: Place
    cells: tuple[TextChange, ...]


def propose_any(connection: Connection, reading: AnyReading) -> AnyProposal:
    """Compare what was read with the plan; nothing is written."""
    return propose(connection, reading) if isinstance(reading, Reading) else propose_report(connection, reading)


def accept_any(opened: Recording, proposal: AnyProposal) -> None:
    """Take it over."""
    if isinstance(proposal, Proposal):
        accept(opened, proposal)
    else:
        accept_report(opened, proposal)


def plan_from_any(reading: AnyReading) -> NewPlan:
    """The plan that the source speaks of, for a file that does not exist yet; PlanError where it names no years."""
    return plan_from(reading) if isinstance(reading, Reading) else plan_from_report(reading)


def start_any(opened: Recording, reading: AnyReading, new: NewPlan | None = None) -> AnyProposal:
    """Fill an empty file: the plan first, then all that was read."""
    if isinstance(reading, Reading):
        return start_from(opened, reading, new)
    return start_from_report(opened, reading, new)


def shown_rows(told: AnyProposal | ReportReading) -> Iterator[ShownRow]:
    """The lines of the preview in the source's order; of a reading alone, everything is new."""
    if isinstance(told, Proposal):
        return (_table_row(told.reading, row) for row in told.rows)
    if isinstance(told, ReportProposal):
        return (ShownRow(each.fate, each.subject.name, each.subject.place, each.cells) for each in told.subjects)
    return (ShownRow(Fate.NEW, s.name, s.place, tuple(_told_cells(s))) for s in told.subjects)


def _table_row(reading: Reading, row: RowProposal) -> ShownRow:
    table = reading.table
    name = " ".join(filter(None, (table.text(row.read, wanted) for wanted in (NUMBER, DEPARTMENT, CONTENT))))
    if row.known is None:
        told = zip(table.columns, row.read.cells, strict=True)
        cells = [TextChange(c.field, c.year, "", None, text) for c, text in told if text is not None]
    else:
        cells = [TextChange(c.column.field, c.column.year, "", c.before, c.after) for c in row.changes]
    return ShownRow(row.fate, name, table.place(row.read), tuple(cells))


def _told_cells(subject: Subject) -> Iterator[TextChange]:
    for record in subject.records:
        if record.table == "schedule_line":
            yield told_of(record, record.key, "label", (None, shown(record)))
        for name, part in record.values.items():
            if part not in (None, ""):
                yield told_of(record, record.key, name, (None, shown(part)))
