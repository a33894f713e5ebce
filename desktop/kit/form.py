"""A small window with labelled fields: what it asks for is said by its caller, value by value."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.kit.plain_text import PlainText
from desktop.kit.theme import styled
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from work.days import year_in_work
from work.language import sentence
from work.wording import year_label

Row = tuple[str, QWidget]
_WIDTH = 520
_SMALL_TEXT = 84  # pixels: three lines


class Form(QDialog):
    """Asks; `do` runs when it is accepted, and where it raises a PlanError the sentence is shown and the form stays."""

    def __init__(self, parent: QWidget | None, title: str, rows: Sequence[Row], do: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._do = do
        self._first = rows[0][1] if rows else None
        self.explanation = styled(QLabel(self, wordWrap=True), "help")
        self._warning = styled(QLabel(self, wordWrap=True), "warning")
        self.explanation.hide()
        self._warning.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._arrange(rows)

    def _arrange(self, rows: Sequence[Row]) -> None:
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields.setVerticalSpacing(10)
        for label, widget in rows:
            fields.addRow(label, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.explanation)
        column.addLayout(fields)
        column.addWidget(self._warning)
        column.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is for the first field, not for the button: what is typed at once must not be lost."""
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def explain(self, text: str, accept_text: str = "") -> "Form":
        """Say what this is about, and what the button does."""
        self.explanation.setText(text)
        self.explanation.setVisible(True)
        if accept_text:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(accept_text)
        return self

    def accept(self) -> None:
        """Do it; close only when it is done."""
        try:
            self._do()
        except PlanError as error:
            self._warning.setText(sentence(error.sentence))
            self._warning.setVisible(True)
        else:
            super().accept()


def confirmed(parent: QWidget | None, text: str, details: str, accept_text: str) -> bool:
    """Whether the person wants it; the careful answer is the one that Enter gives."""
    title = QApplication.applicationDisplayName()
    box = QMessageBox(QMessageBox.Icon.Question, title, text, QMessageBox.StandardButton.Cancel, parent)
    box.setInformativeText(details)
    yes = box.addButton(accept_text, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is yes


def small_text(text: str = "") -> PlainText:
    """A field of some lines."""
    field = PlainText()
    field.fill(text)
    field.setTabChangesFocus(True)
    field.setMaximumHeight(_SMALL_TEXT)
    return field


def year_choice(years: YearRange, chosen: FiscalYear | None = None) -> QComboBox:
    """A list of fiscal years; the one in work is chosen where no other is."""
    box = QComboBox()
    for year in years:
        box.addItem(year_label(year), int(year))
    box.setCurrentIndex(max(0, box.findData(int(chosen or year_in_work(years)))))
    return box


def chosen_year(box: QComboBox) -> FiscalYear:
    """The fiscal year that is chosen in such a list."""
    return FiscalYear(box.currentData())


def choice(entries: Sequence[tuple[str, str]], chosen: str | None = None) -> QComboBox:
    """A list of (id, text) that can be searched by typing."""
    box = QComboBox()
    for record_id, text in entries:
        box.addItem(text.replace("\n", " "), record_id)
    box.setMaxVisibleItems(20)
    # As wide as the form, not as its longest entry: the names of projects are long.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    if chosen is not None:
        box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
