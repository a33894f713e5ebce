"""A long list is searched by typing, with real keys; what is no name changes nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.boxes import SearchBox

ENTRIES = [("", "—"), ("a", "　1-① 防災 mail"), ("b", "　1-② 子育て app"), ("c", "　2-① 窓口 web")]
KEY = Qt.Key


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[SearchBox]:
    host = QWidget()
    qtbot.addWidget(host)
    made = SearchBox("参照先", host)
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addWidget(QLineEdit(host))
    made.offer(ENTRIES)
    made.show_text("a")
    host.show()
    host.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    yield made
    host.hide()


def line(box: SearchBox) -> QLineEdit:
    found = box.lineEdit()
    assert found is not None
    return found


def told(box: SearchBox) -> list[str]:
    found: list[str] = []
    box.entered.connect(found.append)
    return found


def test_typing_a_part_of_a_name_finds_it_and_enter_takes_it(box: SearchBox, qtbot: QtBot) -> None:
    entered = told(box)
    QTest.keyClicks(line(box), "APP")
    qtbot.waitUntil(box.popup.isVisible)
    assert box.popup.model().rowCount() == 1
    QTest.keyClick(box.popup, KEY.Key_Down)
    QTest.keyClick(box.popup, KEY.Key_Return)
    assert entered == ["b"]
    assert box.currentData() == "b"
    assert line(box).text() == "　1-② 子育て app"


def test_what_is_no_name_is_not_taken(box: SearchBox) -> None:
    entered = told(box)
    QTest.keyClicks(line(box), "zzz")
    QTest.keyClick(line(box), KEY.Key_Tab)
    assert line(box).text() == "　1-① 防災 mail"
    assert (entered, box.currentData()) == ([], "a")


def test_escape_gives_up_looking(box: SearchBox) -> None:
    entered = told(box)
    QTest.keyClicks(line(box), "zzz")
    QTest.keyClick(line(box), KEY.Key_Escape)
    assert line(box).text() == "　1-① 防災 mail"
    assert entered == []


def test_the_arrows_still_choose_from_the_whole_list(box: SearchBox) -> None:
    entered = told(box)
    QTest.keyClick(line(box), KEY.Key_Down)
    assert entered == ["b"]


def test_a_locked_list_can_be_read_alone(box: SearchBox) -> None:
    box.lock(locked=True)
    entered = told(box)
    QTest.keyClicks(line(box), "app")
    QTest.keyClick(line(box), KEY.Key_Return)
    assert (entered, box.currentData()) == ([], "a")


def test_another_record_shows_its_own_choice_at_once(box: SearchBox) -> None:
    QTest.keyClicks(line(box), "zz")
    box.show_text("c", anew=True)
    assert line(box).text() == "　2-① 窓口 web"
