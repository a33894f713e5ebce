"""The questions about grades: evaluation sheets, statuses of the measures, and what a tally counts."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import sqlalchemy as sa

from db.models import ASSIGNMENT, EVALUATION_SHEET, ITEM, ITEM_STATUS, SCHEDULE_LINE, SHEET_GRADE, YEAR_ENTRY
from db.read.reports import nodes, plan_outline, scale, topmost
from db.read.settings import counting, printed_words
from db.read.table import departments, departments_named, plan_facts
from plan.documents.budget import Budget
from plan.documents.footnotes import without_markers
from plan.documents.printed_words import RESULTS
from plan.documents.reports import (
    EvaluationSheet,
    EvaluationSheets,
    FieldResult,
    Grades,
    Node,
    ResultsReport,
    ScheduleLine,
    SheetTexts,
    StatusLine,
)
from plan.documents.tally import Graded
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.ids import DepartmentId, ItemId, RecordId

_TEXTS = tuple(SheetTexts.__dataclass_fields__)


def departments_or_divisions_named(connection: sa.Connection, names: Sequence[str]) -> frozenset[DepartmentId]:
    """The departments with these names or labels, and those of a division so named."""
    known = departments(connection)
    divisions = {d.division for d in known if d.division}
    offices = [name for name in names if name not in divisions]
    found = departments_named(connection, offices) if offices else frozenset()
    return found | {d.id for d in known if d.division in names}


def evaluation_sheets(
    connection: sa.Connection, years: YearRange | None = None, wanted: Collection[DepartmentId] | None = None
) -> EvaluationSheets:
    """The sheets of some years (the last one that has any) and departments (all), in printed order."""
    facts = plan_facts(connection)
    sheet = EVALUATION_SHEET.c
    rows = connection.execute(sa.select(EVALUATION_SHEET).order_by(sheet.fiscal_year, sheet.position, sheet.id)).all()
    years = years or _last_year(rows)
    chosen = [r for r in rows if r.fiscal_year in years and (wanted is None or r.department_id in wanted)]
    if not chosen:
        raise PlanError("書き出す個別事業評価表がありません。年度と担当課を確かめてください。")
    return EvaluationSheets(
        facts.title,
        facts.city,
        tuple(_sheets(connection, chosen)),
        scale(connection, "interim"),
        scale(connection, "final"),
    )


def _last_year(rows: Sequence[sa.Row[tuple[object, ...]]]) -> YearRange:
    last = FiscalYear(max((row.fiscal_year for row in rows), default=0))
    return YearRange(last, last)


def _sheets(connection: sa.Connection, rows: Sequence[sa.Row[tuple[object, ...]]]) -> Iterator[EvaluationSheet]:
    names = {node.id: without_markers(node.name) for node in nodes(connection)}
    offices = {d.id: d for d in departments(connection)}
    schedules, grades = _schedules(connection), _grades(connection)
    for row in rows:
        office = offices.get(row.department_id)
        yield EvaluationSheet(
            RecordId(row.id),
            FiscalYear(row.fiscal_year),
            row.number or "",
            names.get(row.item_id, ""),
            office.label if office else "",
            office.division if office else "",
            SheetTexts(*(getattr(row, name) or "" for name in _TEXTS)),
            tuple(schedules[row.id]),
            Budget(row.budget_initial or "", row.budget_revised or "", row.settlement or "", row.typed_rate or ""),
            grades[row.id, "interim"],
            grades[row.id, "final"],
        )


def _schedules(connection: sa.Connection) -> defaultdict[str, list[ScheduleLine]]:
    line = SCHEDULE_LINE.c
    found: defaultdict[str, list[ScheduleLine]] = defaultdict(list)
    for row in connection.execute(sa.select(SCHEDULE_LINE).order_by(line.line, line.position, line.id)):
        drawn = (row.line, row.from_month, row.to_month, row.label or "")
        found[row.sheet_id].append(ScheduleLine(*drawn, point=bool(row.point), actual=row.kind == "actual"))
    return found


def _grades(connection: sa.Connection) -> defaultdict[tuple[str, str], Grades]:
    told = {(g.sheet_id, g.stage, g.grader): g for g in connection.execute(sa.select(SHEET_GRADE))}
    found: defaultdict[tuple[str, str], Grades] = defaultdict(Grades)
    for sheet, stage, _ in told:
        own, committee = told.get((sheet, stage, "own")), told.get((sheet, stage, "committee"))
        texts = (own and own.grade, committee and committee.grade, own and own.comment, committee and committee.comment)
        found[sheet, stage] = Grades(*(text or "" for text in texts))
    return found


def results_report(connection: sa.Connection, year: FiscalYear | None = None) -> ResultsReport:
    """Goals, results and statuses as of a year; the last one with a status where none is named."""
    outline, tree = plan_outline(connection), nodes(connection)
    if year is None:
        last = connection.scalar(sa.select(sa.func.max(ITEM_STATUS.c.fiscal_year)))
        year = FiscalYear(last) if last else outline.years.last
    told = connection.execute(sa.select(ITEM.c.id, ITEM.c.goal, ITEM.c.result))
    fields = {row.id: (row.goal or "", row.result or "") for row in told}
    return ResultsReport(
        outline,
        year,
        tuple(FieldResult(without_markers(n.name), *fields[n.id]) for n in tree if n.parent is None),
        tuple(_status_lines(connection, tree, year)),
        scale(connection, "outcome"),
        counting(connection),
        printed_words(connection, RESULTS),
    )


def _status_lines(connection: sa.Connection, tree: Sequence[Node], year: FiscalYear) -> Iterator[StatusLine]:
    rows = connection.execute(sa.select(ITEM_STATUS).where(ITEM_STATUS.c.fiscal_year == year))
    statuses = {row.item_id: row for row in rows}
    graded = {line.id: line for line in status_rows(connection) if line.year == year}
    printed = _printed(tree, statuses.keys())
    siblings = {node.parent for node in tree if node.id in statuses}
    above = topmost(tree)
    for node in tree:
        if node.id in printed or node.parent in siblings:
            row, depth = statuses.get(node.id), node.level - above[node.id].level
            line = graded.get(node.id)
            if line is None and node.id not in printed:  # a measure whose status nobody has entered yet
                line = Graded(node.id, "", year, without_markers(above[node.id].name), (), node.listing_of)
            yield StatusLine(node, depth, line, (row.note if row else "") or "")


def _printed(tree: Sequence[Node], with_status: Collection[str]) -> set[ItemId]:
    """The items with a status, and those above them."""
    parents = {node.id: node.parent for node in tree}
    found: set[ItemId] = set()
    for node in tree:
        item: ItemId | None = node.id if node.id in with_status else None
        while item is not None and item not in found:
            found.add(item)
            item = parents[item]
    return found


def status_rows(connection: sa.Connection) -> list[Graded]:
    """Every status of every measure and year, in printed order."""
    tree = nodes(connection)
    above, offices = topmost(tree), _offices(connection, tree)
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.execute(sa.select(ITEM_STATUS).order_by(ITEM_STATUS.c.fiscal_year)):
        told[row.item_id].append((row.fiscal_year, row.status or ""))
    return [
        Graded(
            node.id, status, FiscalYear(year), without_markers(above[node.id].name), offices[node.id], node.listing_of
        )
        for node in tree
        for year, status in told[node.id]
    ]


def grade_rows(connection: sa.Connection) -> list[Graded]:
    """Every grade of every row and year of the progress table, in printed order."""
    tree = nodes(connection)
    above = topmost(tree)
    names = {d.id: d.label for d in departments(connection)}
    columns = YEAR_ENTRY.c.fiscal_year, YEAR_ENTRY.c.grade, ASSIGNMENT.c.id, ASSIGNMENT.c.item_id
    query = sa.select(*columns, ASSIGNMENT.c.department_id).join(
        ASSIGNMENT, YEAR_ENTRY.c.assignment_id == ASSIGNMENT.c.id
    )
    rows = connection.execute(query.where(YEAR_ENTRY.c.grade.is_not(None)).order_by(ASSIGNMENT.c.position))
    return [
        Graded(
            RecordId(row.id),
            row.grade,
            FiscalYear(row.fiscal_year),
            without_markers(above[row.item_id].name),
            (names[row.department_id],),
        )
        for row in rows
    ]


def _offices(connection: sa.Connection, tree: Sequence[Node]) -> defaultdict[str, tuple[str, ...]]:
    """The departments of every item: those of its own rows and of all that stands below it."""
    names = {d.id: d.label for d in departments(connection)}
    parents = {node.id: node.parent for node in tree}
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    columns = ASSIGNMENT.c.item_id, ASSIGNMENT.c.department_id
    for item, office in connection.execute(sa.select(*columns).order_by(ASSIGNMENT.c.position)):
        at: ItemId | None = item
        while at is not None:
            found[at][names[office]] = None
            at = parents[at]
    return defaultdict(tuple, {item: tuple(labels) for item, labels in found.items()})
