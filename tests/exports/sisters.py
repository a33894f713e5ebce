"""The sample plan's documents, composed once, and the ways in which their texts are read back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pypdfium2  # type: ignore[import-untyped]

from db.file.whole_plan import read_whole_plan
from db.log.changes import recording
from db.read.grades import evaluation_sheets, results_report
from db.read.reports import outcome_report, plan_book
from db.read.table import progress_table
from exports.document import Contents, Document, Loss, every_text
from exports.formats.excel import workbook
from exports.formats.html import page as html
from exports.formats.pdf import drawing
from exports.forms import evaluation_sheet
from exports.forms import outcome_report as outcome_form
from exports.forms import plan_book as book_form
from exports.forms import results_report as results_form
from plan.documents.reports import EvaluationSheets, OutcomeReport, PlanBook, ResultsReport
from plan.table import ProgressTable
from tests.db.conftest import empty_store

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "plan.json"


@dataclass(frozen=True, slots=True)
class Sample:
    """What the sample plan tells its documents."""

    sheets: EvaluationSheets
    results: ResultsReport
    book: PlanBook
    outcome: OutcomeReport
    table: ProgressTable


@cache
def sample() -> Sample:
    """The sample plan's reports."""
    with TemporaryDirectory() as folder:
        store = empty_store(Path(folder) / "plan.sqlite")
        with recording(store, "見本") as door:
            read_whole_plan(door, SAMPLE.read_text(encoding="utf-8"), "plan.json")
        with store.reading() as connection:
            found = Sample(
                evaluation_sheets(connection),
                results_report(connection),
                plan_book(connection),
                outcome_report(connection),
                progress_table(connection),
            )
        store.close()
    return found


@cache
def documents() -> dict[str, Document]:
    """The four documents of the sample plan."""
    told = sample()
    return {
        "evaluation-sheet": evaluation_sheet.compose(told.sheets),
        "results-report": results_form.compose(told.results),
        "plan-book": book_form.compose(told.book),
        "outcome-report": outcome_form.compose(told.outcome),
    }


FORMS = ("evaluation-sheet", "results-report", "plan-book", "outcome-report")


def as_pdf(document: Document, losses: Sequence[Loss] = ()) -> bytes:
    """The document on paper; exactly those losses were told."""
    out = BytesIO()
    assert drawing.write(document, out) == list(losses)
    return out.getvalue()


def as_workbook(document: Document) -> bytes:
    """The document as a workbook, nothing lost."""
    out = BytesIO()
    assert workbook.write(document, out) == []
    return out.getvalue()


def as_page(document: Document) -> str:
    """The document for a website, nothing lost."""
    out = BytesIO()
    assert html.write(document, out) == []
    return out.getvalue().decode()


def bare(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s", "", text)


def pages(content: bytes) -> list[str]:
    """The text of each page, without white space."""
    reader = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded() for page in reader]
    reader.close()
    return [bare(text.replace("\ufffe", "")) for text in texts]


def cells(content: bytes) -> str:
    """All texts of a workbook, without white space."""
    book = openpyxl.load_workbook(BytesIO(content))
    values = (v for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for v in row)
    return bare("\n".join(str(value) for value in values if value is not None))


def lines_of(document: Document) -> list[str]:
    """Every line of every text that went into a document."""
    with_pages = [b for b in document.blocks if not isinstance(b, Contents)]
    assert with_pages
    return [bare(line) for _, text in every_text(document) for line in text.split("\n") if bare(line)]
