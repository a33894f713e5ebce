"""The rows of the progress table as the checks read them, and the circumstances that they are judged by."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plan.due import fiscal_year_of, is_due
from plan.era import FiscalYear, fold
from plan.fields import BASELINE_AND_GOAL, EVALUATION, GRADE, KEYS, TARGET, YEARLY, Field, Kind
from plan.ids import AssignmentId, DepartmentId, ItemId
from plan.scales import ACHIEVEMENT, Scale
from plan.states import State, state_of
from plan.table import Column, ProgressRow, ProgressTable

_PLACES = {field.name: place for place, field in enumerate(YEARLY)}
Prose = tuple[Field, FiscalYear | None, str]
"""A cell that holds prose: its field, its fiscal year, its text."""
Used = frozenset[tuple[FiscalYear, str]]
"""The yearly columns (fiscal year, field name) in which anybody has entered anything."""
YEARLY_TEXTS = tuple(field for field in YEARLY if field.kind is Kind.TEXT)
"""The yearly fields that hold prose."""


@dataclass(frozen=True, slots=True)
class YearTexts:
    """What a row says of one fiscal year; `texts` are those of the yearly fields, in printed order."""

    year: FiscalYear
    texts: tuple[str, ...] = ("",) * len(YEARLY)

    def text(self, wanted: Field) -> str:
        """The text of one of the yearly fields."""
        return self.texts[_PLACES[wanted.name]]

    @property
    def target(self) -> str:
        """What is to be done."""
        return self.text(TARGET)

    @property
    def evaluation(self) -> str:
        """What was done."""
        return self.text(EVALUATION)

    @property
    def grade(self) -> str:
        """The symbol of the scale."""
        return self.text(GRADE)

    def with_text(self, name: str, text: str) -> "YearTexts":
        """The year with another text in one of its fields."""
        at = _PLACES[name]
        return YearTexts(self.year, (*self.texts[:at], text, *self.texts[at + 1 :]))


@dataclass(frozen=True, slots=True)
class Row:
    """One assignment with its years in order; what is not entered is ""."""

    id: AssignmentId
    content: ItemId
    department: DepartmentId
    number: str
    project: str
    lead: str
    label: str
    content_name: str
    baseline: str
    years: tuple[YearTexts, ...]
    ended_year: FiscalYear | None = None

    def with_text(self, name: str, text: str, year: FiscalYear | None = None) -> "Row":
        """The row with another text in one of its years, or in number, lead or baseline."""
        if year is not None:
            return replace(self, years=tuple(t.with_text(name, text) if t.year == year else t for t in self.years))
        own = {"number": self.number, "lead": self.lead, "baseline": self.baseline, name: text}
        return replace(self, number=own["number"], lead=own["lead"], baseline=own["baseline"])


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a plan is judged: the day, its scale, the life of its departments, the columns that are in use."""

    today: dt.date
    scale: Scale = ACHIEVEMENT
    lives: Mapping[DepartmentId, tuple[FiscalYear | None, FiscalYear | None]] = field(default_factory=dict)
    used: Used = frozenset()

    def due(self, year: FiscalYear, wanted: Field) -> bool:
        """Whether the day has come: a target is due when its year begins, an evaluation when it is over."""
        return is_due(Column(wanted, year), fiscal_year_of(self.today))


def rows_of(table: ProgressTable) -> list[Row]:
    """The table's rows; `table` needs every year with its grades."""
    years = sorted({column.year for column in table.columns if column.year is not None})
    places = [(year, [table.column_index(field, year) for field in YEARLY]) for year in years]
    return [_row(row, places) for row in table.rows]


def _row(row: ProgressRow, places: Iterable[tuple[FiscalYear, list[int]]]) -> Row:
    number, project, lead, label, content, baseline = (text or "" for text in row.cells[: len(KEYS)])
    years = tuple(YearTexts(year, tuple(row.cells[i] or "" for i in at)) for year, at in places)
    return Row(
        row.id, row.content, row.department, number, project, lead, label, content, baseline, years, row.ended_year
    )


def used_columns(rows: Iterable[Row]) -> Used:
    """The yearly columns in which anybody has entered anything."""
    return frozenset(
        (texts.year, wanted.name)
        for row in rows
        for texts in row.years
        for wanted in YEARLY
        if is_entered(texts.text(wanted))
    )


def is_entered(text: str) -> bool:
    """Whether somebody has written anything, be it a dash."""
    return bool(text) and state_of(text) is not State.NOT_ENTERED


def is_prose(text: str) -> bool:
    """Whether the text says something of its own: no state, and not that it follows the lead."""
    return bool(text) and state_of(text) is State.TEXT and not follows_lead(text)


def follows_lead(text: str) -> bool:
    """Whether the text points at the lead's: 主担当課に準ずる."""
    return "準ず" in text or "準じ" in text


def squeezed(text: str) -> str:
    """The text as a comparison sees it: NFKC, without white space."""
    return "".join(fold(text).split())


def prose_of(row: Row) -> Iterator[Prose]:
    """Every cell of the row that holds prose."""
    yield BASELINE_AND_GOAL, None, row.baseline
    for texts in row.years:
        for at in YEARLY_TEXTS:
            yield at, texts.year, texts.text(at)
