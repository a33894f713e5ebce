"""The checks of a plan: what they judge, which of them are off, and what was accepted with a reason."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.models import ACCEPTED_FINDING, ASSIGNMENT, SETTING, YEAR_ENTRY
from db.read.grades import results_report
from db.read.reports import indicators, scale
from db.read.sheets import entered_sheets
from db.read.table import Scope, departments, entry_owners, progress_table
from plan.changes import Change
from plan.checks.check import Subject
from plan.checks.checked_rows import Row, Terms, rows_of, used_columns
from plan.checks.every import check, concerning
from plan.exchange.returns import Cell
from plan.fields import YEARLY
from plan.findings import Finding, Place
from plan.ids import AssignmentId, RecordId

_CELLS = {
    **{(YEAR_ENTRY.name, field.name): field.name for field in YEARLY},
    (ASSIGNMENT.name, "number"): "number",
    (ASSIGNMENT.name, "lead"): "lead",
    (ASSIGNMENT.name, "baseline_and_goal"): "baseline",
}
"""What an edit of a row's own cells changes: the column of its table, and its name among the values of a row."""
BESIDE = frozenset({ACCEPTED_FINDING.name})
"""The table that says what becomes of findings, and holds nothing that is checked."""
OFF = "check off"
"""The setting that switches a check off; its value is the check's short name."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that a person accepted: the check, the record and the cell that it was about, and the reason."""

    id: RecordId
    check: str
    record: RecordId | None
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings that remain, and those that were accepted, each with its acceptance."""

    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Acceptance], ...] = ()


def checked(
    connection: sa.Connection, today: dt.date, asked: Iterable[Cell] | None = None, pages: Sequence[Finding] = ()
) -> Checked:
    """Everything that the plan's checks find as of a day, with what its pages showed.

    In a department's file only what concerns the asked cells is told.
    """
    found = check(subject(connection, today), switched_off(connection), pages)
    return sorted_out(connection, found if asked is None else concerning(found, asked))


def sorted_out(connection: sa.Connection, found: Iterable[Finding]) -> Checked:
    """The findings, those apart that somebody has accepted."""
    known = {(a.check, a.record, a.cell): a for a in acceptances(connection)}
    open_, settled = [], []
    for finding in found:
        acceptance = known.get((finding.check, finding.place.record, cell_of(finding.place)))
        if acceptance is None:
            open_.append(finding)
        else:
            settled.append((finding, acceptance))
    return Checked(tuple(open_), tuple(settled))


def subject(connection: sa.Connection, today: dt.date) -> Subject:
    """The values that the checks judge."""
    rows = rows_of(progress_table(connection, Scope(grades=True)))
    lives = {d.id: (d.first_year, d.last_year) for d in departments(connection)}
    terms = Terms(today, scale(connection, "achievement"), lives, used_columns(rows))
    sheets = [entered.sheet for entered in entered_sheets(connection)]
    return Subject(terms, rows, sheets, indicators(connection), results_report(connection))


def altered(
    connection: sa.Connection, rows: Mapping[AssignmentId, Row], changes: Iterable[Change]
) -> dict[AssignmentId, Row] | None:
    """The rows that the changes of an edit alter, as they read now; None where it changed more than their cells."""
    told = list(changes)
    if any((c.table, c.field) not in _CELLS for c in told):
        return None
    entries = [c.id for c in told if c.table == YEAR_ENTRY.name]
    owners = entry_owners(connection, entries)
    found: dict[AssignmentId, Row] = {}
    for change in told:
        owner, year = owners.get(change.id, (AssignmentId(change.id), None))
        if owner not in rows:
            return None
        row, text = found.get(owner, rows[owner]), "" if change.after is None else str(change.after)
        name = _CELLS[change.table, change.field]
        found[owner] = row.with_text(name, text, year)
    return found


def cell_of(place: Place) -> str:
    """The cell within its record, as an acceptance remembers it: evaluation 2020."""
    return " ".join(str(part) for part in (place.field and place.field.name, place.year and int(place.year)) if part)


def switched_off(connection: sa.Connection) -> frozenset[str]:
    """The short names of the checks that this plan goes without."""
    return frozenset(connection.scalars(sa.select(SETTING.c.value).where(SETTING.c.name == OFF)))


def acceptances(connection: sa.Connection) -> list[Acceptance]:
    """Every finding that was accepted, also where it is found no more."""
    return [
        Acceptance(
            RecordId(row.id),
            row.check_name,
            RecordId(row.record_id) if row.record_id else None,
            row.field or "",
            row.reason,
        )
        for row in connection.execute(sa.select(ACCEPTED_FINDING).order_by(ACCEPTED_FINDING.c.id))
    ]
