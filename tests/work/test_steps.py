"""Steps are kept in the plan's own language and told in the interface's."""

from pathlib import Path

from plan.table import CellEdit
from tests.desktop.screens import CELL, closed, do, opened_window
from work.steps import ENTRY, told


def test_a_step_made_in_english_is_kept_in_japanese_and_told_in_english(sample: Path) -> None:
    window, view = opened_window(sample)
    do(window, "language.en")
    view = window.view or view
    row = view.model.table.rows[0]
    index = view.model.index(0, view.model.columns.index(CELL))
    view.model.change([CellEdit(row.id, CELL, "新しい評価")], view.model.entry_label(index))
    assert view.opened.undo_label.startswith("入力（")
    assert "令和4年度 評価" in view.opened.undo_label
    assert window.commands.by_id["edit.undo"].text().startswith("Undo: Entry (")
    do(window, "language.ja")
    assert window.commands.by_id["edit.undo"].text() == f"元に戻す: {view.opened.undo_label}"
    closed(window)


def test_a_label_with_brackets_and_line_breaks_in_it_is_told_whole(sample: Path) -> None:
    window, _ = opened_window(sample)
    for place in ("1 生涯学習課(図書館)（旧社会教育課）", "1\n2"):
        label = ENTRY.format(place=place)
        assert told(label) == label
    assert told("いつかの名前") == "いつかの名前"
    closed(window)
