"""The page of rating scales: symbols, meanings, order, thresholds, and which grades ask for a reason."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from db.edit.scales import rename_symbol, set_scale, symbols_given
from db.log.changes import Recording
from db.read.reports import scale
from desktop.kit.boxes import LineBox
from desktop.kit.door import entry_of, label_of, written
from desktop.kit.parts import halves
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import Entering, RowsColumn
from desktop.kit.value_table_view import ListEditor
from plan.changes import Value
from plan.errors import PlanError
from plan.scales import BUILT_IN, Scale, ScaleGrade
from plan.states import number_of
from work.language import _, pgettext

_HUNDRED = Decimal(100)
_SIZES = (320, 880)
_BLANK: dict[str, Value] = {"symbol": None, "achieved": 0, "reason_required": 0}


def _purposes() -> dict[str, str]:
    """What is graded with each scale."""
    return {
        "achievement": _("進行管理表と指標の達成状況"),
        "outcome": _("施策の実施状況（計画の最後）"),
        "interim": _("個別事業評価表の中間評価"),
        "final": _("個別事業評価表の事後評価"),
    }


class ScalePage(QWidget):
    """The plan's scales, each for what is graded with it."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._scale: Scale = BUILT_IN[0]
        self.list = styled(QListWidget(self), "list")
        self.name = LineBox(label_of("scale", "name"), self)
        self.grades = ListEditor(pgettext("scale", "評価区分"), self._columns(), _BLANK, self)
        self.replace = QPushButton(_("組み込みの区分に替える"), self)
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._chosen)
        self.name.entered.connect(self._rename)
        self.grades.changed.connect(self._enter)

    def _columns(self) -> list[RowsColumn]:
        return [
            RowsColumn("symbol", label_of("scale_grade", "symbol"), width=90),
            RowsColumn("meaning", label_of("scale_grade", "meaning")),
            RowsColumn(
                "achieved", _("達成とみなす"), Entering.TICK, 110,
                help=_("集計で、達成した数に入れます。"),
            ),
            RowsColumn(
                "reason_required", _("理由が必要"), Entering.TICK, 100,
                help=_("この評価を付けたときに、理由の記入を求めます。"),
            ),
            RowsColumn(
                "threshold", _("候補にする達成率（%以上）"), width=190, right=True,
                help=_("達成率がこの値以上のとき、この評価を候補として示します。空欄なら候補にしません。"),
            ),
            RowsColumn("given", _("使用数"), Entering.NOTHING, 72, right=True),
        ]  # fmt: skip

    def _arrange(self) -> None:
        self.list.setAccessibleName(_("何の評価か"))
        self.list.setWordWrap(True)
        self.list.addItems(list(_purposes().values()))
        menu = QMenu(self.replace)
        for built_in in BUILT_IN:
            text = f"{built_in.name}（{' '.join(grade.symbol for grade in built_in.grades)}）"
            menu.addAction(text).triggered.connect(partial(self._put, built_in))
        self.replace.setMenu(menu)
        note = _(
            "記号を変えると、その記号を付けたところも一緒に変わります。すでに付けた評価は、区分を消しても残ります。"
        )
        top = QHBoxLayout()
        top.addWidget(QLabel(label_of("scale", "name"), self))
        top.addWidget(self.name, 1)
        top.addWidget(self.replace)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(styled(QLabel(note, self, wordWrap=True), "help"))
        column.addWidget(self.grades, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.addWidget(halves(self, self.list, right, _SIZES))

    @property
    def kind(self) -> str:
        """What is graded with the chosen scale."""
        return list(_purposes())[max(0, self.list.currentRow())]

    def reload(self) -> None:
        """Show the scale as it is stored."""
        if self.list.currentRow() < 0:
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(0)
        self._show(anew=False)

    def _chosen(self) -> None:
        self._show(anew=True)

    def _show(self, *, anew: bool) -> None:
        self._scale, given = self._plan.ask(scale, self.kind), self._plan.ask(symbols_given, self.kind)
        self.name.show_text(self._scale.name, anew=anew)
        rows = [_row(grade, given.get(grade.symbol, 0)) for grade in self._scale.grades]
        self.grades.show_rows(rows)
        known = {grade.symbol for grade in self._scale.grades}
        others = {symbol: count for symbol, count in given.items() if symbol not in known}
        told = "、".join(f"「{symbol}」{count}" for symbol, count in others.items())
        self.grades.note.setText(_("この区分にない評価が付いています: {told}").format(told=told))
        self.grades.note.setVisible(bool(others))
        locked = not self._plan.writable
        self.grades.lock(locked=locked)
        self.name.lock(locked=locked)
        self.replace.setEnabled(not locked)

    def commit(self) -> None:
        """Hand over what is being written."""
        self.grades.view.commit()
        self.name.commit()

    def _rename(self, name: str) -> None:
        if not self._write(Scale(self.kind, name.strip(), self._scale.grades)):
            self.name.refuse()

    def _put(self, built_in: Scale) -> None:
        self._write(Scale(self.kind, built_in.name, built_in.grades))

    def _enter(self, rows: Sequence[Mapping[str, Value]]) -> None:
        old, label = self._scale, entry_of(self._scale.name, "scale", "name")
        written(self, self._plan, label, _enter_scale, old, rows)
        self._show(anew=False)

    def _write(self, wanted: Scale) -> bool:
        return written(self, self._plan, entry_of(self._scale.name, "scale", "name"), set_scale, wanted)


def _enter_scale(door: Recording, old: Scale, rows: Sequence[Mapping[str, Value]]) -> None:
    new = Scale(old.kind, old.name, tuple(_grade(row) for row in rows))
    set_scale(door, new)
    renamed = _renamed(old, new)
    if renamed is not None:
        rename_symbol(door, old.kind, *renamed)


def _renamed(old: Scale, new: Scale) -> tuple[str, str] | None:
    """The one symbol that is another now, while all other grades stand where they stood."""
    pairs = zip((g.symbol for g in old.grades), (g.symbol for g in new.grades), strict=False)
    differing = [(was, now) for was, now in pairs if was != now]
    return differing[0] if len(old.grades) == len(new.grades) and len(differing) == 1 else None


def _grade(row: Mapping[str, Value]) -> ScaleGrade:
    threshold = str(row.get("threshold") or "").rstrip("%％ ")
    number = number_of(threshold)
    if threshold and number is None:
        raise PlanError("達成率「{text}」は数値として読めません。100 のように入れてください。", text=threshold)
    return ScaleGrade(
        str(row["symbol"]).strip(),
        str(row.get("meaning") or ""),
        achieved=bool(row.get("achieved")),
        reason_required=bool(row.get("reason_required")),
        threshold=float(number / _HUNDRED) if number is not None else None,
    )


def _percent(threshold: float) -> str:
    return f"{(Decimal(str(threshold)) * _HUNDRED).normalize():f}"


def _row(grade: ScaleGrade, given: int) -> dict[str, Value]:
    return {
        "symbol": grade.symbol,
        "meaning": grade.meaning,
        "achieved": int(grade.achieved),
        "reason_required": int(grade.reason_required),
        "threshold": _percent(grade.threshold) if grade.threshold is not None else None,
        "given": given,
    }
