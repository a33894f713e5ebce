"""How the main window opens the window of findings, and goes to the place of a finding."""

from PySide6.QtWidgets import QApplication

from desktop.checking.checking_window import CheckingWindow
from desktop.frame.main_window import Window
from desktop.frame.open_pages import open_page
from desktop.pages.entry_window import EntryWindow
from desktop.table.plan_view import PlanView
from plan.fields import EVALUATION, YEARLY
from plan.findings import Finding
from plan.ids import AssignmentId
from plan.table import Column

_PAGES = {"plan": "entry.facts", "item": "entry.fields", "item_status": "entry.statuses"}
"""The page of each table that is no row of the progress table, indicator or sheet."""


def open_checking(window: Window, view: PlanView) -> CheckingWindow:
    """Show the findings of the open plan, in the window that is there already or in a new one.

    Where one asks from a page of the sister documents, the finding about what it shows is chosen.
    """
    asking = QApplication.activeWindow()
    there = [w for w in window.findChildren(CheckingWindow) if w.plan is view.plan and w.isVisible()]
    checking = there[0] if there else CheckingWindow(view.plan, window)
    if not there:
        view.leaving.connect(checking.close)
        checking.pointed.connect(lambda finding: go_to(window, view, checking, finding))
    if isinstance(asking, EntryWindow):
        checking.findings.choose_about(asking.record)
    checking.show()
    checking.raise_()
    checking.activateWindow()
    return checking


def go_to(window: Window, view: PlanView, checking: CheckingWindow, finding: Finding) -> None:
    """Show the cell that the finding is about, or the page of its sheet or indicator."""
    place = finding.place
    if place.record is None or not checking.live.is_row(place.record):
        page = page_of(finding)
        open_page(window, view, page).point(page, place)
        return
    view.choose(AssignmentId(place.record), _column(view, finding))
    window.activateWindow()


def page_of(finding: Finding) -> str:
    """The page of what the finding is about."""
    table = finding.place.field.table if finding.place.field is not None else ""
    return "entry.indicators" if table.startswith("indicator") else _PAGES.get(table, "entry.sheets")


def _column(view: PlanView, finding: Finding) -> Column | None:
    """The finding's column; the evaluation's where grades are not shown."""
    field, year = finding.place.field, finding.place.year
    if field is None:
        return None
    wanted = Column(field, year if field in YEARLY else None)
    hidden = field.optional and wanted not in view.model.columns
    return Column(EVALUATION, year) if hidden else wanted
