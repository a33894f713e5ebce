"""How a page writes: one labelled step through the plan's door, and a calm sentence where it is refused."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.kit import failures
from desktop.kit.shown_plan import ShownPlan
from plan.changes import StepName
from plan.errors import PlanError, say
from plan.fields import FIELDS
from work import steps
from work.language import N_, _
from work.wording import field_label

_LABELS = {(f.table, f.name): f for f in FIELDS}
_REFERENCES = {
    "item_id": N_("事業"),
    "department_id": N_("担当課"),
    "reference_id": N_("参照先"),
    "listing_of": N_("再掲の元"),
}
"""What the fields are called that point at another record."""


def label_of(table: str, name: str) -> str:
    """What a field is called in the language of the interface."""
    field = _LABELS.get((table, name))
    return field_label(field) if field is not None else _(_REFERENCES[name])


def entry_of(what: str, table: str, name: str) -> StepName:
    """A step that enters a field, as the history keeps it: 入力（危 — 1 事業概要）."""
    field = _LABELS.get((table, name))
    place = f"{what} {field.label if field is not None else _REFERENCES[name]}".strip()
    return say(steps.ENTRY, place=place.replace("\n", " "))


def written(page: QWidget, plan: ShownPlan, label: StepName, verb: Callable[..., object], *arguments: object) -> bool:
    """Let a verb work as one step; where it is refused the sentence is shown, and the answer is False."""
    try:
        plan.do(label, verb, *arguments)
    except PlanError as error:
        failures.tell(page, error)
        return False
    return True
