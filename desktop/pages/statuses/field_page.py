"""The page of the plan's fields: what each was to reach, and what came of it."""

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.edit.records import records
from db.read.reports import nodes
from desktop.kit.boxes import TextBox
from desktop.kit.door import label_of
from desktop.kit.record import RecordBoxes
from desktop.kit.ruled import cell
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from plan.ids import ItemId
from work.language import _

_TABLE = "item"
_NAMES = ("goal", "result")


class FieldsPage(QScrollArea):
    """Goals and results, field by field."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self.fields: dict[ItemId, RecordBoxes] = {}
        self._headings: dict[ItemId, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def reload(self) -> None:
        """Show the fields as they are stored."""
        tops = [node for node in self._plan.ask(nodes) if node.parent is None]
        stored = self._plan.ask(records, _TABLE)
        if [node.id for node in tops] != list(self.fields):
            self._build([node.id for node in tops])
        for node in tops:
            self._headings[node.id].setText(node.heading.replace("\n", " "))
            self.fields[node.id].show(node.id, node.full_heading, stored[node.id])

    def _build(self, items: list[ItemId]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 20)
        column.setSpacing(8)
        hint = _("実績及び評価書の「計画の分野別目標と実績」になります。")
        column.addWidget(styled(QLabel(hint, wordWrap=True), "help"))
        self.fields = {}
        for item in items:
            self.fields[item] = RecordBoxes(self, self._plan, _TABLE)
            self._headings[item] = styled(QLabel(), "cellPlace")
            column.addSpacing(8)
            column.addWidget(self._headings[item])
            column.addWidget(self._paper(item))
        column.addStretch(1)
        self.setWidget(inside)

    def _paper(self, item: ItemId) -> QWidget:
        paper = styled(QFrame(), "paper")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.setSpacing(0)
        for name in _NAMES:
            label = label_of(_TABLE, name)
            inside.addWidget(cell(label, self.fields[item].add(name, TextBox(label, 4))))
        return paper

    def commit(self) -> None:
        """Hand over what is being written."""
        for boxes in self.fields.values():
            boxes.commit()
