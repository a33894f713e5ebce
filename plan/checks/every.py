"""Every check over a plan, row by row, then over the whole table, its sheets and its indicators."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from time import monotonic

from plan.checks import dating, entries, figures, grading, structure, wording
from plan.checks.checked_rows import Row, Terms, used_columns
from plan.checks.evaluation_sheets import sheet_findings
from plan.checks.indicators import indicator_findings
from plan.checks.told_counts import closing_findings
from plan.errors import Sentence, say
from plan.findings import Finding, Severity
from plan.ids import AssignmentId, RecordId
from plan.reports import EvaluationSheet, Indicator, ResultsReport
from plan.returns import Cell

CHECKS: Mapping[str, Sentence] = {
    "not_entered": say("未入力の欄"),
    "end_not_declared": say("終了としていない行"),
    "department_ended": say("廃止された課の行"),
    "evaluation_repeats_target": say("目標と同じ文の評価"),
    "evaluation_repeats_last": say("前年度と同じ文の評価"),
    "column_shifted": say("右の列にずれた文"),
    "target_reports": say("実績のように書かれた目標"),
    "evaluation_promises": say("予定のように書かれた評価"),
    "target_without_result": say("結果の数値がない評価"),
    "target_without_figure": say("目標の数値がない関係課の行"),
    "achieved_below_target": say("目標に届かない「達成」"),
    "target_below_reached": say("前年度の結果より低い目標"),
    "unit_changed": say("単位の違い"),
    "grade_missing": say("達成状況の付け忘れ"),
    "grade_unknown": say("評価区分にない記号"),
    "reason_missing": say("理由のない達成状況"),
    "indicator_grade_missing": say("指標の達成状況の付け忘れ"),
    "indicator_reason_missing": say("理由のない指標の達成状況"),
    "date_impossible": say("存在しない日付"),
    "era_impossible": say("元号の始まる前の日付"),
    "date_outside_year": say("年度の外の日付"),
    "error_value": say("Excel のエラー表示"),
    "control_character": say("制御文字"),
    "unprintable": say("印刷できない文字"),
    "sheet_overfull": say("一枚に読める大きさで収まらない評価表"),
    "too_many_pages": say("ページ数の多すぎる成果報告書"),
    "number_missing": say("番号なし"),
    "number_doubled": say("番号の重複"),
    "number_order": say("番号の順序"),
    "two_leads": say("主担当の重複"),
    "code_look_alike": say("読み誤りらしい符号"),
    "project_two_codes": say("同じ実施事業の二つの符号"),
    "departments_in_one_cell": say("一つの欄に複数の課"),
    "department_spelling": say("課名の書き方の違い"),
    "word_variant": say("言葉の書き方の違い"),
    "settlement_above_budget": say("予算額を超える決算額"),
    "rate_disagrees": say("金額と合わない執行率"),
    "schedule_not_drawn": say("描いていない予定"),
    "own_grade_missing": say("主管課評価の付け忘れ"),
    "committee_grade_missing": say("審査会評価の付け忘れ"),
    "counts_disagree": say("計画の評価の文と実施状況の件数の違い"),
}
"""Every check by its short name, with the name that people read."""

_OF_ROW: Sequence[Callable[[Row, Terms], Iterator[Finding]]] = (
    entries.not_entered,
    entries.department_of_the_time,
    wording.repeated,
    wording.tense,
    wording.odd_characters,
    figures.target_without_result,
    figures.achieved_below_target,
    figures.target_below_reached,
    figures.unit_changed,
    grading.grades,
    grading.reasons,
    dating.impossible_dates,
    dating.dates_outside_year,
)
_OF_TABLE: Sequence[Callable[[Sequence[Row]], Iterator[Finding]]] = (
    structure.numbers,
    structure.leads,
    structure.figures_of_related,
    structure.codes,
    structure.departments,
    structure.variants,
)
_OF_BLANKS = ("not_entered", "end_not_declared")
_GRAVEST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the rows, and what stands beside them."""

    rows: Sequence[Row]
    terms: Terms
    sheets: Sequence[EvaluationSheet] = ()
    indicators: Sequence[Indicator] = ()
    directions: Mapping[RecordId, str] = field(default_factory=dict)
    results: ResultsReport | None = None


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
        self._beside = [
            *sheet_findings(subject.sheets),
            *indicator_findings(subject.indicators, subject.directions, subject.terms.scale),
            *closing_findings(subject.results),
        ]
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
        """Check anew what only the whole table shows."""
        self._of_table = list(check_table(list(self.rows.values())))

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
    for row in rows:
        for find in _OF_ROW:
            yield from find(row, terms)


def check_table(rows: Sequence[Row]) -> Iterator[Finding]:
    """What only the whole table shows."""
    for find in _OF_TABLE:
        yield from find(rows)
