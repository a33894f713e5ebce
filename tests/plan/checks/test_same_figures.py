"""A figure that stands in several places is told where one of them says otherwise, and only there."""

from dataclasses import replace

from plan.checks.check import Subject
from plan.checks.checked_rows import Row, Terms
from plan.checks.indicators import indicator_findings
from plan.checks.same_figures import differing_figures
from plan.documents.reports import (
    EvaluationSheet,
    FieldResult,
    Indicator,
    IndicatorYear,
    PlanOutline,
    ResultsReport,
    SheetTexts,
)
from plan.era import FiscalYear, YearRange
from plan.ids import RecordId
from tests.plan.checks.tables import TODAY, numbered, told, with_year

YEARS = [FiscalYear(year) for year in (2021, 2022, 2023)]


def _row(*results: str) -> Row:
    row = numbered(2)
    for at, result in enumerate(results):
        row = with_year(row, at, "登録を広げる。", f"案内した。【結果/目標】{result}/9,000人")
    return row


def _indicator(*results: str, name: str = "見守りメールの登録者数") -> Indicator:
    years = {year: IndicatorYear("9,000", "", result, "○") for year, result in zip(YEARS, results, strict=True)}
    return Indicator(RecordId("i"), None, name, "人", years=years)


def _found(subject: Subject) -> list[tuple[str, str]]:
    return [
        (f.place.field.name if f.place.field else "", f.place.year.short if f.place.year else "")
        for f in differing_figures(subject)
    ]


def test_a_row_that_has_stated_an_indicator_is_told_where_it_states_another_figure() -> None:
    row = _row("9,100", "9,200", "9,300")
    same, other = _indicator("9100", "9,200", "9,300"), _indicator("9,100", "9,200", "9,999")
    assert _found(Subject(Terms(TODAY), [row], indicators=[same])) == []
    assert _found(Subject(Terms(TODAY), [row], indicators=[other])) == [("evaluation", "R5")]
    (finding,) = differing_figures(Subject(Terms(TODAY), [row], indicators=[other]))
    assert "9,300人" in str(finding.sentence)
    assert "「見守りメールの登録者数」の結果（9,999人）" in str(finding.sentence)


def test_a_row_that_agrees_by_chance_once_states_something_of_its_own() -> None:
    row = _row("9,100", "120", "130")
    assert _found(Subject(Terms(TODAY), [row], indicators=[_indicator("9,100", "9,200", "9,300")])) == []
    small = _row("4", "5", "6")
    assert _found(Subject(Terms(TODAY), [small], indicators=[_indicator("4", "5", "7")])) == []


def test_a_sheet_that_writes_the_indicators_noun_before_another_figure_is_told() -> None:
    def sheet(**texts: str) -> Subject:
        made = EvaluationSheet(RecordId("s"), YEARS[2], "広－1", "案内", texts=SheetTexts(**texts))
        return Subject(Terms(TODAY), sheets=[made], indicators=[_indicator("9,100", "9,200", "9,300")])

    assert _found(sheet(outcome_status="登録者数は９，３００人となり、目標に達した。")) == []
    assert _found(sheet(outcome_status="前年度の登録者数は9,200人だった。")) == []
    assert _found(sheet(outcome_status="登録者数は9,399人となった。")) == [("outcome_status", "R5")]
    assert _found(sheet(outcome_goal="登録者数 9,500人")) == [("outcome_goal", "R5")]
    assert _found(sheet(outcome_goal="登録者数 9,000人")) == []


def test_a_report_is_told_where_its_figure_is_the_indicators_of_no_year() -> None:
    def report(text: str) -> Subject:
        outline = PlanOutline("計画", "市", "", YearRange(YEARS[0], YEARS[2]))
        told_report = ResultsReport(outline, YEARS[2], (FieldResult("安全", "", text),), ())
        return Subject(Terms(TODAY), indicators=[_indicator("9,100", "9,200", "9,300")], results=told_report)

    assert _found(report("登録者数は9,200人になった。")) == []
    assert _found(report("登録者数は9,250人になった。")) == [("result", "R5")]


def test_a_noun_that_two_indicators_share_is_none_of_theirs() -> None:
    other = replace(_indicator("1", "2", "3", name="図書館の登録者数"), id=RecordId("j"))
    sheet = EvaluationSheet(RecordId("s"), YEARS[2], "広－1", "案内", texts=SheetTexts(summary="登録者数は5人だった。"))
    both = [_indicator("9,100", "9,200", "9,300"), other]
    assert _found(Subject(Terms(TODAY), sheets=[sheet], indicators=both)) == []


def test_a_grade_that_the_scale_would_not_suggest_is_told() -> None:
    def checks(result: str, grade: str) -> list[str]:
        said = {YEARS[0]: IndicatorYear("100", "", result, grade, reason="天候のため")}
        made = Indicator(RecordId("i"), None, "登録者数", "人", years=said)
        return [f.check for f in indicator_findings(Subject(Terms(TODAY), indicators=[made]))]

    assert checks("107.1", "△") == ["grade_not_suggested"]
    assert checks("40", "△") == ["grade_not_suggested"]
    assert checks("90", "△") == checks("107.1", "○") == checks("90", "－") == []
    assert checks("90", "○") == ["achieved_below_target"]


def test_a_cell_overwritten_by_an_editors_markup_is_an_error() -> None:
    html = (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">\n'
        '<html><head><meta name="qrichtext" content="1" /></head><body><p>案内した。</p></body></html>'
    )
    assert ("editor_markup", "evaluation", "R4") in told(with_year(numbered(2), 1, evaluation=html))
    assert ("editor_markup", "grade", "R4") in told(with_year(numbered(2), 1, grade=html))
    assert "editor_markup" not in [check for check, _, _ in told(with_year(numbered(2), 1, evaluation="<b>字</b>"))]
