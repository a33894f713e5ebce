"""The menu of a column's heading: sort by it, choose among its values, hide its year."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.grid.arrangement import RowFilter, Sorting, sort_key
from desktop.grid.folding import needle_of
from desktop.grid.header import WITH_MENU
from desktop.grid.model import ProgressModel
from plan.era import FiscalYear
from plan.table import Column
from work import wording
from work.language import _

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Arranged(Protocol):
    """The grid as its column menus see it."""

    progress: ProgressModel

    def sort_rows(self, sorting: Sorting | None) -> None:
        """Sort the rows; None brings the printed order back."""

    def filter_rows(self, rows: RowFilter) -> None:
        """Show the rows that pass."""

    def hidden_years(self) -> set[FiscalYear]:
        """The years that are hidden."""

    def hide_years(self, years: Iterable[FiscalYear]) -> None:
        """Hide these years and show all others."""


class ColumnMenu(QMenu):
    """One column's menu; it goes away when it closes."""

    def __init__(self, grid: Arranged, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self._column = column
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(_("昇順で並べ替え")).triggered.connect(self._sort_up)
        self.addAction(_("降順で並べ替え")).triggered.connect(self._sort_down)
        printed = self.addAction(_("印刷の順に戻す"))
        printed.setEnabled(grid.progress.sorting is not None)
        printed.triggered.connect(self._unsort)
        self.addSeparator()
        if column.year is not None:
            self._add_years(column.year)
        elif column.field in WITH_MENU:
            self._add_values()

    def _sort_up(self) -> None:
        self._grid.sort_rows(Sorting(self._column))

    def _sort_down(self) -> None:
        self._grid.sort_rows(Sorting(self._column, descending=True))

    def _unsort(self) -> None:
        self._grid.sort_rows(None)

    def _add_years(self, year: FiscalYear) -> None:
        hide = self.addAction(_("{year}を隠す").format(year=wording.year_label(year)))
        hide.triggered.connect(lambda: self._grid.hide_years(self._grid.hidden_years() | {year}))
        show = self.addAction(_("すべての年度を表示"))
        show.setEnabled(bool(self._grid.hidden_years()))
        show.triggered.connect(lambda: self._grid.hide_years(()))

    def _add_values(self) -> None:
        action = QWidgetAction(self)
        choice = ValueChoice(self._values(), self._chosen(), self)
        choice.buttons.accepted.connect(lambda: self._filter(choice.chosen()))
        choice.buttons.rejected.connect(self.close)
        action.setDefaultWidget(choice)
        self.addAction(action)

    def _values(self) -> list[str]:
        """The column's values among all rows, in order, the empty one last."""
        table = self._grid.progress.table
        place = table.columns.index(self._column)
        found = {row.cells[place] or "" for row in table.rows}
        return sorted(found, key=lambda text: (text == "", sort_key(needle_of(text))))

    def _chosen(self) -> frozenset[str] | None:
        return next((chosen for column, chosen in self._grid.progress.filter.values if column == self._column), None)

    def _filter(self, chosen: frozenset[str] | None) -> None:
        rows = self._grid.progress.filter
        others = tuple((column, values) for column, values in rows.values if column != self._column)
        mine = () if chosen is None else ((self._column, chosen),)
        self.close()
        self._grid.filter_rows(replace(rows, values=others + mine))


class ValueChoice(QWidget):
    """A list of values to tick, with a line to find them by; `chosen` is None while all are ticked."""

    def __init__(self, values: list[str], chosen: frozenset[str] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._search = QLineEdit(placeholderText=_("値を検索"), clearButtonEnabled=True)
        self._all = QListWidgetItem(_("（すべて選択）"))
        self.list = QListWidget()
        self.list.setSpacing(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._items = [self._item(value, is_chosen=chosen is None or value in chosen) for value in values]
        self.list.addItem(self._all)
        for item in self._items:
            self.list.addItem(item)
        layout = QVBoxLayout(self)
        for part in (self._search, self.list, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(280)
        self._show_all_ticked()
        self._search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._ticked)

    def _item(self, value: str, *, is_chosen: bool) -> QListWidgetItem:
        item = QListWidgetItem(value or _("（空白）"))
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setCheckState(_CHECKED if is_chosen else _UNCHECKED)
        return item

    def _narrow(self, text: str) -> None:
        needle = needle_of(text)
        for item in self._items:
            item.setHidden(needle not in needle_of(item.text()))
        self._show_all_ticked()

    def _offered(self) -> list[QListWidgetItem]:
        return [item for item in self._items if not item.isHidden()]

    def _ticked(self, item: QListWidgetItem) -> None:
        if item is self._all:
            with QSignalBlocker(self.list):
                for one in self._offered():
                    one.setCheckState(item.checkState())
        self._show_all_ticked()

    def _show_all_ticked(self) -> None:
        is_all = all(item.checkState() == _CHECKED for item in self._offered())
        with QSignalBlocker(self.list):
            self._all.setCheckState(_CHECKED if is_all else _UNCHECKED)

    def chosen(self) -> frozenset[str] | None:
        """The ticked values that the search has left; None where that is every value."""
        ticked = [item for item in self._offered() if item.checkState() == _CHECKED]
        if len(ticked) == len(self._items):
            return None
        return frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)
