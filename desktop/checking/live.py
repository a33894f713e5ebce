"""The findings of an open plan, kept up to date behind every edit."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.exchange.department_file import DepartmentFile
from db.read.checking import BESIDE, Checked, altered, sorted_out, subject, switched_off
from db.store.working import Announcement
from desktop.kit.background import Latest, Work
from desktop.kit.shown_plan import ShownPlan
from plan.checks.every import Findings, concerning
from plan.exchange.returns import Cell
from plan.findings import Finding
from plan.ids import AssignmentId, RecordId
from work.days import today
from work.pages import page_findings

_AT_ONCE, _SLICE = 0.3, 0.01  # seconds of checking before the first sight, and between two things that a person does
_PAUSE_MS = 300  # the list, and what only the whole table shows, follow this long after the last edit


class LiveFindings(QObject):
    """Rows are checked as they are edited, the rest once the person pauses; `refreshed` tells that all is up to date.

    The pages of the sister documents are set behind all this, and their findings follow when they are there.

    In a department's file only the findings that concern the asked cells are told.
    """

    refreshed = Signal()

    def __init__(self, plan: ShownPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._asked = asked_cells(plan)
        self._work = QTimer(self, interval=0)
        self._work.timeout.connect(self._go_on)
        self._pages: Latest[list[Finding]] = Latest(self)
        self._pages.ended.connect(self._take_pages)
        self._findings = self._gathered(None)
        self._stale = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        plan.changed.connect(self._changed)

    def _gathered(self, before: Findings | None) -> Findings:
        found = Findings(self._plan.ask(subject, today()), before)
        if not found.go_on(_AT_ONCE):
            self._work.start()
        if before is not None:
            found.pages = before.pages
        if self._asked is None:
            self._pages.start(partial(page_findings, self._plan.file.store))
        return found

    def _take_pages(self, work: Work[list[Finding]]) -> None:
        found = work.result()
        if found != self._findings.pages:
            self._findings.pages = found
            self.refreshed.emit()

    def stop(self) -> None:
        """Look at no more pages; the plan is read no more when this returns."""
        self._pages.finish()

    def _go_on(self) -> None:
        """Check some more rows between what the person does."""
        if self._findings.go_on(_SLICE):
            self._work.stop()
            self.refreshed.emit()

    @property
    def waiting(self) -> int:
        """How many rows have not been checked yet."""
        return len(self._findings.waiting)

    def _changed(self, announcement: Announcement) -> None:
        changes = [c for c in announcement.changes if c.table not in BESIDE]
        if changes and not self._stale:
            rows = self._plan.ask(altered, self._findings.rows, changes)
            if rows is None or self._findings.opens_column(rows.values()):
                self._stale = True
            else:
                self._findings.replace(rows)
        self._pause.start()

    def settle(self) -> None:
        """Bring everything up to date now."""
        self._pause.stop()
        if self._stale:
            self._findings, self._stale = self._gathered(self._findings), False
        else:
            self._findings.check_table()
        self.refreshed.emit()

    def told(self) -> tuple[Checked, frozenset[str]]:
        """What is found, what was accepted, and the checks that are off."""
        with self._plan.file.store.reading() as connection:
            off = switched_off(connection)
            return sorted_out(connection, self._scoped(self._findings.sorted(off))), off

    def _scoped(self, found: list[Finding]) -> list[Finding]:
        return found if self._asked is None else concerning(found, self._asked)

    def is_row(self, record: RecordId | None) -> bool:
        """Whether a finding's record is a row of the progress table."""
        return record is not None and AssignmentId(record) in self._findings.rows


def asked_cells(plan: ShownPlan) -> list[Cell] | None:
    """The cells that a department's file asks for; None for a whole plan."""
    return plan.file.asked() if isinstance(plan.file, DepartmentFile) else None
