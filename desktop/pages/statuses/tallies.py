"""A tally as a small table, counted from the rows that it stands beside."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.kit.value_table import Entering, RowsColumn, RowsModel
from desktop.kit.value_table_view import RowsView
from plan.changes import Value
from plan.documents.tally import NOT_ENTERED, Tally
from work.language import _

_NAME, _TOTAL = "name", "total"
_WIDTH = 66


class TallyView(RowsView):
    """Names down the side, grades across."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        self._model = RowsModel([RowsColumn(_NAME, heading, Entering.NOTHING)], parent)
        super().__init__(self._model, name, parent)
        self._heading = heading
        self.verticalHeader().hide()

    def show_tallies(self, tallies: Mapping[str, Tally], whole: Tally) -> None:
        """Show how often each grade occurs by name, and in all."""
        symbols = list(whole.counts)
        self._model.show_columns([
            RowsColumn(_NAME, self._heading, Entering.NOTHING),
            *(RowsColumn(f"grade:{s}", _symbol(s), Entering.NOTHING, _WIDTH, right=True) for s in symbols),
            RowsColumn(_TOTAL, _("計"), Entering.NOTHING, _WIDTH, right=True),
        ])  # fmt: skip
        named = {**tallies, _("合計"): whole}
        rows = [_row(name or _("担当課なし"), told, symbols) for name, told in named.items()]
        self._model.show_rows(rows, names=list(named))


def _row(name: str, told: Tally, symbols: Sequence[str]) -> dict[str, Value]:
    counts: dict[str, Value] = {f"grade:{symbol}": told.counts.get(symbol, 0) for symbol in symbols}
    return {_NAME: name, **counts, _TOTAL: told.total}


def _symbol(symbol: str) -> str:
    return _("未記入") if symbol == NOT_ENTERED else symbol
