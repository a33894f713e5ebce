"""Which of the documents a source is, told by what stands in it; and the reading of each by one call."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from db.edit.structure import NewPlan
from db.log.changes import Recording
from db.store.working import Connection
from imports.files.guard import Source, read_bytes, recognise
from imports.files.rectangle import MAX_ROWS, Sheet
from imports.files.remarks import remarks
from imports.files.text import check_size, decode, read_pasted
from imports.readers.evaluation_sheet import is_evaluation_sheet, read_evaluations
from imports.readers.outcome_report import is_outcome_report, read_outcomes
from imports.readers.plan_book import is_plan_book, read_plan_book
from imports.readers.results_report import read_statuses
from imports.readers.status_outline import is_outline
from imports.reports.records import ReportReading
from imports.reports.report_lines import Line, lines_of
from imports.source_kind import SourceKind
from imports.table.header import find_header
from imports.table.table_reading import open_source, read_sheets
from imports.ways import REPORT, TABLE, ShownRow, SourceProposal, SourceReading, Way
from plan.clipboard import clipboard_rows, line_feeds
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError, say
from plan.findings import Finding, Severity
from plan.table import Column

Marks = Callable[[Sequence[Line]], bool]
"""Whether lines bear the marks of a document."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A document that can be read: its form's id, its name, how it is known, how it is read and gets into a plan.

    What is `sure` is known by labels of its own; the others by words that a table may have, too.
    """

    id: SourceKind
    name: str
    is_kind: Marks
    read: Callable[[Sequence[Line], str, Sequence[Sheet]], ReportReading]
    sure: bool = False
    way: Way[Any, Any] = REPORT


KINDS: tuple[Kind, ...] = (
    Kind(
        SourceKind.SHEETS,
        "個別事業評価表",
        is_evaluation_sheet,
        lambda lines, source, sheets: read_evaluations(lines, source, {s.name: s.arrows for s in sheets}),
        sure=True,
    ),
    Kind(
        SourceKind.OUTCOMES,
        "成果報告書",
        is_outcome_report,
        lambda lines, source, _sheets: read_outcomes(lines, source),
        sure=True,
    ),
    Kind(
        SourceKind.STATUSES,
        "実績及び評価書",
        is_outline,
        lambda lines, source, _sheets: read_statuses(lines, source),
    ),
    Kind(
        SourceKind.PLAN_BOOK,
        "計画書",
        is_plan_book,
        lambda lines, source, _sheets: read_plan_book(lines, source),
    ),
)
"""ONE table of the documents that can be read, the surest first; what is none of them is a progress table."""
_PROGRESS = "進行管理表"
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
    if kind is None:
        return table()
    if kind.sure:
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


def read_any(source: Path | str, sheet: str = "", year: FiscalYear | None = None) -> SourceReading:
    """Read a file or pasted text, whichever document it is; `year` is that of statuses and results that bear none."""
    name = source.name if isinstance(source, Path) else ""
    return read_any_sheets(open_any(source), name, sheet, year=year)


def read_any_sheets(
    sheets: Sequence[Sheet],
    source: str,
    name: str = "",
    columns: Mapping[int, Column | None] | None = None,
    year: FiscalYear | None = None,
) -> SourceReading:
    """Read sheets that are open already; `name` is the one sheet to read, `columns` the person's own matching."""
    chosen = [sheet for sheet in sheets if sheet.name == name] if name else [s for s in sheets if not s.hidden]
    kind = kind_of(chosen)
    if kind is None or not chosen:
        return read_sheets(sheets, source, name, columns, year)
    reading = _read(kind, chosen, source)
    if year is None:
        return reading
    findings = tuple(finding for finding in reading.findings if finding.check != "year_unknown")
    return replace(reading, year=year, years=reading.years or YearRange(year, year), findings=findings)


def kind_of(sheets: Sequence[Sheet]) -> Kind | None:
    """Which document the sheets are; None for a progress table, as which is read what is none of its sisters."""
    kinds = _kinds_of(sheets)
    # A progress table may have grades and marks, too: its header tells.
    if not kinds or (not kinds[0].sure and _has_header(sheets)):
        return None
    return kinds[0]


def _kinds_of(sheets: Sequence[Sheet]) -> list[Kind]:
    """Every sister document whose marks the sheets bear, the surest first."""
    lines = lines_of(replace(sheet, rows=list(islice(sheet.rows, _ENOUGH))) for sheet in sheets)
    return [kind for kind in KINDS if kind.is_kind(lines)]


def _about_kind(kind: Kind, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """What the source is read as, where it could be something else, too."""
    others = [other for other in _kinds_of(sheets) if other is not kind]
    if others:
        sentence = say(
            "この資料は「{kind}」として読み込みます。「{others}」の内容もあるようですが、それは読み込んでいません。"
            "読み込むには、その部分（シート）だけを選んで取り込んでください。",
            kind=kind.name,
            others="」「".join(other.name for other in others),
        )
        yield Finding(Severity.WARNING, "kind_unsure", sentence)


def _read(kind: Kind, sheets: Sequence[Sheet], source: str) -> ReportReading:
    reading = kind.read(lines_of(sheets), source, sheets)
    odd = tuple(finding for sheet in sheets for finding in (*sheet.findings, *remarks(sheet)))
    return replace(reading, findings=(*_about_kind(kind, sheets), *odd, *reading.findings))


def names() -> dict[SourceKind, str]:
    """What can be read, by its Japanese name; the progress table first."""
    return {SourceKind.PROGRESS: _PROGRESS, **{kind.id: kind.name for kind in KINDS}}


def way_of(reading: SourceReading) -> Way[Any, Any]:
    """How what was read gets into a plan."""
    return next((kind.way for kind in KINDS if kind.id == reading.kind), TABLE)


def compare(connection: Connection, reading: SourceReading) -> SourceProposal:
    """Compare what was read with the plan; nothing is written."""
    proposal: SourceProposal = way_of(reading).compare(connection, reading)
    return proposal


def accept(door: Recording, proposal: SourceProposal) -> None:
    """Take it over."""
    way_of(proposal.reading).accept(door, proposal)


def plan_of(reading: SourceReading) -> NewPlan:
    """The plan that the source speaks of, for a file that does not exist yet; PlanError where it names no years."""
    plan: NewPlan = way_of(reading).plan(reading)
    return plan


def start(door: Recording, reading: SourceReading, new: NewPlan | None = None) -> SourceProposal:
    """Fill an empty file: the plan first, then all that was read."""
    proposal: SourceProposal = way_of(reading).start(door, reading, new)
    return proposal


def read_rows(reading: SourceReading) -> Iterator[ShownRow]:
    """The lines of the preview of a reading alone, in the source's order: everything is new."""
    return way_of(reading).read_rows(reading)


def compared_rows(proposal: SourceProposal) -> Iterator[ShownRow]:
    """The lines of the preview in the source's order, then the plan's only."""
    return way_of(proposal.reading).rows(proposal)


def _as_lines(text: str) -> Sheet:
    check_size(text, "")
    rows = clipboard_rows(line_feeds(text))
    if len(rows) > MAX_ROWS:
        raise PlanError("文字の行が多すぎます（{rows} 行まで）。必要な部分だけにしてください。", rows=MAX_ROWS)
    return Sheet("", rows)
