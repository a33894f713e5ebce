"""The page of the plan's own facts: what the plan book and the outcome report say before their tables."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.edit.records import records, set_list
from desktop.kit.boxes import LineBox, TextBox
from desktop.kit.door import entry_of, label_of, written
from desktop.kit.record import RecordBoxes
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import Entering, RowsColumn
from desktop.kit.value_table_view import ListEditor
from plan.changes import Value
from plan.era import YearRange
from work.language import _
from work.wording import year_label

_TABLE = "plan"
_TEXTS = {"purpose": 6, "period_text": 3, "basic_goals": 6, "project_outline": 6, "evaluation_summary": 6}
_LIST_HEIGHT = 210


class FactsPage(QScrollArea):
    """Mayor, project title, purpose, outline, phases and related plans."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self.facts = RecordBoxes(self, plan, _TABLE)
        years = plan.facts().years
        self.phases = ListEditor(_("計画期間の区分"), _phase_columns(years), self._new_phase(years), self)
        related = [
            RowsColumn("title", label_of("related_plan", "title")),
            RowsColumn("note", _("期間など"), width=220),
        ]
        self.related = ListEditor(label_of("related_plan", "title"), related, {}, self)
        self._arrange()
        self.phases.changed.connect(lambda rows: self._enter("phase", ("name", "first_year", "last_year"), rows))
        self.related.changed.connect(lambda rows: self._enter("related_plan", ("title", "note"), rows))

    def _new_phase(self, years: YearRange) -> dict[str, Value]:
        return {"name": None, "first_year": int(years.first), "last_year": int(years.last)}

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in ("city", "mayor", "project_title"):
            form.addRow(label_of(_TABLE, name), self.facts.add(name, LineBox(label_of(_TABLE, name))))
        for name, lines in _TEXTS.items():
            form.addRow(label_of(_TABLE, name), self.facts.add(name, TextBox(label_of(_TABLE, name), lines)))
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for title, editor in (
            (_("計画期間の区分（前期・後期など）"), self.phases),
            (_("関連する計画"), self.related),
        ):
            column = QVBoxLayout()
            column.addWidget(styled(QLabel(title), "paneTitle"))
            column.addWidget(editor)
            editor.view.setMinimumHeight(_LIST_HEIGHT)
            editor.view.verticalHeader().hide()
            lists.addLayout(column, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(16, 12, 16, 20)
        whole.setSpacing(14)
        whole.addLayout(form)
        whole.addLayout(lists)
        whole.addStretch(1)
        self.setWidget(inside)

    def reload(self) -> None:
        """Show the facts as they are stored."""
        ask = self._plan.ask
        (plan,) = ask(records, _TABLE).items()
        phases, related = ask(records, "phase"), ask(records, "related_plan")
        self.facts.show(plan[0], "", plan[1])
        years = self._plan.facts().years
        self.phases.model.show_columns(_phase_columns(years))
        self.phases.show_rows(list(phases.values()))
        self.related.show_rows(list(related.values()))
        for editor in (self.phases, self.related):
            editor.lock(locked=not self._plan.writable)

    def commit(self) -> None:
        """Hand over what is being written."""
        self.facts.commit()
        self.phases.view.commit()
        self.related.view.commit()

    def _enter(self, table: str, names: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> None:
        wanted = [{name: row.get(name) for name in names} for row in rows]
        written(self, self._plan, entry_of("", table, names[0]), set_list, table, {}, wanted)


def _phase_columns(years: YearRange) -> list[RowsColumn]:
    named = tuple((int(year), year_label(year)) for year in years)
    return [
        RowsColumn("name", label_of("phase", "name")),
        RowsColumn("first_year", label_of("phase", "first_year"), Entering.CHOICE, 120, named),
        RowsColumn("last_year", label_of("phase", "last_year"), Entering.CHOICE, 120, named),
    ]
