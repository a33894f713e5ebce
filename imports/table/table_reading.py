"""A table from outside as it was read: what its headings mean, its rows, its titles and notes, and what is odd."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.files.child import read_in_child
from imports.files.guard import Source, recognise
from imports.files.rectangle import Sheet
from imports.files.remarks import remarks
from imports.files.sheet_draft import NOT_READ
from imports.files.text import read_pasted, read_text
from imports.source_kind import SourceKind
from imports.table.captions import Captions, read_captions
from imports.table.grid_paper import without_echoes
from imports.table.header import Header, Match, bare_heading, find_header, header_at, match_by_hand
from imports.table.oddities import find_oddities
from imports.table.table_rows import ReadTable, read_table
from plan.era import FiscalYear
from plan.errors import PlanError, Sentence, say
from plan.fields import DEPARTMENT, YEARLY
from plan.findings import Finding, Place, Severity
from plan.table import Column

YEAR_UNKNOWN = "year_unknown"
"""The name of the finding that asks for a year."""

_UNSURE = 0.5  # a confidence below this is told
_SOME_YEAR = FiscalYear(2000)


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet of the source, for the person to choose from; `rows` counts those that have something in them."""

    name: str
    rows: int
    hidden: bool
    has_table: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one sheet, before anything is compared with a plan."""

    source: str  # the file's name, "" for pasted text
    sheets: tuple[SheetSeen, ...]
    header: Header
    captions: Captions
    table: ReadTable
    findings: tuple[Finding, ...]
    year: FiscalYear | None = None  # that of columns which name none, as the person told it

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        """The fiscal years of the columns, in order."""
        return tuple(sorted({column.year for column in self.table.columns if column.year}))

    @property
    def kind(self) -> SourceKind:
        """A table is a progress table."""
        return SourceKind.PROGRESS

    @property
    def title(self) -> str:
        """The plan's name as far as the source says it."""
        return self.captions.title

    @property
    def sheet(self) -> str:
        """The sheet that was read."""
        return self.table.sheet

    @property
    def row_count(self) -> int:
        """How many rows were read."""
        return len(self.table.rows)

    @property
    def cell_count(self) -> int:
        """How many cells were read, blank ones too."""
        return len(self.table.rows) * len(self.table.columns)

    @property
    def department_count(self) -> int:
        """How many departments are named."""
        return len({self.table.text(row, DEPARTMENT) for row in self.table.rows} - {""})

    @property
    def year_count(self) -> int:
        """How many fiscal years the columns have."""
        return len(self.years)

    @property
    def named_years(self) -> tuple[FiscalYear, ...]:
        """The fiscal years of the columns."""
        return self.years

    def sheets_to_choose(self, sheets: Sequence[Sheet]) -> list[tuple[str, int]]:  # noqa: ARG002
        """Those with a table in them."""
        return [(sheet.name, sheet.rows) for sheet in self.sheets if sheet.has_table]

    def years_to_choose(self, years: Sequence[FiscalYear], *, in_plan: bool) -> Sequence[FiscalYear]:  # noqa: ARG002
        """All of them, where columns are left out because nothing says of which year they are."""
        return years if self.lacks_year else ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self.table.columns

    @property
    def positions(self) -> tuple[int, ...]:
        """The columns' places in the source, counted from 0."""
        return self.table.positions

    @property
    def matches(self) -> tuple[Match, ...]:
        """What the columns were taken for, those that are not blank."""
        unread = self.table.unmatched
        return tuple(m for m in self.header.matches if m.heading.strip() or m.column or m.index in unread)

    @property
    def lacks_year(self) -> bool:
        """Whether columns are left out because nothing says of which year they are."""
        return any(finding.check == YEAR_UNKNOWN for finding in self.findings)


def open_source(source: Path) -> list[Sheet]:
    """The sheets of a file, whatever it is; PlanError where it cannot be read or is not safe."""
    kind = recognise(source)
    return [read_text(source)] if kind is Source.TEXT else read_in_child(source, kind)


def read(source: Path | str, sheet: str = "", columns: Mapping[int, Column | None] | None = None) -> Reading:
    """Read a file (a path) or pasted text (a str).

    Without `sheet` it is the sheet with the most of a table in it, hidden ones last. `columns` is the person's own
    matching: the position of a column (from 0) → what it holds, None for nothing.
    """
    sheets = open_source(source) if isinstance(source, Path) else [read_pasted(source)]
    return read_sheets(sheets, source.name if isinstance(source, Path) else "", sheet, columns)


def read_sheets(
    sheets: Sequence[Sheet],
    source: str,
    name: str = "",
    columns: Mapping[int, Column | None] | None = None,
    year: FiscalYear | None = None,
) -> Reading:
    """Read sheets that are open already, again with another choice of sheet or columns.

    `year` is that of a table which names none.
    """
    sheets = [without_echoes(sheet) for sheet in sheets]
    headers = {sheet.name: _header(sheet, year) for sheet in sheets}
    chosen, header = _chosen(sheets, headers, name, source)
    if columns:
        header = match_by_hand(header, columns)
    captions = read_captions(chosen.rows[: header.line])
    table = read_table(chosen, header, captions)
    others = (sheet for sheet in sheets if sheet is not chosen)
    unread = [finding for sheet in others for finding in sheet.findings if finding.check == NOT_READ]
    seen = tuple(_seen(sheet, headers[sheet.name]) for sheet in sheets)
    findings = (
        *(finding for finding in chosen.findings if (finding.place.line or header.line + 1) > header.line),
        *remarks(chosen, header.line),
        *unread,
        *_about_sheets(seen, chosen.name),
        *_about_columns(table, header),
        *_about_guesses(table, header),
        *_about_year(chosen, header),
        *_about_lines(table),
        *find_oddities(table),
    )
    return Reading(source, seen, header, captions, table, findings, year)


def _header(sheet: Sheet, year: FiscalYear | None) -> Header | None:
    header = find_header(sheet.rows, None)
    if header is None or _is_yearly(header):
        return header
    year = year or read_captions(sheet.rows[: header.line]).year
    return header_at(sheet.rows, header.line, year) if year else header


def _is_yearly(header: Header) -> bool:
    return any(match.column and match.column.field in YEARLY for match in header.matches)


def _about_year(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """What would be read if somebody said of which year it is."""
    supposed = None if _is_yearly(header) else header_at(sheet.rows, header.line, _SOME_YEAR)
    if supposed and _is_yearly(supposed):
        sentence = say(
            "表のどこにも年度が書かれていないため、年度ごとの列を読み込んでいません。年度を指定してください。"
        )
        yield Finding(Severity.WARNING, YEAR_UNKNOWN, sentence, Place(sheet=sheet.name, line=header.line + 1))


def _chosen(
    sheets: Sequence[Sheet], headers: Mapping[str, Header | None], name: str, source: str
) -> tuple[Sheet, Header]:
    if name and name not in headers:
        raise PlanError(
            "「{file}」にシート「{sheet}」はありません。あるシート: {names}",
            file=source,
            sheet=name,
            names="、".join(headers),
        )
    found = [(s, h) for s in sheets if (h := headers[s.name]) and (not name or s.name == name)]
    if not found:
        raise PlanError(
            "「{file}」が、どの資料か分かりません。進行管理表の見出し（実施事業、担当課など）、施策ごとの【達成】、"
            "指標の表、◎ ※ の付いた体系、帳票の欄の名称のどれかがあるか確かめてください。",
            file=source or "貼り付けた文字",
        )
    return max(found, key=lambda each: (not each[0].hidden, round(each[1].score), len(each[0].rows)))


def _seen(sheet: Sheet, header: Header | None) -> SheetSeen:
    rows = sum(any(cell.strip() for cell in row) for row in sheet.rows)
    return SheetSeen(sheet.name, rows, sheet.hidden, header is not None)


def _about_sheets(seen: Sequence[SheetSeen], chosen: str) -> list[Finding]:
    others = [sheet for sheet in seen if sheet.has_table and sheet.name != chosen]
    sentence = "シート「{sheet}」にも表があります。今回は読み込んでいません。"
    return [Finding(Severity.NOTICE, "other_sheet", say(sentence, sheet=s.name), Place(sheet=s.name)) for s in others]


def _about_columns(table: ReadTable, header: Header) -> list[Finding]:
    headings = {match.index: match.heading for match in header.matches}
    known = {bare_heading(match.heading) for match in header.matches if match.column}
    return [
        Finding(
            Severity.WARNING,
            "column_doubled" if bare_heading(heading) in known else "column_unmatched",
            _about_column(heading.replace("\n", " ")[:40], n, doubled=bare_heading(heading) in known),
            Place(sheet=table.sheet, line=header.line + 1, column=position + 1),
        )
        for position, n in sorted(table.unmatched.items())
        for heading in [headings.get(position, "")]
    ]


def _about_guesses(table: ReadTable, header: Header) -> Iterator[Finding]:
    """Columns whose heading says more, or other things, than what they were taken for."""
    for match in header.matches:
        if match.column and match.confidence < _UNSURE:
            sentence = say(
                "列「{heading}」は「{field}」として読み込みました。違う場合は、何の項目かを選び直してください。",
                heading=match.heading.replace("\n", " ")[:40],
                field=match.column.field.label,
            )
            place = Place(sheet=table.sheet, line=header.line + 1, column=match.index + 1)
            yield Finding(Severity.WARNING, "column_unsure", sentence, place)


def _about_column(heading: str, n: int, *, doubled: bool) -> Sentence:
    if not bare_heading(heading):
        return say("見出しのない列にある {n} 個のセルを読み込んでいません。", n=n)
    if doubled:
        return say(
            "見出し「{heading}」の列が 2 つ以上あります。この列の {n} 個のセルは読み込んでいません。"
            "何の項目かを選んでください。",
            heading=heading,
            n=n,
        )
    return say("列「{heading}」が何の項目か分からないため、{n} 個のセルを読み込んでいません。", heading=heading, n=n)


def _about_lines(table: ReadTable) -> Iterator[Finding]:
    """Rows that are not read, or may be none, and what was filled in."""
    if table.other_headers:
        first = table.other_headers[0]
        sentence = say(
            "{line} 行目から別の見出しの表があり、その {n} 行は読み込んでいません。"
            "必要なら、その部分だけを別に取り込んでください。",
            line=first + 1,
            n=table.unread,
        )
        yield Finding(Severity.ERROR, "another_table", sentence, Place(sheet=table.sheet, line=first + 1))
    for line in table.unsure:
        sentence = say("別の表の見出しのようにも見えますが、行として読み込みました。見出しなら取り除いてください。")
        yield Finding(Severity.WARNING, "row_like_header", sentence, Place(sheet=table.sheet, line=line + 1))
    if table.filled_departments:
        sentence = say(
            "担当課が空欄の {n} 行を、すぐ上の行と同じ担当課（結合セル）として読み込みました。",
            n=table.filled_departments,
        )
        yield Finding(Severity.NOTICE, "department_filled", sentence, Place(sheet=table.sheet))
