"""Text as a page shows it: every character a two-byte code of an embedded font, chosen glyph by glyph."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from exports.document import Align
from exports.typeset.lines import STAND_IN, Typesetter
from exports.typeset.truetype import EM, Font
from exports.typeset.variants import characters_of

LEADING = 1.3
"""From one line to the next, in sizes of the text."""
_ASCENT = 0.88  # of BIZ UDGothic
_REMEMBERED = 20_000
_ROUNDING = 0.01  # a width that is a whole number of characters stays one
_SPECIAL_BYTES = b"\r()\\"  # these would have to be escaped in a PDF string


def _codes() -> Iterator[int]:
    return (c for c in range(1, 0xD800) if c >> 8 not in _SPECIAL_BYTES and c & 0xFF not in _SPECIAL_BYTES)


class Embedded(dict[int, int]):
    """A font as it stands in one PDF: code point → two-byte code, given at the character's first use."""

    def __init__(self, font: Font, name: str) -> None:
        super().__init__()
        self.font = font
        self.name = name
        self._free = _codes()

    def __missing__(self, point: int) -> int:
        code = self[point] = next(self._free)
        return code

    def shown(self, text: str) -> bytes:
        """A text as a PDF string."""
        return b"(%b)" % text.translate(self).encode("utf-16-be")

    def glyph(self, point: int) -> int:
        """The glyph that draws a character: the stand-in's where the font has none."""
        wanted = characters_of(chr(point))
        return self.font.glyph_of(wanted) or self.font.glyph_of(wanted[0]) or self.font.glyph_of(STAND_IN)


class Lettering:
    """One chain of fonts in one size; all lengths in points."""

    def __init__(
        self, typesetter: Typesetter, fonts: Sequence[Embedded], size: float, leading: float = LEADING
    ) -> None:
        self.typesetter = typesetter
        self.fonts = fonts
        self.size = size
        self.leading = size * leading
        self.select = b"/%b %g Tf %g TL" % (fonts[0].name.encode(), size, self.leading)
        self._operators: dict[tuple[str, ...], bytes] = {}

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text's lines, each at most `width` wide."""
        return self.typesetter.lines(text, int(width * EM / self.size + _ROUNDING))

    def width(self, line: str) -> float:
        """How wide a line is."""
        return self.typesetter.width(line) * self.size / EM

    def height(self, lines: int) -> float:
        """How tall so many lines are."""
        return lines * self.leading

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading - self.size) / 2 + self.size * _ASCENT

    def draw(self, lines: tuple[str, ...], at: tuple[float, float], width: float, align: Align) -> bytes:
        """Operators that show the lines in a box `width` wide whose top left corner is `at`, counted from below."""
        x, y = at[0], at[1] - self.drop
        if align is Align.LEFT:
            return b"1 0 0 1 %.2f %.2f Tm %b" % (x, y, self._show(lines))
        share = 0.5 if align is Align.CENTER else 1
        placed = ((x + (width - self.width(s)) * share, y - i * self.leading, s) for i, s in enumerate(lines))
        return b"\n".join(b"1 0 0 1 %.2f %.2f Tm %b" % (x, y, self._show_line(s)) for x, y, s in placed)

    def _show(self, lines: tuple[str, ...]) -> bytes:
        operators = self._operators.get(lines)
        if operators is None:
            if len(self._operators) >= _REMEMBERED:
                self._operators.clear()
            operators = self._operators[lines] = b" T*\n".join(map(self._show_line, lines))
        return operators

    def _show_line(self, line: str) -> bytes:
        line = line.rstrip()
        if not line:
            return b""
        if self.typesetter.all_in_first(line):
            return self.fonts[0].shown(line) + b"Tj"
        runs = ((self.fonts[place], "".join(run)) for place, run in groupby(line, self.typesetter.font_of))
        shown = (b"/%b %g Tf %bTj" % (font.name.encode(), self.size, font.shown(run)) for font, run in runs)
        return b" ".join(shown) + b" /%b %g Tf" % (self.fonts[0].name.encode(), self.size)
