"""A plan to import into, and a window to import from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.file.planfile import PlanFile
from tests.desktop.planfiles import opened


@pytest.fixture
def plan_file(sample: Path, qtbot: QtBot) -> Iterator[PlanFile]:
    assert qtbot
    with opened(sample) as made:
        yield made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made
