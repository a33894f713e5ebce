"""The window beside the progress table: a page for each sister document, all over the same plan."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTabWidget, QToolBar, QVBoxLayout, QWidget

from db.read.table import Scope
from desktop.export.dialog import run_export
from desktop.kit.icons import icon
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.window_size import begin_at
from plan.findings import Place
from plan.ids import RecordId
from work.language import _, sentence

_SIZE = (1360, 900)
_ICON = QSize(20, 20)


class Page(Protocol):
    """What the window asks of a page, which is a widget."""

    def reload(self) -> None:
        """Show what is stored now."""

    def commit(self) -> None:
        """Hand over what is being written."""


@runtime_checkable
class Pointed(Protocol):
    """A page with records that findings are about."""

    @property
    def record(self) -> RecordId | None:
        """The record that is shown."""

    def point(self, place: Place) -> None:
        """Show the record of a finding, and put the keyboard where it is to be mended."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as a row of data: the id of its command, its title, how it is made, and the document that it fills."""

    id: str
    title: str
    make: Callable[[ShownPlan, QWidget], QWidget]
    form: str = ""


class EntryWindow(QWidget):
    """Pages as tabs, each made when it is first asked for and read anew when the plan has changed."""

    def __init__(self, plan: ShownPlan, rows: Sequence[PageRow], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.plan, self._rows = plan, rows
        self._pages: dict[int, QWidget] = {}
        self._stale: set[int] = set()
        self._places: list[QVBoxLayout] = []
        self.setWindowTitle(_("{plan} — 帳票の入力").format(plan=plan.facts().title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_at(self, _SIZE)
        self.tabs = QTabWidget(self, documentMode=True)
        self.bar = QToolBar(self)
        self.undo = self._action("undo-2", [QKeySequence(QKeySequence.StandardKey.Undo)], self._undo)
        self.redo = self._action("redo-2", [QKeySequence(QKeySequence.StandardKey.Redo)], self._redo)
        self.export = self._action("printer", [QKeySequence("Ctrl+P"), QKeySequence("Ctrl+E")], self._export)
        self._place = QLabel(self)
        self._arrange()
        self.tabs.currentChanged.connect(self._turned)
        plan.changed.connect(self._changed)
        plan.saved_changed.connect(self._name_steps)

    def _action(self, name: str, keys: Sequence[QKeySequence], do: Callable[[], None]) -> QAction:
        action = QAction(icon(name), "", self)
        action.setShortcuts(keys)
        action.triggered.connect(do)
        return action

    def _arrange(self) -> None:
        self.bar.setIconSize(_ICON)
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        room = QWidget(self.bar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._room = self.bar.addWidget(room)
        self.bar.addWidget(self._place)
        self.offer([self.undo, self.redo, self.export])
        self.export.setText(_("プレビューと書き出し…"))
        hint = _("このページの内容が入る書類を、印刷される姿で確かめ、書き出します。")
        self.export.setToolTip(f"{hint} (Ctrl+P)")
        for number, row in enumerate(self._rows, start=1):
            place = QWidget(self.tabs)
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            self._places.append(layout)
            self.tabs.addTab(place, row.title)
            self.tabs.setTabToolTip(number - 1, f"{row.title} (Alt+{number})")
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.turn_to, row.id))
        self.tabs.setAccessibleName(_("帳票"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self._name_steps()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put these into the bar, behind those that are there."""
        self.bar.insertActions(self._room, actions)
        for action in actions:
            self.bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._made(self.tabs.currentIndex())

    def turn_to(self, page: str) -> QWidget:
        """Show the page of that id, with the keyboard in its list."""
        self.tabs.setCurrentIndex(next(n for n, row in enumerate(self._rows) if row.id == page))
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.page

    def _made(self, place: int) -> QWidget:
        if place not in self._pages:
            page = self._rows[place].make(self.plan, self.tabs)
            self._places[place].addWidget(page)
            self._pages[place] = page
            self._stale.add(place)
        if place in self._stale:
            self._stale.discard(place)
            self._as_page(place).reload()
        return self._pages[place]

    def _as_page(self, place: int) -> Page:
        page: Page = self._pages[place]  # type: ignore[assignment] # every row of data makes a page
        return page

    def commit(self) -> None:
        """Hand over what is being written on any page."""
        for place in self._pages:
            self._as_page(place).commit()

    def _turned(self) -> None:
        self.commit()
        self._made(self.tabs.currentIndex())

    def _changed(self) -> None:
        self._stale |= self._pages.keys()
        self._made(self.tabs.currentIndex())

    @property
    def record(self) -> RecordId | None:
        """The record that is shown, where findings can be about it."""
        return self.page.record if isinstance(self.page, Pointed) else None

    def point(self, page: str, place: Place) -> None:
        """Show the place of a finding on the page of that id."""
        shown = self.turn_to(page)
        if isinstance(shown, Pointed):
            shown.point(place)

    def _export(self) -> None:
        self.commit()
        run_export(self, self.plan.file, Scope(), self._rows[self.tabs.currentIndex()].form)

    def _undo(self) -> None:
        self.commit()
        self.plan.undo()

    def _redo(self) -> None:
        self.commit()
        self.plan.redo()

    def _name_steps(self) -> None:
        """Say what would be undone and done again, and how the work stands."""
        for action, plain, step in (
            (self.undo, _("元に戻す"), self.plan.undo_name),
            (self.redo, _("やり直し"), self.plan.redo_name),
        ):
            action.setText(plain)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text = f"{plain}: {sentence(step)}" if step is not None else plain
            action.setToolTip(f"{text} ({keys})")
            action.setEnabled(self.plan.writable and step is not None)
        shown = _("入力は自動で保存されます") if self.plan.writable else _("読むだけで開いています")
        self._place.setText(shown + "　")

    def showEvent(self, event: QShowEvent) -> None:
        """Make the first page when there is something to see."""
        super().showEvent(event)
        self._made(self.tabs.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """What was written is on the disk as soon as one looks at another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.commit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is being written, and hear no more of the plan."""
        self.commit()
        self.plan.changed.disconnect(self._changed)
        self.plan.saved_changed.disconnect(self._name_steps)
        super().closeEvent(event)
