"""Evaluation sheets and indicators: amounts, grades and reasons that do not fit together."""

from dataclasses import replace

import pytest

from plan.achievement import DOWN, UP
from plan.checks.check import Subject
from plan.checks.checked_rows import Terms
from plan.checks.evaluation_sheets import sheet_findings
from plan.checks.indicators import indicator_findings
from plan.documents.budget import Budget
from plan.documents.reports import EvaluationSheet, Grades, Indicator, IndicatorYear, SheetTexts
from plan.era import FiscalYear
from plan.ids import RecordId
from tests.plan.checks.tables import TODAY

YEAR = FiscalYear(2023)
SHEET = EvaluationSheet(
    RecordId("sheet"), YEAR, "企－1", "案内", "広報課",
    budget=Budget("1,000", "1,200", "900", "75.0%"), interim=Grades("1", "1"), final=Grades("1", "1"),
)  # fmt: skip


def _checks(*sheets: EvaluationSheet) -> list[str]:
    return [finding.check for finding in sheet_findings(Subject(Terms(TODAY), sheets=sheets))]


def test_a_faultless_sheet_has_no_findings() -> None:
    assert _checks(SHEET, replace(SHEET, budget=Budget("－", "", "－"))) == []


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (replace(SHEET, budget=Budget("1,000", "", "1,001")), "settlement_above_budget"),
        (replace(SHEET, budget=Budget("1,000", "1,200", "900", "90.0")), "rate_disagrees"),
        (replace(SHEET, interim=Grades("", "1")), "own_grade_missing"),
        (replace(SHEET, final=Grades("1", "")), "committee_grade_missing"),
    ],
)
def test_a_fault_of_a_sheet_is_found(sheet: EvaluationSheet, expected: str) -> None:
    assert _checks(SHEET, sheet) == [expected]


def test_a_committee_that_has_not_met_yet_is_not_waited_for() -> None:
    assert _checks(replace(SHEET, final=Grades("1", ""))) == []


def test_a_stage_that_is_written_and_not_graded_is_found_where_others_are() -> None:
    written = replace(SHEET, interim=Grades(), texts=SheetTexts(interim_result="3校に置いた。"))
    assert _checks(SHEET, written) == ["sheet_not_graded"]
    assert _checks(written) == []
    assert _checks(SHEET, replace(written, texts=SheetTexts())) == []
    assert _checks(SHEET, replace(SHEET, final=Grades(), texts=SheetTexts(summary="済"))) == ["sheet_not_graded"]


def test_an_indicator_with_a_result_needs_its_grade_where_others_have_theirs() -> None:
    def found(*told: IndicatorYear) -> list[str]:
        named = [Indicator(RecordId(str(n)), None, f"指標{n}", years={YEAR: year}) for n, year in enumerate(told)]
        return [finding.check for finding in indicator_findings(Subject(Terms(TODAY), indicators=named))]

    graded, ungraded = IndicatorYear("100", "", "120", "○"), IndicatorYear("100", "", "120")
    assert found(graded, ungraded) == ["indicator_grade_missing"]
    assert found(ungraded) == []
    assert found(graded, IndicatorYear("－", "", "－"), IndicatorYear("100")) == []


def _indicated(told: IndicatorYear, direction: str = UP) -> list[str]:
    indicator = Indicator(RecordId("i"), None, "登録者数", "人", years={YEAR: told}, direction=direction)
    return [finding.check for finding in indicator_findings(Subject(Terms(TODAY), indicators=[indicator]))]


def test_an_indicator_needs_its_reason_and_a_grade_that_its_figures_bear_out() -> None:
    assert _indicated(IndicatorYear("100", "", "120", "○")) == []
    assert _indicated(IndicatorYear("100", "", "90", "△", reason="天候のため")) == []
    assert _indicated(IndicatorYear("100", "", "90", "△")) == ["indicator_reason_missing"]
    assert _indicated(IndicatorYear("100", "", "90", "○")) == ["achieved_below_target"]
    assert _indicated(IndicatorYear("100", "", "90", "○"), DOWN) == []
    assert _indicated(IndicatorYear("100", "", "調整中", "○")) == []
