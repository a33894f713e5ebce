"""The execution rate: settlement ÷ revised budget, one decimal, and only where both are numbers."""

from decimal import Decimal

import pytest

from plan.documents.budget import Budget, check_amount, with_unit
from plan.errors import PlanError


@pytest.mark.parametrize(
    ("budget", "rate"),
    [
        (Budget("7,000", "7,368", "6,385"), "86.7"),
        (Budget("309,424", "308,934", "301,762"), "97.7"),
        (Budget("4,668", "5,772", "4,394"), "76.1"),
        (Budget("1,000", "", "125"), "12.5"),
        (Budget("１，０００", "", "１，０００"), "100.0"),
        (Budget("１，２３４千円", "", "617千円"), "50.0"),
        (Budget("0", "0", "0"), "0.0"),
        (Budget("2,000", "2,000", "1"), "0.1"),  # 0.05 is rounded up
    ],
)
def test_the_rate_is_of_the_current_budget_to_one_decimal(budget: Budget, rate: str) -> None:
    assert str(budget.rate) == rate


@pytest.mark.parametrize(
    "budget", [Budget(), Budget("1,000", "", "－"), Budget("調整中", "", "5"), Budget("0", "0", "5")]
)
def test_there_is_no_rate_where_an_amount_is_no_number(budget: Budget) -> None:
    assert budget.rate is None


def test_a_typed_rate_that_disagrees_is_noticed() -> None:
    assert Budget("1,000", "", "500", "50.1%").disagrees
    assert not Budget("1,000", "", "500", "50.0％").disagrees
    assert not Budget("1,000", "", "500", "").disagrees
    assert Budget("1,000", "", "500").rate == Decimal("50.0")


def test_only_numbers_take_a_unit() -> None:
    assert [with_unit(v, "人") for v in ("1,200", "－", "調整中", "")] == ["1,200人", "－", "調整中", ""]


@pytest.mark.parametrize("text", ["", "1,234", "１，２３４千円", "1234 千円", "－", "調整中", "0"])
def test_amounts_are_taken_as_offices_write_them(text: str) -> None:
    check_amount("決算額", text)


@pytest.mark.parametrize("text", ["約500", "1,234円", "五百", "12月"])
def test_what_is_no_amount_is_refused_under_its_name(text: str) -> None:
    with pytest.raises(PlanError, match=f"「決算額」の「{text}」"):
        check_amount("決算額", text)
