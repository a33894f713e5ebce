"""How columns, years, cells, places and losses are said in the language that is spoken."""

from collections.abc import Sequence

from exports.document import Clipped, Loss, Overfull, PlainForm, TooManyPages, Unprintable, codes
from plan.era import FiscalYear
from plan.fields import Field
from plan.findings import Place
from plan.states import State
from plan.table import Column, ProgressRow
from work.language import NP_, _, pgettext

_MONTHS = (
    NP_("month", "4月"), NP_("month", "5月"), NP_("month", "6月"), NP_("month", "7月"), NP_("month", "8月"),
    NP_("month", "9月"), NP_("month", "10月"), NP_("month", "11月"), NP_("month", "12月"), NP_("month", "1月"),
    NP_("month", "2月"), NP_("month", "3月"),
)  # fmt: skip
_LETTERS = 26  # of a spreadsheet's column


def field_label(field: Field) -> str:
    """The field's label; the translation's source is the Japanese label of plan.fields."""
    return pgettext("field", field.label)


def state_label(state: State) -> str:
    """The reading state's label; the translation's source is the Japanese label of plan.states."""
    return pgettext("state", state.value)


def year_label(year: FiscalYear) -> str:
    """令和元年度, or the western year in a language without eras."""
    return _("{era_year}").format(era_year=year.label, year=int(year))


def month_label(place: int) -> str:
    """A month of the fiscal year, 0 for April: 4月, Apr."""
    return pgettext("month", _MONTHS[place % len(_MONTHS)])


def column_label(column: Column) -> str:
    """The heading on one line."""
    label = field_label(column.field)
    return label if column.year is None else f"{year_label(column.year)} {label}"


def place_label(row: ProgressRow, column: Column) -> str:
    """Where a cell stands: 12 防災課 令和2年度 評価."""
    number, department = row.cells[0] or "", row.cells[3] or ""
    return " ".join(part for part in (number, department, column_label(column)) if part)


def kept_place(row: ProgressRow, column: Column) -> str:
    """Where a cell stands, in the plan's own language: for the history."""
    year = "" if column.year is None else column.year.label
    return " ".join(part for part in (row.cells[0], row.cells[3], year, column.field.label) if part)


def spoken(row: ProgressRow, column: Column, text: str | None) -> str:
    """A cell as a screen reader says it: its place, then its text."""
    content = text or state_label(State.NOT_ENTERED)
    return _("{place}、{text}").format(place=place_label(row, column), text=content)


def letters(position: int) -> str:
    """A column's letters as spreadsheets count them: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def place_text(place: Place, sheet: str) -> str:
    """A place in the words of a spreadsheet, then in those of the plan; `sheet` is the one that goes without saying."""
    cell = ""
    if place.line is not None:
        cell = _("{line} 行目").format(line=place.line)
        if place.column is not None:
            cell = letters(place.column - 1) + str(place.line)
    parts = (
        place.sheet if place.sheet != sheet else "",
        cell,
        place.number,
        place.department,
        place.brief,
        year_label(place.year) if place.year is not None else "",
        field_label(place.field) if place.field is not None else "",
    )
    return " ".join(part.replace("\n", " ") for part in parts if part)


def loss_text(loss: Loss) -> str:
    """One loss as a sentence that names its cell or page."""
    match loss:
        case Unprintable(where, character):
            text = _("{where}: 「{character}」（{code}）の字がフォントにないため、〓 で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case PlainForm(where, character):
            text = _("{where}: 「{character}」（{code}）の異体字がフォントにないため、標準の字形で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case Clipped(where):
            text = _("{where}: 文章が長く、Excel の行の高さに収まりません。ファイルにはすべて入っています。")
            return text.format(where=where)
        case Overfull(where, size, smallest, longest):
            text = _("{where}: 一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。")
            return text.format(where=where, size=f"{size:g}", smallest=f"{smallest:g}") + _longest(longest)
        case TooManyPages(pages, limit, longest):
            text = _("{pages} ページになり、{limit} ページを超えています。")
            return text.format(pages=pages, limit=limit) + _longest(longest)


def _longest(places: Sequence[str]) -> str:
    """Where shortening would help most."""
    if not places:
        return ""
    return _("長い文章: {places}").format(places="、".join(places))
