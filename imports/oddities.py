"""Odd things in a table that was read, each reported with its place; nothing is repaired."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from imports.codes import look_alikes
from imports.departments import several, spelt_differently
from imports.table import ReadRow, ReadTable
from plan.codes import Heading, split_heading
from plan.era import fold
from plan.errors import say
from plan.fields import CONTENT, DEPARTMENT, EVALUATION, LEAD, NUMBER, PROJECT, TARGET
from plan.findings import Finding, Severity
from plan.tense import promises, reports

LONGEST = 32_767
"""Characters of a text; a workbook cell holds no more."""

_LEADS = frozenset("○◯〇●◎◉O0o")
_BRIEF = 40  # characters of a cell in a sentence about it
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|#+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def find_oddities(table: ReadTable) -> list[Finding]:
    """Everything odd, kind by kind, in the order of the rows."""
    return [finding for find in _FINDERS for finding in find(table)]


def _codes(table: ReadTable) -> Iterator[Finding]:
    at = table.index(PROJECT)
    first: dict[str, tuple[ReadRow, Heading]] = {}
    for row in table.rows:
        heading = split_heading(table.text(row, PROJECT))
        first.setdefault(heading.code, (row, heading))
    for odd in look_alikes(heading for _, heading in first.values()):
        sentence = say(
            "符号「{code}」は「{like}」の読み誤りかもしれません。元の表を確かめてください。",
            code=odd.code[:_BRIEF],
            like=odd.like[:_BRIEF],
        )
        yield Finding(Severity.WARNING, "code_look_alike", sentence, table.place(first[odd.code][0], at))


def _numbers(table: ReadTable) -> Iterator[Finding]:
    at = table.index(NUMBER)
    if at is None:
        return
    seen: dict[str, ReadRow] = {}
    before = 0
    for row in table.rows:
        text = fold(row.cells[at] or "")
        value = int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004  # a number of rows
        if not text:
            yield Finding(Severity.WARNING, "number_missing", say("番号がありません。"), table.place(row, at))
        elif text in seen:
            sentence = say(
                "番号「{number}」が {line} 行目と重なっています。", number=text[:_BRIEF], line=seen[text].line
            )
            yield Finding(Severity.WARNING, "number_doubled", sentence, table.place(row, at))
        elif value is not None and value < before:
            sentence = say(
                "番号「{number}」が前の行の「{before}」より小さく、順序どおりではありません。",
                number=text[:_BRIEF],
                before=before,
            )
            yield Finding(Severity.NOTICE, "number_order", sentence, table.place(row, at))
        seen.setdefault(text, row)
        before = before if value is None else value


def _departments(table: ReadTable) -> Iterator[Finding]:
    at = table.index(DEPARTMENT)
    first: dict[str, ReadRow] = {}
    for row in table.rows:
        first.setdefault(table.text(row, DEPARTMENT), row)
    for label, row in first.items():
        if names := several(label):
            sentence = say("担当課の欄に {n} つの課（{names}）が書かれています。", n=len(names), names="、".join(names))
            yield Finding(Severity.WARNING, "departments_in_one_cell", sentence, table.place(row, at))
    for one, other in spelt_differently(label for label in first if label):
        sentence = say(
            "担当課「{other}」は「{one}」と同じ課のようですが、書き方が違います。",
            one=one[:_BRIEF],
            other=other[:_BRIEF],
        )
        yield Finding(Severity.WARNING, "department_spelling", sentence, table.place(first[other], at))


def _leads(table: ReadTable) -> Iterator[Finding]:
    at = table.index(LEAD)
    leads = defaultdict[tuple[str, str], list[ReadRow]](list)
    for row in table.rows:
        if fold(table.text(row, LEAD)) in _LEADS:
            leads[table.text(row, PROJECT), table.text(row, CONTENT)].append(row)
    for (_, content), rows in leads.items():
        for row in rows[1:]:
            sentence = say(
                "実施内容「{content}」の主担当が {line} 行目にもあります。主担当は 1 つにしてください。",
                content=content[:_BRIEF],
                line=rows[0].line,
            )
            yield Finding(Severity.WARNING, "two_leads", sentence, table.place(row, at))


def _shifted(table: ReadTable) -> Iterator[Finding]:
    pairs = [
        (column.year, i, j)
        for i, column in enumerate(table.columns)
        if column.field is TARGET and (j := table.index(EVALUATION, column.year)) is not None
    ]
    for row in table.rows:
        years = [(year, i) for year, i, j in pairs if reports(row.cells[i] or "") and promises(row.cells[j] or "")]
        if years:
            sentence = say(
                "目標の欄が「…した。」、評価の欄が「…する。」となっている年度があります（{years}）。"
                "文が右の列にずれていないか確かめてください。",
                years="、".join(year.label for year, _ in years if year),
            )
            yield Finding(Severity.NOTICE, "column_shifted", sentence, table.place(row, years[0][1]))


def _cells(table: ReadTable) -> Iterator[Finding]:
    for row in table.rows:
        for at, text in enumerate(row.cells):
            if text is None:
                continue
            if len(text) > LONGEST:
                sentence = say(
                    "文字が {n} 字あります。Excel の 1 つのセルに入るのは {most} 字までです。",
                    n=len(text),
                    most=LONGEST,
                )
                yield Finding(Severity.WARNING, "text_too_long", sentence, table.place(row, at))
            if text.startswith("#") and _ERROR.fullmatch(text.strip()):
                sentence = say("「{text}」という Excel のエラー表示が入っています。", text=text.strip())
                yield Finding(Severity.WARNING, "error_value", sentence, table.place(row, at))
            if _CONTROL.search(text):
                sentence = say("目に見えない制御文字が含まれています。")
                yield Finding(Severity.NOTICE, "control_character", sentence, table.place(row, at))


_FINDERS: tuple[Callable[[ReadTable], Iterator[Finding]], ...] = (
    _codes,
    _numbers,
    _departments,
    _leads,
    _shifted,
    _cells,
)
