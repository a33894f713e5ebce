"""What a person has chosen stays when the window is drawn anew, and what is open stays when another plan is refused."""

from pathlib import Path

import pytest

from db.file.planfile import create_plan, open_plan
from db.store.working import Actor
from desktop.grid.arrangement import Sorting
from plan.fields import NUMBER
from plan.table import Column
from tests.desktop.screens import closed, do, opened_window


def test_another_language_keeps_filter_sorting_and_chosen_department(sample: Path) -> None:
    window, view = opened_window(sample)
    view.sidebar.departments.choose(frozenset({view.model.table.rows[0].department}))
    view.grid.sort_rows(Sorting(Column(NUMBER), descending=True))
    rows = [view.model.row(n).id for n in range(view.model.rowCount())]
    assert 0 < len(rows) < len(view.model.table.rows)
    do(window, "language.en")
    assert window.view is not None
    assert [window.view.model.row(n).id for n in range(window.view.model.rowCount())] == rows
    assert window.view.sidebar.chosen_departments == frozenset({view.model.table.rows[0].department})
    do(window, "language.ja")
    closed(window)


def test_a_plan_that_is_still_being_made_is_let_go_with_a_sentence(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "空.ayumi"
    create_plan(path, Actor("青葉", "PC-1")).close()
    window, view = opened_window(sample)
    told: list[str] = []
    monkeypatch.setattr("desktop.kit.failures.tell", lambda _parent, error: told.append(str(error)))
    window.open_path(path)
    assert "作りかけ" in told[0]
    assert window.view is view
    open_plan(path, Actor("青葉", "PC-1")).close()  # nobody holds it
    closed(window)
