"""What a person would not see in the texts of a sheet, told once for each kind, with how many cells and the first."""

from collections.abc import Collection, Iterator

from imports.files.rectangle import Cell, Sheet, cell_name, column_name
from plan.errors import Sentence, say
from plan.findings import Finding, Place, Severity

_BRIEF = 30  # characters of a text in a sentence about it


STRUCK, COMMENTS = "struck_text", "comments"
"""The names of the findings about what somebody wrote beside the texts themselves."""


def remarks(sheet: Sheet, first: int = 0) -> Iterator[Finding]:
    """Everything hidden, struck out, commented or not shown, in the rows from `first` (counted from 0) on."""
    for check, severity, cells, sentence in (
        ("hidden_rows", Severity.WARNING, _hidden_rows(sheet), _about_rows),
        ("hidden_columns", Severity.WARNING, _hidden_columns(sheet, first), _about_columns),
        (STRUCK, Severity.WARNING, sheet.handling.struck, _about_struck),
        (COMMENTS, Severity.NOTICE, sheet.handling.comments, _about_comments),
        ("formula_without_value", Severity.WARNING, sheet.handling.uncalculated, _about_formulas),
        ("format_not_shown", Severity.WARNING, sheet.handling.unshown, _about_formats),
    ):
        if found := sorted(cell for cell in cells if cell[0] >= first):
            row, column = found[0]
            yield Finding(severity, check, sentence(sheet, found), Place(sheet.name, row + 1, column + 1))


def _hidden_rows(sheet: Sheet) -> list[Cell]:
    rows = (row for row in sheet.handling.hidden_rows if row < len(sheet.rows))
    return [(row, 0) for row in rows if any(cell.strip() for cell in sheet.rows[row])]


def _hidden_columns(sheet: Sheet, first: int) -> list[Cell]:
    hidden = sheet.handling.hidden_columns
    if not hidden:
        return []
    cells = ((row, at) for row in range(first, len(sheet.rows)) for at in hidden if at < len(sheet.rows[row]))
    return [(first, at) for at in {at for row, at in cells if sheet.rows[row][at].strip()}]


def _about_rows(_: Sheet, found: Collection[Cell]) -> Sentence:
    row = min(found)[0] + 1
    return say("非表示の行が {n} 行あります（最初は {row} 行目）。その内容も読み込みました。", n=len(found), row=row)


def _about_columns(_: Sheet, found: Collection[Cell]) -> Sentence:
    return say(
        "非表示の列が {n} 列あります（最初は {column} 列）。その内容も読み込みました。",
        n=len(found),
        column=column_name(min(found)[1]),
    )


def _about_struck(sheet: Sheet, found: Collection[Cell]) -> Sentence:
    return say(
        "取り消し線の付いた文字が {n} 個のセルにあります（最初は {cell} の「{text}」）。"
        "取り消し線の部分は除いて読み込みました。",
        n=len(found),
        cell=cell_name(*min(found)),
        text=sheet.handling.struck[min(found)][:_BRIEF],
    )


def _about_comments(_: Sheet, found: Collection[Cell]) -> Sentence:
    return say(
        "コメント（メモ）が {n} 個のセルにあります（最初は {cell}）。コメントは読み込んでいません。",
        n=len(found),
        cell=cell_name(*min(found)),
    )


def _about_formulas(_: Sheet, found: Collection[Cell]) -> Sentence:
    return say(
        "計算されていない式が {n} 個のセルにあり（最初は {cell}）、空欄として読み込みました。"
        "Excel で開き、保存し直してから取り込んでください。",
        n=len(found),
        cell=cell_name(*min(found)),
    )


def _about_formats(sheet: Sheet, found: Collection[Cell]) -> Sentence:
    return say(
        "表示形式のとおりに読み取れない数値が {n} 個のセルにあります（最初は {cell}、表示形式は「{code}」）。"
        "書式のない値を読み込みましたので、確かめてください。",
        n=len(found),
        cell=cell_name(*min(found)),
        code=sheet.handling.unshown[min(found)][:_BRIEF],
    )
