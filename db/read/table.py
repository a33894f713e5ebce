"""The questions: the progress table, the tree, the departments, a plan's own facts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from db.dialect import among, tuples
from db.models import ASSIGNMENT, DEPARTMENT, ITEM, LEVEL, PLAN, YEAR_ENTRY
from plan.departments import DEFAULT_BRACKETS, DepartmentLabel
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError
from plan.fields import YEARLY
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import Order, ProgressRow, ProgressTable, columns


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan says of itself."""

    id: RecordId
    title: str
    city: str
    years: YearRange
    document_label: str
    notes: str


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department or one of its sections, with its life in fiscal years."""

    id: DepartmentId
    name: str
    division: str
    section: str
    brackets: str
    first_year: FiscalYear | None
    last_year: FiscalYear | None

    @property
    def label(self) -> str:
        """As printed: 生涯学習課(図書館)."""
        return DepartmentLabel(self.name, self.section, self.brackets).text


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """A node of the plan's tree."""

    id: ItemId
    parent: ItemId | None
    level: int
    code: str
    name: str
    heading: str
    mark: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the progress table: None means all."""

    years: YearRange | None = None
    departments: frozenset[DepartmentId] | None = None
    lead_only: bool = False
    order: Order = Order.YEARS
    grades: bool = False


ALL = Scope()


def plan_facts(connection: sa.Connection) -> PlanFacts:
    """The plan's title, city and period."""
    row = connection.execute(sa.select(PLAN)).first()
    if row is None:
        raise PlanError(
            "この計画ファイルは、まだ作りかけです（計画の名称と期間が入っていません）。少し待って開き直すか、削除して作り直してください。"
        )
    return PlanFacts(
        RecordId(row.id),
        row.title,
        row.city or "",
        YearRange(FiscalYear(row.first_year), FiscalYear(row.last_year)),
        row.document_label or "",
        row.notes or "",
    )


def level_names(connection: sa.Connection) -> list[str]:
    """The names of the tree's levels, topmost first."""
    return list(connection.scalars(sa.select(LEVEL.c.name).order_by(LEVEL.c.position)))


def items(connection: sa.Connection) -> list[ItemFacts]:
    """The whole tree, each node after its parent, in printed order."""
    query = sa.select(ITEM).order_by(ITEM.c.level, ITEM.c.position, ITEM.c.id)
    children: dict[str | None, list[ItemFacts]] = {}
    for row in connection.execute(query):
        heading = "".join(filter(None, (row.code, row.joint, row.name)))
        parent = ItemId(RecordId(row.parent_id)) if row.parent_id else None
        found = ItemFacts(
            ItemId(RecordId(row.id)), parent, row.level, row.code or "", row.name or "", heading, row.mark or ""
        )
        children.setdefault(parent, []).append(found)
    return list(_in_tree_order(children, None))


def _in_tree_order(children: dict[str | None, list[ItemFacts]], parent: ItemId | None) -> Iterator[ItemFacts]:
    for item in children.get(parent, ()):
        yield item
        yield from _in_tree_order(children, item.id)


def departments(connection: sa.Connection) -> list[DepartmentFacts]:
    """Every department and section that the plan knows, in the order of the office."""
    query = sa.select(DEPARTMENT).order_by(DEPARTMENT.c.position, DEPARTMENT.c.id)
    return [
        DepartmentFacts(
            DepartmentId(RecordId(row.id)),
            row.name,
            row.division or "",
            row.section or "",
            row.brackets or DEFAULT_BRACKETS,
            _year(row.first_year),
            _year(row.last_year),
        )
        for row in connection.execute(query)
    ]


def departments_named(connection: sa.Connection, names: Sequence[str]) -> frozenset[DepartmentId]:
    """The departments with these names or labels; a bare name brings the sections along."""
    known = departments(connection)
    for name in names:
        if not any(name in (d.label, d.name) for d in known):
            raise PlanError("「{name}」という担当課は、この計画にありません。", name=name)
    return frozenset(d.id for d in known if d.label in names or d.name in names)


def rows_numbered(connection: sa.Connection, number: str) -> list[AssignmentId]:
    """The rows that bear a printed number; it may be repeated, so there may be several."""
    query = sa.select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.number == number).order_by(ASSIGNMENT.c.position)
    return [AssignmentId(RecordId(row)) for row in connection.scalars(query)]


def records_of(connection: sa.Connection, assignment: AssignmentId) -> list[RecordId]:
    """The row's own record and those of its years: what the history of the row is about."""
    entries = connection.scalars(sa.select(YEAR_ENTRY.c.id).where(YEAR_ENTRY.c.assignment_id == assignment))
    return [assignment, *(RecordId(entry) for entry in entries)]


def department_labels(connection: sa.Connection) -> dict[tuple[DepartmentId, DepartmentId | None], str]:
    """The printed 担当課 of every pair (department, former department) that a row has."""
    facts = {d.id: d for d in departments(connection)}
    pairs = connection.execute(sa.select(ASSIGNMENT.c.department_id, ASSIGNMENT.c.former_department_id).distinct())
    return {(now, former): _label(facts[now], facts[former] if former else None) for now, former in pairs}


def _label(now: DepartmentFacts, former: DepartmentFacts | None) -> str:
    if former is None:
        return now.label
    return DepartmentLabel(now.name, now.section, now.brackets, former.name, former.brackets).text


def progress_table(connection: sa.Connection, scope: Scope = ALL) -> ProgressTable:
    """The progress management table, or the part that `scope` names."""
    facts = plan_facts(connection)
    years = scope.years or facts.years
    table = ProgressTable(
        facts.title,
        facts.document_label,
        columns(years, scope.order, grades=scope.grades),
        notes=facts.notes,
    )
    table.rows = _rows(connection, scope)
    _fill_years(connection, table, years)
    return table


def _rows(connection: sa.Connection, scope: Scope) -> list[ProgressRow]:
    labels, projects = department_labels(connection), _projects(connection)
    row, content = ASSIGNMENT.c, ITEM.c
    ids = (row.id, content.parent_id, content.id, row.department_id, row.former_department_id)
    query = sa.select(*ids, row.number, row.lead, content.name, row.baseline_and_goal, row.ended_year)
    query = query.join_from(ASSIGNMENT, ITEM, row.item_id == content.id).order_by(row.position, row.id)
    if scope.lead_only:
        query = query.where(row.lead.is_not(None))
    made = []
    for assignment, parent, item, now, former, number, lead, name, baseline, ended in connection.execute(query).all():
        if scope.departments is None or now in scope.departments:
            project = parent or item
            heading, branch = projects[project]
            keys = [number, (parent and heading) or None, lead, labels[now, former] or None, name or None, baseline]
            made.append(ProgressRow(assignment, project, item, now, keys, _year(ended), branch))
    return made


def _projects(connection: sa.Connection) -> dict[ItemId, tuple[str, str]]:
    """Every item that has others below it or none above: its heading, and that of the topmost item above it."""
    item = ITEM.c
    query = sa.select(item.id, item.parent_id, item.code, item.joint, item.name)
    query = query.where(item.id.in_(sa.select(item.parent_id)) | item.parent_id.is_(None))
    found = {key: (parent, "".join(filter(None, parts))) for key, parent, *parts in connection.execute(query)}
    return {key: (heading, _branch(found, key)) for key, (_, heading) in found.items()}


def _branch(tree: Mapping[ItemId, tuple[ItemId | None, str]], item: ItemId) -> str:
    """The heading of the topmost item above."""
    parent, heading = tree[item]
    return heading if parent is None else _branch(tree, parent)


def _fill_years(connection: sa.Connection, table: ProgressTable, years: YearRange) -> None:
    names = [f.name for f in YEARLY if any(c.field is f for c in table.columns)]
    places = {int(year): _every([i for i, c in enumerate(table.columns) if c.year == year]) for year in years}
    width = len(table.columns)
    for row in table.rows:
        row.cells += [None] * (width - len(row.cells))
    cells = {row.id: row.cells for row in table.rows}
    statement = (
        f"SELECT assignment_id, fiscal_year, {', '.join(names)} FROM {YEAR_ENTRY.name} "  # noqa: S608 - names of ours
        "WHERE fiscal_year BETWEEN ? AND ?"
    )
    for assignment, year, *values in tuples(connection, statement, (years.first, years.last)):
        if assignment in cells:
            cells[assignment][places[year]] = values


def _every(places: Sequence[int]) -> slice:
    """A year's columns, which stand side by side or at equal distances."""
    step = places[1] - places[0] if len(places) > 1 else 1
    return slice(places[0], places[-1] + 1, step)


def entry_ids(
    connection: sa.Connection, assignments: Sequence[AssignmentId]
) -> dict[tuple[AssignmentId, int], RecordId]:
    """The year entries of the named assignments, by assignment and fiscal year."""
    entry = YEAR_ENTRY.c
    query = sa.select(entry.assignment_id, entry.fiscal_year, entry.id).where(among(entry.assignment_id, assignments))
    return {(a, y): RecordId(i) for a, y, i in connection.execute(query)}


def entry_owners(
    connection: sa.Connection, entries: Sequence[RecordId]
) -> dict[RecordId, tuple[AssignmentId, FiscalYear]]:
    """The row and the fiscal year of each named year entry; entries that are gone are left out."""
    entry = YEAR_ENTRY.c
    query = sa.select(entry.id, entry.assignment_id, entry.fiscal_year).where(among(entry.id, entries))
    return {RecordId(i): (AssignmentId(RecordId(a)), FiscalYear(y)) for i, a, y in connection.execute(query)}


def _year(value: int | None) -> FiscalYear | None:
    return None if value is None else FiscalYear(value)
