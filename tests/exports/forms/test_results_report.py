"""The results report: its counts are those of its lines, its contents know their pages, its dots lead somewhere."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.document import Document, Entry, Heading, Paragraph, Style, Table
from exports.forms.results_report import compose
from plan.documents.reports import FieldResult, Node, Phase, PlanOutline, ResultsReport, StatusLine
from plan.documents.tally import Counting, Graded
from plan.era import FiscalYear, YearRange
from plan.ids import ItemId, RecordId
from tests.exports.sisters import as_pdf, documents, pages, sample

YEAR = FiscalYear(2018)
OUTLINE = PlanOutline(
    "第1次夕凪計画", "夕凪市", "", YearRange(FiscalYear(2009), YEAR),
    (Phase("前期", YearRange(FiscalYear(2009), FiscalYear(2013))),), "目的を述べる。",
)  # fmt: skip


def line(place: int, status: str, field: str = "暮らし", listing_of: str = "") -> StatusLine:
    item = ItemId(RecordId(str(place)))
    node = Node(
        item,
        2,
        f"({place}) 事業その{place}",
        "",
        f"事業その{place}",
        listing_of=ItemId(RecordId(listing_of)) if listing_of else None,
    )
    return StatusLine(node, 1, Graded(item, status, YEAR, field, (), node.listing_of))


def report(*lines: StatusLine) -> ResultsReport:
    fields = (FieldResult("暮らし", "暮らしの目標。", "・暮らしの実績。"), FieldResult("仕事", "仕事の目標。", ""))
    return ResultsReport(OUTLINE, YEAR, fields, lines)


def entries(document: Document) -> list[Entry]:
    return [block for block in document.blocks if isinstance(block, Entry)]


def totals(document: Document) -> tuple[str, ...]:
    table = next(b for b in document.blocks if isinstance(b, Table) and b.name == "実施状況の集計")
    return table.rows[-1].cells[1:]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["達成", "未達成", "中止", ""]), st.sampled_from(["暮らし", "仕事"])), max_size=30
    )
)
def test_the_counts_are_those_of_the_lines(told: list[tuple[str, str]]) -> None:
    document = compose(report(*(line(i, status, field) for i, (status, field) in enumerate(told))))
    shown = Counter(entry.status.strip("【】　") for entry in entries(document))
    assert shown == Counter(status for status, _ in told)
    assert totals(document)[:3] == tuple(str(shown[s]) for s in ("達成", "未達成", "中止"))
    assert totals(document)[-1] == str(len(told))
    table = next(b for b in document.blocks if isinstance(b, Table))
    for column in range(1, len(table.columns)):
        numbers = [int(row.cells[column]) for row in table.rows]
        assert sum(numbers[:-1]) == numbers[-1]


def test_a_repeated_listing_counts_as_printed_or_once() -> None:
    told = report(line(1, "達成"), line(2, "中止"), line(3, "達成", listing_of="1"))
    assert totals(compose(told)) == ("2", "0", "1", "3")
    assert totals(compose(replace(told, counting=Counting.ONCE))) == ("1", "0", "1", "2")
    assert [e.text for e in entries(compose(told))][-1] == "(3) 事業その3（再掲）"
    assert "再掲の1項目を含みます" in "".join(pages(as_pdf(compose(told))))


def test_a_status_that_nobody_has_entered_is_a_gap_and_counts_as_one() -> None:
    document = compose(report(line(1, "達成"), line(2, "")))
    assert entries(document)[1].status == "【　　】"
    assert "「未記入」が1項目（50.0%）" in "".join(pages(as_pdf(document)))


def test_a_report_without_any_status_says_so() -> None:
    text = "".join(pages(as_pdf(compose(report()))))
    assert text.count("実施状況は、まだ入力されていません。") == 2


def test_the_contents_name_the_pages_where_the_chapters_stand() -> None:
    cover, contents, *body = pages(as_pdf(documents()["results-report"]))
    assert not re.search("-[0-9]+-", cover)
    found = re.findall(r"([1-4])[^…]+…+-([0-9]+)-", contents)
    assert [chapter for chapter, _ in found] == ["1", "2", "3", "4"]
    titles = ("概要", "計画の分野別目標と実績", "計画の施策別実施状況", "計画の評価")
    for (_, page), title in zip(found, titles, strict=True):
        assert title in body[int(page) - 1][:40]
        assert f"-{page}-" in body[int(page) - 1]


def test_dots_lead_to_the_status_of_every_measure() -> None:
    text = "".join(pages(as_pdf(documents()["results-report"])))
    assert re.search("1-①-ア.防災情報の多様な発信(…+【達成】|【達成】…*)|…+1-①-ア.防災情報の多様な発信", text)
    assert len(re.findall("【(?:達成|未達成|中止)】", text)) == 24


def test_period_and_phases_are_told_in_eras() -> None:
    text = "".join(pages(as_pdf(compose(report()))))
    assert "平成21年度（2009年度）から平成30年度（2018年度）までの10か年です。" in text
    assert "平成21年度から平成25年度までを「前期」とします。" in text
    assert "平成31年3月" in text


def test_a_section_without_text_is_left_out_and_the_next_one_takes_its_number() -> None:
    untold = replace(report(), outline=replace(OUTLINE, purpose=""))
    headings = {
        told: [b.text for b in compose(told).blocks if isinstance(b, Heading)][1:4] for told in (report(), untold)
    }
    assert headings[report()] == ["(1)　計画策定の趣旨", "(2)　計画の期間", "(3)　計画の基本目標"]
    assert headings[untold][:2] == ["(1)　計画の期間", "(2)　計画の基本目標"]
    labels = [b.text for b in compose(report()).blocks if isinstance(b, Paragraph) and b.style is Style.LABEL]
    assert labels == ["【目標】", "【実績】", "【目標】"]


def test_the_sample_counts_its_own_lines() -> None:
    graded = sample().results.graded
    assert len(graded) == 24
    assert totals(documents()["results-report"]) == ("16", "7", "1", "24")
    assert totals(compose(replace(sample().results, counting=Counting.ONCE))) == ("16", "6", "1", "23")


def test_a_published_outline_counts_as_its_city_counted_it() -> None:
    path = Path(__file__).parents[3].parent / "shared" / "real" / "results-and-evaluation.txt"
    if not path.exists():
        pytest.skip("the published report is not at hand")
    found = re.findall(r"^(.*?)[ .…・]*【(達成|未達成|中止)】$", path.read_text(encoding="utf-8"), re.MULTILINE)
    lines = []
    for place, (name, status) in enumerate(found):
        told = line(place, status)
        lines.append(replace(told, node=replace(told.node, heading=name.strip())))
    document = compose(report(*lines))
    assert totals(document) == ("72", "14", "12", "98")
    text = "".join(pages(as_pdf(document)))
    assert "98項目の実施状況は、「達成」が72項目" in text
    assert len(re.findall("【(?:達成|未達成|中止)】", text)) == 98
