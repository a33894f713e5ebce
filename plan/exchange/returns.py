"""What comes back from departments: answers to what was asked, from whatever file, as one kind of value."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from plan.clipboard import line_feeds
from plan.due import is_needless
from plan.era import FiscalYear
from plan.errors import PlanError, Sentence
from plan.fields import EVALUATION, progress_field
from plan.findings import Finding
from plan.ids import AssignmentId, ItemId, RecordId
from plan.states import State, state_of
from plan.table import Column


class Cell(NamedTuple):
    """One yearly cell of the progress table; `field` is the field's name."""

    assignment: AssignmentId
    year: FiscalYear
    field: str

    @property
    def column(self) -> Column:
        """The column that the cell stands in."""
        return Column(progress_field(self.field), self.year)


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row that a department proposes: a new 実施内容 under a 実施事業 of its own, with its texts."""

    id: AssignmentId
    project: ItemId
    content: str
    baseline_and_goal: str | None = None
    texts: tuple[tuple[FiscalYear, str, str], ...] = ()  # fiscal year, field name, text; sorted

    def values(self) -> dict[Cell, str | None]:
        """Its texts, cell by cell."""
        return {Cell(self.id, year, field): text for year, field, text in self.texts}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one return says; made by `contribution`, so that equal answers are equal values.

    `edition` counts the versions of a department file and is None where a file cannot count (a workbook). `values`
    are all asked cells that the return speaks of, changed or not; None is a cell not entered. `hash` is SHA-256 over
    everything that it says: by it a return is known again, in whatever file.
    """

    distribution: RecordId
    edition: int | None
    values: Mapping[Cell, str | None]
    added: tuple[AddedRow, ...]
    complete: bool
    hash: str


def contribution(
    distribution: RecordId,
    edition: int | None,
    values: Mapping[Cell, str | None],
    added: Iterable[AddedRow] = (),
    *,
    complete: bool = False,
) -> Contribution:
    """A contribution whose texts are as the plan keeps them: line breaks are LF, an empty text is not entered."""
    cleaned = {cell: line_feeds(text or "") or None for cell, text in values.items()}
    rows = tuple(sorted(added, key=lambda row: row.id))
    proposed = [[row.id, row.project, row.content, row.baseline_and_goal, row.texts] for row in rows]
    answers = sorted((*cell, text) for cell, text in cleaned.items())
    everything = json.dumps([distribution, edition, complete, answers, proposed])
    digest = hashlib.sha256(everything.encode()).hexdigest()
    return Contribution(distribution, edition, cleaned, rows, complete, digest)


class ReturnState(Enum):
    """What a returned file is to the plan, before anything is taken."""

    NEW = "new"
    ALREADY = "already"
    OLDER = "older"
    FORKED = "forked"
    FOREIGN = "foreign"
    ALTERED = "altered"
    NEWER_PROGRAM = "newer_program"
    DAMAGED = "damaged"

    @property
    def acceptable(self) -> bool:
        """Whether there is something to be taken."""
        return self in (ReturnState.NEW, ReturnState.FORKED)


class ReturnRefusedError(PlanError):
    """A returned file cannot be read; `state` says what it is."""

    def __init__(self, state: ReturnState, sentence: Sentence) -> None:
        super().__init__(sentence.template, **dict(sentence.values))
        self.state = state


@dataclass(frozen=True, slots=True)
class Return:
    """A returned file, read: either what it says, or why it cannot be read; and what was found in it.

    `person` is who saved it last, where it tells.
    """

    file: str
    contribution: Contribution | None = None
    refusal: ReturnRefusedError | None = None
    findings: tuple[Finding, ...] = ()
    person: str = ""


def left_blank(cells: Iterable[Cell], texts: Mapping[Cell, str | None]) -> list[Cell]:
    """Which of the cells still wait for an entry; a year that is declared 該当なし or the like needs no grade."""
    return [cell for cell in cells if state_of(texts.get(cell)) is State.NOT_ENTERED and not _needless(cell, texts)]


def _needless(cell: Cell, texts: Mapping[Cell, str | None]) -> bool:
    return is_needless(cell.column.field, texts.get(cell._replace(field=EVALUATION.name)))
