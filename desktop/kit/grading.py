"""Two graders side by side, with the meanings of the scale at hand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.kit.boxes import ChoiceBox, TextBox
from desktop.kit.grade_choices import grade_choices
from desktop.kit.ruled import cell, row
from desktop.kit.theme import styled
from plan.documents.reports import Grades
from plan.scales import Scale
from work.language import _

GRADERS = ("own", "committee")


class Grading(QWidget):
    """One stage's grades; `entered` carries grader, field ("grade" or "comment") and text."""

    entered = Signal(str, str, str)

    def __init__(self, stage: str) -> None:
        super().__init__()
        names = (_("主管課評価"), _("審査会評価"))
        self.grades = {who: ChoiceBox(f"{stage} {name}") for who, name in zip(GRADERS, names, strict=True)}
        comment = _("所見")
        self.comments = {who: TextBox(f"{stage} {name} {comment}", 1) for who, name in zip(GRADERS, names, strict=True)}
        for who in GRADERS:
            self.comments[who].setPlaceholderText(_("所見（あれば）"))
            self.grades[who].entered.connect(partial(self.entered.emit, who, "grade"))
            self.comments[who].entered.connect(partial(self.entered.emit, who, "comment"))
        self.meanings = styled(QLabel(wordWrap=True), "muted")
        cells = [cell(n, self.grades[w], self.comments[w], width=96) for w, n in zip(GRADERS, names, strict=True)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row(*cells, cell(_("評価の区分"), self.meanings, width=96)))

    def show_grades(self, grades: Grades, scale: Scale, *, anew: bool) -> None:
        """Show what was graded, and what can be."""
        told = {"own": (grades.own, grades.own_comment), "committee": (grades.committee, grades.committee_comment)}
        for who, (grade, comment) in told.items():
            self.grades[who].offer(grade_choices(scale))
            self.grades[who].show_text(grade)
            self.comments[who].show_text(comment, anew=anew)
        self.meanings.setText("\n".join(f"{g.symbol}　{g.meaning}" for g in scale.grades))

    def lock(self, *, locked: bool) -> None:
        """Let it be read alone, or written again."""
        for who in GRADERS:
            self.grades[who].lock(locked=locked)
            self.comments[who].lock(locked=locked)

    def commit(self) -> bool:
        """Hand over what is being written; False where it was refused."""
        for box in self.comments.values():
            box.commit()
        return not any(box.is_written() for box in self.comments.values())
