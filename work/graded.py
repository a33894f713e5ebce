"""What has been graded, from every part of the plan: lines to list and to count."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from db.read.grades import grade_rows, status_rows
from db.read.reports import indicators, nodes, scale, topmost
from db.read.sheets import EnteredSheet, entered_sheets
from db.read.table import Scope, progress_table
from db.store.working import Connection
from plan.documents.tally import Graded
from plan.scales import Scale
from work.language import _


@dataclass(frozen=True, slots=True)
class Listed:
    """One graded line with what it is called."""

    graded: Graded
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where grades come from: a title, the scale, and the question."""

    title: str
    scale: str
    lines: Callable[[Connection], list[Listed]]


def sources() -> tuple[Source, ...]:
    """All that is graded in a plan."""
    sheet = _("個別事業評価表 {stage} {grader}")
    stages = {"interim": _("中間評価"), "final": _("事後評価")}
    graders = {"own": _("主管課"), "committee": _("審査会")}
    of_sheets = (
        Source(sheet.format(stage=stages[s], grader=graders[g]), s, _of_sheets(s, g)) for s in stages for g in graders
    )
    return (
        Source(_("進行管理表の達成状況"), "achievement", _of_rows),
        *of_sheets,
        Source(_("施策の実施状況"), "outcome", _of_items),
        Source(_("指標の達成状況"), "achievement", _of_indicators),
    )


def listed(connection: Connection, source: Source) -> tuple[list[Listed], Scale]:
    """The lines of a source, and the plan's scale for them."""
    return source.lines(connection), scale(connection, source.scale)


def _of_rows(connection: Connection) -> list[Listed]:
    table = progress_table(connection, Scope())
    names = {row.id: " ".join(filter(None, (row.cells[0], row.cells[4]))) for row in table.rows}
    by_record = {str(record): name for record, name in names.items()}
    return [Listed(line, by_record.get(str(line.id), "")) for line in grade_rows(connection)]


def _of_items(connection: Connection) -> list[Listed]:
    names = {str(node.id): node.full_heading for node in nodes(connection)}
    return [Listed(line, names[str(line.id)]) for line in status_rows(connection) if line.grade]


def _of_indicators(connection: Connection) -> list[Listed]:
    tree = nodes(connection)
    above = topmost(tree)
    found: list[Listed] = []
    for indicator in indicators(connection):
        field = above[indicator.item].name if indicator.item else ""
        for year, told in sorted(indicator.years.items()):
            if told.grade:
                found.append(Listed(Graded(indicator.id, told.grade, year, field), indicator.name))
    return found


def _of_sheets(stage: str, grader: str) -> Callable[[Connection], list[Listed]]:
    def lines(connection: Connection) -> list[Listed]:
        above = topmost(nodes(connection))
        fields = {str(item): node.name for item, node in above.items()}
        return list(_graded(entered_sheets(connection), fields, (stage, grader)))

    return lines


def _graded(sheets: list[EnteredSheet], fields: dict[str, str], part: tuple[str, str]) -> Iterator[Listed]:
    stage, grader = part
    for entered in sheets:
        sheet = entered.sheet
        grade: str = getattr(getattr(sheet, stage), grader)
        if grade:
            offices = (sheet.department,) if sheet.department else ()
            line = Graded(sheet.id, grade, sheet.year, fields.get(str(entered.item), ""), offices)
            yield Listed(line, f"{sheet.number} {sheet.project}".strip())
