"""Figures are read out of prose in every way that clerks write them, and nothing else is taken for one."""

import datetime as dt
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.folding import fold
from plan.measures import Measure, measures

_SIGNS = "【】結果目標回人件名/／:：,、。(（)） \n0123４５年月日以上約第H3.延～~・"


def _read(text: str, *, reported: bool = True) -> list[tuple[str, str, int | None, int | None, str]]:
    return [(m.label, m.part, _int(m.result), _int(m.target), m.unit) for m in measures(text, reported=reported)]


def _int(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def _one(text: str, *, reported: bool = True) -> Measure:
    (found,) = measures(text, reported=reported)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("【結果/目標】9,813人/10,000人(329人増)", [("結果/目標", "", 9813, 10000, "人")]),
        ("【結果／目標】３／１回", [("結果/目標", "", 3, 1, "回")]),
        ("【目標/結果】4/3箇所", [("目標/結果", "", 3, 4, "箇所")]),
        ("3/1回", [("", "", 3, 1, "回")]),
        ("【回数】2回", [("回数", "", 2, None, "回")]),
        ("【結果】アクセス件数 27,499件/年", [("結果", "アクセス件数", 27499, None, "件")]),
        ("【HP】1回 【広報】1回(9/15号) 【提出数】30件",
         [("HP", "", 1, None, "回"), ("広報", "", 1, None, "回"), ("提出数", "", 30, None, "件")]),
        ("【更新回数：月1回以上】", [("更新回数", "", 1, None, "回")]),
        ("【内容】小・中学校5校 会議 2回", [("内容", "小・中学校", 5, None, "校"), ("内容", "会議", 2, None, "回")]),
        ("【公開手続数】11", [("公開手続数", "", 11, None, "")]),
        ("講座を開いた。\n【参加】54人(前期:34名 後期:20名)\n好評だった。", [("参加", "", 54, None, "人")]),
        ("【結果/目標】1/2回 既存の3ページを見直した。", [("結果/目標", "", 1, 2, "回")]),
        ("【目標】4回", [("目標", "", None, 4, "回")]),
    ],
)  # fmt: skip
def test_what_an_evaluation_says_is_read(text: str, found: list[tuple[str, str, int | None, int | None, str]]) -> None:
    assert _read(text) == found


def test_a_target_cell_states_targets_unless_a_label_says_result() -> None:
    wanted = [("目標", "", None, 4, "回"), ("目標", "参加人数", None, 70, "人"), ("広報紙", "", None, 6, "回")]
    assert _read("訓練を行う。【目標】4回、参加人数70人 【広報紙】6回", reported=False) == wanted
    assert _read("【結果】4回", reported=False) == [("結果", "", 4, None, "回")]


def test_the_day_of_counting_and_what_limits_a_figure_are_told() -> None:
    dated = _one("【目標】10,000人(平成31年3月31日現在)", reported=False)
    assert (dated.as_of, dated.qualifier) == (dt.date(2019, 3, 31), "")
    both = _one("【登録数】192(前年度比37増)(H30.3.31時点)")
    assert (_int(both.result), both.as_of, both.qualifier) == (192, dt.date(2018, 3, 31), "(前年度比37増)")
    assert _one("【更新回数：月1回以上】").qualifier == "月 以上"
    assert _one("【結果】アクセス件数 27,499件/年").qualifier == "/年"


def test_words_in_place_of_a_figure_are_kept_as_such() -> None:
    assert _one("【ホームページ】随時") == Measure("ホームページ", qualifier="随時")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "令和2年4月1日から3回実施した。",
        "【結果】2回は台風のため中止した。",
        "【日程】10/2~5",
        "【号】9/15号",
        "【結果】第3回まで終えた。",
        "【期間】4月から9月",
        "【目標】令和3年度",
        "【結果】種類、価格、効果を比べた結果、3社から選んだ。",
        "【未完",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert measures(text, reported=True) == ()


@pytest.mark.parametrize(
    ("text", "achieved"),
    [
        ("【結果/目標】10/10回", True),
        ("【結果/目標】9/10回", False),
        ("【結果/目標】9件/10件以下", True),
        ("【結果】9回", None),
    ],
)
def test_a_result_beside_its_target_tells_whether_it_was_reached(text: str, achieved: bool | None) -> None:  # noqa: FBT001
    assert _one(text).achieved is achieved


def test_a_long_text_made_to_take_time_takes_none() -> None:
    started = process_time()
    for text in ("【結果】" + "1" * 30_000, "【結果】" + "1," * 15_000, "【" * 30_000, "【結果】" + "(" * 30_000):
        measures(text, reported=True)
    assert process_time() - started < 2  # seconds


@given(
    st.text(alphabet="【】結果目標回人件名/／:：,、。(（)） \n0123４５年月日以上約第H3.延～~・", max_size=60),
    st.booleans(),
)
def test_any_text_is_read_without_failing_and_its_figures_stand_in_it(text: str, reported: bool) -> None:  # noqa: FBT001
    folded = fold(text).replace(",", "")
    for measure in measures(text, reported=reported):
        for figure in (measure.result, measure.target):
            assert figure is None or str(figure) in folded
