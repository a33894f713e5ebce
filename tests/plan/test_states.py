"""A cell's state is read out of its words, and the words stay as they are."""

from decimal import Decimal

import pytest

from plan.states import State, number_of, state_of


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (None, State.NOT_ENTERED),
        ("該当なし", State.NOTHING_TO_REPORT),
        ("該当なし。", State.NOTHING_TO_REPORT),
        ("（該当なし）", State.NOTHING_TO_REPORT),
        ("事業展開なし", State.NO_ACTIVITY),
        ("終了", State.ENDED),
        ("中止", State.DISCONTINUED),
        ("－", State.NOT_APPLICABLE),
        ("—", State.NOT_APPLICABLE),
        ("調整中", State.PENDING),
        ("今年度は事業展開なし（来年度に実施）", State.TEXT),
        ("講座を終了した。", State.TEXT),
        ("0", State.TEXT),
    ],
)
def test_a_state_is_read_from_the_bare_word_only(text: str | None, state: State) -> None:
    assert state_of(text) is state


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234", "1234"), ("２，５００", "2500"), (" 39,541", "39541"), ("▲1.9", "-1.9"), ("0", "0")],
)
def test_numbers_are_read_as_they_are_written(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize("text", [None, "", "－", "調整中", "36（1）", "NaN", "Infinity", "約100"])
def test_what_is_no_number_is_none_and_never_zero(text: str | None) -> None:
    assert number_of(text) is None
