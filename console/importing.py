"""`ayumi import`: what a source would change, and the change itself as one step that can be undone."""

import argparse
from collections.abc import Iterator
from contextlib import closing

from console import files, telling
from console.progress import bar
from console.status import DONE, REMAINS
from db.file.backups import Reason, take
from db.file.planfile import PlanFile, create_plan
from db.file.received import SIZE_LIMIT
from db.log.changes import recording
from db.store.disk import read_whole
from db.store.working import Actor
from imports.kinds import accept, compare, compared_rows, plan_of, read_any, start
from imports.reports.preview_words import TextChange
from imports.table.row_comparing import Fate
from imports.ways import ShownRow, SourceProposal, SourceReading
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.findings import Severity
from work.language import _
from work.samples import create_from_whole


def import_(arguments: argparse.Namespace) -> int:
    """Read the source, compare, and accept all of it unless it is a dry run."""
    if arguments.source.suffix.lower() == ".json":
        return _whole(arguments)
    with bar(_("読み込んでいます")):
        reading = read_any(
            arguments.source, arguments.sheet or "", FiscalYear.parse(arguments.year) if arguments.year else None
        )
    with bar(_("計画に取り込んでいます")):
        proposal = _into_known(arguments, reading) if arguments.file.exists() else _into_new(arguments, reading)
    if arguments.json:
        telling.document(_as_json(reading, proposal))
    else:
        _tell(arguments, reading, proposal)
    left_out = any(finding.severity is Severity.ERROR for finding in (proposal or reading).findings)
    return REMAINS if left_out else DONE


def _whole(arguments: argparse.Namespace) -> int:
    """A whole plan in JSON becomes a new file; it is never mixed into one that exists."""
    if arguments.dry_run or arguments.file.exists():
        raise PlanError("JSON の計画は、新しい計画ファイルにだけ読み込めます。別の名前を付けてください。")
    text = read_whole(arguments.source, SIZE_LIMIT).decode("utf-8", errors="replace")
    create_from_whole(arguments.file, Actor.here(), text, arguments.source.name).close()
    telling.tell("{file} に取り込みました。", file=arguments.file)
    return DONE


def _into_known(arguments: argparse.Namespace, reading: SourceReading) -> SourceProposal:
    with files.plan_of(arguments.file, read_only=arguments.dry_run) as plan_file:
        if arguments.dry_run:
            return plan_file.store.ask(compare, reading)
        return _accepted(plan_file, reading)


def _accepted(plan_file: PlanFile, reading: SourceReading) -> SourceProposal:
    proposal = plan_file.store.ask(compare, reading)
    if proposal.changes_something:
        take(plan_file.store, Reason.IMPORT)
        with recording(plan_file.store, "表の取り込み") as door:
            accept(door, proposal)
    return proposal


def _into_new(arguments: argparse.Namespace, reading: SourceReading) -> SourceProposal | None:
    """A plan made of the source; a dry run does not even make the file."""
    plan_of(reading)
    if arguments.dry_run:
        return None
    with closing(create_plan(arguments.file, Actor.here())) as made, recording(made.store, "表の取り込み") as door:
        return start(door, reading)


def _as_json(reading: SourceReading, proposal: SourceProposal | None) -> dict[str, object]:
    counts = proposal.counts if proposal else {Fate.NEW: reading.row_count}
    return {
        "rows": reading.row_count,
        "departments": reading.department_count,
        "years": reading.year_count,
        "cells": reading.cell_count,
        **{fate.value: counts.get(fate, 0) for fate in Fate},
        "changes": [_change(row, cell) for row, cell in _changes(proposal)],
        "missing": proposal.missing_count if proposal else 0,
        "findings": [telling.finding(f) for f in (proposal or reading).findings],
    }


def _changes(proposal: SourceProposal | None) -> Iterator[tuple[ShownRow, TextChange]]:
    """Every value of what the plan knows that would read differently."""
    rows = compared_rows(proposal) if proposal else ()
    yield from ((row, cell) for row in rows if row.fate is Fate.CHANGED for cell in row.cells)


def _change(row: ShownRow, cell: TextChange) -> dict[str, object]:
    place, heading = row.place, cell.heading
    return {
        "sheet": place.sheet,
        "line": place.line,
        "row": row.name,
        "year": None if heading.year is None else int(heading.year),
        "field": heading.field.name,
        "part": heading.part,
        "before": cell.before,
        "after": cell.after,
    }


def _tell_change(row: ShownRow, cell: TextChange) -> None:
    telling.tell(
        "  変更  {line} 行目 {name} {label}: {before} → {after}",
        line=row.place.line,
        name=" ".join(row.name.split()),
        label=cell.label,
        before=telling.value(cell.before),
        after=telling.value(cell.after),
    )


def _tell(arguments: argparse.Namespace, reading: SourceReading, proposal: SourceProposal | None) -> None:
    found = _as_json(reading, proposal)
    telling.tell(
        "{source}: {rows} 行（新規 {new}、変更 {changed}、同じ {same}）、担当課 {departments}、年度 {years}",
        source=arguments.source.name,
        **found,
    )
    for row, cell in _changes(proposal) if arguments.dry_run else ():
        _tell_change(row, cell)
    for each in (proposal or reading).findings:
        telling.tell_finding(each)
    done = "{file} は変更していません。" if arguments.dry_run else "{file} に取り込みました。"
    telling.tell(done, file=arguments.file)
