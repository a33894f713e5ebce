"""The questionnaire (調査票) of one department: what is asked of it, in a workbook that everybody can fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exports import document
from exports.answers import AnswerBook, AnswerColumn, AnswerRow, Choice, Labelled
from exports.document import Align
from exports.formats.sheetrows import MAX_UNITS, clean, too_long
from plan import questionnaire as words
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import DEPARTMENT, EVALUATION, GRADE, KEYS, LEAD, NUMBER, TARGET, YEARLY
from plan.ids import AssignmentId, RecordId
from plan.scales import Scale
from plan.states import State
from plan.table import Column, ProgressRow, ProgressTable

_CENTERED = (NUMBER, LEAD, GRADE)
_STATES = Choice((State.NOTHING_TO_REPORT.value, State.NO_ACTIVITY.value))
_WEEKDAYS = "月火水木金土日"
_BESIDE = {TARGET: (), EVALUATION: (TARGET,), GRADE: (TARGET, EVALUATION)}
_STEPS = """
「{table}」のシートを開き、黄色のセルに記入してください。白いセルは読むための欄で、書き換えても計画には反映されません。
記入することがないときは、セルの右に出る▼から「該当なし」または「事業展開なし」を選んでください。空欄は「まだ記入していない」として扱います。
セルの中で改行するには、Alt キーを押しながら Enter キーを押します。行の高さと列の幅は、見やすいように変えられます。
ほかの表から写すときは、［形式を選択して貼り付け］の［値］を使ってください。計算式と、日付に変わってしまった記入は取り込めません。
行や列は、追加・削除しないでください。灰色の小さな文字は、行と列を見分けるためのものです。変えないでください。
行の追加が必要なときは、とりまとめ担当へ連絡してください。
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
    shown = _shown(table, request.columns)
    rows = [_row(table, row, shown, request) for row in table.rows if row.id in request.rows]
    identity = (
        Labelled(words.FORM_LABEL, f"{words.FORMAT} {words.VERSION}"),
        Labelled(words.DISTRIBUTION_LABEL, request.distribution),
        Labelled(words.COLUMNS_LABEL, " ".join(map(words.column_key, shown))),
    )
    return AnswerBook(
        title=f"{clean(table.title)} {words.TABLE}（{clean(request.department)}）".strip(),
        sheets=(words.GUIDE, words.TABLE, words.LISTS),
        facts=tuple(_facts(table.title, request)),
        steps=tuple(_steps(request, scale)),
        standing=Labelled(words.STANDING_LABEL, words.FILLING, Choice((words.FILLING, words.COMPLETE), only=True)),
        identity=identity,
        identity_title="この調査票を見分けるための情報（変えないでください）",
        key_labels=(words.ROW_LABEL, words.CHECK_LABEL),
        columns=tuple(_column(column, request, scale) for column in shown),
        rows=rows,
    )


def _shown(table: ProgressTable, asked: Sequence[Column]) -> list[Column]:
    """The keys, what is asked, and beside it what it answers to: last year's text, the target of an evaluation."""
    wanted = set(asked)
    for column in asked:
        assert column.year is not None  # only yearly fields are asked
        wanted |= {Column(field, column.year) for field in _BESIDE[column.field]}
        wanted.add(Column(column.field, FiscalYear(column.year - 1)))
    yearly = (column for column in table.columns if column in wanted)
    return [*(Column(field) for field in KEYS), *sorted(yearly, key=_printed)]


def _printed(column: Column) -> tuple[int, int]:
    """The place of a yearly column in printed order."""
    return column.year or 0, YEARLY.index(column.field)


def _row(table: ProgressTable, row: ProgressRow, shown: Sequence[Column], request: Request) -> AnswerRow:
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
    check = words.check_text(request.distribution, row.id, texts, asked)
    opened = frozenset(place for place, column in enumerate(shown) if column in asked)
    return AnswerRow(row.id, check, tuple(texts.values()), opened)


def _column(column: Column, request: Request, scale: Scale) -> AnswerColumn:
    field = column.field
    drawn = document.Column(
        headings=column.headings,
        width=field.width,
        align=Align.CENTER if field in _CENTERED else Align.LEFT,
        key=field in KEYS and field.name != "baseline_and_goal",
        filling=field.yearly and field is not GRADE,
    )
    asked = column in request.columns
    return AnswerColumn(words.column_key(column), drawn, _choice(column, scale) if asked else None, asked)


def _choice(column: Column, scale: Scale) -> Choice:
    if column.field is not GRADE:
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
    if any(column.field is GRADE for column in request.columns):
        steps.insert(2, _GRADE_STEP)
    meanings = "、".join(_meanings(scale))
    filled = {"table": words.TABLE, "standing": words.STANDING_LABEL, "complete": words.COMPLETE, "meanings": meanings}
    return [step.format(**filled) for step in steps]
