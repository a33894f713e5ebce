"""What each command does: the table that binds `desktop.frame.commands` to the window."""

from collections.abc import Callable
from functools import partial

from db.edit import structure
from desktop.frame import copies, help_windows, plan_verbs, row_verbs
from desktop.frame.actions import Handlers
from desktop.frame.main_window import Window
from desktop.frame.splitting import ask_split
from desktop.table.history_window import HistoryWindow
from desktop.table.plan_view import PlanView
from plan.errors import say
from plan.ids import DepartmentId, ItemId, RecordId
from plan.states import State
from plan.table import Order
from work import steps
from work.language import languages

_STATES = {
    "state.nothing_to_report": State.NOTHING_TO_REPORT,
    "state.no_activity": State.NO_ACTIVITY,
    "state.ended": State.ENDED,
    "state.discontinued": State.DISCONTINUED,
}
_COLLECT = ("collect.distribute", "collect.board", "collect.conflicts", "collect.proposals")
_PART = ("part.next", "part.propose", "part.submit")
_ENTRY = ("sheets", "indicators", "statuses", "fields", "items", "facts", "grades", "scales")


def handlers(window: Window) -> Handlers:
    """What the window does for every command."""
    made = {**_file(window), **_help(window)}
    for table in (_edit, _row, _plan, _collect, _entry, _view):
        made |= {name: partial(_after_editing, window, verb) for name, verb in table().items()}
    return made | {name: partial(_in_grid, window, verb) for name, verb in _cells().items()}


def _after_editing(window: Window, verb: Callable[[Window, PlanView], object]) -> None:
    """What is being written is taken over first; where that is refused, nothing else is done."""
    if window.view is not None and window.view.hand_over():
        verb(window, window.view)
        window.show_status()


def _in_grid(window: Window, verb: Callable[[PlanView], object]) -> None:
    """The clipboard's verbs: while a cell is being edited they are about its text."""
    if window.view is not None:
        verb(window.view)


def _file(window: Window) -> Handlers:
    themes = {f"theme.{name}": partial(window.wear, name) for name in ("system", "light", "dark")}
    spoken = {f"language.{code}": partial(window.speak, code) for code in languages()}
    return themes | spoken | {
        "file.new": window.new_plan,
        "file.open": window.ask_open,
        "file.sample": window.open_sample,
        "file.save": window.save,
        "file.save_copy": partial(copies.save_copy, window),
        "file.save_slim": partial(copies.save_without_history, window),
        "file.backups": partial(copies.bring_back, window),
        "file.import": window.import_file,
        "file.import_new": window.import_as_plan,
        "file.export": window.export,
        "file.preview": window.preview,
        "file.close": window.close_plan,
        "file.quit": window.close,
    }  # fmt: skip


def _help(window: Window) -> Handlers:
    return {
        "help.keys": partial(help_windows.show_keys, window),
        "help.person": partial(help_windows.ask_person, window, window.settings),
        "help.about": partial(help_windows.show_about, window),
    }


_ViewVerbs = dict[str, Callable[[Window, PlanView], object]]


def _edit() -> _ViewVerbs:
    verbs: _ViewVerbs = {
        "edit.undo": lambda _w, v: v.plan.undo(),
        "edit.redo": lambda _w, v: v.plan.redo(),
        "edit.find": lambda _w, v: v.find_bar.open(),
        "edit.replace": lambda _w, v: v.find_bar.open(replace=True),
    }
    return verbs | {name: partial(_declare, state) for name, state in _STATES.items()}


def _cells() -> dict[str, Callable[[PlanView], object]]:
    return {
        "edit.cut": lambda v: v.grid.cut(),
        "edit.copy": lambda v: v.grid.copy(),
        "edit.copy_with_headings": lambda v: v.grid.copy_with_headings(),
        "edit.paste": lambda v: v.grid.paste(),
        "edit.fill_down": lambda v: v.grid.fill_down(),
        "edit.fill_right": lambda v: v.grid.fill_right(),
        "edit.clear": lambda v: v.grid.clear(),
    }


def _declare(state: State, _window: Window, view: PlanView) -> None:
    view.enter_everywhere(state.value, say(steps.DECLARATION, state=state.value))


def _row() -> _ViewVerbs:
    return {
        "row.add": _add_row,
        "row.end": _end_row,
        "row.delete": lambda w, v: row_verbs.ask_delete(w, v.plan, v.chosen_rows),
        "row.up": lambda _w, v: _move(v, -1),
        "row.down": lambda _w, v: _move(v, 1),
    }


def _add_row(window: Window, view: PlanView) -> None:
    made = row_verbs.ask_new_row(window, view.plan, view.current[0] if view.current else None)
    if made is not None:
        view.choose(made)


def _end_row(window: Window, view: PlanView) -> None:
    if view.chosen_rows:
        row_verbs.ask_end(window, view.plan, view.chosen_rows)


def _move(view: PlanView, step: int) -> None:
    """Put the current row behind the row that it passes, in the plan's own order."""
    if view.current is None:
        return
    row, column = view.current
    rows = [r.id for r in view.model.table.rows]
    target = rows.index(row.id) + step
    if not 0 <= target < len(rows):
        return
    place = target if step > 0 else target - 1
    after = rows[place] if place >= 0 else None
    label = say(steps.ROW_MOVED, row=row_verbs.name_of(row))
    view.plan.do(label, structure.move_assignment, row.id, after)
    view.choose(row.id, column)


def _plan() -> _ViewVerbs:
    return {
        "plan.properties": lambda w, v: plan_verbs.ask_properties(w, v.plan),
        "plan.open_year": lambda w, v: plan_verbs.ask_open_year(w, v.plan),
        "item.rename": lambda w, v: plan_verbs.ask_item_name(w, v.plan, _item(v)),
        "department.add": lambda w, v: plan_verbs.ask_department(w, v.plan),
        "department.facts": lambda w, v: plan_verbs.ask_department_facts(w, v.plan, _department(v)),
        "department.rename": lambda w, v: plan_verbs.ask_department_name(w, v.plan, _department(v)),
        "department.merge": lambda w, v: plan_verbs.ask_merge(w, v.plan, _department(v)),
        "department.split": lambda w, v: ask_split(w, v.plan, _department(v)),
        "plan.check": _open_checking,
        "history.cell": lambda _w, v: v.show_history(),
        "history.all": lambda w, v: HistoryWindow(v.plan.file.store, v.model.table, w).exec(),
    }


def _open_checking(window: Window, view: PlanView) -> None:
    from desktop.frame.open_checking import open_checking  # noqa: PLC0415 - start-up must not wait for it

    open_checking(window, view)


def _entry() -> _ViewVerbs:
    return {f"entry.{name}": partial(_open_entry, f"entry.{name}") for name in _ENTRY}


def _open_entry(page: str, window: Window, view: PlanView) -> None:
    from desktop.frame.open_pages import open_page  # noqa: PLC0415 - start-up must not wait for it

    open_page(window, view, page)


def _collect() -> _ViewVerbs:
    verbs: _ViewVerbs = {name: partial(_run_collecting, name) for name in (*_COLLECT, *_PART)}
    return verbs | {"collect.collect": lambda w, _v: w.collect()}


def _run_collecting(name: str, window: Window, view: PlanView) -> None:
    from desktop.frame.exchange_verbs import VERBS  # noqa: PLC0415 - start-up must not wait for it

    VERBS[name](window, view)


def _item(view: PlanView) -> ItemId | None:
    """The heading that is meant: the one chosen in the tree, else the current row's project."""
    chosen = view.sidebar.items.chosen
    if chosen:
        return ItemId(RecordId(min(chosen)))
    return view.current[0].project if view.current else None


def _department(view: PlanView) -> DepartmentId | None:
    chosen = view.sidebar.departments.chosen
    if chosen:
        return DepartmentId(RecordId(min(chosen)))
    return view.current[0].department if view.current else None


def _view() -> _ViewVerbs:
    return {
        "view.not_entered": lambda _w, v: v.show_not_entered(only=v.model.filter.not_entered is None),
        "view.all_rows": lambda _w, v: v.show_all(),
        "view.grades": lambda _w, v: v.show_columns(grades=not v.scope.grades, order=v.scope.order),
        "view.order_years": lambda _w, v: v.show_columns(grades=v.scope.grades, order=Order.YEARS),
        "view.order_fields": lambda _w, v: v.show_columns(grades=v.scope.grades, order=Order.FIELDS),
        "view.zoom_in": lambda _w, v: v.grid.zoom_in(),
        "view.zoom_out": lambda _w, v: v.grid.zoom_out(),
        "view.zoom_reset": lambda _w, v: v.grid.zoom_normal(),
        "view.sidebar": lambda _w, v: v.show_sidebar(shown=v.sidebar.isHidden()),
        "view.panel": lambda _w, v: v.show_panel(shown=v.panel.isHidden()),
        "view.next_pane": lambda _w, v: v.next_pane(),
    }
