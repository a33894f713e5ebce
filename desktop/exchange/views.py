"""The view that fits what is open: the coordinator's over a plan, the clerk's over a department's file."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.exchange.department_file import DepartmentFile
from db.file.workfile import WorkFile
from desktop.exchange.clerk_view import ClerkView
from desktop.exchange.list_parts import put_above
from desktop.exchange.part import OpenPart
from desktop.exchange.pending import PendingStrip
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from desktop.table.plan_view import PlanView


def opened_of(work: WorkFile, parent: QObject) -> ShownPlan:
    """The open plan, or the open part of one."""
    return OpenPart(work, parent) if isinstance(work, DepartmentFile) else ShownPlan(work, parent)


def view_of(plan: ShownPlan, settings: Settings, parent: QWidget) -> PlanView:
    """A view of it."""
    return ClerkView(plan, settings, parent) if isinstance(plan, OpenPart) else PlanView(plan, settings, parent)


def add_pending(view: PlanView) -> PendingStrip | None:
    """Put what waits for a decision above a plan's grid; a department's file has nothing to decide."""
    if isinstance(view, ClerkView):
        return None
    strip = PendingStrip(view.plan, view)
    put_above(strip, view.banner)
    return strip
