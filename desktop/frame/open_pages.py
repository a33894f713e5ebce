"""How the main window opens the window of the sister documents, and takes it along when it leaves the plan."""

from desktop.frame.main_window import Window
from desktop.pages.entry_window import EntryWindow
from desktop.pages.pages import pages
from desktop.table.plan_view import PlanView

_SHARED = ("plan.check", "help.keys")
"""The commands of the main window that work in this one, too."""


def open_page(window: Window, view: PlanView, page: str) -> EntryWindow:
    """Show a page of the open plan, in the window that is there already or in a new one."""
    there = [w for w in window.findChildren(EntryWindow) if w.plan is view.plan and w.isVisible()]
    entry = there[0] if there else EntryWindow(view.plan, pages(), window)
    if not there:
        view.leaving.connect(entry.close)
        entry.offer([window.commands.by_id[command] for command in _SHARED])
    entry.turn_to(page)
    entry.show()
    entry.raise_()
    entry.activateWindow()
    return entry
