"""What the sister documents tell, as plain values: sheets, statuses, indicators, the tree and its narratives."""

from dataclasses import dataclass, field

from plan.achievement import UP
from plan.documents.budget import Budget
from plan.documents.footnotes import Footnote
from plan.documents.printed_words import OUR_BOOK, OUR_RESULTS, PrintedWords
from plan.documents.tally import Counting, Graded, Tally, by_field, tally
from plan.era import FiscalYear, YearRange
from plan.ids import ItemId, RecordId
from plan.scales import FINAL, INTERIM, OUTCOME, Scale
from plan.states import State, state_of

_NO_BUDGET = Budget()
FIRST_MONTH = 4
"""A fiscal year's months are counted 4 (April) to 15 (March)."""
MONTHS = tuple(f"{(month - 1) % 12 + 1}月" for month in range(FIRST_MONTH, FIRST_MONTH + 12))


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """An arrow over some months, or a point ○ in one of them, on one of the schedule's lines."""

    line: int
    first: int
    last: int
    label: str = ""
    point: bool = False
    actual: bool = False


@dataclass(frozen=True, slots=True)
class Grades:
    """One stage's two graders side by side, with what they remarked."""

    own: str = ""
    committee: str = ""
    own_comment: str = ""
    committee_comment: str = ""


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The prose of an evaluation sheet, named as in the table of fields."""

    outline: str = ""
    volume: str = ""
    outcome_goal: str = ""
    interim_result: str = ""
    committee_remark: str = ""
    policy_opinion: str = ""
    actual_volume: str = ""
    outcome_status: str = ""
    summary: str = ""
    committee_opinion: str = ""
    planned_undrawn: str = ""  # what belongs into a schedule, and nobody has drawn yet
    actual_undrawn: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationSheet:
    """One project in one fiscal year: initial plan, interim and final evaluation."""

    id: RecordId
    year: FiscalYear
    number: str
    project: str
    department: str = ""
    division: str = ""
    texts: SheetTexts = SheetTexts()
    schedule: tuple[ScheduleLine, ...] = ()
    budget: Budget = _NO_BUDGET
    interim: Grades = Grades()
    final: Grades = Grades()


@dataclass(frozen=True, slots=True)
class EvaluationSheets:
    """Sheets in printed order, and the scales that they are graded on."""

    plan_title: str
    city: str
    sheets: tuple[EvaluationSheet, ...]
    interim_scale: Scale = INTERIM
    final_scale: Scale = FINAL


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the plan period: 前期, 第1期."""

    name: str
    years: YearRange


@dataclass(frozen=True, slots=True)
class PlanOutline:
    """What every report says of the plan itself."""

    title: str
    city: str
    mayor: str
    years: YearRange
    phases: tuple[Phase, ...] = ()
    purpose: str = ""
    project_title: str = ""
    project_outline: str = ""
    evaluation_summary: str = ""
    period_text: str = ""  # where it says more than the years and the phases
    basic_goals: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """An item of the tree as a report prints it; `code` is the whole code, from the topmost level on."""

    id: ItemId
    level: int
    heading: str
    code: str
    name: str
    mark: str = ""
    reference: str = ""
    listing_of: ItemId | None = None
    parent: ItemId | None = None

    @property
    def full_heading(self) -> str:
        """Code and name as they stand outside the tree: 1-①-ア 防災情報の多様な発信."""
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class FieldResult:
    """A field of the plan (the topmost level) with its goal and what came of it."""

    heading: str
    goal: str
    result: str


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One line of the outline of statuses; without `graded` it is a heading of what follows."""

    node: Node
    depth: int
    graded: Graded | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultsReport:
    """The plan as it stood at the end of a fiscal year."""

    outline: PlanOutline
    year: FiscalYear
    fields: tuple[FieldResult, ...]
    lines: tuple[StatusLine, ...]
    scale: Scale = OUTCOME
    counting: Counting = Counting.AS_PRINTED
    words: PrintedWords = OUR_RESULTS

    @property
    def graded(self) -> list[Graded]:
        """The lines that are counted."""
        return [line.graded for line in self.lines if line.graded is not None]

    @property
    def tally(self) -> Tally:
        """Their counts."""
        return tally(self.graded, self.scale, self.counting)

    @property
    def tallies(self) -> dict[str, Tally]:
        """Their counts field by field."""
        return by_field(self.graded, self.scale, self.counting)


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """An indicator in one fiscal year; values as they were written, "" for not entered."""

    target: str = ""
    label: str = ""
    result: str = ""
    grade: str = ""
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its baseline and what the years say of it."""

    id: RecordId
    item: ItemId | None
    name: str
    unit: str = ""
    baseline_year: FiscalYear | None = None
    baseline: str = ""
    method: str = ""
    note: str = ""
    years: dict[FiscalYear, IndicatorYear] = field(default_factory=dict)
    direction: str = UP

    def of(self, year: FiscalYear) -> IndicatorYear:
        """What one year says."""
        return self.years.get(year, IndicatorYear())


@dataclass(frozen=True, slots=True)
class RelatedPlan:
    """A plan that this one stands beside."""

    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanBook:
    """The plan itself: indicators, the numbered tree, narratives, footnotes, related plans."""

    outline: PlanOutline
    level_names: tuple[str, ...]
    nodes: tuple[Node, ...]
    narratives: dict[ItemId, str]
    indicators: tuple[Indicator, ...]
    footnotes: tuple[Footnote, ...]
    related: tuple[RelatedPlan, ...]
    words: PrintedWords = OUR_BOOK
    shared: dict[ItemId, ItemId] = field(default_factory=dict)  # items that the narrative of another tells of

    def described_in(self, item: ItemId) -> ItemId | None:
        """The item whose narrative tells of this one: itself where it has one, else the one that it shares."""
        owner = item if item in self.narratives else self.shared.get(item)
        return owner if owner in self.narratives else None


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """A project with its indicators of one year; `idle` says why there are none (今年度は事業展開なし)."""

    heading: str
    indicators: tuple[Indicator, ...]
    idle: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """What was reached in one fiscal year, indicator by indicator."""

    outline: PlanOutline
    year: FiscalYear
    projects: tuple[ProjectOutcome, ...]
    scale: Scale

    @property
    def reasons(self) -> list[tuple[str, str, str]]:
        """Indicator, grade and reason wherever the scale asks for a reason or one was given."""
        asked = {grade.symbol for grade in self.scale.grades if grade.reason_required}
        told = ((i.name, i.of(self.year)) for project in self.projects for i in project.indicators)
        return [(name, year.grade, year.reason) for name, year in told if year.grade in asked]


def is_idle(year: IndicatorYear) -> bool:
    """Whether there was nothing to measure in that year."""
    return state_of(year.result) in (State.NOT_APPLICABLE, State.NO_ACTIVITY) and state_of(year.grade) in (
        State.NOT_APPLICABLE,
        State.NOT_ENTERED,
    )
