"""A department's file that is open in a window, and the way to open one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from db.exchange import department_store
from db.exchange.department_file import DepartmentFile, open_department_file
from db.exchange.distribution import Asking
from db.file.lock import PlanLocked
from db.log.changes import Recording
from db.store.working import Actor
from desktop.kit.shown_plan import ShownPlan
from plan.exchange.returns import Cell
from plan.ids import AssignmentId, ItemId
from plan.table import CellEdit
from work import steps
from work.language import _, sentence


class OpenPart(ShownPlan):
    """A department's part of a plan: what was not asked of the department cannot be edited."""

    def __init__(self, part: DepartmentFile, parent: QObject | None = None) -> None:
        super().__init__(part, parent)
        self.part = part

    @property
    def asking(self) -> Asking:
        """What is asked for, until when, and by whom."""
        return self.part.handed.asking

    def asked(self) -> list[Cell]:
        """The cells that can be edited."""
        return self.part.asked()

    def missing(self) -> list[Cell]:
        """The asked cells that are still blank."""
        return self.part.missing()

    @staticmethod
    def _fill_in(door: Recording, wanted: Sequence[CellEdit]) -> None:
        """A PlanError names what is not this department's to fill."""
        department_store.fill_in(door, wanted)

    def add_row(self, project: ItemId, content: str) -> AssignmentId:
        """Propose a row."""
        return self.do(steps.ROW_PROPOSED, department_store.add_row, project, content)

    def submit(self) -> None:
        """Say that the department is done, whatever is left."""
        self.do(steps.SUBMISSION, _submit_as_it_is)


def _submit_as_it_is(door: Recording) -> None:
    department_store.submit(door, as_it_is=True)


def open_part(parent: QWidget, path: Path, actor: Actor) -> DepartmentFile | None:
    """Open a department's file; where somebody else has it open the person may read it. None when they leave it."""
    try:
        return open_department_file(path, actor)
    except PlanLocked as error:
        return open_department_file(path, actor, read_only=True) if _wants_to_read(parent, error) else None


def _wants_to_read(parent: QWidget, error: PlanLocked) -> bool:
    """Say who has the file open; nobody's work is lost by waiting, so reading is all that is offered."""
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationDisplayName(), sentence(error.sentence))
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(_("読むだけで開くことができます。記入するには、開いている方が閉じるのをお待ちください。"))
    read = box.addButton(_("読むだけで開く"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(read)
    box.exec()
    return box.clickedButton() is read
