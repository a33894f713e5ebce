"""Indicators: grades without the reason that their scale asks for, and grades that the figures do not bear out."""

from collections.abc import Iterator, Mapping, Sequence

from plan.achievement import UP, achievement, reason_missing
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import FIELDS, Field
from plan.findings import Finding, Place, Severity
from plan.ids import RecordId
from plan.reports import Indicator, IndicatorYear, is_idle
from plan.scales import Scale

_FIELDS = {(field.table, field.name): field for field in FIELDS}
_GRADE = _FIELDS["indicator_result", "grade"]
_REASON = _FIELDS["indicator_result", "reason"]
_ALL = 100  # per cent


def indicator_findings(
    indicators: Sequence[Indicator], directions: Mapping[RecordId, str], scale: Scale
) -> Iterator[Finding]:
    """Everything odd, indicator by indicator; `directions` are up where they are not known."""
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
                yield _finding(indicator, "indicator_grade_missing", sentence, year, _GRADE)
            if reason_missing(scale, told.grade, told.reason):
                sentence = say(
                    "指標「{name}」の{year}の達成状況が「{grade}」ですが、理由がありません。理由を書いてください。",
                    name=indicator.name,
                    year=year.label,
                    grade=told.grade,
                )
                yield _finding(indicator, "indicator_reason_missing", sentence, year, _REASON)
            if told.grade in achieved and _is_short(told, directions.get(indicator.id, UP)):
                sentence = say(
                    "指標「{name}」の{year}の結果（{result}）は目標（{target}）に届いていませんが、"
                    "達成状況が「{grade}」です。数値か達成状況を確かめてください。",
                    name=indicator.name,
                    year=year.label,
                    result=told.result + indicator.unit,
                    target=told.target + indicator.unit,
                    grade=told.grade,
                )
                yield _finding(indicator, "achieved_below_target", sentence, year, _GRADE)


def _is_short(told: IndicatorYear, direction: str) -> bool:
    rate = achievement(told.target, told.result, direction)
    return rate is not None and rate < _ALL


def _finding(indicator: Indicator, check: str, sentence: Sentence, year: FiscalYear, at: Field) -> Finding:
    return Finding(Severity.WARNING, check, sentence, Place(year=year, field=at, record=indicator.id))
