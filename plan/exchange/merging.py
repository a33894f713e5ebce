"""Merging as a pure function of a set: contributions, the master's own edits and decisions → texts and conflicts.

Values decide, never clocks; positions are places in the plan's history. The order in which returns are taken, their
repetition and their grouping make no difference.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from plan.ids import RecordId

Text = str | None
"""A cell's text; None is a cell not entered."""


class MergeClass(Enum):
    """What a cell's three texts (base, master, department) say of each other."""

    UNTOUCHED = "untouched"
    MASTER_ONLY = "master only"
    DEPARTMENT_ONLY = "department only"
    SAME = "same"
    CONFLICT = "conflict"
    DEPARTMENT_ADDED = "department added"
    BOTH_ADDED_SAME = "both added same"
    BOTH_ADDED_DIFFERENTLY = "both added differently"
    DEPARTMENT_DELETED = "department deleted"
    DELETE_VS_EDIT = "delete vs edit"
    EDIT_VS_DELETE = "edit vs delete"
    BOTH_DELETED = "both deleted"
    MASTER_ADDED = "master added"
    MASTER_DELETED = "master deleted"

    @property
    def conflicting(self) -> bool:
        """Whether a person has to choose."""
        return self in _CONFLICTING

    @property
    def quiet(self) -> bool:
        """Whether both sides made the same change."""
        return self in (MergeClass.SAME, MergeClass.BOTH_ADDED_SAME, MergeClass.BOTH_DELETED)


_CONFLICTING = (
    MergeClass.CONFLICT,
    MergeClass.BOTH_ADDED_DIFFERENTLY,
    MergeClass.DELETE_VS_EDIT,
    MergeClass.EDIT_VS_DELETE,
)


def merge_class(base: Text, master: Text, department: Text) -> MergeClass:
    """The one class of a triple; the department stands first in "delete vs edit" (it cleared, the master edited)."""
    if department == base:
        return _by_master(base, master)
    if master == base:
        return _by_department(base, department)
    return _by_both(base, master, department)


def _by_master(base: Text, master: Text) -> MergeClass:
    if master == base:
        return MergeClass.UNTOUCHED
    if base is None:
        return MergeClass.MASTER_ADDED
    return MergeClass.MASTER_DELETED if master is None else MergeClass.MASTER_ONLY


def _by_department(base: Text, department: Text) -> MergeClass:
    if base is None:
        return MergeClass.DEPARTMENT_ADDED
    return MergeClass.DEPARTMENT_DELETED if department is None else MergeClass.DEPARTMENT_ONLY


def _by_both(base: Text, master: Text, department: Text) -> MergeClass:
    if base is None:
        return MergeClass.BOTH_ADDED_SAME if master == department else MergeClass.BOTH_ADDED_DIFFERENTLY
    if department is None:
        return MergeClass.BOTH_DELETED if master is None else MergeClass.DELETE_VS_EDIT
    if master is None:
        return MergeClass.EDIT_VS_DELETE
    return MergeClass.SAME if master == department else MergeClass.CONFLICT


class HandedOut(NamedTuple):
    """A time that a cell was handed out: the position in history, and what it said then."""

    position: int
    base: Text


@dataclass(frozen=True, slots=True)
class Said:
    """What one contribution says of a cell, and what its distribution handed out there."""

    contribution: RecordId
    distribution: RecordId
    position: int
    edition: int | None
    base: Text
    text: Text


Seen = tuple[RecordId, Text]
"""A text that a distribution's return said: the same text in its next edition is nothing new."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the master itself put into a cell, by an edit or a decision, and which texts of returns it overruled."""

    position: int
    text: Text
    seen: frozenset[Seen] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in a cell (`text`), what the master alone would have there (`own`), and what stands against it."""

    own: Text
    text: Text
    theirs: tuple[Said, ...] = ()


def outcome(
    said: Collection[Said], statements: Sequence[Statement], handed: Collection[HandedOut], now: Sequence[Text] = ()
) -> Outcome:
    """What a cell says when all is taken together; `handed` are the times (one at least) that it was handed out.

    In a conflict the master's own text stays; where it said nothing against the returns, what stands there `now` does,
    be it a return's that was taken before. `theirs` holds each other text once.
    """
    if len(said) == len(handed) == 1 and not statements:  # nearly all cells: what follows would come to the same
        (only,), (sent,) = said, handed
        return Outcome(sent.base, only.text)
    own = _own(statements, handed)
    seen = frozenset().union(*(s.seen for s in statements))
    heads = [s for s in _heads(said, handed) if (s.distribution, s.text) not in seen]
    texts = {s.text for s in heads}
    if any(_stands_against(own, head, statements) for head in heads):
        texts.add(own)
    if len(texts) <= 1:
        return Outcome(own, texts.pop() if texts else own)
    kept = now[0] if now and own not in texts else own
    return Outcome(own, kept, _distinct(s for s in heads if s.text != kept))


def _own(statements: Sequence[Statement], handed: Collection[HandedOut]) -> Text:
    """What the master put there since the cell was last handed out, else what was handed out then."""
    last = max(handed, key=lambda h: h.position)
    since = [s.text for s in statements if s.position > last.position]
    return since[-1] if since else last.base


def _heads(said: Collection[Said], handed: Collection[HandedOut]) -> list[Said]:
    """What still counts: the newest edition of each distribution, unless it was itself handed out again later."""
    newest: dict[RecordId, int] = {}
    for s in said:
        if s.edition is not None:
            newest[s.distribution] = max(s.edition, newest.get(s.distribution, 0))
    fresh = [s for s in said if s.edition in (None, newest.get(s.distribution)) and s.text != s.base]
    return [s for s in fresh if not any(h.position > s.position and h.base == s.text for h in handed)]


def _stands_against(own: Text, head: Said, statements: Sequence[Statement]) -> bool:
    """Whether the master changed the cell since it was handed out, or has overruled a return of it since."""
    return own != head.base or any(s.seen and s.position > head.position for s in statements)


def _distinct(heads: Iterable[Said]) -> tuple[Said, ...]:
    found: dict[Text, Said] = {}
    for head in sorted(heads, key=lambda s: (s.distribution, s.edition or 0, s.contribution)):
        found.setdefault(head.text, head)
    return tuple(found[text] for text in sorted(found, key=lambda t: t or ""))
