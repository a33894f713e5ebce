"""What is pasted, filled and cleared."""

import pytest

from desktop.grid.model import ProgressModel
from desktop.grid.selecting import Block, Change, cleared, filled_down, filled_right, pasted
from plan.errors import PlanError
from plan.fields import DEPARTMENT

ACROSS = range(12)


def made(model: ProgressModel, change: Change) -> dict[tuple[int, int], str | None]:
    """The edits as (row, column) → text."""
    numbers = {model.row(n).id: n for n in range(model.rowCount())}
    return {(numbers[e.assignment], model.columns.index(e.column)): e.text for e in change.edits}


def test_one_text_goes_into_every_selected_cell(model: ProgressModel) -> None:
    change = pasted(model, [Block([0, 1], [6, 7]), Block([3], [9])], [["済"]], ACROSS)
    assert made(model, change) == dict.fromkeys([(0, 6), (0, 7), (1, 6), (1, 7), (3, 9)], "済")


def test_a_rectangle_is_set_down_from_the_first_cell(model: ProgressModel) -> None:
    change = pasted(model, [Block([1], [6])], [["a", "b"], ["c", ""]], ACROSS)
    assert made(model, change) == {(1, 6): "a", (1, 7): "b", (2, 6): "c", (2, 7): None}


def test_a_rectangle_is_repeated_over_a_multiple_of_it(model: ProgressModel) -> None:
    change = pasted(model, [Block([0, 1, 2, 3], [6, 7])], [["a"], ["b"]], ACROSS)
    assert [made(model, change)[row, 7] for row in range(4)] == ["a", "b", "a", "b"]


def test_a_rectangle_over_the_edge_is_refused_whole(model: ProgressModel) -> None:
    with pytest.raises(PlanError, match="2 行 1 列"):
        pasted(model, [Block([3], [6])], [["a"], ["b"]], ACROSS)
    with pytest.raises(PlanError, match="はみ出"):
        pasted(model, [Block([0], [11])], [["a", "b"]], ACROSS)


def test_hidden_columns_are_passed_over(model: ProgressModel) -> None:
    change = pasted(model, [Block([0], [6])], [["a", "b"]], [0, 6, 9])
    assert made(model, change) == {(0, 6): "a", (0, 9): "b"}


def test_a_short_line_leaves_the_cells_beyond_it(model: ProgressModel) -> None:
    change = pasted(model, [Block([0], [6])], [["a", "b"], ["c"]], ACROSS)
    assert (1, 7) not in made(model, change)


def test_what_may_not_be_edited_is_passed_over_and_counted(model: ProgressModel) -> None:
    model.may_edit = lambda _row, column: column.field is not DEPARTMENT
    change = pasted(model, [Block([0, 1], [2, 3])], [["x"]], ACROSS)
    assert set(made(model, change)) == {(0, 2), (1, 2)}
    assert change.passed_over == 2


def test_clearing_makes_cells_not_entered(model: ProgressModel) -> None:
    assert made(model, cleared(model, [Block([1], [6, 7])])) == {(1, 6): None, (1, 7): None}


def test_fill_down_and_right(model: ProgressModel) -> None:
    assert set(made(model, filled_down(model, Block([0, 1, 2], [6]))).values()) == {"内容及び目標0-2019"}
    assert made(model, filled_down(model, Block([2], [6]))) == {(2, 6): "内容及び目標1-2019"}
    assert set(made(model, filled_right(model, Block([0], [6, 7, 8]), None)).values()) == {"内容及び目標0-2019"}
    assert made(model, filled_right(model, Block([0], [7]), 6)) == {(0, 7): "内容及び目標0-2019"}
    assert filled_right(model, Block([0], [0]), None).edits == []
