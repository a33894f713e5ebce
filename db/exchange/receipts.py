"""The returns that were taken, each as an immutable record: what it says beyond what had been handed out."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from db.exchange.cell_history import Traces
from db.exchange.distribution import Distribution
from db.models import CONTRIBUTION
from plan.changes import Change, Value, created
from plan.era import FiscalYear
from plan.ids import AssignmentId, ItemId, RecordId
from plan.merging import Text
from plan.returns import AddedRow, Cell, Contribution


@dataclass(frozen=True, slots=True)
class Receipt:
    """A return as the plan keeps it.

    `said` holds the texts that differ from what was handed out, those of added rows included; `source` is the file.
    """

    id: RecordId
    distribution: RecordId
    edition: int | None
    hash: str
    complete: bool
    source: str
    said: Mapping[Cell, Text]
    added: tuple[AddedRow, ...]


def receipt(
    receipt_id: RecordId, source: str, given: Contribution, distribution: Distribution, traces: Traces
) -> Receipt:
    """What is to be kept of a contribution; `traces` reach back to its distribution."""
    added = {cell: text for row in given.added for cell, text in row.values().items()}
    said = traces.other_than_at(distribution.position, given.values) | added
    return Receipt(
        receipt_id,
        distribution.id,
        given.edition,
        given.hash,
        given.complete,
        source,
        said,
        given.added,
    )


def receipts(connection: sa.Connection, distributions: Collection[RecordId] | None = None) -> list[Receipt]:
    """The returns that were taken: of the named distributions, or all."""
    query = sa.select(CONTRIBUTION).order_by(CONTRIBUTION.c.id)
    if distributions is not None:
        query = query.where(CONTRIBUTION.c.distribution_id.in_(distributions))
    return [_receipt(row) for row in connection.execute(query)]


def _receipt(row: sa.Row[tuple[object, ...]]) -> Receipt:
    return Receipt(
        row.id,
        row.distribution_id,
        row.edition,
        row.hash,
        bool(row.complete),
        row.source,
        {cell_of(*place): text for *place, text in json.loads(row.said)},
        tuple(_added(row) for row in json.loads(row.added or "[]")),
    )


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
    }
    return created(CONTRIBUTION.name, kept.id, **values)


def _json(rows: Iterable[object]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))
