"""What an indicator is: its name, unit, direction, baseline, method and note."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from desktop.kit.boxes import ChoiceBox, LineBox, SearchBox, TextBox
from desktop.kit.door import label_of
from desktop.kit.record import RecordBoxes
from desktop.kit.shown_plan import ShownPlan
from plan.achievement import DOWN, UP
from plan.changes import Value
from plan.era import FiscalYear, YearRange
from plan.ids import RecordId
from work.language import _
from work.wording import year_label

_TABLE = "indicator"
_YEARS_BEFORE = 10  # a baseline is older than the plan, not much


class IndicatorDetails(QWidget):
    """The boxes of one indicator."""

    def __init__(self, plan: ShownPlan, page: QWidget) -> None:
        super().__init__(page)
        self.record = RecordBoxes(page, plan, _TABLE)
        self.item = self.record.add("item_id", SearchBox(label_of(_TABLE, "item_id")))
        self.direction = self._choice("direction")
        self.baseline_year = self._choice("baseline_year")
        self.direction.offer([("", "—"), (UP, _("大きいほどよい")), (DOWN, _("小さいほどよい"))])
        self._arrange()

    def _choice(self, name: str) -> ChoiceBox:
        return self.record.add(name, ChoiceBox(label_of(_TABLE, name)))

    def _line(self, name: str) -> LineBox:
        return self.record.add(name, LineBox(label_of(_TABLE, name)))

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        unit, baseline = self._line("unit"), self._line("baseline")
        form.addRow(label_of(_TABLE, "name"), self._line("name"))
        form.addRow(label_of(_TABLE, "item_id"), self.item)
        form.addRow(_("単位・向き"), _beside(unit, self.direction))
        form.addRow(label_of(_TABLE, "baseline"), _beside(self.baseline_year, baseline))
        for name in ("method", "note"):
            form.addRow(label_of(_TABLE, name), self.record.add(name, TextBox(label_of(_TABLE, name), 1)))

    def offer(self, projects: Sequence[tuple[str, str]], years: YearRange) -> None:
        """Offer these projects, and the years around the plan's beginning."""
        self.item.offer([("", _("全般（事業によらない）")), *projects])
        span = YearRange(FiscalYear(years.first - _YEARS_BEFORE), years.last)
        self.baseline_year.offer([("", "—"), *((str(int(year)), year_label(year)) for year in span)])

    def show_indicator(self, record: RecordId | None, values: Mapping[str, Value]) -> None:
        """Show an indicator's own facts."""
        self.record.show(record, str(values.get("name") or ""), values)


def _beside(one: QWidget, other: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(one)
    row.addWidget(other)
    return made
