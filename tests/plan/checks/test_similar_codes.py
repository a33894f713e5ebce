"""Codes and departments that look like others are found by comparing them."""

import pytest

from plan.checks.labels import several, spelt_differently
from plan.checks.similar_codes import look_alikes
from plan.codes import split_heading


def _odd(*codes: str) -> list[tuple[str, str]]:
    return [(odd.code, odd.like) for odd in look_alikes(split_heading(f"{code}. 名前") for code in codes)]


@pytest.mark.parametrize(
    ("codes", "odd"),
    [
        (["1-①-ア", "1-①-イ", "2-①-ア", "3-①-A", "3-①-ア"], [("3-①-A", "3-①-ア")]),
        (["1-①-ア", "1-①-イ", "1-①-ウ", "1-②-ア", "2-①-I", "2-①-U"], [("2-①-I", "2-①-イ"), ("2-①-U", "2-①-ウ")]),
        (["1-1", "1-2", "1-l"], [("1-l", "1-1")]),
        (["2-9", "2-10", "2-O"], [("2-O", "2-0")]),
        (["A-1", "A-2", "B-1", "I-1", "O-1"], []),
        (["1-①", "1-1", "①-1"], []),
        (["第1章", "1-1", "1-2"], []),
    ],
)
def test_a_code_that_may_be_a_misreading_is_found(codes: list[str], odd: list[tuple[str, str]]) -> None:
    assert _odd(*codes) == odd


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("総務課、防災課", ("総務課", "防災課")), ("総務課\n防災課(旧危機管理課)", ("総務課", "防災課(旧危機管理課)")),
        ("総務課・防災課", ("総務課", "防災課")), ("学校・教育課", ()), ("防災課", ()),
        ("生涯学習課(公民館、図書館)", ()),
    ],
)  # fmt: skip
def test_several_departments_in_one_cell_are_told_apart(label: str, names: tuple[str, ...]) -> None:
    assert several(label) == names


def test_one_department_spelt_in_two_ways_is_found() -> None:
    labels = [
        "防災課",
        "防災課 ",
        "生涯学習課(図書館)",
        "生涯学習課（図書館）",
        "福祉部こども家庭課",
        "福祉こども家庭課",
        "市民課",
        "市民税課",
    ]
    assert spelt_differently(labels) == [
        ("防災課", "防災課 "),
        ("生涯学習課(図書館)", "生涯学習課（図書館）"),
        ("福祉こども家庭課", "福祉部こども家庭課"),
    ]
