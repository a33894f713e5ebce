"""Cells that wait for an entry although their year is due, and rows of departments that are no more."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plan.checks.check import Check
from plan.checks.checked_rows import Row, Terms, is_entered, is_prose
from plan.due import is_over
from plan.era import FiscalYear
from plan.errors import say
from plan.fields import DEPARTMENT, YEARLY, Field
from plan.findings import Finding, Severity
from plan.states import State, state_of

_LAST = (State.ENDED, State.DISCONTINUED)
_EXPLAINS = re.compile(r"終了|統合|移管|廃止|解散|中断|休止|完了|発足|より記載|ため追加")  # why a row ends or begins
Cell = tuple[FiscalYear, Field, str]


def not_entered(row: Row, terms: Terms) -> Iterator[Finding]:
    """Blank cells before the row's last entry, and the first of those after it."""
    cells = _expected(row, terms)
    filled = [i for i, (_, _, text) in enumerate(cells) if is_entered(text)]
    if not filled:
        yield from _stopped(row, terms, cells, explained=False)
        return
    for year, at, _ in _gaps(cells[_beginning(cells, filled[0]) : filled[-1] + 1]):
        sentence = say(
            "{year}の{field}が未入力です。後の欄には記入があります。記入するか、「該当なし」などを選んでください。",
            year=year.label,
            field=at.label,
        )
        yield NOT_ENTERED.found_in(row, sentence, at, year)
    last = cells[filled[-1]][2]
    if state_of(last) not in _LAST:
        yield from _stopped(row, terms, cells[filled[-1] + 1 :], explained=explains(last))


def _beginning(cells: Sequence[Cell], first: int) -> int:
    """Where the row begins: with the target of the year in which anything is entered first."""
    return next(at for at, (year, _, _) in enumerate(cells) if year == cells[first][0])


def explains(text: str) -> bool:
    """Whether the text tells why the row ends or begins in the middle of the plan."""
    return _EXPLAINS.search(text) is not None


def _gaps(cells: Sequence[Cell]) -> list[Cell]:
    """The blanks among the cells, without those that the row's first text explains: 平成30年度発足のため…."""
    blanks = [cell for cell in cells if not is_entered(cell[2])]
    if not explains(cells[0][2]):
        return blanks
    return blanks[sum(1 for _ in takewhile(lambda cell: not is_entered(cell[2]), cells[1:])) :]


def _expected(row: Row, terms: Terms) -> list[Cell]:
    """The cells of the columns in use, in order, up to the year in which the row ends."""
    return [
        (texts.year, at, texts.text(at))
        for texts in row.years
        for at in YEARLY
        if not at.optional and (texts.year, at.name) in terms.used and not is_over(texts.year, row.ended_year)
    ]


def _stopped(row: Row, terms: Terms, rest: Sequence[Cell], *, explained: bool) -> Iterator[Finding]:
    """One finding for all blanks at a row's end: it waits for its year, or it has ended and nobody said so."""
    due = [(year, at) for year, at, _ in rest if terms.due(year, at)]
    if not due:
        return
    year, at = due[0]
    if explained:
        sentence = say(
            "{year}の{field}から後が未入力です。終わった事業なら、行を「終了」にしてください。",
            year=year.label,
            field=at.label,
        )
        yield END_NOT_DECLARED.found_in(row, sentence, at, year)
        return
    if len(due) == 1:
        sentence = say("{year}の{field}が未入力です。記入してください。", year=year.label, field=at.label)
    else:
        sentence = say(
            "{year}の{field}から後が未入力です。記入するか、終わった事業なら行を「終了」にしてください。",
            year=year.label,
            field=at.label,
        )
    yield NOT_ENTERED.found_in(row, sentence, at, year)


def department_of_the_time(row: Row, terms: Terms) -> Iterator[Finding]:
    """The first year that is written under a department that had ended before."""
    _, last = terms.lives.get(row.department, (None, None))
    if last is None:
        return
    late = next(
        (t for t in row.years if is_over(t.year, last) and (is_prose(t.target) or is_prose(t.evaluation))), None
    )
    if late is not None:
        sentence = say(
            "担当課「{name}」は{last}で廃止されていますが、{year}にも記入があります。引き継いだ課に移してください。",
            name=row.label,
            last=last.label,
            year=late.year.label,
        )
        yield DEPARTMENT_ENDED.found_in(row, sentence, DEPARTMENT)


NOT_ENTERED = Check("not_entered", say("未入力の欄"), Severity.ERROR, of_row=not_entered)
END_NOT_DECLARED = Check("end_not_declared", say("終了としていない行"), Severity.NOTICE, of_row=not_entered)
DEPARTMENT_ENDED = Check("department_ended", say("廃止された課の行"), Severity.WARNING, of_row=department_of_the_time)
CHECKS = (NOT_ENTERED, END_NOT_DECLARED, DEPARTMENT_ENDED)
"""The checks of this trade."""
