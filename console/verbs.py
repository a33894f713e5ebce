"""The verbs of the command line: each does its work, tells it, and answers with the exit status."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from console import telling
from console.checking import check
from console.collecting import collect, status
from console.distributing import distribute, set_in_department_file, submit
from console.exporting import export, export_document
from console.importing import import_
from console.screen import has_screen, open_on_screen
from console.status import DONE, REMAINS
from console.tallying import tally
from db.edit.cells import set_cells
from db.edit.structure import NewPlan, start_plan
from db.exchange.department_file import is_department_file
from db.file.planfile import PlanFile, create_plan, open_plan, verify_plan
from db.log.changes import recording
from db.log.history import events
from db.read.table import ALL, records_of, rows_numbered
from db.store.working import Actor
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.fields import progress_field
from plan.ids import AssignmentId
from plan.table import CellEdit, Column
from work.documents import FORMS, Asked
from work.samples import create_sample

__all__ = [
    "check", "collect", "demo", "distribute", "export", "history", "import_", "new", "set_", "status", "submit",
    "tally", "verify",
]  # fmt: skip


@contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[PlanFile]:
    with closing(open_plan(path, Actor.here(), read_only=read_only)) as plan_file:
        yield plan_file


def new(given: argparse.Namespace) -> int:
    """An empty plan."""
    plan = NewPlan(given.title, given.city, YearRange.parse(given.years))
    with closing(create_plan(given.file, Actor.here())) as made, recording(made.store, "計画の作成") as opened:
        start_plan(opened, plan)
    telling.tell("{file} を作りました。", file=given.file)
    return DONE


def demo(given: argparse.Namespace) -> int:
    """The sample plan and its progress table in a folder; then the window."""
    folder = given.dir or Path(tempfile.mkdtemp(prefix="ayumi-"))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "見本.ayumi"
    if not file.exists():
        create_sample(file, Actor.here()).close()
    with _opened(file, read_only=True) as plan_file:
        document = FORMS[0].compose(plan_file.store, Asked(ALL))
    for suffix in (".xlsx", ".pdf"):
        export_document(document, folder / f"進行管理表{suffix}")
    telling.tell("{folder} に、見本の計画と進行管理表（Excel・PDF）を作りました。", folder=folder)
    if given.no_window:
        return DONE
    if not has_screen():
        telling.tell("画面のない環境のため、あゆみの画面は開きません。")
        return DONE
    return open_on_screen(given.open_window, file)


def set_(given: argparse.Namespace) -> int:
    """One cell, through the same door as the grid."""
    field = progress_field(given.field)
    if field.yearly and given.year is None:
        raise PlanError("「{field}」は年度ごとの項目です。--year で年度を指定してください。", field=field.label)
    year = FiscalYear.parse(given.year) if field.yearly else None
    if is_department_file(given.file):
        return set_in_department_file(given.file, given.row, Column(field, year), given.value)
    with _opened(given.file) as plan_file, recording(plan_file.store, "セルの入力") as opened:
        row = _the_row(rows_numbered(opened.connection, given.row), given.row)
        set_cells(opened, [CellEdit(row, Column(field, year), given.value)])
    return DONE


def _the_row(found: list[AssignmentId], number: str) -> AssignmentId:
    if not found:
        raise PlanError("番号「{number}」の行はありません。", number=number)
    if len(found) > 1:
        raise PlanError(
            "番号「{number}」の行が {count} 行あります。画面で番号を直してから、もう一度お試しください。",
            number=number,
            count=len(found),
        )
    return found[0]


def history(given: argparse.Namespace) -> int:
    """Who changed what, when."""
    with _opened(given.file, read_only=True) as plan_file, plan_file.store.reading() as connection:
        rows = rows_numbered(connection, given.row) if given.row is not None else []
        if given.row is not None and not rows:
            raise PlanError("番号「{number}」の行はありません。", number=given.row)
        records = [record for row in rows for record in records_of(connection, row)]
        telling.history(events(connection, records), as_json=given.json)
    return DONE


def verify(given: argparse.Namespace) -> int:
    """Whether the file is whole."""
    faults = verify_plan(given.file)
    for fault in faults:
        telling.tell(str(fault))
    if not faults:
        telling.tell("{file} は正常です。", file=given.file)
    return REMAINS if faults else DONE
