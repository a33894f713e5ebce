"""One way for every document: what was read → what it would change, line by line → taken over as one step."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.edit.structure import NewPlan
from db.log.changes import Recording
from db.store.working import Connection
from imports.kinds import AnyReading
from imports.reports.preview_words import Heading, TextChange, shown, told_of
from imports.reports.record_accepting import accept_report, plan_from_report, start_from_report
from imports.reports.record_comparing import ReportProposal, propose_report
from imports.reports.records import ReportReading, Subject, Told
from imports.table.row_accepting import accept, plan_from, start_from
from imports.table.row_comparing import Fate, Proposal, RowProposal, propose
from imports.table.table_reading import Reading
from plan.fields import CONTENT, DEPARTMENT, KEYS, NUMBER
from plan.findings import Place
from plan.table import ProgressRow

AnyProposal = Proposal | ReportProposal
"""All that would happen: `counts`, `changes_something` and `findings` are the same for both."""


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


def shown_rows(told: AnyProposal | AnyReading) -> Iterator[ShownRow]:
    """The lines of the preview in the source's order, then the plan's only; of a reading alone, everything is new."""
    if isinstance(told, Proposal):
        yield from (_table_row(told.reading, row) for row in told.rows)
        yield from (_row_of_plan(row) for row in told.missing)
    elif isinstance(told, Reading):
        yield from (_table_row(told, RowProposal(row, None)) for row in told.table.rows)
    elif isinstance(told, ReportProposal):
        for each in told.subjects:
            yield ShownRow(each.fate, each.subject.name, each.subject.place, _by_heading(each.cells))
    else:
        for subject in told.subjects:
            yield ShownRow(Fate.NEW, subject.name, subject.place, _by_heading(_told_cells(told, subject)))


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


def _bears_year(record: Told) -> bool:
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
