"""The PDF file around the pages: fonts, page tree, outline, structure, language."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from exports.document import Document
from exports.formats.pdf_objects import Objects, text_string
from exports.formats.pdf_tags import Tags
from exports.formats.pdf_text import Embedded
from exports.truetype import EM, subset
from exports.typeset import clean

_BLOCK = 100  # the most entries that a block of a ToUnicode map may have
_SYMBOLIC = 4
TOTAL = "Total"
"""The name of the form that shows the number of pages, which is known only at the end."""

_CMAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"


@dataclass(slots=True)
class _Entry:
    """An entry of the outline, and those below it."""

    number: int
    title: str
    target: bytes
    below: list["_Entry"] = field(default_factory=list)


class PdfFile:
    """Takes finished pages one by one and keeps them compressed; the same pages give the same bytes."""

    def __init__(self, document: Document, size: tuple[float, float]) -> None:
        self._objects = Objects()
        self._catalog, self._tree, self._resources = (self._objects.reserve() for _ in range(3))
        self._document = document
        self._box = b"[0 0 %g %g]" % size
        self._fonts: list[bytes] = []
        self._forms: list[bytes] = []
        self._pages: list[int] = []
        self._outline = _Entry(0, "", b"")
        self.tags = Tags(self._objects)
        self._begin_page()

    def add_page(self, operators: bytes) -> None:
        """A finished page; the next one begins."""
        content = self._objects.add_stream(operators)
        parts = self._tree, self._box, self._resources, content, len(self._pages) - 1
        body = b"<</Type/Page/Parent %d 0 R/MediaBox%b/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S>>"
        self._objects.put(self._pages[-1], body % parts)
        self._begin_page()

    def add_outline(self, title: str, top: float, level: int = 0) -> None:
        """An entry of the outline that leads to the page in hand, `top` points above its lower edge."""
        above = self._outline
        while level > 0 and above.below:
            above, level = above.below[-1], level - 1
        target = b"[%d 0 R/XYZ 0 %.2f 0]" % (self._pages[-1], top)
        above.below.append(_Entry(self._objects.reserve(), _one_line(title), target))

    def add_form(self, name: str, operators: bytes) -> None:
        """Operators that the pages draw by name."""
        entries = b"/Type/XObject/Subtype/Form/BBox%b/Resources %d 0 R" % (self._box, self._resources)
        self._forms.append(b"/%b %d 0 R" % (name.encode(), self._objects.add_stream(operators, entries)))

    def add_font(self, font: Embedded) -> None:
        """The part of a font that the pages use; the last thing before the file is saved."""
        if font:
            self._fonts.append(b"/%b %d 0 R" % (font.name.encode(), self._composite(font)))

    def save(self, out: BinaryIO) -> None:
        """Write the whole file, without the page that is still in hand."""
        self._objects.put(self._pages.pop(), b"null")
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._objects.put(self._tree, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self._pages), kids))
        resources = b"<</Font<<%b>>/XObject<<%b>>>>" % (b"".join(self._fonts), b"".join(self._forms))
        self._objects.put(self._resources, resources)
        self._objects.put(self._catalog, self._catalog_body())
        self._objects.save(out, self._catalog, self._objects.add(self._info()))

    def _begin_page(self) -> None:
        self._pages.append(self._objects.reserve())
        self.tags.turn(self._pages[-1])

    def _catalog_body(self) -> bytes:
        parts = self._tree, self._document.language.encode(), self.tags.close()
        body = (
            b"<</Type/Catalog/Pages %d 0 R/Lang(%b)/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>"
            b"/ViewerPreferences<</DisplayDocTitle true>>" % parts
        )
        if not self._outline.below:
            return body + b">>"
        return b"%b/PageMode/UseOutlines/Outlines %d 0 R>>" % (body, self._put_outline())

    def _put_outline(self) -> int:
        """The outline's objects; the number of the topmost one."""
        root = self._objects.reserve()
        self._objects.put(root, b"<</Type/Outlines%b>>" % self._links(root, self._outline.below))
        return root

    def _links(self, number: int, entries: list[_Entry]) -> bytes:
        """Put the entries below an object among the objects; what leads to them from there."""
        if not entries:
            return b""
        for i, entry in enumerate(entries):
            neighbours = b"/Prev %d 0 R" % entries[i - 1].number if i else b""
            if i + 1 < len(entries):
                neighbours += b"/Next %d 0 R" % entries[i + 1].number
            below = self._links(entry.number, entry.below)
            parts = text_string(entry.title), number, entry.target, neighbours, below
            self._objects.put(entry.number, b"<</Title%b/Parent %d 0 R/Dest%b%b%b>>" % parts)
        return b"/First %d 0 R/Last %d 0 R/Count %d" % (entries[0].number, entries[-1].number, _count(entries))

    def _info(self) -> bytes:
        entries = {"Title": self._document.title, "Author": self._document.author, "Creator": "Ayumi"}
        told = (b"/%b%b" % (key.encode(), text_string(_one_line(text))) for key, text in entries.items() if text)
        return b"<<%b>>" % b"".join(told)

    def _composite(self, font: Embedded) -> int:
        points = {code: point for point, code in font.items()}
        glyphs = [font.glyph(points[code]) if code in points else 0 for code in range(max(points) + 1)]
        program = subset(font.font, glyphs)
        name = f"{_tag(program)}+{font.font.name}".encode()
        widths = b"".join(_widths(font, points, glyphs))
        descendant = self._objects.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/CIDToGIDMap/Identity/DW %d/W[%b]/FontDescriptor %d 0 R>>"
            % (name, EM, widths, self._descriptor(font, name, program))
        )
        body = b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        return self._objects.add(body % (name, descendant, self._objects.add_stream(_to_unicode(points))))

    def _descriptor(self, font: Embedded, name: bytes, program: bytes) -> int:
        *box, ascent, descent = font.font.box
        file = self._objects.add_stream(program, b"/Length1 %d" % len(program))
        parts = name, _SYMBOLIC, b" ".join(b"%d" % side for side in box), ascent, descent, ascent, file
        body = (
            b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d"
            b"/StemV 80/FontFile2 %d 0 R>>"
        )
        return self._objects.add(body % parts)


def _count(entries: list[_Entry]) -> int:
    return len(entries) + sum(_count(entry.below) for entry in entries)


def _widths(font: Embedded, points: dict[int, int], glyphs: list[int]) -> Iterator[bytes]:
    for code in sorted(points):
        width = font.font.width(glyphs[code])
        if width != EM:
            yield b"%d[%d]" % (code, width)


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ")


def _tag(program: bytes) -> str:
    """Six capital letters that tell subsets apart."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _to_unicode(points: dict[int, int]) -> bytes:
    """The map back to characters, in UTF-16: without it nothing can be copied or searched."""
    rows = [b"<%04X> <%b>" % (code, _utf16(points[code])) for code in sorted(points)]
    blocks = (rows[i : i + _BLOCK] for i in range(0, len(rows), _BLOCK))
    body = b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    return _CMAP_HEAD + body + _CMAP_TAIL


def _utf16(point: int) -> bytes:
    return chr(point).encode("utf-16-be").hex().upper().encode()
