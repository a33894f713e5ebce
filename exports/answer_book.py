"""A workbook to be filled in, as a value: a page that says how, and tables in which some cells are open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.document import Column


@dataclass(frozen=True, slots=True)
class Choice:
    """What a cell offers to choose from; with `only` nothing else may be typed. `hint` is shown beside the cell.

    `names` are those by which the options are found again; they stand with them on the hidden page, under `head`.
    """

    options: tuple[str, ...]
    only: bool = False
    hint: str = ""
    names: tuple[str, ...] = ()
    head: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column of the table: the name by which it is found again, its look, what its open cells offer."""

    key: str
    column: Column
    choice: Choice | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row: the name by which it is found again, its 照合, its texts; `open` are the open cells, each with its fill.

    They go by the places of their columns; a fill is an ARGB colour.
    """

    key: str
    check: str
    cells: tuple[str, ...]
    open: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value; a value that can be chosen is open."""

    label: str
    value: str
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table on a page of its own; `key_labels` head the columns of the rows' names and checks.

    `identity` is written above it. One that is `sortable` has rows that people look for.
    """

    title: str
    identity: tuple[Labelled, ...]
    key_labels: tuple[str, str]
    columns: tuple[AnswerColumn, ...]
    rows: Sequence[AnswerRow]
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class AnswerBook:
    """The whole workbook: `sheets` names its pages: the guide, those of the two tables, and the hidden lists.

    The rows of the first table are listed on the hidden page, so that it is seen when one is gone.
    """

    title: str
    sheets: tuple[str, str, str, str]
    facts: tuple[Labelled, ...]
    steps: tuple[str, ...]
    standing: Labelled
    identity: tuple[Labelled, ...]
    identity_title: str
    table: AnswerTable
    additions: AnswerTable
