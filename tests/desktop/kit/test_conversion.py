"""What is being converted stays as it reads when a box is left, even where the input method would throw it away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.boxes import LineBox, TextBox
from tests.desktop.forgetful import forgetful
from tests.desktop.hands import convert


@pytest.mark.parametrize("kind", [LineBox, TextBox])
def test_a_box_that_is_left_hands_over_its_conversion(
    kind: type[LineBox | TextBox], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    box, other = kind("一行"), QPushButton("次へ")
    column.addWidget(box)
    column.addWidget(other)
    host.show()
    host.activateWindow()
    box.setFocus()
    QApplication.processEvents()
    entered: list[str] = []
    box.entered.connect(entered.append)
    with forgetful(monkeypatch, box):
        convert("くんれ")
        convert("くんれん")
        other.setFocus()
    assert entered == ["くんれん"]


@pytest.mark.parametrize(("button", "kept"), [("LeftButton", "くんれん"), ("NoButton", "")])
def test_a_click_keeps_a_conversion_and_a_key_gives_it_up(
    button: str, kept: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = TextBox("文章")
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    QApplication.processEvents()
    with forgetful(monkeypatch, pressed=Qt.MouseButton[button]):
        convert("くんれん")
        convert("")
        assert (box.text, box.is_converting) == (kept, False)
