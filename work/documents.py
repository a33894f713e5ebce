"""The documents that a plan becomes: which there are, what may be chosen about them, and how they are made."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path

from db.read.grades import evaluation_sheets
from db.read.grades import results_report as results_report_of
from db.read.reports import outcome_report as outcome_report_of
from db.read.reports import plan_book as plan_book_of
from db.read.table import PlanFacts, Scope, plan_facts
from db.read.table import progress_table as progress_table_of
from db.read.totals import overview as overview_of
from db.store.working import Store
from exports.document import Document, Loss
from exports.forms import evaluation_sheet, outcome_report, overview, plan_book, progress_table, results_report
from exports.typeset.fonts import further
from exports.typeset.truetype import Font
from imports.source_kind import SourceKind
from plan.documents.tally import Counting
from plan.era import FiscalYear, YearRange
from plan.progress import Progress
from work.places import settings_folder
from work.writing import write_document

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class Choice(Enum):
    """What can be chosen about a document."""

    YEARS = "years"  # from one fiscal year to another
    YEAR = "year"  # one of them; None is the last that has anything to tell
    DEPARTMENTS = "departments"
    TABLE = "table"  # the table's rows, columns and their order
    LABEL = "label"
    PROOF = "proof"  # for proofreading, with what is still to be done


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to have: the part of the plan, and its label and way of counting (None: the plan's own)."""

    scope: Scope
    label: str | None = None
    counting: Counting | None = None
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of document; `id` is its name on the command line, `name` the Japanese one for lists and file names."""

    id: str
    name: str
    compose: Callable[[Store, Asked], Document]
    choices: frozenset[Choice] = frozenset()
    reader: SourceKind | None = None  # how it comes in from outside


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as PDF, and what of it the pages cannot show."""

    pdf: bytes
    losses: tuple[Loss, ...]


def _progress_table(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        table, facts = progress_table_of(connection, asked.scope), plan_facts(connection)
    if asked.label is not None:
        table.document_label = asked.label
    return progress_table.compose(table, author=facts.city)


def _evaluation_sheets(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        sheets = evaluation_sheets(connection, asked.scope.years, asked.scope.departments)
    return evaluation_sheet.compose(sheets, proof=asked.proof)


def _results_report(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        report = results_report_of(connection, _year(asked))
    return results_report.compose(replace(report, counting=asked.counting or report.counting))


def _plan_book(store: Store, _asked: Asked) -> Document:
    with store.reading() as connection:
        book = plan_book_of(connection)
    return plan_book.compose(book)


def _outcome_report(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        report = outcome_report_of(connection, _year(asked))
    return outcome_report.compose(report)


def _overview(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        found = overview_of(connection, asked.scope)
    return overview.compose(found)


def _year(asked: Asked) -> FiscalYear | None:
    return asked.scope.years.last if asked.scope.years is not None else None


_OF_TABLE = frozenset({Choice.YEARS, Choice.DEPARTMENTS, Choice.TABLE, Choice.LABEL})
_OF_YEAR = frozenset({Choice.YEAR})
FORMS = [
    Form("progress-table", "進行管理表", _progress_table, _OF_TABLE, SourceKind.PROGRESS),
    Form(
        "evaluation-sheet",
        "個別事業評価表",
        _evaluation_sheets,
        frozenset({Choice.YEAR, Choice.DEPARTMENTS, Choice.PROOF}),
        SourceKind.SHEETS,
    ),
    Form("results-report", "実績及び評価書", _results_report, _OF_YEAR, SourceKind.STATUSES),
    Form("outcome-report", "成果報告書", _outcome_report, _OF_YEAR, SourceKind.OUTCOMES),
    Form("plan-book", "計画書", _plan_book, reader=SourceKind.PLAN_BOOK),
    Form("overview", "進捗の概要", _overview, frozenset({Choice.YEARS, Choice.DEPARTMENTS})),
]
"""The documents in the order of lists."""


def form_named(form_id: str) -> Form:
    """The form of that name; the first where there is none any more."""
    return next((form for form in FORMS if form.id == form_id), FORMS[0])


def set_pages(document: Document, progress: Progress) -> Pages:
    """Set the document's pages in memory."""
    from exports.formats.pdf import drawing  # noqa: PLC0415 - loaded when the first page is wanted

    out = BytesIO()
    losses = drawing.write(document, out, fallbacks=city_fonts(), progress=progress)
    return Pages(out.getvalue(), tuple(losses))


def page_losses(document: Document, progress: Progress) -> Sequence[Loss]:
    """What the document's pages would not show, without making them."""
    from exports.formats.pdf import drawing  # noqa: PLC0415 - loaded when the first page is wanted

    return drawing.examine(document, progress)


def write_file(document: Document, path: Path, progress: Progress) -> tuple[Loss, ...]:
    """Write the document to a file whose ending gives the format; what stood there stays where that fails."""
    return tuple(write_document(document, path, progress, fallbacks=city_fonts()))


def city_fonts() -> tuple[Font, ...]:
    """The further fonts that a city has put beside the settings, for characters of its own (外字)."""
    return further(settings_folder() / "fonts")


def file_name(facts: PlanFacts, form: Form, years: YearRange | None, suffix: str) -> str:
    """A name as an office would give it: 第4次情報化計画_進行管理表_令和3年度.xlsx."""
    parts = [facts.title, form.name]
    chosen = years or (facts.years if Choice.YEARS in form.choices else None)
    if chosen is not None:
        whole = chosen in (facts.years, YearRange(chosen.last, chosen.last))
        parts.append(chosen.last.label if whole else f"{chosen.first.label}～{chosen.last.label}")
    return _FORBIDDEN.sub("_", "_".join(parts)) + suffix
