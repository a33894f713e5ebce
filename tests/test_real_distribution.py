"""A city's own table goes out to all its departments as files and as workbooks, and comes back to the same plan."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from console.cli import main
from db.edit.cells import set_cells
from db.exchange.conflicts import open_conflicts
from db.exchange.department_file import open_department_file
from db.file.planfile import open_plan
from db.log.changes import recording
from db.read.table import progress_table
from db.store.working import Actor, Store
from plan.era import FiscalYear
from plan.exchange import questionnaire as words
from plan.exchange.returns import Cell
from plan.fields import EVALUATION, TARGET
from plan.ids import AssignmentId, RecordId
from plan.table import CellEdit, Column
from tests.exports.real import PUBLISHED

pytestmark = pytest.mark.skipif(not PUBLISHED.exists(), reason="the city's table is not here")

HERE = Actor("企画 花子", "PC-1")
EVALUATED, WANTED = Column(EVALUATION, FiscalYear(2020)), Column(TARGET, FiscalYear(2021))
Texts = Mapping[Cell, str]


def cell(row: AssignmentId, column: Column) -> Cell:
    assert column.year is not None
    return Cell(row, column.year, column.field.name)


def in_turn(rows: list[AssignmentId]) -> tuple[Texts, Texts]:
    """What departments answer and what the master changes meanwhile: each third row one of them, each sixth both."""
    theirs = {cell(row, EVALUATED): f"課の評価\n{n}" for n, row in enumerate(rows) if n % 3 == 0}
    theirs |= {cell(row, WANTED): f"課の目標 {n}" for n, row in enumerate(rows) if n % 3 == 2}
    ours = {cell(row, EVALUATED): f"主管の評価 {n}" for n, row in enumerate(rows) if n % 6 in (0, 1)}
    return theirs, ours


def answer_file(path: Path, texts: Texts) -> None:
    with closing(open_department_file(path, Actor("課 太郎", "PC-2"))) as file:
        asked = {c for c in file.asked() if c in texts}
        file.set_cells([CellEdit(c.assignment, c.column, texts[c]) for c in asked])


def answer_workbook(path: Path, texts: Texts) -> None:
    book = load_workbook(path)
    sheet = book[words.TABLE]
    assert isinstance(sheet, Worksheet)
    columns = [words.column_keyed(str(named.value)) for named in sheet[3]]
    for row in sheet.iter_rows(min_row=6):
        for column, filled in zip(columns, row, strict=True):
            if column is not None and column.year is not None and not filled.protection.locked:
                text = texts.get(cell(AssignmentId(RecordId(str(row[0].value))), column))
                filled.value = text if text is not None else filled.value
    book.save(path)


ANSWERS = {"file": answer_file, "excel": answer_workbook}


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))


def cells_of(store: Store) -> Iterator[tuple[AssignmentId, list[str | None]]]:
    with store.reading() as connection:
        for row in progress_table(connection).rows:
            yield row.id, row.cells


def collected(
    plan: Path, kind: str
) -> tuple[list[list[str | None]], list[list[str | None]], set[tuple[int, Column, str | None, str | None]]]:
    """The table before and after all departments have answered, and what then stands against each other."""
    folder = plan.with_suffix("")
    asked = ("--ask", "evaluation:R2", "--ask", "target:R3")
    assert run("distribute", plan, folder, "--as", kind, *asked) == 0
    assert len(list(folder.iterdir())) == 30  # 31 names are printed: one department bears its old name in two rows
    with closing(open_plan(plan, HERE)) as opened:
        rows, before = zip(*cells_of(opened.store), strict=True)
        theirs, ours = in_turn(list(rows))
        for path in sorted(folder.iterdir()):
            ANSWERS[kind](path, theirs)
        with recording(opened.store, "入力") as step:
            set_cells(step, [CellEdit(c.assignment, c.column, text) for c, text in ours.items()])
    assert run("collect", plan, folder, "--apply") == 1
    with closing(open_plan(plan, HERE, read_only=True)) as opened:
        after = [cells for _, cells in cells_of(opened.store)]
        with opened.store.reading() as connection:
            places = {row: n for n, row in enumerate(rows)}
            found = {(places[c.cell.assignment], c.cell.column, c.ours, c.theirs) for c in open_conflicts(connection)}
    return list(before), after, found


def test_both_ways_give_the_same_plan_with_conflicts_exactly_where_two_sides_differ(tmp_path: Path) -> None:
    plans = [tmp_path / f"{kind}.ayumi" for kind in ANSWERS]
    for plan in plans:
        assert run("import", plan, PUBLISHED) in {0, 1}
    results = [collected(plan, kind) for plan, kind in zip(plans, ANSWERS, strict=True)]
    (before, after, found), (_, same, also) = results
    assert (after, found) == (same, also)
    assert found == {(n, EVALUATED, f"主管の評価 {n}", f"課の評価\n{n}") for n in range(0, len(before), 6)}
    assert len(before) == 133
    for n, (old, new) in enumerate(zip(before, after, strict=True)):
        evaluation, target = 13, 14
        said = {0: f"主管の評価 {n}", 1: f"主管の評価 {n}", 3: f"課の評価\n{n}"}
        assert new[evaluation] == said.get(n % 6, old[evaluation])
        assert new[target] == (f"課の目標 {n}" if n % 3 == 2 else old[target])
        assert new[:evaluation] == old[:evaluation]
