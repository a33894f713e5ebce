"""Which row of the plan a row from outside is: first by all its keys, then by fewer, never by its position."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from plan.fields import CONTENT, DEPARTMENT, NUMBER, PROJECT
from plan.folding import same_words
from plan.table import ProgressTable

Keys = tuple[str, str, str, str]
"""番号, 実施事業, 担当課, 実施内容 as comparison sees them."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """One way to know a row again; a way that leaves a key out counts only where no other row could be meant."""

    key: Callable[[Keys], Hashable]
    only_alone: bool = False


_PASSES = (
    _Pass(lambda k: k),
    _Pass(lambda k: (k[1], k[2], k[3])),
    _Pass(lambda k: (k[0], k[2], k[3]), only_alone=True),  # the project bears another name
    _Pass(lambda k: (k[0], k[1], k[2]), only_alone=True),  # the content was reworded
    _Pass(lambda k: (k[0], k[1], k[3]), only_alone=True),  # another department has it
)
KEY_FIELDS = (NUMBER, PROJECT, DEPARTMENT, CONTENT)


def keys_of(texts: Sequence[str | None]) -> Keys:
    """The keys of a row, given its four texts in this order."""
    number, project, department, content = (same_words(text or "") for text in texts)
    return number, project, department, content


def table_keys(table: ProgressTable) -> list[Keys]:
    """The keys of every row of a table."""
    places = [table.column_index(wanted) for wanted in KEY_FIELDS]
    return [keys_of([row.cells[place] for place in places]) for row in table.rows]


def pair(theirs: Sequence[Keys], ours: Sequence[Keys]) -> dict[int, int]:
    """Their rows (by position) → ours; rows that are left over are new there, or missing."""
    pairs: dict[int, int] = {}
    for step in _PASSES:
        left = [i for i in range(len(theirs)) if i not in pairs]
        taken = set(pairs.values())
        free = [i for i in range(len(ours)) if i not in taken]
        pairs |= _paired(_grouped(theirs, left, step.key), _grouped(ours, free, step.key), only_alone=step.only_alone)
    return pairs


def _grouped(
    rows: Sequence[Keys], positions: Iterable[int], key: Callable[[Keys], Hashable]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for position in positions:
        groups[key(rows[position])].append(position)
    return groups


def _paired(theirs: dict[Hashable, list[int]], ours: dict[Hashable, list[int]], *, only_alone: bool) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for key, positions in theirs.items():
        found = ours.get(key, [])
        if not only_alone or len(positions) == len(found) == 1:
            pairs.update(zip(positions, found, strict=False))  # repeated rows keep their order
    return pairs
