"""What can be done with rows: add, end, delete, move."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.edit import structure
from db.log.changes import Recording
from db.read.table import ItemFacts, departments, items, level_names
from desktop.kit.form import Form, choice, chosen_year, confirmed, small_text, year_choice
from desktop.kit.shown_plan import ShownPlan
from plan.changes import StepName
from plan.codes import Heading, split_heading
from plan.errors import PlanError, say
from plan.fields import CONTENT, DEPARTMENT, LEAD, NUMBER, PROJECT
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import ProgressRow
from work import steps
from work.language import _
from work.wording import field_label

_MOST_NAMED = 5


class Kind(IntEnum):
    """What is new about a new row."""

    DEPARTMENT = 0
    CONTENT = 1
    PROJECT = 2


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row as the form describes it."""

    kind: Kind
    content: ItemId | None
    project: ItemId | None
    branch: ItemId | None
    heading: str
    text: str
    department: DepartmentId
    lead: bool
    number: str


def add_row(door: Recording, new: NewRow, after: AssignmentId | None) -> AssignmentId:
    """Put a row into the plan, with the project and the content that it needs."""
    depth = max(0, len(level_names(door.connection)) - 1)
    content = new.content
    if new.kind is not Kind.DEPARTMENT or content is None:
        content = _new_content(door, new, depth)
    mark = "○" if new.lead else None
    row = structure.NewAssignment(content, new.department, lead=mark, number=new.number or None)
    return structure.add_assignments(door, [row], after)[0]


def _new_content(door: Recording, new: NewRow, depth: int) -> ItemId:
    if not new.text.strip():
        raise PlanError("実施内容を入れてください。")
    project = new.project
    if new.kind is Kind.PROJECT or project is None:
        if not new.heading.strip():
            raise PlanError("実施事業の名称を入れてください。")
        heading = split_heading(new.heading.strip())
        (project,) = structure.add_items(door, [structure.NewItem(new.branch, max(0, depth - 1), heading)])
    (content,) = structure.add_items(door, [structure.NewItem(project, depth, Heading("", "", new.text.strip()))])
    return content


class RowForm(QWidget):
    """The fields of a new row; those that its kind does not need rest."""

    def __init__(self, plan: ShownPlan, row: ProgressRow | None) -> None:
        super().__init__()
        self._row = row
        tree, offices = plan.ask(items), plan.ask(departments)
        self.department = choice([(d.id, d.label) for d in offices if d.last_year is None])
        self.project = choice(_projects(tree), row.project if row else None)
        self.branch = choice([("", _("（いちばん上）")), *_branches(tree)], _branch_of(tree, row))
        self.heading = QLineEdit(placeholderText=_("例: 1-①-ア. 防災情報の発信"))
        self.text = small_text()
        self.lead = QCheckBox(_("主担当課である（○）"))
        self.number = QLineEdit()
        self._kinds = QButtonGroup(self)
        self._build_kinds()

    def _build_kinds(self) -> None:
        texts = (
            _("同じ実施内容に、別の担当課の行を加える"),
            _("同じ実施事業に、新しい実施内容を加える"),
            _("新しい実施事業を加える"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for kind, text in zip(Kind, texts, strict=True):
            button = QRadioButton(text, self)
            self._kinds.addButton(button, kind)
            column.addWidget(button)
        self._kinds.button(Kind.DEPARTMENT).setEnabled(self._row is not None)
        self._kinds.button(Kind.CONTENT).setEnabled(self.project.count() > 0)
        self._kinds.idToggled.connect(self._rest)
        first = Kind.DEPARTMENT if self._row else Kind.CONTENT if self.project.count() else Kind.PROJECT
        self._kinds.button(first).setChecked(True)

    @property
    def kind(self) -> Kind:
        """What is new."""
        return Kind(self._kinds.checkedId())

    def _rest(self) -> None:
        self.project.setEnabled(self.kind is Kind.CONTENT)
        self.branch.setEnabled(self.kind is Kind.PROJECT)
        self.heading.setEnabled(self.kind is Kind.PROJECT)
        self.text.setEnabled(self.kind is not Kind.DEPARTMENT)

    def rows(self) -> list[tuple[str, QWidget]]:
        """The fields with their labels."""
        return [
            (_("加えるもの"), self),
            (field_label(PROJECT), self.project),
            (_("新しい実施事業の位置"), self.branch),
            (_("新しい実施事業"), self.heading),
            (field_label(CONTENT), self.text),
            (field_label(DEPARTMENT), self.department),
            (field_label(LEAD), self.lead),
            (field_label(NUMBER), self.number),
        ]

    def new_row(self) -> NewRow:
        """The row as described."""
        if self.department.currentData() is None:
            raise PlanError("担当課がまだありません。先に「課の追加」で課を加えてください。")
        return NewRow(
            self.kind,
            self._row.content if self._row else None,
            _item(self.project),
            _item(self.branch),
            self.heading.text(),
            self.text.text,
            DepartmentId(RecordId(self.department.currentData())),
            self.lead.isChecked(),
            self.number.text().strip(),
        )


def _item(box: QComboBox) -> ItemId | None:
    return ItemId(RecordId(box.currentData())) if box.currentData() else None


def _projects(tree: Sequence[ItemFacts]) -> list[tuple[str, str]]:
    lowest = max((i.level for i in tree), default=0)
    return [(i.id, i.heading) for i in tree if i.level == lowest - 1]


def _branches(tree: Sequence[ItemFacts]) -> list[tuple[str, str]]:
    lowest = max((i.level for i in tree), default=0)
    return [(i.id, "　" * i.level + i.heading) for i in tree if i.level < lowest - 1]


def _branch_of(tree: Sequence[ItemFacts], row: ProgressRow | None) -> str | None:
    return next((i.parent for i in tree if row is not None and i.id == row.project), None)


def ask_new_row(parent: QWidget, plan: ShownPlan, row: ProgressRow | None) -> AssignmentId | None:
    """Ask what the new row is and add it behind `row`; answers the new row, None when it was cancelled."""
    fields = RowForm(plan, row)
    made: list[AssignmentId] = []

    def do() -> None:
        made.append(plan.do(steps.ROW_ADDED, add_row, fields.new_row(), row.id if row else None))

    form = Form(parent, _("行の追加"), fields.rows(), do)
    form.explain(_("選んでいる行のすぐ下に加えます。"), _("追加する"))
    form.exec()
    return made[0] if made else None


def ask_end(parent: QWidget, plan: ShownPlan, chosen: Sequence[ProgressRow]) -> None:
    """Ask for the last fiscal year of rows and why they end."""
    years = plan.facts().years
    year = year_choice(years, chosen[0].ended_year)
    year.insertItem(0, _("（終了していない）"), None)
    reason = small_text()

    def do() -> None:
        ended = None if year.currentData() is None else chosen_year(year)
        text = reason.text.strip() if ended is not None else ""
        plan.do(_ending_of(chosen), structure.end_assignments, [row.id for row in chosen], ended, text)

    rows: list[tuple[str, QWidget]] = [
        (_("最後の年度"), year),
        (_("理由"), reason),
    ]
    explanation = _("{row}\n最後の年度より後の欄は、「終了」として扱います。").format(row=_names_of(chosen))
    Form(parent, _("行の終了"), rows, do).explain(explanation, _("記録する")).exec()


def ask_delete(parent: QWidget, plan: ShownPlan, rows: Sequence[ProgressRow]) -> None:
    """Ask whether the named rows are to go."""
    text = _("{count} 行を、すべての年度の文章とともに削除しますか。").format(count=len(rows))
    details = _names_of(rows) + "\n\n" + _("「元に戻す」で取り消せます。")
    if confirmed(parent, text, details, _("削除する")):
        label = say(steps.ROW_DELETED, row=name_of(rows[0]))
        plan.do(label, structure.remove_assignments, [row.id for row in rows])


def _ending_of(rows: Sequence[ProgressRow]) -> StepName:
    if len(rows) > 1:
        return say(steps.ROWS_ENDED, count=len(rows))
    return say(steps.ROW_ENDED, row=name_of(rows[0]))


def _names_of(rows: Sequence[ProgressRow]) -> str:
    """The rows, a line each; of many the first ones, and how many more."""
    named = "\n".join(name_of(row) for row in rows[:_MOST_NAMED])
    if len(rows) > _MOST_NAMED:
        named += _("\nほか {count} 行").format(count=len(rows) - _MOST_NAMED)
    return named


def name_of(row: ProgressRow) -> str:
    """A row as people call it: its number, department and content."""
    parts = (row.cells[0], row.cells[3], (row.cells[4] or "").replace("\n", " "))
    return " ".join(part for part in parts if part)
