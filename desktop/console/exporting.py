"""`ayumi export`: the progress table in the format that the name's ending gives, or the whole plan as JSON."""

import argparse
from contextlib import closing
from pathlib import Path

import rich.console
import rich.progress

from db.planfile import open_plan
from db.queries import Scope, departments_named, progress_table
from db.store import Actor
from db.whole import whole_plan
from desktop.console import reports
from desktop.console.status import DONE
from exports.files import atomic_write
from exports.forms.progress_table import compose
from exports.writing import write_document
from plan.era import YearRange
from plan.table import Order, ProgressTable


def export(given: argparse.Namespace) -> int:
    """Write what was asked for."""
    with (
        closing(open_plan(given.file, Actor.here(), read_only=True)) as plan_file,
        plan_file.store.reading() as connection,
    ):
        if given.out.suffix.lower() == ".json":
            _write_text(whole_plan(connection), given.out)
            return DONE
        scope = Scope(
            years=YearRange.parse(given.years) if given.years else None,
            departments=departments_named(connection, given.department) if given.department else None,
            lead_only=given.lead_only,
            order=Order(given.order),
            grades=given.grades,
        )
        table = progress_table(connection, scope)
    table.document_label = given.label or table.document_label
    export_table(table, given.out)
    return DONE


def _write_text(text: str, out: Path) -> None:
    with atomic_write(out) as file:
        file.write(text.encode())
    reports.tell("{file} に書き出しました。", file=out)


def export_table(table: ProgressTable, out: Path) -> None:
    """Write the table and tell what a reader will not see of it."""
    screen = rich.console.Console(stderr=True)
    with rich.progress.Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(out.name)
        losses = write_document(compose(table), out, lambda done, total: bar.update(task, completed=done, total=total))
    reports.losses(losses)
    reports.tell("{file} に書き出しました。", file=out)
