"""The results and evaluation report (実績及び評価書): goals and results, every measure's status, and the counts."""

from collections.abc import Iterator, Sequence

from exports.document import (
    Align,
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Entry,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    upright,
)
from plan.documents.footnotes import without_markers
from plan.documents.reports import ResultsReport, StatusLine
from plan.documents.results import basic_goals_of, counts_of, period_of

_PAGE = upright("A4", 25)
_LISTED_AGAIN = "再掲"


def compose(report: ResultsReport) -> Document:
    """The whole report; its counts are those of the lines that it prints."""
    outline, words = report.outline, report.words
    name, issued = words.at("name"), words.issued(report.year)
    blocks = (
        Cover(f"{outline.title}\n{name}", (issued, outline.city)),
        Contents(words.at("contents")),
        *_overview(report),
        *_fields(report),
        *_statuses(report),
        *_evaluation(report),
        Paragraph(f"{outline.title}　{name}\n{issued}\n作成：{outline.city}", Style.COLOPHON),
    )
    return Document(
        title=f"{outline.title} {name}",
        blocks=blocks,
        author=outline.city,
        page=_PAGE,
        footer="-{page}-",
        text_size=10.5,
        running_title=False,
    )


def _overview(report: ResultsReport) -> Iterator[Block]:
    outline, words = report.outline, report.words
    yield Heading(f"1　{words.at('overview', outline.title)}")
    yield from _sections(
        (words.at("purpose"), _prose(outline.purpose)),
        (words.at("period_text"), _prose(period_of(outline))),
        (words.at("basic_goals"), [Paragraph(line, Style.PROSE) for line in basic_goals_of(report).splitlines()]),
    )


def _sections(*sections: tuple[str, Sequence[Block]]) -> Iterator[Block]:
    """The sections of a chapter, numbered as far as there is something to print in them."""
    written = ((name, found) for name, found in sections if found)
    for number, (name, found) in enumerate(written, 1):
        yield from (Heading(f"({number})　{name}", 2), *found)


def _prose(text: str) -> list[Block]:
    return [Paragraph(text, Style.PROSE)] if text else []


def _fields(report: ResultsReport) -> Iterator[Block]:
    yield Heading(f"2　{report.words.at('fields')}", turns=True)
    for field in report.fields:
        yield Heading(field.heading, 2)
        for label, text in (("【目標】", field.goal), ("【実績】", field.result)):
            if text:
                yield from (Paragraph(label, Style.LABEL), *_prose(text))


def _statuses(report: ResultsReport) -> Iterator[Block]:
    yield Heading(f"3　{report.words.at('statuses')}", turns=True)
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
    words = report.words
    yield Heading(f"4　{words.at('evaluation')}", turns=True)
    reasons = [line for line in report.lines if line.graded and line.note]
    yield from _sections(
        (words.at("counts"), [*_prose(counts_of(report)), _table(report)]),
        (words.at("reasons"), [_reasons(reasons, words.at("reasons"))] if reasons else []),
        (words.at("evaluation_summary"), _prose(report.outline.evaluation_summary)),
    )


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
    return Table(columns, rows, report.words.at("counts"))


def _reasons(lines: list[StatusLine], name: str) -> Table:
    columns = (
        Column(("項目",), 50, key=True, heads=True),
        Column(("実施状況",), 20, Align.CENTER),
        Column(("説明",), 90, filling=True),
    )
    rows = tuple(
        Row((_entry(line), line.graded.grade if line.graded else "", line.note), name=_entry(line)) for line in lines
    )
    return Table(columns, rows, name)
