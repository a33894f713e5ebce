"""The page of statuses: the tree of measures with a status for each, and the tally beside it."""

from collections.abc import Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.edit.counting import set_counting
from db.edit.records import records, set_keyed
from db.read.grades import results_report
from db.read.reports import nodes
from db.read.table import level_names
from desktop.kit.door import entry_of, label_of, written
from desktop.kit.grade_choices import choice_by_digit, grade_choices
from desktop.kit.parts import halves
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import Entering, Remark, RowsColumn, RowsModel
from desktop.kit.value_table_view import RowsView
from desktop.pages.statuses.tallies import TallyView
from plan.changes import Value
from plan.documents.reports import Node, ResultsReport
from plan.documents.tally import Counting
from plan.era import FiscalYear
from plan.errors import say
from plan.scales import OUTCOME, Scale
from work import steps
from work.language import _, pgettext
from work.wording import year_label

_TABLE = "item_status"
_SIZES = (900, 460)
_COUNTING = "再掲の数え方"


class StatusView(RowsView):
    """A table in which the keys 1, 2, 3 … choose the first, second, third … grade."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses a grade where one can be chosen."""
        index = self.currentIndex()
        column = self.rows.columns[index.column()] if index.isValid() else None
        if column is not None and column.entering is Entering.CHOICE and event.text().isdecimal():
            chosen = choice_by_digit(event.text(), [str(value) for value, _label in column.choices])
            if chosen is not None:
                self.rows.setData(index, chosen)
            return
        super().keyPressEvent(event)


class StatusPage(QWidget):
    """Statuses as of one fiscal year."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._nodes: list[Node] = []
        self.year, self.counting = QComboBox(self), QComboBox(self)
        self.model = RowsModel(self._columns(OUTCOME), self)
        self.table = StatusView(self.model, _("施策ごとの実施状況"), self)
        self.tally = TallyView(_("実施状況の集計"), _("分野"), self)
        self.told = styled(QLabel(self, wordWrap=True), "help")
        self._arrange()
        self.setFocusProxy(self.table)
        self.year.activated.connect(self._show)
        self.counting.activated.connect(self._choose_counting)
        self.model.entered.connect(self._enter)

    def _columns(self, scale: Scale) -> list[RowsColumn]:
        return [
            RowsColumn("heading", _("施策・事業"), Entering.NOTHING),
            RowsColumn("status", label_of(_TABLE, "status"), Entering.CHOICE, 140, tuple(grade_choices(scale))),
            RowsColumn("note", _("説明（目標に届かなかった理由等）"), width=270),
        ]

    def _arrange(self) -> None:
        self.table.verticalHeader().hide()
        self.year.setAccessibleName(_("年度"))
        self.counting.setAccessibleName(_("再掲の数え方"))
        self.counting.addItem(_("再掲も、印刷どおり数える"), Counting.AS_PRINTED.value)
        self.counting.addItem(_("再掲は、元の項目と合わせて一度だけ数える"), Counting.ONCE.value)
        self.counting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        top = QHBoxLayout()
        top.addWidget(QLabel(_("どの年度の末の状況か"), self))
        top.addWidget(self.year)
        hint = _("実施状況の欄で 1、2、3 を押すと、評価区分の順に選べます。Delete で未記入に戻ります。")
        top.addWidget(styled(QLabel(hint, self, wordWrap=True), "muted"), 1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(12, 0, 0, 0)
        for widget in (styled(QLabel(pgettext("statuses", "集計"), self), "paneTitle"), self.counting):
            beside.addWidget(widget)
        beside.addWidget(self.tally, 1)
        beside.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(halves(self, self.table, right, _SIZES, stretched=0), 1)

    def reload(self) -> None:
        """Show the statuses as they are stored; at first those of the last year that has any."""
        years = self._plan.facts().years
        if not self.year.count():
            newest = self._plan.ask(results_report).year
            for year in years:
                self.year.addItem(year_label(year), int(year))
            self.year.setCurrentIndex(max(0, self.year.findData(int(newest))))
        self._show()

    @property
    def chosen_year(self) -> FiscalYear:
        """The fiscal year at whose end the statuses hold."""
        return FiscalYear(self.year.currentData())

    def _show(self) -> None:
        ask = self._plan.ask
        report, tree, stored = ask(results_report, self.chosen_year), ask(nodes), ask(records, _TABLE)
        deepest = len(ask(level_names)) - 1
        given = {r["item_id"]: r for r in stored.values() if r["fiscal_year"] == int(self.chosen_year)}
        self._nodes = [n for n in tree if n.level < deepest or n.id in given]
        self.model.editable = self._plan.writable
        self.model.show_columns(self._columns(report.scale))
        rows = [_row(node, given.get(node.id, {})) for node in self._nodes]
        self.model.show_rows(rows, self._remarks(report), [node.heading for node in self._nodes])
        self._count(report)
        if not self.table.currentIndex().isValid():
            self._begin(report)

    def _begin(self, report: ResultsReport) -> None:
        """Put the keyboard on the first measure that is counted."""
        graded = {line.graded.id for line in report.lines if line.graded is not None}
        first = next((n for n, node in enumerate(self._nodes) if node.id in graded), 0)
        self.table.setCurrentIndex(self.model.index(first, self.model.column("status")))

    def _remarks(self, report: ResultsReport) -> dict[tuple[int, str], Remark]:
        missing = {line.graded.id for line in report.lines if line.graded is not None and not line.graded.grade}
        return {
            (n, "status"): Remark(pgettext("statuses", "未記入"))
            for n, node in enumerate(self._nodes)
            if node.id in missing
        }

    def _count(self, report: ResultsReport) -> None:
        self.counting.setCurrentIndex(self.counting.findData(report.counting.value))
        self.counting.setEnabled(self._plan.writable)
        whole = report.tally
        self.tally.show_tallies(report.tallies, whole)
        repeated = _("再掲 {count} 件を含む一覧です。").format(count=whole.repeated) if whole.repeated else ""
        told = _("実績及び評価書の集計と文は、この表から作られます。")
        self.told.setText("\n".join(filter(None, (told, repeated))))

    def commit(self) -> None:
        """Hand over what is being written."""
        self.table.commit()

    def _choose_counting(self) -> None:
        """Let the plan count repeated listings as chosen, here and on paper."""
        label = say(steps.ENTRY, place=_COUNTING)
        written(self, self._plan, label, set_counting, Counting(self.counting.currentData()))

    def _enter(self, row: int, name: str, value: Value) -> None:
        node = self._nodes[row]
        key = {"item_id": node.id, "fiscal_year": int(self.chosen_year)}
        label = entry_of(node.full_heading, _TABLE, name)
        written(self, self._plan, label, set_keyed, _TABLE, key, {name: value})


def _row(node: Node, given: Mapping[str, Value]) -> dict[str, Value]:
    again = "（再掲）" if node.listing_of is not None and "再掲" not in node.heading else ""
    heading = "　" * node.level + node.heading.replace("\n", " ") + again
    return {"heading": heading, "status": given.get("status"), "note": given.get("note")}
