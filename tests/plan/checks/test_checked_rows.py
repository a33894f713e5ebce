"""What a row shows by itself: each fault is found where it stands, and what is right is left in peace."""

import datetime as dt
from dataclasses import replace

import pytest

from plan.checks.checked_rows import Row, Terms, used_columns
from plan.checks.every import CHECKS, TRADES
from plan.era import FiscalYear
from plan.findings import Severity
from tests.plan.checks.tables import GOOD, TODAY, found, numbered, told, with_year

ROW = numbered(2)


def _year(at: int, target: str | None = None, evaluation: str | None = None, grade: str = "○") -> Row:
    return with_year(ROW, at, target, evaluation, grade)


def test_a_faultless_table_has_no_findings() -> None:
    assert told(ROW, numbered(3)) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (_year(1, evaluation="", grade=""), ("not_entered", "evaluation", "R4")),
        (_year(2, evaluation="", grade=""), ("not_entered", "evaluation", "R5")),
        (_year(0, target=""), ("not_entered", "target", "R3")),
        (_year(1, "案内する。", "案内する。"), ("evaluation_repeats_target", "evaluation", "R4")),
        (_year(1, evaluation="案内に努める。【結果】5回"), ("evaluation_promises", "evaluation", "R4")),
        (_year(1, target="案内を5か所で行った。【目標】5回"), ("target_reports", "target", "R4")),
        (_year(1, "案内を5か所で行った。【結果】5回", "今後は6か所に広げる。"), ("column_shifted", "target", "R4")),
        (_year(1, evaluation="5か所で案内した。"), ("target_without_result", "evaluation", "R4")),
        (_year(1, evaluation="案内した。【結果/目標】4/5回"), ("achieved_below_target", "grade", "R4")),
        (_year(1, evaluation="案内した。【結果】4回"), ("achieved_below_target", "grade", "R4")),
        (_year(1, evaluation="案内した。【結果】5件"), ("unit_changed", "evaluation", "R4")),
        (_year(1, grade=""), ("grade_missing", "grade", "R4")),
        (_year(1, grade="優"), ("grade_unknown", "grade", "R4")),
        (_year(1, evaluation="【結果/目標】4/5回", grade="△"), ("reason_missing", "evaluation", "R4")),
        (_year(1, evaluation="令和5年2月30日に行った。【結果】5回"), ("date_impossible", "evaluation", "R4")),
        (_year(1, evaluation="令和元年3月から案内した。【結果】5回"), ("era_impossible", "evaluation", "R4")),
        (_year(1, evaluation="案内した。【結果】5回(令和4年3月31日現在)"), ("date_outside_year", "evaluation", "R4")),
        (_year(1, evaluation="#N/A"), ("error_value", "evaluation", "R4")),
        (_year(1, evaluation="案内\x0bした。【結果】5回"), ("control_character", "evaluation", "R4")),
        (_year(1, evaluation="\ue000町で案内した。【結果】5回"), ("unprintable", "evaluation", "R4")),
    ],
)  # fmt: skip
def test_a_fault_is_found_in_its_cell(row: Row, expected: tuple[str, str, str]) -> None:
    assert expected in told(row)


@pytest.mark.parametrize(
    "row",
    [
        _year(2, target="", evaluation="", grade=""),
        _year(1, evaluation="該当なし", grade="－"),
        _year(1, evaluation="主担当課に準ずる。", grade=""),
        _year(1, evaluation="検討した結果、来年度から実施する。【結果】5回"),
        _year(1, evaluation="窓口で5回案内した。"),
        _year(1, evaluation="【結果】6回"),
        _year(1, target="【目標】5件以下", evaluation="【結果】4件"),
        _year(1, evaluation="感染症の影響により1回減らした。【結果/目標】4/5回", grade="△"),
        _year(1, evaluation="案内した。【結果】5回(令和5年3月31日現在)"),
        _year(1, target="【目標】5箇所", evaluation="案内した。【結果】5か所"),
    ],
)
def test_what_is_right_is_left_in_peace(row: Row) -> None:
    ended = replace(row, ended_year=FiscalYear(2022)) if not row.years[2].target else row
    assert told(ended) == []


def test_an_evaluation_is_waited_for_only_when_its_year_is_over() -> None:
    row = _year(2, evaluation="", grade="")
    before = Terms(dt.date(2024, 3, 31), used=used_columns([GOOD, row]))
    assert told(row, terms=before) == []
    assert [f.severity for f in found(row)] == [Severity.ERROR]


def test_a_column_that_nobody_has_begun_is_not_waited_for() -> None:
    rows = [replace(with_year(row, 2, evaluation="", grade="")) for row in (GOOD, ROW)]
    assert told(*rows, beside=False) == []


def test_a_row_that_stops_is_one_finding_and_a_notice_where_its_text_tells_why() -> None:
    stopped = with_year(_year(2, "", "", ""), 1, evaluation="", grade="")
    (finding,) = found(stopped)
    assert (finding.check, finding.severity) == ("not_entered", Severity.ERROR)
    told_why = with_year(stopped, 1, target="事務移管により、企画課で実施する。")
    (finding,) = found(told_why)
    assert (finding.check, finding.severity) == ("end_not_declared", Severity.NOTICE)
    assert told(with_year(stopped, 1, target="終了")) == []


def test_a_row_that_tells_why_it_begins_later_owes_nothing_before() -> None:
    later = with_year(with_year(ROW, 0, "令和4年度発足のため令和4年度より記載。", "", ""), 1, target="")
    assert told(later) == []


def test_the_same_evaluation_over_years_is_found_once_in_the_last_of_them() -> None:
    text = "転入された方に、窓口での手続の流れを案内し、好評だった。【結果】9回"
    same = with_year(with_year(_year(0, evaluation=text), 1, evaluation=text), 2, evaluation=text)
    assert told(same) == [("evaluation_repeats_last", "evaluation", "R5")]


def test_a_target_below_what_was_counted_up_is_found_and_one_counted_anew_is_not() -> None:
    stock = _year(0, "【目標】90人", "登録を広げた。【結果】120人(令和4年3月31日現在)")
    stock = with_year(stock, 1, "【目標】100人", "登録を広げた。【結果】130人")
    assert told(stock) == [("target_below_reached", "target", "R4")]
    anew = with_year(_year(0, evaluation="案内した。【結果】12回"), 1)
    assert told(anew) == []


def test_a_department_that_had_ended_has_no_later_years() -> None:
    lives = {ROW.department: (None, FiscalYear(2021))}
    terms = Terms(TODAY, lives=lives, used=used_columns([GOOD, ROW]))
    assert told(ROW, terms=terms) == [("department_ended", "department", "")]


def test_every_finding_names_its_row_and_says_what_to_do() -> None:
    rows = [_year(1, evaluation="", grade=""), numbered(3, _year(1, grade=""))]
    for finding in found(*rows):
        assert finding.check in CHECKS
        assert finding.place.record in ("row 2", "row 3")
        assert finding.place.number
        assert str(finding.sentence).endswith("ください。")


def test_a_table_of_one_year_is_checked_like_any_other() -> None:
    alone = [replace(row, years=row.years[:1]) for row in (GOOD, ROW)]
    assert told(*alone, beside=False) == []
    blank = replace(with_year(ROW, 0, evaluation=""), years=with_year(ROW, 0, evaluation="").years[:1])
    assert ("not_entered", "evaluation", "R3") in told(alone[0], blank, beside=False)
    assert told(replace(ROW, years=()), beside=False) == []


def test_every_check_has_one_name_and_a_function_of_its_trade() -> None:
    rows = [check for trade in TRADES for check in trade.CHECKS]
    assert len({check.name for check in rows}) == len(rows) == len(CHECKS)
    assert len({str(check.label) for check in rows}) == len(rows)
    without = {check.name for check in rows if not (check.of_row or check.of_table or check.of_plan)}
    assert without == {"sheet_overfull", "too_many_pages"}
