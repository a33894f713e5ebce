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
from db.store.working import Announcement, Connection, Revision
from plan.changes import StepName
from plan.errors import PlanError, Sentence
from plan.table import CellEdit, ProgressTable

_Answer = TypeVar("_Answer")
_Given = ParamSpec("_Given")


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
        self._steps = plan_file.store.ask(history.stacks, plan_file.store.actor)
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
    def undo_name(self) -> Sentence | None:
        """This person's step that undo would take back; None for none."""
        return _newest(self._steps.undo)

    @property
    def redo_name(self) -> Sentence | None:
        """The step that redo would do again; None for none."""
        return _newest(self._steps.redo)

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
        name: StepName,
        verb: Callable[Concatenate[Recording, _Given], _Answer],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Answer:
        """Let a verb of the plan (its first argument is the open recording) work as one step called `name`."""
        with recording(self.file.store, name, self) as door:
            return verb(door, *given, **named)

    def set_cells(self, wanted: Sequence[CellEdit], name: StepName, origin: object = None) -> None:
        """Make all edits as one step; the announcement names the view that asked for them as its origin."""
        with recording(self.file.store, name, origin or self) as door:
            self._fill_in(door, wanted)

    @staticmethod
    def _fill_in(door: Recording, wanted: Sequence[CellEdit]) -> None:
        cells.set_cells(door, wanted)

    def undo(self) -> None:
        """Take this person's newest step back; the making of the plan itself stands."""
        history.undo(self.file.store, self)

    def redo(self) -> None:
        """Do again what was undone last."""
        history.redo(self.file.store, self)

    def publish(self) -> None:
        """Bring the plan file up to date; where that fails the sentence is kept and shown, and the work is safe."""
        if not self.file.read_only:
            self.published(self.write_file())

    def write_file(self) -> PlanError | None:
        """Bring the plan file up to date; answers why it could not be. Any thread may do it."""
        try:
            self.file.publish()
        except PlanError as error:
            return error
        return None

    def published(self, refusal: PlanError | None) -> None:
        """Keep in mind how the writing of the plan file ended; what was edited meanwhile still waits."""
        self.refusal = None if refusal is None else refusal.sentence
        self.pending = self.file.unpublished()

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
        self._steps.hear(announcement.revision)
        self.pending = True


def _newest(steps: dict[int, Revision]) -> Sentence | None:
    return steps[next(reversed(steps))].name if steps else None
