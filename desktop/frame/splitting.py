"""Splitting a department: of its rows, those that are ticked go to another department or to a section."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from db.edit import structure
from db.read.table import ALL, departments
from desktop.kit.form import Form, choice, chosen_year, year_choice
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from plan.departments import DepartmentLabel, split_label
from plan.errors import PlanError, say
from plan.ids import AssignmentId, DepartmentId, RecordId
from plan.table import ProgressRow
from work import steps
from work.language import _

_ROWS_HEIGHT = 220
_ID = Qt.ItemDataRole.UserRole


class RowList(QListWidget):
    """Rows to be ticked; ticking one of several that are selected ticks them all."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "list")
        self.setMinimumHeight(_ROWS_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a long text ends in an ellipsis
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.itemChanged.connect(self._tick_selected)

    def show_rows(self, rows: Iterable[ProgressRow]) -> None:
        """Show these rows, none of them ticked."""
        self.clear()
        for row in rows:
            number, content = row.cells[0] or "", (row.cells[4] or "").replace("\n", " ")
            line = QListWidgetItem(f"{number}　{content}".strip(), self)
            line.setToolTip(content)
            line.setData(_ID, row.id)
            line.setCheckState(Qt.CheckState.Unchecked)

    def ticked(self) -> list[AssignmentId]:
        """The rows that are ticked."""
        lines = (self.item(n) for n in range(self.count()))
        return [AssignmentId(RecordId(i.data(_ID))) for i in lines if i.checkState() is Qt.CheckState.Checked]

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the lines out again: the style that makes them higher is known only now."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tick_selected(self, changed: QListWidgetItem) -> None:
        if changed.isSelected():
            for line in self.selectedItems():
                line.setCheckState(changed.checkState())


def ask_split(parent: QWidget, plan: ShownPlan, chosen: DepartmentId | None) -> None:
    """Ask which rows of a department go where, and from which fiscal year."""
    offices = [(d.id, d.label) for d in plan.ask(departments) if d.last_year is None]
    table, rows = plan.table(ALL), RowList()
    office, into = choice(offices, chosen), _office_or_new(offices)
    year = year_choice(plan.facts().years)

    def show() -> None:
        rows.show_rows(row for row in table.rows if row.department == office.currentData())

    def do() -> None:
        going, part = rows.ticked(), _part(into)
        if not going:
            raise PlanError("移す行に印を付けてください。")
        label = say(steps.DEPARTMENT_SPLIT, name=office.currentText(), part=part.text)
        department = DepartmentId(RecordId(office.currentData()))
        plan.do(label, structure.split_department, department, going, part, chosen_year(year))

    office.currentIndexChanged.connect(show)
    show()
    fields: list[tuple[str, QWidget]] = [
        (_("分割する課"), office),
        (_("移す行"), rows),
        (_("移る先の課・係"), into),
        (_("移る年度"), year),
    ]
    Form(parent, _("課の分割"), fields, do).explain(
        _(
            "印を付けた行が、これまでの文章と履歴ごと移ります。新しい課は名前を書きます（係は「税務課(市民税係)」のように書きます）。"
            "残った行はもとの課に残り、すべて移すともとの課は終わります。",
        ),
        _("移す"),
    ).exec()


def _office_or_new(offices: list[tuple[DepartmentId, str]]) -> QComboBox:
    box = choice(offices)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCurrentIndex(-1)
    return box


def _part(box: QComboBox) -> DepartmentLabel:
    """The department as it was chosen or written; the former name is not for people to write."""
    name = box.currentText().strip()
    if not name:
        raise PlanError("移る先の課を選ぶか、新しい課の名前を書いてください。")
    return replace(split_label(name), former="")
