"""What is still to be entered for a fiscal year: by department and by project, for the lists beside the grid."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.read.table import ItemFacts
from plan.due import waiting
from plan.era import FiscalYear
from plan.ids import DepartmentId, ItemId
from plan.table import ProgressTable


@dataclass(slots=True)
class Missing:
    """Numbers of cells not entered."""

    total: int = 0
    departments: Counter[DepartmentId] = field(default_factory=Counter)
    items: Counter[ItemId] = field(default_factory=Counter)


def missing(table: ProgressTable, year: FiscalYear) -> Missing:
    """The cells of `year` that nobody has entered, rows that ended before and grades that nobody needs left aside."""
    of = waiting(table, year)
    found = Missing()
    for row in table.rows:
        count = len(of(row))
        if count:
            found.total += count
            found.departments[row.department] += count
            found.items[row.project] += count
    return found


def added_up(tree: Sequence[ItemFacts], items: Counter[ItemId]) -> Counter[ItemId]:
    """The counts of projects carried up to the items above them; `tree` has each item after its parent."""
    sums = Counter(items)
    for item in reversed(tree):
        if item.parent is not None and sums[item.id]:
            sums[item.parent] += sums[item.id]
    return sums


def below(tree: Sequence[ItemFacts], chosen: frozenset[ItemId]) -> frozenset[ItemId]:
    """The chosen items with all that stand below them."""
    found = set(chosen)
    for item in tree:
        if item.parent in found:
            found.add(item.id)
    return frozenset(found)
