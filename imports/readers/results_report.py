"""A results report (実績及び評価書) as records: the measures with their statuses, the fields' goals and results."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from imports.readers.field_goals import Cover, FieldGoal, known_goals, read_cover, read_goals
from imports.readers.plan_facts import Overview, facts_of, read_overview, read_words, without
from imports.readers.printed_words import WordsRead
from imports.readers.status_outline import Node, outline_in, read_outline
from imports.reports.records import ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line
from imports.reports.unread import unread
from imports.source_kind import SourceKind
from plan.codes import split_heading
from plan.documents.printed_words import BUILT_IN, RESULTS, issued_as_built_in, issued_place
from plan.documents.results import strange_counts
from plan.documents.tally import Tally
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import same_words

_LEVELS = ("分野", "施策", "事業", "個別事業")


def read_statuses(lines: Sequence[Line], source: str) -> ReportReading:
    """Every measure in printed order with the status that it bears; of which year, the plan or the person says."""
    outline, goals = outline_in(lines), read_goals(lines)
    nodes, findings = read_outline(outline)
    rest = without(lines, outline, *(goal.lines for goal in goals))
    overview, cover = read_overview(rest), read_cover(lines)
    fields = known_goals(goals)
    subjects = [*_subjects(nodes, fields, overview.notes), *map(_field, fields.values()), *facts_of(overview)]
    subjects += _words(lines[0], cover, overview)
    findings += [*unread(without(rest, list(overview.lines)), cover.texts), *_about_counts(overview, nodes)]
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


def _subjects(nodes: Sequence[Node], goals: dict[str, FieldGoal], notes: Mapping[str, str]) -> list[Subject]:
    """The nodes as records, parents first; a field's goal goes with its heading, what was noted with the measure."""
    told: dict[Node, SourceRecord] = {}
    subjects: list[Subject] = []
    for node in nodes:
        goal = _goal_of(node, goals) if node.parent is None else None
        told[node] = _item(node, told, goal)
        note = notes.get(same_words(node.entry.text))
        records = (told[node], _status(node, told[node], note)) if node.entry.status else (told[node],)
        subjects.append(Subject(node.heading.text, node.entry.line.place, records, counted=bool(node.entry.status)))
    return subjects


def _goal_of(node: Node, goals: dict[str, FieldGoal]) -> FieldGoal | None:
    """The goal that stands under the field's heading, or under its name without the code."""
    return goals.pop(same_words(node.entry.text), None) or goals.pop(same_words(node.heading.name), None)


def _item(node: Node, told: dict[Node, SourceRecord], goal: FieldGoal | None) -> SourceRecord:
    heading = node.heading
    return SourceRecord(
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


def _status(node: Node, item: SourceRecord, note: str | None) -> SourceRecord:
    values = {"status": node.entry.status, "note": note}
    return SourceRecord("item_status", {"item_id": item, "fiscal_year": None}, values)


def _words(first: Line, cover: Cover, overview: Overview) -> list[Subject]:
    """The report's own headings, its name, and its month as the cover writes it."""
    words = WordsRead(RESULTS)
    words.read("name", cover.name, BUILT_IN[RESULTS]["name"], first)
    if cover.year is not None:
        words.read(issued_place(cover.year), cover.issued, issued_as_built_in(cover.year), first)
    read_words(overview, cover.title, words)
    return words.subjects


def _about_counts(overview: Overview, nodes: Sequence[Node]) -> Iterator[Finding]:
    """Counts in the report's prose that are not those of its rows."""
    statuses = Counter(node.entry.status for node in nodes if node.entry.status)
    whole = Tally(dict(statuses), sum(node.again is not None for node in nodes))
    for name in ("counts", "evaluation_summary"):
        for line in overview.parts.get(name, ()):
            if strange := strange_counts(line.texts[0], whole):
                sentence = say(
                    "文の中の「{count}項目」が、この資料の実施状況の件数（{counts}）のどれとも合いません。",
                    count=strange[0],
                    counts=whole.told,
                )
                yield Finding(Severity.NOTICE, "counts_disagree", sentence, line.place)


def _field(goal: FieldGoal) -> Subject:
    """A field that has a goal, but no measures in the outline."""
    heading = split_heading(goal.heading)
    item = SourceRecord(
        "item",
        {"parent_id": None, "code": heading.code or None, "name": heading.name},
        {"goal": goal.goal, "result": goal.result},
        {"level": 0, "joint": heading.joint or None},
    )
    return Subject(goal.heading, goal.line.place, (item,), counted=False)
