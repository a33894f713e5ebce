"""Printed numbers (番号) that are missing, doubled or out of order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plan.folding import fold

MISSING, DOUBLED, DISORDERED = "number_missing", "number_doubled", "number_order"
_LONGEST = 9  # digits; more are no number of a row


@dataclass(frozen=True, slots=True)
class OddNumber:
    """A number at a place in the sequence; `first` is where it stood before, `before` the number before it."""

    check: str
    at: int
    text: str = ""
    first: int = 0
    before: int = 0


def odd_numbers(texts: Sequence[str]) -> Iterator[OddNumber]:
    """Each odd number once, in order."""
    seen: dict[str, int] = {}
    before = 0
    for at, text in enumerate(map(fold, texts)):
        value = int(text) if text.isdecimal() and len(text) <= _LONGEST else None
        if not text:
            yield OddNumber(MISSING, at)
        elif text in seen:
            yield OddNumber(DOUBLED, at, text, first=seen[text])
        elif value is not None and value < before:
            yield OddNumber(DISORDERED, at, text, before=before)
        seen.setdefault(text, at)
        before = before if value is None else value
