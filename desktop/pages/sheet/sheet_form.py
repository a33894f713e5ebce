"""The evaluation sheet on one page: three stages, the one that is due open and the others folded."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from db.read.sheets import EnteredSheet
from desktop.kit.boxes import ChoiceBox, LineBox, SearchBox, TextBox
from desktop.kit.door import label_of
from desktop.kit.grading import Grading
from desktop.kit.record import RecordBoxes
from desktop.kit.ruled import Stage, cell, row
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import styled
from desktop.pages.sheet.budget_box import AMOUNTS, SPENT, BudgetBox
from desktop.pages.sheet.schedule_box import ScheduleBox
from plan.documents.budget import check_amount
from plan.documents.reports import EvaluationSheet, Grades
from plan.era import FiscalYear
from plan.fields import Field
from plan.scales import Scale
from work.language import _, pgettext
from work.wording import year_label

_TABLE = "evaluation_sheet"
_OCTOBER, _MARCH = 10, 3
_LINES = {"outline": 3, "volume": 3, "interim_result": 3, "actual_volume": 3, "summary": 3}


class StageName(Enum):
    """The three stages of a sheet, in order."""

    INITIAL = "initial"
    INTERIM = "interim"
    FINAL = "final"


def due_stage(year: FiscalYear, today: date) -> StageName:
    """What is to be filled in: the plan in the first half of the year, the interim in the second, the final after."""
    if (today.year, today.month) > (int(year) + 1, _MARCH):
        return StageName.FINAL
    return StageName.INITIAL if (today.year, today.month) < (int(year), _OCTOBER) else StageName.INTERIM


class SheetForm(QWidget):
    """Shows one sheet; what is graded or drawn is told by signals, all other fields write themselves."""

    graded = Signal(str, str, str, str)  # stage, grader, field, text
    drawn = Signal(bool, object)  # whether the actual schedule, and its bars

    def __init__(self, plan: ShownPlan, page: QWidget) -> None:
        super().__init__()
        self.record = RecordBoxes(page, plan, _TABLE)
        self._plan = plan
        self.title = styled(QLabel(self), "cellPlace")
        self.item = self.record.add("item_id", SearchBox(label_of(_TABLE, "item_id")))
        self.office = self.record.add("department_id", SearchBox(label_of(_TABLE, "department_id")))
        self.planned = ScheduleBox(_("スケジュール（計画）"), actual=False)
        self.actual = ScheduleBox(_("スケジュール（実績）"), actual=True)
        self.interim, self.final = Grading(pgettext("sheet", "中間評価")), Grading(pgettext("sheet", "事後評価"))
        self.budget = BudgetBox()
        self.undrawn: dict[str, QWidget] = {}
        for name in AMOUNTS:
            self.record.add(name, self.budget.boxes[name], check_amount if name in SPENT else None)
        self.stages = {
            StageName.INITIAL: self._initial(),
            StageName.INTERIM: self._interim(),
            StageName.FINAL: self._final(),
        }
        self._arrange()
        self.planned.edit.changed.connect(lambda lines: self.drawn.emit(False, lines))  # noqa: FBT003 - a signal
        self.actual.edit.changed.connect(lambda lines: self.drawn.emit(True, lines))  # noqa: FBT003 - a signal
        self.interim.entered.connect(lambda *told: self.graded.emit("interim", *told))
        self.final.entered.connect(lambda *told: self.graded.emit("final", *told))

    def _text(self, name: str) -> QWidget:
        label = label_of(_TABLE, name)
        return cell(label, self.record.add(name, TextBox(label, _LINES.get(name, 2))))

    def _schedule(self, drawing: ScheduleBox, undrawn: str) -> tuple[QWidget, QWidget]:
        """A schedule, and below it what is still to be drawn, where there is such."""
        self.undrawn[undrawn] = self._text(undrawn)
        return cell(_("スケジュール"), drawing), self.undrawn[undrawn]

    def _initial(self) -> Stage:
        schedule = self._schedule(self.planned, "planned_undrawn")
        return Stage(_("当初計画"), self._text("outline"), self._text("volume"), *schedule, self._text("outcome_goal"))

    def _interim(self) -> Stage:
        opinions = row(self._text("committee_remark"), self._text("policy_opinion"))
        return Stage(pgettext("sheet", "中間評価"), self._text("interim_result"), opinions, self.interim)

    def _final(self) -> Stage:
        schedule = self._schedule(self.actual, "actual_undrawn")
        money = cell(_("予算執行"), self.budget, width=96)
        closing = row(self._text("committee_opinion"), money, shares=(3, 2))
        rows = (self._text("actual_volume"), *schedule, self._text("outcome_status"), self._text("summary"))
        return Stage(pgettext("sheet", "事後評価"), *rows, closing, self.final)

    def _arrange(self) -> None:
        number = self.record.add("number", LineBox(label_of(_TABLE, "number")))
        paper = styled(QFrame(self), "paper")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.setSpacing(0)
        inside.addWidget(row(cell(_("事業名"), self.item), cell(_("掲載No"), number), shares=(3, 1)))
        inside.addWidget(cell(_("担当課"), self.office))
        for stage in self.stages.values():
            inside.addWidget(stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 20)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(paper)
        column.addStretch(1)

    def offer(self, projects: Sequence[tuple[str, str]], offices: Sequence[tuple[str, str]]) -> None:
        """Offer these projects and departments, by (id, name)."""
        self.item.offer([("", "—"), *projects])
        self.office.offer([("", "—"), *offices])

    def show_sheet(self, entered: EnteredSheet, scales: tuple[Scale, Scale], *, today: date) -> None:
        """Show a sheet; of another one than before, the stage that is due is open and the others are folded."""
        sheet = entered.sheet
        is_other = sheet.id != self.record.record
        self.title.setText(_("{year}　個別事業評価表").format(year=year_label(sheet.year)))
        self.record.show(sheet.id, sheet.number or sheet.project, _values(entered))
        planned = tuple(line for line in sheet.schedule if not line.actual)
        self.planned.edit.show_lines(planned)
        self.actual.edit.show_lines(tuple(line for line in sheet.schedule if line.actual), planned)
        self.interim.show_grades(sheet.interim, scales[0], anew=is_other)
        self.final.show_grades(sheet.final, scales[1], anew=is_other)
        self.budget.show_budget(sheet.budget)
        for text, box in self.undrawn.items():
            box.setVisible(bool(getattr(sheet.texts, text)))
        for part in (self.planned, self.actual, self.interim, self.final):
            part.lock(locked=not self._plan.writable)
        self.budget.clear.setEnabled(self._plan.writable)
        due = due_stage(sheet.year, today)
        for name, stage in self.stages.items():
            stage.tell(self._summary(name, sheet), due=name is due)
            if is_other:
                stage.open(opened=name is due)

    def _summary(self, name: StageName, sheet: EvaluationSheet) -> str:
        """What a folded stage tells: the grades, or how much is not entered."""
        texts = sheet.texts
        wanted = {
            StageName.INITIAL: (texts.outline, texts.volume, texts.outcome_goal),
            StageName.INTERIM: (texts.interim_result, sheet.interim.own),
            StageName.FINAL: (texts.actual_volume, texts.outcome_status, texts.summary, sheet.final.own),
        }[name]
        missing = sum(not text for text in wanted)
        told = _("未入力 {count}").format(count=missing) if missing else _("入力済み")
        grades = {StageName.INTERIM: sheet.interim, StageName.FINAL: sheet.final}.get(name)
        return "　".join(filter(None, (told, self._grades(grades))))

    def _grades(self, grades: Grades | None) -> str:
        if grades is None or not (grades.own or grades.committee):
            return ""
        text = _("主管課 {own} ／ 審査会 {committee}")
        return text.format(own=grades.own or "—", committee=grades.committee or "—")

    def point(self, field: Field | None) -> QWidget | None:
        """Open the stage that a field is in, and put the keyboard into its box, which is the answer."""
        box = self._box(field)
        for stage in self.stages.values():
            if box is not None and stage.isAncestorOf(box):
                stage.open(opened=True)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        return box

    def _box(self, field: Field | None) -> QWidget | None:
        """The box of a field; of a grade the first that is missing, while the other grader has given one."""
        if field is not None and field.table == "sheet_grade":
            halves = [part.grades for part in (self.interim, self.final)]
            return next((box for grades in halves for box in _missing(grades)), None)
        found = self.record.boxes.get(field.name) if field is not None else None
        return found if isinstance(found, QWidget) else None

    def refuse(self, stage: str, grader: str) -> None:
        """A remark was not stored: it stands as written still."""
        (self.interim if stage == "interim" else self.final).comments[grader].refuse()

    def commit(self) -> bool:
        """Hand over what is being written; False where something was refused."""
        self.planned.edit.commit()
        self.actual.edit.commit()
        parts = [self.record.commit(), self.interim.commit(), self.final.commit()]
        return all(parts)


def _missing(grades: Mapping[str, ChoiceBox]) -> list[ChoiceBox]:
    """The boxes of the graders who have not graded, where another has."""
    empty = [box for box in grades.values() if not box.currentData()]
    return empty if len(empty) < len(grades) else []


def _values(entered: EnteredSheet) -> dict[str, str | int | float | None]:
    sheet, budget = entered.sheet, entered.sheet.budget
    texts: dict[str, str | int | float | None] = {
        name: getattr(sheet.texts, name) for name in type(sheet.texts).__dataclass_fields__
    }
    amounts = (budget.initial, budget.revised, budget.settlement, budget.typed_rate)
    return texts | dict(zip(AMOUNTS, amounts, strict=True)) | {
        "number": sheet.number,
        "item_id": entered.item or "",
        "department_id": entered.department or "",
    }  # fmt: skip
