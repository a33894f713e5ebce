"""The rows of a worksheet as XML, in which a text stays a text, and how they come into a workbook.

openpyxl lays the workbook out, but takes twice as long over the cells as the whole workbook may take; so the rows,
which are nothing but texts with a style, are streamed into the workbook that it saved without them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Cell = tuple[str, int, str]
"""A column's letters, a style's number in the workbook, a text."""

MAX_UNITS = 32767  # UTF-16 units that Excel keeps of one cell
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NO_ROWS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")


def clean(text: str) -> str:
    """The text with the line breaks of a workbook, without characters that a workbook cannot hold."""
    return _NOT_XML.sub("", _LINE_BREAK.sub("\n", text))


def dropped(text: str) -> list[str]:
    """The characters that `clean` leaves out, each once."""
    return sorted(set(_NOT_XML.findall(_LINE_BREAK.sub("\n", text))))


def too_long(text: str) -> bool:
    """Whether Excel would cut the text."""
    return len(text) * 2 > MAX_UNITS and len(text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_UNITS


def row(number: int, height: float, cells: Iterable[Cell]) -> str:
    """A row of `height` points; the cells' texts are clean."""
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join([_cell(number, c) for c in cells])}</row>'


def fill(workbook: BinaryIO, rows: Mapping[str, Iterable[str]], out: BinaryIO) -> None:
    """Copy a workbook whose sheets have no rows to `out`, and stream into the named parts the rows they should have."""
    with ZipFile(workbook) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            with target.open(name, "w") as part:
                part.writelines(_filled(source.read(name), rows[name]) if name in rows else [source.read(name)])


def _cell(number: int, cell: Cell) -> str:
    column, style, text = cell
    if not text:
        return f'<c r="{column}{number}" s="{style}"/>'
    text = escape(_LIKE_AN_ESCAPE.sub("_x005F_", text) if "_x" in text else text)
    return f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _filled(sheet: bytes, rows: Iterable[str]) -> Iterable[bytes]:
    before, after = _NO_ROWS.split(sheet)
    yield before + b"<sheetData>"
    for text in rows:
        yield text.encode()
    yield b"</sheetData>" + after
