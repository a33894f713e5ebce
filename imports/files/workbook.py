"""Excel workbooks (.xlsx, .xlsm) as sheets of texts; nobody trusts the file, so it is the child process that reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from xml.etree.ElementTree import Element

from imports.files import guard
from imports.files.arrows import arrows_in
from imports.files.cell_styles import is_struck, read_styles
from imports.files.package import Package, attribute, child, children, ended, is_on, local
from imports.files.rectangle import MAX_COLUMNS, Cell, Handling, Kind, Sheet, Span
from imports.files.sheet_draft import MAX_MERGED, MAX_SHEETS, CellStyle, Runs, SheetDraft, kept_sheets, too_many_sheets
from imports.files.shown_dates import serial_of
from plan.clipboard import line_feeds
from plan.errors import say
from plan.findings import Finding, Place, Severity

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RANGE = re.compile(rf"{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?")
_PLAIN = CellStyle()


@dataclass(frozen=True, slots=True)
class _Book:
    package: Package
    texts: list[Runs]
    styles: list[CellStyle]
    since_1904: bool
    findings: tuple[Finding, ...]

    def style(self, number: str) -> CellStyle:
        at = int(number or 0)
        return self.styles[at] if at < len(self.styles) else _PLAIN


@dataclass(slots=True)
class _Around:
    """What a sheet says beside its cells."""

    protected: bool = False
    rows: set[int] = field(default_factory=set)  # hidden
    columns: set[int] = field(default_factory=set)  # hidden
    merged: list[Span] = field(default_factory=list)


def read_sheets(raw: bytes, file: str) -> list[Sheet]:
    """Every sheet of the workbook, hidden ones too; merged ranges are filled with what stands in them.

    PlanError where the guard or a cap refuses it; anything else that is raised means that the file is damaged.
    """
    guard.check(raw, file)
    package = Package(raw)
    part = package.related("", "officeDocument")[0]
    root = package.root(part)
    facts = child(root, "workbookPr")
    book = _Book(
        package,
        [runs for each in package.related(part, "sharedStrings") for runs in _shared_texts(package, each)],
        [style for each in package.related(part, "styles") for style in read_styles(package, each)],
        facts is not None and is_on(facts.get("date1904")),
        tuple(_about_links(package)),
    )
    worksheets = {r.id: r.part for r in package.relations(part) if r.kind == "worksheet"}
    found = [(s, worksheets[r]) for s in children(root, "sheets", "sheet") if (r := attribute(s, "id")) in worksheets]
    if len(found) > MAX_SHEETS:
        raise too_many_sheets(file)
    return kept_sheets(
        (name, hidden, partial(_read_sheet, book, part, name, hidden=hidden))
        for sheet, part in found
        for name, hidden in [(sheet.get("name", ""), sheet.get("state", "visible") != "visible")]
    )


def decoded(text: str) -> str:
    """A text as the person saw it: `_x000D_` is what Excel writes for a carriage return, line breaks are LF."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return line_feeds(text)


def _read_sheet(book: _Book, part: str, name: str, *, hidden: bool) -> Sheet:
    draft, around = SheetDraft(name, book.since_1904), _Around()
    with book.package.open(part) as stream:
        row = -1
        for element in ended(stream):
            if local(element.tag) == "row":
                row = _read_row(book, draft, around, element, row)
                element.clear()
            else:
                _look_around(around, element)
    handling = Handling(
        around.protected,
        frozenset(around.rows),
        frozenset(around.columns),
        tuple(around.merged),
        draft.kinds,
        draft.open_colours,
        frozenset(_commented(book.package, part)),
        draft.struck,
        frozenset(draft.uncalculated),
        draft.unshown,
    )
    return draft.finished(handling, hidden=hidden, arrows=arrows_in(book.package, part), findings=book.findings)


def _read_row(book: _Book, draft: SheetDraft, around: _Around, element: Element, before: int) -> int:
    row = int(element.get("r", before + 2)) - 1
    if is_on(element.get("hidden")):
        around.rows.add(row)
    column = -1
    for cell in children(element, "c"):
        reference = cell.get("r")
        place = _place(reference) if reference else (row, column + 1)
        column = place[1]
        _read_cell(book, draft, place, cell)
    return row


def _read_cell(book: _Book, draft: SheetDraft, place: Cell, cell: Element) -> None:
    style, kind = book.style(cell.get("s", "")), cell.get("t", "n")
    value, formula, inline = child(cell, "v"), child(cell, "f"), child(cell, "is")
    text = (value.text or "") if value is not None else ""
    if style.open_colour:
        draft.open_colours[place] = style.open_colour
    if inline is not None:
        draft.put_runs(place, _runs(inline), style, decoded)
    else:
        _put_value(book, draft, place, (kind, text), style)
    if formula is not None:
        draft.kinds[place] = Kind.FORMULA
        if inline is None and (value is None or not (text or kind == "str")):
            draft.uncalculated.add(place)


def _put_value(book: _Book, draft: SheetDraft, place: Cell, value: tuple[str, str], style: CellStyle) -> None:
    """A value as the file keeps it: of which type, and its text."""
    kind, text = value
    if kind == "s" and text:
        draft.put_runs(place, book.texts[int(text)], style, decoded)
    elif kind == "n" and text:
        draft.put_number(place, _number(text), style)
    elif kind == "d" and text:
        draft.put_number(place, serial_of(text, since_1904=book.since_1904), style)
    else:
        draft.put_styled(place, _word(text, kind), style)
        if text and kind in ("b", "e"):
            draft.kinds[place] = Kind.OTHER


def _word(text: str, kind: str) -> str:
    if kind == "b":
        return ("TRUE" if is_on(text) else "FALSE") if text else ""
    return decoded(text)


def _number(text: str) -> float:
    return int(text) if text.lstrip("-").isdecimal() else float(text)


def _shared_texts(package: Package, part: str) -> Iterator[Runs]:
    """The workbook's strings, without the readings (furigana) that Excel keeps beside them."""
    with package.open(part) as stream:
        for element in ended(stream):
            if local(element.tag) == "si":
                yield _runs(element)
                element.clear()


def _runs(element: Element) -> Runs:
    plain = "".join(each.text or "" for each in children(element, "t"))
    if plain:
        return ((plain, None),)
    return tuple(_run(run) for run in children(element, "r")) or (("", None),)


def _run(run: Element) -> tuple[str, bool | None]:
    font = child(run, "rPr")
    return "".join(each.text or "" for each in children(run, "t")), None if font is None else is_struck(font)


def _look_around(around: _Around, element: Element) -> None:
    name = local(element.tag)
    if name == "mergeCell":
        if len(around.merged) < MAX_MERGED:
            around.merged.append(_span(element.get("ref", "")))
        element.clear()
    elif name == "col" and is_on(element.get("hidden")):
        first, last = int(element.get("min", "1")), int(element.get("max", "0"))
        around.columns.update(range(max(first, 1) - 1, min(last, MAX_COLUMNS)))
    elif name == "sheetProtection":
        around.protected = is_on(element.get("sheet"))


def _commented(package: Package, part: str) -> Iterator[Cell]:
    for relation in package.relations(part):
        if relation.kind in ("comments", "threadedComment"):
            for element in package.root(relation.part).iter():
                if local(element.tag) in ("comment", "threadedComment") and element.get("ref"):
                    yield _place(element.get("ref", ""))


def _about_links(package: Package) -> Iterator[Finding]:
    if package.has("xl/externallinks/"):
        sentence = say("ほかのブックへのリンクがあります。このブックに保存されている値を読み込みました。")
        yield Finding(Severity.NOTICE, "linked_books", sentence, Place())


def _place(reference: str) -> Cell:
    match = _REFERENCE.fullmatch(reference.upper())
    if match is None:
        raise ValueError(reference)
    return int(match[2]) - 1, _column(match[1])


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _span(reference: str) -> Span:
    match = _RANGE.fullmatch(reference.upper())
    if match is None:
        raise ValueError(reference)
    top, left = int(match[2]) - 1, _column(match[1])
    return Span(top, left, int(match[4]) - 1 if match[4] else top, _column(match[3]) if match[3] else left)
