"""A Document as an Excel workbook: a sheet for every table, laid out for the screen and for paper."""

from collections.abc import Callable, Iterator
from copy import copy
from io import BytesIO
from itertools import count, takewhile
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.document import (
    Document,
    Form,
    Loss,
    Paragraph,
    Style,
    Table,
    TooLongError,
    Unprintable,
    every_text,
    heading_cells,
)
from exports.formats.excel import fitting, rows_xml
from exports.formats.excel.arrows import drawing
from exports.formats.excel.form_sheets import form_layout
from exports.formats.excel.looks import SIZES, TABLE_LOOKS, Look
from exports.formats.excel.sheet_cells import Sheet, cut, lines
from exports.formats.excel.text_sheets import Layout, layouts
from plan.progress import Progress, silent

FONT = "BIZ UDゴシック"  # as Windows names it
JAPANESE = 128  # the charset by which a program without that font chooses another
_MM = 1 / 25.4  # inches
DIGIT = 25.4 / 96 * 6  # mm: a digit of the workbook's own font (9 pt), in which Excel counts widths
_ZOOM = 120  # per cent, at which the whole of an A3 sheet is as wide as a usual screen
_FORBIDDEN = str.maketrans("/\\?*[]:'", "／＼？＊［］：’")  # in a sheet's name
_NAME_UNITS = 28  # UTF-16 units of 31, leaving room for the number that a repeated name is given

_RULE = Side("thin", color="FF808080")
_RULES = Border(_RULE, _RULE, _RULE, _RULE)
_MONTH = Side("hair", color="FF808080")
_LINES = Border(_MONTH, _MONTH)
_OF_SCHEDULE = (Look.FREE, Look.FREE_RIGHT, Look.ACROSS)
_SHADED = (Look.HEADING, Look.HEAD, Look.ROW_HEAD, Look.UPRIGHT)
_BOLD = (Look.COVER, Look.FIRST, Look.SECOND, Look.THIRD, Look.STRONG)
_RULED = (
    *(Look.HEADING, Look.LEFT, Look.CENTER, Look.RIGHT),
    *(Look.HEAD, Look.ROW_HEAD, Look.UPRIGHT, Look.TEXT, Look.CENTERED, Look.VALUE),
    *_OF_SCHEDULE,
)
_FONTS = {
    Look.TITLE: Font(FONT, charset=JAPANESE, size=14, bold=True),
    Look.LABEL: Font(FONT, charset=JAPANESE, size=11),
    Look.HEADING: Font(FONT, charset=JAPANESE, size=fitting.FONT_SIZE, bold=True),
}
_ALIGNMENTS = {
    Look.TITLE: Alignment(vertical="center"),
    Look.LABEL: Alignment(horizontal="right", vertical="center"),
    Look.NOTE: Alignment(vertical="top", wrap_text=True),
    Look.HEADING: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.LEFT: Alignment(vertical="top", wrap_text=True),
    Look.CENTER: Alignment(horizontal="center", vertical="top", wrap_text=True),
    Look.RIGHT: Alignment(horizontal="right", vertical="top", wrap_text=True),
    Look.COVER: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.FIRST: Alignment(vertical="center", wrap_text=True),
    Look.SECOND: Alignment(vertical="center", wrap_text=True),
    Look.THIRD: Alignment(vertical="center", wrap_text=True),
    Look.PROSE: Alignment(vertical="top", wrap_text=True),
    Look.STRONG: Alignment(vertical="top", wrap_text=True),
    Look.SMALL: Alignment(vertical="top", wrap_text=True),
    Look.MIDDLE: Alignment(horizontal="center", vertical="top", wrap_text=True),
    Look.AT_RIGHT: Alignment(horizontal="right", vertical="top", wrap_text=True),
    Look.ENTRY: Alignment(horizontal="left", vertical="top"),
    Look.STATUS: Alignment(horizontal="right", vertical="top"),
    Look.HEAD: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.ROW_HEAD: Alignment(vertical="center", wrap_text=True),
    Look.UPRIGHT: Alignment(horizontal="center", vertical="center", text_rotation=255),
    Look.TEXT: Alignment(vertical="top", wrap_text=True),
    Look.CENTERED: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.VALUE: Alignment(horizontal="right", vertical="center", wrap_text=True),
    Look.FREE: Alignment(horizontal="left", vertical="top"),
    Look.FREE_RIGHT: Alignment(horizontal="right", vertical="top"),
    Look.ACROSS: Alignment(horizontal="centerContinuous", vertical="top"),
}


def write(document: Document, out: BinaryIO, progress: Progress = silent) -> list[Loss]:
    """Write the workbook and tell what of it Excel cannot show; TooLongError for a text that Excel would cut.

    The same document gives the same bytes.
    """
    book = Workbook(write_only=True)
    describe(book, document)
    losses: list[Loss] = []
    if all(isinstance(b, Table) or (isinstance(b, Paragraph) and b.style is Style.PLAIN) for b in document.blocks):
        _write_tables(book, document, losses, progress, out)
    else:
        _write_layouts(book, document, losses, progress, out)
    return losses


def _write_tables(book: Workbook, document: Document, losses: list[Loss], progress: Progress, out: BinaryIO) -> None:
    """A sheet for every table."""
    sheets = cut(document)
    worksheets = [_worksheet(book, sheet) for sheet in sheets]
    styles = {look: _style(worksheets[0], look) for look in TABLE_LOOKS}
    step = _steps(progress, sum(sheet.count for sheet in sheets))
    rows = (_rows(sheet, styles, losses, step) for sheet in sheets)
    rows_xml.fill(framed(book), dict(zip(map(part_of, worksheets), rows, strict=True)), {}, out)


def _write_layouts(book: Workbook, document: Document, losses: list[Loss], progress: Progress, out: BinaryIO) -> None:
    """A sheet for every form, or for every chapter of running text."""
    for where, text in every_text(document):
        if rows_xml.too_long(text):
            raise TooLongError(where, rows_xml.MAX_UNITS)
        losses += [Unprintable(where, character) for character in rows_xml.dropped(text)]
    forms = [block for block in document.blocks if isinstance(block, Form)]
    found = [form_layout(form, document, losses) for form in forms] or layouts(document, losses)
    worksheets = [_layout_sheet(book, layout, document) for layout in found]
    styles = _Styles(worksheets[0])
    step = _steps(progress, sum(len(layout.heights) for layout in found))
    # The styles come into being with the cells, and are saved with the frame: so the cells come first.
    rows = [list(_layout_rows(layout, styles, step)) for layout in found]
    frame = framed(book)
    paths = [part_of(worksheet) for worksheet in worksheets]
    drawn = {path: drawing(layout) for path, layout in zip(paths, found, strict=True) if layout.arrows}
    rows_xml.fill(frame, dict(zip(paths, rows, strict=True)), drawn, out)


def framed(book: Workbook) -> BytesIO:
    """The workbook without its rows."""
    frame = BytesIO()
    book.save(frame)
    return frame


def part_of(worksheet: Worksheet) -> str:
    """The name of a sheet's part, which it has once the workbook has been saved."""
    return worksheet.path.removeprefix("/")


def _steps(progress: Progress, total: int) -> Callable[[], None]:
    done = count(1)
    return lambda: progress(next(done), total)


def _rows(sheet: Sheet, styles: dict[Look, int], losses: list[Loss], step: Callable[[], None]) -> Iterator[str]:
    letters = [get_column_letter(i + 1) for i in range(len(sheet.widths))]
    for number, line in enumerate(lines(sheet, losses), 1):
        step()
        cells = [(letters[column], styles[look], text) for column, look, text in line.cells]
        yield rows_xml.row(number, line.height, cells)


def describe(book: Workbook, document: Document) -> None:
    """Say what the workbook is, and in which font its columns are measured."""
    book.properties.title = rows_xml.clean(document.title)
    book.properties.creator = rows_xml.clean(document.author)
    book.properties.language = document.language
    # The font of cells without a style, whose digits measure the columns; openpyxl has no public name for it.
    book._fonts[0] = Font(FONT, charset=JAPANESE, size=9)  # type: ignore[attr-defined]  # noqa: SLF001


def _worksheet(book: Workbook, sheet: Sheet) -> Worksheet:
    worksheet = new_sheet(book, sheet.title)
    _set_columns(worksheet, sheet)
    _merge(worksheet, sheet)
    set_paper(worksheet, sheet.document)
    return worksheet


def new_sheet(book: Workbook, title: str) -> Worksheet:
    """A further sheet, with so much of its title as a sheet may be called."""
    name = rows_xml.shortened(rows_xml.clean(title).replace("\n", " ").translate(_FORBIDDEN), _NAME_UNITS).strip()
    worksheet: Worksheet = book.create_sheet(name or None)
    return worksheet


def _layout_sheet(book: Workbook, layout: Layout, document: Document) -> Worksheet:
    worksheet = new_sheet(book, layout.title)
    for i, width in enumerate(layout.widths, 1):
        worksheet.column_dimensions[get_column_letter(i)].width = width / DIGIT
    for row, cell in layout.cells:
        if cell.columns > 1 or cell.rows > 1:
            first, top = cell.column + 1, row + 1
            spanned = CellRange(None, first, top, first + cell.columns - 1, top + cell.rows - 1)
            worksheet.merged_cells.add(spanned)
    worksheet.sheet_view.showGridLines = False
    set_paper(worksheet, document)
    worksheet.page_setup.fitToHeight = int(layout.one_page)
    worksheet.print_options.horizontalCentered = True
    return worksheet


def _layout_rows(layout: Layout, styles: "_Styles", step: Callable[[], None]) -> Iterator[str]:
    """The rows; every cell of a ruled area has its lines, also those that are merged away."""
    rows: list[dict[int, tuple[int, str]]] = [{} for _ in layout.heights]
    for top, cell in layout.cells:
        style = styles.number(cell.look, cell.indent)
        below = range(top, top + cell.rows) if cell.look in _RULED else (top,)
        for row in below:
            for column in range(cell.column, cell.column + cell.columns):
                rows[row][column] = style, ""
        rows[top][cell.column] = style, rows_xml.clean(cell.text)
    for number, (height, found) in enumerate(zip(layout.heights, rows, strict=True), 1):
        step()
        cells = [(get_column_letter(column + 1), *found[column]) for column in sorted(found)]
        yield rows_xml.row(number, round(height, 2), cells)


def _set_columns(worksheet: Worksheet, sheet: Sheet) -> None:
    for i, width in enumerate(sheet.widths, 1):
        worksheet.column_dimensions[get_column_letter(i)].width = width / DIGIT
    worksheet.sheet_view.zoomScale = _ZOOM
    if sheet.body == sheet.heading:
        return
    keys = sum(1 for _ in takewhile(lambda c: c.key, sheet.table.columns))
    last = get_column_letter(len(sheet.widths))
    worksheet.freeze_panes = f"{get_column_letter(keys + 1)}{sheet.body}"
    worksheet.auto_filter.ref = f"A{sheet.body - 1}:{last}{max(sheet.body, sheet.end - 1)}"
    worksheet.print_title_rows = f"{sheet.heading if sheet.above else 1}:{sheet.body - 1}"


def _merge(worksheet: Worksheet, sheet: Sheet) -> None:
    for cell in heading_cells(sheet.table.columns):
        first, top = cell.column + 1, sheet.heading + cell.level
        if cell.levels > 1 or cell.columns > 1:
            worksheet.merged_cells.add(CellRange(None, first, top, first + cell.columns - 1, top + cell.levels - 1))
    notes = [*range(2, sheet.heading), *range(sheet.end, sheet.end + len(sheet.below))]
    for number in notes if len(sheet.widths) > 1 else ():
        worksheet.merged_cells.add(CellRange(None, 1, number, len(sheet.widths), number))


def set_paper(worksheet: Worksheet, document: Document) -> None:
    """Print the sheet on the document's paper, as wide as a page."""
    page = document.page
    worksheet.page_setup.orientation = "landscape" if page.width > page.height else "portrait"
    worksheet.page_setup.paperSize = page.paper.excel if page.paper else None
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margin = page.margin * _MM
    worksheet.page_margins = PageMargins(margin, margin, margin, margin, header=margin / 2, footer=margin / 2)
    assert worksheet.oddFooter is not None
    worksheet.oddFooter.center.text = document.footer.replace("&", "&&").format(page="&P", pages="&N")


class _Styles:
    """The numbers of the looks that a workbook's cells have, each made when it is first needed."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._worksheet = worksheet
        self._numbers: dict[tuple[Look, int], int] = {}

    def number(self, look: Look, indent: int) -> int:
        """The number of a look with its text set in."""
        key = look, indent
        if key not in self._numbers:
            self._numbers[key] = _style(self._worksheet, look, indent)
        return self._numbers[key]


def _style(worksheet: Worksheet, look: Look, indent: int = 0) -> int:
    """The number under which the workbook keeps a look."""
    return styled(worksheet, look, indent).style_id


def styled(worksheet: Worksheet, look: Look, indent: int = 0) -> Cell:
    """A cell in a look; text cells have the format @ and the quote prefix."""
    cell = WriteOnlyCell(worksheet)
    cell.number_format = "@*." if look is Look.ENTRY else "@"
    cell.quotePrefix = True
    size = SIZES.get(look, fitting.FONT_SIZE)
    cell.font = _FONTS.get(look) or Font(FONT, charset=JAPANESE, size=size, bold=look in _BOLD)
    cell.alignment = copy(_ALIGNMENTS[look])
    if indent:
        cell.alignment = cell.alignment + Alignment(horizontal="left", indent=indent)
    if look in _RULED:
        cell.border = _LINES if look in _OF_SCHEDULE else _RULES
    if look in _SHADED:
        cell.fill = PatternFill("solid", fgColor="FFE6EDF5")
    return cell
