"""The rows of a worksheet as XML, in which a text stays a text, and how they come into a workbook.

openpyxl lays the workbook out, but takes twice as long over the cells as the whole workbook may take; so the rows,
which are nothing but texts with a style, are streamed into the workbook that it saved without them.
"""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = tuple[str, int, str]
"""A column's letters, a style's number in the workbook, a text."""

MAX_UNITS = 32767  # UTF-16 units that Excel keeps of one cell
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DATES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_PROPERTIES, _TYPES = "docProps/core.xml", "[Content_Types].xml"
_SCHEMAS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = b'<drawing xmlns:r="%b" r:id="rId1"/>' % _SCHEMAS
_DRAWING_TYPE = (
    b'<Override PartName="/xl/drawings/drawing%d.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
)
_RELATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="' + _SCHEMAS + b'/drawing" Target="../drawings/drawing%d.xml"/></Relationships>'
)
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


def shortened(text: str, units: int) -> str:
    """As much of a text as has so many UTF-16 units, in which Excel counts."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def row(number: int, height: float, cells: Iterable[Cell], *, fixed: bool = True) -> str:
    """A row of `height` points, which grows with what is typed unless it is `fixed`; the cells' texts are clean."""
    kept = ' customHeight="1"' if fixed else ""
    return f'<row r="{number}" ht="{height}"{kept}>{"".join([_cell(number, c) for c in cells])}</row>'


def fill(workbook: BinaryIO, rows: Mapping[str, Iterable[str]], drawings: Mapping[str, str], out: BinaryIO) -> None:
    """Copy a workbook whose sheets have no rows to `out`, and stream into the named parts the rows they should have.

    `drawings` are what lies over the cells, as XML, by the same names. No date is kept: the same plan, the same bytes.
    """
    whole = BytesIO()  # a zip file asks its disk for more even when it is given up
    with ZipFile(workbook) as source, ZipFile(whole, "w", ZIP_DEFLATED) as target:
        assert rows.keys() <= set(source.namelist())
        places = {name: place for place, name in enumerate(drawings, 1)}
        for name in source.namelist():
            content = source.read(name)
            if name in rows:
                content_parts = _filled(content, rows[name], drawn=name in drawings)
            elif name == _TYPES:
                content_parts = [_with_types(content, len(drawings))]
            else:
                content_parts = [_DATES.sub(b"", content) if name == _PROPERTIES else content]
            _add(target, name, content_parts)
        for name, place in places.items():
            _add(target, f"xl/drawings/drawing{place}.xml", [drawings[name].encode()])
            _add(target, f"xl/worksheets/_rels/{name.rpartition('/')[2]}.rels", [_RELATION % place])
    out.write(whole.getvalue())


def _add(target: ZipFile, name: str, parts: Iterable[bytes]) -> None:
    entry = ZipInfo(name)  # dated 1980, as every entry is
    entry.compress_type = ZIP_DEFLATED
    with target.open(entry, "w") as part:
        part.writelines(parts)


def _with_types(content: bytes, drawings: int) -> bytes:
    told = b"".join(_DRAWING_TYPE % place for place in range(1, drawings + 1))
    return content.replace(b"</Types>", told + b"</Types>")


def _cell(number: int, cell: Cell) -> str:
    column, style, text = cell
    if not text:
        return f'<c r="{column}{number}" s="{style}"/>'
    text = escape(_LIKE_AN_ESCAPE.sub("_x005F_", text) if "_x" in text else text)
    return f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _filled(sheet: bytes, rows: Iterable[str], *, drawn: bool) -> Iterable[bytes]:
    before, after = _NO_ROWS.split(sheet)
    yield before + b"<sheetData>"
    for text in rows:
        yield text.encode()
    yield b"</sheetData>" + (after.replace(b"</worksheet>", _DRAWING + b"</worksheet>") if drawn else after)
