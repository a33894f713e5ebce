"""Search finds across widths and cases, goes round, and replaces only what it says."""

import time

import pytest

from desktop.grid.arrangement import RowFilter
from desktop.grid.model import ProgressModel
from desktop.grid.search import Search, replaced
from plan.ids import AssignmentId, RecordId
from plan.table import CellEdit
from tests.desktop.grid.conftest import Desk, table_of


@pytest.fixture
def search(model: ProgressModel) -> Search:
    found = Search(model)
    found.use_columns(list(range(model.columnCount())))
    return found


def test_next_and_previous_go_round(search: Search) -> None:
    first = search.next("案内表示", None)
    assert first == (0, 4)
    assert search.next("案内表示", first) == (1, 4)
    assert search.next("案内表示", (1, 4)) == (0, 4)
    assert search.previous("案内表示", (0, 4)) == (1, 4)
    assert search.previous("案内表示", (1, 4)) == (0, 4)


def test_what_is_not_there_is_not_found(search: Search) -> None:
    assert search.next("ない言葉", None) is None
    assert search.previous("ない言葉", (0, 0)) is None
    assert search.next("", None) is None
    assert search.count("") == 0


def test_a_wave_is_found_in_either_form(model: ProgressModel, search: Search) -> None:
    model.replace_cells([CellEdit(AssignmentId(RecordId("a2")), model.columns[9], "4月〜6月の相談会")])
    assert search.next("4月～6月の相談", None) == (2, 9)


def test_hidden_rows_and_columns_are_not_searched(search: Search, model: ProgressModel) -> None:
    search.use_columns([0, 4])
    assert search.next("市民課", None) is None
    model.arrange(RowFilter(text="図書館"), None)
    assert search.next("案内", None) is None
    assert search.next("夜間", None) == (0, 4)


def test_a_changed_cell_is_found_at_once(search: Search, model: ProgressModel) -> None:
    assert search.count("ＡＢＣ") == 0
    model.replace_cells([CellEdit(AssignmentId(RecordId("a2")), model.columns[9], "abc")])
    assert search.next("ＡＢＣ", None) == (2, 9)


@pytest.mark.parametrize(
    ("text", "wanted", "instead", "expected"),
    [
        ("ＨＰとHPとhp", "hp", "ホームページ", "ホームページとホームページとホームページ"),
        ("ﾃﾞｰﾀの整理", "データ", "資料", "資料の整理"),
        ("㈱歩み", "株", "x", "㈱歩み"),  # half of one character is no occurrence
        ("㈱歩み", "(株)", "株式会社", "株式会社歩み"),
        ("  全角　空白  ", "空白", "", "  全角　  "),  # nothing else is touched
        ("aaa", "aa", "b", "ba"),
        ("4月〜6月の相談会", "～6月の相談", "・", "4月・会"),
        ("そのまま", "", "x", "そのまま"),
    ],
)
def test_replacing_touches_only_what_was_wanted(text: str, wanted: str, instead: str, expected: str) -> None:
    assert replaced(text, wanted, instead) == expected


def test_a_key_typed_finds_in_200_000_texts_without_a_pause() -> None:
    keys = [(str(n), "1-①-ア. 窓口の案内", "○", "市民課", "案内表示の見直しを、順に進める") for n in range(16_700)]
    model = ProgressModel(table_of(keys), Desk())
    search = Search(model)
    search.use_columns(list(range(model.columnCount())))
    search.prepare()
    started = time.perf_counter()
    assert search.next("評価16699-2021", None) == (16_699, 11)
    assert search.count("案内") == 2 * 16_700
    assert time.perf_counter() - started < 0.1  # 30 ms are the aim; a busy machine is given three times that
