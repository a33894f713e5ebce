"""Column widths and row heights at which a spreadsheet program shows every text whole, on the screen and on paper.

Excel computes no heights for a file that it did not write, and makes no row taller than 409.5 pt. So lines are counted
here, a few more than Excel or LibreOffice need, and a column with a text too tall for any row grows wider.
"""

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from exports.document import Column, Row

FONT_SIZE = 7  # pt
SMALLEST = 6.0
"""Points: what an office still reads on paper."""
MAX_LINES = 45  # of _LINE, within Excel's limit of 409.5 pt
MAX_HEIGHT = 408.0
"""Points: no row of a workbook is taller."""
_LINE = 9.0  # pt from line to line: what Excel takes for 7 pt at 96 dpi; LibreOffice takes less
_MAX_WIDTH = 400.0  # mm, within Excel's limit of 255 digits
_PADDING = 3.75  # pt beside the text: 5 pixels
_DRIFT = 0.96  # a printer's widths differ from the screen's by some per cent
_POINTS = 72 / 25.4  # pt in a millimetre

# What stays on one line: a word of half-width characters; a character with the marks that open or close it.
_OPENING = "「『（(【〔［[｛{〈《“‘"
_CLOSING = "、。，．,.」』）)】〕］]｝}〉》”’ー・：；:;！？!?ぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%℃"
_UNBROKEN = re.compile(rf"[{re.escape(_OPENING)}]*(?:[!-~]+|.)[{re.escape(_CLOSING)}]*")


def widths(columns: Sequence[Column], rows: Sequence[Row], page_width: float) -> list[float]:
    """The columns' widths in mm, `page_width` in all where they can be, wider where a text would be too tall."""
    return [_grown(width, (row.cells[i] for row in rows)) for i, width in enumerate(_shares(columns, page_width))]


def fitted_widths(widths: Sequence[float], breadth: float) -> list[float]:
    """Widths in these proportions that fill the sheet."""
    return [width * breadth / sum(widths) for width in widths]


def capacity(width: float, size: float = FONT_SIZE) -> int:
    """How many half-width characters a line of `width` mm surely holds."""
    return max(2, int((width * _POINTS - _PADDING) * _DRIFT / (size / 2)))


def height(lines: int) -> float:
    """The height in points of a row of so many lines."""
    return min(lines, MAX_LINES) * _LINE + 3


def height_in(lines: int, size: float) -> float:
    """The height in points of so many lines in a size, however many."""
    return lines * size * _LINE / FONT_SIZE + 3


def heights(needed: float) -> list[float]:
    """The heights of as many rows as a text needs where no single row may be tall enough."""
    rows = max(1, math.ceil(needed / MAX_HEIGHT))
    return [needed / rows] * rows


@lru_cache(maxsize=65536)  # texts are repeated from year to year
def lines(text: str, capacity: int) -> int:
    """The number of lines that a text takes, `capacity` half-width characters each."""
    return sum(_wrapped(paragraph, capacity) for paragraph in text.split("\n"))


def most_lines(texts: Sequence[str], capacities: Sequence[int]) -> int:
    """The number of lines of the tallest text of a row."""
    most = 1
    for text, limit in zip(texts, capacities, strict=True):
        if _may_exceed(text, limit, most):
            most = max(most, lines(text, limit))
    return most


def _wrapped(paragraph: str, capacity: int) -> int:
    count, used = 1, 0
    for unbroken in _UNBROKEN.findall(paragraph):
        width = len(unbroken) if unbroken.isascii() else 2 * len(unbroken)
        if used + width <= capacity:
            used += width
            continue
        count += (used > 0) + (width - 1) // capacity
        used = (width - 1) % capacity + 1
    return count


def _shares(columns: Sequence[Column], page_width: float) -> list[float]:
    filling = sum(c.filling for c in columns)
    rest = page_width - sum(c.width for c in columns if not c.filling)
    return [max(c.width, rest / filling) if c.filling else c.width for c in columns]


def _grown(width: float, texts: Iterable[str]) -> float:
    for text in texts:
        if _too_tall(text, width) and not _too_tall(text, _MAX_WIDTH):
            while _too_tall(text, width):
                width = min(_MAX_WIDTH, width * 1.05)
    return width


def _too_tall(text: str, width: float) -> bool:
    limit = capacity(width)
    return _may_exceed(text, limit, MAX_LINES) and lines(text, limit) > MAX_LINES


def _may_exceed(text: str, capacity: int, count: int) -> bool:
    """Whether counting is worth its time: two neighbouring lines together always hold more than one is able to."""
    return len(text) * 4 > capacity * (count - 1 - text.count("\n"))
