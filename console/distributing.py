"""`ayumi distribute` and `submit`, and `set` on a department file: out to departments, and what they do with it."""

import argparse
from datetime import date
from pathlib import Path

from console import telling
from console.files import part_of, plan_of
from console.progress import bar
from console.rows import only_row, rows_wanted
from console.status import DONE
from db.exchange.department_file import DepartmentFile
from db.exchange.distribution import EXCEL, Asking, chosen_departments, due_columns
from db.exchange.distribution import distribute as hand_out
from db.exchange.handout import write_files
from db.log.changes import recording
from db.read.reports import scale
from plan.era import YearRange
from plan.errors import PlanError
from plan.fields import progress_field
from plan.known_marks import known_mark
from plan.table import CellEdit, Column
from work.language import _
from work.questionnaires import questionnaire


def distribute(arguments: argparse.Namespace) -> int:
    """One file per department into a folder; the plan remembers what was handed out."""
    with plan_of(arguments.file) as plan, recording(plan.store, "配布") as door:
        columns = tuple(c for text in arguments.ask for c in _columns(text)) or due_columns(door.connection)
        asking = Asking(
            columns, _date(arguments.due), arguments.note or "", arguments.coordinator or "", arguments.kind
        )
        made = hand_out(door, chosen_departments(door.connection, arguments.department, columns), asking)
        with bar(_("配布するファイルを作っています")) as progress:
            written = questionnaire if arguments.kind == EXCEL else None
            files = write_files(door.connection, made, arguments.dir, written, progress)
    if not files:
        telling.tell("記入してもらう欄のある課がないため、何も作っていません。")
    for file in files:
        telling.tell("{file} を作りました。", file=file)
    return DONE


def _columns(text: str) -> list[Column]:
    """`evaluation:R2` or `target:2020-2021` as columns."""
    name, mark, years = text.partition(":")
    if not mark:
        raise PlanError("「{text}」は evaluation:R2 のように、項目と年度を : でつないでください。", text=text)
    return [Column(progress_field(name), year) for year in YearRange.parse(years)]


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise PlanError("「{text}」は日付として読めません。2021-05-31 のように入れてください。", text=text) from None


def submit(arguments: argparse.Namespace) -> int:
    """The department says that it is done; what is missing is told cell by cell."""
    with part_of(arguments.file) as file:
        try:
            file.submit(as_it_is=arguments.as_it_is)
        except PlanError:
            for line in _missing(file):
                telling.line(line)
            raise
    telling.tell("{file} を提出済みにしました。このファイルを返送してください。", file=arguments.file)
    return DONE


def _missing(file: DepartmentFile) -> list[str]:
    table = file.table()
    rows = {row.id: row for row in table.rows}
    return [table.where(rows[cell.assignment], cell.column) for cell in file.missing()]


def set_in_department_file(path: Path, words: str, column: Column, value: str) -> int:
    """One cell of a department's own rows; words that name several of them are refused."""
    with part_of(path) as file:
        with file.store.reading() as connection:
            text = known_mark(column.field, value, scale(connection, "achievement"))
            found = rows_wanted(connection, words)
        own = {cell.assignment for cell in file.asked()}
        row = only_row({row: facts for row, facts in found.items() if row in own} or found, words)
        file.set_cells([CellEdit(row, column, text)])
    if text != value:
        telling.tell("「{given}」を「{text}」として入力しました。", given=value, text=text)
    return DONE
