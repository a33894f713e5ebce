"""What we print as workbooks comes back in without a change, schedules drawn with arrows included."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.edit.records import set_values
from db.file.planfile import PlanFile
from db.log.changes import recording
from db.log.history import undo
from db.read.grades import evaluation_sheets, results_report
from db.read.reports import outcome_report, plan_book
from db.store.working import Actor, Connection
from exports.document import Document
from exports.formats.excel import workbook
from exports.forms import evaluation_sheet
from exports.forms import outcome_report as outcomes
from exports.forms import plan_book as book
from exports.forms import results_report as results
from imports.files.rectangle import Span
from imports.kinds import compare, open_any, read_any, read_any_sheets
from imports.reports.records import ReportReading
from imports.source_kind import SourceKind
from work.samples import create_sample

COMPOSED: dict[SourceKind, Callable[[Connection], Document]] = {
    SourceKind.SHEETS: lambda connection: evaluation_sheet.compose(evaluation_sheets(connection)),
    SourceKind.STATUSES: lambda connection: results.compose(results_report(connection)),
    SourceKind.PLAN_BOOK: lambda connection: book.compose(plan_book(connection)),
    SourceKind.OUTCOMES: lambda connection: outcomes.compose(outcome_report(connection)),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanFile]:
    with pytest.MonkeyPatch.context() as patched:
        folder = tmp_path_factory.mktemp("sample")
        patched.setenv("AYUMI_HOME", str(folder / "home"))
        opened = create_sample(folder / "見本.ayumi", Actor("試験 花子", "PC-1"))
        yield opened
        opened.close()


def printed(sample: PlanFile, kind: SourceKind, folder: Path) -> Path:
    path = folder / "書類.xlsx"
    with sample.store.reading() as connection, path.open("wb") as file:
        workbook.write(COMPOSED[kind](connection), file)
    return path


@pytest.mark.parametrize("kind", COMPOSED)
def test_a_document_of_ours_changes_nothing_in_the_plan_it_came_from(
    sample: PlanFile, kind: SourceKind, tmp_path: Path
) -> None:
    told = read_any(printed(sample, kind, tmp_path))
    assert isinstance(told, ReportReading)
    assert (told.kind, told.row_count > 4) == (kind, True)
    with sample.store.reading() as connection:
        proposal = compare(connection, told)
    assert not proposal.changes_something
    assert [str(f.sentence) for f in proposal.findings] == []


def test_an_arrow_that_somebody_moved_is_a_change_of_the_schedule(sample: PlanFile, tmp_path: Path) -> None:
    sheets = open_any(printed(sample, SourceKind.SHEETS, tmp_path))
    arrow = sheets[0].arrows[0]
    moved = Span(arrow.top, arrow.left, arrow.bottom, arrow.right - 1)
    told = read_any_sheets([replace(sheets[0], arrows=(moved, *sheets[0].arrows[1:]))], "書類.xlsx")
    with sample.store.reading() as connection:
        proposal = compare(connection, told)
    assert proposal.changes_something


def test_a_form_is_found_by_its_labels_wherever_they_stand(sample: PlanFile, tmp_path: Path) -> None:
    sheets = open_any(printed(sample, SourceKind.SHEETS, tmp_path))
    moved = [
        replace(
            sheet,
            rows=[[""], *([["", *row] for row in sheet.rows])],
            arrows=tuple(map(_further, sheet.arrows)),
            handling=replace(sheet.handling, merged=tuple(map(_further, sheet.handling.merged))),
        )
        for sheet in sheets
    ]
    with sample.store.reading() as connection:
        assert not compare(connection, read_any_sheets(moved, "書類.xlsx")).changes_something


def _further(span: Span) -> Span:
    return Span(span.top + 1, span.left + 1, span.bottom + 1, span.right + 1)


def test_the_dashes_of_a_report_without_reasons_are_no_reason(sample: PlanFile, tmp_path: Path) -> None:
    path = tmp_path / "書類.xlsx"
    with sample.store.reading() as connection, path.open("wb") as file:
        told = outcome_report(connection)
        good = [p for p in told.projects if all(i.of(told.year).grade == "○" for i in p.indicators)]
        workbook.write(outcomes.compose(replace(told, projects=tuple(good))), file)
    with sample.store.reading() as connection:
        proposal = compare(connection, read_any(path))
    assert good
    assert not proposal.changes_something
    assert [str(f.sentence) for f in proposal.findings] == []


def test_what_is_still_to_be_drawn_is_printed_and_comes_back_as_that(sample: PlanFile, tmp_path: Path) -> None:
    path = tmp_path / "書類.xlsx"
    with sample.store.reading() as connection:
        sheet = evaluation_sheets(connection).sheets[0]
    undrawn = {"planned_undrawn": "職員研修\n年度内に結果の公表", "actual_undrawn": "職員研修"}
    with recording(sample.store, "取り込み") as door:
        set_values(door, {("evaluation_sheet", name, sheet.id): text for name, text in undrawn.items()})
    with sample.store.reading() as connection, path.open("wb") as file:
        workbook.write(evaluation_sheet.compose(evaluation_sheets(connection), proof=True), file)
    with sample.store.reading() as connection:
        proposal = compare(connection, read_any(path))
    undo(sample.store)
    assert not proposal.changes_something
    assert [str(f.sentence) for f in proposal.findings] == []
