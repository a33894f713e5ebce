"""Long work in a thread of its own, told how far it is and stopped when the person wishes.

The thread knows nothing of Qt: the interface looks at it some sixty times a second. So nothing that a window has
closed can be touched from there, and the work itself stays a plain function that takes a `Progress`.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from plan.progress import Cancelled, Progress
from work.language import _

Result = TypeVar("Result")
Job = Callable[[Progress], Result]
PATIENCE_MS = 400  # what takes no longer than this needs no window
_LOOK_MS = 16
_WIDTH = 420


class _Steps:
    """What the thread and the interface share."""

    def __init__(self) -> None:
        self.stop = Event()
        self.seen = (0, 0)

    def progress(self, done: int, total: int) -> None:
        """The Progress that the job is given."""
        if self.stop.is_set():
            raise Cancelled
        self.seen = done, total


class Work(QObject, Generic[Result]):
    """A job on its way; `progressed` tells (steps done, steps in all), `ended` that `result` has the answer.

    After `cancel` the job ends at its next step. Closing what owns the work stops it, too, and waits for nothing.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, job: Job[Result], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps = _Steps()
        worker = ThreadPoolExecutor(1, "ayumi-work")
        self._future: Future[Result] = worker.submit(job, self._steps.progress)
        worker.shutdown(wait=False)
        self._told = (0, 0)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._see)
        self._look.start()
        self.destroyed.connect(steps.stop.set)

    @property
    def running(self) -> bool:
        """Whether the thread is still at it, or its end has not been told yet."""
        return self._look.isActive()

    @property
    def cancelled(self) -> bool:
        """Whether the person has stopped it."""
        return self._steps.stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._steps.stop.set()

    def let_go(self) -> None:
        """Stop the job; nobody is told of its end."""
        self.cancel()
        self._look.stop()

    def finish(self) -> None:
        """Let go of the job and wait for its end: it reads and writes no more."""
        self.let_go()
        wait([self._future])

    def result(self) -> Result:
        """What the job answered, or what it raised: Cancelled, a PlanError, or a fault of ours."""
        return self._future.result()

    def _see(self) -> None:
        if self._steps.seen != self._told:
            self._told = self._steps.seen
            self.progressed.emit(*self._told)
        if self._future.done():
            self._look.stop()
            self.ended.emit()


class Latest(QObject, Generic[Result]):
    """The newest job alone: starting one lets go of the one before, of which nobody is told any more.

    `ended` carries the Work whose `result` has the answer.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work[Result] | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is on its way."""
        return self._work is not None

    def start(self, job: Job[Result]) -> None:
        """Let go of the job before and begin this one."""
        self.let_go()
        self._work = Work(job, self)
        self._work.progressed.connect(self.progressed)
        self._work.ended.connect(self._tell)

    def let_go(self) -> None:
        """Forget the job; it ends by itself at its next step."""
        if self._work is not None:
            self._released().let_go()

    def finish(self) -> None:
        """Forget the job, and come back when it has ended: it reads no plan any more."""
        if self._work is not None:
            self._released().finish()

    def _released(self) -> Work[Result]:
        work, self._work = self._work, None
        assert work is not None
        work.deleteLater()
        return work

    def _tell(self) -> None:
        self.ended.emit(self._released())


def run(parent: QWidget, doing: str, job: Job[Result]) -> Result | None:
    """Let a job work while the window waits, and say what is done where that takes a moment.

    Answers its result, None where the person stopped it; what it raises is raised here. It has ended in any case.
    """
    work = Work(job, parent)
    try:
        if not _ended_soon(work):
            waiting = _Waiting(parent, doing, work)
            waiting.exec()
            waiting.deleteLater()
        return work.result()
    except Cancelled:
        return None
    finally:
        work.deleteLater()


def _ended_soon(work: Work[Result]) -> bool:
    """Whether the work ends before anybody becomes impatient; keys and clicks wait meanwhile."""
    loop = QEventLoop()
    work.ended.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    QApplication.restoreOverrideCursor()
    return not work.running


class _Waiting(QDialog):
    """Says what is being done and how far it is; Cancel and Esc stop it, and the window stays until it has ended."""

    def __init__(self, parent: QWidget, doing: str, work: Work[Result]) -> None:
        super().__init__(parent)
        self.setWindowTitle(QApplication.applicationDisplayName())
        self.setMinimumWidth(_WIDTH)
        self._cancel = work.cancel
        self._label = QLabel(doing, self, wordWrap=True)
        self._bar = QProgressBar(self, minimum=0, maximum=0)
        self._bar.setAccessibleName(doing)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.rejected.connect(self.reject)
        work.progressed.connect(self._show_steps)
        work.ended.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        for widget in (self._label, self._bar, self._buttons):
            column.addWidget(widget)

    def _show_steps(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def reject(self) -> None:
        """Stop the work; the window closes when it has stopped."""
        self._label.setText(_("中止しています…"))
        self._buttons.setEnabled(False)
        self._cancel()
