"""The overview counts what the table and the reports hold, so that its figures can never disagree with them."""

from pathlib import Path

import pytest

from db.edit.cells import set_cells
from db.edit.structure import end_assignments
from db.log.changes import recording
from db.read.table import ALL, Scope, departments, progress_table
from db.read.totals import overview
from db.store.working import Store
from exports.document import Document, Table
from exports.forms.overview import compose
from plan.documents.overview import Overview, Share
from plan.era import FiscalYear, YearRange
from plan.fields import EVALUATION, GRADE, TARGET
from plan.table import CellEdit, Column
from tests.db.conftest import empty_store, fill
from tests.exports.sisters import as_page, as_pdf, as_workbook, cells, lines_of, pages

YEAR = FiscalYear(2020)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = empty_store(tmp_path / "work.db")
    fill(made)
    return made


def write(store: Store, row: int, column: Column, text: str) -> None:
    with recording(store, "セルの入力") as door:
        table = progress_table(door.connection)
        set_cells(door, [CellEdit(table.rows[row].id, column, text)])


def seen(store: Store, scope: Scope = ALL) -> Overview:
    with store.reading() as connection:
        return overview(connection, scope)


def table(document: Document, name: str) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.name == name)


def test_what_is_declared_is_entered_and_years_after_the_end_are_not_due(store: Store) -> None:
    write(store, 1, Column(EVALUATION, YEAR), "該当なし")
    with recording(store, "終了") as door:
        end_assignments(door, [progress_table(door.connection).rows[2].id], FiscalYear(2019), "終了")
    office = next(o for o in seen(store).offices if o.label == "防災課")
    assert office.rows == 2
    assert office.shares[Column(EVALUATION, YEAR)] == Share(1, 1)
    assert office.shares[Column(TARGET, FiscalYear(2019))] == Share(0, 2)
    assert Share().text == "－"


def test_the_sums_are_those_of_the_lines(store: Store) -> None:
    for row, (text, grade) in enumerate(zip("甲乙丙", "○△○", strict=True)):
        write(store, row, Column(EVALUATION, YEAR), text)
        write(store, row, Column(GRADE, YEAR), grade)
    document = compose(seen(store))
    entries = table(document, "記入の状況")
    place = [c.headings for c in entries.columns].index(Column(EVALUATION, YEAR).headings)
    assert [row.cells[place] for row in entries.rows] == ["1/1", "2/2", "0/1", "3/4"]
    for name in ("年度別の達成状況", "分野別の達成状況", "担当課別の達成状況"):
        *lines, whole = table(document, name).rows
        sums = [sum(map(int, column)) for column in zip(*(row.cells[1:] for row in lines), strict=True)]
        assert [int(count) for count in whole.cells[1:]] == sums
        assert whole.cells[-1] == "3"


def test_years_and_departments_narrow_it(store: Store) -> None:
    write(store, 0, Column(GRADE, YEAR), "○")
    write(store, 3, Column(GRADE, FiscalYear(2021)), "○")
    with store.reading() as connection:
        office = departments(connection)[0]
    narrow = seen(store, Scope(YearRange(YEAR, YEAR), frozenset({office.id})))
    assert [o.label for o in narrow.offices] == [office.label]
    assert {c.year for o in narrow.offices for c in o.shares} == {YEAR}
    assert [(g.grade, g.year, g.departments) for g in narrow.grades] == [("○", YEAR, (office.label,))]


def test_every_text_is_found_on_paper_in_the_workbook_and_on_the_page(store: Store) -> None:
    write(store, 0, Column(GRADE, YEAR), "○")
    document = compose(seen(store))
    printed, book, page = "".join(pages(as_pdf(document))), cells(as_workbook(document)), as_page(document)
    for line in lines_of(document):
        assert line in printed
        assert line in book
        assert line in "".join(page.split())


def test_a_plan_without_grades_or_results_shows_its_entries_only(store: Store) -> None:
    assert [b.name for b in compose(seen(store)).blocks if isinstance(b, Table)] == ["記入の状況"]
