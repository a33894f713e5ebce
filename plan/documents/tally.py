"""Counts by field, department, year and grade that can never disagree with the rows they are counted from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from plan.era import FiscalYear
from plan.ids import ItemId, RecordId
from plan.scales import Scale


class Counting(Enum):
    """How a repeated listing (再掲) counts."""

    AS_PRINTED = "as-printed"  # every line of the outline
    ONCE = "once"  # an item once, however often it is listed


@dataclass(frozen=True, slots=True)
class Graded:
    """One line that bears a status or a grade: of which record, field, departments and year."""

    id: RecordId
    grade: str
    year: FiscalYear
    field: str = ""
    departments: tuple[str, ...] = ()
    listing_of: ItemId | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of some lines; `repeated` tells how many of these are repeated listings."""

    counts: dict[str, int]
    repeated: int = 0

    @property
    def total(self) -> int:
        """All lines."""
        return sum(self.counts.values())

    @property
    def told(self) -> str:
        """The counts in words: 計98、達成72、未達成14、中止12."""
        return "、".join((f"計{self.total}", *(f"{name}{count}" for name, count in self.counts.items())))


NOT_ENTERED = "未記入"


def counted(lines: Iterable[Graded], counting: Counting = Counting.AS_PRINTED) -> list[Graded]:
    """The lines that count: without repeated listings where these count once and the item itself is among the lines."""
    found = list(lines)
    if counting is Counting.AS_PRINTED:
        return found
    present = {(line.id, line.year) for line in found}
    return [line for line in found if line.listing_of is None or (line.listing_of, line.year) not in present]


def tally(lines: Sequence[Graded], scale: Scale, counting: Counting = Counting.AS_PRINTED) -> Tally:
    """How often each grade occurs, in the scale's order; grades that the scale does not know, and none, come last."""
    found = Counter(line.grade or NOT_ENTERED for line in counted(lines, counting))
    known = [grade.symbol for grade in scale.grades]
    others = [symbol for symbol in found if symbol not in known and symbol != NOT_ENTERED]
    order = [*known, *others, *([NOT_ENTERED] if found[NOT_ENTERED] else [])]
    return Tally({symbol: found[symbol] for symbol in order}, sum(line.listing_of is not None for line in lines))


def by_field(lines: Sequence[Graded], scale: Scale, counting: Counting = Counting.AS_PRINTED) -> dict[str, Tally]:
    """The counts of every field, in printed order."""
    names = dict.fromkeys(line.field for line in lines)
    kept = counted(lines, counting)
    return {name: tally([line for line in kept if line.field == name], scale) for name in names}


def by_department(lines: Sequence[Graded], scale: Scale, counting: Counting = Counting.AS_PRINTED) -> dict[str, Tally]:
    """The counts of every department; a line of several departments counts for each of them."""
    names = dict.fromkeys(name for line in lines for name in line.departments)
    kept = counted(lines, counting)
    return {name: tally([line for line in kept if name in line.departments], scale) for name in names}


def by_year(lines: Sequence[Graded], scale: Scale, counting: Counting = Counting.AS_PRINTED) -> dict[FiscalYear, Tally]:
    """The counts of every fiscal year."""
    return {
        year: tally([line for line in lines if line.year == year], scale, counting)
        for year in sorted({line.year for line in lines})
    }
