"""What is wanted of a cell, and when: the one place that says what has ended, what is due and what still waits."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import lru_cache

from plan.era import FiscalYear
from plan.fields import EVALUATION, Field, Kind
from plan.states import DECLARABLE, State, state_of
from plan.table import Column, ProgressRow, ProgressTable

_APRIL = 4
_LONGEST_DECLARATION = 12  # no text longer than this can be a bare 該当なし, 調整中 or －


def fiscal_year_of(day: date) -> FiscalYear:
    """The fiscal year that a day lies in."""
    return FiscalYear(day.year if day.month >= _APRIL else day.year - 1)


def is_over(year: FiscalYear | None, ended: FiscalYear | None) -> bool:
    """Whether a row that ended in `ended` (None: it goes on) has nothing to say of a year any more."""
    return ended is not None and year is not None and year > ended


def has_ended(row: ProgressRow, column: Column) -> bool:
    """Whether the row ended before the column's year."""
    return is_over(column.year, row.ended_year)


def is_due(column: Column, current: FiscalYear | None) -> bool:
    """Whether the time has come: what looks ahead is due when its year has begun, the rest when it is over."""
    if current is None or column.year is None:
        return False
    return column.year < current or (column.year == current and column.field.ahead)


def is_needless(field: Field, evaluation: str | None) -> bool:
    """Whether nothing has to be entered: a year that is declared 該当なし or the like needs no grade."""
    return field.kind is Kind.GRADE and state(evaluation) in DECLARABLE


def waiting(table: ProgressTable, year: FiscalYear) -> Callable[[ProgressRow], list[Column]]:
    """What answers, for rows of the table, which cells of a year still wait for an entry, due or not."""
    told = {column: place for place, column in enumerate(table.columns) if column.year == year}
    evaluation = told.get(Column(EVALUATION, year))

    def of(row: ProgressRow) -> list[Column]:
        if is_over(year, row.ended_year):
            return []
        said = None if evaluation is None else row.cells[evaluation]
        blank = (c for c, place in told.items() if state(row.cells[place]) is State.NOT_ENTERED)
        return [column for column in blank if not is_needless(column.field, said)]

    return of


@lru_cache(maxsize=4096)
def _short_state(text: str) -> State:
    return state_of(text)


def state(text: str | None) -> State:
    """plan.states.state_of, quick enough to be asked for every cell that is painted."""
    if text is None:
        return State.NOT_ENTERED
    return State.TEXT if len(text) > _LONGEST_DECLARATION and text.strip() else _short_state(text)


class Reading(Enum):
    """What the eye must tell apart."""

    TEXT = "text"
    QUIET = "quiet"  # 該当なし, 事業展開なし, 終了, －: said, and nothing more to say
    MISSING = "missing"  # 未入力, not due yet
    DUE = "due"  # 未入力 though the year is due
    ENDED = "ended"  # the row ended before this year


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
