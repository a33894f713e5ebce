"""Running text over the sheets: headings, paragraphs, outlines with their dots, a cover and a table of contents."""

from collections.abc import Sequence
from itertools import count

from exports.document import Align, Block, Contents, Cover, Document, Entry, Heading, Paragraph, Style
from exports.formats.pdf.paper import PAD, Box, Sheets
from exports.formats.pdf.tags import Element
from exports.formats.pdf.text_objects import Lettering

_HEADINGS = (1.4, 1.15, 1.05, 1.0)  # in sizes of the running text
_NOTE = 0.85
_COVER, _COVER_LINE = 24.0, 14.0
_INDENT = 1.5  # full-width characters for each depth of an outline
_DOT = "…"
_UNINDENT = tuple(" 　・（(【「『※注①②③④⑤⑥⑦⑧⑨⑩0123456789０１２３４５６７８９")
_POINTS = "・"
_ALIGNS = {Style.COLOPHON: Align.CENTER, Style.RIGHT: Align.RIGHT}
_KEPT = 6  # lines that stay with a heading
_SHORT = 4  # lines that are not parted
_LEAST = 2  # lines of a longer text that stand at the foot or at the head of a sheet
_REMARKS = (Style.RIGHT, Style.LABEL)  # what stands between a heading and its text


class Flow:
    """The running text of one document; `pages` tells for each heading so far on which page it stands."""

    def __init__(self, sheets: Sheets, document: Document, numbers: dict[int, int]) -> None:
        self.pages: dict[int, int] = {}
        self._sheets = sheets
        self._headings = [b for b in document.blocks if isinstance(b, Heading)]
        self._kept = [_kept(document.blocks[i:]) for i, b in enumerate(document.blocks) if isinstance(b, Heading)]
        self._footer = document.footer
        self._numbers = numbers
        self._count = count()
        self._spaced = False  # whether running text stands right above
        self._size = document.text_size
        self._top = 1 if document.titled else 0  # a title above the text is the heading of the first level

    def heading(self, heading: Heading) -> None:
        """A heading, never alone at the foot of a sheet."""
        sheets, number = self._sheets, next(self._count)
        if not sheets.is_empty and (heading.turns or sheets.room < self._room(self._kept[number])):
            sheets.turn()
        if not sheets.is_empty:
            sheets.y += _above(heading)
        self.pages[number] = sheets.printed_number
        sheets.mark(heading.text, heading.level - 1)
        ink = self._heading_ink(heading)
        lines = ink.lines(heading.text, sheets.breadth)
        self._lines(ink, lines, sheets.tags.open(f"H{min(heading.level + self._top, 6)}"))
        sheets.y += PAD
        self._spaced = False

    def _room(self, kept: Sequence[Heading | Paragraph]) -> float:
        """What headings and remarks take that stand right below each other, with the beginning of what follows."""
        return sum(map(self._height, kept)) + _KEPT * self._sheets.inks.plain(self._size).leading

    def _height(self, block: Heading | Paragraph) -> float:
        ink = self._heading_ink(block) if isinstance(block, Heading) else self._ink(block.style)
        return ink.height(len(ink.lines(block.text, self._sheets.breadth))) + _above(block) + PAD

    def _heading_ink(self, heading: Heading) -> Lettering:
        return self._sheets.inks.bold(self._size * _HEADINGS[heading.level - 1])

    def paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph in its style."""
        sheets, style = self._sheets, paragraph.style
        if style is Style.PLAIN:
            self._lines(self._ink(style), self._ink(style).lines(paragraph.text, sheets.breadth))
            sheets.y += 3 * PAD
            return
        ink, left = self._ink(style), paragraph.indent * self._size
        self._keep_together(ink, paragraph)
        if style is Style.COLOPHON:
            height = ink.height(len(ink.lines(paragraph.text, sheets.breadth)))
            sheets.y = max(sheets.y, sheets.bottom - height - PAD)
        for text in paragraph.text.split("\n"):
            if style is Style.PROSE and text.startswith(_POINTS):
                self._point(ink, text, left)
            else:
                opening = "　" if style is Style.PROSE and not text.startswith(_UNINDENT) else ""
                lines = ink.lines(opening + text, sheets.breadth - left)
                self._lines(ink, lines, left=left, align=_ALIGNS.get(style, Align.LEFT))
        sheets.y += 0 if style is Style.LABEL else PAD
        self._spaced = style is not Style.LABEL

    def space(self) -> None:
        """Some room between running text and what follows it."""
        if self._spaced:
            self._sheets.y += 3 * PAD
        self._spaced = False

    def entry(self, entry: Entry) -> None:
        """A line of an outline, its status at the right; one without a status stays with the line below it."""
        left = entry.depth * _INDENT * self._size
        ink = self._sheets.inks.plain(self._size)
        if not entry.status and self._sheets.room < _KEPT * ink.leading and not self._sheets.is_empty:
            self._sheets.turn()
        self._dotted(ink, entry.text, entry.status, left)

    def cover(self, cover: Cover) -> None:
        """A page of its own, without a number."""
        sheets = self._sheets
        sheets.counted = False
        ink, small = sheets.inks.bold(_COVER), sheets.inks.plain(_COVER_LINE)
        sheets.mark(cover.title)
        sheets.y = sheets.height * 0.3
        self._lines(ink, ink.lines(cover.title, sheets.breadth), sheets.tags.open("H1"), align=Align.CENTER)
        sheets.y = sheets.height * 0.78
        for text in cover.lines:
            self._lines(small, small.lines(text, sheets.breadth), align=Align.CENTER)
            sheets.y += 2 * PAD
        sheets.turn()
        sheets.counted = True

    def contents(self, contents: Contents) -> None:
        """The headings with their pages, on pages of their own without a number."""
        sheets = self._sheets
        if not sheets.is_empty:
            sheets.turn()
        sheets.counted = False
        ink = sheets.inks.bold(self._size * _HEADINGS[0])
        self._lines(ink, ink.lines(contents.title, sheets.breadth), sheets.tags.open("H2"), align=Align.CENTER)
        sheets.y += 6 * PAD
        listed = sheets.tags.open("TOC")
        for number, heading in enumerate(self._headings):
            if heading.level <= contents.level:
                page = self._footer.partition("/")[0].strip().format(page=self._numbers.get(number, 0))
                left = (heading.level - 1) * _INDENT * self._size
                self._dotted(sheets.inks.plain(self._size), heading.text, page, left, sheets.tags.open("TOCI", listed))
                sheets.y += PAD
        sheets.turn()
        sheets.counted = True

    def _keep_together(self, ink: Lettering, paragraph: Paragraph) -> None:
        """Short texts, and those in the middle of the page, are not parted; a label stays with what it heads."""
        lines = len(ink.lines(paragraph.text, self._sheets.breadth - paragraph.indent * self._size))
        more = _KEPT if paragraph.style is Style.LABEL else 0
        if lines <= _SHORT and self._sheets.room < ink.height(lines + more) and not self._sheets.is_empty:
            self._sheets.turn()

    def _ink(self, style: Style) -> Lettering:
        if style is Style.LABEL:
            return self._sheets.inks.bold(self._size)
        return self._sheets.inks.plain(self._size * _NOTE if style is Style.NOTE else self._size)

    def _point(self, ink: Lettering, text: str, left: float) -> None:
        """A point of a list: what does not fit on its line hangs behind the dot."""
        sheets = self._sheets
        inner = left + ink.size
        lines = ink.lines(text[1:], sheets.breadth - inner)
        self._room_for(ink)
        if not self._fitting(ink, len(lines)):
            sheets.turn()
        element = sheets.tags.open("P")
        at = Box(sheets.margin + left, sheets.y, ink.size, ink.leading)
        sheets.write(ink, (text[0],), at, piece=sheets.tags.piece(element))
        self._lines(ink, lines, element, left=inner)

    def _dotted(self, ink: Lettering, text: str, status: str, left: float, element: Element | None = None) -> None:
        sheets = self._sheets
        element = element or sheets.tags.open("P")
        right = ink.width(status) + ink.size if status else 0
        *above, last = ink.lines(text, sheets.breadth - left - right - 2 * ink.size)
        if sheets.room < ink.height(len(above) + 1) <= sheets.free:
            sheets.turn()
        self._lines(ink, tuple(above), element, left=left)
        self._room_for(ink)
        at = Box(sheets.margin + left, sheets.y, sheets.breadth - left, ink.leading)
        sheets.write(ink, (last,), at, piece=sheets.tags.piece(element))
        if status:
            dots = int((at.width - ink.width(last) - right) / ink.size)
            lead = Box(at.x, at.y, at.width - right + ink.size / 2, at.height)
            sheets.write(ink, (_DOT * dots,), lead, Align.RIGHT)
            sheets.write(ink, (status,), at, Align.RIGHT, sheets.tags.piece(element))
        sheets.y += ink.leading * 1.15

    def _lines(
        self,
        ink: Lettering,
        lines: tuple[str, ...],
        element: Element | None = None,
        *,
        left: float = 0,
        align: Align = Align.LEFT,
    ) -> None:
        """Lines below each other, on as many sheets as they need."""
        sheets = self._sheets
        element = element or sheets.tags.open("P")
        while lines:
            self._room_for(ink)
            fitting = self._fitting(ink, len(lines))
            if not fitting:
                sheets.turn()
                continue
            box = Box(sheets.margin + left, sheets.y, sheets.breadth - left, ink.leading)
            sheets.write(ink, lines[:fitting], box, align, sheets.tags.piece(element))
            sheets.y += ink.height(len(lines[:fitting]))
            lines = lines[fitting:]

    def _fitting(self, ink: Lettering, lines: int) -> int:
        """How many of the lines stand on this sheet, so that no single line is left here or comes alone on the next."""
        fitting = max(int(self._sheets.room / ink.leading + 1e-6), 1)
        if fitting >= lines:
            return lines
        kept = min(fitting, lines - _LEAST)
        if self._sheets.is_empty:
            return max(kept, 1)
        return kept if kept >= _LEAST else 0

    def _room_for(self, ink: Lettering) -> None:
        if self._sheets.room < ink.leading and not self._sheets.is_empty:
            self._sheets.turn()


def _kept(blocks: Sequence[Block]) -> list[Heading | Paragraph]:
    """The heading that comes first, and the deeper ones and remarks right below it: on one sheet with what follows."""
    kept: list[Heading | Paragraph] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level > level:
            level = block.level
        elif not (isinstance(block, Paragraph) and block.style in _REMARKS):
            break
        kept.append(block)
    return kept


def _above(block: Heading | Paragraph) -> float:
    """The room above a heading in the middle of a sheet."""
    if not isinstance(block, Heading):
        return 0
    return 3 * PAD if block.level < len(_HEADINGS) - 1 else PAD
