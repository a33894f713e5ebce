"""How a page writes: one labelled step through the plan's door, and a calm sentence where it is refused."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop import failures
from desktop.grid.wording import field_label
from desktop.language import translate
from desktop.opened import OpenPlan
from plan.errors import PlanError
from plan.fields import FIELDS

_LABELS = {(f.table, f.name): f for f in FIELDS}


def label_of(table: str, name: str) -> str:
    """What a field is called in the language of the interface."""
    field = _LABELS.get((table, name))
    return field_label(field) if field is not None else _references()[name]


def _references() -> dict[str, str]:
    """What the fields are called that point at another record."""
    return {
        "item_id": translate("Entry", "事業"),
        "department_id": translate("Entry", "担当課"),
        "reference_id": translate("Entry", "参照先"),
        "listing_of": translate("Entry", "再掲の元"),
    }


def written(page: QWidget, opened: OpenPlan, label: str, verb: Callable[..., object], *arguments: object) -> bool:
    """Let a verb work as one step; where it is refused the sentence is shown, and the answer is False."""
    try:
        opened.do(label, verb, *arguments)
    except PlanError as error:
        failures.tell(page, error)
        return False
    return True


def entry_of(place: str) -> str:
    """The label of a step that enters a value: 入力（防災メール 単位）."""
    return translate("Entry", "入力（{place}）").format(place=place.replace("\n", " "))
