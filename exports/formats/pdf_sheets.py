"""The sheets of paper under the pen: what is drawn on the one in hand, and when the next one begins."""

from dataclasses import dataclass
from typing import BinaryIO

from exports.document import Align, Document
from exports.formats.pdf_file import TOTAL, PdfFile
from exports.formats.pdf_text import Embedded, Lettering
from exports.truetype import Font
from exports.typeset import Typesetter, bold, regular

MM = 72 / 25.4
PAD = 2.6
"""Between a box's line and its text, in points."""
_TITLE, _LABEL, _FOOT = 15.0, 11.0, 7.5
_FOOT_MARGIN = 9 * MM  # room for the foot where the page's own margin leaves less
_SETUP = b"0.4 w 0.35 G 0 g"
_HEADING_GRAY = b"0.9 g"


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the sheet in points, from its left and upper edge."""

    x: float
    y: float
    width: float
    height: float


class Inks:
    """The fonts of one document: what is measured with them, and which characters of them the file needs."""

    def __init__(self, fallbacks: tuple[Font, ...]) -> None:
        lent = [Embedded(font, f"F{i}") for i, font in enumerate(fallbacks, 3)]
        self._plain = Typesetter((regular(), *fallbacks)), [Embedded(regular(), "F1"), *lent]
        self._bold = Typesetter((bold(), *fallbacks)), [Embedded(bold(), "F2"), *lent]

    def plain(self, size: float) -> Lettering:
        """Running text."""
        return Lettering(*self._plain, size)

    def bold(self, size: float) -> Lettering:
        """Titles and headings."""
        return Lettering(*self._bold, size)

    @property
    def lacking(self) -> bool:
        """Whether running text has been measured that no font can draw."""
        return self._plain[0].lacking

    def missing(self, text: str) -> list[str]:
        """The characters of a text that no font has."""
        return self._plain[0].missing(text)

    @property
    def embedded(self) -> list[Embedded]:
        """Every font, used or not."""
        return [*self._plain[1], *self._bold[1][:1]]


class Sheets:
    """The sheet in hand; `y` is how far down from its upper edge it is filled, in points."""

    def __init__(self, document: Document, inks: Inks) -> None:
        page = document.page
        self.inks = inks
        self.margin = page.margin * MM
        self.width, self.height = page.width * MM, page.height * MM
        self.bottom = self.height - max(self.margin, _FOOT_MARGIN)
        self.number = 1
        self.y = self.margin
        self._document = document
        self._file = PdfFile(document, (round(self.width, 2), round(self.height, 2)))
        self._foot = inks.plain(_FOOT)
        self._shapes: list[bytes] = []
        self._texts: list[bytes] = []
        self._selected = b""

    @property
    def breadth(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def room(self) -> float:
        """How much of the sheet is left."""
        return self.bottom - self.y

    @property
    def free(self) -> float:
        """How much room an empty sheet has."""
        return self.bottom - self.margin

    def write(self, ink: Lettering, lines: tuple[str, ...], box: Box, align: Align = Align.LEFT) -> None:
        """Lines of text from the upper edge of a box."""
        if ink.select != self._selected:
            self._texts.append(ink.select)
            self._selected = ink.select
        self._texts.append(ink.draw(lines, (box.x, self.height - box.y), box.width, align))

    def shade(self, box: Box) -> None:
        """Fill a box with the gray of headings."""
        corner = box.x, self.height - box.y - box.height
        self._shapes.append(b"%b %.2f %.2f %.2f %.2f re f" % (_HEADING_GRAY, *corner, box.width, box.height))

    def frame(self, box: Box) -> None:
        """Draw the four sides of a box."""
        corner = box.x, self.height - box.y - box.height
        self._shapes.append(b"%.2f %.2f %.2f %.2f re S" % (*corner, box.width, box.height))

    def rule(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a thin line."""
        (x, y), (to_x, to_y) = start, end
        self._shapes.append(b"%.2f %.2f m %.2f %.2f l S" % (x, self.height - y, to_x, self.height - to_y))

    def mark(self, title: str) -> None:
        """Here begins a part of the document: an entry of the outline."""
        self._file.add_outline(title, self.height - self.y)

    def turn(self) -> None:
        """Finish this sheet and take the next."""
        self._draw_foot()
        shapes = b"\n".join((_SETUP, *self._shapes))
        self._file.add_page(b"%b\n0 g BT\n%b\nET\n/%b Do" % (shapes, b"\n".join(self._texts), TOTAL.encode()))
        self._shapes, self._texts, self._selected = [], [], b""
        self.number += 1
        self.y = self.margin

    def draw_title(self) -> None:
        """The document's title, large, and its label in a box at the upper right."""
        label = self._draw_label()
        ink = self.inks.bold(_TITLE)
        lines = ink.lines(self._document.title, max(self.breadth - 2 * label.width, self.breadth / 3))
        box = Box(self.margin, self.y, self.breadth, ink.height(len(lines)))
        self.write(ink, lines, box, Align.CENTER)
        self.y += max(box.height, label.height) + 3 * PAD

    def save(self, out: BinaryIO) -> None:
        """Finish the last sheet and write the file."""
        self.turn()
        self._file.add_form(TOTAL, self._total())
        for font in self.inks.embedded:
            self._file.add_font(font)
        self._file.save(out)

    def _draw_label(self) -> Box:
        """The label in its box, and the room that it takes."""
        if not self._document.label:
            return Box(self.margin, self.y, 0, 0)
        ink = self.inks.plain(_LABEL)
        lines = ink.lines(self._document.label, self.breadth / 4)
        width = max(map(ink.width, lines)) + 8 * PAD
        box = Box(self.margin + self.breadth - width, self.y, width, ink.height(len(lines)) + 2 * PAD)
        self.frame(box)
        self.write(ink, lines, Box(box.x, box.y + PAD, width, box.height), Align.CENTER)
        return box

    def _draw_foot(self) -> None:
        """The title at the left; the page's number ends in the middle, where the number of pages follows it."""
        ink, half = self._foot, self.breadth / 2
        number = self._document.footer.partition("{pages}")[0].rstrip().format(page=self.number)
        at = Box(self.margin, self.bottom + 2 * PAD, half, self.height - self.bottom)
        self.write(ink, ink.lines(self._document.title, half - ink.width(number) - 2 * PAD), at)
        self.write(ink, (number,), at, Align.RIGHT)

    def _total(self) -> bytes:
        """The rest of the foot, from the number of pages on, as the form that every page draws."""
        before, asked, after = self._document.footer.partition("{pages}")
        text = before[len(before.rstrip()) :] + f"{self.number - 1}{after}" if asked else ""
        lines, at = self._foot.lines(text, self.breadth), (self.width / 2, self.height - self.bottom - 2 * PAD)
        return b"0 g BT %b %b ET" % (self._foot.select, self._foot.draw(lines, at, self.breadth, Align.LEFT))
