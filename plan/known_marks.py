"""What the fields that hold a mark accept: a symbol of the scale, the mark of the lead; the window asks it as well."""

from plan.checks.leads import is_lead
from plan.errors import PlanError
from plan.fields import LEAD, Field, Kind
from plan.folding import fold
from plan.scales import Scale
from plan.states import State, state_of

_CIRCLES = frozenset("○◯〇")


def known_mark(field: Field, text: str, scale: Scale) -> str:
    """The text as a field keeps it: ◯ as the scale's own ○. PlanError names what the plan knows instead.

    Fields that hold prose, and the empty text, are kept as they are.
    """
    if field.kind is Kind.GRADE and text.strip():
        return _grade(field, text, scale)
    if field == LEAD and text.strip() and not is_lead(text):
        raise PlanError(
            "「{field}」に「{text}」は入りません。主担当の行に ○ を付けるか、空にしてください。",
            field=field.label,
            text=text,
        )
    return text


def _grade(field: Field, text: str, scale: Scale) -> str:
    found = next((grade.symbol for grade in scale.grades if _alike(grade.symbol, text)), None)
    if found is not None:
        return found
    if state_of(text) is not State.TEXT:
        return text
    raise PlanError(
        "「{field}」に「{text}」は入りません。この計画の評価区分は {symbols} です。",
        field=field.label,
        text=text,
        symbols="、".join(grade.symbol for grade in scale.grades),
    )


def _alike(symbol: str, text: str) -> bool:
    return fold(symbol) == fold(text) or {symbol, text.strip()} <= _CIRCLES
