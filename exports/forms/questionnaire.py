"""The questionnaire (調査票) of one department: what is asked of it, in a workbook that everybody can fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exports import document
from exports.answer_book import AnswerBook, AnswerColumn, AnswerRow, AnswerTable, Choice, Labelled
from exports.document import Align
from exports.formats.excel.rows_xml import MAX_UNITS, clean, too_long
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.exchange import questionnaire as words
from plan.fields import (
    BASELINE_AND_GOAL,
    CONTENT,
    DEPARTMENT,
    KEYS,
    PROJECT,
    YEARLY,
    Kind,
)
from plan.ids import AssignmentId, RecordId
from plan.scales import Scale
from plan.states import State
from plan.table import Column, ProgressRow, ProgressTable

_STATES = Choice((State.NOTHING_TO_REPORT.value, State.NO_ACTIVITY.value))
_LINES = 10  # for rows that a department proposes
_WEEKDAYS = "月火水木金土日"
_STEPS = """
「{table}」のシートを開き、黄色のセルに記入してください。白いセルは読むための欄で、書き換えても計画には反映されません。
記入することがないときは、セルの右に出る▼から「該当なし」または「事業展開なし」を選んでください。空欄は「まだ記入していない」として扱います。
セルの中で改行するには、Alt キーを押しながら Enter キーを押します。行の高さと列の幅は、見やすいように変えられます。
ほかの表から写すときは、［形式を選択して貼り付け］の［値］を使ってください。計算式と、日付に変わってしまった記入は取り込めません。
行や列は、追加・削除しないでください。灰色の小さな文字は、行と列を見分けるためのものです。変えないでください。
新しく加えたい実施内容があるときは、「{additions}」のシートに書いてください。計画に加えるかどうかは、とりまとめ担当が決めます。
すべて記入したら、下の「{standing}」で「{complete}」を選び、保存して、このファイルを返送してください。
""".strip().splitlines()
_GRADE_STEP = "達成状況は、▼から選んでください（{meanings}）。"


@dataclass(frozen=True, slots=True)
class Request:
    """What one department is asked: `columns` of all its rows, `rows` the columns that live in each."""

    distribution: RecordId
    department: str
    columns: tuple[Column, ...]
    rows: Mapping[AssignmentId, tuple[Column, ...]]
    due: date | None = None
    note: str = ""
    coordinator: str = ""


def compose(table: ProgressTable, request: Request, scale: Scale) -> AnswerBook:
    """The workbook over `table`, which has the department's rows with all years and grades.

    A PlanError names the text that is too long for a cell of a workbook.
    """
    shown, added = _shown(table, request.columns), _added_columns(request)
    title = f"{clean(table.title)} {words.TABLE}（{clean(request.department)}）".strip()
    names = Labelled(words.COLUMNS_LABEL, _keys(shown))
    names_added = Labelled(words.ADDED_COLUMNS_LABEL, _keys(added))
    whose = (
        Labelled(words.FORM_LABEL, f"{words.FORMAT} {words.VERSION}"),
        Labelled(words.DISTRIBUTION_LABEL, request.distribution),
    )
    return AnswerBook(
        title=title,
        sheets=(words.GUIDE, words.TABLE, words.ADDITIONS, words.LISTS),
        facts=tuple(_facts(table.title, request)),
        steps=tuple(_steps(request, scale)),
        standing=Labelled(words.STANDING_LABEL, words.FILLING, Choice((words.FILLING, words.COMPLETE), only=True)),
        identity=(*whose, names, names_added),
        identity_title="この調査票を見分けるための情報（変えないでください）",
        table=AnswerTable(
            title,
            (*whose, names),
            (words.ROW_LABEL, words.CHECK_LABEL),
            tuple(_column(column, request, scale) for column in shown),
            _rows(table, shown, request),
        ),
        additions=AnswerTable(
            f"{words.ADDITIONS}（{clean(request.department)}）　加えたい実施内容がないときは、空のままにしてください。",
            (*whose, names_added),
            (words.ADDED_LABEL, ""),
            tuple(_added_column(column, table, request, scale) for column in added),
            [_blank_line(len(added))] * _LINES,
            sortable=False,
        ),
    )


def _keys(columns: Sequence[Column]) -> str:
    return " ".join(map(words.column_key, columns))


def _added_columns(request: Request) -> list[Column]:
    """What a new row says: where it belongs, what it is, and what is asked of all rows."""
    return [Column(PROJECT), Column(CONTENT), Column(BASELINE_AND_GOAL), *sorted(request.columns, key=_printed)]


def _added_column(column: Column, table: ProgressTable, request: Request, scale: Scale) -> AnswerColumn:
    field = column.field
    drawn = _drawn(column, filling=field.kind is Kind.TEXT)
    if field is PROJECT:
        return AnswerColumn(words.column_key(column), drawn, _projects(table, request), asked=True)
    choice = _choice(column, scale) if field.kind is Kind.GRADE else None
    return AnswerColumn(words.column_key(column), drawn, choice, asked=True)


def _projects(table: ProgressTable, request: Request) -> Choice:
    """The department's own 実施事業, each on one line, as a list is; of those that read alike only the first."""
    place, found = table.column_index(PROJECT), dict[str, str]()
    for row in table.rows:
        heading = " ".join(clean(row.cells[place] or "").split())
        if row.id in request.rows and heading:
            found.setdefault(heading, row.project)
    return Choice(tuple(found), only=True, names=tuple(found.values()), head=(words.PROJECT_LABEL, PROJECT.label))


def _blank_line(columns: int) -> AnswerRow:
    return AnswerRow("", "", ("",) * columns, dict.fromkeys(range(columns), words.shade_colour(0)))


def _shown(table: ProgressTable, asked: Sequence[Column]) -> list[Column]:
    """The keys, what is asked, and beside it what it answers to: last year's text, the target of an evaluation."""
    wanted = set(asked)
    for column in asked:
        assert column.year is not None  # only yearly fields are asked
        wanted |= {Column(field, column.year) for field in YEARLY[: YEARLY.index(column.field)]}
        wanted.add(Column(column.field, FiscalYear(column.year - 1)))
    yearly = (column for column in table.columns if column in wanted)
    return [*(Column(field) for field in KEYS), *sorted(yearly, key=_printed)]


def _printed(column: Column) -> tuple[int, int]:
    """The place of a yearly column in printed order."""
    return column.year or 0, YEARLY.index(column.field)


def _rows(table: ProgressTable, shown: Sequence[Column], request: Request) -> list[AnswerRow]:
    own = (row for row in table.rows if row.id in request.rows)
    return [_row(table, row, shown, request, place) for place, row in enumerate(own)]


def _row(table: ProgressTable, row: ProgressRow, shown: Sequence[Column], request: Request, place: int) -> AnswerRow:
    asked = request.rows[row.id]
    texts = {column: row.cells[table.column_index(column.field, column.year)] or "" for column in shown}
    for column, text in texts.items():
        if too_long(text):
            raise PlanError(
                "{where} の文章が長すぎて、調査票に書き出せません。{limit} 文字までにしてください。",
                where=table.where(row, column),
                limit=MAX_UNITS,
            )
    texts = {column: clean(text) for column, text in texts.items()}
    columns = [column for column in shown if column in request.columns]
    shades = {column: words.cell_shade(place, n, len(columns)) for n, column in enumerate(columns)}
    check = words.check_text(request.distribution, row.id, texts, asked, shades[columns[0]])
    opened = {n: words.shade_colour(shades[column]) for n, column in enumerate(shown) if column in asked}
    return AnswerRow(row.id, check, tuple(texts.values()), opened)


def _column(column: Column, request: Request, scale: Scale) -> AnswerColumn:
    drawn = _drawn(column, filling=column.field.yearly and column.field.kind is not Kind.GRADE)
    asked = column in request.columns
    return AnswerColumn(words.column_key(column), drawn, _choice(column, scale) if asked else None, asked)


def _drawn(column: Column, *, filling: bool) -> document.Column:
    field = column.field
    return document.Column(
        headings=column.headings,
        width=field.width,
        align=Align.CENTER if field.centred else Align.LEFT,
        key=field in KEYS and field is not BASELINE_AND_GOAL,
        filling=filling,
    )


def _choice(column: Column, scale: Scale) -> Choice:
    if column.field.kind is not Kind.GRADE:
        return _STATES
    meanings = "\n".join(_meanings(scale))
    return Choice(tuple(grade.symbol for grade in scale.grades), only=True, hint=meanings)


def _meanings(scale: Scale) -> list[str]:
    return [f"{g.symbol} {g.meaning}" if g.meaning not in ("", g.symbol) else g.symbol for g in scale.grades]


def _facts(title: str, request: Request) -> list[Labelled]:
    due = request.due
    told = f"{due.year}年{due.month}月{due.day}日（{_WEEKDAYS[due.weekday()]}）" if due else ""
    asked = "、".join(f"{column.headings[0]} {column.headings[-1]}" for column in sorted(request.columns, key=_printed))
    facts = (
        ("計画", title),
        (DEPARTMENT.label, request.department),
        ("記入していただく欄", f"{asked}（{len(request.rows)} 行）"),
        ("提出期限", told),
        ("とりまとめ担当", request.coordinator),
        ("連絡事項", request.note),
    )
    return [Labelled(label, clean(value)) for label, value in facts if value]


def _steps(request: Request, scale: Scale) -> list[str]:
    steps = list(_STEPS)
    if any(column.field.kind is Kind.GRADE for column in request.columns):
        steps.insert(2, _GRADE_STEP)
    meanings = "、".join(_meanings(scale))
    filled = {
        "table": words.TABLE,
        "additions": words.ADDITIONS,
        "standing": words.STANDING_LABEL,
        "complete": words.COMPLETE,
        "meanings": meanings,
    }
    return [step.format(**filled) for step in steps]
