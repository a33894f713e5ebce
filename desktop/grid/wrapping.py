"""A cell's text in the lines of the house's typesetting and as glyphs, each made once per text and width."""

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QTextLayout, QTextOption

from exports.typeset.lines import Typesetter, regular
from exports.typeset.truetype import EM

_LEADING = 1.32  # the height of a line, for the height of its characters
_MOST_CELLS_KEPT = 6_000


@cache
def _typesetter() -> Typesetter:
    return Typesetter((regular(),))


def plain_font(font: QFont) -> QFont:
    """The font without shaping, which Japanese needs only for what the typesetting has composed; twice as quick."""
    plain = QFont(font)
    plain.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return plain


class Wrapping:
    """The lines and the glyphs of texts in one size of the house's font."""

    def __init__(self, font: QFont) -> None:
        self.font = plain_font(font)
        metrics = QFontMetricsF(self.font)
        self.line_height = round((metrics.ascent() + metrics.descent()) * _LEADING)
        self.em = metrics.horizontalAdvance("国")
        self._typesetter = _typesetter()
        self._glyphs: dict[tuple[str, int, int], list[QGlyphRun]] = {}

    def lines(self, text: str, width: int) -> tuple[str, ...]:
        """The lines of a text in `width` pixels."""
        return self._typesetter.lines(text, int(width * EM / self.em))

    def at_most(self, text: str, width: int) -> int:
        """A number of lines that the text hardly ever exceeds, for a hundredth of the cost of breaking it."""
        shortest = max(self.em, width - 4 * self.em)
        return int(len(text) * self.em / shortest) + text.count("\n") + 1

    def width_of(self, line: str) -> int:
        """The pixels that a line takes."""
        return round(self._typesetter.width(line) * self.em / EM)

    def glyphs(self, text: str, width: int, most: int) -> list[QGlyphRun]:
        """What to draw for the first `most` lines; the first line's top is at zero."""
        key = (text, width, most)
        glyphs = self._glyphs.get(key)
        if glyphs is None:
            if len(self._glyphs) > _MOST_CELLS_KEPT:
                self._glyphs.clear()
            glyphs = self._glyphs[key] = self._shaped(self.lines(text, width)[:most])
        return glyphs

    def _shaped(self, lines: tuple[str, ...]) -> list[QGlyphRun]:
        layout = QTextLayout("\u2028".join(lines), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        for number in range(len(lines)):
            line = layout.createLine()
            line.setPosition(QPointF(0, number * self.line_height))
        layout.endLayout()
        return layout.glyphRuns()
