"""Which rows the grid shows, and in which order."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop.grid.folding import FoldedTexts, needle_of
from plan.due import waiting
from plan.era import FiscalYear
from plan.ids import DepartmentId, ItemId
from plan.table import Column, ProgressRow, ProgressTable

_NUMBERS = re.compile(r"([0-9]+)")
_Test = Callable[[int, ProgressRow], bool]


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What a row must meet to be shown; None and "" let every row through."""

    departments: frozenset[DepartmentId] | None = None
    branches: frozenset[str] | None = None  # headings of the topmost items, as in ProgressRow.branch
    items: frozenset[ItemId] | None = None  # the row's project or its content
    not_entered: FiscalYear | None = None  # something of this year is still to be entered
    text: str = ""  # folded before it is compared
    values: tuple[tuple[Column, frozenset[str]], ...] = ()  # the texts chosen in a column's menu, "" for an empty cell


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column the rows are sorted."""

    column: Column
    descending: bool = False


def arranged(table: ProgressTable, texts: FoldedTexts, rows: RowFilter, sorting: Sorting | None) -> list[int]:
    """The positions of the table's rows to show, in order; empty cells come last however the rows are sorted."""
    tests = _tests(table, texts, rows)
    shown = [i for i, row in enumerate(table.rows) if all(test(i, row) for test in tests)]
    return shown if sorting is None else _sorted(table, texts, shown, sorting)


def _tests(table: ProgressTable, texts: FoldedTexts, rows: RowFilter) -> list[_Test]:
    tests = _identity_tests(rows)
    if rows.not_entered is not None:
        tests.append(_not_entered(table, rows.not_entered))
    if needle := needle_of(rows.text):
        tests.append(lambda i, _row: any(needle in text for text in texts.of_row(i)))
    tests += [_chosen(table, column, chosen) for column, chosen in rows.values if column in table.columns]
    return tests


def _identity_tests(rows: RowFilter) -> list[_Test]:
    tests: list[_Test] = []
    departments, branches, items = rows.departments, rows.branches, rows.items
    if departments is not None:
        tests.append(lambda _i, row: row.department in departments)
    if branches is not None:
        tests.append(lambda _i, row: row.branch in branches)
    if items is not None:
        tests.append(lambda _i, row: row.project in items or row.content in items)
    return tests


def _not_entered(table: ProgressTable, year: FiscalYear) -> _Test:
    of = waiting(table, year)
    return lambda _i, row: bool(of(row))


def _chosen(table: ProgressTable, column: Column, chosen: frozenset[str]) -> _Test:
    place = table.columns.index(column)
    return lambda _i, row: (row.cells[place] or "") in chosen


def _sorted(table: ProgressTable, texts: FoldedTexts, shown: list[int], sorting: Sorting) -> list[int]:
    if sorting.column not in table.columns:
        return shown
    place = table.columns.index(sorting.column)
    filled = [i for i in shown if table.rows[i].cells[place]]
    empty = [i for i in shown if not table.rows[i].cells[place]]
    filled.sort(key=lambda i: sort_key(texts.of_row(i)[place]), reverse=sorting.descending)
    return filled + empty


def sort_key(folded: str) -> list[tuple[int, int, str]]:
    """2 before 10, and 1-②-ア before 1-⑩-ア: digits compare as numbers."""
    parts = _NUMBERS.split(folded.strip())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]
