"""An open plan as a window has it: its steps are heard on the interface's thread, and its file is written in a rest."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.file.backups import Reason, take
from db.file.workfile import WorkFile
from db.log.changes import Recording, recording
from db.store.working import Announcement
from desktop.kit.background import run
from plan.progress import Progress
from work.language import _
from work.open_plan import OpenPlan

_REST_MS = 4000  # this long after the last edit the plan file is written
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
        self._rest.timeout.connect(self.publish)
        self._announced.connect(self.heard)
        if self.pending:
            self._rest.start()

    def take_in(
        self, parent: QWidget, reason: Reason, label: str, verb: Callable[[Recording, _What], object], what: _What
    ) -> bool:
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
            return bool(run(parent, _("取り込んでいます…"), job))
        finally:
            if self.pending:
                self._rest.start()

    def publish(self) -> None:
        """Bring the plan file up to date, and say how that went."""
        self._rest.stop()
        super().publish()
        self.saved_changed.emit()

    def close(self) -> None:
        """Publish and let go of the file; a PlanError where that failed tells that the work waits on this PC."""
        self._rest.stop()
        super().close()

    def announced(self, announcement: Announcement) -> None:
        """Carry a step over to the interface's thread."""
        self._announced.emit(announcement)

    def heard(self, announcement: Announcement) -> None:
        """Let everybody see what a step changed; the plan file follows in a rest."""
        super().heard(announcement)
        self._rest.start()
        self.changed.emit(announcement)
        self.saved_changed.emit()
