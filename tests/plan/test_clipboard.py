"""The clipboard's text and the cells it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.clipboard import clipboard_rows, clipboard_text

CELL = st.text(
    st.sampled_from('"\t\n a,あ①𠮷\u3000') | st.characters(exclude_categories=["Cs"], exclude_characters="\r")
)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=5)


@given(ROWS)
def test_copied_cells_paste_as_the_same_cells(rows: list[list[str]]) -> None:
    assert clipboard_rows(clipboard_text(rows)) == rows


@given(st.text(st.sampled_from('"\t\n\r a')))
def test_any_text_at_all_can_be_pasted_and_copied_again(text: str) -> None:
    rows = clipboard_rows(text)
    assert clipboard_rows(clipboard_text(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("一", [["一"]]),
        ("一\t二\r\n三\t四\r\n", [["一", "二"], ["三", "四"]]),
        ("\t\r\n", [["", ""]]),
        ("一\t", [["一", ""]]),
        ("一\r\n\r\n二\r\n", [["一"], [""], ["二"]]),
    ],
)
def test_rows_and_blank_cells_are_those_of_the_spreadsheet(text: str, rows: list[list[str]]) -> None:
    assert clipboard_rows(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"一行目\n二行目"\t次\r\n', [["一行目\n二行目", "次"]]),
        ('"一行目\r\n「""広報""」"\r\n', [['一行目\n「"広報"」']]),
        ('"語"\t\t5"\r\n', [['"語"', "", '5"']]),
        ('"閉じない\r\n次\r\n', [['"閉じない'], ["次"]]),
        ('"語"の説明\t"\r\n', [['"語"の説明', '"']]),
        ('"a\tb"', [["a\tb"]]),
    ],
)
def test_quotes_are_taken_off_only_where_excel_set_them(text: str, rows: list[list[str]]) -> None:
    assert clipboard_rows(text) == rows


def test_a_single_cell_is_copied_without_a_line_break_after_it() -> None:
    assert clipboard_text([["9,813人"]]) == "9,813人"
