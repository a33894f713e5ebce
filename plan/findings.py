"""What a check or an import found: one sentence, how grave it is, and the cell that it is about."""

from dataclasses import dataclass
from enum import Enum

from plan.era import FiscalYear
from plan.errors import Sentence
from plan.fields import Field
from plan.ids import RecordId

_BRIEF = 30  # characters of what a row is about


class Severity(Enum):
    """How grave a finding is: an error blocks closing a year; a notice may be a false alarm."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found; what is not known is left out.

    `line` and `column` count from 1 as the source shows them (line 7, column 3 = C7); the rest is the plan's own:
    the row's 番号 as printed, the department's label, the fiscal year and the field, and the record that a person can
    be taken to (an assignment, a sheet, an indicator). `content` is what the row is about, for where it has no 番号.
    """

    sheet: str = ""
    line: int | None = None
    column: int | None = None
    number: str = ""
    department: str = ""
    year: FiscalYear | None = None
    field: Field | None = None
    record: RecordId | None = None
    content: str = ""

    @property
    def brief(self) -> str:
        """What a row without 番号 is about, on one short line; "" where it has one."""
        return "" if self.number else " ".join(self.content.split())[:_BRIEF]

    @property
    def words(self) -> str:
        """The place in Japanese words: 「調査票」シートの L6 セル（番号 1、令和2年度評価）."""
        cell = "" if self.line is None else f"{self.line} 行目"
        if self.line is not None and self.column is not None:
            cell = f"{column_letters(self.column)}{self.line} セル"
        heading = "" if self.field is None else f"{self.year.label if self.year else ''}{self.field.label}"
        row = f"番号 {self.number}" if self.number else f"「{self.brief}」" * bool(self.brief)
        told = "、".join(filter(None, (row, heading)))
        sheet = f"「{self.sheet}」シート" if self.sheet else ""
        return (f"{sheet}の {cell}" if sheet and cell else sheet + cell) + (f"（{told}）" if told else "")


def column_letters(number: int) -> str:
    """How a spreadsheet calls the column of that number (from 1): 28 is AB."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a careful coordinator would mention; `check` is the short name by which it can be switched off.

    `quote` is a text that somebody wrote and that was not taken.
    """

    severity: Severity
    check: str
    sentence: Sentence
    place: Place = Place()
    quote: str = ""
