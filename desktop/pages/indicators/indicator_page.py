"""The page of indicators: the list at the left; facts, years and chart of the chosen one at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.edit.records import add_record, records, remove_records, set_keyed, set_order
from db.log.changes import Recording
from db.read.reports import indicators, nodes, scale
from desktop.kit.door import entry_of, written
from desktop.kit.form import confirmed
from desktop.kit.parts import button, filled, halves, scrolled
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import RowsModel
from desktop.kit.value_table_view import RowsView
from desktop.pages.indicators.chart import Chart
from desktop.pages.indicators.indicator_details import IndicatorDetails
from desktop.pages.indicators.years import FIELDS, YearsTable, columns, years_table
from plan.achievement import UP
from plan.changes import Value
from plan.documents.reports import Indicator
from plan.era import FiscalYear
from plan.errors import say
from plan.findings import Place
from plan.ids import RecordId
from plan.scales import ACHIEVEMENT, Scale
from plan.states import number_of
from work import steps
from work.language import _

_TABLE = "indicator"
_ID = Qt.ItemDataRole.UserRole
_SIZES = (320, 1040)
_TABLE_HEIGHT = 190


class IndicatorPage(QWidget):
    """Indicators to enter, grade and look at."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._found: dict[RecordId, Indicator] = {}
        self._records: Mapping[RecordId, Mapping[str, Value]] = {}
        self._scale: Scale = ACHIEVEMENT
        self._table = YearsTable((), [], {}, [])
        self.list = styled(QListWidget(self), "list")
        self.details = IndicatorDetails(plan, self)
        self.model = RowsModel(columns(ACHIEVEMENT), self)
        self.years = RowsView(self.model, _("年度ごとの目標と実績"), self)
        self.chart = Chart(self)
        self.take = QPushButton(_("候補の評価を採用"), self)
        self._told = styled(QLabel(self, wordWrap=True), "help")
        self.buttons = [
            button(self, "file-plus", _("新しい指標"), self._begin),
            button(self, "trash-2", _("削除…"), self._ask_remove),
            button(self, "arrow-up", _("上へ"), lambda: self._move(-1)),
            button(self, "arrow-down", _("下へ"), lambda: self._move(1)),
        ]
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.currentItemChanged.connect(self._chosen)
        self.model.entered.connect(self._enter)
        self.take.clicked.connect(self._take)

    def _arrange(self) -> None:
        self.list.setAccessibleName(_("指標の一覧"))
        self.list.setWordWrap(True)
        self.take.setToolTip(_("達成率から求めた候補を、評価がまだない年度の達成状況に記録します。"))
        left = styled(QWidget(self), "pane")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.list, 1)
        for pair in (self.buttons[:2], self.buttons[2:]):
            row = QHBoxLayout()
            for one in pair:
                row.addWidget(one)
            column.addLayout(row)
        filled(self, halves(self, left, scrolled(self, self._right()), _SIZES))

    def _right(self) -> QWidget:
        right = QWidget(self)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.details, 3)
        top.addWidget(self.chart, 2)
        below = QHBoxLayout()
        below.addWidget(self._told, 1)
        below.addWidget(self.take)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        self.years.setMinimumHeight(_TABLE_HEIGHT)
        column.addWidget(self.years, 1)
        column.addLayout(below)
        return right

    @property
    def current(self) -> Indicator | None:
        """The indicator that is chosen."""
        line = self.list.currentItem()
        return self._found.get(RecordId(line.data(_ID))) if line is not None else None

    @property
    def record(self) -> RecordId | None:
        """The indicator that is shown."""
        return self.current_id

    def point(self, place: Place) -> None:
        """Show the indicator of a finding, and the year and column that it is about."""
        self.choose(place.record)
        at = (place.field.table, place.field.name) if place.field is not None else None
        column = next((self.model.column(name) for name, field in FIELDS.items() if field == at), 0)
        if place.year in self._table.years:
            self.years.setCurrentIndex(self.model.index(self._table.years.index(place.year), column))
            self.years.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Show the indicators as they are stored."""
        ask = self._plan.ask
        found, self._scale = ask(indicators), ask(scale, "achievement")
        self._records, tree = ask(records, _TABLE), ask(nodes)
        self._found = {indicator.id: indicator for indicator in found}
        self.details.offer([(str(n.id), "　" * n.level + n.heading) for n in tree], self._plan.facts().years)
        self.model.show_columns(columns(self._scale))
        self._show_list(found)
        self._show()

    def _show_list(self, found: list[Indicator]) -> None:
        was, place = self.current_id, max(0, self.list.currentRow())
        lines = [self.list.item(n) for n in range(self.list.count())]
        if [line.data(_ID) for line in lines] == [indicator.id for indicator in found]:
            for line, indicator in zip(lines, found, strict=True):  # never rebuilt while Qt goes from line to line
                line.setText(indicator.name.replace("\n", " "))
            return
        with QSignalBlocker(self.list):
            self.list.clear()
            for indicator in found:
                line = QListWidgetItem(indicator.name.replace("\n", " "))
                line.setData(_ID, indicator.id)
                self.list.addItem(line)
            ids = [indicator.id for indicator in found]
            self.list.setCurrentRow(ids.index(was) if was in ids else min(place, len(ids) - 1))

    @property
    def current_id(self) -> RecordId | None:
        """The chosen line's record."""
        line = self.list.currentItem()
        return RecordId(line.data(_ID)) if line is not None else None

    def _chosen(self) -> None:
        before = self.details.record.record
        self.years.commit()
        if before in self._found and before != self.current_id and not self.details.record.commit():
            self.choose(before)
            return
        self._show()

    def choose(self, record: RecordId | None) -> None:
        """Choose an indicator."""
        for n in range(self.list.count()):
            if self.list.item(n).data(_ID) == record:
                self.list.setCurrentRow(n)

    def _show(self) -> None:
        indicator, may = self.current, self._plan.writable
        self.model.editable = may and indicator is not None
        for one in self.buttons:
            one.setEnabled(may and (indicator is not None or one is self.buttons[0]))
        if indicator is None:
            self.details.show_indicator(None, {})
            self._table = YearsTable((), [], {}, [])
        else:
            values = self._records[indicator.id]
            self.details.show_indicator(indicator.id, values)
            direction = str(values.get("direction") or UP)
            self._table = years_table(indicator, direction, list(self._plan.facts().years), self._scale)
        self.model.show_rows(self._table.rows, self._table.remarks, self._table.names)
        self.take.setEnabled(may and bool(self._proposals()))
        self._tell()
        self._draw(indicator)

    def _tell(self) -> None:
        missing = sum(remark.warns for remark in self._table.remarks.values())
        text = _("理由のない年度が {count} 件あります。").format(count=missing) if missing else ""
        self._told.setText(text or _("結果がない年度は「－」、数値が決まっていない年度は「調整中」と書けます。"))
        styled(self._told, "warning" if missing else "help").style().polish(self._told)

    def _draw(self, indicator: Indicator | None) -> None:
        told = {year: indicator.of(year) for year in self._table.years} if indicator else {}
        targets = {year: number for year, t in told.items() if (number := number_of(t.target)) is not None}
        results = {year: number for year, t in told.items() if (number := number_of(t.result)) is not None}
        self.chart.show_values(self._table.years, targets, results, indicator.unit if indicator else "")

    def commit(self) -> None:
        """Hand over what is being written."""
        self.years.commit()
        self.details.record.commit()

    def _enter(self, row: int, name: str, value: Value) -> None:
        indicator = self.current
        if indicator is not None:
            table, field = FIELDS[name]
            label = entry_of(f"{indicator.name} {self._table.years[row].label}", table, field)
            year = self._table.years[row]
            written(self, self._plan, label, set_keyed, table, _key(indicator, year), {field: value})

    def _proposals(self) -> dict[FiscalYear, Value]:
        """The suggested grades of the years that have none."""
        return {
            year: row["suggested"]
            for year, row in zip(self._table.years, self._table.rows, strict=True)
            if row["suggested"] and not row["grade"]
        }

    def _take(self) -> None:
        indicator, wanted = self.current, self._proposals()
        if indicator is not None and wanted:
            label = say(steps.GRADES_TAKEN, name=indicator.name)
            written(self, self._plan, label, _take_grades, indicator, wanted)

    def _begin(self) -> None:
        item = self.current.item if self.current else None
        name = _("新しい指標")
        with_name: dict[str, Value] = {"name": name, "item_id": item, "direction": UP}
        before = set(self._found)
        if written(self, self._plan, steps.INDICATOR_ADDED, add_record, _TABLE, with_name):
            for record in self._found.keys() - before:
                self.choose(record)
            box = self.details.record.boxes["name"]
            assert isinstance(box, QWidget)
            box.setFocus()

    def _ask_remove(self) -> None:
        indicator = self.current
        if indicator is None:
            return
        text = _("指標「{name}」を削除しますか。").format(name=indicator.name)
        details = _("すべての年度の目標と実績も一緒に消えます。「元に戻す」で取り消せます。")
        if confirmed(self, text, details, _("削除する")):
            label = say(steps.INDICATOR_DELETED, name=indicator.name)
            written(self, self._plan, label, remove_records, _TABLE, [indicator.id])

    def _move(self, step: int) -> None:
        ids, row = list(self._found), self.list.currentRow()
        if 0 <= row + step < len(ids):
            ids[row], ids[row + step] = ids[row + step], ids[row]
            written(self, self._plan, steps.INDICATORS_SORTED, set_order, _TABLE, ids)


def _key(indicator: Indicator, year: FiscalYear) -> dict[str, Value]:
    return {"indicator_id": indicator.id, "fiscal_year": int(year)}


def _take_grades(door: Recording, indicator: Indicator, wanted: Mapping[FiscalYear, Value]) -> None:
    for year, grade in wanted.items():
        set_keyed(door, "indicator_result", _key(indicator, year), {"grade": grade})
