"""How far a target was reached is computed from the figures alone, and a grade is suggested, never given."""

from decimal import Decimal

import pytest

from plan.achievement import DOWN, UP, achievement, reason_missing, suggested
from plan.scales import ACHIEVEMENT, OUTCOME


@pytest.mark.parametrize(
    ("target", "result", "direction", "rate"),
    [
        ("9,000", "8,973", UP, "99.7"),
        ("１０", "12", UP, "120.0"),
        ("20", "25", DOWN, "80.0"),
        ("20", "16", DOWN, "125.0"),
        ("20", "20", "", "100.0"),
        ("0", "5", UP, None),
        ("5", "0", DOWN, None),
        ("－", "5", UP, None),
        ("5", "調整中", UP, None),
        ("5", "", UP, None),
        ("5", "-1", UP, None),
    ],
)
def test_the_rate_follows_the_direction(target: str, result: str, direction: str, rate: str | None) -> None:
    assert achievement(target, result, direction) == (Decimal(rate) if rate else None)


@pytest.mark.parametrize(
    ("rate", "symbol"), [("100.0", "○"), ("99.9", "△"), ("50.0", "△"), ("49.9", "×"), ("0.0", "×"), (None, "")]
)
def test_the_best_grade_within_reach_is_suggested(rate: str | None, symbol: str) -> None:
    assert suggested(ACHIEVEMENT, Decimal(rate) if rate else None) == symbol


def test_a_scale_without_thresholds_suggests_nothing() -> None:
    assert suggested(OUTCOME, Decimal(100)) == ""


def test_a_reason_is_missed_where_the_scale_asks_for_one() -> None:
    assert reason_missing(ACHIEVEMENT, "△", " ")
    assert not reason_missing(ACHIEVEMENT, "△", "中止したため")
    assert not reason_missing(ACHIEVEMENT, "○", "")
    assert not reason_missing(ACHIEVEMENT, "?", "")
