"""Indicator tables: baseline and targets by phase, each with its year in its era, and results year by year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from imports.readers.printed_words import WordsRead
from imports.reports.amounts import common_unit, in_unit, split_value
from imports.reports.records import Part, SourceRecord, Subject
from imports.reports.report_lines import Line
from plan.documents.printed_words import BOOK, BUILT_IN, year_as_built_in, year_place
from plan.era import FiscalYear, years_in
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import same_words

_HEADING = re.compile(r"(?:\S{0,10}指標|指標名?)")
_BASELINE = re.compile(r"策定時|現状|基準|現況|当初")
_YEARLY = {"目標値": "target", "実績値": "value", "結果の数値": "value", "達成状況": "grade"}
_LABEL = re.compile(r"[\s(（].*", re.DOTALL)
_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_CALLED = {"name": "indicator", "baseline": "baseline"}  # the columns by their places in our form
_LONGEST = 60  # characters of a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column of a table holds: 'name', 'baseline', 'target', 'year', 'value' or 'grade'."""

    kind: str
    label: str = ""
    year: FiscalYear | None = None
    written: str = ""  # the year as it stands there: 平成34年


@dataclass(slots=True)
class ReadIndicator:
    """An indicator on its way: its name as written, what the years say, and the note below its table."""

    name: str
    line: Line
    baseline: tuple[FiscalYear | None, str] = (None, "")
    targets: dict[FiscalYear, tuple[str, str]] = field(default_factory=dict)  # label and text
    results: dict[FiscalYear, dict[str, str]] = field(default_factory=dict)
    note: list[str] = field(default_factory=list)

    @property
    def texts(self) -> Iterator[str]:
        """Every value as it was written."""
        yield self.baseline[1]
        yield from (text for _, text in self.targets.values())
        yield from (told.get("value", "") for told in self.results.values())


def headings_of(line: Line) -> dict[int, Heading] | None:
    """What each column of a table holds, if the line is the heading of an indicator table."""
    places: dict[str, int] = {}
    for at, cell in enumerate(line.cells):
        if cell and len(cell) <= _LONGEST:
            places.setdefault(cell, at)
    found = {at: _heading(cell) for cell, at in places.items()}
    known = {at: heading for at, heading in found.items() if heading is not None}
    kinds = [heading.kind for heading in known.values()]
    begins = kinds[:1] == ["name"] and found[min(places.values())] is not None
    return known if begins and "target" in kinds else None


def _heading(cell: str) -> Heading | None:
    bare = same_words(cell)
    if _HEADING.fullmatch(bare):
        return Heading("name", cell)
    if bare == "年度":
        return Heading("year")
    years = years_in(cell)
    if bare in _YEARLY and not years:
        return Heading(_YEARLY[bare])
    label = _LABEL.sub("", cell)
    if _BASELINE.search(bare):
        return Heading("baseline", label, years[0] if years else None, _written(cell))
    return Heading("target", label, years[0], _written(cell)) if years and "目標" in bare else None


def _written(cell: str) -> str:
    match = _IN_BRACKETS.search(cell)
    return "".join(match[1].split()) if match else ""


def read_words(headings: Iterable[Heading], line: Line, words: WordsRead) -> None:
    """What a table calls its columns, and its years as it writes them."""
    for heading in headings:
        if heading.kind in _CALLED:
            place = _CALLED[heading.kind]
            words.read(place, heading.label, BUILT_IN[BOOK][place], line)
        if heading.year is not None:
            words.read(year_place(heading.year), heading.written, year_as_built_in(heading.year), line)


def read_row(headings: dict[int, Heading], line: Line, known: dict[str, ReadIndicator]) -> ReadIndicator | None:
    """The indicator that a row is about, with what the row says of it; None where the row is no row of the table."""
    name_at = next(at for at, heading in headings.items() if heading.kind == "name")
    cells = {at: line.cells[at] if at < len(line.cells) else "" for at in headings}
    if not cells[name_at] or len(set(cells.values()) - {""}) < 2:  # noqa: PLR2004  # a name and a value
        return None
    year_at = next((at for at, heading in headings.items() if heading.kind == "year"), None)
    if year_at is not None and not years_in(cells[year_at]):
        return None
    indicator = known.setdefault(same_words(cells[name_at]), ReadIndicator(cells[name_at], line))
    if year_at is not None:
        _read_year(headings, cells, indicator, cells[year_at])
    else:
        _read_phases(headings, cells, indicator)
    return indicator


def is_undated(headings: dict[int, Heading], line: Line) -> bool:
    """Whether the line is a row of a table of years that names none."""
    return any(heading.kind == "year" for heading in headings.values()) and len(line.texts) > 2  # noqa: PLR2004  # prose


def beside(heading: Line, line: Line) -> list[str]:
    """The texts of a row that stand below no heading."""
    below = {cell for cell, name in zip(line.cells, heading.cells, strict=False) if name}
    return [text for text in line.texts if text not in below]


def _read_phases(headings: dict[int, Heading], cells: dict[int, str], indicator: ReadIndicator) -> None:
    for at, heading in headings.items():
        if heading.kind == "baseline":
            indicator.baseline = heading.year, cells[at]
        elif heading.kind == "target" and heading.year is not None and cells[at]:
            indicator.targets[heading.year] = heading.label, cells[at]


def _read_year(headings: dict[int, Heading], cells: dict[int, str], indicator: ReadIndicator, year: str) -> None:
    years = years_in(year)
    for at, heading in headings.items():
        if heading.kind == "target" and cells[at]:
            indicator.targets.setdefault(years[0], ("", cells[at]))
        elif heading.kind in ("value", "grade") and cells[at]:
            indicator.results.setdefault(years[0], {})[heading.kind] = cells[at]


def subject_of(indicator: ReadIndicator, findings: list[Finding]) -> Subject:
    """The indicator with its targets and results as records; values in another unit stay whole and are told."""
    unit = common_unit(indicator.texts)
    odd = [text for text in indicator.texts if split_value(text)[1] not in ("", unit)]
    if odd:
        sentence = say(
            "指標「{name}」の値「{value}」は、ほかの値（単位「{unit}」）と単位が違います。書かれているとおりに読み込みます。",
            name=indicator.name[:40],
            value=odd[0][:20],
            unit=unit,
        )
        findings.append(Finding(Severity.WARNING, "unit_differs", sentence, indicator.line.place))
    told = _told(indicator, unit)
    return Subject(indicator.name, indicator.line.place, (told, *_years(indicator, told, unit)))


def _told(indicator: ReadIndicator, unit: str) -> SourceRecord:
    year, text = indicator.baseline
    return SourceRecord(
        "indicator",
        {"name": indicator.name},
        {
            "unit": unit or None,
            "baseline_year": None if year is None else int(year),
            "baseline": in_unit(text, unit) or None,
            "note": "\n".join(indicator.note) or None,
        },
    )


def _years(indicator: ReadIndicator, record: SourceRecord, unit: str) -> Iterator[SourceRecord]:
    for year, (label, text) in indicator.targets.items():
        key: dict[str, Part] = {"indicator_id": record, "fiscal_year": int(year)}
        yield SourceRecord("indicator_target", key, {"value": in_unit(text, unit)}, {"label": label or None})
    for year, said in indicator.results.items():
        key = {"indicator_id": record, "fiscal_year": int(year)}
        value = in_unit(said.get("value", ""), unit)
        yield SourceRecord("indicator_result", key, {"value": value or None, "grade": said.get("grade")})


def span(indicators: Sequence[ReadIndicator]) -> tuple[FiscalYear, FiscalYear] | None:
    """The year after the baseline and that of the last target: the period of a plan that does not name its own."""
    first = min((i.baseline[0] for i in indicators if i.baseline[0] is not None), default=None)
    last = max((year for i in indicators for year in i.targets), default=None)
    return None if first is None or last is None or last <= first else (FiscalYear(first + 1), last)
