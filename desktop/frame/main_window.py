"""The main window: one plan at a time, or the first page while none is open."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from db.file.planfile import PlanFile
from db.file.workfile import WorkFile
from db.store.working import Announcement
from desktop.exchange.part import OpenPart
from desktop.exchange.views import add_pending, opened_of, view_of
from desktop.frame import opening
from desktop.frame.actions import Actions, Handlers
from desktop.frame.commands import ROW_MENU, SPOKEN, THEMES, Needs
from desktop.frame.dropping import Use, dropped_paths, use_of
from desktop.frame.start_page import StartPage
from desktop.frame.status import StatusLine
from desktop.kit import failures, qt_language, theme
from desktop.kit.preferences import GEOMETRY, LANGUAGE, THEME, Settings, qt_bytes
from desktop.kit.shown_plan import ShownPlan
from desktop.table.plan_view import PlanView
from plan.era import FiscalYear
from plan.errors import PlanError, Sentence
from plan.table import Order
from work.language import N_, _, sentence, spoken
from work.open_plan import Saved
from work.wording import year_label

_MESSAGE_MS = 5000
_SIZE = (1400, 860)
LISTS = {
    "recent": N_("最近使った計画"),
    "years": N_("表示する年度"),
    "theme": N_("画面の明るさ"),
    "language": N_("言語 / Language"),
}
"""The menus made at run time."""


class Window(QMainWindow):
    """Shows the start page or an open plan, and does what the commands ask."""

    def __init__(self, settings: Settings, handlers: Callable[["Window"], Handlers]) -> None:
        super().__init__()
        self.settings = settings
        self._handlers = handlers
        self.view: PlanView | None = None
        self._status_soon = QTimer(self, singleShot=True, interval=0)  # once, however many reasons there are
        self._status_soon.timeout.connect(self.show_status)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        if not self.restoreGeometry(settings.get(GEOMETRY)):
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self._build()
        self._show_start()

    # How it is built

    def _build(self) -> None:
        self.commands = Actions(self, self._handlers(self))
        self._lists = {name: QMenu(_(title), self) for name, title in LISTS.items()}
        self._lists["recent"].aboutToShow.connect(self._fill_recent)
        self._lists["years"].aboutToShow.connect(self._fill_years)
        for name, chosen in (("theme", THEMES), ("language", SPOKEN)):
            self._lists[name].addActions([self.commands.by_id[c.id] for c in chosen])
        self.commands.build_menus(self, self._lists)
        self._toolbar = self.commands.build_toolbar(self)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.commands.check(f"theme.{self.settings.get(THEME)}", on=True)
        self.commands.check(f"language.{spoken()}", on=True)

    def _fill_recent(self) -> None:
        menu = self._lists["recent"]
        menu.clear()
        for path in self.settings.recent():
            menu.addAction(str(path)).triggered.connect(partial(self.open_path, path))
        if menu.isEmpty():
            menu.addAction(_("まだありません。")).setEnabled(False)

    def _fill_years(self) -> None:
        menu, view = self._lists["years"], self.view
        menu.clear()
        if view is None:
            return
        for year in view.plan.facts().years:
            action = menu.addAction(year_label(year))
            action.setCheckable(True)
            action.setChecked(year not in view.grid.hidden_years())
            action.triggered.connect(lambda shown, year=year: view.show_year(FiscalYear(year), shown=shown))

    # The plan

    @property
    def plan(self) -> ShownPlan | None:
        """The open plan."""
        return self.view.plan if self.view is not None else None

    def show_plan(self, plan_file: WorkFile) -> None:
        """Show a plan, or a department's file, that was just opened."""
        opened = opened_of(plan_file, self)
        try:
            opened.facts()
        except PlanError:  # nothing to show: let go of the file, and stay with what is open
            opened.close()
            raise
        self._leave_plan()
        self.settings.remember(plan_file.path)
        opened.saved_changed.connect(self._show_saved)
        opened.changed.connect(self._follow_title)
        self._show_view(opened)
        for notice in plan_file.notices:
            self._tell(notice)
        if isinstance(plan_file, PlanFile) and plan_file.recovered:
            text = _("前回反映できなかった {count} 件の変更を、計画ファイルに反映しました。")
            self.say(text.format(count=plan_file.recovered))

    def _show_view(self, plan: ShownPlan) -> PlanView:
        view = view_of(plan, self.settings, self)
        view.status_changed.connect(self._status_soon.start)
        view.drafting.changed.connect(self._show_saved)
        view.said.connect(lambda text: self.status.showMessage(text, _MESSAGE_MS))
        view.grid.row_menu_wanted.connect(self._open_row_menu)
        self.view = view
        pending = add_pending(view)
        if pending is not None:
            pending.conflicts_asked.connect(self.commands.by_id["collect.conflicts"].trigger)
            pending.proposals_asked.connect(self.commands.by_id["collect.proposals"].trigger)
        self.setCentralWidget(view)
        self._toolbar.show()
        self.commands.bind_to_grid(view.grid)
        self._show_title()
        self._show_saved()
        self.show_status()
        QTimer.singleShot(0, view.grid, view.grid.setFocus)  # the grid takes the keyboard only once it is shown
        return view

    def _show_start(self) -> None:
        page = StartPage(self.settings.recent(), self)
        page.asked.connect(lambda name: self.commands.by_id[name].trigger(), Qt.ConnectionType.QueuedConnection)
        page.chosen.connect(self.open_path, Qt.ConnectionType.QueuedConnection)
        self.setCentralWidget(page)
        self._toolbar.hide()
        self._show_title()
        self._show_saved()
        self.show_status()
        page.first.setFocus()

    def _leave_plan(self) -> None:
        """Publish and close; where the file cannot be written the work waits on this PC, and the person is told."""
        if self.view is None:
            return
        self.view.finish()
        opened, self.view = self.view.plan, None
        try:
            opened.close(self)
        except PlanError as error:
            failures.tell(self, error)
        opened.deleteLater()

    def close_plan(self) -> None:
        """Close the plan and show the first page."""
        self._leave_plan()
        self._show_start()

    def new_plan(self) -> None:
        """Make a plan."""
        self._show_if_any(opening.ask_new_plan(self, self.settings))

    def ask_open(self) -> None:
        """Ask for a plan file and open it."""
        path = opening.ask_file(self, self.settings)
        if path is not None:
            self.open_path(path)

    def open_sample(self) -> None:
        """Open the sample plan."""
        self._show_if_any(opening.open_sample(self, self.settings))

    def open_path(self, path: Path) -> None:
        """Open a plan file; a vanished one is taken off the recent ones."""
        if self.plan is not None and self.plan.path == path.resolve():
            return
        try:
            self._show_if_any(opening.open_file(self, path, self.settings))
        except PlanError as error:
            if not path.exists():
                self.settings.forget(path)
            failures.tell(self, error)

    def _show_if_any(self, plan_file: WorkFile | None) -> None:
        if plan_file is not None:
            self.show_plan(plan_file)

    def save(self) -> None:
        """Publish now, and say that all was saved anyway."""
        if self.view is None or self.plan is None:
            return
        self.view.hand_over()
        self.plan.publish(self)
        if self.plan.refusal is not None:
            self._tell(self.plan.refusal)
        elif self.plan.saved is Saved.PUBLISHED:
            self.say(_("保存済みです。計画ファイルも最新の内容になりました。"))

    def say(self, text: str) -> None:
        """Say something in the line at the bottom, for a moment."""
        self.status.showMessage(text, _MESSAGE_MS)

    # Documents in and out; their windows are loaded when they are first asked for.

    def import_file(self, source: Path | None = None) -> None:
        """Take a table into the plan."""
        from desktop.frame.import_verbs import run_import  # noqa: PLC0415 - start-up must not wait for it

        if self.plan is not None and self.plan.writable:
            run_import(self, self.plan, source)

    def import_as_plan(self, source: Path | None = None) -> None:
        """Make a new plan of a table."""
        from desktop.frame.import_verbs import import_as_plan  # noqa: PLC0415 - start-up must not wait for it

        self._show_if_any(import_as_plan(self, self.settings, source))

    def collect(self, paths: Sequence[Path] = ()) -> None:
        """Take what departments sent back into the plan."""
        from desktop.frame.exchange_verbs import collect  # noqa: PLC0415 - start-up must not wait for it

        if self.view is not None:
            collect(self, self.view, paths)

    def export(self) -> None:
        """Write the table as Excel, PDF or CSV."""
        from desktop.export.dialog import run_export  # noqa: PLC0415 - start-up must not wait for it

        if self.view is not None:
            run_export(self, self.view.plan.file, self.view.chosen_scope)

    def preview(self) -> None:
        """Show the pages before they are printed."""
        from desktop.export.preview import run_preview  # noqa: PLC0415 - start-up must not wait for it

        if self.view is not None:
            run_preview(self, self.view.plan.file, self.view.chosen_scope)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what we know what to do with."""
        if use_of(dropped_paths(event), self.plan) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a plan, import a table, or collect what departments sent back."""
        paths = dropped_paths(event)
        use = use_of(paths, self.plan)
        if use is Use.OPEN:
            self.open_path(paths[0])
        elif use is Use.IMPORT:
            self.import_file(paths[0])
        elif use is Use.IMPORT_AS_PLAN:
            self.import_as_plan(paths[0])
        elif use is Use.COLLECT:
            self.collect(paths)

    def _open_row_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in ROW_MENU:
            menu.addAction(self.commands.by_id[entry]) if entry is not None else menu.addSeparator()
        menu.popup(at)

    # What it tells

    def _tell(self, said: Sentence) -> None:
        failures.tell(self, PlanError(said.template, **dict(said.values)))

    def _show_title(self) -> None:
        name = QApplication.applicationDisplayName()
        if self.plan is None:
            self.setWindowTitle(name)
            return
        title = self.plan.facts().title
        self.setWindowTitle(f"{title} — {self.plan.path.name} — {name}")

    def _follow_title(self, announcement: Announcement) -> None:
        if any(change.table == "plan" for change in announcement.changes):
            self._show_title()

    def _show_saved(self) -> None:
        self.status.show_saved(self.plan, is_writing=self.view is not None and self.view.drafting.is_writing)
        self._status_soon.start()

    def show_status(self) -> None:
        """Show what the grid shows, and which commands can work now."""
        self._status_soon.stop()
        self.status.show_view(self.view)
        self.commands.enable(self._there())
        self._name_steps()
        if self.view is None:
            return
        view, check = self.view, self.commands.check
        check("view.not_entered", on=view.model.filter.not_entered is not None)
        check("view.grades", on=view.scope.grades)
        check(f"view.order_{'years' if view.scope.order is Order.YEARS else 'fields'}", on=True)
        check("view.sidebar", on=not view.sidebar.isHidden())
        check("view.panel", on=not view.panel.isHidden())

    def _there(self) -> frozenset[Needs]:
        """Which needs of commands are met."""
        if self.view is None:
            return frozenset()
        is_part = isinstance(self.view.plan, OpenPart)
        there = {Needs.PLAN} if is_part else {Needs.PLAN, Needs.WHOLE}
        if self.view.plan.writable:
            there |= {Needs.WRITABLE, Needs.PART if is_part else Needs.MASTER}
            current = self.view.current
            there |= {Needs.ROW} if current is not None and not is_part else set()
            there |= {Needs.YEAR_CELL} if current is not None and current[1].year is not None else set()
            there |= {Needs.UNDO} if self.view.plan.undo_name else set()
            there |= {Needs.REDO} if self.view.plan.redo_name else set()
        return frozenset(there)

    def _name_steps(self) -> None:
        """Say what would be undone and done again."""
        undo, redo = (self.plan.undo_name, self.plan.redo_name) if self.plan is not None else (None, None)
        for name, plain, step in (
            ("edit.undo", _("元に戻す"), undo),
            ("edit.redo", _("やり直し"), redo),
        ):
            action: QAction = self.commands.by_id[name]
            action.setText(f"{plain}: {sentence(step)}" if step is not None else plain)
            action.setIconText(plain)
            keys = action.shortcut().toString()
            action.setToolTip(f"{action.text()} ({keys})")

    # The look

    def wear(self, name: str) -> None:
        """Put on another look."""
        self.settings.put(THEME, name)
        theme.wear(_app(), name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark, also one that the system makes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "status"):
            self.commands.renew_icons()
            self._show_saved()
            if self.view is not None:
                self.view.show_cell()
            else:
                self._show_start()

    def speak(self, name: str) -> None:
        """Speak another language; everything is drawn anew."""
        self.settings.put(LANGUAGE, name)
        qt_language.speak(_app(), name)
        self.renew()

    def renew(self) -> None:
        """Draw everything anew in the present language; the plan stays open, the cursor where it is."""
        opened, current = self.plan, self.view.current if self.view is not None else None
        old_view, self.view = self.view, None
        if old_view is not None:
            old_view.finish()
        self.removeToolBar(self._toolbar)
        old = [*self._lists.values(), self.commands, self._toolbar]
        self.menuBar().clear()
        self._build()
        for thing in old:
            thing.deleteLater()
        if opened is None:
            self._show_start()
        else:
            view = self._show_view(opened)
            if old_view is not None:
                view.show_as(old_view)
            if current is not None:
                view.choose(current[0].id, current[1])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Publish, remember how everything stands, and go."""
        self.settings.put(GEOMETRY, qt_bytes(self.saveGeometry()))
        self._leave_plan()
        self.settings.keep()
        super().closeEvent(event)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
