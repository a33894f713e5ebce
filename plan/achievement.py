"""How far a target was reached, and the grade that a scale suggests for it until a person takes one."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from plan.scales import Scale, ScaleGrade
from plan.states import number_of

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
UP, DOWN = "up", "down"
"""Whether more is better, or less."""


def achievement(target: str, result: str, direction: str = UP) -> Decimal | None:
    """Per cent to one decimal: result ÷ target, or target ÷ result where less is better.

    None where one of them is no number, or the division has no meaning.
    """
    wanted, reached = number_of(target), number_of(result)
    if wanted is None or reached is None:
        return None
    share, of = (wanted, reached) if direction == DOWN else (reached, wanted)
    if of <= 0 or share < 0:
        return None
    return (share * _HUNDRED / of).quantize(_TENTH, ROUND_HALF_UP)


def suggested(scale: Scale, rate: Decimal | None) -> str:
    """The symbol of the best grade whose threshold the rate (per cent) reaches; "" where none does."""
    if rate is None:
        return ""
    reached = [grade for grade in _with_threshold(scale.grades) if rate >= _HUNDRED * Decimal(str(grade.threshold))]
    return max(reached, key=lambda grade: grade.threshold or 0.0).symbol if reached else ""


def _with_threshold(grades: Sequence[ScaleGrade]) -> list[ScaleGrade]:
    return [grade for grade in grades if grade.threshold is not None]


def reason_missing(scale: Scale, symbol: str, reason: str) -> bool:
    """Whether the scale asks for a reason with this grade, and none is given."""
    return not reason.strip() and any(grade.symbol == symbol and grade.reason_required for grade in scale.grades)
