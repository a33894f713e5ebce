"""Questionnaires on their whole way: handed out by the command line, filled in, collected beside department files."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from console.cli import main
from db.exchange.added_rows import accept, proposals
from db.exchange.conflicts import open_conflicts
from db.file.planfile import open_plan
from db.log.changes import recording
from db.read.table import progress_table
from db.store.working import Actor
from plan.exchange import questionnaire as words
from plan.exchange.returns import Cell
from plan.ids import AssignmentId, RecordId
from tests.desktop.workbooks import fill_in

Output = pytest.CaptureFixture[str]
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)
"""Without what no workbook can hold."""


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def collected(capsys: Output, *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    status = run("collect", *arguments, "--json")
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["returns"]
    return status, found


def answer_in(path: Path, texts: dict[Cell, str | None]) -> None:
    """Fill in a questionnaire."""
    book = load_workbook(path)
    fill_in(book, texts)
    book.save(path)


def blank_cell(sent: Path) -> tuple[Path, Cell]:
    """A questionnaire with an asked cell that nobody has filled in yet."""
    return next((path, cell) for path in sorted(sent.iterdir()) for cell in blank_cells(path))


def blank_cells(path: Path) -> Iterator[Cell]:
    sheet = load_workbook(path)[words.TABLE]
    assert isinstance(sheet, Worksheet)
    columns = [words.column_keyed(str(cell.value)) for cell in sheet[3]]
    for row in sheet.iter_rows(min_row=6):
        for column, cell in zip(columns, row, strict=True):
            if column is not None and column.year is not None and not cell.protection.locked and not cell.value:
                yield Cell(AssignmentId(RecordId(str(row[0].value))), column.year, column.field.name)


@pytest.fixture
def sent(sample: Path, tmp_path: Path, capsys: Output) -> Path:
    """The folder with the sample plan's questionnaires."""
    folder = tmp_path / "配布"
    assert run("distribute", sample, folder, "--as", "excel", "--ask", "evaluation:R7", "--ask", "target:R7") == 0
    capsys.readouterr()
    return folder


def test_an_answer_in_a_workbook_goes_all_the_way(sample: Path, sent: Path, capsys: Output) -> None:
    names = [file.name for file in sent.iterdir()]
    assert len(names) > 20
    assert all(name.endswith("_令和7年度.xlsx") for name in names)
    file, cell = blank_cell(sent)
    answer_in(file, {cell: "実施した。"})
    status, (looked,) = collected(capsys, sample, file)
    assert (status, looked["state"], looked["taken"], looked["findings"]) == (0, "new", 1, [])
    status, (taken,) = collected(capsys, sample, file, "--apply")
    assert (status, taken["state"], taken["taken"], taken["conflicts"]) == (0, "taken", 1, [])
    status, (again,) = collected(capsys, sample, file, "--apply")
    assert (status, again["state"], again["taken"]) == (0, "already", 0)


def test_two_copies_of_one_questionnaire_that_come_together_stand_side_by_side(
    sample: Path, sent: Path, capsys: Output
) -> None:
    file, cell = blank_cell(sent)
    copy = file.with_stem("写し")
    copy.write_bytes(file.read_bytes())
    answer_in(file, {cell: "実施した。"})
    answer_in(copy, {cell: "実施しなかった。"})
    status, found = collected(capsys, sample, file, copy, "--apply")
    assert (status, [each["taken"] for each in found]) == (1, [0, 0])
    assert [each["conflicts"][0]["theirs"] for each in found] == ["実施した。", "実施しなかった。"]


def test_a_questionnaire_that_comes_again_corrected_replaces_its_answer(
    sample: Path, sent: Path, capsys: Output
) -> None:
    file, cell = blank_cell(sent)
    answer_in(file, {cell: "実施した。"})
    collected(capsys, sample, file, "--apply")
    answer_in(file, {cell: "10回実施した。"})
    status, (found,) = collected(capsys, sample, file, "--apply")
    assert (status, found["taken"], found["conflicts"], found["return"]) == (0, 1, [], 2)
    assert found["replaces"] == [file.name]


def propose_in(path: Path, content: str, evaluated: str) -> None:
    """Fill in the first line for new rows, with the first project that is offered."""
    book = load_workbook(path)
    sheet, lists = book[words.ADDITIONS], book[words.LISTS]
    assert isinstance(sheet, Worksheet)
    assert isinstance(lists, Worksheet)
    keys = [cell.value for cell in sheet[3]]
    offered = [cell.value for cell in lists[1]].index(words.PROJECT_LABEL) + 2
    texts = {"heading": lists.cell(2, offered).value, "name": content, "evaluation:2025": evaluated}
    for key, text in texts.items():
        sheet.cell(6, keys.index(key) + 1).value = text
    book.save(path)


def test_a_row_written_in_a_workbook_is_proposed_once_and_again_as_it_was_corrected(
    sample: Path, sent: Path, capsys: Output
) -> None:
    file = min(sent.iterdir())
    propose_in(file, "新しい取組", "始めた。")
    status, (found,) = collected(capsys, sample, file, "--apply")
    assert (status, found["proposals"], found["findings"]) == (0, ["新しい取組"], [])
    _, (again,) = collected(capsys, sample, file, "--apply")
    assert again["state"] == "already"
    propose_in(file, "新しい取組", "春に始めた。")
    collected(capsys, sample, file, "--apply")
    with closing(open_plan(sample, Actor("試験", "PC"))) as plan:
        with plan.store.reading() as connection:
            (proposal,) = proposals(connection)
        assert [text for *_, text in proposal.row.texts] == ["春に始めた。"]
        with recording(plan.store, "提案の採用") as door:
            accept(door, [proposal])
        with plan.store.reading() as connection:
            standing = [c.theirs for c in open_conflicts(connection) if c.cell.assignment == proposal.row.id]
        with plan.store.reading() as connection:
            cells = {row.id: row.cells for row in progress_table(connection).rows}
    assert not standing
    assert "春に始めた。" in cells[proposal.row.id]


def test_a_folder_with_workbooks_of_all_kinds_is_collected_file_by_file(
    sample: Path, sent: Path, tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "返送"
    folder.mkdir()
    first, second = sorted(sent.iterdir())[:2]
    (folder / first.name).write_bytes(first.read_bytes())
    (folder / "~$開いている.xlsx").write_bytes(b"lock")
    (folder / "壊れた.xlsx").write_bytes(second.read_bytes()[:-300])
    assert run("export", sample, folder / "別の表.xlsx") == 0
    capsys.readouterr()
    status, found = collected(capsys, sample, folder, "--apply")
    states = {each["file"]: each["state"] for each in found}
    assert (status, states) == (0, {first.name: "taken", "別の表.xlsx": "foreign", "壊れた.xlsx": "damaged"})


def test_a_questionnaire_of_another_plan_is_refused(sample: Path, sent: Path, tmp_path: Path, capsys: Output) -> None:
    other = tmp_path / "別.ayumi"
    assert run("new", other, "--title", "別の計画", "--city", "市", "--years", "2025-2026") == 0
    capsys.readouterr()
    status, (found,) = collected(capsys, other, min(sent.iterdir()))
    assert (status, found["state"]) == (2, "foreign")
    assert sample.exists()


def test_a_forged_questionnaire_opens_no_cell_that_was_not_asked(sample: Path, sent: Path, capsys: Output) -> None:
    path = min(sent.iterdir())
    book = load_workbook(path)
    sheet = book[words.TABLE]
    assert isinstance(sheet, Worksheet)
    columns = [c for cell in sheet[3] if (c := words.column_keyed(str(cell.value))) is not None]
    places = {str(cell.value): cell.column for cell in sheet[2]}
    identity = sheet.cell(2, (places[words.DISTRIBUTION_LABEL] or 0) + 1)
    row = AssignmentId(RecordId(str(sheet.cell(6, 1).value)))
    everything = dict.fromkeys(columns, "別の文章")
    sheet.cell(6, 2).value = words.check_text(RecordId(str(identity.value)), row, everything, columns)
    book.save(path)
    status, (found,) = collected(capsys, sample, path, "--apply")
    assert (status, found["state"], found["taken"]) == (2, "altered", 0)
