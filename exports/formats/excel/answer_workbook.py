"""An AnswerBook as an Excel workbook: open cells in yellow, everything else locked, no formula anywhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import takewhile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import FilterColumn
from openpyxl.worksheet.worksheet import Worksheet

from exports.answer_book import AnswerBook, AnswerRow, AnswerTable, Choice, Labelled
from exports.document import Align, Column, Document, Page, Row, heading_cells
from exports.formats.excel import fitting, rows_xml
from exports.formats.excel.looks import Look
from exports.formats.excel.workbook import (
    DIGIT,
    FONT,
    JAPANESE,
    describe,
    framed,
    new_sheet,
    part_of,
    set_paper,
    styled,
)

_A3, _A4, _A4_UPRIGHT = Page(), Page(297, 210), Page(210, 297)
_FEW = 3  # columns that share the width of an A4 sheet
_ZOOMS = {_A3: 120, _A4: 140}
"""Per cent at which a sheet of that paper is as wide as a usual screen."""
_GUIDE_WIDTHS = (8.0, 32.0, 150.0)  # mm
_GUIDE_SIZE = 10.5
_STRIP = 2.0  # mm: a column of names, there to be read by the program
_THIN = 5.0  # pt: a row of names
_BUTTONED = 14.0  # mm: from this width on a column has room for a filter's button
_LEAST_LINES = 4  # of a row with open cells, so that there is room to see what one types
_INLINE = 255  # characters of a list that Excel takes without a range behind it
_NEEDLESS = PatternFill("solid", fgColor="FFEDEDED")
_GREY = Font(FONT, charset=JAPANESE, size=4, color="FFB0B0B0")
_KEY_COLUMNS = 2
_LISTED = 3  # columns of the hidden sheet that name the rows
_LOOKS = {Align.LEFT: Look.LEFT, Align.CENTER: Look.CENTER, Align.RIGHT: Look.RIGHT}

_Line = tuple[float, bool, dict[int, tuple[str, str]]]
"""A row's height in points, whether it keeps it, and its cells: column (from 0) → the name of a style, a text."""


def write(book: AnswerBook) -> bytes:
    """The workbook's bytes, the same for the same book; its texts are clean and none is too long for a cell."""
    made = Workbook(write_only=True)
    page = _A4 if sum(c.column.filling for c in book.table.columns) <= _FEW else _A3
    describe(made, Document(book.title, ()))
    sheets = [new_sheet(made, title) for title in book.sheets]
    styles = _styles(
        sheets[0], {fill for t in (book.table, book.additions) for row in t.rows for fill in row.open.values()}
    )
    lists = _Lists(book)
    tables = [_table(s, t, page, lists) for s, t in zip(sheets[1:], (book.table, book.additions), strict=False)]
    rows = (_guide(sheets[0], book, lists), *tables, lists.lines())
    for name, reference in lists.named.items():
        made.defined_names[name] = DefinedName(name, attr_text=reference)
    sheets[-1].sheet_state = "hidden"
    for sheet in sheets:
        _protect(sheet)
    frame = framed(made)
    out = BytesIO()
    rows_xml.fill(frame, {part_of(s): _rows(lines, styles) for s, lines in zip(sheets, rows, strict=True)}, {}, out)
    return out.getvalue()


def _rows(lines: Iterable[_Line], styles: dict[str, int]) -> Iterator[str]:
    for number, (height, fixed, cells) in enumerate(lines, 1):
        named = [(get_column_letter(i + 1), styles[style], text) for i, (style, text) in sorted(cells.items())]
        yield rows_xml.row(number, round(height, 2), named, fixed=fixed)


def _protect(sheet: Worksheet) -> None:
    """Lock the sheet without a password; rows and columns may be made larger, and rows filtered."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # False: not forbidden
    sheet.protection.formatRows = False
    sheet.protection.autoFilter = False


def _styles(sheet: Worksheet, colours: Iterable[str]) -> dict[str, int]:
    """The numbers of the looks by name; `open` ones can be written into."""
    cells = {look.name: styled(sheet, look) for look in (Look.TITLE, Look.NOTE, Look.HEADING, *_LOOKS.values())}
    for look in _LOOKS.values():
        cells |= {f"{colour} {look.name}": _opened(styled(sheet, look), colour) for colour in sorted(colours)}
        cells[f"needless {look.name}"] = styled(sheet, look)
        cells[f"needless {look.name}"].fill = _NEEDLESS
    for name, look in (("label", Look.ROW_HEAD), ("value", Look.TEXT), ("chosen", Look.TEXT)):
        cells[name] = styled(sheet, look)
        cells[name].font = Font(FONT, charset=JAPANESE, size=_GUIDE_SIZE, bold=name == "chosen")
        cells[name].alignment = Alignment(vertical="center", wrap_text=True)
    _opened(cells["chosen"])
    cells["headline"], cells["section"] = styled(sheet, Look.FIRST), styled(sheet, Look.SECOND)
    cells["number"], cells["prose"] = styled(sheet, Look.AT_RIGHT), styled(sheet, Look.PROSE)
    cells["grey"], cells["strip"], cells["small"] = (styled(sheet, Look.NOTE) for _ in range(3))
    cells["grey"].font = cells["strip"].font = _GREY
    cells["strip"].alignment = Alignment(horizontal="fill", vertical="top")  # one line, never over the next cell
    cells["small"].font = Font(FONT, charset=JAPANESE, size=6, color="FF909090")
    return {name: cell.style_id for name, cell in cells.items()}


def _opened(cell: Cell, colour: str = "FFFFF5C2") -> Cell:
    """Open the cell: whoever types there sees just what they type, and no mark of a quote before it."""
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.protection = Protection(locked=False)
    cell.quotePrefix = False
    return cell


def _validation(choice: Choice, source: str) -> DataValidation:
    found = DataValidation("list", formula1=source, allow_blank=True)
    found.showErrorMessage = choice.only
    found.errorTitle, found.error = "選択肢にありません", "▼から選んでください。"
    if choice.hint and len(choice.hint) <= _INLINE:
        found.promptTitle, found.prompt, found.showInputMessage = "選択肢", choice.hint, True
    return found


@dataclass(slots=True)
class _Lists:
    """The hidden sheet: the rows that were handed out, and those choices that need a range behind them."""

    book: AnswerBook
    columns: list[tuple[str, ...]] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)

    def source(self, choice: Choice) -> str:
        """What a validation offers: the options themselves, or the name of the range where they stand."""
        joined = ",".join(choice.options)
        plain = all(option == option.strip() and not set(option) & set(',"') for option in choice.options)
        if plain and len(joined) <= _INLINE and not choice.names:
            return f'"{joined}"'
        named, listed = (
            (head, *texts) for head, texts in zip(choice.head, (choice.names, choice.options), strict=True)
        )
        if listed not in self.columns:
            self.columns += [named, listed] if choice.names else [listed]
        place = self.columns.index(listed)
        letter = get_column_letter(_LISTED + 1 + place)
        sheet = quote_sheetname(self.book.sheets[-1])
        self.named[f"選択肢{place + 1}"] = f"{sheet}!${letter}$2:${letter}${len(listed)}"
        return f"選択肢{place + 1}"

    def lines(self) -> Iterator[_Line]:
        """The sheet's rows; asked for last, when all lists are known."""
        table = self.book.table
        key, check = table.key_labels
        head = (key, table.columns[0].column.headings[0], check)
        rows = [head, *((row.key, row.cells[0], row.check) for row in table.rows)]
        for place in range(max(len(texts) for texts in (rows, *self.columns))):
            texts = dict(enumerate(rows[place])) if place < len(rows) else {}
            lists = enumerate(self.columns, _LISTED)
            texts |= {i: column[place] for i, column in lists if place < len(column)}
            yield 15, True, {i: ("NOTE", text) for i, text in texts.items()}


def _guide(sheet: Worksheet, book: AnswerBook, lists: _Lists) -> list[_Line]:
    """The page that says what to do."""
    for i, width in enumerate(_GUIDE_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width / DIGIT
    sheet.sheet_view.showGridLines = False
    set_paper(sheet, Document(book.title, (), page=_A4_UPRIGHT, footer=""))
    lines: list[_Line] = [(30, True, {0: ("headline", book.title)}), _gap()]
    lines += [_labelled(fact, "value") for fact in book.facts]
    lines += [_gap(), (22, True, {0: ("section", book.sheets[0])})]
    lines += [_step(number, text) for number, text in enumerate(book.steps, 1)]
    lines += [_gap(), _labelled(book.standing, "chosen")]
    if book.standing.choice is not None:
        offered = _validation(book.standing.choice, lists.source(book.standing.choice))
        offered.add(f"C{len(lines)}")
        sheet.data_validations.append(offered)
    lines += [_gap(), (10, True, {0: ("small", book.identity_title)})]
    lines += [(_needed(i.value, 2, 6), True, {0: ("small", i.label), 2: ("small", i.value)}) for i in book.identity]
    for number, (_, _, cells) in enumerate(lines, 1):
        spanned = (2, 3) if cells.get(0, ("",))[0] == "number" else (1, 2) if 2 in cells else (1, 3)  # noqa: PLR2004
        if cells:
            sheet.merged_cells.add(CellRange(None, spanned[0], number, spanned[1], number))
    return lines


def _gap() -> _Line:
    return 10, True, {}


def _labelled(fact: Labelled, style: str) -> _Line:
    height = max(20.0, _needed(fact.value, 2, _GUIDE_SIZE) + 4)
    return min(height, fitting.MAX_HEIGHT), True, {0: ("label", fact.label), 1: ("label", ""), 2: (style, fact.value)}


def _step(number: int, text: str) -> _Line:
    return _needed(text, 1, _GUIDE_SIZE) + 3, True, {0: ("number", f"{number}."), 1: ("prose", text)}


def _needed(text: str, first: int, size: float) -> float:
    """The height in points of a text from a column of the guide to its last."""
    breadth = sum(_GUIDE_WIDTHS[first:])
    return fitting.height_in(fitting.lines(text, fitting.capacity(breadth, size)), size)


def _table(sheet: Worksheet, table: AnswerTable, page: Page, lists: _Lists) -> list[_Line]:
    """A table's sheet: its title, the identity, the names of the columns, the headings, the rows."""
    drawn = [c.column for c in table.columns]
    rows = [Row(row.cells) for row in table.rows]
    widths = [_STRIP] * _KEY_COLUMNS
    widths += fitting.widths(drawn, rows, page.width - 2 * page.margin - sum(widths))
    depth = max(len(c.headings) for c in drawn)
    top = 4 + depth  # the number of the headings' last row is top - 1
    _set_columns(sheet, widths, sum(1 for _ in takewhile(lambda c: c.key, drawn)), top, len(rows))
    if table.sortable:
        _filter(sheet, widths, top - 1, len(rows))
    _begin_at_open(sheet, table, top)
    _merge(sheet, drawn)
    sheet.sheet_view.zoomScale = _ZOOMS[page]
    set_paper(sheet, Document(table.title, (), page=page))
    _offer(sheet, table, top, lists)
    capacities = [fitting.capacity(width) for width in widths[_KEY_COLUMNS:]]
    return [*_above(table, drawn, widths, depth), *(_line(table, row, capacities) for row in table.rows)]


def _line(table: AnswerTable, row: AnswerRow, capacities: Sequence[int]) -> _Line:
    lines = max(fitting.most_lines(row.cells, capacities), _LEAST_LINES if row.open else 1)
    return fitting.height(lines), False, _cells(table, row)


def _set_columns(sheet: Worksheet, widths: Sequence[float], keys: int, top: int, rows: int) -> None:
    for i, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width / DIGIT
    last, bottom = get_column_letter(len(widths)), max(top, top + rows - 1)
    sheet.freeze_panes = f"{get_column_letter(_KEY_COLUMNS + keys + 1)}{top}"
    sheet.print_title_rows = f"4:{top - 1}"
    sheet.print_area = f"{get_column_letter(_KEY_COLUMNS + 1)}1:{last}{bottom}"


def _filter(sheet: Worksheet, widths: Sequence[float], line: int, rows: int) -> None:
    """Let rows be filtered, without a button where it would hide the heading."""
    sheet.auto_filter.ref = f"A{line}:{get_column_letter(len(widths))}{line + max(1, rows)}"
    narrow = (place for place, width in enumerate(widths) if width < _BUTTONED)
    sheet.auto_filter.filterColumn.extend(FilterColumn(colId=place, hiddenButton=True) for place in narrow)


def _begin_at_open(sheet: Worksheet, table: AnswerTable, top: int) -> None:
    """Let the cursor stand in the first cell that can be written into."""
    opened = next(((top + n, min(row.open)) for n, row in enumerate(table.rows) if row.open), None)
    if opened is not None:
        cursor = sheet.sheet_view.selection[-1]
        cursor.activeCell = cursor.sqref = f"{get_column_letter(_KEY_COLUMNS + 1 + opened[1])}{opened[0]}"


def _merge(sheet: Worksheet, drawn: Sequence[Column]) -> None:
    for cell in heading_cells(drawn):
        first, top = cell.column + 1 + _KEY_COLUMNS, 4 + cell.level
        if cell.levels > 1 or cell.columns > 1:
            sheet.merged_cells.add(CellRange(None, first, top, first + cell.columns - 1, top + cell.levels - 1))


def _offer(sheet: Worksheet, table: AnswerTable, top: int, lists: _Lists) -> None:
    """The lists of the open cells, one for every column."""
    for place, column in enumerate(table.columns):
        opened = [number for number, row in enumerate(table.rows, top) if place in row.open]
        if column.choice is None or not opened:
            continue
        offered = _validation(column.choice, lists.source(column.choice))
        letter = get_column_letter(_KEY_COLUMNS + 1 + place)
        for first, last in _runs(opened):
            offered.add(f"{letter}{first}:{letter}{last}")
        sheet.data_validations.append(offered)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as the first and the last of them."""
    first = previous = numbers[0]
    for number in numbers[1:]:
        if number != previous + 1:
            yield first, previous
            first = number
        previous = number
    yield first, previous


def _above(table: AnswerTable, drawn: Sequence[Column], widths: Sequence[float], depth: int) -> Iterator[_Line]:
    """What stands above the rows; the columns' names are small and grey, but they are what the columns are known by."""
    told = [text for fact in table.identity for text in (fact.label, fact.value)]
    keys = (*table.key_labels, *(c.key for c in table.columns))
    yield 24, True, {_KEY_COLUMNS: ("TITLE", table.title)}
    yield _THIN, True, {i: ("grey", text) for i, text in enumerate(told, _KEY_COLUMNS)}
    yield _THIN, True, {i: ("grey", text) for i, text in enumerate(keys)}
    cells = heading_cells(drawn)
    for level in range(depth):
        texts = {c.column: c.text for c in cells if c.level == level}
        ending = [c for c in cells if c.level + c.levels - 1 == level]
        spans = [sum(widths[_KEY_COLUMNS + c.column :][: c.columns]) for c in ending]
        counts = [fitting.lines(c.text, fitting.capacity(s)) - c.levels + 1 for c, s in zip(ending, spans, strict=True)]
        line = {i: ("strip", label) for i, label in enumerate(table.key_labels)}
        line |= {i + _KEY_COLUMNS: ("HEADING", texts.get(i, "")) for i in range(len(drawn))}
        yield fitting.height(max(1, *counts)) + 3, True, line


def _cells(table: AnswerTable, row: AnswerRow) -> dict[int, tuple[str, str]]:
    found = {0: ("strip", row.key), 1: ("strip", row.check)}
    for place, (column, text) in enumerate(zip(table.columns, row.cells, strict=True)):
        look = _LOOKS[column.column.align].name
        kind = f"{row.open[place]} " if place in row.open else "needless " if column.asked else ""
        found[place + _KEY_COLUMNS] = f"{kind}{look}", text
    return found
