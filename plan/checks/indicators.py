"""Indicators: grades without the reason that their scale asks for, and grades that the figures do not bear out."""

from collections.abc import Iterator

from plan.achievement import achievement, reason_missing, suggested
from plan.checks.check import Check, Subject
from plan.checks.figures import ACHIEVED_BELOW_TARGET
from plan.documents.reports import Indicator, IndicatorYear, is_idle
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import FIELDS, Field
from plan.findings import Finding, Place, Severity
from plan.scales import Scale

_FIELDS = {(field.table, field.name): field for field in FIELDS}
_GRADE = _FIELDS["indicator_result", "grade"]
_REASON = _FIELDS["indicator_result", "reason"]
_ALL = 100  # per cent


def indicator_findings(subject: Subject) -> Iterator[Finding]:
    """Everything odd, indicator by indicator."""
    indicators, scale = subject.indicators, subject.terms.scale
    achieved = {grade.symbol for grade in scale.grades if grade.achieved}
    graded = {year for indicator in indicators for year, told in indicator.years.items() if told.grade}
    for indicator in indicators:
        for year, told in sorted(indicator.years.items()):
            if year in graded and told.result and not told.grade and not is_idle(told):
                sentence = say(
                    "指標「{name}」の{year}の結果はありますが、達成状況が付いていません。記号を選んでください。",
                    name=indicator.name,
                    year=year.label,
                )
                yield _finding(indicator, INDICATOR_GRADE_MISSING, sentence, year, _GRADE)
            if reason_missing(scale, told.grade, told.reason):
                sentence = say(
                    "指標「{name}」の{year}の達成状況が「{grade}」ですが、理由がありません。理由を書いてください。",
                    name=indicator.name,
                    year=year.label,
                    grade=told.grade,
                )
                yield _finding(indicator, INDICATOR_REASON_MISSING, sentence, year, _REASON)
            if candidate := _candidate(told, indicator, scale):
                sentence = say(
                    "指標「{name}」の{year}の達成率は{rate}％で、評価区分の目安では「{candidate}」ですが、"
                    "「{grade}」が付いています。達成状況を確かめてください。",
                    name=indicator.name,
                    year=year.label,
                    rate=achievement(told.target, told.result, indicator.direction),
                    candidate=candidate,
                    grade=told.grade,
                )
                yield _finding(indicator, GRADE_NOT_SUGGESTED, sentence, year, _GRADE)
            if told.grade in achieved and _is_short(told, indicator.direction):
                sentence = say(
                    "指標「{name}」の{year}の結果（{result}）は目標（{target}）に届いていませんが、"
                    "達成状況が「{grade}」です。数値か達成状況を確かめてください。",
                    name=indicator.name,
                    year=year.label,
                    result=told.result + indicator.unit,
                    target=told.target + indicator.unit,
                    grade=told.grade,
                )
                yield _finding(indicator, ACHIEVED_BELOW_TARGET, sentence, year, _GRADE)


def _candidate(told: IndicatorYear, indicator: Indicator, scale: Scale) -> str:
    """The grade that the scale's thresholds suggest, where another of them was given; a 達成 too many is told apart."""
    given = next((grade for grade in scale.grades if grade.symbol == told.grade and grade.threshold is not None), None)
    rate = achievement(told.target, told.result, indicator.direction)
    candidate = suggested(scale, rate)
    if given is None or rate is None or candidate == told.grade or (given.achieved and rate < _ALL):
        return ""
    return candidate


def _is_short(told: IndicatorYear, direction: str) -> bool:
    rate = achievement(told.target, told.result, direction)
    return rate is not None and rate < _ALL


def _finding(indicator: Indicator, check: Check, sentence: Sentence, year: FiscalYear, at: Field) -> Finding:
    return check.found(sentence, Place(year=year, field=at, record=indicator.id))


INDICATOR_GRADE_MISSING = Check(
    "indicator_grade_missing", say("指標の達成状況の付け忘れ"), Severity.WARNING, of_plan=indicator_findings
)
INDICATOR_REASON_MISSING = Check(
    "indicator_reason_missing", say("理由のない指標の達成状況"), Severity.WARNING, of_plan=indicator_findings
)
GRADE_NOT_SUGGESTED = Check(
    "grade_not_suggested", say("達成率の目安と違う達成状況"), Severity.NOTICE, of_plan=indicator_findings
)
CHECKS = (INDICATOR_GRADE_MISSING, INDICATOR_REASON_MISSING, GRADE_NOT_SUGGESTED)
"""The checks of this trade; results below their target are told by the check of the table's figures."""
