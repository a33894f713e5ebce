"""Arrows that are drawn over the cells of a worksheet, as the rows and columns that they lie over."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from imports.files.package import Package, child, count_of
from imports.files.rectangle import MAX_COLUMNS, MAX_ROWS, Span

MOST = 5_000
_HALF = 150_000  # EMU: an end nearer than this to a cell's left edge lies in the cell before


def arrows_in(package: Package, part: str) -> tuple[Span, ...]:
    """The arrows over the sheet of that part; those that are not within a table's size are passed over."""
    found = (span for drawing in package.related(part, "drawing") for span in _spans(package, drawing))
    return tuple(span for _, span in zip(range(MOST), found, strict=False))


def _spans(package: Package, drawing: str) -> Iterator[Span]:
    for anchor in package.root(drawing):
        start, end = child(anchor, "from"), child(anchor, "to")
        if child(anchor, "cxnSp") is not None and start is not None and end is not None:
            span = Span(_number(start, "row"), _number(start, "col"), _number(end, "row"), _last_column(end))
            if 0 <= span.top < MAX_ROWS and 0 <= span.left <= span.right < MAX_COLUMNS:
                yield span


def _last_column(end: Element) -> int:
    """The last column that an arrow really reaches into."""
    column = _number(end, "col")
    return column - 1 if _number(end, "colOff") < _HALF and column else column


def _number(marker: Element, name: str) -> int:
    found = child(marker, name)
    return count_of((found.text or "").strip() if found is not None else "", -1)
