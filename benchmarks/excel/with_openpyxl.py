"""openpyxl in the ordinary way: one style object for each look, given to every cell."""

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.excel import READING, WRITING
from benchmarks.excel.book import FIRST_ROW, FONT, GRAY, HEADING, SIZE, Book, book, expect_rows, finish
from benchmarks.measuring import Bench


def write(bench: Bench) -> None:
    """Make the workbook and save it."""
    wanted, path = book(bench), bench.folder / "openpyxl.xlsx"
    with bench.clock(WRITING):
        written(wanted).save(path)
    finish(bench, path)


def read_streaming(bench: Bench) -> None:
    """Read row by row, without the cells' objects."""
    _read(bench, streaming=True)


def read_whole(bench: Bench) -> None:
    """Read the workbook as one that is to be edited."""
    _read(bench, streaming=False)


def _read(bench: Bench, *, streaming: bool) -> None:
    path = bench.worlds / f"{bench.size}.xlsx"
    with bench.clock(READING):
        sheet = load_workbook(path, read_only=streaming).worksheets[0]
        rows = [tuple(value or "" for value in row) for row in sheet.iter_rows(values_only=True)]
    expect_rows(rows, book(bench).rows)


def written(wanted: Book) -> Workbook:
    """The workbook before it is saved."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "進行管理表"
    _set_up(sheet, wanted)
    side = Side("thin", color=f"FF{GRAY}")
    border, font = Border(side, side, side, side), Font(FONT, size=SIZE)
    left = Alignment(vertical="top", wrap_text=True)
    center = Alignment(horizontal="center", vertical="top", wrap_text=True)
    for number, row in enumerate(wanted.rows, FIRST_ROW):
        for place, text in enumerate(row):
            cell = sheet.cell(number, place + 1, text)
            cell.font, cell.border, cell.number_format = font, border, "@"
            cell.alignment = center if place in wanted.centered else left
        sheet.row_dimensions[number].height = wanted.height(row)
    return made


def _set_up(sheet: Worksheet, wanted: Book) -> None:
    sheet.cell(1, 1, wanted.title).font = Font(FONT, size=14, bold=True)
    side = Side("thin", color=f"FF{GRAY}")
    for place, (text, width) in enumerate(zip(wanted.headings, wanted.widths, strict=True), 1):
        cell = sheet.cell(FIRST_ROW - 1, place, text)
        cell.font, cell.border = Font(FONT, size=SIZE, bold=True), Border(side, side, side, side)
        cell.fill = PatternFill("solid", fgColor=f"FF{HEADING}")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"F{FIRST_ROW}"
    sheet.print_title_rows = f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 8, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
