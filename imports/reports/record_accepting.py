"""An accepted report goes into the plan, all of it in one step that can be undone."""

from collections.abc import Mapping
from dataclasses import replace

from db.edit.cells import Place
from db.edit.records import add_record, remove_records, set_values
from db.edit.structure import LEVEL_NAMES, NewPlan, start_plan
from db.log.changes import Recording
from db.read.table import items, level_names
from imports.reports.record_comparing import RecordProposal, ReportProposal, propose_report
from imports.reports.records import Part, ReportReading, SourceRecord
from imports.source_kind import SourceKind
from plan.changes import Value
from plan.era import YearRange
from plan.errors import PlanError, say
from plan.findings import Finding, Severity
from plan.ids import RecordId

_POINTING = ("reference_id", "narrative_with")
"""What may point at any other record, also back: it is written when all have been made."""


def plan_from_report(reading: ReportReading) -> NewPlan:
    """The plan that a report speaks of, for a file that does not exist yet."""
    if reading.years is None:
        raise PlanError(
            "「{file}」には計画期間が書かれていないため、新しい計画を作れません。"
            "年度を指定するか（--year）、先に空の計画を作ってから取り込んでください。",
            file=reading.source or "貼り付けた文字",
        )
    names = reading.level_names or LEVEL_NAMES
    return NewPlan(reading.title or "（計画名なし）", reading.city, reading.years, levels=names)


def start_from_report(door: Recording, reading: ReportReading, new: NewPlan | None = None) -> ReportProposal:
    """Fill an empty file with a report: the plan first, then all that it tells."""
    start_plan(door, new or plan_from_report(reading))
    proposal = propose_report(door.connection, reading)
    accept_report(door, proposal)
    if new is None and reading.kind is SourceKind.PLAN_BOOK and reading.years:
        return replace(proposal, findings=(_about_period(reading.years), *proposal.findings))
    return proposal


def _about_period(years: YearRange) -> Finding:
    """A plan book does not say the plan's period; its indicators tell from when to when they reach."""
    sentence = say(
        "指標の年から、計画期間を {first} から {last} までとしました。違うときは計画の設定で直してください。",
        first=years.first.label,
        last=years.last.label,
    )
    return Finding(Severity.NOTICE, "period_from_indicators", sentence)


def accept_report(door: Recording, proposal: ReportProposal) -> None:
    """Bring the plan to what the proposal says; what only the plan has stays."""
    for table in dict.fromkeys(table for table, _ in proposal.removed):
        remove_records(door, table, [i for t, i in proposal.removed if t == table])
    _Taking(door, proposal).take()


class _Taking:
    """The records on their way: those that are known, and those that have just been made."""

    def __init__(self, door: Recording, proposal: ReportProposal) -> None:
        self._opened = door
        self._proposal = proposal
        subjects = proposal.subjects
        self._records = {record.told: record for subject in subjects for record in subject.records}
        self._ids: dict[SourceRecord, RecordId | None] = {}
        self._levels: dict[Value, int] = {item.id: item.level for item in items(door.connection)}
        self._names = level_names(door.connection)

    def take(self) -> None:
        """Make what is new, each after what it refers to, then give what is known its values."""
        made = [(record, self._id(record.told)) for record in self._records.values()]  # in the source's order
        wanted: dict[Place, Value] = {}
        for record, record_id in made:
            wanted |= self._values(record)
            if record_id is not None and not record.known:
                wanted |= self._pointing(record.told, record_id)
        set_values(self._opened, wanted)

    def _id(self, told: SourceRecord) -> RecordId | None:
        if told not in self._ids:
            record = self._records[told]
            self._ids[told] = record.known or self._made(told)
        return self._ids[told]

    def _values(self, record: RecordProposal) -> dict[Place, Value]:
        changes = record.changes.items() if record.known else ()
        return {
            (record.told.table, name, RecordId(str(record.known))): self._resolved(part) for name, (_, part) in changes
        }

    def _made(self, record: SourceRecord) -> RecordId | None:
        parts = {**record.values, **record.key, **record.first}
        parts = {name: part for name, part in parts.items() if name not in _POINTING}
        values = {name: None if part == "" else self._resolved(part) for name, part in parts.items()}
        owners = [name for name, part in record.key.items() if isinstance(part, SourceRecord)]
        if record.known_only or any(values[name] is None for name in owners):
            return None
        if "fiscal_year" in record.key:
            values["fiscal_year"] = values["fiscal_year"] or int(self._proposal.year)
        if record.table != "item":
            return add_record(self._opened, record.table, values)
        values["level"] = level = self._level(values)
        made = add_record(self._opened, record.table, values)
        self._levels[made] = level
        return made

    def _level(self, item: Mapping[str, Value]) -> int:
        """Right below its parent; an item of which only the name is known is a project."""
        parent = item.get("parent_id")
        if parent in self._levels:
            return self._levels[parent] + 1
        told = item.get("level")
        return int(told) if isinstance(told, int) else max(0, len(self._names) - 2)

    def _pointing(self, record: SourceRecord, made: RecordId) -> dict[Place, Value]:
        """What a new record points at, which may be one that is made after it."""
        parts = {name: part for name, part in record.values.items() if name in _POINTING and part is not None}
        return {(record.table, name, made): self._resolved(part) for name, part in parts.items()}

    def _resolved(self, part: Part) -> Value:
        return self._id(part) if isinstance(part, SourceRecord) else part
