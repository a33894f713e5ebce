"""The returns that were taken, each as an immutable record: what it says beyond what had been handed out."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from db.dialect import among
from db.exchange.cell_history import Traces
from db.exchange.distribution import Distribution
from db.exchange.finding_json import pack_findings, unpack_findings
from db.log.changes import Recording
from db.models import CHANGE, CONTRIBUTION
from plan.changes import RECORD, Change, Value, created
from plan.era import FiscalYear
from plan.exchange.merging import Text
from plan.exchange.returns import AddedRow, Cell, Return
from plan.findings import Finding, Severity
from plan.ids import AssignmentId, ItemId, RecordId


@dataclass(frozen=True, slots=True)
class Receipt:
    """A return as the plan keeps it.

    `said` holds the texts that differ from what was handed out, those of added rows included; `source` is the file,
    `arrival` the step in which it was taken first.
    """

    id: RecordId
    distribution: RecordId
    edition: int | None
    hash: str
    complete: bool
    source: str
    said: Mapping[Cell, Text]
    added: tuple[AddedRow, ...]
    arrival: int
    person: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def held(self) -> list[Finding]:
        """What of the file was not taken, and nobody has looked at since."""
        return [f for f in self.findings if f.severity is not Severity.NOTICE]

    def continues(self, earlier: "Receipt") -> bool:
        """Whether this workbook is what has become of an earlier one, and stands in its place.

        A workbook counts no editions. It came later, and answers every cell that the earlier one answered; of another
        person it is only where it repeats an answer, else it is another copy.
        """
        if self.arrival <= earlier.arrival or not earlier.said.keys() <= self.said.keys():
            return False
        rows = {row.id for row in self.added}
        if not rows.issuperset(row.id for row in earlier.added):
            return False
        known = bool(self.person and earlier.person)
        repeated = any(self.said[cell] == text for cell, text in earlier.said.items())
        return repeated or not earlier.said or not known or self.person == earlier.person


def receipt(
    receipt_id: RecordId, returned: Return, distribution: Distribution, traces: Traces, arrival: int
) -> Receipt:
    """What is to be kept of a return; `traces` reach back to its distribution."""
    given = returned.contribution
    assert given is not None  # of one that cannot be read nothing is kept
    added = {cell: text for row in given.added for cell, text in row.values().items()}
    said = traces.other_than_at(distribution.position, given.values) | added
    return Receipt(
        receipt_id,
        distribution.id,
        given.edition,
        given.hash,
        given.complete,
        returned.file,
        said,
        given.added,
        arrival,
        returned.person,
        returned.findings,
    )


def receipts(connection: sa.Connection, distributions: Collection[RecordId] | None = None) -> list[Receipt]:
    """The returns that were taken: of the named distributions, or all."""
    query = sa.select(CONTRIBUTION).order_by(CONTRIBUTION.c.id)
    if distributions is not None:
        query = query.where(CONTRIBUTION.c.distribution_id.in_(distributions))
    rows = connection.execute(query).all()
    arrivals = _arrivals(connection, [row.id for row in rows])
    return [_receipt(row, arrivals.get(row.id, 0)) for row in rows]


def _arrivals(connection: sa.Connection, ids: Collection[RecordId]) -> dict[str, int]:
    """The step in which each was taken; one that was undone and done again keeps its place."""
    column = CHANGE.c
    query = sa.select(column.record_id, sa.func.min(column.revision)).where(column.field == RECORD)
    found = connection.execute(query.where(among(column.record_id, ids)).group_by(column.record_id))
    return {record: step for record, step in found}  # noqa: C416 - rows are no pairs to mypy


def _receipt(row: sa.Row[tuple[object, ...]], arrival: int) -> Receipt:
    return Receipt(
        row.id,
        row.distribution_id,
        row.edition,
        row.hash,
        bool(row.complete),
        row.source,
        {cell_of(*place): text for *place, text in json.loads(row.said)},
        tuple(_added(row) for row in json.loads(row.added or "[]")),
        arrival,
        row.person or "",
        unpack_findings(row.findings),
    )


def looked_at(door: Recording, kept: Iterable[Receipt]) -> None:
    """Note that somebody has looked at what was held back; the findings stay with their returns, as notices."""
    door.apply(
        Change(CONTRIBUTION.name, r.id, "findings", pack_findings(r.findings), pack_findings(map(_noticed, r.findings)))
        for r in kept
        if r.held
    )


def _noticed(found: Finding) -> Finding:
    return replace(found, severity=Severity.NOTICE)


def cell_of(assignment: str, year: int, field: str) -> Cell:
    """A cell by its plain parts."""
    return Cell(AssignmentId(RecordId(assignment)), FiscalYear(year), field)


def _added(parts: list[str]) -> AddedRow:
    row, project, content, baseline, *rest = parts
    texts = tuple((FiscalYear(year), field, text) for year, field, text in json.loads(rest[0]))
    return AddedRow(AssignmentId(RecordId(row)), ItemId(RecordId(project)), content, baseline or None, texts)


def recorded(kept: Receipt) -> Change:
    """The change that puts a receipt into the plan."""
    values: dict[str, Value] = {
        "distribution_id": kept.distribution,
        "edition": kept.edition,
        "hash": kept.hash,
        "complete": int(kept.complete),
        "source": kept.source,
        "said": _json([*cell, text] for cell, text in sorted(kept.said.items())),
        "added": _json(
            [row.id, row.project, row.content, row.baseline_and_goal or "", _json(row.texts)] for row in kept.added
        )
        if kept.added
        else None,
        "person": kept.person or None,
        "findings": pack_findings(kept.findings) if kept.findings else None,
    }
    return created(CONTRIBUTION.name, kept.id, **values)


def _json(rows: Iterable[object]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))
