"""The overview (進捗の概要): entries by department, grades by year, field and department, indicators over the years."""

from collections.abc import Iterator, Mapping

from exports.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    landscape,
)
from plan.achievement import achievement
from plan.documents.budget import with_unit
from plan.documents.overview import OfficeEntries, Overview, Share
from plan.documents.reports import Indicator
from plan.documents.tally import Tally, by_department, by_field, by_year, tally
from plan.era import FiscalYear

_NAME = "進捗の概要"
_PAGE = landscape("A4", 15)
_TOTAL = "合計"


def compose(overview: Overview) -> Document:
    """The overview on A4 landscape; a part that has nothing to count is left out."""
    return Document(
        title=f"{overview.title} {_NAME}",
        blocks=(*_entries(overview), *_grades(overview), *_indicators(overview)),
        author=overview.city,
        page=_PAGE,
    )


def _entries(overview: Overview) -> Iterator[Block]:
    if not overview.offices:
        return
    columns = list(overview.offices[0].shares)
    headings = (Column(c.headings, 20, Align.RIGHT, filling=True) for c in columns)
    whole = [sum((office.shares[c] for office in overview.offices), Share()) for c in columns]
    rows = [*map(_office, overview.offices), _row(_TOTAL, sum(o.rows for o in overview.offices), whole)]
    office, count = Column(("担当課",), 44, key=True, heads=True), Column(("行",), 12, Align.RIGHT)
    yield Heading("記入の状況")
    yield Table((office, count, *headings), rows, "記入の状況")
    yield Paragraph("記入した欄の数／記入すべき欄の数です。「該当なし」なども記入した欄に数えます。", Style.NOTE)


def _office(office: OfficeEntries) -> Row:
    return _row(office.label, office.rows, list(office.shares.values()))


def _row(label: str, rows: int, shares: list[Share]) -> Row:
    return Row((label, str(rows), *(share.text for share in shares)), name=label)


def _grades(overview: Overview) -> Iterator[Block]:
    if not overview.grades:
        return
    lines, scale = overview.grades, overview.scale
    years = {year.label: found for year, found in by_year(lines, scale).items()}
    yield Heading("達成状況")
    yield _tallies("年度別の達成状況", "年度", years, tally(lines, scale))
    yield _tallies("分野別の達成状況", "分野", by_field(lines, scale), tally(lines, scale))
    graded = by_department(lines, scale)
    offices = {office.label: graded[office.label] for office in overview.offices if office.label in graded}
    yield _tallies("担当課別の達成状況", "担当課", offices, tally(lines, scale))


def _tallies(name: str, what: str, parts: Mapping[str, Tally], whole: Tally) -> Table:
    """One line for each part, under its sum: they are counted from the same rows."""
    columns = (
        Column((what,), 90, key=True, heads=True),
        *(Column((symbol,), 20, Align.RIGHT) for symbol in whole.counts),
        Column(("計",), 20, Align.RIGHT),
    )
    rows = [_counts(label, found, whole) for label, found in (*parts.items(), (_TOTAL, whole))]
    return Table(columns, rows, name)


def _counts(label: str, found: Tally, whole: Tally) -> Row:
    counts = (str(found.counts.get(symbol, 0)) for symbol in whole.counts)
    return Row((label, *counts, str(found.total)), name=label)


def _indicators(overview: Overview) -> Iterator[Block]:
    told = [i for i in overview.indicators if any(i.of(year).result for year in overview.years)]
    if not told:
        return
    columns = (
        Column(("指標",), 60, key=True, heads=True),
        *(Column((year.label,), 30, Align.RIGHT, filling=True) for year in overview.years),
    )
    rows = [Row((i.name, *(_reached(i, year) for year in overview.years)), name=i.name) for i in told]
    yield Heading("指標の達成状況")
    yield Table(columns, rows, "指標の達成状況")
    yield Paragraph("実績値と、その年度の目標値に対する割合です。", Style.NOTE)


def _reached(indicator: Indicator, year: FiscalYear) -> str:
    """The result, and below it how much of the target that is, where it can be reckoned."""
    told = indicator.of(year)
    rate = achievement(told.target, told.result, indicator.direction)
    shown = with_unit(told.result, indicator.unit)
    return f"{shown}\n（{rate}%）" if rate is not None else shown
