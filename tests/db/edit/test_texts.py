"""Every text goes into the plan by one cleaning: its line breaks made one, refused by its label when too long."""

import pytest

from db.edit.texts import TEXT_LIMIT, cleaned
from plan.errors import PlanError


def test_line_breaks_are_made_one_and_nothing_else_is_touched() -> None:
    assert cleaned("一\r\n二\r三\n\u00a0\u2028葛\U000e0100 ", "評価") == "一\n二\n三\n\u00a0\u2028葛\U000e0100 "


def test_a_text_is_counted_as_a_workbook_counts_it() -> None:
    assert cleaned("あ\r\n" + "い" * (TEXT_LIMIT - 2), "評価").endswith("い")
    with pytest.raises(PlanError, match=r"「評価」の文章が長すぎます（16384 文字）"):
        cleaned("𠮷" * (TEXT_LIMIT // 2 + 1), "評価")
