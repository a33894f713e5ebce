"""The page of grades: how often each was given by department, field or year, and to what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.kit.parts import halves
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.kit.value_table import Entering, RowsColumn, RowsModel
from desktop.kit.value_table_view import RowsView
from desktop.pages.statuses.tallies import TallyView
from plan.documents.tally import Graded, Tally, by_department, by_field, tally
from plan.scales import Scale
from work.graded import Listed, listed, sources
from work.language import _
from work.wording import year_label

_EVERY_YEAR = 0
_SIZES = (620, 740)


@dataclass(frozen=True, slots=True)
class _Grouping:
    """How lines are put together: the counts, and the names that a line goes under."""

    counted: Callable[[list[Graded], Scale], Mapping[str, Tally]]
    names: Callable[[Graded], tuple[str, ...]]


_GROUPINGS = {
    "department": _Grouping(by_department, lambda line: line.departments),
    "field": _Grouping(by_field, lambda line: (line.field,)),
    "year": _Grouping(
        lambda lines, scale: by_field([replace(x, field=year_label(x.year)) for x in lines], scale),
        lambda line: (year_label(line.year),),
    ),
}


class GradesPage(QWidget):
    """Grades to look at; they are entered where they belong."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._sources = sources()
        self._listed: list[Listed] = []
        self.source, self.year, self.grouping = QComboBox(self), QComboBox(self), QComboBox(self)
        self.tally = TallyView(_("評価の集計"), _("区分"), self)
        self.model = RowsModel(self._columns(), self)
        self.lines = RowsView(self.model, _("評価の一覧"), self)
        self.told = styled(QLabel(self), "muted")
        self._arrange()
        self.setFocusProxy(self.source)
        self.source.activated.connect(self._show)
        self.year.activated.connect(self._show)
        self.grouping.activated.connect(self._show)
        self.tally.selectionModel().currentRowChanged.connect(lambda *_: self._show_lines())

    def _columns(self) -> list[RowsColumn]:
        return [
            RowsColumn("year", _("年度"), Entering.NOTHING, 100),
            RowsColumn("office", _("担当課"), Entering.NOTHING, 170),
            RowsColumn("name", _("名称"), Entering.NOTHING),
            RowsColumn("grade", _("評価"), Entering.NOTHING, 80),
        ]

    def _arrange(self) -> None:
        for place, source in enumerate(self._sources):
            self.source.addItem(source.title, place)
        for name, text in (
            ("department", _("担当課ごと")), ("field", _("分野ごと")), ("year", _("年度ごと")),
        ):  # fmt: skip
            self.grouping.addItem(text, name)
        top = QHBoxLayout()
        for text, box in (
            (_("評価の種類"), self.source),
            (_("年度"), self.year),
            (_("集計"), self.grouping),
        ):
            box.setAccessibleName(text)
            top.addWidget(QLabel(text, self))
            top.addWidget(box)
        top.addStretch(1)
        self.lines.verticalHeader().hide()
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.addWidget(self.told)
        beside.addWidget(self.lines, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(halves(self, self.tally, right, _SIZES), 1)

    def reload(self) -> None:
        """Count the grades as they are stored."""
        if not self.year.count():
            self.year.addItem(_("すべての年度"), _EVERY_YEAR)
            for year in self._plan.facts().years:
                self.year.addItem(year_label(year), int(year))
        self._show()

    def _show(self) -> None:
        lines, scale = self._plan.ask(listed, self._sources[self.source.currentData()])
        year = self.year.currentData()
        self._listed = [line for line in lines if year in (_EVERY_YEAR, int(line.graded.year))]
        graded = [line.graded for line in self._listed]
        self.tally.show_tallies(self._grouping.counted(graded, scale), tally(graded, scale))
        self._show_lines()

    @property
    def _grouping(self) -> _Grouping:
        return _GROUPINGS[self.grouping.currentData()]

    def _show_lines(self) -> None:
        """Show the lines of the chosen group; of all where the last line, the total, or none is chosen."""
        row, names = self.tally.currentIndex().row(), self.tally.rows.row_names
        chosen = names[row] if 0 <= row < len(names) - 1 else None
        shown = [x for x in self._listed if chosen is None or chosen in self._grouping.names(x.graded)]
        self.model.show_rows([
            {
                "year": year_label(x.graded.year),
                "office": "、".join(x.graded.departments),
                "name": x.name.replace("\n", " "),
                "grade": x.graded.grade,
            }
            for x in shown
        ])  # fmt: skip
        text = _("{name}　{count} 件")
        self.told.setText(text.format(name=chosen or _("すべて"), count=len(shown)))

    def commit(self) -> None:
        """Nothing is written here."""
