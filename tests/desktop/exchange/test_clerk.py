"""A department's window: only what was asked can be edited, what is left is told, submitting is a step."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from db.exchange.department_store import is_complete
from desktop.frame.commands import COMMANDS, Needs
from desktop.kit.form import Form
from plan.fields import CONTENT, TARGET
from plan.states import State
from plan.table import CellEdit, Column
from tests.desktop.exchange.journeys import ASKED, answering, clerk_window, distributed, write
from tests.desktop.screens import closed, do, filled_in, new_window, opened_window


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Path:
    """The file of the department with the most rows beside its own."""
    window, view = opened_window(sample)
    files = distributed(window, view, tmp_path / "配布")
    closed(window)
    return next(f for f in files if f.name.startswith("危機管理課"))


def test_only_the_asked_cells_of_its_own_rows_are_open(file: Path) -> None:
    window, view = clerk_window(file)
    own = set(view.part.part.handed.rows)
    rows = view.model.table.rows
    assert own < {row.id for row in rows}
    may = {(row.id, column) for row in rows for column in view.model.columns if view.model.may_edit(row, column)}
    assert may == {(row, ASKED) for row in own}
    other = next(row.id for row in rows if row.id not in own)
    assert not write(view, other, "よその課に書く。")
    assert not view.model.change([CellEdit(next(iter(own)), Column(TARGET, ASKED.year), "頼まれていない。")], "入力")
    closed(window)


def test_commands_of_the_whole_plan_are_off(file: Path) -> None:
    window, _ = clerk_window(file)
    off = {Needs.MASTER, Needs.WHOLE, Needs.ROW}
    assert not [c.id for c in COMMANDS if c.needs in off and window.commands.by_id[c.id].isEnabled()]
    assert all(window.commands.by_id[c.id].isEnabled() for c in COMMANDS if c.needs is Needs.PART)
    closed(window)


def test_the_strip_tells_what_is_left_and_leads_there(file: Path) -> None:
    window, view = clerk_window(file)
    left = len(view.part.missing())
    assert view.strip.left.text() == f"あと {left} 件"
    assert "危機管理課" in view.strip.facts.text()
    assert "企画課 青葉" in view.strip.facts.text()
    assert view.strip.note.text() == "よろしくお願いします。"
    blank = {(cell.assignment, cell.column) for cell in view.part.missing()}
    for _ in range(left):
        view.strip.left.click()
        assert view.current is not None
        assert (view.current[0].id, view.current[1]) in blank
        blank.discard((view.current[0].id, view.current[1]))
    assert not blank
    view.strip.states[0].click()
    assert view.strip.left.text() == f"あと {left - 1} 件"
    assert view.current is not None
    assert view.current[0].cells[view.model.columns.index(ASKED)] == State.NOTHING_TO_REPORT.value
    closed(window)


def test_submitting_tells_what_is_left_and_goes_on_only_if_it_is_wanted(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, view = clerk_window(file)
    said = answering(monkeypatch)
    do(window, "part.submit")
    assert "未入力です" in said[0]
    assert view.strip.submit.text() == "提出…"
    said = answering(monkeypatch, accept=True)
    view.strip.submit.click()
    assert view.part.part.complete
    assert file.name in said[-1]
    do(window, "edit.undo")
    with view.plan.file.store.reading() as connection:
        assert not is_complete(connection)
    assert view.strip.submit.isEnabled()
    closed(window)


def test_what_was_written_is_there_again(file: Path) -> None:
    window, view = clerk_window(file)
    row = next(iter(view.part.part.handed.rows))
    write(view, row, "書いておく。")
    closed(window)
    again, its = clerk_window(file)
    assert row not in {cell.assignment for cell in its.part.missing()}
    closed(again)


def test_a_second_opener_may_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, _ = clerk_window(file)
    said = answering(monkeypatch, accept=True)
    reader, its = clerk_window(file)
    assert "開" in said[0]
    assert not its.plan.writable
    assert not its.strip.submit.isEnabled()
    assert not its.model.may_edit(its.model.table.rows[0], ASKED)
    closed(reader)
    closed(window)


def test_a_damaged_file_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(file.read_bytes()[:600])
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    window = new_window()
    window.open_path(file)
    assert window.view is None
    assert file.name in said[0]
    closed(window)


def test_a_row_can_be_proposed_and_filled_in(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, view = clerk_window(file)
    before = len(view.model.table.rows)
    filled_in(monkeypatch, {"実施内容": "新しい訓練"})
    do(window, "part.propose")
    assert len(view.model.table.rows) == before + 1
    assert view.current is not None
    made = view.current[0]
    assert view.model.may_edit(made, Column(CONTENT))
    assert write(view, made.id, "提案した行にも書く。")
    closed(window)
    monkeypatch.setattr(Form, "exec", lambda form: form.accept())
    again, its = clerk_window(file)
    do(again, "part.propose")
    assert len(its.model.table.rows) == before + 1
    closed(again)
