"""A workbook's cell styles, as far as they change what is read: number formats, and what is struck out."""

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
    styles: list[CellStyle] = []
    with package.open(part) as stream:
        for element in ended(stream):
            name = local(element.tag)
            if name == "numFmt" and len(codes) < MAX_FORMATS:
                codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "General")
            elif name == "fonts":
                struck = [is_struck(font) for font in children(element, "font")]
            elif name == "cellXfs":
                styles = [_style(xf, codes, struck) for xf in children(element, "xf")]
    return styles


def _style(xf: Element, codes: Mapping[int, str], struck: Sequence[bool]) -> CellStyle:
    font = int(xf.get("fontId", "0"))
    return CellStyle(codes.get(int(xf.get("numFmtId", "0")), "General"), font < len(struck) and struck[font])


def is_struck(font: Element) -> bool:
    """Whether a font strikes its text out."""
    strike = child(font, "strike")
    return strike is not None and (strike.get("val") is None or is_on(strike.get("val")))
