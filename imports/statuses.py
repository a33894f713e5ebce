"""A results report (実績及び評価書) as records: the measures with their statuses, the fields' goals and results."""

from collections.abc import Sequence

from imports.goals import FieldGoal, known_goals, read_cover, read_goals
from imports.lines import Line, same_words
from imports.outlines import Node, read_outline
from imports.told import ReportReading, SourceKind, Subject, Told
from plan.codes import split_heading

_LEVELS = ("分野", "施策", "事業", "個別事業")


def read_statuses(lines: Sequence[Line], source: str) -> ReportReading:
    """Every measure in printed order with the status that it bears; of which year, the plan or the person says."""
    nodes, findings = read_outline(lines)
    goals = known_goals(read_goals(lines))
    subjects = [*_subjects(nodes, goals), *(_field(goal) for goal in goals.values())]
    cover = read_cover(lines)
    return ReportReading(
        source,
        SourceKind.STATUSES,
        tuple(subjects),
        tuple(findings),
        cover.title,
        cover.city,
        cover.years,
        level_names(max((node.depth for node in nodes), default=0) + 1),
        cover.year,
    )


def level_names(depth: int) -> tuple[str, ...]:
    """Names for the levels of a tree as deep as this."""
    if depth < len(_LEVELS):
        return (*_LEVELS[: depth - 1], "事業") if depth > 1 else ("事業",)
    return _LEVELS if depth == len(_LEVELS) else tuple(f"第{n}階層" for n in range(1, depth + 1))


def _subjects(nodes: Sequence[Node], goals: dict[str, FieldGoal]) -> list[Subject]:
    """The nodes as records, parents first; a field's goal goes with its heading."""
    told: dict[Node, Told] = {}
    subjects: list[Subject] = []
    for node in nodes:
        goal = _goal_of(node, goals) if node.parent is None else None
        told[node] = _item(node, told, goal)
        records = (told[node], _status(node, told[node])) if node.entry.status else (told[node],)
        subjects.append(Subject(node.heading.text, node.entry.line.place, records, counted=bool(node.entry.status)))
    return subjects


def _goal_of(node: Node, goals: dict[str, FieldGoal]) -> FieldGoal | None:
    """The goal that stands under the field's heading, or under its name without the code."""
    return goals.pop(same_words(node.entry.text), None) or goals.pop(same_words(node.heading.name), None)


def _item(node: Node, told: dict[Node, Told], goal: FieldGoal | None) -> Told:
    heading = node.heading
    return Told(
        "item",
        {
            "parent_id": told[node.parent] if node.parent else None,
            "code": heading.code or None,
            "name": heading.name,
        },
        {
            "goal": goal.goal if goal else None,
            "result": goal.result if goal else None,
            "listing_of": told[node.again] if node.again else None,
        },
        {"level": node.depth, "joint": heading.joint or None},
    )


def _status(node: Node, item: Told) -> Told:
    return Told("item_status", {"item_id": item, "fiscal_year": None}, {"status": node.entry.status})


def _field(goal: FieldGoal) -> Subject:
    """A field that has a goal, but no measures in the outline."""
    heading = split_heading(goal.heading)
    item = Told(
        "item",
        {"parent_id": None, "code": heading.code or None, "name": heading.name},
        {"goal": goal.goal, "result": goal.result},
        {"level": 0, "joint": heading.joint or None},
    )
    return Subject(goal.heading, goal.line.place, (item,), counted=False)
