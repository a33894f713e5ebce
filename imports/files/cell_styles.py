"""A workbook's cell styles, as far as they change what is read: number formats, struck out texts, open cells."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from imports.files.number_format import BUILT_IN
from imports.files.package import Package, child, children, ended, is_on, local
from imports.files.sheet_draft import CellStyle

MAX_FORMATS = 70_000  # Excel itself stops at 65,490 styles


def read_styles(package: Package, part: str) -> list[CellStyle]:
    """The styles by their numbers; those that a workbook does not have are plain."""
    codes: dict[int, str] = dict(BUILT_IN)
    struck: list[bool] = []
    colours: list[str] = []
    styles: list[CellStyle] = []
    with package.open(part) as stream:
        for element in ended(stream):
            name = local(element.tag)
            if name == "numFmt" and len(codes) < MAX_FORMATS:
                codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "General")
            elif name == "fonts":
                struck = [is_struck(font) for font in children(element, "font")]
            elif name == "fills":
                colours = [_colour(fill) for fill in children(element, "fill")]
            elif name == "cellXfs":
                styles = [_style(xf, codes, struck, colours) for xf in children(element, "xf")]
    return styles


def _style(xf: Element, codes: Mapping[int, str], struck: Sequence[bool], colours: Sequence[str]) -> CellStyle:
    font, fill = int(xf.get("fontId", "0")), int(xf.get("fillId", "0"))
    return CellStyle(
        codes.get(int(xf.get("numFmtId", "0")), "General"),
        font < len(struck) and struck[font],
        colours[fill] if fill < len(colours) and _is_open(xf) else "",
    )


def _is_open(xf: Element) -> bool:
    protection = child(xf, "protection")
    return protection is not None and protection.get("locked") is not None and not is_on(protection.get("locked"))


def _colour(fill: Element) -> str:
    """The one colour of a fill (ARGB); "" where it is none, or a pattern."""
    pattern = child(fill, "patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = child(pattern, "fgColor")
    return colour.get("rgb", "") if colour is not None else ""


def is_struck(font: Element) -> bool:
    """Whether a font strikes its text out."""
    strike = child(font, "strike")
    return strike is not None and (strike.get("val") is None or is_on(strike.get("val")))
