"""`ayumi import`: what a source would change, and the change itself as one step that can be undone."""

import argparse
from contextlib import closing

from console import telling
from console.status import DONE, REMAINS
from db.file.backups import Reason, take
from db.file.planfile import PlanFile, create_plan, open_plan
from db.file.received import SIZE_LIMIT
from db.log.changes import recording
from db.store.disk import read_whole
from db.store.working import Actor
from imports.kinds import accept, compare, plan_of, read_any, start
from imports.table.row_comparing import Fate
from imports.ways import SourceProposal, SourceReading
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.findings import Severity
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
    left_out = any(finding.severity is Severity.ERROR for finding in (proposal or reading).findings)
    return REMAINS if left_out else DONE


def _whole(given: argparse.Namespace) -> int:
    """A whole plan in JSON becomes a new file; it is never mixed into one that exists."""
    if given.dry_run or given.file.exists():
        raise PlanError("JSON の計画は、新しい計画ファイルにだけ読み込めます。別の名前を付けてください。")
    text = read_whole(given.source, SIZE_LIMIT).decode("utf-8", errors="replace")
    create_from_whole(given.file, Actor.here(), text, given.source.name).close()
    telling.tell("{file} に取り込みました。", file=given.file)
    return DONE


def _into_known(given: argparse.Namespace, reading: SourceReading) -> SourceProposal:
    with closing(open_plan(given.file, Actor.here(), read_only=given.dry_run)) as plan_file:
        if given.dry_run:
            return plan_file.store.ask(compare, reading)
        return _accepted(plan_file, reading)


def _accepted(plan_file: PlanFile, reading: SourceReading) -> SourceProposal:
    proposal = plan_file.store.ask(compare, reading)
    if proposal.changes_something:
        take(plan_file.store, Reason.IMPORT)
        with recording(plan_file.store, "表の取り込み") as opened:
            accept(opened, proposal)
    return proposal


def _into_new(given: argparse.Namespace, reading: SourceReading) -> SourceProposal | None:
    """A plan made of the source; a dry run does not even make the file."""
    plan_of(reading)
    if given.dry_run:
        return None
    with closing(create_plan(given.file, Actor.here())) as made, recording(made.store, "表の取り込み") as opened:
        return start(opened, reading)


def _as_json(reading: SourceReading, proposal: SourceProposal | None) -> dict[str, object]:
    counts = proposal.counts if proposal else {Fate.NEW: reading.row_count}
    return {
        "rows": reading.row_count,
        "departments": reading.department_count,
        "years": reading.year_count,
        "cells": reading.cell_count,
        **{fate.value: counts.get(fate, 0) for fate in Fate},
        "missing": proposal.missing_count if proposal else 0,
        "findings": [telling.finding(f) for f in (proposal or reading).findings],
    }


def _tell(given: argparse.Namespace, reading: SourceReading, proposal: SourceProposal | None) -> None:
    found = _as_json(reading, proposal)
    telling.tell(
        "{source}: {rows} 行（新規 {new}、変更 {changed}、同じ {same}）、担当課 {departments}、年度 {years}",
        source=given.source.name,
        **found,
    )
    for each in (proposal or reading).findings:
        telling.tell_finding(each)
    done = "{file} は変更していません。" if given.dry_run else "{file} に取り込みました。"
    telling.tell(done, file=given.file)
