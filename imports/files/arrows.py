"""Arrows that are drawn over the cells of a worksheet, as the rows and columns that they lie over."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError  # the types; parsing is defusedxml's
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from imports.files.rectangle import MAX_COLUMNS, MAX_ROWS, Span

MOST = 5_000
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_TYPE = "/drawing"
_HALF = 150_000  # EMU: an end nearer than this to a cell's left edge lies in the cell before


def arrows_in(package: ZipFile, part: str) -> tuple[Span, ...]:
    """The arrows over the sheet of that part; those that are not within a table's size are passed over."""
    found = (span for drawing in _drawings(package, part) for span in _spans(package, drawing))
    return tuple(span for _, span in zip(range(MOST), found, strict=False))


def _drawings(package: ZipFile, part: str) -> Iterator[str]:
    relations = join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels")
    for relation in _root(package, relations):
        if relation.get("Type", "").endswith(_TYPE) and relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            yield target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _spans(package: ZipFile, drawing: str) -> Iterator[Span]:
    for anchor in _root(package, drawing):
        start, end = anchor.find(_DRAWING + "from"), anchor.find(_DRAWING + "to")
        if anchor.find(_DRAWING + "cxnSp") is not None and start is not None and end is not None:
            span = Span(_number(start, "row"), _number(start, "col"), _number(end, "row"), _last_column(end))
            if 0 <= span.top < MAX_ROWS and 0 <= span.left <= span.right < MAX_COLUMNS:
                yield span


def _last_column(end: Element) -> int:
    """The last column that an arrow really reaches into."""
    column = _number(end, "col")
    return column - 1 if _number(end, "colOff") < _HALF and column else column


def _number(marker: Element, name: str) -> int:
    text = marker.findtext(_DRAWING + name, "-1").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else -1  # noqa: PLR2004  # more than any sheet has


def _root(package: ZipFile, part: str) -> Element | tuple[()]:
    """A part's elements; none where the workbook does not have it, or it is no XML."""
    try:
        root: Element = fromstring(package.read(part))
    except (KeyError, ParseError):
        return ()
    return root
