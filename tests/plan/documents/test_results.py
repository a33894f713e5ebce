"""The closing sentence of a results report is computed, and a text that tells the counts itself is held against it."""

import datetime as dt
from dataclasses import replace

import pytest

from plan.checks.check import Subject
from plan.checks.checked_rows import Terms
from plan.checks.told_counts import closing_findings
from plan.documents.reports import FieldResult, Node, PlanOutline, ResultsReport, StatusLine
from plan.documents.results import basic_goals_of, counts_of, period_of, strange_counts, tells
from plan.documents.tally import Counting, Graded, Tally
from plan.era import FiscalYear, YearRange
from plan.ids import ItemId, RecordId

YEAR = FiscalYear(2022)
OUTLINE = PlanOutline("計画", "みなと市", "", YearRange(FiscalYear(2018), YEAR))
WHOLE = Tally({"達成": 72, "未達成": 14, "中止": 12}, 1)


def report(summary: str, *statuses: str, counting: Counting = Counting.AS_PRINTED) -> ResultsReport:
    lines, first = [], ItemId(RecordId("0")) if counting is Counting.ONCE else None
    for n, status in enumerate(statuses):
        node = Node(ItemId(RecordId(str(n))), 1, f"事業{n}", "", f"事業{n}", listing_of=first if n else None)
        lines.append(StatusLine(node, 1, Graded(node.id, status, YEAR, "暮らし", (), node.listing_of)))
    outline = replace(OUTLINE, evaluation_summary=summary)
    return ResultsReport(outline, YEAR, (FieldResult("暮らし", "", ""),), tuple(lines), counting=counting)


@pytest.mark.parametrize(
    ("text", "whole", "strange"),
    [
        ("98項目を推進し、72項目を達成、14項目は未達成、12 項目を中止。", True, []),
        ("９８項目を推進し、７２項目を達成、１４項目は未達成、１２項目を中止。", True, []),
        ("98項目を推進し、71項目を達成、14項目は未達成、12項目を中止。", False, [71]),
        ("98項目を推進した。", False, []),
        ("第5項目の1,098項目。", False, [1098]),
        ("再掲の1項目を含む。", False, []),
        ("", False, []),
    ],
)
def test_counts_in_a_text_are_held_against_those_of_the_rows(text: str, *, whole: bool, strange: list[int]) -> None:
    assert (tells(text, WHOLE), strange_counts(text, WHOLE)) == (whole, strange)


def test_the_sentence_is_computed_unless_the_text_tells_the_same() -> None:
    assert counts_of(report("", "達成", "中止")).startswith("計画に掲げた2項目の実施状況は、「達成」が1項目（50.0%）")
    assert counts_of(report("2項目のうち1項目を達成、1項目を中止した。", "達成", "中止")) == ""
    assert counts_of(report("2項目のうち1項目を達成、1項目を中止した。", "達成", "達成")) != ""
    assert "元の項目と合わせて" in counts_of(report("", "達成", "中止", counting=Counting.ONCE))


def _subject(text: str, *statuses: str) -> Subject:
    return Subject(Terms(dt.date(2026, 5, 1)), results=report(text, *statuses))


def test_a_text_whose_counts_have_become_untrue_is_found() -> None:
    text = "2項目のうち1項目を達成、1項目を中止した。"
    assert not list(closing_findings(_subject(text, "達成", "中止")))
    (finding,) = closing_findings(_subject(text, "達成", "達成"))
    assert finding.check == "counts_disagree"
    assert "「1項目」" in str(finding.sentence)
    assert "計2、達成2" in str(finding.sentence)
    assert not list(closing_findings(_subject(text)))


def test_period_and_goals_are_told_in_the_plans_own_words_where_it_has_any() -> None:
    plain = report("")
    assert period_of(plain.outline) == "平成30年度（2018年度）から令和4年度（2022年度）までの5か年です。"
    assert basic_goals_of(plain) == "ア　暮らし"
    own = replace(plain, outline=replace(OUTLINE, period_text="五年間。", basic_goals="1 出会う"))
    assert (period_of(own.outline), basic_goals_of(own)) == ("五年間。", "1 出会う")
