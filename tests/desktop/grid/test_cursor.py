"""The cursor jumps as Excel's does."""

import pytest

from desktop.grid.cursor import Cell, Grid, Move, TabRun

FILLED = {(0, 0), (1, 0), (2, 0), (5, 0), (9, 0), (2, 1), (2, 2), (2, 4)}


@pytest.fixture
def grid() -> Grid:
    return Grid(10, 6, lambda cell: (cell.row, cell.place) in FILLED)


@pytest.mark.parametrize(
    ("start", "move", "end"),
    [
        ((0, 0), Move.DOWN, (2, 0)),  # to the end of the run
        ((2, 0), Move.DOWN, (5, 0)),  # over a gap to the next filled cell
        ((5, 0), Move.DOWN, (9, 0)),
        ((9, 0), Move.DOWN, (9, 0)),
        ((9, 0), Move.UP, (5, 0)),
        ((2, 0), Move.RIGHT, (2, 2)),
        ((2, 2), Move.RIGHT, (2, 4)),
        ((2, 4), Move.RIGHT, (2, 5)),  # nothing more: to the edge
        ((3, 3), Move.UP, (0, 3)),
        ((0, 5), Move.LEFT, (0, 0)),
    ],
)
def test_ctrl_and_an_arrow(grid: Grid, start: tuple[int, int], move: Move, end: tuple[int, int]) -> None:
    assert grid.jump(Cell(*start), move) == Cell(*end)


def test_a_step_stays_at_the_edge(grid: Grid) -> None:
    assert grid.step(Cell(0, 0), Move.UP) == Cell(0, 0)
    assert grid.step(Cell(9, 5), Move.RIGHT) == Cell(9, 5)


def test_enter_comes_back_to_where_tabs_began() -> None:
    tabs = TabRun()
    tabs.tab(2)
    tabs.tab(3)
    assert tabs.enter(4) == 2
    assert tabs.enter(4) == 4
