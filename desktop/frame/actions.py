"""Menus, toolbar and keys, drawn from the table of commands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from desktop.frame.commands import COMMANDS, MENUS, TOOLBAR, TOOLBAR_TEXTS, Command, Needs
from desktop.kit.icons import icon
from work.language import _

Handlers = Mapping[str, Callable[[], object]]
"""What each command does, by the command's id."""
ICON_SIZE = QSize(20, 20)


class Actions(QObject):
    """One QAction for each command; what they do is looked up in `handlers` by the command's id."""

    def __init__(self, window: QMainWindow, handlers: Handlers) -> None:
        super().__init__(window)
        self._groups: dict[str, QActionGroup] = {}
        self.by_id = {c.id: self._action(c, handlers[c.id]) for c in COMMANDS}

    def _action(self, command: Command, handler: Callable[[], object]) -> QAction:
        action = QAction(_(command.text), self)
        action.setObjectName(command.id)
        help_line = _(command.help)
        action.setStatusTip(help_line)
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = action.text().rstrip("…")
        action.setToolTip(f"{name} ({keys})\n{help_line}" if keys else f"{name}\n{help_line}")
        action.setCheckable(command.checkable or bool(command.group))
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.group:
            self._groups.setdefault(command.group, QActionGroup(self)).addAction(action)
        action.triggered.connect(lambda _checked=False: handler())
        return action

    def renew_icons(self) -> None:
        """Draw the icons anew in the colours of another look."""
        for command in COMMANDS:
            if command.icon:
                self.by_id[command.id].setIcon(icon(command.icon))

    def bind_to_grid(self, grid: QWidget) -> None:
        """Let the grid's own keys work in the grid only: in a text the same keys edit the text."""
        for command in COMMANDS:
            if command.in_grid:
                action = self.by_id[command.id]
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                grid.addAction(action)

    def enable(self, there: frozenset[Needs]) -> None:
        """Enable the commands whose needs are met."""
        for command in COMMANDS:
            self.by_id[command.id].setEnabled(command.needs is Needs.NOTHING or command.needs in there)

    def check(self, command: str, *, on: bool) -> None:
        """Show a switch or a choice as it stands."""
        self.by_id[command].setChecked(on)

    def build_menus(self, window: QMainWindow, lists: Mapping[str, QMenu]) -> None:
        """Fill the menu bar; `lists` are the menus that are made at run time."""
        window.menuBar().clear()
        for menu in MENUS:
            drawn = window.menuBar().addMenu(_(menu.title))
            drawn.setToolTipsVisible(False)
            for entry in menu.entries:
                if entry is None:
                    drawn.addSeparator()
                elif isinstance(entry, str):
                    drawn.addMenu(lists[entry])
                else:
                    drawn.addAction(self.by_id[entry.id])

    def build_toolbar(self, window: QMainWindow) -> QToolBar:
        """The toolbar: words below icons, for people who look for words."""
        bar = QToolBar(_("ツールバー"), window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(ICON_SIZE)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        for entry in TOOLBAR:
            if entry is None:
                bar.addSeparator()
            else:
                self._put(bar, entry)
        window.addToolBar(bar)
        return bar

    def _put(self, bar: QToolBar, command: str) -> None:
        action = self.by_id[command]
        if command in TOOLBAR_TEXTS:
            action.setIconText(_(TOOLBAR_TEXTS[command]))
        bar.addAction(action)
        # A toolbar of Qt's cannot be reached by Tab; its buttons then must be.
        bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
