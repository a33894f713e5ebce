"""How a cell reads at a glance: entered, declared empty, ended, not entered, or not entered though it is due."""

from enum import Enum
from functools import lru_cache

from plan.era import FiscalYear
from plan.fields import TARGET
from plan.states import State, state_of
from plan.table import Column, ProgressRow

_LONGEST_DECLARATION = 12  # no text longer than this can be a bare 該当なし, 調整中 or －


class Reading(Enum):
    """What the eye must tell apart."""

    TEXT = "text"
    QUIET = "quiet"  # 該当なし, 事業展開なし, 終了, －: said, and nothing more to say
    MISSING = "missing"  # 未入力, not due yet
    DUE = "due"  # 未入力 though the year is due
    ENDED = "ended"  # the row ended before this year


@lru_cache(maxsize=4096)
def _short_state(text: str) -> State:
    return state_of(text)


def state(text: str | None) -> State:
    """plan.states.state_of, quick enough to be asked for every cell that is painted."""
    if text is None:
        return State.NOT_ENTERED
    return State.TEXT if len(text) > _LONGEST_DECLARATION and text.strip() else _short_state(text)


def has_ended(row: ProgressRow, column: Column) -> bool:
    """Whether the row ended before the column's year."""
    return row.ended_year is not None and column.year is not None and column.year > row.ended_year


def is_due(column: Column, current: FiscalYear | None) -> bool:
    """A target is due when its year has begun, an evaluation or a grade when the year is over."""
    if current is None or column.year is None:
        return False
    return column.year < current or (column.year == current and column.field is TARGET)


def reading(row: ProgressRow, column: Column, text: str | None, current: FiscalYear | None) -> Reading:
    """How the cell reads; a key column is never missing."""
    found = state(text)
    if found is State.TEXT:
        return Reading.TEXT
    if found is not State.NOT_ENTERED:
        return Reading.QUIET
    if column.year is None:
        return Reading.TEXT
    if has_ended(row, column):
        return Reading.ENDED
    return Reading.DUE if is_due(column, current) else Reading.MISSING
