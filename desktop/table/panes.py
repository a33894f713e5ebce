"""How the lists, the grid and the larger editor share the window, on a large screen and on a small one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.kit.preferences import (
    EDITOR_BELOW,
    EDITOR_BESIDE,
    LISTS,
    PANEL_SHOWN,
    PANEL_SHOWN_SMALL,
    SIDEBAR_SHOWN,
    SIDEBAR_SHOWN_SMALL,
    Setting,
    Settings,
    qt_bytes,
)

_BESIDE_FROM = 1500  # pixels of width from which the editor stands beside the grid and not below it
_LISTS_FROM, _BELOW_FROM = 1000, 400  # the width and height from which lists and editor are there without being asked
_LISTS, _BESIDE, _BELOW = (290, 0.23), (390, 0.29), (230, 0.38)  # pixels, but no more than this share
_LEAST_GRID = 0.45


@dataclass(frozen=True, slots=True)
class Fit:
    """What a window of some size has room for."""

    beside: bool
    lists: bool
    editor: bool


def fit(width: int, height: int) -> Fit:
    """What fits into so many pixels without taking the years' columns their room."""
    beside = width >= _BESIDE_FROM
    return Fit(beside, lists=width >= _LISTS_FROM, editor=beside or height >= _BELOW_FROM)


def _part(total: int, wanted: tuple[int, float]) -> int:
    most, share = wanted
    return min(most, round(total * share))


class Room(QSplitter):
    """Lists at the left, grid and editor beside each other or one above the other; `folded` tells of a change."""

    folded = Signal()

    def __init__(self, parts: tuple[QWidget, QWidget, QWidget], settings: Settings, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lists, self._grid, self._editor = parts
        self._settings = settings
        self._fit: Fit | None = None
        self._work = QSplitter(self)
        self._work.addWidget(self._grid)
        self._work.addWidget(self._editor)
        self.addWidget(self._lists)
        self.addWidget(self._work)
        self._moved = {LISTS} if self.restoreState(settings.get(LISTS)) else set()
        for splitter, stretched in ((self, 1), (self._work, 0)):
            splitter.setStretchFactor(stretched, 1)
            splitter.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda: self._moved.add(LISTS))
        self._work.splitterMoved.connect(lambda: self._moved.add(self._place))

    @property
    def editor_is_beside(self) -> bool:
        """Whether the editor stands beside the grid and not below it."""
        return self._fit is None or self._fit.beside

    @property
    def _place(self) -> Setting[bytes]:
        return EDITOR_BESIDE if self.editor_is_beside else EDITOR_BELOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room any more, and share the rest."""
        super().resizeEvent(event)
        found = fit(self.width(), self.height())
        if found != self._fit:
            self._fold(found)
        self._share()

    def _fold(self, found: Fit) -> None:
        is_turned = self._fit is None or found.beside != self._fit.beside
        if is_turned:
            self._keep_work()
        self._fit = found
        if is_turned:
            self._work.setOrientation(Qt.Orientation.Horizontal if found.beside else Qt.Orientation.Vertical)
            if self._work.restoreState(self._settings.get(self._place)):
                self._moved.add(self._place)
        self._lists.setVisible(self._settings.get(self._lists_shown))
        self._editor.setVisible(self._settings.get(self._editor_shown))
        self.folded.emit()

    def _share(self) -> None:
        """Share the room where nobody has yet, or where the grid has too little of it."""
        sizes = self.sizes()
        if LISTS not in self._moved or sizes[1] < self.width() * _LEAST_GRID:
            lists = _part(self.width(), _LISTS)
            self.setSizes([lists, self.width() - lists])
        total = self.sizes()[1] if self.editor_is_beside else self.height()
        if self._place not in self._moved or self._work.sizes()[0] < total * _LEAST_GRID:
            editor = _part(total, _BESIDE if self.editor_is_beside else _BELOW)
            self._work.setSizes([total - editor, editor])

    # What is shown, on a large screen and on a small one

    @property
    def _lists_shown(self) -> Setting[bool]:
        return SIDEBAR_SHOWN if self._fit is None or self._fit.lists else SIDEBAR_SHOWN_SMALL

    @property
    def _editor_shown(self) -> Setting[bool]:
        return PANEL_SHOWN if self._fit is None or self._fit.editor else PANEL_SHOWN_SMALL

    def show_lists(self, *, shown: bool) -> None:
        """Show or hide the lists, and remember it for screens of this size."""
        self._lists.setVisible(shown)
        self._settings.put(self._lists_shown, shown)
        self._share()

    def show_editor(self, *, shown: bool) -> None:
        """Show or hide the editor, and remember it for screens of this size."""
        self._editor.setVisible(shown)
        self._settings.put(self._editor_shown, shown)
        self._share()

    def keep(self) -> None:
        """Remember the places that somebody gave the parts."""
        if LISTS in self._moved:
            self._settings.put(LISTS, qt_bytes(self.saveState()))
        self._keep_work()

    def _keep_work(self) -> None:
        if self._place in self._moved:
            self._settings.put(self._place, qt_bytes(self._work.saveState()))
