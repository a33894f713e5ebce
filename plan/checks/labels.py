"""Odd department labels: several departments in one cell, one department spelt in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterable

from plan.folding import fold

_SEPARATOR = re.compile(r"\s*[\n、,，/／・]\s*")
_DEPARTMENT = re.compile(r".*(?:課|室|部|局|所|館|係|署|委員会|センター)(?:[(（].*[)）])?", re.DOTALL)
_LONGEST = 100  # characters of a label; longer texts are prose in the wrong column
_TELLING = 6  # characters from which a name with one more or less is hardly another department's


def several(label: str) -> tuple[str, ...]:
    """The departments that one cell names, where it names more than one."""
    if len(label) > _LONGEST:
        return ()
    parts = tuple(part for part in _SEPARATOR.split(label.strip()) if part)
    return parts if len(parts) > 1 and all(_DEPARTMENT.fullmatch(part) for part in parts) else ()


def spelt_differently(labels: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of labels that seem to name one department: the same after folding, or but for one character."""
    folded = defaultdict[str, list[str]](list)
    for label in dict.fromkeys(labels):
        folded[re.sub(r"\s", "", fold(label))].append(label)
    same = [(group[0], other) for group in folded.values() for other in group[1:]]
    near = [
        (folded[shorter][0], folded[longer][0])
        for longer in folded
        for shorter in sorted(_one_less(longer))
        if shorter in folded
    ]
    return same + near


def _one_less(label: str) -> set[str]:
    """The label without one of its characters, each way; none for labels too short or too long to tell anything."""
    return {label[:i] + label[i + 1 :] for i in range(len(label))} if _TELLING < len(label) <= _LONGEST else set()
