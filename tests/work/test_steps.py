"""Steps are kept in the plan's own language and told in the interface's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.edit.structure import edit_plan
from db.log.changes import recording
from db.log.history import stacks
from db.store.working import Revision, Store
from plan.changes import StepName
from plan.errors import Sentence, say
from plan.table import CellEdit
from tests.db.conftest import empty_store, fill
from tests.desktop.screens import CELL, closed, do, opened_window
from work.language import SOURCE, sentence, speak
from work.steps import ENTRY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = empty_store(tmp_path / "work.db")
    fill(made)
    yield made
    made.close()


def kept(store: Store, name: StepName) -> Revision:
    """A step of this name, as the history has it."""
    with recording(store, name) as door:
        edit_plan(door, {"title": "別の名前"})
    undo = store.ask(stacks, store.actor).undo
    return undo[max(undo)]


def test_a_step_made_in_english_is_kept_in_japanese_and_told_in_english(sample: Path) -> None:
    window, view = opened_window(sample)
    do(window, "language.en")
    view = window.view or view
    row = view.model.table.rows[0]
    index = view.model.index(0, view.model.columns.index(CELL))
    view.model.change([CellEdit(row.id, CELL, "新しい評価")], view.model.entry_label(index))
    name = str(view.plan.undo_name)
    assert name.startswith("入力（")
    assert "令和4年度 評価" in name
    QApplication.processEvents()
    assert window.commands.by_id["edit.undo"].text().startswith("Undo: Entry (")
    do(window, "language.ja")
    assert window.commands.by_id["edit.undo"].text() == f"元に戻す: {name}"
    closed(window)


@pytest.mark.parametrize("place", ["1 生涯学習課(図書館)（旧社会教育課）", "1\n2", "{0} {x}", '"'])
def test_a_name_is_told_whole_after_it_was_kept(store: Store, place: str) -> None:
    name = say(ENTRY, place=place)
    step = kept(store, name)
    assert step.name == name
    speak("en")
    try:
        assert sentence(step.name) == f"Entry ({place})"
    finally:
        speak(SOURCE)


@pytest.mark.parametrize("label", ["入力（1 防災課 令和4年度 評価）", "いつかの名前", "{まだ} 知らない名前 {"])
def test_the_name_of_an_older_step_is_told_as_it_was_kept(store: Store, label: str) -> None:
    step = kept(store, label)
    assert step.name == Sentence(label)
    assert sentence(step.name) == label
