"""How the main window opens the window of the sister documents, and takes it along when it leaves the plan."""

from PySide6.QtWidgets import QWidget

from desktop.entry.pages import pages
from desktop.entry.window import EntryWindow
from desktop.plan_view import PlanView


def open_page(window: QWidget, view: PlanView, page: str) -> EntryWindow:
    """Show a page of the open plan, in the window that is there already or in a new one."""
    there = [w for w in window.findChildren(EntryWindow) if w.opened is view.opened and w.isVisible()]
    entry = there[0] if there else EntryWindow(view.opened, pages(), window)
    if not there:
        view.leaving.connect(entry.close)
    entry.turn_to(page)
    entry.show()
    entry.raise_()
    entry.activateWindow()
    return entry
