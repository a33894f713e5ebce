"""What a check is: a short name, the name that people read, how grave it is, and the function that finds it.

Each trade of checks (`entries`, `wording`, `figures` …) ends with the table of its own; `every` joins these tables, and
command line, window, switching off and translations draw from them. A new check is a function and a row beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plan.checks.checked_rows import Row, Terms
from plan.documents.reports import EvaluationSheet, Indicator, ResultsReport
from plan.era import FiscalYear
from plan.errors import Sentence
from plan.fields import Field
from plan.findings import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the rows, and what stands beside them."""

    terms: Terms
    rows: Sequence[Row] = ()
    sheets: Sequence[EvaluationSheet] = ()
    indicators: Sequence[Indicator] = ()
    results: ResultsReport | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One check; `label` is the name that people read, `name` the short one by which it can be switched off.

    It judges a row by itself (`of_row`), all rows together (`of_table`) or the whole plan (`of_plan`); one of none of
    these is found by the pages of a document. One function may serve several checks: it is asked once.
    """

    name: str
    label: Sentence
    severity: Severity
    of_row: Callable[[Row, Terms], Iterator[Finding]] | None = None
    of_table: Callable[[Sequence[Row]], Iterator[Finding]] | None = None
    of_plan: Callable[[Subject], Iterator[Finding]] | None = None

    def found(self, sentence: Sentence, place: Place) -> Finding:
        """A finding of this check."""
        return Finding(self.severity, self.name, sentence, place)

    def found_in(self, row: Row, sentence: Sentence, at: Field, year: FiscalYear | None = None) -> Finding:
        """A finding in one of a row's cells."""
        return self.found(sentence, Place("", None, None, row.number, row.label, year, at, row.id, row.content_name))
