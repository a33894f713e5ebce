"""A small invented table, a grid that shows it, and somebody who makes the edits it asks for."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.grid.model import ProgressModel
from desktop.grid.progress_grid import ProgressGrid
from plan.changes import StepName
from plan.era import FiscalYear
from plan.errors import PlanError, Sentence
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import CellEdit, ProgressRow, ProgressTable, columns

YEARS = [FiscalYear(2019), FiscalYear(2020), FiscalYear(2021)]
FONTS = Path(__file__).parents[3] / "resources" / "fonts"
ROWS = (
    ("1", "1-①-ア. 窓口の案内", "○", "市民課", "案内表示の見直し"),
    ("2", "1-①-ア. 窓口の案内", None, "税務課", "案内表示の見直し"),
    ("3", "1-①-イ. 健康相談", "○", "健康課", "電話相談の受付"),
    ("10", "2-①-ア. 図書の貸出", "○", "図書館", "夜間返却口の設置"),
)


class Desk:
    """Makes every edit that is asked for, and remembers the steps; or refuses them all."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, list[CellEdit]]] = []
        self.model: ProgressModel | None = None
        self.refuses = False

    def set_cells(self, edits: Sequence[CellEdit], label: StepName) -> None:
        """Make the edits and announce them."""
        if self.refuses:
            raise PlanError("ディスクがいっぱいです。空きを作ってから、もう一度確定してください。")
        self.steps.append((str(label), list(edits)))
        assert self.model is not None
        self.model.replace_cells(edits)


def table_of(rows: Sequence[Sequence[str | None]] = ROWS) -> ProgressTable:
    """A table over three years; its yearly texts say where they stand."""
    table = ProgressTable("進行管理表", "資料1", columns(YEARS))
    for number, keys in enumerate(rows):
        yearly = [f"{c.field.label}{number}-{int(c.year or 0)}" for c in table.columns[6:]]
        row = ProgressRow(
            AssignmentId(RecordId(f"a{number}")),
            ItemId(RecordId(f"p{keys[1]}")),
            ItemId(RecordId(f"c{keys[4]}")),
            DepartmentId(RecordId(f"d{keys[3]}")),
            [*keys, "【現状】準備中", *yearly],
            branch=(keys[1] or "")[:1],
        )
        table.rows.append(row)
    return table


@pytest.fixture(scope="session", autouse=True)
def _font(qapp: QApplication) -> None:
    QFontDatabase.addApplicationFont(str(FONTS / "BIZUDGothic-Regular.ttf"))
    qapp.setFont(QFont("BIZ UDGothic", 10))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def model(desk: Desk, qapp: QApplication) -> ProgressModel:
    assert qapp is not None
    desk.model = ProgressModel(table_of(), desk)
    return desk.model


@pytest.fixture
def grid(model: ProgressModel, qtbot: QtBot) -> ProgressGrid:
    """The grid, on the screen and with the keyboard, its cursor on the first row's first target."""
    shown = ProgressGrid(model)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    shown.put_cursor(0, 6)
    return shown


@pytest.fixture
def told(grid: ProgressGrid) -> list[str]:
    """The sentences that the grid has said."""
    said: list[str] = []

    def hear(sentence: Sentence) -> None:
        said.append(str(sentence))

    grid.told.connect(hear)
    return said
