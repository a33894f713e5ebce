"""The boxes of one record: each shows a field of it and writes it through the door."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from db.edit.cells import Place
from db.edit.records import set_values
from db.log.changes import Recording
from desktop.kit.boxes import Box
from desktop.kit.door import entry_of, label_of, written
from desktop.kit.shown_plan import ShownPlan
from plan.changes import Value
from plan.fields import FIELDS, Kind
from plan.ids import RecordId

_YEARS = {(f.table, f.name) for f in FIELDS if f.kind is Kind.YEAR}
_B = TypeVar("_B", bound=Box)
Check = Callable[[str, str], None]


class RecordBoxes:
    """Boxes by the name of their field; which record they are about may change."""

    def __init__(self, page: QWidget, plan: ShownPlan, table: str) -> None:
        self._page, self._plan, self._table = page, plan, table
        self.boxes: dict[str, Box] = {}
        self.record: RecordId | None = None
        self._checks: dict[str, Check] = {}
        self._name = ""

    def add(self, name: str, box: _B, check: Check | None = None) -> _B:
        """Bind a box to a field; the check raises a PlanError about a text, under the field's label, that cannot be."""
        if check is not None:
            self._checks[name] = check
        box.entered.connect(partial(self._enter, name))
        box.lock(locked=True)
        self.boxes[name] = box
        return box

    def show(self, record: RecordId | None, name: str, values: Mapping[str, Value]) -> None:
        """Show a record, called `name` in the list of steps; None locks all boxes."""
        is_other = record != self.record
        self.record, self._name = record, name
        for field, box in self.boxes.items():
            value = values.get(field)
            box.show_text("" if value is None else str(value), anew=is_other)
            box.lock(locked=record is None or not self._plan.writable)

    def commit(self) -> bool:
        """Hand over what is being written; False where something was refused and still stands there."""
        for box in self.boxes.values():
            box.commit()
        return not any(box.is_written() for box in self.boxes.values())

    def _enter(self, field: str, text: str) -> None:
        if self.record is None:
            return
        value = int(text) if text and (self._table, field) in _YEARS else text or None
        place = (self._table, field, self.record)
        label = entry_of(self._name, self._table, field)
        if not written(self._page, self._plan, label, self._set, place, value):
            self.boxes[field].refuse()

    def _set(self, door: Recording, place: Place, value: Value) -> None:
        check = self._checks.get(place[1])
        if check is not None:
            check(label_of(self._table, place[1]), str(value or ""))
        set_values(door, {place: value})
