"""Budget, settlement and execution rate: the rate is computed, and one that was typed is held against it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.kit.boxes import LineBox
from desktop.kit.door import label_of
from desktop.kit.theme import styled
from plan.documents.budget import Budget
from work.language import _

SPENT = ("budget_initial", "budget_revised", "settlement")
AMOUNTS = (*SPENT, "typed_rate")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BudgetBox(QWidget):
    """The amounts in thousand yen, in two columns: as planned at first, and as it came."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {name: LineBox(label_of("evaluation_sheet", name)) for name in AMOUNTS}
        self.rate = styled(QLabel(self), "cellPlace")
        self.warning = styled(QLabel(self, wordWrap=True), "warning")
        self.clear = styled(QPushButton(_("記入された率を消す"), self), "flat")
        self._typed = styled(QLabel(_("記入された率（%）"), self), "muted")
        for box in self.boxes.values():
            box.setAlignment(_RIGHT)
            box.setPlaceholderText("—")
            box.textChanged.connect(self._compute)
        self.rate.setAlignment(_RIGHT)
        self.rate.setToolTip(_("決算額 ÷ 補正後予算額（補正がなければ当初予算額）を、小数第1位まで求めます。"))
        self.rate.setAccessibleName(_("執行率"))
        self.clear.clicked.connect(lambda: self.boxes["typed_rate"].entered.emit(""))
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 2, 4, 2)
        grid.setHorizontalSpacing(12)
        heads = (_("（千円）"), _("当初"), _("補正後・実績"))
        for column, text in enumerate(heads):
            grid.addWidget(styled(QLabel(text, self), "muted"), 0, column, Qt.AlignmentFlag.AlignRight)
        for line, text in enumerate((_("予算額"), _("決算額"), _("執行率")), start=1):
            grid.addWidget(QLabel(text, self), line, 0)
        grid.addWidget(self.boxes["budget_initial"], 1, 1)
        grid.addWidget(self.boxes["budget_revised"], 1, 2)
        grid.addWidget(self.boxes["settlement"], 2, 2)
        grid.addWidget(self.rate, 3, 2)
        grid.addWidget(self._typed, 4, 0, 1, 2)
        grid.addWidget(self.boxes["typed_rate"], 4, 2)
        grid.addWidget(self.warning, 5, 0, 1, 3)
        grid.addWidget(self.clear, 6, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)

    def show_budget(self, budget: Budget) -> None:
        """Show what belongs to the rate that was typed, where there is one."""
        for widget in (self._typed, self.boxes["typed_rate"], self.clear):
            widget.setVisible(bool(budget.typed_rate))
        self._compute()

    def _compute(self) -> None:
        """Show the rate of the amounts as they stand in the boxes, and whether a typed one agrees with it."""
        budget = Budget(*(self.boxes[name].text() for name in AMOUNTS))
        self.rate.setText(f"{budget.rate} %" if budget.rate is not None else "—")
        text = _("記入された執行率 {typed} は、金額から求めた {rate} % と違います。")
        self.warning.setText(text.format(typed=budget.typed_rate, rate=budget.rate))
        self.warning.setVisible(budget.disagrees)
