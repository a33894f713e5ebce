"""`ayumi export`: one of the documents in the format that the name's ending gives, or the whole plan as JSON."""

import argparse
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import rich.console
import rich.progress

from db.evaluation_queries import departments_or_divisions_named, evaluation_sheets, results_report
from db.planfile import open_plan
from db.queries import Scope, departments_named, progress_table
from db.report_queries import outcome_report, plan_book
from db.store import Actor, Store
from db.whole import whole_plan
from desktop.console import reports
from desktop.console.status import DONE, REMAINS
from exports.document import Document, Overfull, TooManyPages
from exports.files import atomic_write
from exports.forms import evaluation_sheet
from exports.forms import outcome_report as outcome_form
from exports.forms import plan_book as book_form
from exports.forms import progress_table as table_form
from exports.forms import results_report as results_form
from exports.writing import write_document
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.table import Order, ProgressTable
from plan.tally import Counting


def export(given: argparse.Namespace) -> int:
    """Write what was asked for."""
    with closing(open_plan(given.file, Actor.here(), read_only=True)) as plan_file:
        if given.out.suffix.lower() == ".json":
            with plan_file.store.reading() as connection:
                text = whole_plan(connection)
            _write_text(text, given.out)
            return DONE
        if given.out.suffix.lower() == ".csv" and given.form != "progress-table":
            raise PlanError("CSV で書き出せるのは進行管理表だけです。.xlsx .pdf .html のどれかにしてください。")
        document = _FORMS[given.form](plan_file.store, given)
    return export_document(document, given.out)


def _progress_table(store: Store, given: argparse.Namespace) -> Document:
    with store.reading() as connection:
        scope = Scope(
            years=_years(given),
            departments=departments_named(connection, given.department) if given.department else None,
            lead_only=given.lead_only,
            order=Order(given.order),
            grades=given.grades,
        )
        table = progress_table(connection, scope)
    table.document_label = given.label or table.document_label
    return table_form.compose(table)


def _evaluation_sheets(store: Store, given: argparse.Namespace) -> Document:
    with store.reading() as connection:
        wanted = departments_or_divisions_named(connection, given.department) if given.department else None
        return evaluation_sheet.compose(evaluation_sheets(connection, _years(given), wanted))


def _results_report(store: Store, given: argparse.Namespace) -> Document:
    with store.reading() as connection:
        report = results_report(connection, _year(given))
    return results_form.compose(replace(report, counting=Counting(given.relisted)) if given.relisted else report)


def _plan_book(store: Store, _given: argparse.Namespace) -> Document:
    with store.reading() as connection:
        return book_form.compose(plan_book(connection))


def _outcome_report(store: Store, given: argparse.Namespace) -> Document:
    with store.reading() as connection:
        return outcome_form.compose(outcome_report(connection, _year(given)))


_FORMS: dict[str, Callable[[Store, argparse.Namespace], Document]] = {
    "progress-table": _progress_table,
    "evaluation-sheet": _evaluation_sheets,
    "results-report": _results_report,
    "plan-book": _plan_book,
    "outcome-report": _outcome_report,
}


def _years(given: argparse.Namespace) -> YearRange | None:
    return YearRange.parse(given.years) if given.years else None


def _year(given: argparse.Namespace) -> FiscalYear | None:
    """The one year that a report is about: the last of those named."""
    years = _years(given)
    return years.last if years else None


def _write_text(text: str, out: Path) -> None:
    with atomic_write(out) as file:
        file.write(text.encode())
    reports.tell("{file} に書き出しました。", file=out)


def export_table(table: ProgressTable, out: Path) -> None:
    """Write the table and tell what a reader will not see of it."""
    export_document(table_form.compose(table), out)


def export_document(document: Document, out: Path) -> int:
    """Write the document and tell what a reader will not see of it, or not as it should be."""
    screen = rich.console.Console(stderr=True)
    with rich.progress.Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(out.name)
        losses = write_document(document, out, lambda done, total: bar.update(task, completed=done, total=total))
    reports.losses(losses)
    reports.tell("{file} に書き出しました。", file=out)
    return REMAINS if any(isinstance(loss, Overfull | TooManyPages) for loss in losses) else DONE
