"""An open plan as a window has it: its steps are heard on the interface's thread, its file is written behind it."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.file.backups import Reason, take
from db.file.workfile import WorkFile
from db.log.changes import Recording, recording
from db.store.working import Announcement
from desktop.kit.background import Work, run
from plan.changes import StepName
from plan.progress import Progress
from work.language import _
from work.open_plan import OpenPlan

if TYPE_CHECKING:
    from plan.errors import PlanError

_REST_MS = 4000  # this long after the last edit the plan file is written
_REST_PER_WRITING = 10  # and no sooner than so many times what the last writing took: a slow share is left in peace
_What = TypeVar("_What")


class ShownPlan(OpenPlan, QObject):
    """One open plan file; `changed` carries the Announcement of every edit, `saved_changed` tells of publishing."""

    changed = Signal(object)
    saved_changed = Signal()
    _announced = Signal(object)  # by whatever thread the step was made; heard by the interface's own

    def __init__(self, plan_file: WorkFile, parent: QObject | None = None) -> None:
        QObject.__init__(self, parent)
        OpenPlan.__init__(self, plan_file)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._publish_behind)
        self._writing: Work[PlanError | None] | None = None
        self._announced.connect(self.heard)
        if self.pending:
            self._rest.start()

    @property
    def rest(self) -> float:
        """How long, in seconds, nothing must be edited before the plan file is written."""
        return self._rest.interval() / 1000

    def take_in(
        self, parent: QWidget, reason: Reason, label: StepName, verb: Callable[[Recording, _What], object], what: _What
    ) -> bool:
        """Keep a backup, then let a verb take something in as one step, while the window waits.

        Answers whether it was done: stopped by the person, it leaves the plan as it was.
        """
        store = self.file.store

        def job(progress: Progress) -> bool:
            take(store, reason)
            progress(0, 0)
            with recording(store, label, self) as door:
                verb(door, what)
                progress(0, 0)  # the last moment at which it can be stopped
            return True

        self._rest.stop()
        try:
            return bool(run(parent, _("取り込んでいます…"), job))
        finally:
            if self.pending:
                self._rest.start()

    def publish(self, parent: QWidget | None = None) -> None:
        """Bring the plan file up to date now, and say how that went; `parent` is the window that waits meanwhile."""
        self._rest.stop()
        if parent is None:
            super().publish()
        elif self.writable:
            self.published(run(parent, _("計画ファイルに書き込んでいます…"), lambda _progress: self.write_file()))
        self.saved_changed.emit()

    def _publish_behind(self) -> None:
        """Bring the plan file up to date while people go on: a share may be slow, or silent for a while."""
        if self._writing is not None:
            self._rest.start()
            return
        began = monotonic()
        self._writing = Work(lambda _progress: self.write_file(), self)
        self._writing.ended.connect(lambda: self._written(monotonic() - began))

    def _written(self, seconds: float) -> None:
        writing, self._writing = self._writing, None
        if writing is None:
            return
        writing.deleteLater()
        self.published(writing.result())
        self._rest.setInterval(max(_REST_MS, round(seconds * 1000 * _REST_PER_WRITING)))
        if self.pending and self.refusal is None:
            self._rest.start()
        self.saved_changed.emit()

    def close(self, parent: QWidget | None = None) -> None:
        """Publish and let go of the file; a PlanError where that failed tells that the work waits on this PC.

        `parent` is the window that waits meanwhile.
        """
        self._rest.stop()
        if self._writing is not None:
            writing, self._writing = self._writing, None
            writing.let_go()
        if parent is None:
            super().close()
        else:
            run(parent, _("計画ファイルに書き込んでいます…"), lambda _progress: OpenPlan.close(self))

    def announced(self, announcement: Announcement) -> None:
        """Carry a step over to the interface's thread."""
        self._announced.emit(announcement)

    def heard(self, announcement: Announcement) -> None:
        """Let everybody see what a step changed; the plan file follows in a rest."""
        super().heard(announcement)
        self._rest.start()
        self.changed.emit(announcement)
        self.saved_changed.emit()
