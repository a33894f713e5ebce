"""Texts that were left in, pasted one column to the right, or hold what cannot be printed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plan.checks.characters import error_value, has_control, unprintable
from plan.checks.check import Check
from plan.checks.checked_rows import Prose, Row, Terms, YearTexts, is_prose, prose_of, squeezed
from plan.checks.entries import explains
from plan.errors import Sentence, say
from plan.fields import CONTENT, EVALUATION, GRADE, LEAD, NUMBER, PROJECT, TARGET
from plan.findings import Finding, Severity
from plan.tense import promises, reports

_MEASURE = re.compile(r"【[^【】]*】[^【。\n]*")
# An evaluation that ends with a plan may tell before what came of the year: 検討した結果、…で実施する。
_TOLD = re.compile(
    r"た(?:結果|が|ため|ので|ことから|ところ)|中(?:$|[。\n])|考えられる|思われる|(?:移管|移行)により|はない"
)
_MARKUP = re.compile(r'<!DOCTYPE HTML PUBLIC[^>]*>.*?name="qrichtext"', re.DOTALL)
_TELLING = 20  # characters of prose from which a repetition is hardly chance


def repeated(row: Row, _: Terms) -> Iterator[Finding]:
    """Evaluations that repeat the target, or that of the year before."""
    for texts in row.years:
        if is_prose(texts.evaluation) and squeezed(texts.evaluation) == squeezed(texts.target):
            sentence = say("{year}の評価が、内容及び目標と同じ文です。実績を書いてください。", year=texts.year.label)
            yield EVALUATION_REPEATS_TARGET.found_in(row, sentence, EVALUATION, texts.year)
    again = [texts for before, texts in pairwise(row.years) if _is_left_in(before, texts)]
    for texts in again:
        if texts.year + 1 not in {other.year for other in again}:  # of several years on end the last
            sentence = say(
                "{year}の評価が、前年度の評価と同じ文です。前の年度の文が残っていないか確かめてください。",
                year=texts.year.label,
            )
            yield EVALUATION_REPEATS_LAST.found_in(row, sentence, EVALUATION, texts.year)


def _is_left_in(before: YearTexts, texts: YearTexts) -> bool:
    """Whether a text with prose of some length stands there again; the same figures twice are nothing odd."""
    if not texts.evaluation or not is_prose(texts.evaluation):
        return False
    same = squeezed(texts.evaluation) == squeezed(before.evaluation)
    return same and len(squeezed(_MEASURE.sub("", texts.evaluation))) >= _TELLING


def tense(row: Row, _: Terms) -> Iterator[Finding]:
    """Targets that report and evaluations that promise; both in one year are a column pasted one to the right."""
    for texts in row.years:
        late, early = reports(texts.target), _promises_only(texts)
        if late and early:
            sentence = say(
                "{year}は、目標の欄が「…した。」、評価の欄が「…する。」となっています。"
                "文が右の列にずれていないか確かめてください。",
                year=texts.year.label,
            )
            yield COLUMN_SHIFTED.found_in(row, sentence, TARGET, texts.year)
        elif late and not explains(texts.target):
            sentence = say(
                "{year}の内容及び目標が「…した。」と、実績のように書かれています。列を確かめてください。",
                year=texts.year.label,
            )
            yield TARGET_REPORTS.found_in(row, sentence, TARGET, texts.year)
        elif early:
            sentence = say(
                "{year}の評価が「…する。」「…努める。」と、予定のように書かれています。実績を書いてください。",
                year=texts.year.label,
            )
            yield EVALUATION_PROMISES.found_in(row, sentence, EVALUATION, texts.year)


def _promises_only(texts: YearTexts) -> bool:
    """Whether the evaluation tells nothing of its year; one that repeats the target is found as such."""
    repeats = squeezed(texts.evaluation) == squeezed(texts.target)
    return (
        is_prose(texts.evaluation) and not repeats and promises(texts.evaluation) and not _TOLD.search(texts.evaluation)
    )


def markup(row: Row, _: Terms) -> Iterator[Finding]:
    """Cells into which an earlier version's editor wrote its own markup in place of the text."""
    keys: list[Prose] = [(NUMBER, None, row.number), (LEAD, None, row.lead)]
    keys += [(CONTENT, None, row.content_name), (PROJECT, None, row.project)]
    grades = [(GRADE, texts.year, texts.grade) for texts in row.years]
    for at, year, text in (*keys, *prose_of(row), *grades):
        if _MARKUP.search(text):
            sentence = say(
                "{field}の文章が、以前の版の不具合により、画面用の書式（HTML）に置き換わっています。"
                "この欄の履歴で前の文章を確かめ、入力し直してください。",
                field=at.label,
            )
            yield EDITOR_MARKUP.found_in(row, sentence, at, year)


def odd_characters(row: Row, _: Terms) -> Iterator[Finding]:
    """Error values of a workbook, control characters, characters of one PC's own font."""
    for at, year, text in prose_of(row):
        for check, sentence in _odd(text):
            yield check.found_in(row, sentence, at, year)


def _odd(text: str) -> Iterator[tuple[Check, Sentence]]:
    if error_value(text):
        yield (
            ERROR_VALUE,
            say("「{text}」という Excel のエラー表示が入っています。元の値を書いてください。", text=text.strip()),
        )
    if has_control(text):
        yield CONTROL_CHARACTER, say("目に見えない制御文字が含まれています。この欄を入力し直してください。")
    if found := unprintable(text):
        yield (
            UNPRINTABLE,
            say(
                "印刷できない文字（外字など、{code}）が含まれています。別の字に直してください。",
                code=f"U+{ord(found):04X}",
            ),
        )


EVALUATION_REPEATS_TARGET = Check(
    "evaluation_repeats_target", say("目標と同じ文の評価"), Severity.WARNING, of_row=repeated
)
EVALUATION_REPEATS_LAST = Check(
    "evaluation_repeats_last", say("前年度と同じ文の評価"), Severity.NOTICE, of_row=repeated
)
COLUMN_SHIFTED = Check("column_shifted", say("右の列にずれた文"), Severity.NOTICE, of_row=tense)
TARGET_REPORTS = Check("target_reports", say("実績のように書かれた目標"), Severity.NOTICE, of_row=tense)
EVALUATION_PROMISES = Check("evaluation_promises", say("予定のように書かれた評価"), Severity.NOTICE, of_row=tense)
ERROR_VALUE = Check("error_value", say("Excel のエラー表示"), Severity.WARNING, of_row=odd_characters)
CONTROL_CHARACTER = Check("control_character", say("制御文字"), Severity.WARNING, of_row=odd_characters)
EDITOR_MARKUP = Check("editor_markup", say("画面用の書式に置き換わった文章"), Severity.ERROR, of_row=markup)
UNPRINTABLE = Check("unprintable", say("印刷できない文字"), Severity.WARNING, of_row=odd_characters)
CHECKS = (
    EVALUATION_REPEATS_TARGET,
    EVALUATION_REPEATS_LAST,
    COLUMN_SHIFTED,
    TARGET_REPORTS,
    EVALUATION_PROMISES,
    ERROR_VALUE,
    CONTROL_CHARACTER,
    UNPRINTABLE,
    EDITOR_MARKUP,
)
"""The checks of this trade."""
