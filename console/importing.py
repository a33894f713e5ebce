"""`ayumi import`: what a source would change, and the change itself as one step that can be undone."""

import argparse
from collections.abc import Iterator
from contextlib import closing

from console import telling
from console.status import DONE
from db.file.backups import Reason, take
from db.file.planfile import PlanFile, create_plan, open_plan
from db.file.received import SIZE_LIMIT
from db.log.changes import recording
from db.store.disk import read_whole
from db.store.working import Actor
from imports.kinds import AnyReading, read_any
from imports.reports.preview_words import TextChange
from imports.reports.records import ReportReading
from imports.sources import AnyProposal, ShownRow, accept_any, plan_from_any, propose_any, shown_rows, start_any
from imports.table.row_comparing import Fate, Proposal
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import DEPARTMENT
from work.samples import create_from_whole


def import_(given: argparse.Namespace) -> int:
    """Read the source, compare, and accept all of it unless it is a dry run."""
    if given.source.suffix.lower() == ".json":
        return _whole(given)
    reading = read_any(given.source, given.sheet or "", FiscalYear.parse(given.year) if given.year else None)
    proposal = _into_known(given, reading) if given.file.exists() else _into_new(given, reading)
    if given.json:
        telling.document(_as_json(reading, proposal))
    else:
        _tell(given, reading, proposal)
    return DONE


def _whole(given: argparse.Namespace) -> int:
    """A whole plan in JSON becomes a new file; it is never mixed into one that exists."""
    if given.dry_run or given.file.exists():
        raise PlanError("JSON の計画は、新しい計画ファイルにだけ読み込めます。別の名前を付けてください。")
    text = read_whole(given.source, SIZE_LIMIT).decode("utf-8", errors="replace")
    create_from_whole(given.file, Actor.here(), text, given.source.name).close()
    telling.tell("{file} に取り込みました。", file=given.file)
    return DONE


def _into_known(given: argparse.Namespace, reading: AnyReading) -> AnyProposal:
    with closing(open_plan(given.file, Actor.here(), read_only=given.dry_run)) as plan_file:
        if given.dry_run:
            with plan_file.store.reading() as connection:
                return propose_any(connection, reading)
        return _accepted(plan_file, reading)


def _accepted(plan_file: PlanFile, reading: AnyReading) -> AnyProposal:
    with plan_file.store.reading() as connection:
        proposal = propose_any(connection, reading)
    if proposal.changes_something:
        take(plan_file.store, Reason.IMPORT)
        with recording(plan_file.store, "表の取り込み") as opened:
            accept_any(opened, proposal)
    return proposal


def _into_new(given: argparse.Namespace, reading: AnyReading) -> AnyProposal | None:
    """A plan made of the source; a dry run does not even make the file."""
    plan_from_any(reading)
    if given.dry_run:
        return None
    with closing(create_plan(given.file, Actor.here())) as made, recording(made.store, "表の取り込み") as opened:
        return start_any(opened, reading)


def _as_json(reading: AnyReading, proposal: AnyProposal | None) -> dict[str, object]:
    read = _counted(reading)
    counts = proposal.counts if proposal else {Fate.NEW: read["rows"]}
    return {
        **read,
        **{fate.value: counts.get(fate, 0) for fate in Fate},
        "missing": len(proposal.missing) if isinstance(proposal, Proposal) else 0,
        "changes": [_change(row, cell) for row, cell in _changes(proposal)],
        "findings": [telling.finding(f) for f in (proposal or reading).findings],
    }


def _changes(proposal: AnyProposal | None) -> Iterator[tuple[ShownRow, TextChange]]:
    """Every value of what the plan knows that would read differently."""
    rows = shown_rows(proposal) if proposal else ()
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


def _counted(reading: AnyReading) -> dict[str, int]:
    """What was read: the rows of a table, or the measures, indicators or sheets of a report."""
    if isinstance(reading, ReportReading):
        return {
            "rows": reading.rows,
            "departments": reading.departments,
            "years": len(reading.fiscal_years),
            "cells": reading.cells,
        }
    table = reading.table
    return {
        "rows": len(table.rows),
        "departments": len({table.text(row, DEPARTMENT) for row in table.rows} - {""}),
        "years": len(reading.years),
        "cells": len(table.rows) * len(table.columns),
    }


def _tell(given: argparse.Namespace, reading: AnyReading, proposal: AnyProposal | None) -> None:
    found = _as_json(reading, proposal)
    telling.tell(
        "{source}: {rows} 行（新規 {new}、変更 {changed}、同じ {same}）、担当課 {departments}、年度 {years}",
        source=given.source.name,
        **found,
    )
    for row, cell in _changes(proposal) if given.dry_run else ():
        _tell_change(row, cell)
    for each in (proposal or reading).findings:
        telling.tell_finding(each)
    done = "{file} は変更していません。" if given.dry_run else "{file} に取り込みました。"
    telling.tell(done, file=given.file)
