"""What goes out to a department: its package, made from the plan, and the name of its file."""

import re
from collections.abc import Callable, Sequence
from itertools import chain, count
from pathlib import Path

import sqlalchemy as sa

from db.exchange.cell_history import texts_now
from db.exchange.context import context_of
from db.exchange.distribution import Distribution
from db.exchange.package import SUFFIX, Package, pack
from db.read.table import departments, plan_facts
from db.store.disk import telling, write_whole
from plan.errors import PlanError
from plan.exchange.returns import AddedRow
from plan.progress import Cancelled, Progress, silent

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_LIMIT = 60  # characters of each part of a file's name
WORKBOOK = ".xlsx"

Questionnaire = Callable[[sa.Connection, Distribution], bytes]
"""What makes the workbook of a distribution."""


def package_of(
    connection: sa.Connection,
    handed: Distribution,
    edition: int = 0,
    added: tuple[AddedRow, ...] = (),
    *,
    complete: bool = False,
) -> Package:
    """The department file of a distribution, with the texts that stand in the asked cells now."""
    asked = handed.cells()
    now = texts_now(connection, handed.rows, handed.asking.columns)
    return Package(
        handed.id,
        edition,
        plan_facts(connection).title,
        department_label(connection, handed),
        handed.asking.columns,
        handed.rows,
        context_of(connection, handed.rows, asked),
        {cell: now[cell] for cell in asked},
        added,
        complete,
        handed.asking.due,
        handed.asking.note,
        handed.asking.coordinator,
    )


def department_label(connection: sa.Connection, handed: Distribution) -> str:
    """The name of the department that it went to."""
    return next(d.label for d in departments(connection) if d.id == handed.department)


def file_name(connection: sa.Connection, handed: Distribution, suffix: str = SUFFIX) -> str:
    """A name by which people know the file: 防災課_第4次情報化計画_令和2年度.ayumid."""
    years = sorted({column.year for column in handed.asking.columns if column.year is not None})
    span = years[0].label if len(years) == 1 else f"{years[0].label}～{years[-1].label}"
    parts = (department_label(connection, handed), plan_facts(connection).title, span)
    return "_".join(_UNFIT.sub("", part)[:_NAME_LIMIT].strip(" .") for part in parts) + suffix


def write_files(
    connection: sa.Connection,
    made: Sequence[Distribution],
    folder: Path,
    questionnaire: Questionnaire | None = None,
    progress: Progress = silent,
) -> list[Path]:
    """Write a file for each distribution; all of them, or none and a PlanError or Cancelled.

    These are department files unless `questionnaire` makes workbooks. A file that is there already, perhaps filled
    in, is never written over.
    """
    with telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for done, handed in enumerate(made):
            progress(done, len(made))
            path = _free(folder / file_name(connection, handed, WORKBOOK if questionnaire else SUFFIX))
            content = questionnaire(connection, handed) if questionnaire else pack(package_of(connection, handed))
            write_whole(path, content)
            written.append(path)
    except (PlanError, Cancelled):
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


def _free(path: Path) -> Path:
    """The path, or one beside it with a number, that nothing has yet."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(p for p in chain([path], numbered) if not p.exists())
