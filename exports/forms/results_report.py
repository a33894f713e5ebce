"""The results and evaluation report (実績及び評価書): goals and results, every measure's status, and the counts."""

from collections.abc import Iterator

from exports.document import (
    Align,
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Entry,
    Heading,
    Page,
    Paragraph,
    Row,
    Style,
    Table,
)
from plan.closing import COUNTS, basic_goals_of, counts_of, period_of
from plan.era import FiscalYear
from plan.footnotes import without_markers
from plan.reports import ResultsReport, StatusLine

_NAME = "実績及び評価書"
_PAGE = Page(210, 297, 25)
_LISTED_AGAIN = "再掲"


def compose(report: ResultsReport) -> Document:
    """The whole report; its counts are those of the lines that it prints."""
    outline = report.outline
    blocks = (
        Cover(f"{outline.title}\n{_NAME}", (_issued(report.year), outline.city)),
        Contents("目　次"),
        *_overview(report),
        *_fields(report),
        *_statuses(report),
        *_evaluation(report),
        Paragraph(f"{outline.title}　{_NAME}\n{_issued(report.year)}\n作成：{outline.city}", Style.CENTER),
    )
    return Document(
        title=f"{outline.title} {_NAME}",
        blocks=blocks,
        author=outline.city,
        page=_PAGE,
        footer="-{page}-",
        text_size=10.5,
        running_title=False,
    )


def _issued(year: FiscalYear) -> str:
    """March at the end of the fiscal year."""
    return f"{year.era.name}{year - year.era.first_year + 2}年3月"


def _overview(report: ResultsReport) -> Iterator[Block]:
    outline = report.outline
    yield Heading(f"1　{outline.title}の概要")
    yield Heading("(1)　計画策定の趣旨", 2)
    yield Paragraph(outline.purpose, Style.PROSE)
    yield Heading("(2)　計画の期間", 2)
    yield Paragraph(period_of(outline), Style.PROSE)
    yield Heading("(3)　計画の基本目標", 2)
    for line in basic_goals_of(report).splitlines():
        yield Paragraph(line, Style.PROSE)


def _fields(report: ResultsReport) -> Iterator[Block]:
    yield Heading("2　計画の分野別目標と実績", turns=True)
    for field in report.fields:
        yield Heading(field.heading, 2)
        yield Paragraph("【目標】", Style.LABEL)
        yield Paragraph(field.goal, Style.PROSE)
        yield Paragraph("【実績】", Style.LABEL)
        yield Paragraph(field.result, Style.PROSE)


def _statuses(report: ResultsReport) -> Iterator[Block]:
    yield Heading("3　計画の施策別実施状況", turns=True)
    if not report.lines:
        yield Paragraph("実施状況は、まだ入力されていません。", Style.PROSE)
    for line in report.lines:
        if line.depth == 0 and line.graded is None:
            yield Heading(without_markers(line.node.heading), 2)
        else:
            yield Entry(_entry(line), max(line.depth - 1, 0), _status(line))


def _entry(line: StatusLine) -> str:
    heading = without_markers(line.node.heading)
    again = line.node.listing_of is not None and _LISTED_AGAIN not in heading
    return f"{heading}（{_LISTED_AGAIN}）" if again else heading


def _status(line: StatusLine) -> str:
    if line.graded is None:
        return ""
    return f"【{line.graded.grade or '　　'}】"


def _evaluation(report: ResultsReport) -> Iterator[Block]:
    yield Heading("4　計画の評価", turns=True)
    yield Heading(f"(1)　{COUNTS}", 2)
    counts = counts_of(report)
    if counts:
        yield Paragraph(counts, Style.PROSE)
    yield _table(report)
    reasons = [line for line in report.lines if line.graded and line.note]
    if reasons:
        yield Heading("(2)　目標に届かなかった理由等", 2)
        yield _reasons(reasons)
    yield Heading(f"({3 if reasons else 2})　評価", 2)
    yield Paragraph(report.outline.evaluation_summary, Style.PROSE)


def _table(report: ResultsReport) -> Table:
    symbols = list(report.tally.counts)
    columns = (
        Column(("分野",), 70, key=True, filling=True, heads=True),
        *(Column((symbol,), 24, Align.RIGHT, filling=True) for symbol in symbols),
        Column(("計",), 24, Align.RIGHT, filling=True),
    )
    tallies = {**report.tallies, "合計": report.tally}
    rows = tuple(
        Row((name, *(str(t.counts.get(symbol, 0)) for symbol in symbols), str(t.total)), name=name)
        for name, t in tallies.items()
    )
    return Table(columns, rows, COUNTS)


def _reasons(lines: list[StatusLine]) -> Table:
    columns = (
        Column(("項目",), 50, key=True, heads=True),
        Column(("実施状況",), 20, Align.CENTER),
        Column(("説明",), 90, filling=True),
    )
    rows = tuple(
        Row((_entry(line), line.graded.grade if line.graded else "", line.note), name=_entry(line)) for line in lines
    )
    return Table(columns, rows, "目標に届かなかった理由等")
