"""The sheets of paper under the pen: what is drawn on the one in hand, and when the next one begins."""

from dataclasses import dataclass
from typing import BinaryIO

from exports.document import Align, Document
from exports.formats.pdf.finishing import TOTAL, PdfFile
from exports.formats.pdf.text_objects import LEADING, Embedded, Lettering
from exports.typeset.lines import Typesetter, bold, regular
from exports.typeset.truetype import Font

MM = 72 / 25.4
PAD = 2.6
"""Between a box's line and its text, in points."""
_TITLE, _LABEL, _FOOT = 15.0, 11.0, 7.5
_FOOT_MARGIN = 9 * MM  # room for the foot where the page's own margin leaves less
_SETUP = b"0.4 w 0.35 G 0 g"
_HEADING_GRAY = b"0.9 g"
_HEAD = 3.6, 1.5  # an arrow's head: its length and half of its breadth, in points
_ARTIFACT = b"/Artifact BMC\n%b\nEMC"
_PIECE = b"/P<</MCID %d>>BDC\n%b\nEMC"
_PAGE = b"/Artifact BMC\n%b\nEMC\n0 g BT\n%b\nET\n/Artifact BMC %b EMC"


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

    def plain(self, size: float, leading: float = LEADING) -> Lettering:
        """Running text."""
        return Lettering(*self._plain, size, leading)

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

    def plain_forms(self, text: str) -> list[str]:
        """The characters of a text that no font has in the variant that it asks for."""
        return self._plain[0].plain_forms(text)

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
        self.counted = True  # whether the sheet in hand bears a number
        self._uncounted = 0
        self._document = document
        self._file = PdfFile(document, (round(self.width, 2), round(self.height, 2)))
        self.tags = self._file.tags
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

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the sheet yet."""
        return self.y == self.margin and not self._texts

    @property
    def printed_number(self) -> int:
        """The number that the sheet in hand bears."""
        return self.number - self._uncounted

    def write(
        self, ink: Lettering, lines: tuple[str, ...], box: Box, align: Align = Align.LEFT, piece: int | None = None
    ) -> None:
        """Lines of text from the upper edge of a box, as a piece of the structure; none of it without a number."""
        if ink.select != self._selected:
            self._texts.append(ink.select)
            self._selected = ink.select
        shown = ink.draw(lines, (box.x, self.height - box.y), box.width, align)
        self._texts.append(_ARTIFACT % shown if piece is None else _PIECE % (piece, shown))

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

    def arrow(self, start: float, end: float, y: float) -> None:
        """Draw a line with heads at both of its ends, black, at the height `y`."""
        up = self.height - y
        heads = (
            b"%.2f %.2f m %.2f %.2f l %.2f %.2f l f"
            % (x, up, x + to * _HEAD[0], up + _HEAD[1], x + to * _HEAD[0], up - _HEAD[1])
            for x, to in ((start, 1), (end, -1))
        )
        line = b"%.2f %.2f m %.2f %.2f l S" % (start + _HEAD[0], up, end - _HEAD[0], up)
        self._shapes.append(b"q 0.8 w 0 G 0 g %b %b Q" % (line, b" ".join(heads)))

    def mark(self, title: str, level: int = 0) -> None:
        """Here begins a part of the document: an entry of the outline."""
        self._file.add_outline(title, self.height - self.y, level)

    def turn(self) -> None:
        """Finish this sheet and take the next."""
        shapes = b"\n".join((_SETUP, *self._shapes))
        if self.counted:
            self._draw_foot()
        else:
            self._uncounted += 1
        foot = b"/%b Do" % TOTAL.encode() if self.counted else b""
        self._file.add_page(_PAGE % (shapes, b"\n".join(self._texts), foot))
        self._shapes, self._texts, self._selected = [], [], b""
        self.number += 1
        self.y = self.margin

    def draw_title(self) -> None:
        """The document's title, large, and its label in a box at the upper right."""
        heading = self.tags.open("H1")  # said before the label, which stands above it
        label = self._draw_label()
        ink = self.inks.bold(_TITLE)
        lines = ink.lines(self._document.above, max(self.breadth - 2 * label.width, self.breadth / 3))
        box = Box(self.margin, self.y, self.breadth, ink.height(len(lines)))
        self.write(ink, lines, box, Align.CENTER, self.tags.piece(heading))
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
        piece = self.tags.piece(self.tags.open("P"))
        self.write(ink, lines, Box(box.x, box.y + PAD, width, box.height), Align.CENTER, piece)
        return box

    def _draw_foot(self) -> None:
        """The title at the left; the page's number ends in the middle, where the number of pages follows it."""
        ink, half = self._foot, self.breadth / 2
        before, asked, _ = self._document.footer.partition("{pages}")
        number = before.rstrip().format(page=self.printed_number)
        at = Box(self.margin, self.bottom + 2 * PAD, half, self.height - self.bottom)
        if self._document.running_title:
            self.write(ink, ink.lines(self._document.title, half - ink.width(number) - 2 * PAD), at)
        if asked:
            self.write(ink, (number,), at, Align.RIGHT)
        elif number:
            self.write(ink, (number,), Box(at.x, at.y, self.breadth, at.height), Align.CENTER)

    def _total(self) -> bytes:
        """The rest of the foot, from the number of pages on, as the form that every page draws."""
        before, asked, after = self._document.footer.partition("{pages}")
        text = before[len(before.rstrip()) :] + f"{self.printed_number - 1}{after}" if asked else ""
        lines, at = self._foot.lines(text, self.breadth), (self.width / 2, self.height - self.bottom - 2 * PAD)
        return b"0 g BT %b %b ET" % (self._foot.select, self._foot.draw(lines, at, self.breadth, Align.LEFT))
