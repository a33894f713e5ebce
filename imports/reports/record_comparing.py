"""What a report from outside would change in a plan, subject by subject; nothing is written here."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.read.reports import scale
from db.read.table import items, plan_facts
from db.store.working import Connection
from imports.reports.as_printed import is_same
from imports.reports.preview_words import TextChange, field_of, shown, told_of
from imports.reports.record_matching import PlanRecords
from imports.reports.records import Part, ReportReading, SourceRecord, Subject
from imports.source_kind import SourceKind
from imports.table.row_comparing import Fate
from plan.changes import Value
from plan.era import FiscalYear
from plan.errors import say
from plan.findings import Finding, Place, Severity
from plan.ids import RecordId

_SCHEDULE = "schedule_line"
_REFERENCES = {
    **dict.fromkeys(("item_id", "listing_of", "reference_id", "narrative_with"), "item"),
    "department_id": "department",
}
_GRADES = {"item_status": ("outcome", "status"), "indicator_result": ("achievement", "grade")}


@dataclass(frozen=True, slots=True)
class RecordProposal:
    """One told record, the plan's own if it is known, and what would change of it: values before and after."""

    told: SourceRecord
    known: RecordId | None
    changes: Mapping[str, tuple[Value, Part]]

    @property
    def changes_something(self) -> bool:
        """Whether it is new or has a field that differs."""
        return bool(self.changes) or self.is_new

    @property
    def is_new(self) -> bool:
        """Whether the plan does not have it yet; a fact of the plan itself is new where nobody has entered it."""
        if self.told.table == "plan":
            return bool(self.changes) and all(before is None for before, _ in self.changes.values())
        return self.known is None and not self.told.known_only


@dataclass(frozen=True, slots=True)
class SubjectProposal:
    """One line of the preview: what it is about, its records, and every value that it tells, now and then."""

    subject: Subject
    records: tuple[RecordProposal, ...]
    cells: tuple[TextChange, ...]

    @property
    def fate(self) -> Fate:
        """New when the plan does not have what it is about."""
        if self.records[0].is_new:
            return Fate.NEW
        return Fate.CHANGED if any(record.changes_something for record in self.records) else Fate.SAME


@dataclass(frozen=True, slots=True)
class ReportProposal:
    """All that would happen; `removed` are the records that others take the place of, with their tables."""

    reading: ReportReading
    year: FiscalYear  # of what bears no year in the source
    subjects: tuple[SubjectProposal, ...]
    removed: tuple[tuple[str, RecordId], ...]
    findings: tuple[Finding, ...]
    has_items: bool  # whether the plan has a tree

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows are new, changed, the same."""
        return Counter(each.fate for each in self.subjects if each.subject.counted)

    @property
    def changes_something(self) -> bool:
        """Whether accepting it would change the plan at all."""
        return bool(self.removed) or any(each.fate is not Fate.SAME for each in self.subjects)

    @property
    def missing_count(self) -> int:
        """A report may tell a part of the plan alone: nothing is missing."""
        return 0

    @property
    def new_departments(self) -> tuple[str, ...]:
        """Those that it names are among its records."""
        return ()

    @property
    def new_years(self) -> tuple[FiscalYear, ...]:
        """A report opens no years."""
        return ()

    @property
    def knows_nothing(self) -> bool:
        """Whether not one of the plan's measures is in it; indicators and sheets may all be new."""
        return self.reading.kind == SourceKind.STATUSES and self.has_items and set(self.counts) == {Fate.NEW}


def propose_report(connection: Connection, reading: ReportReading) -> ReportProposal:
    """Compare what was read with the plan. What the source does not say, or leaves blank, is left alone."""
    year = reading.year or plan_facts(connection).years.last
    told = list(reading.records)
    known = PlanRecords(connection, year, told)
    removed = _replaced(known, told)
    findings: list[Finding] = [*reading.findings, *_about_grades(connection, reading)]
    subjects = [_subject(known, subject, removed, findings) for subject in reading.subjects]
    return ReportProposal(
        reading,
        year,
        tuple(subjects),
        tuple((_SCHEDULE, i) for _, i in removed),
        tuple(findings),
        bool(items(connection)),
    )


def _replaced(known: PlanRecords, told: Sequence[SourceRecord]) -> list[tuple[Value, RecordId]]:
    """The schedules (of one sheet, planned or actual) that read differently: all their lines make room."""
    groups = defaultdict[tuple[Value, Part], list[SourceRecord]](list)
    for record in told:
        if record.table == _SCHEDULE and (sheet := known.resolved(record.key["sheet_id"])):
            groups[sheet, record.key["kind"]].append(record)
    found: list[tuple[Value, RecordId]] = []
    for (sheet, kind), lines in groups.items():
        mine = [i for i, line in known.table(_SCHEDULE).items() if (line["sheet_id"], line["kind"]) == (sheet, kind)]
        if len(mine) != len(lines) or any(known.find(line) is None for line in lines):
            found += [(sheet, i) for i in mine]
    return found


def _subject(
    known: PlanRecords, subject: Subject, removed: Sequence[tuple[Value, RecordId]], findings: list[Finding]
) -> SubjectProposal:
    gone = {record_id for _, record_id in removed}
    records = tuple(_record(known, told, gone, subject.place, findings) for told in subject.records)
    cells = [cell for record in records for cell in _cells(known, record)]
    of_subject = {record_id for told in subject.records if (record_id := known.find(told))}
    cells += [_gone_line(known, line) for sheet, line in removed if sheet in of_subject]
    return SubjectProposal(subject, records, tuple(cells))


def _gone_line(known: PlanRecords, record_id: RecordId) -> TextChange:
    record = known.table(_SCHEDULE)[record_id]
    line = SourceRecord(_SCHEDULE, {name: value for name, value in record.items() if not isinstance(value, float)})
    return told_of(line, line.key, "label", (shown(line), None))


def _record(
    known: PlanRecords, told: SourceRecord, gone: set[RecordId], place: Place, findings: list[Finding]
) -> RecordProposal:
    record_id = known.find(told)
    if record_id is None and told.known_only and told.table == "item":
        findings.append(_not_in_plan(told, place))
    if record_id is None or record_id in gone:
        return RecordProposal(told, None, {})
    record, changes = known.table(told.table)[record_id], {}
    for name, part in told.values.items():
        before, after = record[name], known.resolved(part)
        if part == "" and before:
            findings.append(_left_blank(told, name, place))
        elif part not in (None, "") and not is_same(known, (told.table, record_id, name), after):
            changes[name] = before, part
    return RecordProposal(told, record_id, changes)


def _cells(known: PlanRecords, record: RecordProposal) -> Iterator[TextChange]:
    key, told = known.key(record.told), record.told
    if told.table == _SCHEDULE:
        yield told_of(told, key, "label", (shown(told) if record.known else None, shown(told)))
        return
    for name, part in told.values.items():
        if part in (None, "") or (record.known is None and told.known_only):
            continue
        before = shown(part) if record.known else None
        if name in record.changes:
            before = _before(known, name, record.changes[name][0])
        yield told_of(told, key, name, (before, shown(part)))


def _before(known: PlanRecords, name: str, value: Value) -> str | None:
    """A value of the plan; a record that it points at by its name."""
    table = _REFERENCES.get(name)
    record = known.table(table).get(RecordId(str(value))) if table and value else None
    return str(record["name"] or "") if record else shown(value)


def _not_in_plan(record: SourceRecord, place: Place) -> Finding:
    sentence = say("「{name}」という項目が計画にないため、その説明を読み込んでいません。", name=shown(record))
    return Finding(Severity.WARNING, "item_unknown", sentence, place)


def _left_blank(record: SourceRecord, name: str, place: Place) -> Finding:
    sentence = say(
        "「{label}」は取り込む資料では空欄です。計画に入力されている内容をそのまま残します。",
        label=field_of(record.table, name).label,
    )
    return Finding(Severity.NOTICE, "blank_left", sentence, place)


def _about_grades(connection: Connection, reading: ReportReading) -> Iterator[Finding]:
    """Grades that the plan's scales do not know: taken over as they were written, and told."""
    symbols = defaultdict[str, set[str]](set)
    for subject in reading.subjects:
        for told in subject.records:
            kind, grade = _grade(told)
            if not kind or not grade:
                continue
            known = symbols[kind] or {each.symbol for each in scale(connection, kind).grades}
            symbols[kind] = known
            if grade not in known:
                sentence = say(
                    "「{grade}」は計画の評価区分にありません。書かれているとおりに読み込みます。", grade=grade
                )
                yield Finding(Severity.WARNING, "grade_unknown", sentence, subject.place)


def _grade(record: SourceRecord) -> tuple[str, str]:
    """Which scale a record is graded on ("" for none), and its grade."""
    if record.table == "sheet_grade":
        return str(record.key["stage"]), str(record.values.get("grade") or "")
    kind, name = _GRADES.get(record.table, ("", ""))
    return kind, str(record.values.get(name) or "")
