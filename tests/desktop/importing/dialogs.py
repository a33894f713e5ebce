"""The import's window as the tests open it, and somebody who presses its buttons."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.file.planfile import PlanFile
from desktop.importing.import_window import ImportDialog
from desktop.kit.preferences import Settings
from tests.work.answers import press, when_waiting
from work.sources import Outcome


def dialog_of(plan_file: PlanFile | None, qtbot: QtBot, source: Path | str) -> ImportDialog:
    """A dialog that has read its source, and takes nothing."""

    def take(_parent: QWidget, _outcome: Outcome) -> bool:
        return False

    made = ImportDialog(None, plan_file.store if plan_file is not None else None, Settings(), take)
    qtbot.addWidget(made)
    made.show()
    made.read(source)
    qtbot.waitUntil(lambda: not is_reading(made))
    return made


def is_reading(dialog: ImportDialog) -> bool:
    return dialog._work.busy  # noqa: SLF001 - nothing else tells the end of whatever was read


def press_when_read(text: str) -> list[str]:
    """Press a button of the import's window as soon as the table is shown; the list gets its summary."""
    said: list[str] = []

    def act(window: QWidget) -> bool:
        if not isinstance(window, ImportDialog) or window.stack.currentWidget() is not window.review:
            return False
        said.append(window.review.summary.text())
        press(text)
        return True

    when_waiting(act)
    return said
