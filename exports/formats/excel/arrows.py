"""Arrows over the cells of a worksheet, which a person can take and move (DrawingML, ECMA-376)."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from exports.formats.excel.rows_xml import clean
from exports.formats.excel.text_sheets import Arrow, Layout

_EMU = 12700  # in a point
_MM = 36000  # in a millimetre
_INSET = 0.6  # mm from a month's edge
_ABOVE = 2.5  # points above the row's lower edge
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
)
_ARROW = (
    "<xdr:twoCellAnchor><xdr:from>{start}</xdr:from><xdr:to>{end}</xdr:to>"
    '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="矢印 {number}" descr={said}/><xdr:cNvCxnSpPr/>'
    '</xdr:nvCxnSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    '<a:headEnd type="triangle"/><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>'
    "<xdr:clientData/></xdr:twoCellAnchor>"
)
_PLACE = "<xdr:col>{column}</xdr:col><xdr:colOff>{x}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{y}</xdr:rowOff>"


def drawing(layout: Layout) -> str:
    """What lies over the cells of a sheet, as XML."""
    return f"{_HEAD}{''.join(_arrows(layout, layout.arrows))}</xdr:wsDr>"


def _arrows(layout: Layout, arrows: Sequence[Arrow]) -> list[str]:
    return [_arrow(layout, arrow, number) for number, arrow in enumerate(arrows, 2)]


def _arrow(layout: Layout, arrow: Arrow, number: int) -> str:
    y = int((layout.heights[arrow.row] - _ABOVE) * _EMU)
    inset, far = int(_INSET * _MM), int((layout.widths[arrow.last] - _INSET) * _MM)
    start = _PLACE.format(column=arrow.first, x=inset, row=arrow.row, y=y)
    end = _PLACE.format(column=arrow.last, x=far, row=arrow.row, y=y)
    return _ARROW.format(start=start, end=end, number=number, said=quoteattr(clean(arrow.said)))
