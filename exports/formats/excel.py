"""A Document as an Excel workbook: a sheet for every table, laid out for the screen and for paper."""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count, takewhile
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.document import Document, Loss, heading_cells
from exports.formats import fitting, sheetrows
from exports.formats.sheets import Look, Sheet, cut, lines
from exports.progress import Progress, silent

_FONT = "BIZ UDゴシック"  # as Windows names it
_JAPANESE = 128  # the charset by which a program without that font chooses another
_PAPERS = {(297.0, 420.0): 8, (210.0, 297.0): 9}  # Excel's numbers of A3 and A4
_MM = 1 / 25.4  # inches
_DIGIT = 25.4 / 96 * 6  # mm: a digit of the workbook's own font (9 pt), in which Excel counts widths
_ZOOM = 120  # per cent, at which the whole of an A3 sheet is as wide as a usual screen
_FORBIDDEN = str.maketrans("/\\?*[]:'", "／＼？＊［］：’")  # in a sheet's name
_NAME_LENGTH = 28  # of 31, leaving room for the number that a repeated name is given

_RULE = Side("thin", color="FF808080")
_RULES = Border(_RULE, _RULE, _RULE, _RULE)
_RULED = (Look.HEADING, Look.LEFT, Look.CENTER, Look.RIGHT)
_FONTS = {
    Look.TITLE: Font(_FONT, charset=_JAPANESE, size=14, bold=True),
    Look.LABEL: Font(_FONT, charset=_JAPANESE, size=11),
    Look.HEADING: Font(_FONT, charset=_JAPANESE, size=fitting.FONT_SIZE, bold=True),
}
_ALIGNMENTS = {
    Look.TITLE: Alignment(vertical="center"),
    Look.LABEL: Alignment(horizontal="right", vertical="center"),
    Look.NOTE: Alignment(vertical="top", wrap_text=True),
    Look.HEADING: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.LEFT: Alignment(vertical="top", wrap_text=True),
    Look.CENTER: Alignment(horizontal="center", vertical="top", wrap_text=True),
    Look.RIGHT: Alignment(horizontal="right", vertical="top", wrap_text=True),
}


def write(document: Document, out: BinaryIO, progress: Progress = silent) -> list[Loss]:
    """Write the workbook and tell what of it Excel cannot show; TooLongError for a text that Excel would cut."""
    book = Workbook(write_only=True)
    _describe(book, document)
    sheets = cut(document)
    worksheets = [_worksheet(book, sheet) for sheet in sheets]
    styles = {look: _style(worksheets[0], look) for look in Look}
    frame = BytesIO()
    book.save(frame)
    losses: list[Loss] = []
    step = _steps(progress, sum(sheet.count for sheet in sheets))
    rows = (_rows(sheet, styles, losses, step) for sheet in sheets)
    paths = (worksheet.path.removeprefix("/") for worksheet in worksheets)
    sheetrows.fill(frame, dict(zip(paths, rows, strict=True)), out)
    return losses


def _steps(progress: Progress, total: int) -> Callable[[], None]:
    done = count(1)
    return lambda: progress(next(done), total)


def _rows(sheet: Sheet, styles: dict[Look, int], losses: list[Loss], step: Callable[[], None]) -> Iterator[str]:
    letters = [get_column_letter(i + 1) for i in range(len(sheet.widths))]
    for number, line in enumerate(lines(sheet, losses), 1):
        step()
        cells = [(letters[column], styles[look], text) for column, look, text in line.cells]
        yield sheetrows.row(number, line.height, cells)


def _describe(book: Workbook, document: Document) -> None:
    book.properties.title = sheetrows.clean(document.title)
    book.properties.creator = sheetrows.clean(document.author)
    book.properties.language = document.language
    # The font of cells without a style, whose digits measure the columns; openpyxl has no public name for it.
    book._fonts[0] = Font(_FONT, charset=_JAPANESE, size=9)  # type: ignore[attr-defined]  # noqa: SLF001


def _worksheet(book: Workbook, sheet: Sheet) -> Worksheet:
    name = sheetrows.clean(sheet.title).replace("\n", " ").translate(_FORBIDDEN)[:_NAME_LENGTH].strip()
    worksheet: Worksheet = book.create_sheet(name or None)
    _set_columns(worksheet, sheet)
    _merge(worksheet, sheet)
    _set_paper(worksheet, sheet.document)
    return worksheet


def _set_columns(worksheet: Worksheet, sheet: Sheet) -> None:
    for i, width in enumerate(sheet.widths, 1):
        worksheet.column_dimensions[get_column_letter(i)].width = width / _DIGIT
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


def _set_paper(worksheet: Worksheet, document: Document) -> None:
    page = document.page
    worksheet.page_setup.orientation = "landscape" if page.width > page.height else "portrait"
    worksheet.page_setup.paperSize = _PAPERS.get((min(page.width, page.height), max(page.width, page.height)))
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margin = page.margin * _MM
    worksheet.page_margins = PageMargins(margin, margin, margin, margin, header=margin / 2, footer=margin / 2)
    assert worksheet.oddFooter is not None
    worksheet.oddFooter.center.text = document.footer.replace("&", "&&").format(page="&P", pages="&N")


def _style(worksheet: Worksheet, look: Look) -> int:
    """The number under which the workbook keeps a look; text cells have the format @ and the quote prefix."""
    cell = WriteOnlyCell(worksheet)
    cell.number_format = "@"
    cell.quotePrefix = True
    cell.font = _FONTS.get(look, Font(_FONT, charset=_JAPANESE, size=fitting.FONT_SIZE))
    cell.alignment = _ALIGNMENTS[look]
    if look in _RULED:
        cell.border = _RULES
    if look is Look.HEADING:
        cell.fill = PatternFill("solid", fgColor="FFE6EDF5")
    return cell.style_id
