"""Which document a source is: a value that bears the id of its form."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SourceKind:
    """One of the documents that can be read; `imports.kinds` says how each is known and read."""

    value: str
    PROGRESS: ClassVar["SourceKind"]
    STATUSES: ClassVar["SourceKind"]
    PLAN_BOOK: ClassVar["SourceKind"]
    OUTCOMES: ClassVar["SourceKind"]
    SHEETS: ClassVar["SourceKind"]


SourceKind.PROGRESS = SourceKind("progress-table")
SourceKind.STATUSES = SourceKind("results-report")
SourceKind.PLAN_BOOK = SourceKind("plan-book")
SourceKind.OUTCOMES = SourceKind("outcome-report")
SourceKind.SHEETS = SourceKind("evaluation-sheet")
