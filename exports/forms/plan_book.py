"""The plan book (計画書): indicators, the numbered tree of measures, the narratives of its projects, related plans."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
    upright,
)
from plan.documents.budget import with_unit
from plan.documents.footnotes import Numbering, without_markers
from plan.documents.printed_words import PrintedWords
from plan.documents.reports import Indicator, Node, PlanBook
from plan.era import FiscalYear
from plan.ids import ItemId

_PAGE = upright("A4", 20)
_KEY, _PROMOTED = "◎", "※"
_MARKS = {_KEY: "key", _PROMOTED: "promoted"}
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧ"


def compose(book: PlanBook) -> Document:
    """The book, its sections numbered as far as there is something to print in them."""
    numbering = Numbering(book.footnotes)
    sections: list[tuple[str, list[Block]]] = [
        ("indicators", list(_indicators(book, numbering))),
        ("tree", list(_tree(book))),
        *((f"{place}_described", list(_narratives(book, mark, numbering))) for mark, place in _MARKS.items()),
        ("related", list(_related(book))),
    ]
    blocks: list[Block] = []
    written = ((place, found) for place, found in sections if found)
    for number, (place, found) in zip(_ROMAN, written, strict=False):
        blocks += [Heading(f"{number}　{book.words.at(place)}"), *found]
    return Document(
        title=book.outline.title,
        blocks=tuple(blocks),
        author=book.outline.city,
        page=_PAGE,
        footer="-{page}-",
        text_size=10.0,
        running_title=False,
    )


def _indicators(book: PlanBook, numbering: Numbering) -> Iterator[Block]:
    for indicator in book.indicators:
        yield _indicator(indicator, book)
        note, footnotes = numbering.numbered(indicator.note, indicator.item)
        if note:
            yield Paragraph(note, Style.PROSE)
        yield from _notes(footnotes)
    if any(year.result for indicator in book.indicators for year in indicator.years.values()):
        yield Heading("指標の年度別の実績", 2)
        yield _results(book)


def _indicator(indicator: Indicator, book: PlanBook) -> Table:
    """One indicator: where it stood, and what each phase is to reach, each year in its era."""
    targets, words = _targets(indicator, book), book.words
    columns = (
        Column((words.at("indicator"),), 60, key=True, heads=True, filling=True),
        Column((_dated(words, words.at("baseline"), indicator.baseline_year),), 40, Align.CENTER, filling=True),
        *(Column((_dated(words, label, year),), 40, Align.CENTER, filling=True) for year, label, _ in targets),
    )
    cells = (indicator.name, *(with_unit(v, indicator.unit) for v in (indicator.baseline, *(t for _, _, t in targets))))
    return Table(columns, (Row(cells, name=indicator.name),), indicator.name)


def _targets(indicator: Indicator, book: PlanBook) -> list[tuple[FiscalYear, str, str]]:
    """The targets that bear a name (前期目標値 …); else those at the end of a phase and of the plan; else all."""
    told = [(year, t) for year, t in sorted(indicator.years.items()) if t.target]
    ends = {phase.years.last: f"{phase.name}目標値" for phase in book.outline.phases[:-1]}
    ends[book.outline.years.last] = "目標値"
    labelled = [(year, t.label, t.target) for year, t in told if t.label]
    at_ends = [(year, ends[year], t.target) for year, t in told if year in ends]
    return labelled or at_ends or [(year, "目標値", t.target) for year, t in told]


def _dated(words: PrintedWords, label: str, year: FiscalYear | None) -> str:
    return f"{label}\n（{words.year(year)}）" if year else label


def _results(book: PlanBook) -> Table:
    """What was reached year by year beside what was to be reached."""
    columns = (
        Column((book.words.at("indicator"),), 60, key=True, heads=True, filling=True),
        *(Column((name,), 27, Align.CENTER, filling=True) for name in ("年度", "目標値", "実績値", "達成状況")),
    )
    rows: list[Row] = []
    for indicator in book.indicators:
        told = [(year, t) for year, t in sorted(indicator.years.items()) if t.result or t.grade]
        for place, (year, t) in enumerate(told):
            values = (with_unit(value, indicator.unit) for value in (t.target, t.result))
            cells = (indicator.name, year.label, *values, t.grade)
            rows.append(Row(cells, name=f"{indicator.name} {year.label}", joined=frozenset({0} if place else ())))
    return Table(columns, tuple(rows), "指標の年度別の実績")


def _tree(book: PlanBook) -> Iterator[Block]:
    level = _measure_level(book)
    nodes = [node for node in book.nodes if node.level <= level]
    if not nodes:
        return
    used = {node.mark for node in nodes}
    legend = (f"{mark}：{book.words.at(place)}" for mark, place in _MARKS.items() if mark in used)
    yield Paragraph("　".join(legend), Style.RIGHT)
    measures = [node for node in nodes if node.level == level]
    by_id = {node.id: node for node in nodes}
    for above, found in groupby(measures, key=lambda node: _ancestors(node, by_id)[:-1]):
        for node in above[-1:]:
            yield Heading(without_markers(node.heading), 2)
        yield _measures(list(found), by_id, book)


def _measure_level(book: PlanBook) -> int:
    """The level of the measures: the lowest that bears marks or narratives, else codes."""
    told = [n.level for n in book.nodes if n.mark or n.id in book.narratives]
    return max(told or [n.level for n in book.nodes if n.heading != n.name], default=0)


def _ancestors(node: Node, by_id: dict[ItemId, Node]) -> tuple[Node, ...]:
    """The items above, topmost first."""
    above = by_id.get(node.parent) if node.parent else None
    return (*_ancestors(above, by_id), above) if above else ()


def _measures(found: Sequence[Node], by_id: dict[ItemId, Node], book: PlanBook) -> Table:
    """The measures beside the item above them, which is printed once for all of its own."""
    names = dict(enumerate(book.level_names))
    level = found[0].level
    columns = (
        Column((names.get(level - 1, "施策"),), 55, key=True, heads=True),
        Column(("区分",), 11, Align.CENTER),
        Column((names.get(level, "事業"),), 100, filling=True),
    )
    rows: list[Row] = []
    for parent, group in groupby(found, key=lambda node: node.parent):
        above = without_markers(by_id[parent].heading) if parent else ""
        for place, node in enumerate(group):
            joined = frozenset({0} if place else ())
            rows.append(Row((above, node.mark, _measure(node)), name=node.full_heading, joined=joined))
    return Table(
        columns, tuple(rows), without_markers(_ancestors(found[0], by_id)[0].heading) if found[0].parent else ""
    )


def _measure(node: Node) -> str:
    heading = without_markers(node.heading)
    return f"{heading}\n（{node.reference}）" if node.reference else heading


def _narratives(book: PlanBook, mark: str, numbering: Numbering) -> Iterator[Block]:
    for owner, described in _described(book, mark).items():
        footnotes: list[str] = []
        for node in described:
            heading, notes = numbering.numbered(node.full_heading, node.id)
            yield Heading(heading, 2)
            footnotes += notes
        text, notes = numbering.rest(book.narratives[owner], owner)
        yield Paragraph(text, Style.PROSE)
        yield from _notes([*footnotes, *notes])


def _described(book: PlanBook, mark: str) -> dict[ItemId, list[Node]]:
    """The measures by the narrative that tells of them; one that has none is only listed, or referred to."""
    found: dict[ItemId, list[Node]] = {}
    for node in book.nodes:
        owner = book.described_in(node.id) if node.mark == mark else None
        if owner is not None:
            found.setdefault(owner, []).append(node)
    return found


def _notes(footnotes: Iterable[str]) -> Iterator[Block]:
    return (Paragraph(text, Style.NOTE, indent=1) for text in footnotes)


def _related(book: PlanBook) -> Iterator[Block]:
    for plan in book.related:
        note = f"（{plan.note}）" if plan.note else ""
        yield Paragraph(f"・{plan.title}{note}", Style.PROSE)
