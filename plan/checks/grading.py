"""Grades of the yearly cells: missing, unknown to the scale, or without the reason that the scale asks for."""

import re
from collections.abc import Iterator

from plan.checks.check import Check
from plan.checks.checked_rows import Row, Terms, is_entered, is_prose
from plan.errors import say
from plan.fields import EVALUATION, GRADE
from plan.findings import Finding, Severity
from plan.folding import fold
from plan.states import State, state_of

_REASON = re.compile(
    r"理由|ため|ので|により|によって|影響|原因|要因|できな|至らな|及ばな|届かな|困難|不足|中止|延期|遅れ|減少"
)


def grades(row: Row, terms: Terms) -> Iterator[Finding]:
    """Grades that are missing where others graded their year, or that the scale does not have."""
    known = {fold(grade.symbol) for grade in terms.scale.grades}
    for texts in row.years:
        used = (texts.year, GRADE.name) in terms.used
        if used and is_prose(texts.evaluation) and not is_entered(texts.grade):
            sentence = say(
                "{year}の評価はありますが、達成状況が付いていません。記号を選んでください。", year=texts.year.label
            )
            yield GRADE_MISSING.found_in(row, sentence, GRADE, texts.year)
        elif state_of(texts.grade) is State.TEXT and fold(texts.grade) not in known:
            sentence = say(
                "{year}の達成状況「{grade}」は、この計画の評価区分にありません。記号を選び直してください。",
                year=texts.year.label,
                grade=texts.grade,
            )
            yield GRADE_UNKNOWN.found_in(row, sentence, GRADE, texts.year)


def reasons(row: Row, terms: Terms) -> Iterator[Finding]:
    """Grades that need a reason, beside an evaluation that gives none."""
    asked = {grade.symbol for grade in terms.scale.grades if grade.reason_required}
    for texts in row.years:
        if texts.grade in asked and not _REASON.search(texts.evaluation):
            sentence = say(
                "{year}の達成状況が「{grade}」ですが、評価に理由が見当たりません。【理由】を書いてください。",
                year=texts.year.label,
                grade=texts.grade,
            )
            yield REASON_MISSING.found_in(row, sentence, EVALUATION, texts.year)


GRADE_MISSING = Check("grade_missing", say("達成状況の付け忘れ"), Severity.WARNING, of_row=grades)
GRADE_UNKNOWN = Check("grade_unknown", say("評価区分にない記号"), Severity.WARNING, of_row=grades)
REASON_MISSING = Check("reason_missing", say("理由のない達成状況"), Severity.WARNING, of_row=reasons)
CHECKS = (GRADE_MISSING, GRADE_UNKNOWN, REASON_MISSING)
"""The checks of this trade."""
