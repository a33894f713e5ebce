"""`ayumi import`: what a table would change, and the change itself as one step that can be undone."""

import argparse
from contextlib import closing

from db.backups import Reason, take
from db.changes import recording
from db.disk import read_whole
from db.planfile import PlanFile, create_plan, open_plan
from db.store import Actor
from db.untrusted import SIZE_LIMIT
from desktop.console import reports
from desktop.console.status import DONE
from desktop.sample import create_from_whole
from imports.acceptance import accept, plan_from, start_from
from imports.proposals import Fate, Proposal, propose
from imports.reading import Reading, read
from plan.errors import PlanError
from plan.fields import DEPARTMENT


def import_(given: argparse.Namespace) -> int:
    """Read the source, compare, and accept all of it unless it is a dry run."""
    if given.source.suffix.lower() == ".json":
        return _whole(given)
    reading = read(given.source, given.sheet or "")
    proposal = _into_known(given, reading) if given.file.exists() else _into_new(given, reading)
    if given.json:
        reports.document(_as_json(reading, proposal))
    else:
        _tell(given, reading, proposal)
    return DONE


def _whole(given: argparse.Namespace) -> int:
    """A whole plan in JSON becomes a new file; it is never mixed into one that exists."""
    if given.dry_run or given.file.exists():
        raise PlanError("JSON の計画は、新しい計画ファイルにだけ読み込めます。別の名前を付けてください。")
    text = read_whole(given.source, SIZE_LIMIT).decode("utf-8", errors="replace")
    create_from_whole(given.file, Actor.here(), text, given.source.name).close()
    reports.tell("{file} に取り込みました。", file=given.file)
    return DONE


def _into_known(given: argparse.Namespace, reading: Reading) -> Proposal:
    with closing(open_plan(given.file, Actor.here(), read_only=given.dry_run)) as plan_file:
        if given.dry_run:
            with plan_file.store.reading() as connection:
                return propose(connection, reading)
        return _accepted(plan_file, reading)


def _accepted(plan_file: PlanFile, reading: Reading) -> Proposal:
    with plan_file.store.reading() as connection:
        proposal = propose(connection, reading)
    if proposal.changes_something:
        take(plan_file.store, Reason.IMPORT)
        with recording(plan_file.store, "表の取り込み") as opened:
            accept(opened, proposal)
    return proposal


def _into_new(given: argparse.Namespace, reading: Reading) -> Proposal | None:
    """A plan made of the table; a dry run does not even make the file."""
    new = plan_from(reading)
    if given.dry_run:
        return None
    with closing(create_plan(given.file, Actor.here())) as made, recording(made.store, "表の取り込み") as opened:
        return start_from(opened, reading, new)


def _as_json(reading: Reading, proposal: Proposal | None) -> dict[str, object]:
    counts = proposal.counts if proposal else {Fate.NEW: len(reading.table.rows)}
    return {
        "rows": len(reading.table.rows),
        "departments": len(_departments(reading)),
        "years": len(reading.years),
        "cells": len(reading.table.rows) * len(reading.table.columns),
        **{fate.value: counts.get(fate, 0) for fate in Fate},
        "missing": len(proposal.missing) if proposal else 0,
        "findings": [reports.finding(f) for f in (proposal or reading).findings],
    }


def _departments(reading: Reading) -> set[str]:
    return {reading.table.text(row, DEPARTMENT) for row in reading.table.rows} - {""}


def _tell(given: argparse.Namespace, reading: Reading, proposal: Proposal | None) -> None:
    found = _as_json(reading, proposal)
    reports.tell(
        "{source}: {rows} 行（新規 {new}、変更 {changed}、同じ {same}）、担当課 {departments}、年度 {years}",
        source=given.source.name,
        **found,
    )
    for each in (proposal or reading).findings:
        reports.tell_finding(each)
    done = "{file} は変更していません。" if given.dry_run else "{file} に取り込みました。"
    reports.tell(done, file=given.file)
