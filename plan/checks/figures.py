"""Measures against each other: a target without its result, a result below its target, units that change."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plan.checks.check import Check
from plan.checks.checked_rows import Row, Terms, YearTexts, is_prose
from plan.era import fold
from plan.errors import say
from plan.fields import EVALUATION, GRADE, TARGET
from plan.findings import Finding, Severity
from plan.measures import Measure, measures
from plan.tense import promises

_SAME_UNIT = {"名": "人", "か所": "箇所", "カ所": "箇所", "ヶ所": "箇所", "ケ所": "箇所", "個所": "箇所"}
_STOCK = re.compile(r"延|累|現在|時点")  # what is counted up over the years, not anew in each
Keyed = dict[str, Measure]
"""Measures by the words before their figure: "" and 参加人数 of 4回、参加人数70人."""


def unit_of(measure: Measure) -> str:
    """The unit, spelt one way."""
    return _SAME_UNIT.get(measure.unit, measure.unit)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one: 人 and 名."""
    return _SAME_UNIT.get(one, one) == _SAME_UNIT.get(other, other)


def stated(texts: YearTexts) -> Keyed:
    """The figures that a target cell calls its target."""
    found = measures(texts.target, reported=False) if "【" in texts.target else ()
    return {m.part: m for m in reversed(found) if m.is_target and m.target is not None}


def reached(texts: YearTexts) -> Keyed:
    """The figures that an evaluation calls its result."""
    found = measures(texts.evaluation, reported=True)
    return {m.part: m for m in reversed(found) if m.is_result and m.result is not None}


def target_without_result(row: Row, _: Terms) -> Iterator[Finding]:
    """Years whose target states a figure while the evaluation has none in its unit."""
    for texts in row.years:
        wanted = stated(texts)
        if not wanted or not is_prose(texts.evaluation) or promises(texts.evaluation):
            continue
        if not any(_answered(m, texts.evaluation) for m in wanted.values()):
            first = next(iter(wanted.values()))
            sentence = say(
                "{year}の目標（{target}）に対する結果の数値が、評価に見当たりません。【結果】を書いてください。",
                year=texts.year.label,
                target=f"{first.part}{first.target:,}{first.unit}",
            )
            yield TARGET_WITHOUT_RESULT.found_in(row, sentence, EVALUATION, texts.year)


def _answered(target: Measure, evaluation: str) -> bool:
    """Whether there is a result, or at least a figure in the target's unit anywhere in the prose."""
    found = measures(evaluation, reported=True)
    if any(m.result is not None and (m.is_result or unit_of(m) == unit_of(target)) for m in found):
        return True
    units = [target.unit, *(u for u, same in _SAME_UNIT.items() if same == unit_of(target)), unit_of(target)]
    return any(re.search(rf"[0-9]\s?{re.escape(unit)}", fold(evaluation)) for unit in units)


def achieved_below_target(row: Row, terms: Terms) -> Iterator[Finding]:
    """Results below their target that were graded as achieved."""
    achieved = {grade.symbol for grade in terms.scale.grades if grade.achieved}
    for texts in row.years:
        short = _below(texts) if texts.grade in achieved else None
        if short is not None:
            sentence = say(
                "{year}の結果（{result}）は目標（{target}）に届いていませんが、達成状況が「{grade}」です。"
                "数値か達成状況を確かめてください。",
                year=texts.year.label,
                result=f"{short.result:,}{short.unit}",
                target=f"{short.target:,}{short.unit}",
                grade=texts.grade,
            )
            yield ACHIEVED_BELOW_TARGET.found_in(row, sentence, GRADE, texts.year)


def _below(texts: YearTexts) -> Measure | None:
    """The first result that misses its target, which stands beside it or in the target cell."""
    wanted = stated(texts)
    for part, found in reached(texts).items():
        beside = found
        if found.target is None and part in wanted and unit_of(wanted[part]) == unit_of(found):
            beside = Measure(
                found.label, part, found.result, wanted[part].target, found.unit, qualifier=wanted[part].qualifier
            )
        if beside.achieved is False:
            return beside
    return None


def target_below_reached(row: Row, _: Terms) -> Iterator[Finding]:
    """Targets that were reached before their year began; only of what is counted up over the years."""
    for before, texts in pairwise(row.years):
        results = reached(before)
        for part, wanted in stated(texts).items():
            found = results.get(part)
            if found and unit_of(found) == unit_of(wanted) and _counts_up(found, wanted) and _lower(wanted, found):
                sentence = say(
                    "{year}の目標（{target}）が、前年度の結果（{result}）を下回っています。目標を確かめてください。",
                    year=texts.year.label,
                    target=f"{wanted.target:,}{wanted.unit}",
                    result=f"{found.result:,}{found.unit}",
                )
                yield TARGET_BELOW_REACHED.found_in(row, sentence, TARGET, texts.year)


def _counts_up(found: Measure, wanted: Measure) -> bool:
    told = found.qualifier + wanted.qualifier
    return found.as_of is not None or wanted.as_of is not None or _STOCK.search(told) is not None


def _lower(wanted: Measure, found: Measure) -> bool:
    bounded = "以下" in wanted.qualifier or "以内" in wanted.qualifier
    return not bounded and wanted.target is not None and found.result is not None and wanted.target < found.result


def unit_changed(row: Row, _: Terms) -> Iterator[Finding]:
    """Results in another unit than their target, and targets of one name in another than the year before."""
    for texts in row.years:
        wanted = stated(texts)
        for part, found in reached(texts).items():
            if part in wanted and _differ(wanted[part], found):
                sentence = say(
                    "{year}の目標の単位は「{target}」ですが、結果の単位は「{result}」です。単位をそろえてください。",
                    year=texts.year.label,
                    target=wanted[part].unit,
                    result=found.unit,
                )
                yield UNIT_CHANGED.found_in(row, sentence, EVALUATION, texts.year)
    for before, texts in pairwise(row.years):
        earlier = stated(before)
        for part, later in stated(texts).items():
            if part and part in earlier and _differ(earlier[part], later):
                sentence = say(
                    "「{part}」の目標の単位が、前年度の「{before}」から{year}は「{after}」に変わっています。"
                    "誤りでないか確かめてください。",
                    part=part,
                    year=texts.year.label,
                    before=earlier[part].unit,
                    after=later.unit,
                )
                yield UNIT_CHANGED.found_in(row, sentence, TARGET, texts.year)


def _differ(one: Measure, other: Measure) -> bool:
    return bool(one.unit and other.unit) and unit_of(one) != unit_of(other)


TARGET_WITHOUT_RESULT = Check(
    "target_without_result", say("結果の数値がない評価"), Severity.NOTICE, of_row=target_without_result
)
ACHIEVED_BELOW_TARGET = Check(
    "achieved_below_target", say("目標に届かない「達成」"), Severity.WARNING, of_row=achieved_below_target
)
TARGET_BELOW_REACHED = Check(
    "target_below_reached", say("前年度の結果より低い目標"), Severity.NOTICE, of_row=target_below_reached
)
UNIT_CHANGED = Check("unit_changed", say("単位の違い"), Severity.NOTICE, of_row=unit_changed)
CHECKS = (TARGET_WITHOUT_RESULT, ACHIEVED_BELOW_TARGET, TARGET_BELOW_REACHED, UNIT_CHANGED)
"""The checks of this trade."""
