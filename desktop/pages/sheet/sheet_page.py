"""The page of evaluation sheets: the list at the left, the sheet at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.edit.records import remove_records, set_keyed, set_list
from db.read.grades import evaluation_sheets
from db.read.reports import nodes, scale
from db.read.sheets import EnteredSheet, entered_sheets
from db.read.table import departments
from desktop.export.preview import Preview
from desktop.kit.door import entry_of, written
from desktop.kit.form import confirmed
from desktop.kit.parts import button, filled, halves, scrolled
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.pages.sheet.listing import SheetList
from desktop.pages.sheet.new_sheet import ask_new_sheet
from desktop.pages.sheet.schedule import Lines, as_values
from desktop.pages.sheet.sheet_form import SheetForm
from exports.document import Document
from exports.forms.evaluation_sheet import compose
from plan.era import YearRange
from plan.errors import say
from plan.findings import Place
from plan.ids import RecordId
from work import steps
from work.days import today
from work.language import _, pgettext

_TABLE = "evaluation_sheet"
_SIZES = (390, 970)
_AROUND = 120  # pixels seen above and below the box that a finding leads to


class SheetPage(QWidget):
    """Evaluation sheets to look for, to fill in, to begin, to take away and to print."""

    def __init__(self, plan: ShownPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._sheets: dict[RecordId, EnteredSheet] = {}
        self.list = SheetList(self)
        self.form = SheetForm(plan, self)
        self.new = button(self, "file-plus", _("新しい評価表…"), self._begin)
        self.remove = button(self, "trash-2", _("削除…"), self._ask_remove)
        self.print_one = button(self, "printer", _("この評価表の印刷…"), self._print_one)
        self.print_all = button(self, "printer", _("一覧の評価表をまとめて印刷…"), self._print_all)
        self.nothing = styled(QLabel(self, wordWrap=True), "help")
        self._right = QStackedWidget(self)
        self._scroll = scrolled(self, self.form)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.list.tree)

    def _arrange(self) -> None:
        left = styled(QWidget(self), "pane")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.list, 1)
        pair = QHBoxLayout()
        pair.addWidget(self.new, 1)
        pair.addWidget(self.remove)
        column.addLayout(pair)
        column.addWidget(self.print_one)
        column.addWidget(self.print_all)
        self.nothing.setText(_("評価表がありません。「新しい評価表…」から、事業と年度を選んで作ることができます。"))
        self.nothing.setContentsMargins(24, 24, 24, 24)
        self._right.addWidget(self._scroll)
        self._right.addWidget(self.nothing)
        filled(self, halves(self, left, self._right, _SIZES))

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.form.graded.connect(self._grade)
        self.form.drawn.connect(self._draw)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.list.step, step))

    @property
    def current(self) -> EnteredSheet | None:
        """The sheet that is chosen."""
        return self._sheets.get(self.list.sheet) if self.list.sheet is not None else None

    @property
    def record(self) -> RecordId | None:
        """The sheet that is shown."""
        return self.list.sheet

    def point(self, place: Place) -> None:
        """Show the sheet of a finding, and put the keyboard into the box that it is about."""
        if place.record in self._sheets:
            self.list.choose(place.record, year=self._sheets[place.record].sheet.year)
            box = self.form.point(place.field)
            if box is not None:  # where an opened stage puts it is known a moment later
                QTimer.singleShot(0, box, lambda: self._scroll.ensureWidgetVisible(box, 0, _AROUND))

    def reload(self) -> None:
        """Show the sheets as they are stored."""
        ask = self._plan.ask
        sheets, offices, tree = ask(entered_sheets), ask(departments), ask(nodes)
        self._sheets = {entered.sheet.id: entered for entered in sheets}
        projects = [(str(n.id), "　" * n.level + n.heading) for n in tree]
        self.form.offer(projects, [(str(d.id), d.label) for d in offices])
        self.list.show_sheets(sheets, offices)

    def commit(self) -> None:
        """Hand over what is being written."""
        self.form.commit()

    def _chosen(self) -> None:
        before = self.form.record.record
        is_other = before in self._sheets and before != self.list.sheet
        if is_other and not self.form.commit():
            self.list.choose(before)  # what was refused stays before the eyes of whoever wrote it
            return
        entered = self.current
        self._right.setCurrentIndex(0 if entered else 1)
        if entered is not None:
            scales = self._plan.ask(scale, "interim"), self._plan.ask(scale, "final")
            self.form.show_sheet(entered, scales, today=today())
        may = self._plan.writable
        self.new.setEnabled(may)
        self.remove.setEnabled(may and entered is not None)
        self.print_one.setEnabled(entered is not None)
        self.print_all.setEnabled(bool(self.list.shown))

    def _grade(self, stage: str, grader: str, field: str, text: str) -> None:
        entered = self.current
        if entered is not None:
            key = {"sheet_id": entered.sheet.id, "stage": stage, "grader": grader}
            label = entry_of(_name(entered), "sheet_grade", "grade")
            if not written(self, self._plan, label, set_keyed, "sheet_grade", key, {field: text or None}):
                self.form.refuse(stage, grader)

    def _draw(self, actual: bool, lines: Lines) -> None:  # noqa: FBT001 - a signal's value
        entered = self.current
        if entered is not None:
            owner = {"sheet_id": entered.sheet.id, "kind": "actual" if actual else "planned"}
            label = entry_of(_name(entered), "schedule_line", "label")
            written(self, self._plan, label, set_list, "schedule_line", owner, as_values(lines))

    def _begin(self) -> None:
        made = ask_new_sheet(self, self._plan, self.current)
        if made is not None:
            self.list.choose(made, year=self._sheets[made].sheet.year)

    def _ask_remove(self) -> None:
        entered = self.current
        if entered is None:
            return
        text = _("「{name}」の評価表を削除しますか。").format(name=_name(entered))
        details = _("スケジュールと評価も一緒に消えます。「元に戻す」で取り消せます。")
        if confirmed(self, text, details, _("削除する")):
            label = say(steps.SHEET_DELETED, name=_name(entered))
            written(self, self._plan, label, remove_records, _TABLE, [entered.sheet.id])

    def _print_one(self) -> None:
        self._print([self.current] if self.current else [])

    def _print_all(self) -> None:
        self._print(self.list.shown)

    def _print(self, wanted: list[EnteredSheet]) -> None:
        if not wanted:
            return
        self.form.commit()
        ids = {entered.sheet.id for entered in wanted}
        years = [entered.sheet.year for entered in wanted]
        what = _name(wanted[0]) if len(wanted) == 1 else years[0].label
        document = pgettext("sheet", "個別事業評価表")
        name = f"{document}_{what}.pdf".replace("/", "_")
        window = Preview(self, partial(self._compose, ids, YearRange(min(years), max(years))), name, Settings())
        window.exec()
        window.deleteLater()

    def _compose(self, wanted: set[RecordId], years: YearRange) -> Document:
        found = self._plan.ask(evaluation_sheets, years)
        return compose(replace(found, sheets=tuple(s for s in found.sheets if s.id in wanted)))


def _name(entered: EnteredSheet) -> str:
    return f"{entered.sheet.number} {entered.sheet.project}".strip().replace("\n", " ")
