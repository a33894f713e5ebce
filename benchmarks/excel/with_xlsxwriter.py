"""XlsxWriter in the ordinary way: one format for each look."""

import xlsxwriter
from xlsxwriter.format import Format

from benchmarks.excel import WRITING
from benchmarks.excel.book import FIRST_ROW, FONT, GRAY, HEADING, SIZE, Book, book, finish
from benchmarks.measuring import Bench


def write(bench: Bench) -> None:
    """Make the workbook and close it."""
    wanted, path = book(bench), bench.folder / "xlsxwriter.xlsx"
    with bench.clock(WRITING), xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("進行管理表")
        _set_up(made, sheet, wanted)
        look = {"font_name": FONT, "font_size": SIZE, "border": 1, "border_color": f"#{GRAY}", "text_wrap": True}
        left = made.add_format(look | {"valign": "top", "num_format": "@"})
        center = made.add_format(look | {"valign": "top", "num_format": "@", "align": "center"})
        for number, row in enumerate(wanted.rows, FIRST_ROW - 1):
            sheet.set_row(number, wanted.height(row))
            for place, text in enumerate(row):
                _write(sheet, (number, place), text, center if place in wanted.centered else left)
    finish(bench, path)


def _write(sheet: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], text: str, look: Format) -> None:
    if text:
        sheet.write_string(*place, text, look)
    else:
        sheet.write_blank(*place, None, look)


def _set_up(made: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, wanted: Book) -> None:
    sheet.write_string(0, 0, wanted.title, made.add_format({"font_name": FONT, "font_size": 14, "bold": True}))
    look = {"font_name": FONT, "font_size": SIZE, "bold": True, "border": 1, "border_color": f"#{GRAY}"}
    heading = made.add_format(
        look | {"bg_color": f"#{HEADING}", "align": "center", "valign": "vcenter", "text_wrap": True}
    )
    for place, (text, width) in enumerate(zip(wanted.headings, wanted.widths, strict=True)):
        sheet.write_string(FIRST_ROW - 2, place, text, heading)
        sheet.set_column(place, place, width)
    sheet.freeze_panes(FIRST_ROW - 1, 5)
    sheet.repeat_rows(FIRST_ROW - 2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
