"""Every check over a plan, row by row, then over the whole table, its sheets and its indicators."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from time import monotonic

from plan.checks import (
    dating,
    entries,
    evaluation_sheets,
    figures,
    grading,
    indicators,
    same_figures,
    structure,
    told_counts,
    wording,
)
from plan.checks.check import Check, Subject
from plan.checks.checked_rows import Row, Terms, used_columns
from plan.exchange.returns import Cell
from plan.findings import Finding, Severity
from plan.ids import AssignmentId, RecordId

TRADES = (
    entries,
    wording,
    figures,
    grading,
    dating,
    structure,
    evaluation_sheets,
    indicators,
    told_counts,
    same_figures,
)
CHECKS: dict[str, Check] = {check.name: check for trade in TRADES for check in trade.CHECKS}
"""Every check by its short name; each stands as a row of a table at the end of its trade's file."""

_OF_BLANKS = (entries.NOT_ENTERED.name, entries.END_NOT_DECLARED.name)
_GRAVEST = tuple(Severity)


def check(subject: Subject, off: Collection[str] = frozenset(), pages: Sequence[Finding] = ()) -> list[Finding]:
    """All findings of the checks that are not switched off, gravest first, then in the order of the plan.

    `pages` are what the documents' pages showed, which only a format can find.
    """
    findings = Findings(subject)
    findings.pages = pages
    findings.go_on()
    return findings.sorted(off)


class Findings:
    """The findings of a plan, kept up to date row by row: an edit costs what its own rows cost.

    The rows wait for `go_on`; what was found in `before` is taken over for those that read as they did.
    """

    def __init__(self, subject: Subject, before: "Findings | None" = None) -> None:
        self.subject = subject
        self.rows = {row.id: row for row in subject.rows}
        self._order: dict[RecordId | None, int] = {row.id: at for at, row in enumerate(subject.rows)}
        known = before.known(subject.terms) if before is not None else {}
        self._of_rows = {row.id: known[row] for row in subject.rows if row in known}
        self.waiting = [row.id for row in reversed(subject.rows) if row.id not in self._of_rows]
        self._beside = list(check_beside(subject))
        self._of_table = list(check_table(subject.rows))
        self.pages: Sequence[Finding] = []

    def go_on(self, seconds: float = inf) -> bool:
        """Check the rows that wait, for so long; whether none waits any more."""
        end = monotonic() + seconds
        while self.waiting and monotonic() < end:
            row = self.rows[self.waiting.pop()]
            self._of_rows[row.id] = list(check_rows([row], self.subject.terms))
        return not self.waiting

    def known(self, terms: Terms) -> Mapping[Row, list[Finding]]:
        """What was found in each row, as far as it would be found by the same terms."""
        if terms != self.subject.terms:
            return {}
        return {row: self._of_rows[row.id] for row in self.rows.values() if row.id in self._of_rows}

    def replace(self, changed: Mapping[AssignmentId, Row]) -> None:
        """Check rows anew that read differently now; what the whole table shows waits for `check_table`."""
        self.rows |= changed
        for row in changed.values():
            self._of_rows[row.id] = list(check_rows([row], self.subject.terms))

    def opens_column(self, rows: Iterable[Row]) -> bool:
        """Whether one of the rows enters something in a column where nobody had: all rows are then waited for."""
        return not used_columns(rows) <= self.subject.terms.used

    def check_table(self) -> None:
        """Check anew what only the whole table shows, by itself and beside sheets and indicators."""
        rows = list(self.rows.values())
        self._of_table = list(check_table(rows))
        self._beside = list(check_beside(replace(self.subject, rows=rows)))

    def sorted(self, off: Collection[str] = frozenset()) -> list[Finding]:
        """The findings, gravest first, then in the order of the plan, without the checks that are off."""
        found = [*(f for of_row in self._of_rows.values() for f in of_row), *self._of_table, *self._beside, *self.pages]
        last = len(self._order)
        kept = (finding for finding in found if finding.check not in off)
        return sorted(kept, key=lambda f: (_GRAVEST.index(f.severity), self._order.get(f.place.record, last)))


def concerning(found: Iterable[Finding], cells: Iterable[Cell]) -> list[Finding]:
    """The findings in the years of these rows; a cell that is asked for and still blank is not told as one."""
    asked = {(cell.assignment, cell.year) for cell in cells}
    return [f for f in found if (f.place.record, f.place.year) in asked and f.check not in _OF_BLANKS]


def check_rows(rows: Iterable[Row], terms: Terms) -> Iterator[Finding]:
    """What each row shows by itself: enough after an edit of these rows."""
    finders = dict.fromkeys(check.of_row for check in CHECKS.values() if check.of_row is not None)
    for row in rows:
        for find in finders:
            yield from find(row, terms)


def check_table(rows: Sequence[Row]) -> Iterator[Finding]:
    """What only the whole table shows."""
    for find in dict.fromkeys(check.of_table for check in CHECKS.values() if check.of_table is not None):
        yield from find(rows)


def check_beside(subject: Subject) -> Iterator[Finding]:
    """What sheets, indicators and reports show, by themselves and beside the table."""
    for find in dict.fromkeys(check.of_plan for check in CHECKS.values() if check.of_plan is not None):
        yield from find(subject)
