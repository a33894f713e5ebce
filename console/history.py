"""`ayumi history`: who changed what, when, in the words of the table."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from console import telling
from console.files import plan_or_part
from console.rows import rows_wanted
from console.status import DONE
from db.exchange.origins import Origin, Origins
from db.log.history import Event, events
from db.read.row_names import RowFacts, row_facts
from db.read.table import entry_owners, records_of
from db.store.working import Connection
from plan.changes import RECORD, Change, unpacked
from plan.era import FiscalYear
from plan.exchange.returns import Cell
from plan.fields import FIELDS, TARGET
from plan.ids import AssignmentId, RecordId
from work.authors import source_label
from work.language import N_, _, moment, pgettext, sentence

_LABELS = {(field.table, field.name): field.label for field in FIELDS}
_KINDS = {"undo": N_("元に戻す: {step}"), "redo": N_("やり直し: {step}")}
TABLES = {
    "plan": N_("計画"), "assignment": N_("行"), "year_entry": N_("年度の欄"), "item": N_("項目"), "level": N_("階層"),
    "department": N_("課"), "indicator": N_("指標"), "evaluation_sheet": N_("評価表"), "distribution": N_("配布"),
    "contribution": N_("返送"), "conflict": N_("食い違い"), "decision": N_("食い違いの決定"),
    "accepted_finding": N_("指摘の了承"), "footnote": N_("注記"), "indicator_result": N_("指標の結果"),
    "indicator_target": N_("指標の目標"), "item_status": N_("実施状況"), "phase": N_("計画の期"),
    "related_plan": N_("関連する計画"), "scale": N_("評価の区分"), "scale_grade": N_("区分の記号"),
    "schedule_line": N_("スケジュールの行"), "setting": N_("設定"), "sheet_grade": N_("評価表の評価"),
    "succession": N_("課の移り変わり"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Where:
    """Of which row and fiscal year a record is; neither where it is of the whole plan."""

    row: RowFacts | None = None
    year: FiscalYear | None = None
    assignment: AssignmentId | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with all that is told of it: where it happened, and the return that brought the text."""

    event: Event
    where: _Where
    origin: Origin | None


def history(arguments: argparse.Namespace) -> int:
    """Tell what happened, newest first: to one row, or to all."""
    with plan_or_part(arguments.file) as file, file.store.reading() as connection:
        found = events(connection, _wanted(connection, arguments.row))
        places, origins = _places(connection, found), Origins(connection, found)
    wheres = [(event, places.get(event.change.id, _Where())) for event in found]
    told = [_Told(event, where, _origin(event, where, origins)) for event, where in wheres]
    if arguments.json:
        telling.document([_as_json(each) for each in told])
    else:
        for each in told:
            telling.line(_line(each))
    return DONE


def _origin(event: Event, where: _Where, origins: Origins) -> Origin | None:
    """The return that brought the text of a cell; that of the first one, where a whole year was entered at once."""
    if where.assignment is None or where.year is None:
        return None
    cells = (Cell(where.assignment, where.year, name) for name in _names(event.change))
    return next((found for cell in cells if (found := origins.of(event, cell)) is not None), None)


def _names(change: Change) -> list[str]:
    """The fields that a change wrote."""
    if change.field != RECORD:
        return [change.field]
    return sorted({name for value in (change.before, change.after) if value is not None for name in unpacked(value)})


def _wanted(connection: Connection, words: str | None) -> list[RecordId]:
    if words is None:
        return []
    return [record for row in rows_wanted(connection, words) for record in records_of(connection, row)]


def _places(connection: Connection, found: Sequence[Event]) -> Mapping[RecordId, _Where]:
    """Where each record of a row stands."""
    owners = entry_owners(connection, [e.change.id for e in found if e.change.table == TARGET.table])
    own = {AssignmentId(e.change.id) for e in found if e.change.table == "assignment"}
    rows = row_facts(connection, own | {row for row, _year in owners.values()})
    of_entries = {entry: _Where(rows.get(row), year, row) for entry, (row, year) in owners.items()}
    return {RecordId(row): _Where(facts) for row, facts in rows.items()} | of_entries


def _line(told: _Told) -> str:
    event, revision = told.event, told.event.revision
    who = f"{revision.actor}（{revision.pc}）"
    source = source_label(told.origin) if told.origin is not None else ""
    parts = [str(revision.number), moment(revision.at), who, _step(event), source, _place(told.where), _label(event)]
    return "  ".join(part for part in (*parts, *_texts(event.change)) if part)


def _texts(change: Change) -> Iterator[str]:
    """What stood there, and what stands there now; of a year that was entered at once every cell."""
    if change.field != RECORD:
        yield f"{telling.value(change.before)} → {telling.value(change.after)}"
    elif change.table == TARGET.table:
        before, after = (unpacked(v) if v is not None else {} for v in (change.before, change.after))
        for name in _names(change):
            if label := _LABELS.get((change.table, name)):
                heading = pgettext("field", label)
                yield f"{heading}: {telling.value(before.get(name))} → {telling.value(after.get(name))}"


def _step(event: Event) -> str:
    """The step's name; one that was taken back says so."""
    template = _KINDS.get(event.revision.kind)
    name = sentence(event.revision.name)
    return _(template).format(step=name) if template else name


def _place(where: _Where) -> str:
    row = f"{where.row.name} {where.row.label}" if where.row is not None else ""
    return " ".join(part for part in (row, where.year.label if where.year is not None else "") if part)


def _label(event: Event) -> str:
    change = event.change
    if change.field != RECORD:
        label = _LABELS.get((change.table, change.field))
        return pgettext("field", label) if label else f"{change.table}.{change.field}"
    table = _(TABLES[change.table]) if change.table in TABLES else change.table
    template = _("{what}の追加") if change.before is None else _("{what}の削除")
    return template.format(what=table)


def _as_json(told: _Told) -> dict[str, object]:
    where, revision, change = told.where, told.event.revision, told.event.change
    return {
        "revision": revision.number,
        "at": revision.at,
        "who": revision.actor,
        "pc": revision.pc,
        "what": str(revision.name),
        "kind": revision.kind,
        "origin": asdict(told.origin) if told.origin is not None else None,
        "row": where.row.number if where.row is not None else None,
        "department": where.row.label if where.row is not None else None,
        "year": int(where.year) if where.year is not None else None,
        "table": change.table,
        "record": change.id,
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }
