"""Small tables tell what is entered, and a list counts a row as soon as its first column is there."""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.kit.plain_text import PlainText
from desktop.kit.theme import wear
from desktop.kit.value_table import Entering, Remark, RowsColumn, RowsModel
from desktop.kit.value_table_view import ListEditor, RowsView
from plan.changes import Value

ROLE = Qt.ItemDataRole
COLUMNS = (
    RowsColumn("name", "名称"),
    RowsColumn("year", "年度", Entering.CHOICE, 90, ((None, "—"), (2020, "令和2年度"), (2021, "令和3年度"))),
    RowsColumn("kept", "残す", Entering.TICK, 60),
    RowsColumn("count", "件数", Entering.NOTHING, 60, right=True),
)
ROWS: list[Mapping[str, Value]] = [
    {"name": "甲", "year": 2020, "kept": 1, "count": 3},
    {"name": "乙", "year": None, "kept": 0, "count": None},
]
Entered = tuple[int, str, object]


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[RowsView]:
    host = PlainText()
    qtbot.addWidget(host)
    model = RowsModel(COLUMNS, host)
    made = RowsView(model, "表", host)
    model.show_rows(ROWS, {(1, "year"): Remark("年度がありません")})
    host.resize(700, 400)
    made.resize(680, 380)
    host.show()
    made.setFocus()
    yield made
    host.hide()


def entered(model: RowsModel) -> list[Entered]:
    told: list[Entered] = []
    model.entered.connect(lambda *what: told.append(what))
    return told


def test_the_model_keeps_qts_promises(view: RowsView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.rows)  # type: ignore[no-untyped-call]
    view.rows.show_rows([*ROWS, {"name": "丙"}])
    view.rows.show_columns(COLUMNS[:2])
    view.rows.show_rows([])


def test_values_are_read_as_words_and_a_warning_stands_where_nothing_is(view: RowsView) -> None:
    model = view.rows
    assert model.index(0, 1).data() == "令和2年度"
    assert model.index(1, 1).data() == "年度がありません"
    assert model.index(1, 1).data(ROLE.ForegroundRole) is not None
    assert model.index(1, 1).data(ROLE.AccessibleTextRole) == "2 年度 年度がありません"
    assert model.index(0, 2).data(ROLE.CheckStateRole) == Qt.CheckState.Checked
    assert model.headerData(1, Qt.Orientation.Horizontal) == "年度"


def test_a_heading_is_never_cut_by_its_column(view: RowsView) -> None:
    view.rows.show_columns([
        RowsColumn("name", "A heading that is longer than anybody would think"),
        RowsColumn("year", "Another rather long heading", width=40),
    ])  # fmt: skip
    header = view.horizontalHeader()
    for place in range(2):
        assert header.sectionSize(place) >= header.sectionSizeHint(place)


def test_a_narrow_table_is_scrolled_and_not_crushed(view: RowsView) -> None:
    view.resize(200, 380)
    QApplication.processEvents()
    assert view.columnWidth(0) >= 150
    assert view.horizontalScrollBar().maximum() > 0
    view.resize(900, 380)
    QApplication.processEvents()
    widths = [view.columnWidth(place) for place in range(len(COLUMNS))]
    assert abs(sum(widths) - view.viewport().width()) <= len(COLUMNS)


def test_rows_are_as_high_as_their_texts_at_every_width(view: RowsView, qtbot: QtBot) -> None:
    view.rows.show_rows([{**ROWS[0], "name": "長い名称の事業。" * 12}, ROWS[1]])
    view.resize(420, 380)
    qtbot.waitUntil(lambda: view.rowHeight(0) > 3 * view.fontMetrics().height())
    view.resize(1600, 380)
    qtbot.waitUntil(lambda: view.rowHeight(0) < 3 * view.fontMetrics().height())


def test_a_box_to_tick_is_seen_in_the_dark(view: RowsView) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, "dark")
    try:
        QApplication.processEvents()
        cell = view.visualRect(view.rows.index(1, 2))
        picture = view.viewport().grab(cell.adjusted(2, 2, -2, -2)).toImage()
        shades = {picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())}
    finally:
        wear(app, "light")
    assert max(shades) - min(shades) > 60


def test_what_is_entered_is_told_and_shown_only_when_it_is_stored(view: RowsView) -> None:
    told = entered(view.rows)
    assert view.rows.setData(view.rows.index(0, 0), "新")
    assert view.rows.setData(view.rows.index(0, 2), Qt.CheckState.Unchecked, ROLE.CheckStateRole)
    assert not view.rows.setData(view.rows.index(1, 0), "乙")
    assert not view.rows.setData(view.rows.index(0, 3), "9")
    assert told == [(0, "name", "新"), (0, "kept", 0)]
    assert view.rows.text(0, "name") == "甲"
    view.rows.editable = False
    assert not view.rows.setData(view.rows.index(0, 0), "新")
    assert not view.rows.setData(QModelIndex(), "新")


def test_typing_writes_and_enter_accepts(view: RowsView) -> None:
    told = entered(view.rows)
    view.setCurrentIndex(view.rows.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, PlainText)
    QTest.keyClicks(editor, "ab")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor, "c")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told == [(0, "name", "ab\nc")]


def test_what_is_being_written_can_be_handed_over(view: RowsView) -> None:
    told = entered(view.rows)
    view.setCurrentIndex(view.rows.index(0, 0))
    view.edit(view.rows.index(0, 0))
    editor = QApplication.focusWidget()
    assert isinstance(editor, PlainText)
    editor.setPlainText("途中")
    view.commit()
    assert told == [(0, "name", "途中")]


def test_a_choice_is_made_in_its_list_and_delete_clears_it(view: RowsView, qtbot: QtBot) -> None:
    told = entered(view.rows)
    index = view.rows.index(0, 1)
    view.setCurrentIndex(index)
    view.edit(index)
    box = view.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: box.view().isVisible())
    assert box.currentText() == "令和2年度"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert told == [(0, "year", 2021), (0, "year", None)]


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[ListEditor]:
    host = PlainText()
    qtbot.addWidget(host)
    made = ListEditor("一覧", COLUMNS[:3], {"kept": 1}, host)
    made.show_rows(ROWS)
    host.show()
    yield made
    host.hide()


def asked(editor: ListEditor) -> list[Sequence[Mapping[str, Value]]]:
    told: list[Sequence[Mapping[str, Value]]] = []
    editor.changed.connect(told.append)
    return told


def names(rows: Sequence[Mapping[str, Value]]) -> list[Value]:
    return [row.get("name") for row in rows]


def test_a_new_row_counts_when_it_has_its_name(editor: ListEditor) -> None:
    told = asked(editor)
    editor.add.click()
    editor.add.click()
    assert editor.model.rowCount() == 3
    editor.model.setData(editor.model.index(2, 1), 2021)
    assert not told
    editor.model.setData(editor.model.index(2, 0), "丙")
    assert told[0][2] == {"name": "丙", "year": 2021, "kept": 1}


def test_a_draft_is_no_part_of_the_list(editor: ListEditor) -> None:
    told = asked(editor)
    editor.add.click()
    editor.model.setData(editor.model.index(0, 0), "新")
    assert names(told[0]) == ["新", "乙"]
    editor.view.setCurrentIndex(editor.model.index(2, 0))
    editor.remove.click()
    assert editor.model.rowCount() == 2
    assert len(told) == 1


def test_rows_are_taken_away_and_change_places(editor: ListEditor) -> None:
    told = asked(editor)
    editor.view.setCurrentIndex(editor.model.index(0, 0))
    editor.up.click()
    editor.down.click()
    editor.view.setCurrentIndex(editor.model.index(0, 0))
    editor.remove.click()
    assert [names(rows) for rows in told] == [["乙", "甲"], ["乙"]]
    editor.model.setData(editor.model.index(0, 0), "")
    assert len(told) == 2


def test_a_locked_list_can_be_read_alone(editor: ListEditor) -> None:
    editor.lock(locked=True)
    assert not editor.add.isEnabled()
    assert not editor.model.setData(editor.model.index(0, 0), "新")
