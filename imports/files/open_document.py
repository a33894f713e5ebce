"""OpenDocument sheets (.ods): the texts that the program which wrote them showed; in the child process only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from imports.files.guard import CONTENT, check_open_document
from imports.files.package import attribute, child, children, count_of, local
from imports.files.rectangle import MAX_COLUMNS, MAX_ROWS, Cell, Handling, Kind, Sheet, Span
from imports.files.sheet_draft import (
    MAX_MERGED,
    MAX_SHEETS,
    CellStyle,
    SheetDraft,
    date_finding,
    kept_sheets,
    too_many_sheets,
)
from imports.files.shown_dates import serial_of
from imports.files.shown_numbers import general, shown

_GROUPS = ("table-header-rows", "table-row-group", "table-rows", "table-header-columns", "table-column-group")
_HIDDEN = ("collapse", "filter")
_NUMBERS = ("float", "percentage", "currency")
_DAYS = ("date", "time")
_LINE_FEED: tuple[str, bool | None] = ("\n", None)
_LONGEST_BLANK = 1_000  # blanks on end that a text may have


@dataclass(frozen=True, slots=True)
class _Styles:
    """Names of the styles that strike out, and of those that hide a sheet."""

    struck: frozenset[str]
    hidden: frozenset[str]


@dataclass(slots=True)
class _Around:
    """What a sheet says beside its cells."""

    rows: set[int] = field(default_factory=set)  # hidden
    columns: set[int] = field(default_factory=set)  # hidden
    merged: list[Span] = field(default_factory=list)
    comments: set[Cell] = field(default_factory=set)


def read_open_sheets(raw: bytes, file: str) -> list[Sheet]:
    """Every sheet of the file, hidden ones too; merged ranges are filled with what stands in them."""
    check_open_document(raw, file)
    with ZipFile(BytesIO(raw)) as package:
        root = fromstring(package.read(CONTENT))
    styles = _styles(root)
    tables = list(children(root, "body", "spreadsheet", "table"))
    if len(tables) > MAX_SHEETS:
        raise too_many_sheets(file)
    return kept_sheets(
        (name, hidden, partial(_sheet, table, name, styles, hidden=hidden))
        for table in tables
        for name, hidden in [(attribute(table, "name"), attribute(table, "style-name") in styles.hidden)]
    )


def _styles(root: Element) -> _Styles:
    struck, hidden = set[str](), set[str]()
    for style in children(root, "automatic-styles", "style"):
        name = attribute(style, "name")
        for facts in style:
            if attribute(facts, "text-line-through-style") not in ("", "none"):
                struck.add(name)
            if local(facts.tag) == "table-properties" and attribute(facts, "display") == "false":
                hidden.add(name)
    return _Styles(frozenset(struck), frozenset(hidden))


def _sheet(table: Element, name: str, styles: _Styles, *, hidden: bool) -> Sheet:
    draft, around = SheetDraft(name), _Around()
    _read_columns(table, around)
    row = 0
    for element in _lines(table, "table-row"):
        count = _count(element, "number-rows-repeated")
        if attribute(element, "visibility") in _HIDDEN:
            around.rows.update(range(row, min(row + count, MAX_ROWS)))
        filled = list(_cells(element))
        for line in range(row, min(row + count, row + MAX_ROWS) if filled else row):
            for cell, column in filled:
                _read_cell(draft, around, (line, column), cell, styles)
        row += count
    handling = Handling(
        is_protected(table),
        frozenset(around.rows),
        frozenset(around.columns),
        tuple(around.merged),
        draft.kinds,
        comments=frozenset(around.comments),
        struck=draft.struck,
        uncalculated=frozenset(draft.uncalculated),
    )
    return draft.finished(handling, hidden=hidden)


def is_protected(table: Element) -> bool:
    """Whether a sheet is protected."""
    return attribute(table, "protected") == "true"


def _lines(element: Element, name: str) -> Iterator[Element]:
    """The rows (or columns) of a table, those in groups too."""
    for each in element:
        if local(each.tag) == name:
            yield each
        elif local(each.tag) in _GROUPS or local(each.tag) == "table-columns":
            yield from _lines(each, name)


def _read_columns(table: Element, around: _Around) -> None:
    at = 0
    for column in _lines(table, "table-column"):
        count = _count(column, "number-columns-repeated")
        if attribute(column, "visibility") in _HIDDEN:
            around.columns.update(range(at, min(at + count, MAX_COLUMNS)))
        at += count


def _cells(row: Element) -> Iterator[tuple[Element, int]]:
    """The cells of a row that have something in them, each with its column."""
    column = 0
    for cell in row:
        count = _count(cell, "number-columns-repeated")
        if local(cell.tag) == "table-cell" and (len(cell) or cell.attrib.keys() - _dress(cell)):
            yield from ((cell, at) for at in range(column, min(column + count, column + MAX_COLUMNS)))
        column += count


def _dress(cell: Element) -> set[str]:
    """What even a blank cell may say."""
    return {key for key in cell.attrib if local(key) in ("style-name", "number-columns-repeated")}


def _read_cell(draft: SheetDraft, around: _Around, place: Cell, cell: Element, styles: _Styles) -> None:
    down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if (down > 1 or right > 1) and len(around.merged) < MAX_MERGED:
        around.merged.append(Span(place[0], place[1], place[0] + down - 1, place[1] + right - 1))
    if child(cell, "annotation") is not None:
        around.comments.add(place)
    kind, paragraphs = attribute(cell, "value-type"), list(children(cell, "p"))
    style = CellStyle(struck=attribute(cell, "style-name") in styles.struck)
    runs = [run for each in paragraphs for run in [_LINE_FEED, *_runs(each, styles)]][1:]
    if paragraphs:
        draft.put_runs(place, runs, style, str)
    elif kind:
        draft.put_styled(place, _value(cell, kind), style)
    _tell(draft, place, cell, kind, "".join(text for text, _ in runs))


def _tell(draft: SheetDraft, place: Cell, cell: Element, kind: str, text: str) -> None:
    """What kind of cell it is, where it is not a text."""
    if attribute(cell, "formula"):
        draft.kinds[place] = Kind.FORMULA
        if not kind:
            draft.uncalculated.add(place)
    elif kind in _NUMBERS:
        plain = not text or text == _value(cell, kind)
        draft.kinds[place] = Kind.NUMBER if plain else Kind.FORMATTED
    elif kind in _DAYS:
        draft.kinds[place] = Kind.DATE
        draft.dates.append(date_finding(draft.name, place, text or _value(cell, kind)))
    elif kind == "boolean":
        draft.kinds[place] = Kind.OTHER


def _value(cell: Element, kind: str) -> str:
    """The text of a value that its writer has not shown."""
    if kind in _NUMBERS:
        return general(float(attribute(cell, "value")))
    if kind == "date":
        text = attribute(cell, "date-value")
        return shown(serial_of(text), "yyyy/m/d h:mm" if "T" in text else "yyyy/m/d")[0]
    if kind == "time":
        return attribute(cell, "time-value")
    return attribute(cell, f"{kind}-value").upper()


def _runs(element: Element, styles: _Styles, *, struck: bool | None = None) -> Iterator[tuple[str, bool | None]]:
    """The texts of a paragraph in pieces, each struck out or not; None: as its cell is."""
    if element.text:
        yield element.text, struck
    for each in element:
        name = local(each.tag)
        if name == "s":
            yield " " * min(_count(each, "c"), _LONGEST_BLANK), struck
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n", struck
        elif name in ("span", "a"):
            style = attribute(each, "style-name")
            yield from _runs(each, styles, struck=style in styles.struck if style else struck)
        if each.tail:
            yield each.tail, struck


def _count(element: Element, name: str) -> int:
    return count_of(attribute(element, name), 1)
