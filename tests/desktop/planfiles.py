"""The sample plan opened for the tests of imports and exports."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.file.planfile import PlanFile, open_plan
from db.log.changes import dump
from db.read.table import progress_table
from db.store.working import Actor
from desktop.kit.qt_language import speak
from plan.table import ProgressTable


@contextmanager
def opened(path: Path) -> Iterator[PlanFile]:
    """The plan, and the interface in Japanese, whatever the test before spoke."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, "ja")
    with open_plan(path, Actor("青葉", "PC-1")) as plan_file:
        yield plan_file


def table_of(plan_file: PlanFile) -> ProgressTable:
    """The plan's progress table."""
    with plan_file.store.reading() as connection:
        return progress_table(connection)


def dump_of(plan_file: PlanFile) -> dict[str, list[tuple[object, ...]]]:
    """Every record of the plan."""
    with plan_file.store.reading() as connection:
        return dump(connection)
