"""Every text goes into the plan by one cleaning: mended where no file could hold it, refused when too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edit.texts import TEXT_LIMIT, cleaned
from plan.errors import PlanError
from tests.thorough import thorough


def test_line_breaks_are_made_one_and_nothing_else_is_touched() -> None:
    assert cleaned("一\r\n二\r三\n\u00a0\u2028葛\U000e0100 ", "評価") == "一\n二\n三\n\u00a0\u2028葛\U000e0100 "


@given(st.text(st.characters(exclude_categories=())))
@thorough(100)
def test_whatever_comes_can_be_kept_and_is_kept_once_for_good(text: str) -> None:
    kept = cleaned(text, "評価")
    assert cleaned(kept, "評価") == kept
    assert kept.encode().decode() == kept
    assert not {"\r", "\0"} & set(kept)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("", ""), ("\0", ""), ("a\0b", "ab"), ("\ud83d\ude42", "🙂"), ("本\ud83d", "本\ufffd"), ("　", "　")],
)
def test_a_text_that_no_file_can_hold_is_mended(text: str, kept: str) -> None:
    assert cleaned(text, "評価") == kept


def test_a_text_is_counted_as_a_workbook_counts_it() -> None:
    assert cleaned("あ\r\n" + "い" * (TEXT_LIMIT - 2), "評価").endswith("い")
    with pytest.raises(PlanError, match=r"「評価」の文章が長すぎます（16384 文字）"):
        cleaned("𠮷" * (TEXT_LIMIT // 2 + 1), "評価")
