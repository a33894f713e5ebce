"""The plan that a window has open: its one door, what undo would take, and when the plan file is written."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.edit import cells
from db.file.backups import Reason, take
from db.file.workfile import WorkFile
from db.log import history
from db.log.changes import recording
from db.read.table import PlanFacts, Scope, plan_facts, progress_table
from db.store.working import Announcement
from desktop.background import run
from plan.errors import PlanError, Sentence
from plan.progress import Progress
from plan.table import CellEdit, ProgressTable

_REST_MS = 4000  # this long after the last edit the plan file is written
_Answer = TypeVar("_Answer")
Verb = Callable[..., object]
"""A verb of the plan; its first argument is the open recording."""


class Saved(Enum):
    """How the work stands; the working store holds every finished edit in each of them."""

    PUBLISHED = "published"  # the plan file has everything
    PENDING = "pending"  # the plan file follows in some seconds
    REFUSED = "refused"  # the plan file could not be written; the work is safe all the same
    READ_ONLY = "read only"


class OpenPlan(QObject):
    """One open plan file; `changed` carries the Announcement of every edit, `saved_changed` tells of publishing."""

    changed = Signal(object)
    saved_changed = Signal()
    _announced = Signal(object)  # by whatever thread the step was made; heard by the interface's own

    def __init__(self, plan_file: WorkFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = plan_file
        self.refusal: Sentence | None = None
        with plan_file.store.reading() as connection:
            found = history.stacks(connection)
        self._undo, self._redo = list(found.undo), list(found.redo)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.publish)
        self._announced.connect(self._heard)
        plan_file.store.listeners.append(self._announce)
        self._pending = plan_file.unpublished()
        if self._pending:
            self._rest.start()

    @property
    def path(self) -> Path:
        """The plan file."""
        return self.file.path

    @property
    def writable(self) -> bool:
        """Whether this window may edit the plan."""
        return not self.file.read_only

    @property
    def saved(self) -> Saved:
        """How the work stands."""
        if self.file.read_only:
            return Saved.READ_ONLY
        if self.refusal is not None:
            return Saved.REFUSED
        return Saved.PENDING if self._pending else Saved.PUBLISHED

    @property
    def undo_label(self) -> str:
        """The step that undo would take back; "" for none."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """The step that redo would do again; "" for none."""
        return self._redo[-1].label if self._redo else ""

    def facts(self) -> PlanFacts:
        """The plan's title, city and period."""
        with self.file.store.reading() as connection:
            return plan_facts(connection)

    def table(self, scope: Scope) -> ProgressTable:
        """The progress table."""
        with self.file.store.reading() as connection:
            return progress_table(connection, scope)

    def do(self, label: str, verb: Callable[..., _Answer], *arguments: object) -> _Answer:
        """Let a verb of the plan (its first argument is the open recording) work as one step called `label`."""
        with recording(self.file.store, label, self) as opened:
            return verb(opened, *arguments)

    def take_in(self, parent: QWidget, reason: Reason, label: str, verb: Verb, what: object) -> bool:
        """Keep a backup, then let a verb take something in as one step, while the window waits.

        Answers whether it was done: stopped by the person, it leaves the plan as it was.
        """
        store = self.file.store

        def job(progress: Progress) -> bool:
            take(store, reason)
            progress(0, 0)
            with recording(store, label, self) as opened:
                verb(opened, what)
                progress(0, 0)  # the last moment at which it can be stopped
            return True

        self._rest.stop()
        try:
            return bool(run(parent, self.tr("取り込んでいます…"), job))
        finally:
            if self._pending:
                self._rest.start()

    def set_cells(self, wanted: Sequence[CellEdit], label: str) -> None:
        """Make all edits as one step."""
        self.do(label, cells.set_cells, wanted)

    def undo(self) -> None:
        """Take the newest step back; the making of the plan itself stands."""
        if self._undo:
            history.undo(self.file.store, self)

    def redo(self) -> None:
        """Do again what was undone last."""
        history.redo(self.file.store, self)

    def publish(self) -> None:
        """Bring the plan file up to date; where that fails the sentence is kept and shown, and the work is safe."""
        self._rest.stop()
        if self.file.read_only:
            return
        try:
            self.file.publish()
        except PlanError as error:
            self.refusal = error.sentence
        else:
            self.refusal = None
            self._pending = False
        self.saved_changed.emit()

    def close(self) -> None:
        """Publish and let go of the file; a PlanError where that failed tells that the work waits on this PC."""
        self._rest.stop()
        self.file.store.listeners.remove(self._announce)
        self.file.close()

    def _announce(self, announcement: Announcement) -> None:
        self._announced.emit(announcement)

    def _heard(self, announcement: Announcement) -> None:
        self._restack(announcement.revision)
        self._pending = True
        self._rest.start()
        self.changed.emit(announcement)
        self.saved_changed.emit()

    def _restack(self, number: int) -> None:
        # What history.stacks would read anew, one step at a time: a long history must not slow a keystroke.
        with self.file.store.reading() as connection:
            revision = history.revision(connection, number)
        if revision.kind == "undo":
            self._undo.pop()
            self._redo.append(revision)
            return
        if revision.kind == "redo":
            self._redo.pop()
        else:
            self._redo.clear()
        self._undo.append(revision)
