"""What only a document's pages show: sheets whose texts do not fit on theirs, and a report of too many pages.

These findings cost a layout of every sheet, so they stand beside those of `db.read.checking` and may come later.
"""

from collections.abc import Iterator
from dataclasses import replace

from db.read.reports import outcome_report as outcome_report_of
from db.read.sheets import sheets_of_all_years
from db.store.working import Store
from exports.document import Overfull, TooManyPages
from exports.forms import evaluation_sheet, outcome_report
from plan.checks.evaluation_sheets import SHEET_OVERFULL, TOO_MANY_PAGES
from plan.documents.reports import EvaluationSheet, EvaluationSheets, OutcomeReport
from plan.errors import say
from plan.fields import FIELDS
from plan.findings import Finding, Place
from plan.progress import Progress, silent
from work.documents import page_losses

_FIELDS = {(field.table, field.name): field for field in FIELDS}
_METHOD = _FIELDS["indicator", "method"]


def page_findings(store: Store, progress: Progress = silent) -> list[Finding]:
    """A finding for every sheet and report that no page has room for."""
    with store.reading() as connection:
        sheets, report = sheets_of_all_years(connection), outcome_report_of(connection)
    return [*(_of_sheets(sheets, progress) if sheets else ()), *_of_report(report, progress)]


def _of_sheets(sheets: EvaluationSheets, progress: Progress) -> Iterator[Finding]:
    for sheet in sheets.sheets:
        for loss in page_losses(evaluation_sheet.compose(replace(sheets, sheets=(sheet,))), progress):
            if isinstance(loss, Overfull):
                yield _overfull(sheet, loss)


def _overfull(sheet: EvaluationSheet, loss: Overfull) -> Finding:
    sentence = say(
        "評価表「{name}」は、一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。"
        "「{longest}」の文章を短くしてください。",
        name=loss.where,
        size=f"{loss.size:g}",
        smallest=f"{loss.smallest:g}",
        longest="」「".join(loss.longest),
    )
    place = Place(number=sheet.number, department=sheet.department, year=sheet.year, record=sheet.id)
    return SHEET_OVERFULL.found(sentence, place)


def _of_report(report: OutcomeReport, progress: Progress) -> Iterator[Finding]:
    for loss in page_losses(outcome_report.compose(report), progress):
        if isinstance(loss, TooManyPages):
            sentence = say(
                "成果報告書が {pages} ページになり、{limit} ページを超えています。"
                "いちばん長い「{longest}」などの文章を短くしてください。",
                pages=loss.pages,
                limit=loss.limit,
                longest=loss.longest[0],
            )
            yield TOO_MANY_PAGES.found(sentence, Place(year=report.year, field=_METHOD))
