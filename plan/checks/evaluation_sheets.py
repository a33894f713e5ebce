"""Evaluation sheets: amounts that disagree, and grades of one grader without the other's."""

from collections.abc import Iterator

from plan.checks.check import Check, Subject
from plan.documents.budget import amount_of
from plan.documents.reports import EvaluationSheet, Grades
from plan.errors import Sentence, say
from plan.fields import FIELDS, Field
from plan.findings import Finding, Place, Severity

_FIELDS = {(field.table, field.name): field for field in FIELDS}
_SETTLEMENT = _FIELDS["evaluation_sheet", "settlement"]
_RATE = _FIELDS["evaluation_sheet", "typed_rate"]
_GRADE = _FIELDS["sheet_grade", "grade"]
_STAGES = (("interim", "中間評価"), ("final", "事後評価"))


def sheet_findings(subject: Subject) -> Iterator[Finding]:
    """Everything odd, sheet by sheet."""
    sheets = subject.sheets
    judged = {(s.year, name) for s in sheets for name, _ in _STAGES if _grades(s, name).committee}
    graded = {(s.year, name) for s in sheets for name, _ in _STAGES if _grades(s, name).own}
    for sheet in sheets:
        yield from _budget(sheet)
        yield from _undrawn(sheet)
        for name, label in _STAGES:
            yield from _stage(sheet, _grades(sheet, name), label, judged=(sheet.year, name) in judged)
            if (sheet.year, name) in graded:
                yield from _ungraded(sheet, name, label)


def _grades(sheet: EvaluationSheet, stage: str) -> Grades:
    return sheet.interim if stage == "interim" else sheet.final


def _budget(sheet: EvaluationSheet) -> Iterator[Finding]:
    budget = sheet.budget
    current, settlement = amount_of(budget.current), amount_of(budget.settlement)
    if current is not None and settlement is not None and settlement > current:
        sentence = say(
            "決算額（{settlement}千円）が予算額（{current}千円）を上回っています。金額を確かめてください。",
            settlement=budget.settlement,
            current=budget.current,
        )
        yield _finding(sheet, SETTLEMENT_ABOVE_BUDGET, sentence, _SETTLEMENT)
    if budget.disagrees:
        sentence = say(
            "記入された執行率（{typed}％）が、金額から計算した{rate}％と違います。金額か執行率を直してください。",
            typed=budget.typed_rate.rstrip("%％ "),
            rate=budget.rate,
        )
        yield _finding(sheet, RATE_DISAGREES, sentence, _RATE)


def _undrawn(sheet: EvaluationSheet) -> Iterator[Finding]:
    for name in ("planned_undrawn", "actual_undrawn"):
        labels = getattr(sheet.texts, name)
        if labels:
            at = _FIELDS["evaluation_sheet", name]
            sentence = say(
                "{label}に「{labels}」が残っています。スケジュールに描いてから、この欄を空けてください。",
                label=at.label,
                labels="」「".join(labels.splitlines()),
            )
            yield _finding(sheet, SCHEDULE_NOT_DRAWN, sentence, at)


def _stage(sheet: EvaluationSheet, grades: Grades, label: str, *, judged: bool) -> Iterator[Finding]:
    if grades.committee and not grades.own:
        sentence = say(
            "{stage}に審査会評価がありますが、主管課評価がありません。主管課に確かめてください。", stage=label
        )
        yield _finding(sheet, OWN_GRADE_MISSING, sentence, _GRADE)
    elif grades.own and not grades.committee and judged:
        sentence = say("{stage}の審査会評価がありません。審査会の結果を記入してください。", stage=label)
        yield _finding(sheet, COMMITTEE_GRADE_MISSING, sentence, _GRADE)


def _ungraded(sheet: EvaluationSheet, name: str, label: str) -> Iterator[Finding]:
    """A stage that is written and that nobody graded, where other sheets of the year are graded."""
    texts, grades = sheet.texts, _grades(sheet, name)
    written = texts.interim_result if name == "interim" else texts.outcome_status or texts.summary
    if written and not grades.own and not grades.committee:
        sentence = say("{stage}の文はありますが、主管課評価がありません。主管課に確かめてください。", stage=label)
        yield _finding(sheet, SHEET_NOT_GRADED, sentence, _GRADE)


def _finding(sheet: EvaluationSheet, check: Check, sentence: Sentence, at: Field) -> Finding:
    place = Place(number=sheet.number, department=sheet.department, year=sheet.year, field=at, record=sheet.id)
    return check.found(sentence, place)


SETTLEMENT_ABOVE_BUDGET = Check(
    "settlement_above_budget", say("予算額を超える決算額"), Severity.WARNING, of_plan=sheet_findings
)
RATE_DISAGREES = Check("rate_disagrees", say("金額と合わない執行率"), Severity.WARNING, of_plan=sheet_findings)
SCHEDULE_NOT_DRAWN = Check("schedule_not_drawn", say("描いていない予定"), Severity.WARNING, of_plan=sheet_findings)
OWN_GRADE_MISSING = Check(
    "own_grade_missing", say("主管課評価のない審査会評価"), Severity.ERROR, of_plan=sheet_findings
)
SHEET_NOT_GRADED = Check("sheet_not_graded", say("主管課評価の付け忘れ"), Severity.WARNING, of_plan=sheet_findings)
COMMITTEE_GRADE_MISSING = Check(
    "committee_grade_missing", say("審査会評価の付け忘れ"), Severity.WARNING, of_plan=sheet_findings
)
SHEET_OVERFULL = Check("sheet_overfull", say("一枚に読める大きさで収まらない評価表"), Severity.WARNING)
TOO_MANY_PAGES = Check("too_many_pages", say("ページ数の多すぎる成果報告書"), Severity.WARNING)
CHECKS = (
    SETTLEMENT_ABOVE_BUDGET,
    RATE_DISAGREES,
    SCHEDULE_NOT_DRAWN,
    OWN_GRADE_MISSING,
    SHEET_NOT_GRADED,
    COMMITTEE_GRADE_MISSING,
    SHEET_OVERFULL,
    TOO_MANY_PAGES,
)
"""The checks of this trade; the last two are found by the pages of the documents."""
