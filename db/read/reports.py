"""The questions behind the sister documents: sheets, statuses, indicators, the tree with its narratives."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from db.models import (
    FOOTNOTE,
    INDICATOR,
    INDICATOR_RESULT,
    INDICATOR_TARGET,
    ITEM,
    ITEM_STATUS,
    PHASE,
    PLAN,
    RELATED_PLAN,
    SCALE,
    SCALE_GRADE,
)
from db.read.settings import printed_words
from db.read.table import ItemFacts, items, level_names, plan_facts
from plan.achievement import UP
from plan.documents.footnotes import Footnote
from plan.documents.printed_words import BOOK
from plan.documents.reports import (
    Indicator,
    IndicatorYear,
    Node,
    OutcomeReport,
    Phase,
    PlanBook,
    PlanOutline,
    ProjectOutcome,
    RelatedPlan,
    is_idle,
)
from plan.era import FiscalYear, YearRange
from plan.ids import ItemId, RecordId
from plan.scales import BUILT_IN, Scale, ScaleGrade
from plan.states import State, state_of

_IDLE = "今年度は事業展開なし"


def plan_outline(connection: sa.Connection) -> PlanOutline:
    """The plan's own texts, its period and phases."""
    facts = plan_facts(connection)
    row = connection.execute(sa.select(PLAN)).one()
    phases = connection.execute(sa.select(PHASE).order_by(PHASE.c.position, PHASE.c.id))
    return PlanOutline(
        facts.title,
        facts.city,
        row.mayor or "",
        facts.years,
        tuple(Phase(p.name, YearRange(FiscalYear(p.first_year), FiscalYear(p.last_year))) for p in phases),
        row.purpose or "",
        row.project_title or "",
        row.project_outline or "",
        row.evaluation_summary or "",
        row.period_text or "",
        row.basic_goals or "",
    )


def scale(connection: sa.Connection, kind: str) -> Scale:
    """The plan's scale for what is graded; the built-in one where the plan has none of its own."""
    row = connection.execute(sa.select(SCALE).where(SCALE.c.kind == kind).order_by(SCALE.c.position)).first()
    if row is None:
        return next(built_in for built_in in BUILT_IN if built_in.kind == kind)
    query = sa.select(SCALE_GRADE).where(SCALE_GRADE.c.scale_id == row.id).order_by(SCALE_GRADE.c.position)
    grades = (
        ScaleGrade(g.symbol, g.meaning or "", bool(g.achieved), bool(g.reason_required), g.threshold)
        for g in connection.execute(query)
    )
    return Scale(kind, row.name, tuple(grades))


def nodes(connection: sa.Connection) -> list[Node]:
    """The whole tree in printed order, cross-references in today's words."""
    tree = {item.id: item for item in items(connection)}
    codes = {item.id: _full_code(item, tree) for item in tree.values()}
    columns = ITEM.c.id, ITEM.c.reference_id, ITEM.c.reference_text, ITEM.c.listing_of
    links = {row.id: row for row in connection.execute(sa.select(*columns))}
    return [
        Node(
            item.id,
            item.level,
            item.heading,
            codes[item.id],
            item.name,
            item.mark,
            _reference(links[item.id].reference_id, links[item.id].reference_text, tree, codes),
            links[item.id].listing_of,
            item.parent,
        )
        for item in tree.values()
    ]


def _full_code(item: ItemFacts, tree: dict[ItemId, ItemFacts]) -> str:
    """The codes of all levels joined; a code that already begins with its parent's is whole."""
    above = _full_code(tree[item.parent], tree) if item.parent else ""
    if not item.code or not above or item.code.startswith(above):
        return item.code or ""
    return f"{above}-{item.code}"


def _reference(item: ItemId | None, text: str | None, tree: dict[ItemId, ItemFacts], codes: dict[ItemId, str]) -> str:
    """A cross-reference: to an item in its present words, else as it was written."""
    return f"「{codes[item]} {tree[item].name}」参照" if item else text or ""


def topmost(tree: Sequence[Node]) -> dict[ItemId, Node]:
    """The field (the topmost item) above each item."""
    found: dict[ItemId, Node] = {}
    for node in tree:
        found[node.id] = found[node.parent] if node.parent else node
    return found


def indicators(connection: sa.Connection) -> list[Indicator]:
    """Every indicator with its targets and results of all years."""
    years = _indicator_years(connection)
    rows = connection.execute(sa.select(INDICATOR).order_by(INDICATOR.c.position, INDICATOR.c.id))
    return [
        Indicator(
            RecordId(row.id),
            ItemId(RecordId(row.item_id)) if row.item_id else None,
            row.name,
            row.unit or "",
            FiscalYear(row.baseline_year) if row.baseline_year else None,
            row.baseline or "",
            row.method or "",
            row.note or "",
            years[row.id],
            row.direction or UP,
        )
        for row in rows
    ]


def _indicator_years(connection: sa.Connection) -> defaultdict[str, dict[FiscalYear, IndicatorYear]]:
    targets = {(t.indicator_id, t.fiscal_year): t for t in connection.execute(sa.select(INDICATOR_TARGET))}
    results = {(r.indicator_id, r.fiscal_year): r for r in connection.execute(sa.select(INDICATOR_RESULT))}
    found: defaultdict[str, dict[FiscalYear, IndicatorYear]] = defaultdict(dict)
    for indicator, year in sorted(targets.keys() | results.keys()):
        target, result = targets.get((indicator, year)), results.get((indicator, year))
        told = (result.value, result.grade, result.source, result.reason) if result else ("",) * 4
        planned = (target.value, target.label) if target else ("",) * 2
        found[indicator][FiscalYear(year)] = IndicatorYear(*(text or "" for text in (*planned, *told)))
    return found


def plan_book(connection: sa.Connection) -> PlanBook:
    """The plan itself, as its book prints it."""
    narratives = _of_items(connection, ITEM.c.narrative)
    shared = _of_items(connection, ITEM.c.narrative_with)
    footnotes = connection.execute(sa.select(FOOTNOTE).order_by(FOOTNOTE.c.position, FOOTNOTE.c.id))
    related = connection.execute(sa.select(RELATED_PLAN).order_by(RELATED_PLAN.c.position, RELATED_PLAN.c.id))
    return PlanBook(
        plan_outline(connection),
        tuple(level_names(connection)),
        tuple(nodes(connection)),
        narratives,
        tuple(indicators(connection)),
        tuple(Footnote(ItemId(RecordId(f.item_id)) if f.item_id else None, f.term, f.text or "") for f in footnotes),
        tuple(RelatedPlan(plan.title, plan.note or "") for plan in related),
        printed_words(connection, BOOK),
        {item: ItemId(RecordId(owner)) for item, owner in shared.items()},
    )


def _of_items(connection: sa.Connection, column: sa.Column[str]) -> dict[ItemId, str]:
    """What the items have in a column, without those that have nothing."""
    rows = connection.execute(sa.select(ITEM.c.id, column).where(column.is_not(None)))
    return {ItemId(RecordId(item)): text for item, text in rows}


def outcome_report(connection: sa.Connection, year: FiscalYear | None = None) -> OutcomeReport:
    """The indicators of one year, project by project; the last year with a result where none is named."""
    found = indicators(connection)
    outline = plan_outline(connection)
    if year is None:
        year = max((y for i in found for y, told in i.years.items() if told.result), default=outline.years.last)
    projects = tuple(_projects(nodes(connection), found, year, _idle_items(connection, year)))
    return OutcomeReport(outline, year, projects, scale(connection, "achievement"))


def _projects(
    tree: Sequence[Node], found: Sequence[Indicator], year: FiscalYear, idle: dict[str, str]
) -> Iterator[ProjectOutcome]:
    general = tuple(indicator for indicator in found if indicator.item is None)
    if general:
        yield ProjectOutcome("全般", general)
    for node in tree:
        own = tuple(indicator for indicator in found if indicator.item == node.id)
        working = tuple(indicator for indicator in own if not is_idle(indicator.of(year)))
        if own and working:
            yield ProjectOutcome(node.full_heading, own)
        elif own:
            yield ProjectOutcome(node.full_heading, own, own[0].of(year).reason or own[0].of(year).source or _IDLE)
        elif node.id in idle:
            yield ProjectOutcome(node.full_heading, (), idle[node.id])


def _idle_items(connection: sa.Connection, year: FiscalYear) -> dict[str, str]:
    """The items for which a year declares that there was no activity, with what it says of that."""
    rows = connection.execute(sa.select(ITEM_STATUS).where(ITEM_STATUS.c.fiscal_year == year))
    return {row.item_id: row.note or _IDLE for row in rows if state_of(row.status) is State.NO_ACTIVITY}
