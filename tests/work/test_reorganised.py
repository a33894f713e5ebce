"""Offices change between handing out and return: every answer finds its row where it is now, and that is said."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from console.cli import main
from db.edit.structure import merge_department, rename_department, split_department
from db.file.planfile import open_plan
from db.log.changes import Recording, recording
from db.read.table import departments, progress_table
from db.store.working import Actor
from plan.departments import split_label
from plan.era import FiscalYear
from plan.exchange.returns import Cell
from plan.fields import EVALUATION
from plan.ids import AssignmentId, DepartmentId
from plan.table import ProgressRow
from tests.desktop.workbooks import fill_in

Output = pytest.CaptureFixture[str]
Way = tuple[str, Callable[[Path, Sequence[ProgressRow]], Path]]
Change = Callable[[Recording, DepartmentId, Sequence[AssignmentId]], object]
YEAR = FiscalYear(2025)
OFFICE = "危機管理課"


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def renamed(door: Recording, office: DepartmentId, _: Sequence[AssignmentId]) -> None:
    rename_department(door, office, "防災安全課", YEAR)


def merged(door: Recording, office: DepartmentId, _: Sequence[AssignmentId]) -> None:
    other = next(d.id for d in departments(door.connection) if d.name == "総務課")
    merge_department(door, office, other, YEAR)


def split(*parts: str) -> Change:
    """The first row goes to the first part, the others to the second, where there is one."""

    def change(door: Recording, office: DepartmentId, rows: Sequence[AssignmentId]) -> None:
        for part, going in zip(parts, (rows[:1], rows[1:]), strict=False):
            split_department(door, office, going, split_label(part), YEAR)

    return change


REORGANISATIONS: list[tuple[Change, list[str]]] = [
    (renamed, [f"防災安全課(旧{OFFICE})"] * 4),
    (merged, [f"総務課(旧{OFFICE})"] * 4),
    (split("消防課", "防災課"), [f"消防課(旧{OFFICE})", *[f"防災課(旧{OFFICE})"] * 3]),
    (split(f"{OFFICE}(訓練係)", f"{OFFICE}(避難係)"), [f"{OFFICE}(訓練係)", *[f"{OFFICE}(避難係)"] * 3]),
    (split("総務課"), [f"総務課(旧{OFFICE})", *[OFFICE] * 3]),
]


@contextmanager
def step(plan: Path) -> Iterator[Recording]:
    """One step in a plan file."""
    with open_plan(plan, Actor("試験 花子", "PC-1")) as opened, recording(opened.store, "組織改編") as made:
        yield made


def rows_of(plan: Path, wanted: Callable[[ProgressRow], bool]) -> list[ProgressRow]:
    with open_plan(plan, Actor("試験 花子", "PC-1"), read_only=True) as opened, opened.store.reading() as connection:
        return [row for row in progress_table(connection).rows if wanted(row)]


def answered_file(folder: Path, rows: Sequence[ProgressRow]) -> Path:
    """The department's file, filled in by the command line."""
    (file,) = folder.iterdir()
    for row in rows:
        text = f"回答{row.cells[0]}"
        assert run("set", file, "--row", row.cells[0], "--year", "R7", "--field", "evaluation", text) == 0
    return file


def answered_workbook(folder: Path, rows: Sequence[ProgressRow]) -> Path:
    """The department's questionnaire, filled in."""
    (file,) = folder.iterdir()
    book = load_workbook(file)
    fill_in(book, {Cell(row.id, YEAR, EVALUATION.name): f"回答{row.cells[0]}" for row in rows})
    book.save(file)
    return file


@pytest.mark.parametrize("way", [("file", answered_file), ("excel", answered_workbook)], ids=["file", "excel"])
@pytest.mark.parametrize("reorganisation", REORGANISATIONS)
def test_an_answer_goes_into_its_rows_new_home_with_the_history_and_that_is_said(
    sample: Path, tmp_path: Path, capsys: Output, way: Way, reorganisation: tuple[Change, list[str]]
) -> None:
    (kind, answered), (change, homes) = way, reorganisation
    asked = ("--department", OFFICE, "--as", kind, "--ask", "evaluation:R7")
    assert run("distribute", sample, tmp_path / "配布", *asked) == 0
    before = rows_of(sample, lambda row: row.cells[3] == OFFICE)
    living = [row for row in before if row.ended_year is None]
    file = answered(tmp_path / "配布", living)
    with step(sample) as opened:
        office = next(d.id for d in departments(opened.connection) if d.label == OFFICE)
        change(opened, office, [row.id for row in before])
    capsys.readouterr()
    assert run("collect", sample, file, "--apply", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["returns"]
    assert (found["state"], found["taken"]) == ("taken", len(living))
    assert found["conflicts"] == found["refused"] == []
    after = rows_of(sample, lambda row: row.id in {r.id for r in before})
    assert [row.cells[3] for row in after] == homes
    answers = [f"回答{row.cells[0]}" for row in living]
    assert [text for row in after for text in row.cells if (text or "").startswith("回答")] == answers
    told = " ".join(finding["message"] for finding in found["findings"])
    moved = [row for row, home in zip(before, homes, strict=True) if home != OFFICE and row in living]
    assert told.count("へ移っています") == len(moved)
    assert all(f"番号「{row.cells[0]}」の行は" in told for row in moved)
    assert run("history", sample, "--row", before[0].cells[0]) == 0
    history = capsys.readouterr().out
    assert all(word in history for word in ("組織改編", answers[0]))
