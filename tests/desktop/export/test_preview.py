"""The print preview shows the table as the window has it, and gives it to the printer or into a PDF."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.file.planfile import PlanFile
from db.read.table import Scope
from desktop.export.preview import Preview, run_preview
from desktop.kit.preferences import Settings
from exports.document import Document
from plan.errors import PlanError
from plan.table import Order
from tests.desktop.planfiles import opened
from tests.work.answers import files, press, when_waiting
from work.documents import FORMS, Asked


@pytest.fixture
def plan_file(sample: Path, qtbot: QtBot) -> Iterator[PlanFile]:
    assert qtbot
    with opened(sample) as made:
        yield made


@pytest.fixture
def window(plan_file: PlanFile, qtbot: QtBot) -> Iterator[Preview]:
    compose = partial(FORMS[0].compose, plan_file.store, Asked(Scope()))
    made = Preview(None, compose, "表.pdf", Settings())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.pane.paper is not None)
    yield made
    made.reject()


def test_the_pages_shown_are_the_pdf_that_is_saved(
    window: Preview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.pane.paper is not None
    files(monkeypatch, tmp_path / "表.pdf")
    press("閉じる")
    window.save_button.click()
    assert (tmp_path / "表.pdf").read_bytes() == window.pane.paper.pages.pdf


def test_the_printer_is_asked_for(window: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def leave(dialog: QPrintDialog) -> int:
        asked.append(dialog.maxPage())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", leave)
    window.print_button.click()
    assert asked == [window.pane.view.count]


def test_nothing_can_be_printed_before_all_pages_are_there(plan_file: PlanFile, qtbot: QtBot) -> None:
    def refuse() -> Document:
        raise PlanError("フォント「{file}」は使えません。", file="gaiji.ttf")

    made = Preview(None, refuse, "表.pdf", Settings())
    qtbot.addWidget(made)
    assert plan_file
    assert not made.print_button.isEnabled()
    with qtbot.waitSignal(made.pane.ready):
        pass
    assert not made.print_button.isEnabled()
    assert not made.save_button.isEnabled()
    made.reject()


def test_the_table_is_shown_in_the_order_of_the_window(plan_file: PlanFile, qtbot: QtBot) -> None:
    headings: list[tuple[str, ...]] = []

    def look(window: QWidget) -> bool:
        if not isinstance(window, Preview) or window.pane.paper is None:
            return False
        table = window.pane.paper.document.blocks[0]
        headings.extend(column.headings for column in table.columns[6:8])  # type: ignore[union-attr]
        window.reject()
        return True

    when_waiting(look)
    parent = QWidget()
    qtbot.addWidget(parent)
    run_preview(parent, plan_file, Scope(order=Order.FIELDS))
    assert headings == [("令和3年度", "内容及び目標"), ("令和4年度", "内容及び目標")]


def test_closing_at_once_leaves_nothing_at_work(plan_file: PlanFile, qtbot: QtBot) -> None:
    made = Preview(None, partial(FORMS[0].compose, plan_file.store, Asked(Scope())), "表.pdf", Settings())
    qtbot.addWidget(made)
    made.reject()
    qtbot.wait(50)
    assert made.pane.paper is None
