"""Whatever a person does in the window, only cells that she addressed change, and what she saw is what is stored.

`AYUMI_EXAMPLES=1000 python -m pytest --timeout=0 tests/desktop/test_whole_window.py` is a long run.
"""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.frame.main_window import Window
from desktop.kit.plain_text import PlainText
from desktop.table.plan_view import PlanView
from plan.clipboard import clipboard_rows
from plan.fields import EVALUATION, TARGET
from plan.ids import AssignmentId
from plan.states import State
from plan.table import Column
from tests.desktop import hands
from tests.desktop.hands import ALT, CTRL, KEY, NONE, SHIFT
from tests.desktop.screens import YEAR, closed, opened_window
from tests.thorough import thorough

Cell = tuple[AssignmentId, Column]
COLUMNS = (Column(TARGET, YEAR), Column(EVALUATION, YEAR))
ROWS = st.integers(0, 5)
PLACES = st.tuples(ROWS, st.sampled_from(COLUMNS))
TEXT = st.text(st.sampled_from("ab12 くんれん①\u00a0"), min_size=1, max_size=4)
KEYS = st.sampled_from(
    [
        (KEY.Key_Return, NONE), (KEY.Key_Return, SHIFT), (KEY.Key_Return, CTRL), (KEY.Key_Return, ALT),
        (KEY.Key_Tab, NONE), (KEY.Key_Backtab, SHIFT), (KEY.Key_Escape, NONE), (KEY.Key_F2, NONE),
        (KEY.Key_Backspace, NONE), (KEY.Key_Delete, NONE), (KEY.Key_Down, NONE), (KEY.Key_Left, NONE),
        (KEY.Key_Down, SHIFT), (KEY.Key_Right, SHIFT), (KEY.Key_Down, CTRL), (KEY.Key_C, CTRL), (KEY.Key_X, CTRL),
        (KEY.Key_V, CTRL), (KEY.Key_D, CTRL), (KEY.Key_Z, CTRL), (KEY.Key_Y, CTRL), (KEY.Key_1, ALT),
    ]
)  # fmt: skip
ACTIONS = st.one_of(
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("write"), TEXT),
    st.tuples(st.just("convert"), TEXT),
    st.tuples(st.just("confirm"), TEXT),
    st.tuples(st.just("click"), st.tuples(PLACES, st.sampled_from([NONE, NONE, SHIFT, CTRL]))),
    st.tuples(st.just("jump"), PLACES),
    st.tuples(st.just("larger"), TEXT),
    st.tuples(st.just("filter"), ROWS),
    st.tuples(st.just("reload"), st.none()),
)
CHOOSES_ONE = {"jump", "larger"}


@dataclass
class Person:
    """Does one thing after the other, and knows what she addressed and what she saw."""

    window: Window
    view: PlanView
    stored: dict[Cell, str | None] = field(default_factory=dict)
    had: dict[Cell, set[str | None]] = field(default_factory=dict)
    cut: set[Cell] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.stored = self.in_plan()
        self.had = {cell: {text} for cell, text in self.stored.items()}

    def in_plan(self) -> dict[Cell, str | None]:
        table = self.view.plan.table(self.view.scope)
        return {(row.id, column): row.cells[n] for row in table.rows for n, column in enumerate(table.columns)}

    def seen(self) -> dict[Cell, str]:
        """What she is writing, by the cell that it stands over or beside, with what is being converted."""
        found: dict[Cell, str] = {}
        here = self.view.grid.current_cell()
        for editor in hands.editors(self.view):
            if here is not None:
                found[here] = shown(editor)
        place = self.view.panel.place
        if place is not None and (self.view.panel.written_text() is not None or self.view.panel.editor.is_converting):
            found[place] = shown(self.view.panel.editor)
        return found

    def chosen(self) -> set[Cell]:
        """The cells that she has selected."""
        cells = {cell for block in self.view.grid.selected_blocks() for cell in block.cells()}
        return {(self.view.model.row(row).id, self.view.model.columns[column]) for row, column in cells}

    def pasted_over(self) -> set[Cell]:
        """Where the clipboard's rectangle would come to stand."""
        cells = [cell for block in self.view.grid.selected_blocks() for cell in block.cells()]
        texts = clipboard_rows(QGuiApplication.clipboard().text())
        if not cells or not texts:
            return set()
        top, left = min(row for row, _ in cells), min(column for _, column in cells)
        model, width = self.view.model, max(map(len, texts))
        return {
            (model.row(row).id, model.columns[column])
            for row in range(top, min(top + len(texts), model.rowCount()))
            for column in range(left, min(left + width, model.columnCount()))
        }

    def does(self, name: str, given: object) -> None:
        """Do it, and see that nothing else has happened."""
        seen, chosen, over = self.seen(), self.chosen(), self.pasted_over()
        is_writing = bool(hands.editors(self.view)) or hands.keyboard() is self.view.panel.editor
        getattr(self, name)(given)
        QApplication.processEvents()
        now = self.in_plan()
        changed = {cell for cell, text in now.items() if text != self.stored[cell]}
        for cell in changed:
            text = now[cell]
            expected: set[str | None] = {seen[cell] or None} if cell in seen else set()
            if name == "larger" and isinstance(given, str):
                expected.add(given)
            if name == "press":
                expected |= self.by_key(given, cell, seen, chosen, over, is_writing=is_writing)
            assert text in expected, (name, given, cell, text, expected)
        self.cut = chosen if (name, given) == ("press", (KEY.Key_X, CTRL)) else self.cut
        self.stored = now
        for cell, text in now.items():
            self.had[cell].add(text)
        self.check(name)

    def by_key(  # noqa: PLR0911, PLR0913 - what she sees before the key
        self, given: object, cell: Cell, seen: dict[Cell, str], chosen: set[Cell], over: set[Cell], *, is_writing: bool
    ) -> set[str | None]:
        """What a key may make of a cell beside what is being written there."""
        if given in ((KEY.Key_Z, CTRL), (KEY.Key_Y, CTRL)):
            return self.had[cell] | {text or None for text in seen.values()}
        if given == (KEY.Key_Return, CTRL):
            return {text or None for text in seen.values()} if cell in chosen else set()
        if given == (KEY.Key_1, ALT):
            return {State.NOTHING_TO_REPORT.value} if cell in chosen else set()
        if is_writing:
            return set()
        if given == (KEY.Key_Delete, NONE):
            return {None} if cell in chosen else set()
        if given == (KEY.Key_D, CTRL):
            return set(self.stored.values()) if cell in chosen else set()
        if given == (KEY.Key_V, CTRL):
            texts = {text or None for row in clipboard_rows(QGuiApplication.clipboard().text()) for text in row}
            return texts | ({None} if cell in self.cut else set()) if cell in over | chosen | self.cut else set()
        return set()

    def check(self, name: str) -> None:
        """What is shown is what is stored; one editor at most; a move of hers leaves one cell chosen."""
        model = self.view.model
        shown_now = {(r.id, c): r.cells[n] for r in model.table.rows for n, c in enumerate(model.columns)}
        assert shown_now == self.stored
        assert len(hands.editors(self.view)) == int(self.view.grid.is_editing)
        if name in CHOOSES_ONE:
            assert self.view.chosen_count == 1
        if self.view.drafting.is_writing:
            assert self.window.status.saved.text() == "入力中（未確定）"

    # What she can do

    def press(self, given: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        hands.press(*given)

    def write(self, text: str) -> None:
        for char in text:
            (hands.write if char.isascii() else self.confirm)(char)

    def convert(self, text: str) -> None:
        hands.convert(text)

    def confirm(self, text: str) -> None:
        hands.convert(text)
        hands.convert("", text)

    def click(self, given: tuple[tuple[int, Column], Qt.KeyboardModifier]) -> None:
        (row, column), modifiers = given
        if row < self.view.model.rowCount():
            hands.click(self.view, row, column, modifiers)

    def jump(self, place: tuple[int, Column]) -> None:
        self.view.choose(self.view.model.table.rows[place[0]].id, place[1])

    def larger(self, text: str) -> None:
        if self.view.grid.finish_editing() and self.view.current is not None:
            self.view.panel.editor.setFocus()
            self.view.panel.editor.write_over(text)
            hands.press(KEY.Key_Return, CTRL)

    def filter(self, row: int) -> None:
        self.view.sidebar.departments.choose(frozenset({self.view.model.table.rows[row].department}))

    def reload(self, _given: object) -> None:
        self.view.model.replace_table(self.view.plan.table(self.view.scope))


def shown(editor: QWidget) -> str:
    """A box's text as it is seen: with what is being converted at its cursor."""
    assert isinstance(editor, PlainText)
    text, cursor = editor.text, editor.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return text if not editor.is_converting else text[:start] + editor.conversion + text[end:]


@pytest.fixture(scope="module")
def plan(_sample_once: Path) -> Path:
    return _sample_once


@given(st.lists(ACTIONS, min_size=8, max_size=30))
@settings(parent=thorough(6), phases=[Phase.generate])  # a window is too slow to shrink with
def test_only_what_a_person_addressed_changes_and_as_she_saw_it(plan: Path, actions: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window, view = opened_window(Path(shutil.copyfile(plan, Path(folder) / "見本.ayumi")))
        window.activateWindow()
        view.choose(view.model.table.rows[0].id, COLUMNS[1])
        QApplication.processEvents()
        person = Person(window, view)
        try:
            for name, given_thing in actions:
                person.does(name, given_thing)
        finally:
            closed(window)
