"""Changes as values: one field of one record, or a whole record, before and after."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute  # a change has a field of its own

from plan.errors import Sentence
from plan.ids import RecordId

Value = str | int | float | None
StepName = Sentence | str
"""What a step is called: a sentence, or words without a place to fill."""
RECORD = ""
"""The field name of a record as a whole: its creation (before is None) or its deletion (after is None)."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record before and after; a whole record stands as JSON under the field RECORD.

    `values` are what the JSON of a new record says, where they are at hand: many records are made at once.
    """

    table: str
    id: RecordId
    field: str
    before: Value
    after: Value
    values: Mapping[str, Value] | None = attribute(default=None, repr=False, compare=False)

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.table, self.id, self.field, self.after, self.before)


def created(table: str, record_id: RecordId, /, **values: Value) -> Change:
    """A new record with these values; what is not named is not entered."""
    return Change(table, record_id, RECORD, None, _packed(values), values)


def deleted(table: str, record_id: RecordId, /, **values: Value) -> Change:
    """A record taken out, with all that it held."""
    return Change(table, record_id, RECORD, _packed(values), None)


def inverse(changes: Sequence[Change]) -> list[Change]:
    """The changes that take all of these back, last first."""
    return [change.inverse() for change in reversed(changes)]


def _packed(values: dict[str, Value]) -> str:
    return _ENCODE({name: value for name, value in values.items() if value is not None})


def unpacked(value: Value) -> dict[str, Value]:
    """The fields of a whole record as the history keeps it."""
    fields: dict[str, Value] = json.loads(str(value))
    return fields


def put(change: Change, name: str) -> Value:
    """What a change put into a field, by itself or with a whole record; None where it left it blank."""
    if change.field != RECORD:
        return change.after if change.field == name else None
    return unpacked(change.after).get(name) if change.after is not None else None


def entangled(ours: Sequence[Change], theirs: Iterable[Change]) -> bool:
    """Whether ours, made after theirs, would meet them: in a field, or in a record that one takes and one needs."""
    fields = {(c.table, c.id, c.field) for c in ours}
    touched = {c.id for c in ours}
    whole = {c.id for c in ours if c.field == RECORD}
    taken = {c.id for c in ours if _takes(c)}
    needed = {name for c in ours for name in _mentioned(c)}
    for change in theirs:
        if change.id in (touched if change.field == RECORD else whole) or (_takes(change) and change.id in needed):
            return True
        if (change.table, change.id, change.field) in fields or not taken.isdisjoint(_mentioned(change)):
            return True
    return False


def _takes(change: Change) -> bool:
    return change.field == RECORD and change.after is None


def _mentioned(change: Change) -> Iterator[str]:
    """The records that the new values may name: as a whole value, or within a list of them, which is kept as JSON."""
    if _takes(change):
        return
    for value in unpacked(change.after).values() if change.field == RECORD else (change.after,):
        if isinstance(value, str):
            yield value
            yield from value.split('"')[1::2]
