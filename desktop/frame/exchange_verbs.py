"""What the commands of distributing and collecting do."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from db.exchange.conflicts import open_conflicts
from desktop.exchange.board_window import BoardWindow
from desktop.exchange.clerk_view import ClerkView
from desktop.exchange.collecting import CollectDialog
from desktop.exchange.conflict_window import ConflictWindow
from desktop.exchange.distributing import DistributeDialog
from desktop.exchange.handed_window import HandedWindow
from desktop.exchange.proposal_window import ProposalWindow
from desktop.exchange.submitting import ask_proposal
from desktop.table.plan_view import PlanView


def _run(dialog: QDialog) -> bool:
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def distribute(window: QWidget, view: PlanView) -> None:
    """Hand out, and show what was written."""
    dialog = DistributeDialog(window, view.plan, view.settings)
    if _run(dialog):
        _run(HandedWindow(window, view.plan, dialog.handed))


def collect(window: QWidget, view: PlanView, paths: Sequence[Path] = ()) -> None:
    """Take what came back, and settle at once what conflicts, as far as the person wants."""
    dialog = CollectDialog(window, view.plan, view.settings)
    dialog.add(paths)
    if _run(dialog) and view.plan.ask(open_conflicts):
        settle(window, view)


def settle(window: QWidget, view: PlanView) -> None:
    """Settle conflicts."""
    _run(ConflictWindow(window, view.plan))


def decide(window: QWidget, view: PlanView) -> None:
    """Accept or decline proposed rows."""
    _run(ProposalWindow(window, view.plan))


def show_board(window: QWidget, view: PlanView) -> None:
    """Show who has not sent, and go to the cell that was chosen there."""
    dialog = BoardWindow(window, view.plan)
    if _run(dialog) and dialog.wanted is not None:
        view.choose(dialog.wanted.cell.assignment, dialog.wanted.cell.column)


def go_to_missing(_window: QWidget, view: PlanView) -> None:
    """Go to the next blank cell that the department is asked for."""
    if isinstance(view, ClerkView):
        view.go_to_missing()


def propose(window: QWidget, view: PlanView) -> None:
    """Propose a row."""
    if isinstance(view, ClerkView):
        made = ask_proposal(window, view.part)
        if made is not None:
            view.choose(made)


def submit(_window: QWidget, view: PlanView) -> None:
    """Say that the department is done."""
    if isinstance(view, ClerkView):
        view.submit()


VERBS: Mapping[str, Callable[[QWidget, PlanView], None]] = {
    "collect.distribute": distribute,
    "collect.board": show_board,
    "collect.conflicts": settle,
    "collect.proposals": decide,
    "part.next": go_to_missing,
    "part.propose": propose,
    "part.submit": submit,
}
