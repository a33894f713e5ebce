"""Old Excel (.xls) sheets through xlrd, where it is installed; in the child process only."""

import os
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from imports.files.guard import damaged, locked
from imports.files.number_format import BUILT_IN
from imports.files.rectangle import Cell, Handling, Kind, Sheet, Span
from imports.files.sheet_draft import MAX_SHEETS, CellStyle, Runs, SheetDraft, kept_sheets, too_many_sheets
from plan.clipboard import line_feeds
from plan.errors import PlanError

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell as XlsCell
    from xlrd.sheet import Sheet as XlsSheet

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)  # xlrd's own kinds of cells


def read_old_sheets(raw: bytes, file: str) -> list[Sheet]:
    """Every sheet of the file, hidden ones too."""
    if find_spec("xlrd") is None:
        raise PlanError(
            "「{file}」は古い形式（.xls）のため、この環境では読み込めません。"
            "Excel で開き、.xlsx 形式で保存し直してください。",
            file=file,
        )
    from xlrd import open_workbook  # noqa: PLC0415  # may be absent
    from xlrd.biffh import XLRDError  # noqa: PLC0415  # as above

    with open(os.devnull, "w", encoding="utf-8") as log:  # noqa: PTH123  # what xlrd would print
        try:
            book = open_workbook(file_contents=raw, formatting_info=True, ragged_rows=True, logfile=log)
        except XLRDError as error:
            raise (locked(file) if "encrypted" in str(error) else damaged(file)) from error
        if book.nsheets > MAX_SHEETS:
            raise too_many_sheets(file)
        styles = _styles(book)
        return kept_sheets(
            (sheet.name, bool(sheet.visibility), partial(_sheet, book, sheet, styles)) for sheet in book.sheets()
        )


def _sheet(book: "Book", sheet: "XlsSheet", styles: list[CellStyle]) -> Sheet:
    draft = SheetDraft(sheet.name, bool(book.datemode))
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            place, style = (row, column), styles[cell.xf_index or 0]
            if cell.ctype in (_NUMBER, _DATE):
                draft.put_number(place, float(cell.value), style)
            elif cell.ctype == _TEXT:
                draft.put_runs(place, _runs(book, sheet, place), style, line_feeds)
            elif cell.ctype in (_BOOLEAN, _ERROR):
                draft.put_styled(place, _word(cell), style)
                draft.kinds[place] = Kind.OTHER
    handling = Handling(
        hidden_rows=frozenset(row for row, facts in sheet.rowinfo_map.items() if facts.hidden),
        hidden_columns=frozenset(column for column, facts in sheet.colinfo_map.items() if facts.hidden),
        merged=tuple(Span(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells),
        kinds=draft.kinds,
        comments=frozenset(sheet.cell_note_map),
        struck=draft.struck,
        unshown=draft.unshown,
    )
    return draft.finished(handling, hidden=bool(sheet.visibility))


def _styles(book: "Book") -> list[CellStyle]:
    return [CellStyle(_code(book, xf.format_key), _is_struck(book, xf.font_index)) for xf in book.xf_list]


def _is_struck(book: "Book", font: int) -> bool:
    return bool(book.font_list[font].struck_out)


def _code(book: "Book", key: int) -> str:
    known = book.format_map.get(key)
    return BUILT_IN.get(key) or (known.format_str if known else "General")


def _runs(book: "Book", sheet: "XlsSheet", place: Cell) -> Runs:
    text = str(sheet.cell_value(*place))
    pieces = sheet.rich_text_runlist_map.get(place, ())
    starts = [(offset, _is_struck(book, font)) for offset, font in pieces]
    ends = [*(offset for offset, _ in starts), len(text)][1:]
    first = starts[0][0] if starts else len(text)
    return [(text[:first], None), *((text[a:b], struck) for (a, struck), b in zip(starts, ends, strict=True))]


def _word(cell: "XlsCell") -> str:
    from xlrd.biffh import error_text_from_code  # noqa: PLC0415  # may be absent

    return ("TRUE" if cell.value else "FALSE") if cell.ctype == _BOOLEAN else error_text_from_code[int(cell.value)]
