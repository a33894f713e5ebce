"""Which of the documents a source is, told by what stands in it; and the reading of each by one call."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from imports.files.guard import Source, read_bytes, recognise
from imports.files.rectangle import MAX_ROWS, Sheet
from imports.files.text import check_size, decode, read_pasted
from imports.readers.evaluation_sheet import is_evaluation_sheet, read_evaluations
from imports.readers.outcome_report import is_outcome_report, read_outcomes
from imports.readers.plan_book import is_plan_book, read_plan_book
from imports.readers.results_report import read_statuses
from imports.readers.status_outline import is_outline
from imports.reports.records import ReportReading, SourceKind
from imports.reports.report_lines import Line, lines_of
from imports.table.header import find_header
from imports.table.table_reading import Reading, open_source, read_sheets
from plan.clipboard import clipboard_rows, line_feeds
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError, say
from plan.findings import Finding, Severity
from plan.table import Column

AnyReading = Reading | ReportReading
"""What was read: a progress table, or one of its sister documents."""
_SURE = (SourceKind.SHEETS, SourceKind.OUTCOMES)
"""What is told by labels of its own; the others are told by words that a table may have, too."""
_MARKS: Mapping[SourceKind, Callable[[Sequence[Line]], bool]] = {
    SourceKind.SHEETS: is_evaluation_sheet,
    SourceKind.OUTCOMES: is_outcome_report,
    SourceKind.STATUSES: is_outline,
    SourceKind.PLAN_BOOK: is_plan_book,
}
_NAMES = {
    SourceKind.SHEETS: "個別事業評価表",
    SourceKind.OUTCOMES: "成果報告書",
    SourceKind.STATUSES: "実績及び評価書",
    SourceKind.PLAN_BOOK: "計画書",
}
_ENOUGH = 3_000  # lines of a sheet that show what it is


def open_any(source: Path | str) -> list[Sheet]:
    """The sheets of a file (a path) or of pasted text (a str); a text that is a report is one sheet of its lines."""
    if isinstance(source, str):
        return _table_or_report(lambda: [read_pasted(source)], _as_lines(source))
    if recognise(source) is not Source.TEXT:
        return open_source(source)
    report = replace(_as_lines(decode(read_bytes(source), source.name)), name=source.name)
    return _table_or_report(lambda: open_source(source), report)


def _table_or_report(table: Callable[[], list[Sheet]], report: Sheet) -> list[Sheet]:
    """A text as rows, or as the lines of a report; with years in its header it is a table, whatever its words."""
    kind = kind_of([report])
    if kind is SourceKind.PROGRESS:
        return table()
    if kind in _SURE:
        return [report]
    try:
        rows = table()
    except PlanError:  # the quotation marks of prose are no table's
        if find_header([re.split("[,;]", " ".join(row)) for row in report.rows[:_ENOUGH]], None):
            raise
        return [report]
    return rows if _has_years(rows) else [report]


def _has_header(sheets: Iterable[Sheet]) -> bool:
    return any(find_header(sheet.rows[:_ENOUGH], None) for sheet in sheets)


def _has_years(sheets: Iterable[Sheet]) -> bool:
    headers = (find_header(sheet.rows[:_ENOUGH], None) for sheet in sheets)
    return any(match.column and match.column.year for header in headers if header for match in header.matches)


def read_any(source: Path | str, sheet: str = "", year: FiscalYear | None = None) -> AnyReading:
    """Read a file or pasted text, whichever document it is; `year` is that of statuses and results that bear none."""
    name = source.name if isinstance(source, Path) else ""
    return read_any_sheets(open_any(source), name, sheet, year=year)


def read_any_sheets(
    sheets: Sequence[Sheet],
    source: str,
    name: str = "",
    columns: Mapping[int, Column | None] | None = None,
    year: FiscalYear | None = None,
) -> AnyReading:
    """Read sheets that are open already; `name` is the one sheet to read, `columns` the person's own matching."""
    chosen = [sheet for sheet in sheets if sheet.name == name] if name else [s for s in sheets if not s.hidden]
    kind = kind_of(chosen)
    if kind is SourceKind.PROGRESS or not chosen:
        return read_sheets(sheets, source, name, columns, year)
    reading = _read(kind, chosen, source)
    if year is None:
        return reading
    findings = tuple(finding for finding in reading.findings if finding.check != "year_unknown")
    return replace(reading, year=year, years=reading.years or YearRange(year, year), findings=findings)


def kind_of(sheets: Sequence[Sheet]) -> SourceKind:
    """Which document the sheets are; what is none of its sisters is a progress table."""
    kinds = _kinds_of(sheets)
    # A progress table may have grades and marks, too: its header tells.
    if not kinds or (kinds[0] not in _SURE and _has_header(sheets)):
        return SourceKind.PROGRESS
    return kinds[0]


def _kinds_of(sheets: Sequence[Sheet]) -> list[SourceKind]:
    """Every sister document whose marks the sheets bear, the surest first."""
    lines = lines_of(replace(sheet, rows=list(islice(sheet.rows, _ENOUGH))) for sheet in sheets)
    return [kind for kind, is_kind in _MARKS.items() if is_kind(lines)]


def _about_kind(kind: SourceKind, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """What the source is read as, where it could be something else, too."""
    others = [other for other in _kinds_of(sheets) if other is not kind]
    if others:
        sentence = say(
            "この資料は「{kind}」として読み込みます。「{others}」の内容もあるようですが、それは読み込んでいません。"
            "読み込むには、その部分（シート）だけを選んで取り込んでください。",
            kind=_NAMES[kind],
            others="」「".join(_NAMES[other] for other in others),
        )
        yield Finding(Severity.WARNING, "kind_unsure", sentence)


def _read(kind: SourceKind, sheets: Sequence[Sheet], source: str) -> ReportReading:
    lines = lines_of(sheets)
    if kind is SourceKind.SHEETS:
        reading = read_evaluations(lines, source, {sheet.name: sheet.arrows for sheet in sheets})
    elif kind is SourceKind.OUTCOMES:
        reading = read_outcomes(lines, source)
    elif kind is SourceKind.STATUSES:
        reading = read_statuses(lines, source)
    else:
        reading = read_plan_book(lines, source)
    odd = tuple(finding for sheet in sheets for finding in sheet.findings)
    return replace(reading, findings=(*_about_kind(kind, sheets), *odd, *reading.findings))


def _as_lines(text: str) -> Sheet:
    check_size(text, "")
    rows = clipboard_rows(line_feeds(text))
    if len(rows) > MAX_ROWS:
        raise PlanError("文字の行が多すぎます（{rows} 行まで）。必要な部分だけにしてください。", rows=MAX_ROWS)
    return Sheet("", rows)
