"""Odd things in a table that was read, each reported with its place; nothing is repaired."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from db.edit.texts import TEXT_LIMIT, units
from imports.table.table_rows import ReadRow, ReadTable
from plan.checks.characters import error_value, has_control
from plan.checks.labels import several, spelt_differently
from plan.checks.leads import is_lead
from plan.checks.numbers import DISORDERED, DOUBLED, MISSING, OddNumber, odd_numbers
from plan.checks.similar_codes import look_alikes
from plan.codes import Heading, split_heading
from plan.errors import Sentence, say
from plan.fields import CONTENT, DEPARTMENT, EVALUATION, LEAD, NUMBER, PROJECT, TARGET
from plan.findings import Finding, Place, Severity
from plan.tense import promises, reports

_BRIEF = 40  # characters of a cell in a sentence about it


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
    for odd in odd_numbers([row.cells[at] or "" for row in table.rows]):
        severity = Severity.NOTICE if odd.check == DISORDERED else Severity.WARNING
        yield Finding(severity, odd.check, _number_sentence(table, odd), table.place(table.rows[odd.at], at))


def _number_sentence(table: ReadTable, odd: OddNumber) -> Sentence:
    if odd.check == MISSING:
        return say("番号がありません。")
    if odd.check == DOUBLED:
        line = table.rows[odd.first].line
        return say("番号「{number}」が {line} 行目と重なっています。", number=odd.text[:_BRIEF], line=line)
    return say(
        "番号「{number}」が前の行の「{before}」より小さく、順序どおりではありません。",
        number=odd.text[:_BRIEF],
        before=odd.before,
    )


def _notes(table: ReadTable) -> Iterator[Finding]:
    for line, text in table.unsure_notes:
        sentence = say(
            "表の下の「{text}」を注記として読み込みました。上の行の文章の続きであれば、元の表で上の行のセルにまとめてください。",
            text=text[:_BRIEF],
        )
        yield Finding(Severity.NOTICE, "note_unsure", sentence, Place(table.sheet, line + 1))


def _departments(table: ReadTable) -> Iterator[Finding]:
    at = table.index(DEPARTMENT)
    first: dict[str, ReadRow] = {}
    for row in table.rows:
        first.setdefault(table.text(row, DEPARTMENT), row)
    blank = [row for row in table.rows if at is not None and not table.text(row, DEPARTMENT)]
    if blank:
        sentence = say("担当課が空欄の行が {n} 行あります。この行が最初です。", n=len(blank))
        yield Finding(Severity.WARNING, "department_missing", sentence, table.place(blank[0], at))
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
        if is_lead(table.text(row, LEAD)):
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
            if units(text) > TEXT_LIMIT:
                sentence = say(
                    "文字が {n} 字あります。Excel の 1 つのセルに入るのは {most} 字までです。",
                    n=len(text),
                    most=TEXT_LIMIT,
                )
                yield Finding(Severity.WARNING, "text_too_long", sentence, table.place(row, at))
            if error_value(text):
                sentence = say("「{text}」という Excel のエラー表示が入っています。", text=text.strip())
                yield Finding(Severity.WARNING, "error_value", sentence, table.place(row, at))
            if has_control(text):
                sentence = say("目に見えない制御文字が含まれています。")
                yield Finding(Severity.NOTICE, "control_character", sentence, table.place(row, at))


_FINDERS: tuple[Callable[[ReadTable], Iterator[Finding]], ...] = (
    _codes,
    _numbers,
    _departments,
    _leads,
    _shifted,
    _cells,
    _notes,
)
