"""An open plan: its one door, what undo would take, and whether the plan file has everything."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from db.edit import cells
from db.file.workfile import WorkFile
from db.log import history
from db.log.changes import Recording, recording
from db.read.table import PlanFacts, Scope, plan_facts, progress_table
from db.store.working import Announcement, Connection
from plan.errors import PlanError, Sentence
from plan.table import CellEdit, ProgressTable

_Answer = TypeVar("_Answer")
_Given = ParamSpec("_Given")
Verb = Callable[Concatenate[Recording, _Given], _Answer]
"""A verb of the plan; its first argument is the open recording."""


class Saved(Enum):
    """How the work stands; the working store holds every finished edit in each of them."""

    PUBLISHED = "published"  # the plan file has everything
    PENDING = "pending"  # the plan file follows in some seconds
    REFUSED = "refused"  # the plan file could not be written; the work is safe all the same
    READ_ONLY = "read only"


class OpenPlan:
    """One open plan file; `heard` is called with the Announcement of every step."""

    def __init__(self, plan_file: WorkFile) -> None:
        self.file = plan_file
        self.refusal: Sentence | None = None
        found = plan_file.store.ask(history.stacks)
        self._undo, self._redo = list(found.undo), list(found.redo)
        self.pending = plan_file.unpublished()
        plan_file.store.listeners.append(self.announced)

    @property
    def path(self) -> Path:
        """The plan file."""
        return self.file.path

    @property
    def writable(self) -> bool:
        """Whether this program may edit the plan."""
        return not self.file.read_only

    @property
    def saved(self) -> Saved:
        """How the work stands."""
        if self.file.read_only:
            return Saved.READ_ONLY
        if self.refusal is not None:
            return Saved.REFUSED
        return Saved.PENDING if self.pending else Saved.PUBLISHED

    @property
    def undo_label(self) -> str:
        """The step that undo would take back; "" for none."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """The step that redo would do again; "" for none."""
        return self._redo[-1].label if self._redo else ""

    def ask(
        self,
        question: Callable[Concatenate[Connection, _Given], _Answer],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Answer:
        """The answer to one of the plan's questions (db.read and its like)."""
        return self.file.store.ask(question, *given, **named)

    def facts(self) -> PlanFacts:
        """The plan's title, city and period."""
        return self.ask(plan_facts)

    def table(self, scope: Scope) -> ProgressTable:
        """The progress table."""
        return self.ask(progress_table, scope)

    def do(
        self,
        label: str,
        verb: Callable[Concatenate[Recording, _Given], _Answer],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Answer:
        """Let a verb of the plan (its first argument is the open recording) work as one step called `label`."""
        with recording(self.file.store, label, self) as opened:
            return verb(opened, *given, **named)

    def set_cells(self, wanted: Sequence[CellEdit], label: str, origin: object = None) -> None:
        """Make all edits as one step; the announcement names the view that asked for them as its origin."""
        with recording(self.file.store, label, origin or self) as opened:
            self._fill_in(opened, wanted)

    @staticmethod
    def _fill_in(opened: Recording, wanted: Sequence[CellEdit]) -> None:
        cells.set_cells(opened, wanted)

    def undo(self) -> None:
        """Take the newest step back; the making of the plan itself stands."""
        if self._undo:
            history.undo(self.file.store, self)

    def redo(self) -> None:
        """Do again what was undone last."""
        history.redo(self.file.store, self)

    def publish(self) -> None:
        """Bring the plan file up to date; where that fails the sentence is kept and shown, and the work is safe."""
        if self.file.read_only:
            return
        try:
            self.file.publish()
        except PlanError as error:
            self.refusal = error.sentence
        else:
            self.refusal = None
            self.pending = False

    def close(self) -> None:
        """Publish and let go of the file; a PlanError where that failed tells that the work waits on this PC."""
        self.file.store.listeners.remove(self.announced)
        self.file.close()

    def announced(self, announcement: Announcement) -> None:
        """A step was made; by whatever thread, so that a front end may carry it over to its own."""
        self.heard(announcement)

    def heard(self, announcement: Announcement) -> None:
        """Keep in mind what a step made of undo, redo and the plan file."""
        # What history.stacks would read anew, one step at a time: a long history must not slow a keystroke.
        revision = announcement.revision
        self.pending = True
        if revision.kind == "undo":
            self._undo.pop()
            self._redo.append(revision)
            return
        if revision.kind == "redo":
            self._redo.pop()
        else:
            self._redo.clear()
        self._undo.append(revision)
