"""The choices of an export: which document, in which format, and which part of the plan."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.read.table import DepartmentFacts, Scope
from desktop.export.memory import Chosen
from desktop.kit.form import chosen_year, year_choice
from desktop.kit.theme import outlined
from plan.era import YearRange
from plan.ids import DepartmentId, RecordId
from plan.table import Order
from work.documents import FORMS, Asked, Choice, form_named
from work.language import _
from work.writing import FORMATS

_Key = TypeVar("_Key")
_OFFICE = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 130


class _Ticks(QStyledItemDelegate):
    """Draws boxes to tick that are seen in the dark, too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Outline the box."""
        super().initStyleOption(option, index)
        option.palette = outlined(option.palette)


class Radios(QWidget, Generic[_Key]):
    """One of a few things, side by side or one below the other."""

    changed = Signal()

    def __init__(self, texts: Mapping[_Key, str], chosen: _Key, row: QBoxLayout) -> None:
        super().__init__()
        self.by_key = {key: QRadioButton(text, self) for key, text in texts.items()}
        self.choose(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        for radio in self.by_key.values():
            row.addWidget(radio)
            radio.toggled.connect(lambda on: self.changed.emit() if on else None)
        row.addStretch(1)
        self.setLayout(row)

    @property
    def chosen(self) -> _Key:
        """What is chosen."""
        return next(key for key, radio in self.by_key.items() if radio.isChecked())

    def choose(self, key: _Key) -> None:
        """Choose one."""
        self.by_key[key].setChecked(True)


class ExportChoices(QWidget):
    """The choices as a person sets them; `changed` tells that the document is another one."""

    changed = Signal()

    def __init__(self, years: YearRange, offices: Sequence[DepartmentFacts], chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        scope = chosen.asked.scope
        span = scope.years or years
        self.form = QComboBox(self)
        for form in FORMS:
            self.form.addItem(_(form.name), form.id)
        self.form.setCurrentIndex(max(0, self.form.findData(chosen.form)))
        self.format = Radios({suffix: found.name for suffix, found in FORMATS.items()}, chosen.suffix, QHBoxLayout())
        self.first, self.last = year_choice(years, span.first), year_choice(years, span.last)
        self.year = self._one_year(years, scope.years)
        which = {False: _("すべての課"), True: _("選んだ課だけ")}
        self.only_some = Radios(which, scope.departments is not None, QVBoxLayout())
        self.offices = self._office_list(offices, scope.departments)
        self.lead_only = QCheckBox(_("主担当（○）の行だけ"), self)
        self.lead_only.setChecked(scope.lead_only)
        self.grades = QCheckBox(_("達成状況の列を付ける"), self)
        self.grades.setChecked(scope.grades)
        orders = {Order.YEARS: _("年度順"), Order.FIELDS: _("項目順")}
        self.order = Radios(orders, scope.order, QHBoxLayout())
        self.order.by_key[Order.YEARS].setToolTip(_("年度ごとに、目標と評価を並べます。"))
        self.order.by_key[Order.FIELDS].setToolTip(_("全年度の目標の次に、全年度の評価を並べます。"))
        self.proof = QCheckBox(_("まだ描いていない予定も載せる"), self)
        self.proof.setChecked(chosen.asked.proof)
        self.label = QLineEdit(chosen.asked.label or "", self, placeholderText=_("例: 資料2"))
        self._arrange()
        self._connect()

    def _one_year(self, years: YearRange, chosen: YearRange | None) -> QComboBox:
        """The years for a document about one of them."""
        box = year_choice(years)
        box.insertItem(0, _("最新の年度"), None)
        is_one = chosen is not None and chosen.first == chosen.last
        box.setCurrentIndex(box.findData(int(chosen.last)) if is_one and chosen is not None else 0)
        return box

    def _office_list(self, offices: Sequence[DepartmentFacts], chosen: frozenset[DepartmentId] | None) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(_("書き出す課"))
        made.setMinimumHeight(_LIST_HEIGHT)
        made.setSpacing(2)
        made.setItemDelegate(_Ticks(made))
        for office in offices:
            line = QListWidgetItem(office.label)
            line.setData(_OFFICE, office.id)
            is_chosen = chosen is not None and office.id in chosen
            line.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            made.addItem(line)
        made.setEnabled(chosen is not None)
        return made

    def _arrange(self) -> None:
        self.first.setAccessibleName(_("年度（から）"))
        self.last.setAccessibleName(_("年度（まで）"))
        rows: list[tuple[Choice | None, str, QWidget]] = [
            (None, _("書類"), self.form),
            (None, _("形式"), self.format),
            (Choice.YEARS, _("年度"), _beside(self, [self.first, QLabel("～", self), self.last])),
            (Choice.YEAR, _("年度"), _beside(self, [self.year])),
            (Choice.DEPARTMENTS, _("担当課"), _below(self, [self.only_some, self.offices])),
            (Choice.TABLE, _("行"), self.lead_only),
            (Choice.TABLE, _("列の順"), self.order),
            (Choice.TABLE, _("列"), self.grades),
            (Choice.LABEL, _("資料番号"), self.label),
            (Choice.PROOF, _("校正"), self.proof),
        ]
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(12)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for _choice, text, widget in rows:
            self._rows.addRow(text, widget)
        self._choices = [choice for choice, _text, _widget in rows]
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what can be chosen about the document."""
        offered = form_named(self.form.currentData()).choices
        for place, choice in enumerate(self._choices):
            self._rows.setRowVisible(place, choice is None or choice in offered)

    def _connect(self) -> None:
        for part in (self.only_some, self.order):
            part.changed.connect(self.changed)
        for switch in (self.lead_only, self.grades, self.proof):
            switch.toggled.connect(self.changed)
        self.only_some.changed.connect(lambda: self.offices.setEnabled(self.only_some.chosen))
        self.offices.itemChanged.connect(self.changed)
        self.form.currentIndexChanged.connect(self._show_rows)
        self.form.currentIndexChanged.connect(self.changed)
        self.year.currentIndexChanged.connect(self.changed)
        self.label.textChanged.connect(self.changed)
        self.first.currentIndexChanged.connect(lambda: self._keep_order(self.first, self.last))
        self.last.currentIndexChanged.connect(lambda: self._keep_order(self.last, self.first))

    def _keep_order(self, moved: QComboBox, other: QComboBox) -> None:
        """The other end of the years follows where the one that was moved has passed it."""
        if self.first.currentIndex() > self.last.currentIndex():
            with QSignalBlocker(other):
                other.setCurrentIndex(moved.currentIndex())
        self.changed.emit()

    @property
    def chosen_offices(self) -> frozenset[DepartmentId] | None:
        """The departments that are wanted; None for all of them."""
        if not self.only_some.chosen or Choice.DEPARTMENTS not in form_named(self.form.currentData()).choices:
            return None
        lines = (self.offices.item(n) for n in range(self.offices.count()))
        return frozenset(
            DepartmentId(RecordId(line.data(_OFFICE))) for line in lines if line.checkState() is Qt.CheckState.Checked
        )

    @property
    def chosen_years(self) -> YearRange | None:
        """The years that are wanted; None where the document has none to choose, or for its last one."""
        offered = form_named(self.form.currentData()).choices
        if Choice.YEARS in offered:
            return YearRange(chosen_year(self.first), chosen_year(self.last))
        if Choice.YEAR in offered and self.year.currentData() is not None:
            return YearRange(chosen_year(self.year), chosen_year(self.year))
        return None

    @property
    def chosen(self) -> Chosen:
        """All choices."""
        scope = Scope(
            years=self.chosen_years,
            departments=self.chosen_offices,
            lead_only=self.lead_only.isChecked(),
            order=self.order.chosen,
            grades=self.grades.isChecked(),
        )
        return Chosen(
            self.form.currentData(),
            self.format.chosen,
            Asked(scope, self.label.text().strip(), proof=self.proof.isChecked()),
        )


def _beside(parent: QWidget, widgets: Sequence[QWidget]) -> QWidget:
    box = QWidget(parent)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return box


def _below(parent: QWidget, widgets: Sequence[QWidget]) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    return box
