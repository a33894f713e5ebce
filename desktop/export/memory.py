"""The choices of the last export: format and look hold for every plan, the rest for the same one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.read.table import PlanFacts, Scope
from desktop.kit.preferences import EXPORT_CHOICES, Settings
from plan.era import FiscalYear, YearRange
from plan.ids import DepartmentId
from plan.table import Order
from work.documents import FORMS, Asked
from work.writing import FORMATS


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything that is chosen for an export."""

    form: str
    suffix: str
    asked: Asked


def remember(settings: Settings, facts: PlanFacts, chosen: Chosen) -> None:
    """Keep the choices for the next time."""
    scope = chosen.asked.scope
    kept: dict[str, object] = {
        "form": chosen.form,
        "suffix": chosen.suffix,
        "lead_only": scope.lead_only,
        "order": scope.order.value,
        "grades": scope.grades,
        "plan": facts.id,
        "years": [int(scope.years.first), int(scope.years.last)] if scope.years is not None else None,
        "departments": sorted(scope.departments) if scope.departments is not None else None,
        "label": chosen.asked.label,
    }
    settings.put(EXPORT_CHOICES, kept)


def remembered(settings: Settings, facts: PlanFacts, scope: Scope, known: Iterable[DepartmentId]) -> Chosen:
    """The choices of last time as far as they fit this plan; `scope` is what the window shows.

    Departments that the window was just narrowed down to come before those of last time.
    """
    kept = settings.get(EXPORT_CHOICES)
    suffix = str(kept.get("suffix"))
    scope = replace(
        scope,
        years=None,
        lead_only=kept.get("lead_only") is True,
        order=next((order for order in Order if order.value == kept.get("order")), scope.order),
        grades=kept.get("grades", scope.grades) is True,
    )
    asked = Asked(scope, facts.document_label)
    if kept.get("plan") == facts.id and scope.departments is None:
        asked = _of_this_plan(kept, facts, scope, known)
    return Chosen(str(kept.get("form", FORMS[0].id)), suffix if suffix in FORMATS else next(iter(FORMATS)), asked)


def _of_this_plan(kept: dict[str, object], facts: PlanFacts, scope: Scope, known: Iterable[DepartmentId]) -> Asked:
    label = kept.get("label")
    offices = kept.get("departments")
    standing = frozenset(d for d in known if d in offices) if isinstance(offices, list) else None
    return Asked(
        replace(scope, years=_years(kept.get("years"), facts.years), departments=standing or None),
        label if isinstance(label, str) else facts.document_label,
    )


def _years(kept: object, plan: YearRange) -> YearRange | None:
    """The years that were kept, where the plan still has them."""
    match kept:
        case [int(first), int(last)] if first in plan and last in plan and first <= last:
            return YearRange(FiscalYear(first), FiscalYear(last))
    return None
