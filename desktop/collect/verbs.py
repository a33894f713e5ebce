"""What the commands of distributing and collecting do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from db.exchange.conflicts import open_conflicts
from desktop.collect.board_window import BoardWindow
from desktop.collect.clerk_view import ClerkView
from desktop.collect.collecting import CollectDialog
from desktop.collect.conflict_window import ConflictWindow
from desktop.collect.distributing import DistributeDialog
from desktop.collect.handed_window import HandedWindow
from desktop.collect.proposal_window import ProposalWindow
from desktop.collect.submitting import ask_proposal
from desktop.plan_view import PlanView

if TYPE_CHECKING:
    from desktop.window import Window


def _run(dialog: QDialog) -> bool:
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def distribute(window: "Window", view: PlanView) -> None:
    """Hand out, and show what was written."""
    dialog = DistributeDialog(window, view.opened, window.settings)
    if _run(dialog):
        _run(HandedWindow(window, view.opened, dialog.handed))


def collect(window: "Window", view: PlanView, paths: Sequence[Path] = ()) -> None:
    """Take what came back, and settle at once what conflicts, as far as the person wants."""
    dialog = CollectDialog(window, view.opened, window.settings)
    dialog.add(paths)
    if _run(dialog):
        with view.opened.file.store.reading() as connection:
            waiting = bool(open_conflicts(connection))
        if waiting:
            settle(window, view)


def settle(window: "Window", view: PlanView) -> None:
    """Settle conflicts."""
    _run(ConflictWindow(window, view.opened))


def decide(window: "Window", view: PlanView) -> None:
    """Accept or decline proposed rows."""
    _run(ProposalWindow(window, view.opened))


def show_board(window: "Window", view: PlanView) -> None:
    """Show who has not sent, and go to the cell that was chosen there."""
    dialog = BoardWindow(window, view.opened)
    if _run(dialog) and dialog.wanted is not None:
        view.choose(dialog.wanted.cell.assignment, dialog.wanted.cell.column)


def go_to_missing(_window: "Window", view: PlanView) -> None:
    """Go to the next blank cell that the department is asked for."""
    if isinstance(view, ClerkView):
        view.go_to_missing()


def propose(window: "Window", view: PlanView) -> None:
    """Propose a row."""
    if isinstance(view, ClerkView):
        made = ask_proposal(window, view.part)
        if made is not None:
            view.choose(made)


def submit(_window: "Window", view: PlanView) -> None:
    """Say that the department is done."""
    if isinstance(view, ClerkView):
        view.submit()


VERBS: dict[str, Callable[["Window", PlanView], None]] = {
    "collect.distribute": distribute,
    "collect.board": show_board,
    "collect.conflicts": settle,
    "collect.proposals": decide,
    "part.next": go_to_missing,
    "part.propose": propose,
    "part.submit": submit,
}
