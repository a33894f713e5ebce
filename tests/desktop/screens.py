"""What the tests of the window share: a window over the sample plan, and forms that answer themselves."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QWidget,
)

from desktop.app import create_application
from desktop.frame.main_window import Window
from desktop.frame.verbs import handlers
from desktop.kit import qt_language, theme
from desktop.kit.form import Form
from desktop.kit.plain_text import PlainText
from desktop.kit.preferences import LANGUAGE, THEME, Settings
from desktop.table.plan_view import PlanView
from plan.era import FiscalYear
from plan.fields import EVALUATION
from plan.table import Column

_ROLE = QFormLayout.ItemRole
YEAR = FiscalYear(2022)
CELL = Column(EVALUATION, YEAR)


@cache
def _application() -> QApplication:
    return create_application(Settings())


def new_window(settings: Settings | None = None) -> Window:
    """A window without a plan."""
    settings = settings or Settings()
    app = _application()
    theme.wear(app, settings.get(THEME))
    qt_language.speak(app, settings.get(LANGUAGE))
    window = Window(settings, handlers)
    window.show()
    QApplication.processEvents()
    return window


def opened_window(path: Path) -> tuple[Window, PlanView]:
    """A window with a plan."""
    window = new_window()
    window.open_path(path)
    QApplication.processEvents()
    assert window.view is not None
    return window, window.view


def closed(window: Window) -> None:
    """Close a window for good: what is only hidden would be styled anew with every later window."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def go_to(view: PlanView, row: int = 0, column: Column = CELL) -> None:
    """Put the cursor on a cell of the table."""
    view.choose(view.model.table.rows[row].id, column)


def text_at(view: PlanView, row: int = 0, column: Column = CELL) -> str | None:
    """A cell's text as the grid has it."""
    return view.model.table.rows[row].cells[view.model.columns.index(column)]


def do(window: Window, command: str) -> None:
    """Ask for a command as a menu does, once everything is shown as it stands."""
    QApplication.processEvents()
    action = window.commands.by_id[command]
    assert action.isEnabled(), command
    action.trigger()
    QApplication.processEvents()


def filled_in(monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, str | int]) -> list[str]:
    """Let the next forms be filled in by label and accepted, instead of waiting for somebody.

    The list gets what a form says when it does not accept.
    """
    told: list[str] = []

    def answer(form: Form) -> int:
        for label, value in answers.items():
            fill(field(form, label), value)
        form.accept()
        told.extend(label.text() for label in form.findChildren(QLabel, "warning") if label.text())
        return form.result()

    monkeypatch.setattr(Form, "exec", answer)
    return told


def field(form: Form, label: str) -> QWidget:
    """The field beside a label."""
    for layout in form.findChildren(QFormLayout):
        for row in range(layout.rowCount()):
            name, beside = (layout.itemAt(row, role) for role in (_ROLE.LabelRole, _ROLE.FieldRole))
            told, entered = (item.widget() if item is not None else None for item in (name, beside))
            if isinstance(told, QLabel) and told.text() == label and entered is not None:
                return entered
    raise AssertionError(label)


def fill(widget: QWidget, value: str | int) -> None:
    """Enter a value: text, a choice by its text, a line to tick by a part of its text, or a number."""
    if isinstance(widget, QComboBox) and widget.isEditable():
        widget.setEditText(str(value))
    elif isinstance(widget, QComboBox):
        place = widget.findText(str(value))
        assert place >= 0, [widget.itemText(n) for n in range(widget.count())]
        widget.setCurrentIndex(place)
    elif isinstance(widget, QLineEdit):
        widget.setText(str(value))
    elif isinstance(widget, PlainText):
        widget.setPlainText(str(value))
    elif isinstance(widget, QListWidget):
        (line,) = widget.findItems(str(value), Qt.MatchFlag.MatchContains)
        line.setCheckState(Qt.CheckState.Checked)
    else:
        widget.findChildren(QRadioButton)[int(value)].setChecked(True)


def clicked(monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> list[str]:
    """Let questions be answered; the list gets what was asked."""
    asked: list[str] = []

    def answer(_parent: QWidget, text: str, details: str, _accept: str) -> bool:
        asked.append(f"{text}\n{details}")
        return yes

    for room in ("desktop.frame.row_verbs", "desktop.frame.plan_verbs"):
        monkeypatch.setattr(f"{room}.confirmed", answer)
    return asked
