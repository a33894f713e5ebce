"""Texts that were left in, pasted one column to the right, or hold what cannot be printed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plan.checks.characters import error_value, has_control, unprintable
from plan.checks.checked_rows import FIELDS_WITH_TEXT, Row, Terms, YearTexts, is_prose
from plan.checks.entries import explains
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import BASELINE_AND_GOAL, EVALUATION, TARGET, Field
from plan.findings import Finding, Severity
from plan.folding import same_words
from plan.tense import promises, reports

_MEASURE = re.compile(r"【[^【】]*】[^【。\n]*")
# An evaluation that ends with a plan may tell before what came of the year: 検討した結果、…で実施する。
_TOLD = re.compile(
    r"た(?:結果|が|ため|ので|ことから|ところ)|中(?:$|[。\n])|考えられる|思われる|(?:移管|移行)により|はない"
)
_TELLING = 20  # characters of prose from which a repetition is hardly chance


def repeated(row: Row, _: Terms) -> Iterator[Finding]:
    """Evaluations that repeat the target, or that of the year before."""
    for texts in row.years:
        if is_prose(texts.evaluation) and same_words(texts.evaluation) == same_words(texts.target):
            sentence = say("{year}の評価が、内容及び目標と同じ文です。実績を書いてください。", year=texts.year.label)
            yield row.finding(Severity.WARNING, "evaluation_repeats_target", sentence, EVALUATION, texts.year)
    again = [_is_left_in(before, texts) for before, texts in pairwise(row.years)]
    for texts, same, goes_on in zip(row.years[1:], again, [*again[1:], False], strict=True):
        if same and not goes_on:  # of several years on end the last
            sentence = say(
                "{year}の評価が、前年度の評価と同じ文です。前の年度の文が残っていないか確かめてください。",
                year=texts.year.label,
            )
            yield row.finding(Severity.NOTICE, "evaluation_repeats_last", sentence, EVALUATION, texts.year)


def _is_left_in(before: YearTexts, texts: YearTexts) -> bool:
    """Whether a text with prose of some length stands there again; the same figures twice are nothing odd."""
    if not texts.evaluation or not is_prose(texts.evaluation):
        return False
    same = same_words(texts.evaluation) == same_words(before.evaluation)
    return same and len(same_words(_MEASURE.sub("", texts.evaluation))) >= _TELLING


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
            yield row.finding(Severity.NOTICE, "column_shifted", sentence, TARGET, texts.year)
        elif late and not explains(texts.target):
            sentence = say(
                "{year}の内容及び目標が「…した。」と、実績のように書かれています。列を確かめてください。",
                year=texts.year.label,
            )
            yield row.finding(Severity.NOTICE, "target_reports", sentence, TARGET, texts.year)
        elif early:
            sentence = say(
                "{year}の評価が「…する。」「…努める。」と、予定のように書かれています。実績を書いてください。",
                year=texts.year.label,
            )
            yield row.finding(Severity.NOTICE, "evaluation_promises", sentence, EVALUATION, texts.year)


def _promises_only(texts: YearTexts) -> bool:
    """Whether the evaluation tells nothing of its year; one that repeats the target is found as such."""
    repeats = same_words(texts.evaluation) == same_words(texts.target)
    return (
        is_prose(texts.evaluation) and not repeats and promises(texts.evaluation) and not _TOLD.search(texts.evaluation)
    )


def odd_characters(row: Row, _: Terms) -> Iterator[Finding]:
    """Error values of a workbook, control characters, characters of one PC's own font."""
    for at, year, text in _texts(row):
        for check, sentence in _odd(text):
            yield row.finding(Severity.WARNING, check, sentence, at, year)


def _odd(text: str) -> Iterator[tuple[str, Sentence]]:
    if error_value(text):
        yield (
            "error_value",
            say("「{text}」という Excel のエラー表示が入っています。元の値を書いてください。", text=text.strip()),
        )
    if has_control(text):
        yield "control_character", say("目に見えない制御文字が含まれています。この欄を入力し直してください。")
    if found := unprintable(text):
        yield (
            "unprintable",
            say(
                "印刷できない文字（外字など、{code}）が含まれています。別の字に直してください。",
                code=f"U+{ord(found):04X}",
            ),
        )


def _texts(row: Row) -> Iterator[tuple[Field, FiscalYear | None, str]]:
    yield BASELINE_AND_GOAL, None, row.baseline
    for texts in row.years:
        for at in FIELDS_WITH_TEXT[1:]:
            yield at, texts.year, texts.text(at)
