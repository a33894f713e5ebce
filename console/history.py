"""`ayumi history`: who changed what, when, in the words of the table."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass

from console import telling
from console.status import DONE
from db.exchange.department_file import is_department_file, open_department_file
from db.file.planfile import open_plan
from db.log.history import Event, events
from db.read.row_names import RowFacts, row_facts
from db.read.table import entry_owners, records_of, rows_numbered
from db.store.working import Actor, Connection
from plan.changes import RECORD
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import FIELDS, TARGET
from plan.ids import AssignmentId, RecordId
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


def history(arguments: argparse.Namespace) -> int:
    """Tell what happened, newest first: to one row, or to all."""
    with ExitStack() as stack:
        opening = open_department_file if is_department_file(arguments.file) else open_plan
        file = stack.enter_context(closing(opening(arguments.file, Actor.here(), read_only=True)))
        connection = stack.enter_context(file.store.reading())
        found = events(connection, _wanted(connection, arguments.row))
        places = _places(connection, found)
    if arguments.json:
        telling.document([_as_json(event, places.get(event.change.id, _Where())) for event in found])
    else:
        for event in found:
            telling.line(_line(event, places.get(event.change.id, _Where())))
    return DONE


def _wanted(connection: Connection, number: str | None) -> list[RecordId]:
    if number is None:
        return []
    rows = rows_numbered(connection, number)
    if not rows:
        raise PlanError("番号「{number}」の行はありません。", number=number)
    return [record for row in rows for record in records_of(connection, row)]


def _places(connection: Connection, found: Sequence[Event]) -> Mapping[RecordId, _Where]:
    """Where each record of a row stands."""
    owners = entry_owners(connection, [e.change.id for e in found if e.change.table == TARGET.table])
    own = {AssignmentId(e.change.id) for e in found if e.change.table == "assignment"}
    rows = row_facts(connection, own | {row for row, _year in owners.values()})
    of_entries = {entry: _Where(rows.get(row), year) for entry, (row, year) in owners.items()}
    return {RecordId(row): _Where(facts) for row, facts in rows.items()} | of_entries


def _line(event: Event, where: _Where) -> str:
    revision, change = event.revision, event.change
    who = f"{revision.actor}（{revision.pc}）"
    parts = [str(revision.number), moment(revision.at), who, _step(event), _place(where), _label(event)]
    if change.field != RECORD:
        parts.append(f"{telling.value(change.before)} → {telling.value(change.after)}")
    return "  ".join(part for part in parts if part)


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


def _as_json(event: Event, where: _Where) -> dict[str, object]:
    revision, change = event.revision, event.change
    return {
        "revision": revision.number,
        "at": revision.at,
        "who": revision.actor,
        "pc": revision.pc,
        "what": str(revision.name),
        "kind": revision.kind,
        "row": where.row.number if where.row is not None else None,
        "department": where.row.label if where.row is not None else None,
        "year": int(where.year) if where.year is not None else None,
        "table": change.table,
        "record": change.id,
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }
