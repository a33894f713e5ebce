"""Excel workbooks (.xlsx, .xlsm) as sheets of texts; nobody trusts the file, so it is the child process that reads."""

import re
import warnings
from collections.abc import Generator, Iterator
from datetime import date, time, timedelta
from io import BytesIO
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE, is_date_format, is_timedelta_format
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet._reader import WorkSheetParser  # what its read-only mode streams the rows with
from openpyxl.xml.constants import SHARED_STRINGS

from imports.files import guard
from imports.files.arrows import arrows_in
from imports.files.rectangle import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Grid, Handling, Kind, Sheet, Span
from imports.files.shown_numbers import general, shown_date, shown_number
from plan.clipboard import line_feeds
from plan.errors import PlanError, say
from plan.findings import Finding, Place, Severity

MAX_SHEETS = 300
MAX_MERGED = 200_000
MAX_FILLED = 500_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

_TRUE = ("1", "true")

_Styles = tuple[list[str], dict[int, str]]
"""What is known of cells by their style: the number formats, and the colours of the open ones."""
Cell = dict[str, Any]  # openpyxl's own: row, column, value, data_type, style_id; and whether it is computed (formula)


class _Reader(ExcelReader):
    """openpyxl's reader, without two habits: it mends `_x005F_` wrongly, and it trusts each sheet's dimension."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]  # untyped in the published types
        if part is not None:
            with self.archive.open(part.PartName.removeprefix("/")) as stream:
                self.shared_strings = list(_shared_strings(stream))

    def read_worksheets(self) -> None:
        """Leave the sheets to `_Rows`, one at a time."""


class _Rows(WorkSheetParser):
    """The rows of a sheet as they stream by, and what is said of the sheet around them; all else is passed over."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # whatever openpyxl's parser takes
        super().__init__(*given, **named)
        self.merged: list[str] = []
        self.protected = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def parse(self) -> Generator[Any, None, None]:
        for _, element in _elements(self.source):
            if element.tag == _MAIN + "row":
                number, cells = self.parse_row(element)
                if element.get("hidden") in _TRUE:
                    self.hidden_rows.add(number - 1)
                yield number, cells
                element.clear()
            elif element.tag == _MAIN + "mergeCell" and len(self.merged) < MAX_MERGED:
                self.merged.append(element.get("ref", ""))
                element.clear()
            elif element.tag == _MAIN + "col" and element.get("hidden") in _TRUE:
                first, last = int(element.get("min", "1")), int(element.get("max", "0"))
                self.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))
            elif element.tag == _MAIN + "sheetProtection":
                self.protected = element.get("sheet") in _TRUE

    def parse_cell(self, element: Element) -> Cell:
        inline = element.find(_MAIN + "is")
        if inline is not None:  # one text in the place of a tree of objects
            inline.text, inline.tag = _text(inline), _MAIN + "v"
            element.set("t", "str")
        cell: Cell = super().parse_cell(element)
        cell["formula"] = element.find(_MAIN + "f") is not None
        return cell


def read_sheets(raw: bytes, file: str) -> list[Sheet]:
    """Every sheet of the workbook, hidden ones too; merged ranges are filled with what stands in them.

    PlanError where the guard or a cap refuses it; anything that openpyxl raises means that the file is damaged.
    """
    guard.check(raw, file)
    reader = _Reader(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    with warnings.catch_warnings(action="ignore"):  # openpyxl tells what it could not write again
        reader.read()
    found = [(sheet, rel.target) for sheet, rel in reader.parser.find_sheets() if "worksheet" in rel.Type]
    if len(found) > MAX_SHEETS:
        raise PlanError("「{file}」はシートが多すぎます。表のシートだけを新しいブックに写してください。", file=file)
    formats = _formats(reader.wb)
    colours = _open_colours(reader.wb)
    return [
        _read_sheet(reader, part, (formats, colours), sheet.name, hidden=sheet.state != "visible")
        for sheet, part in found
    ]


def decoded(text: str) -> str:
    """A text as the person saw it: `_x000D_` is what Excel writes for a carriage return, line breaks are LF."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return line_feeds(text)


def place_in(file_sheet: str, row: int, column: int) -> Place:
    """The place of a cell counted from 0."""
    return Place(sheet=file_sheet, line=row + 1, column=column + 1)


def put_checked(grid: Grid, sheet: str, position: tuple[int, int], text: str) -> None:
    """Put a text into the grid, within the caps."""
    row, column = position
    if row >= MAX_ROWS or column >= MAX_COLUMNS:
        raise PlanError(
            "シート「{sheet}」の {cell} は表の範囲（{rows} 行 {columns} 列まで）の外です。"
            "表だけを新しいブックに写してください。",
            sheet=sheet,
            cell=f"{get_column_letter(min(column + 1, 18278))}{row + 1}",
            rows=MAX_ROWS,
            columns=MAX_COLUMNS,
        )
    grid.put(row, column, text)
    if grid.cells > MAX_CELLS:
        raise too_many(sheet)


def too_many(sheet: str) -> PlanError:
    """The sentence for a sheet that holds more than any plan's table."""
    return PlanError("シート「{sheet}」の内容が多すぎます。表だけを新しいブックに写してください。", sheet=sheet)


def fill_merged(grid: Grid, sheet: str, spans: list[Span]) -> None:
    """Fill the merged ranges, as long as they are of a table's size."""
    if grid.area(spans) > MAX_FILLED:
        raise PlanError("シート「{sheet}」は結合セルが大きすぎます。結合を解除して保存し直してください。", sheet=sheet)
    grid.fill(spans)
    if sum(len(text) for cells in grid.rows for text in cells) > MAX_CHARACTERS:
        raise too_many(sheet)


def date_finding(sheet: str, row: int, column: int, text: str) -> Finding:
    """A date where the person may have typed 4-1."""
    sentence = say(
        "日付「{text}」が入っています。「4-1」のような符号が Excel で日付に変わったものかもしれません。", text=text
    )
    return Finding(Severity.WARNING, "date_cell", sentence, place_in(sheet, row, column))


def _read_sheet(reader: _Reader, part: str, styles: _Styles, name: str, *, hidden: bool) -> Sheet:
    formats, colours = styles
    opened: dict[tuple[int, int], str] = {}
    grid = Grid()
    findings: list[Finding] = []
    kinds: dict[tuple[int, int], Kind] = {}
    with reader.archive.open(part) as stream:
        rows = _Rows(stream, reader.shared_strings, data_only=True, epoch=reader.wb.epoch)
        for _, cells in rows.parse():
            for cell in cells:
                text, is_date = _shown(cell, formats, rows)
                place = _put(grid, name, cell, text)
                findings += [date_finding(name, *place, text)] if is_date else []
                if cell["style_id"] in colours:
                    opened[place] = colours[cell["style_id"]]
                if cell["formula"] or cell["data_type"] == "e" or not isinstance(cell["value"], str | None):
                    kinds[place] = _kind(cell, text, is_date=is_date)
    spans = tuple(span for span in map(_span, rows.merged) if span)
    fill_merged(grid, name, list(spans))
    done = Handling(rows.protected, frozenset(rows.hidden_rows), frozenset(rows.hidden_columns), spans, kinds, opened)
    return Sheet(name, grid.rows, hidden, tuple(findings), arrows_in(reader.archive, part), done)


def _put(grid: Grid, sheet: str, cell: Cell, text: str) -> tuple[int, int]:
    place = cell["row"] - 1, cell["column"] - 1
    if text:
        put_checked(grid, sheet, place, text)
    return place


def _kind(cell: Cell, text: str, *, is_date: bool) -> Kind:
    value = cell["value"]
    if cell["formula"]:
        return Kind.FORMULA
    if is_date:
        return Kind.DATE
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Kind.OTHER
    return Kind.NUMBER if text == general(value) else Kind.FORMATTED


def _shown(cell: Cell, formats: list[str], rows: _Rows) -> tuple[str, bool]:
    """The text of a cell, and whether it is a date."""
    value = cell["value"]
    if value is None or isinstance(value, str):
        return decoded(value or ""), False
    if isinstance(value, bool):
        return str(value).upper(), False
    code = formats[cell["style_id"]] if cell["style_id"] < len(formats) else "General"
    if isinstance(value, int | float):
        if not is_date_format(code):
            return shown_number(value, code), False
        try:
            value = from_excel(value, rows.epoch, timedelta=is_timedelta_format(code))
        except (ValueError, OverflowError):
            return "######", False  # as Excel shows a date that there is not
    return _shown_moment(value, code), True


def _shown_moment(value: date | time | timedelta, code: str) -> str:
    return shown_date(value, code) if isinstance(value, date) else str(value)


def _span(reference: str) -> Span | None:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        return None
    return Span(top - 1, left - 1, bottom - 1, right - 1)


def _formats(book: Any) -> list[str]:  # noqa: ANN401  # a Workbook; its styles are not in the published types
    """The number format of every cell style, by its place in the list."""
    own = book._number_formats  # noqa: SLF001  # openpyxl offers formats by cell only, and no cells are built here
    return [
        BUILTIN_FORMATS.get(style.numFmtId, "General")
        if style.numFmtId < BUILTIN_FORMATS_MAX_SIZE
        else own[style.numFmtId - BUILTIN_FORMATS_MAX_SIZE]
        for style in book._cell_styles  # noqa: SLF001  # as above
    ]


def _open_colours(book: Any) -> dict[int, str]:  # noqa: ANN401  # as above
    """The fills of those cell styles that open a cell of a protected sheet, by their place in the list."""
    fills, locks = book._fills, book._protections  # noqa: SLF001  # as above
    return {
        place: str(fills[style.fillId].fgColor.rgb)
        for place, style in enumerate(book._cell_styles)  # noqa: SLF001  # as above
        if not locks[style.protectionId].locked and getattr(fills[style.fillId], "fill_type", None) == "solid"
    }


def _shared_strings(stream: IO[bytes]) -> Iterator[str]:
    """The workbook's strings, without the readings (furigana) that Excel keeps beside them."""
    for _, element in _elements(stream):
        if element.tag == _MAIN + "si":
            yield _text(element)
            element.clear()


def _elements(source: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # a stream; openpyxl's types say less
    """The elements of a part as they end, read by the parser in C: the guard has let no DTD, and so no entity, pass."""
    return iterparse(source)  # noqa: S314


def _text(element: Element) -> str:
    texts = element.findall(f"{_MAIN}t") or element.findall(f"{_MAIN}r/{_MAIN}t")
    return "".join(text.text or "" for text in texts)
