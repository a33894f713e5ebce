"""What was budgeted, what was spent, and the execution rate: settlement ÷ revised budget, per cent to one decimal."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from plan.errors import PlanError
from plan.folding import fold
from plan.states import State, number_of, state_of

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


def amount_of(text: str) -> Decimal | None:
    """The amount that was written, with its unit or without: 1,234, １，２３４千円; None for －, 調整中 and prose."""
    return number_of(fold(text).removesuffix("千円"))


def check_amount(label: str, text: str) -> None:
    """Refuse what is no amount; － and 調整中 may stand for one."""
    if amount_of(text) is None and state_of(text) is State.TEXT:
        raise PlanError(
            "「{field}」の「{text}」は、金額として読めません。千円単位の数字で 1,234 のように入れてください。"
            "金額がないときは「－」、決まっていないときは「調整中」と入れてください。",
            field=label,
            text=text,
        )


@dataclass(frozen=True, slots=True)
class Budget:
    """Amounts in thousand yen as they were written, and the rate that a source had printed."""

    initial: str = ""
    revised: str = ""
    settlement: str = ""
    typed_rate: str = ""

    @property
    def current(self) -> str:
        """The budget that was spent from: the revised one, the initial one where nothing was revised."""
        return self.revised or self.initial

    @property
    def rate(self) -> Decimal | None:
        """Per cent to one decimal; None where an amount is not a number, or something was spent of nothing."""
        current, settlement = amount_of(self.current), amount_of(self.settlement)
        if current is None or settlement is None:
            return None
        if current == 0:
            return Decimal("0.0") if settlement == 0 else None
        return (settlement * _HUNDRED / current).quantize(_TENTH, ROUND_HALF_UP)

    @property
    def disagrees(self) -> bool:
        """Whether the typed rate is another than the amounts give."""
        typed = number_of(self.typed_rate.rstrip("%％ "))
        return typed is not None and self.rate is not None and typed != self.rate


def with_unit(value: str, unit: str) -> str:
    """A number with its unit, what is not a number as it was written: 4,120千円, －, 調整中."""
    return f"{value}{unit}" if number_of(value) is not None else value
