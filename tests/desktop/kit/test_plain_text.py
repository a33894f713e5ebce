"""Whatever Unicode holds is shown, left, written, copied and pasted unchanged, in every box that takes a text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.grid.editor import CellEditor
from desktop.kit.boxes import LineBox, TextBox
from desktop.kit.plain_text import PlainText
from desktop.table.cell_panel import PanelEditor

ALL = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000)
PIECES = [ALL[start : start + 1024] for start in range(0, len(ALL), 1024)]
TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\t\u2028\u2029\u00a0\ufdd0\U0010ff00"))
DESKTOP = Path(__file__).parents[3] / "desktop"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "make", [PlainText, PanelEditor, lambda host: CellEditor(host, 17)], ids=["box", "larger editor", "cell"]
)
def test_every_character_of_unicode_is_shown_and_read_unchanged(
    host: QWidget, make: Callable[[QWidget], PlainText]
) -> None:
    box = make(host)
    for piece in PIECES:
        box.fill(piece)
        assert box.text == piece
        assert not box.is_changed


def test_a_box_that_is_left_enters_nothing_whatever_it_shows(host: QWidget) -> None:
    entered: list[str] = []
    boxes = TextBox("文章", parent=host), LineBox("一行", host)
    for box in boxes:
        box.entered.connect(entered.append)
        for piece in PIECES:
            box.show_text(piece)
            assert not box.is_written()
            box.commit()
        QApplication.sendEvent(box, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert entered == []


@given(TEXT, TEXT, TEXT)
def test_what_is_written_is_handed_over_as_it_was_written(shown: str, written: str, pasted: str) -> None:
    box = PlainText()
    box.fill(shown)
    box.moveCursor(box.textCursor().MoveOperation.End)
    box.write(written)
    assert box.text == shown + written
    mime = QMimeData()
    mime.setText(pasted)
    box.insertFromMimeData(mime)
    assert box.text == shown + written + pasted.replace("\r\n", "\n").replace("\r", "\n")
    box.selectAll()
    copied = box.createMimeDataFromSelection().text()
    assert copied == box.text
    box.undo()


def test_a_paste_takes_no_formats(host: QWidget) -> None:
    box = PlainText(host)
    mime = QMimeData()
    mime.setHtml("<b>太字</b>")
    mime.setText("太字\u00a0①")
    box.insertFromMimeData(mime)
    assert box.text == "太字\u00a0①"
    assert "font-weight" not in box.toHtml().split("太字")[0].split("<p")[1]


def test_shift_enter_is_a_line_feed(host: QWidget) -> None:
    for box in (PlainText(host), TextBox("文章", parent=host), PanelEditor(host)):
        QTest.keyClicks(box, "a")
        QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(box, "b")
        assert box.text == "a\nb"


def test_a_conversion_is_kept_when_the_box_is_left_or_asked(host: QWidget) -> None:
    entered: list[str] = []
    box = TextBox("文章", parent=host)
    box.entered.connect(entered.append)
    QApplication.sendEvent(box, QInputMethodEvent("くんれん", []))
    assert box.text == ""
    QApplication.sendEvent(box, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))
    assert entered == ["くんれん"]
    box.setFocus()
    QApplication.sendEvent(box, QInputMethodEvent("ひなん", []))
    box.finish_conversion()
    assert "ひなん" in box.text


def test_there_is_no_other_box_to_write_several_lines_in() -> None:
    """Qt's own boxes rewrite no-break spaces and line separators; only `kit/plain_text.py` may build upon one."""
    others = [
        path.relative_to(DESKTOP).as_posix()
        for path in sorted(DESKTOP.rglob("*.py"))
        if re.search(r"\bQ(Plain)?TextEdit\b|toPlainText|insertPlainText", path.read_text("utf-8"))
    ]
    assert others == ["kit/plain_text.py"]
