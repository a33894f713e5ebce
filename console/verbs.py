"""The verbs of the command line: each does its work, tells it, and answers with the exit status."""

import argparse
import tempfile
from contextlib import closing
from pathlib import Path

from console import telling
from console.distributing import set_in_department_file
from console.exporting import export_document
from console.files import plan_of
from console.rows import only_row, rows_wanted
from console.screen import has_screen, open_on_screen
from console.status import DONE, REMAINS
from db.edit.cells import set_cells
from db.edit.structure import NewPlan, start_plan
from db.exchange.department_file import is_department_file
from db.exchange.unpacking import FILE_LIMIT, unpack
from db.file.planfile import create_plan, verify_plan
from db.file.received import SIZE_LIMIT
from db.log.changes import recording
from db.read.reports import scale
from db.read.table import ALL
from db.store.disk import read_whole
from db.store.working import Actor
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError, Sentence
from plan.exchange.returns import ReturnRefusedError, ReturnState
from plan.fields import progress_field
from plan.known_marks import known_mark
from plan.table import CellEdit, Column
from work.documents import FORMS, Asked
from work.language import sentence
from work.samples import create_sample


def new(arguments: argparse.Namespace) -> int:
    """An empty plan."""
    plan = NewPlan(arguments.title, arguments.city, YearRange.parse(arguments.years))
    with closing(create_plan(arguments.file, Actor.here())) as made, recording(made.store, "計画の作成") as door:
        start_plan(door, plan)
    telling.tell("{file} を作りました。", file=arguments.file)
    return DONE


def demo(arguments: argparse.Namespace) -> int:
    """The sample plan and its progress table in a folder; then the window."""
    folder = arguments.dir or Path(tempfile.mkdtemp(prefix="ayumi-"))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "見本.ayumi"
    if not file.exists():
        create_sample(file, Actor.here()).close()
    with plan_of(file, read_only=True) as plan_file:
        document = FORMS[0].compose(plan_file.store, Asked(ALL))
    for suffix in (".xlsx", ".pdf"):
        export_document(document, folder / f"進行管理表{suffix}")
    telling.tell("{folder} に、見本の計画と進行管理表（Excel・PDF）を作りました。", folder=folder)
    if arguments.no_window:
        return DONE
    if not has_screen():
        telling.tell("画面のない環境のため、あゆみの画面は開きません。")
        return DONE
    return open_on_screen(arguments.open_window, file)


def set_(arguments: argparse.Namespace) -> int:
    """One cell, through the same door as the grid."""
    field = progress_field(arguments.field)
    if field.yearly and arguments.year is None:
        raise PlanError("「{field}」は年度ごとの項目です。--year で年度を指定してください。", field=field.label)
    year = FiscalYear.parse(arguments.year) if field.yearly else None
    if is_department_file(arguments.file):
        return set_in_department_file(arguments.file, arguments.row, Column(field, year), arguments.value)
    with plan_of(arguments.file) as plan_file, recording(plan_file.store, "セルの入力") as door:
        row = only_row(rows_wanted(door.connection, arguments.row), arguments.row)
        text = known_mark(field, arguments.value, scale(door.connection, "achievement"))
        set_cells(door, [CellEdit(row, Column(field, year), text)])
    if text != arguments.value:
        telling.tell("「{given}」を「{text}」として入力しました。", given=arguments.value, text=text)
    return DONE


def verify(arguments: argparse.Namespace) -> int:
    """Whether the file is whole; one that is none of ours is refused."""
    if is_department_file(arguments.file):
        faults = _faults_of_part(arguments.file)
    elif _is_plan(arguments.file):
        faults = verify_plan(arguments.file)
    else:
        raise PlanError(
            "「{file}」は計画ファイルではありません。ファイルを確かめてください。", file=arguments.file.name
        )
    for fault in faults:
        telling.line(sentence(fault))
    if not faults:
        telling.tell("{file} は正常です。", file=arguments.file)
    return REMAINS if faults else DONE


def _faults_of_part(path: Path) -> list[Sentence]:
    content = read_whole(path, FILE_LIMIT)
    try:
        unpack(content, path.name)
    except ReturnRefusedError as refused:
        if refused.state is ReturnState.DAMAGED:
            return [refused.sentence]
        raise
    return []


def _is_plan(path: Path) -> bool:
    """Whether it begins as our files do, or is called so: a damaged one is still told as damaged."""
    return read_whole(path, SIZE_LIMIT)[:6] == b"SQLite" or path.suffix.lower() == ".ayumi"
